"""Which keys are compared: picked here, written in the address the way the command line does."""

import pandas as pd
import streamlit as st

from optimiser.compare.keuze import SleutelKeuze, parse_keuze
from optimiser.compare.vraag import Vraag
from optimiser.scenario.scenario import Scenario
from optimiser.ui.frame import session, state
from optimiser.ui.frame.meldingen import plain_text
from optimiser.ui.vergelijken.labels import FIRST, kind, offered, readable_keuzes, title_of

#: Name of the query parameter, and of the text in the session.
PARAMETER, _KEPT = "sleutels", "_sleutels"
LEAST, MOST = 2, 5


def compared() -> tuple[SleutelKeuze, ...]:
    """Return the keys of this session: those in the address, or else a first choice."""
    written = st.query_params.get(PARAMETER, "") or st.session_state.get(_KEPT, "")
    found = readable_keuzes(written[:1000])[:MOST]
    return found or first_choice(state.scenario())


def first_choice(scenario: Scenario) -> tuple[SleutelKeuze, ...]:
    """Return what a first visit shows: three keys, with that of the scenario among them.

    >>> [k.label for k in first_choice(Scenario(halfjaar="2021-1", sleutel="huishoudens"))]
    ['inwoners', 'huishoudens', 'woningvoorraad', 'sociale_huurvoorraad']
    """
    own = [] if scenario.sleutel_opties.model_fields_set else [scenario.sleutel]
    return tuple(parse_keuze(label) for label in dict.fromkeys([FIRST[0], *own, *FIRST[1:]]))


def compare_these(keuzes: tuple[SleutelKeuze, ...]) -> None:
    """Compare other keys from now on; also in the address, so that a link shows the same."""
    text = ",".join(keuze.label for keuze in keuzes)
    st.session_state[_KEPT] = text
    st.query_params[PARAMETER] = text


def replace_keuze(label: str) -> None:
    """Change the options of one of the compared keys."""
    new = parse_keuze(label)
    compare_these(tuple(new if kind(k) == kind(new) else k for k in compared()))


def pick_keuzes() -> tuple[SleutelKeuze, ...]:
    """Let the user pick the keys, and list which cannot be picked and why."""
    now = {kind(keuze): keuze for keuze in compared()}
    can, _ = offered(figures_now(), own_names())
    options = can | {k: keuze.label for k, keuze in now.items()}

    def picked(kinds: list[str]) -> None:
        compare_these(tuple(now.get(k) or parse_keuze(options[k]) for k in kinds))

    kinds = st.multiselect(
        "Verdeelsleutels (twee tot vijf)",
        list(options),
        format_func=lambda k: title_of(now.get(k) or parse_keuze(options[k])),
        max_selections=MOST,
        placeholder="Kies verdeelsleutels",
        **state.bound("vergelijk_sleutels", list(now), picked),
    )
    return tuple(now[k] for k in kinds if k in now)


def show_unavailable() -> None:
    """List the keys that cannot be computed now, and why."""
    _, cannot = offered(figures_now(), own_names())
    lines = (f"- **{plain_text(t)}**: {plain_text(why)}" for t, why in cannot.items())
    st.markdown("\n".join(["Deze sleutels zijn nu niet beschikbaar:", "", *lines]))


def pick_pair(keuzes: tuple[SleutelKeuze, ...]) -> tuple[SleutelKeuze, SleutelKeuze]:
    """Let the user pick which two are held against each other: reference first."""
    by_kind = {kind(keuze): keuze for keuze in keuzes}
    left, right = st.columns(2)
    tegen = left.selectbox(
        "Van (uitgangspunt)",
        list(by_kind),
        format_func=lambda k: title_of(by_kind[k]),
        key="van",
        bind="query-params",
    )
    others = [k for k in by_kind if k != tegen]
    naar = right.selectbox(
        "Naar",
        others,
        format_func=lambda k: title_of(by_kind[k]),
        key="naar",
        bind="query-params",
    )
    return by_kind[str(tegen)], by_kind[str(naar)]


def question(keuzes: tuple[SleutelKeuze, ...], tegen: SleutelKeuze) -> Vraag:
    """Return what is compared: these keys on the half-year and figures of the scenario."""
    return Vraag.of(state.scenario(), keuzes, tegen)


def figures_now() -> pd.DataFrame:
    """Return the table of figures of the scenario's year."""
    now, figures = state.scenario(), session.gegevens()
    year = now.period.peiljaar if now.peiljaar is None else now.peiljaar
    return figures.figures(year if year in figures.gemeenten else max(figures.gemeenten)).tabel


def own_names() -> list[str]:
    """Return the names of the user's own columns."""
    own = session.own_columns()
    return [] if own is None else [str(column) for column in own.columns]
