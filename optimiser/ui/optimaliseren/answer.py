"""The answer: closes or not, the map of the change, the table, downloads."""

import pandas as pd
import streamlit as st

from optimiser.io.scenario_toml import scenario_to_toml
from optimiser.maps import MapStyle, count_style, rate_style
from optimiser.report.antwoord.headline import headline
from optimiser.report.antwoord.no_answer import marked_table, refusal_lines
from optimiser.report.antwoord.outside import left_out_lines
from optimiser.report.antwoord.result_json import to_document, to_json
from optimiser.report.antwoord.summary import remarks
from optimiser.report.gemeente.room import freed_places
from optimiser.scenario.beperkingen import Gebied
from optimiser.solve.optimise import Optimalisatie
from optimiser.solve.result import Verdeling
from optimiser.teksten import load_teksten, signed, whole
from optimiser.ui.frame.meldingen import plain_text
from optimiser.ui.frame.session import gegevens
from optimiser.ui.frame.state import scenario
from optimiser.ui.kaart import show_map
from optimiser.ui.optimaliseren.card import show_card
from optimiser.ui.widgets.downloads import offer_file, offer_table
from optimiser.ui.widgets.maps import counts_today
from optimiser.ui.widgets.tables import Column, TableOptions, show_table

#: The same classes in every answer, so that colours can be followed while dragging [personen].
_STYLE = MapStyle(
    "Verandering door uitruil",
    (-25, -10, -4, -1, 1, 4, 10, 25),
    palette="paars-oranje",
    eenheid="personen",
    diverging=True,
)
_BORDERS = {Gebied.NIET: "provincie", Gebied.LAND: "provincie"}


def show_headline(outcome: Optimalisatie) -> None:
    """Tell in one line whether it closes and how much changes; then who is left out of it."""
    if not outcome.feasible:
        return
    if scenario().uitruil.binnen is Gebied.NIET and not outcome.moved:
        st.info(load_teksten()["app"]["optimaliseren"]["zonder_uitruil"])
    else:
        st.success(headline(outcome))
    show_outside(outcome)


def show_outside(outcome: Optimalisatie) -> None:
    """Tell who is in none of the user's own areas, and who of them is over a ceiling."""
    for line in left_out_lines(outcome):
        st.caption(plain_text(line))


def show_change(verdeling: Verdeling, outcome: Optimalisatie, table: pd.DataFrame) -> None:
    """Show where persons come from and go to; as long as nothing changes what is asked of whom.

    ``table`` is that of ``table_of``.
    """
    figures = gegevens()
    vanaf = figures.figures(verdeling.herkomst.peiljaar).indeling.vanaf
    names = figures.regios["gemeente"].to_dict()
    values, remarks = counts_today(table["verschil"], vanaf)
    style = _STYLE
    if not table["verschil"].any():
        values, style = _asked(verdeling, vanaf)
    picked = show_map(
        values,
        style,
        key="opt_kaart",
        names=names,
        borders=_borders(outcome),
        height=430 if outcome.feasible else 260,
        source=verdeling.herkomst.line(),
        marks=_no_place(outcome),
    )
    for line in remarks:
        st.caption(line)
    if picked or outcome.feasible:
        show_card(picked, outcome, names)


def _asked(verdeling: Verdeling, vanaf: int) -> tuple[pd.Series, MapStyle]:
    """Return the part of the freed corporation dwellings that is asked [%], else the persons.

    NA where nothing becomes free; of the gemeenten on the map.
    """
    persons, _ = counts_today(verdeling.gemeenten["taakstelling"], vanaf)
    places = freed_places(scenario(), gegevens(), verdeling)
    if places is None:
        return persons, count_style("Taakstelling", persons)
    room = counts_today(places, vanaf)[0].reindex(persons.index)
    pairs = zip(persons, room, strict=True)
    claim = [
        pd.NA if pd.isna(n) or pd.isna(most) or not most else float(100 * n / most)
        for n, most in pairs
    ]
    values = pd.Series(claim, index=persons.index, dtype=object)
    st.caption(load_teksten()["app"]["optimaliseren"]["beslag"])
    return values, rate_style("Beslag op vrijkomende sociale huur", values, "%")


def _no_place(outcome: Optimalisatie) -> dict[str, str]:
    """Return who is in an area that cannot close, to be hatched."""
    told = load_teksten()["app"]["optimaliseren"]["past_hier_niet"]
    codes = outcome.data.gm_codes
    return {str(codes[i]): str(told) for one in outcome.conflicts for i in one.members}


def _borders(outcome: Optimalisatie) -> str | pd.Series:
    binnen = scenario().uitruil.binnen
    if binnen is not Gebied.EIGEN:
        return _BORDERS.get(binnen, binnen.value)
    data = outcome.data
    return pd.Series(
        {data.gm_codes[i]: group.naam for group in data.groups for i in group.members}, dtype=object
    )


def show_numbers(verdeling: Verdeling, outcome: Optimalisatie, table: pd.DataFrame) -> None:
    """Show before, after and limits per gemeente, and hand them out."""
    sums = ["doel", "taakstelling", "verschil"]
    totals = {"gemeente": "Totaal"} | {column: int(table[column].sum()) for column in sums}
    show_table(
        table.sort_values("gemeente"),
        _columns(outcome.data.total),
        key="opt_tabel",
        titel="Vóór en na uitruil per gemeente (personen)",
        options=TableOptions(search=True, totals=totals, height=14),
    )
    now, line = scenario(), verdeling.herkomst.line()
    with st.container(horizontal=True):
        refusal = refusal_lines(outcome)
        told = [now.titel, *refusal, *remarks(now, verdeling), line]
        marked = marked_table(table, refusal)
        offer_table(marked, told, naam="verdeling", key="opt", totals=sums)
        offer_file(
            "Download het resultaat (JSON)",
            lambda: to_json(to_document(now, verdeling, outcome)).encode("utf-8"),
            naam="resultaat.json",
            mime="application/json",
            key="opt_json",
        )
        offer_file(
            "Download het scenario (TOML)",
            lambda: scenario_to_toml(now).encode("utf-8"),
            naam="scenario.toml",
            mime="application/toml",
            key="opt_toml",
        )


def _columns(total: int) -> tuple[Column, ...]:
    def most(value: int) -> str:
        return "geen" if value >= total else whole(value)

    return (
        Column("gemeente", "Gemeente"),
        Column("provincie", "Provincie"),
        Column("doel", "Vóór", whole, "Taakstelling volgens de verdeelsleutel"),
        Column("taakstelling", "Na", whole, "Taakstelling na uitruil"),
        Column("verschil", "Verschil", signed, "Na min vóór"),
        Column("ondergrens", "Ten minste", whole, "Ondergrens uit bodem, wijziging of vast"),
        Column(
            "bovengrens", "Hooguit", most, "Bovengrens uit plafond, kan, wil, wijziging of vast"
        ),
    )
