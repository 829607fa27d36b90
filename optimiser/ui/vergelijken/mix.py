"""Options of the compared keys that have them: weights of a mix, two tiers, beta."""

from functools import partial

import streamlit as st

from optimiser.compare.keuze import SleutelKeuze
from optimiser.gegevens.gegevens import GROUPINGS
from optimiser.ui.frame import state
from optimiser.ui.vergelijken.choice import replace_keuze
from optimiser.ui.vergelijken.labels import REGIONS, mix_label, percent, remixed, reweighted
from optimiser.ui.widgets.fields import available_keys, number_field
from optimiser.verdeelsleutels import find

#: Most keys in one mix.
MOST = 4


def edit_options(keuzes: tuple[SleutelKeuze, ...]) -> None:
    """Show the options of every compared key that has them."""
    editors = {"gewichten": _mix, "gebied": _tiers, "beta": _beta}
    for keuze in keuzes:
        if asked := [name for name in keuze.key.opties if name in editors]:
            with st.container(border=True):
                st.markdown(f"**{keuze.key.titel}**")
                for name in asked:
                    editors[name](keuze)


def _title(naam: str) -> str:
    return find(naam).titel


def _mix(keuze: SleutelKeuze) -> None:
    """Weights that are always 100 together: the last key takes the rest."""
    weights = keuze.opties.gewichten or {}
    st.multiselect(
        "Sleutels in de mix (de laatste krijgt de rest)",
        list(dict.fromkeys([*weights, *available_keys()])),
        format_func=_title,
        max_selections=MOST,
        placeholder="Kies sleutels",
        **state.bound("mix_sleutels", list(weights), lambda parts: _remix(keuze, parts)),
    )
    *free, last = weights
    for naam in free:
        apply = partial(_weigh, keuze, naam)
        st.slider(
            f"Gewicht van {_title(naam)} (%)",
            0,
            100,
            step=1,
            **state.bound(f"gewicht_{naam}", round(weights[naam]), apply),
        )
    told = " + ".join(f"{_title(naam)} {percent(weight)}" for naam, weight in weights.items())
    st.markdown(f"{_title(last)} krijgt de rest: **{percent(weights[last])}**.")
    st.markdown(f"Samen 100 %: {told}.")


def _remix(keuze: SleutelKeuze, parts: list[str]) -> None:
    if parts:
        replace_keuze(mix_label(remixed(keuze.opties.gewichten or {}, parts), keuze.sleutel))


def _weigh(keuze: SleutelKeuze, naam: str, wanted: int) -> None:
    replace_keuze(mix_label(reweighted(keuze.opties.gewichten or {}, naam, wanted), keuze.sleutel))


def _tiers(keuze: SleutelKeuze) -> None:
    """One key over regions, another inside them."""
    now = {name: str(getattr(keuze.opties, name)) for name in ("eerst", "daarna", "gebied")}
    keys = list(dict.fromkeys([now["eerst"], now["daarna"], *available_keys()]))
    labels = {
        "gebied": "Verdeel eerst over",
        "eerst": "met deze sleutel",
        "daarna": "en daarbinnen over gemeenten met",
    }
    for place, (name, label) in zip(st.columns(3), labels.items(), strict=True):
        options = list(GROUPINGS) if name == "gebied" else keys
        apply = partial(_tier, keuze.sleutel, now, name)
        place.selectbox(
            label, options, format_func=_shown, **state.bound(f"trap_{name}", now[name], apply)
        )


def _shown(naam: str) -> str:
    return REGIONS[naam] if naam in REGIONS else _title(naam)


def _tier(naam: str, now: dict[str, str], name: str, picked: str) -> None:
    new = now | {name: picked}
    replace_keuze(f"{naam}:{new['eerst']}/{new['daarna']}@{new['gebied']}")


def _beta(keuze: SleutelKeuze) -> None:
    number_field(
        "Bèta: gewicht van de SES-score, per punt",
        keuze.opties.beta,
        lambda value: replace_keuze(f"{keuze.sleutel}:beta={value or 0}"),
        key="vergelijk_beta",
        places=2,
    )
