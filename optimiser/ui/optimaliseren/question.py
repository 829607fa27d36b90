"""What is asked of the optimiser, in plain words: examples, exchange, limits, aim."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

import streamlit as st

from optimiser.report.antwoord.aannamen import dwellings_line
from optimiser.scenario.beperkingen import Gebied, Uitruil
from optimiser.solve.capaciteit import aannamen_of
from optimiser.solve.ready_areas import AREAS
from optimiser.teksten import load_teksten, percentage
from optimiser.teksten.gebieden import gebied_with_article
from optimiser.ui.frame import session, state
from optimiser.ui.frame.meldingen import plain_text
from optimiser.ui.frame.state import adjust, bound, scenario
from optimiser.ui.widgets.fields import number_field, pick_halfjaar, pick_sleutel


@dataclass(frozen=True)
class Scale:
    """What a slider over parts of one can be set to.

    Attributes
    ----------
    steps
        Ascending. A value between them, of a scenario from a file, gets a step of its own.
    none
        The words for no limit.
    uitleg
        What one reads beside the slider.
    none_first
        Whether no limit stands at the low end.
    """

    steps: tuple[Decimal, ...]
    none: str
    uitleg: str
    none_first: bool = False


_PARTS = tuple(Decimal(n) / 20 for n in range(21))  # 0 to 100 per cent
_BEFORE = "Deel van de taakstelling vóór uitruil"
_MOST = str(load_teksten()["app"]["optimaliseren"]["plafond_uitleg"])
_ROOM = Scale(tuple(Decimal(n) / 200 for n in range(1, 61)), "geen plafond", _MOST)  # 0,5 to 30 %
_BODEM = Scale(_PARTS[1:], "geen bodem", _BEFORE, none_first=True)
_CHANGE = Scale(_PARTS, "geen grens", _BEFORE)


def show_question() -> None:
    """Show the questions that hold for all gemeenten."""
    with st.expander("Halfjaar en verdeelsleutel"):
        pick_halfjaar()
        pick_sleutel()
    _pick_area()
    now = scenario()
    part_slider(
        "Hoogste aandeel van de vrijkomende sociale huurwoningen",
        now.capaciteit.maximum_aandeel,
        lambda v: _capacity(maximum_aandeel=v),
        key="opt_aandeel",
        scale=_ROOM,
    )
    _assumptions()
    part_slider(
        "Bodem: elke gemeente houdt ten minste dit deel",
        now.grenzen.bodem,
        lambda v: adjust(grenzen=scenario().grenzen.adjusted(bodem=v)),
        key="opt_bodem",
        scale=_BODEM,
    )
    part_slider(
        "Grootste wijziging per gemeente, omhoog of omlaag",
        now.grenzen.maximale_wijziging,
        lambda v: adjust(grenzen=scenario().grenzen.adjusted(maximale_wijziging=v)),
        key="opt_wijziging",
        scale=_CHANGE,
    )


def part_slider(
    label: str,
    value: Decimal | None,
    apply: Callable[[Decimal | None], None],
    *,
    key: str,
    scale: Scale,
) -> None:
    """Show a slider over percentages, with "none" at the end where nothing limits.

    Parameters
    ----------
    label, value, apply, key
        As in ``fields.number_field``; the value is a part of one.
    scale
        The steps, the words for none, and the explanation.
    """
    none = scale.none
    known = sorted({*scale.steps, *([] if value is None else [value])})
    words = [_told(part) for part in known]
    words = [none, *words] if scale.none_first else [*words, none]
    parts: dict[str, Decimal | None] = {none: None}
    parts |= {_told(part): part for part in known}
    st.select_slider(
        label,
        words,
        help=scale.uitleg,
        **bound(key, none if value is None else _told(value), lambda text: apply(parts[text])),
    )


def _told(part: Decimal) -> str:
    exact = part * 100
    return percentage(part, max(1, -int(exact.normalize().as_tuple().exponent)))


def pick_example() -> None:
    """Let the user begin with a scenario that comes with the product."""
    ready = session.ready_scenarios()
    now = scenario()
    current = next((naam for naam, one in ready.items() if one == now), None)
    st.selectbox(
        "Begin met een voorbeeld",
        list(ready),
        format_func=lambda naam: ready[naam].titel,
        placeholder="Kies een voorbeeld",
        **bound("opt_voorbeeld", current, lambda naam: state.choose(ready[naam]) if naam else None),
    )


def _pick_area() -> None:
    held = scenario().uitruil
    areas = {Gebied.NIET: "Niemand (geen uitruil)"}
    areas |= {area: f"Binnen {gebied_with_article(area)}" for area in AREAS}
    if held.binnen is Gebied.EIGEN:
        areas[Gebied.EIGEN] = f"Eigen gebieden ({len(held.regios or {})})"

    def choose(gebied: Gebied) -> None:
        if gebied is not Gebied.EIGEN:
            adjust(uitruil=Uitruil(binnen=gebied))

    st.selectbox(
        "Wie mag met wie uitruilen?",
        list(areas),
        format_func=areas.__getitem__,
        help=load_teksten()["app"]["optimaliseren"]["gebied_uitleg"],
        **bound("opt_gebied", held.binnen, choose),
    )


def _assumptions() -> None:
    held = scenario().capaciteit
    with st.expander("Aannames achter het plafond"):
        st.caption(load_teksten()["app"]["optimaliseren"]["aanname"])
        if (used := aannamen_of(scenario(), session.gegevens())) is not None:
            st.caption(plain_text(dwellings_line(held, used)))
        number_field(
            "Mutatiegraad per jaar (%), aanname",
            None if held.mutatiegraad is None else held.mutatiegraad * 100,
            lambda v: _capacity(mutatiegraad=None if v is None else v / 100),
            key="opt_mutatiegraad",
            places=1,
        )
        number_field(
            "Personen per woning, aanname",
            held.personen_per_woning,
            lambda v: _capacity(personen_per_woning=v),
            key="opt_per_woning",
            places=1,
        )
        _own_columns()


def _own_columns() -> None:
    """Offer the user's columns for what gemeenten can and want, if there are any."""
    columns = session.own_columns()
    if columns is None:
        return
    held = scenario().capaciteit
    for field, label in (
        ("kan_kolom", "Kolom met wat gemeenten kunnen (personen)"),
        ("wil_kolom", "Kolom met wat gemeenten extra willen (personen)"),
        ("mutatiegraad_kolom", "Kolom met de mutatiegraad (deel van 1)"),
    ):
        st.selectbox(
            label,
            list(columns.columns),
            placeholder="geen kolom",
            **bound(f"opt_{field}", getattr(held, field), _column_setter(field)),
        )


def _column_setter(field: str) -> Callable[[str | None], None]:
    return lambda name: _capacity(**{field: name})


def _capacity(**changes: object) -> None:
    adjust(capaciteit=scenario().capaciteit.adjusted(**changes))
