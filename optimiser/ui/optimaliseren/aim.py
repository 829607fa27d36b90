"""What is sought, in plain words."""

import streamlit as st

from optimiser.problem import Stage
from optimiser.teksten import load_teksten
from optimiser.ui.frame.state import adjust, bound, scenario
from optimiser.ui.widgets.fields import count_field

Stages = tuple[Stage, ...]
_FAIR: Stages = (Stage.EERLIJKST, Stage.MINST_VERPLAATST)
_GOALS: dict[Stages, str] = {
    _FAIR: "Zo eerlijk mogelijk: ieder zo dicht mogelijk bij het exacte aandeel",
    (Stage.MINST_VERPLAATST, Stage.EERLIJKST): "Zo min mogelijk personen verplaatsen",
    (Stage.LAAGSTE_PIEK, Stage.EERLIJKST): "De hoogste last zo laag mogelijk (drukt op grotere "
    "gemeenten)",
}
_LOADS = {"inwoners": "inwoner", "vrijgekomen_woningen": "vrijkomende corporatiewoning"}


def aim() -> Stage:
    """Return what is sought first, apart from the shortage above ceilings."""
    return _without_shortage()[0]


def show_aim() -> None:
    """Show the aim, what a load is counted per, and whether ceilings may stretch."""
    held = scenario().doelstelling
    now = _without_shortage()
    goals = _GOALS if now in _GOALS else _GOALS | {now: "Zoals in het geopende scenario"}
    stretch = held.stappen[0] is Stage.MINSTE_TEKORT
    st.radio(
        "Wat is het doel?",
        list(goals),
        format_func=goals.__getitem__,
        **bound("opt_doel", now, lambda picked: _aim(picked, stretch)),
    )
    if Stage.LAAGSTE_PIEK in now:
        st.radio(
            "Last: personen per",
            list(_LOADS),
            format_func=_LOADS.__getitem__,
            horizontal=True,
            **bound(
                "opt_last",
                held.last_per,
                lambda v: adjust(doelstelling=scenario().doelstelling.adjusted(last_per=v)),
            ),
        )
    st.toggle(
        "Plafonds mogen wijken",
        help=load_teksten()["app"]["optimaliseren"]["wijken_uitleg"],
        **bound("opt_rekken", stretch, lambda on: _aim(_without_shortage(), on)),
    )
    if now[0] is not Stage.EERLIJKST:
        _budget()


def seek_fairness() -> None:
    """Make fairness the aim."""
    _aim(_FAIR, scenario().doelstelling.stappen[0] is Stage.MINSTE_TEKORT)


def set_budget(most: int | None) -> None:
    """Limit the persons that may be moved; None is no limit."""
    adjust(doelstelling=scenario().doelstelling.adjusted(budget=most))


def _budget() -> None:
    label = "Verplaats hooguit (personen)"
    count_field(
        label,
        scenario().doelstelling.budget,
        set_budget,
        key="opt_budget",
        uitleg="Leeg betekent: geen grens.",
    )


def _without_shortage() -> Stages:
    steps = scenario().doelstelling.stappen
    rest = steps[1:] if steps[0] is Stage.MINSTE_TEKORT else steps
    return rest or _FAIR


def _aim(goal: Stages, stretch: bool) -> None:
    steps = (Stage.MINSTE_TEKORT, *goal) if stretch else goal
    adjust(doelstelling=scenario().doelstelling.adjusted(stappen=steps))
