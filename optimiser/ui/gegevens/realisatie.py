"""Own realisatie beside the statutory taakstelling: map, provinces, gemeenten, download."""

import pandas as pd
import streamlit as st

from optimiser.compare.errors import RealisatieUnavailableError
from optimiser.compare.realisatie.beside import Realisatie, Som, brought, realisatie, statutory
from optimiser.maps import MapStyle, difference_breaks, embedded_geometry
from optimiser.maps.matching import as_floats
from optimiser.report.kaart.on_map import on_map
from optimiser.report.vergelijking import realisatie as words
from optimiser.solve.result import Verdeling
from optimiser.teksten import percentage, signed, whole
from optimiser.teksten.zinnen import sentence
from optimiser.ui.frame import session, state
from optimiser.ui.frame.meldingen import plain_text
from optimiser.ui.kaart import show_map
from optimiser.ui.widgets.downloads import offer_table
from optimiser.ui.widgets.fields import pick_halfjaar
from optimiser.ui.widgets.tables import Column, TableOptions, show_table

#: Of the map, and of the table beside it [px].
WIDTH = 590
_NUMBERS = (
    Column("taakstelling", "Taakstelling", whole, "Wettelijke sleutel, vóór uitruil, in personen"),
    Column("realisatie", "Realisatie", whole, "In dit halfjaar gehuisvest, in personen"),
    Column("verschil", "Verschil", signed, "Plus is achterstand, min is voorsprong, in personen"),
    Column(
        "realisatiegraad", "Realisatiegraad", percentage, "Realisatie als deel van de taakstelling"
    ),
)
_GEMEENTEN = (Column("gemeente", "Gemeente"), Column("provincie", "Provincie"), *_NUMBERS)
_KNOWN = Column("over", "Over", None, "Gemeenten met een cijfer; alleen die tellen mee")
_PROVINCIES = (Column("provincie", "Provincie"), _KNOWN, *_NUMBERS[1:])


def show_realisatie() -> None:
    """Show what was housed in the half-year of the scenario, if the user brought it."""
    figures = session.gegevens()
    if not brought(figures):
        return
    st.header("Realisatie naast de taakstelling")
    pick_halfjaar()
    halfjaar = state.scenario().halfjaar
    wettelijk = session.answer(statutory(state.scenario()))
    try:
        found = realisatie(wettelijk, figures)
    except RealisatieUnavailableError as error:
        st.info(sentence("realisatie", "niet", error.params))
        return
    st.markdown(f"**{words.summary(found, halfjaar)}**")
    with st.container(horizontal=True, gap="medium"):  # below each other where it is narrow
        with st.container(width=WIDTH):
            _map(found, wettelijk, halfjaar)
        with st.container(width=WIDTH):
            _provincies(found, halfjaar)
    _gemeenten(found, wettelijk, halfjaar)
    st.markdown("\n".join(f"- {plain_text(line)}" for line in words.remarks(found, halfjaar)))


def _map(found: Realisatie, wettelijk: Verdeling, halfjaar: str) -> None:
    figures = session.gegevens()
    year = figures.figures(wettelijk.herkomst.peiljaar, state.scenario().indeling).indeling.vanaf
    shown = on_map(found.gemeenten["verschil"], embedded_geometry(), figures, year)
    style = MapStyle(
        f"Achterstand (+) of voorsprong (−) in {halfjaar}",
        difference_breaks(as_floats(shown.waarden)),
        "paars-oranje",
        eenheid="personen",
        diverging=True,
    )
    names = figures.regios["gemeente"].to_dict()
    source = words.source_line(found, halfjaar)
    show_map(shown.waarden, style, key="realisatie_kaart", names=names, source=source)
    for line in shown.meldingen:
        st.caption(line)


def _provincies(found: Realisatie, halfjaar: str) -> None:
    rows = found.provincies
    pairs = zip(rows["bekend"], rows["gemeenten"], strict=True)
    over = [_over(int(known), int(every)) for known, every in pairs]
    show_table(
        rows.assign(over=over),
        _PROVINCIES,
        key="realisatie_provincies",
        titel=f"Realisatie per provincie, {halfjaar} (personen)",
        options=TableOptions(totals={"provincie": "Totaal"} | _totals(found.totaal)),
    )


def _gemeenten(found: Realisatie, wettelijk: Verdeling, halfjaar: str) -> None:
    som = found.totaal
    over = "Totaal" if som.bekend == som.gemeenten else f"Over {_over(som.bekend, som.gemeenten)}"
    show_table(
        found.gemeenten.sort_values("gemeente"),
        _GEMEENTEN,
        key="realisatie_gemeenten",
        titel=f"Realisatie per gemeente, {halfjaar} (personen)",
        options=TableOptions(search=True, totals={"gemeente": over} | _totals(som)),
    )
    offer_table(
        words.file_table(found.gemeenten),
        [
            words.summary(found, halfjaar),
            *words.remarks(found, halfjaar),
            wettelijk.herkomst.line(),
        ],
        naam=f"realisatie-{halfjaar}",
        key="realisatie",
    )


def _totals(som: Som) -> dict[str, object]:
    return {
        "over": _over(som.bekend, som.gemeenten),
        "taakstelling": som.taakstelling,
        "realisatie": som.realisatie,
        "verschil": som.verschil,
        "realisatiegraad": pd.NA if som.graad is None else som.graad,
    }


def _over(known: int, every: int) -> str:
    r"""Tell over how many gemeenten a sum is.

    >>> _over(9, 10)
    '9\xa0van\xa010'
    """
    return "\N{NO-BREAK SPACE}".join((whole(known), "van", whole(every)))
