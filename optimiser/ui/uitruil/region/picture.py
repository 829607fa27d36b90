"""The region as a map beside a table with the same numbers."""

import pandas as pd
import streamlit as st

from optimiser.io.gemeentegrenzen.embedded import names_on_map
from optimiser.teksten import counted, decimal, signed, whole
from optimiser.ui.frame import session
from optimiser.ui.frame.meldingen import plain_text
from optimiser.ui.kaart import show_map
from optimiser.ui.uitruil.kept import saldo_before
from optimiser.ui.uitruil.numbers import COUNTS, MAPS, arrows, map_values, parties_of, region_table
from optimiser.ui.uitruil.region.pick import OWN, keep_region
from optimiser.ui.uitruil.words import claim, say
from optimiser.ui.widgets.maps import counts_today
from optimiser.ui.widgets.tables import Column, TableOptions, show_table
from optimiser.uitruil.toets.uitslag import Toetsuitslag

#: First and last of what the map can show: with agreements, and without any.
DIFFERENCE, *_, CLAIM = MAPS
_COLUMNS = (
    Column("gemeente", "Gemeente"),
    Column("formule", "Formule", whole, "Taakstelling volgens de formule, in personen"),
    Column("bindend", "Al bindend", signed, "Wat al bindende overeenkomsten wijzigen, in personen"),
    Column(
        "saldo",
        "Saldo vooraf",
        signed,
        "Achterstand (+) of voorsprong (−) na het halfjaar ervoor, uit het datapunt, in personen",
    ),
    Column("verschil", "Verschil", signed, "Som van alle afspraken in de tabel, in personen"),
    Column("na", "Na", whole, "Taakstelling na alle afspraken, in personen"),
    Column("per_1000_na", "Per 1.000 inw.", lambda v: decimal(v, 2), "Na, per 1.000 inwoners"),
    Column("claim_na", "Beslag", claim, "Deel van de vrijkomende corporatiewoningen, na"),
    Column("kan", "Kan", whole, "Hoeveel personen de gemeente kan huisvesten"),
    Column("wil", "Wil", whole, "Hoogste aantal personen dat de gemeente aanbiedt te huisvesten"),
)


def show_region(uitslag: Toetsuitslag, naam: str, codes: tuple[str, ...]) -> None:
    """Show the map beside the table with the same numbers, parties from elsewhere included."""
    inside = tuple(dict.fromkeys([*codes, *parties_of(uitslag)]))
    # Fixed widths side by side on a wide screen, below each other on a tablet.
    with st.container(horizontal=True, gap="medium"):
        with st.container(width=560):
            _map(uitslag, codes)
        with st.container(width=640):
            if inside:
                _table(uitslag, naam or "alle partijen", inside)
            else:
                st.info(say("kies_gebied"))


def _map(uitslag: Toetsuitslag, codes: tuple[str, ...]) -> None:
    names = {code: party.naam for code, party in uitslag.stand.gemeenten.items()}
    known = any(party.vrijgekomen is not None for party in uitslag.stand.gemeenten.values())
    choices = [soort for soort in MAPS if known or soort != CLAIM]
    # Without agreements there is no difference to show: then who has room and who is short.
    first = DIFFERENCE if uitslag.uitslagen else choices[-1]
    if st.session_state.get("_uitruil_kaart_eerst") != first:
        st.session_state["_uitruil_kaart_eerst"] = first
        st.session_state["uitruil_kaart_soort"] = first
    soort = st.selectbox("Op de kaart", choices, key="uitruil_kaart_soort")
    values, style = map_values(uitslag, soort)

    def picked(chosen: tuple[str, ...]) -> list[str]:
        # In a region with a name a pick takes a gemeente out or in: the region becomes one's own.
        after = sorted(code for code in chosen if code in names)
        keep_region(OWN, ",".join(after))
        return after

    remarks: list[str] = []
    if MAPS[soort][0] in COUNTS:
        figures = session.gegevens().figures(uitslag.stand.herkomst.peiljaar)
        values, remarks = counts_today(values, figures.indeling.vanaf)
    show_map(
        values,
        style,
        key="uitruil_kaart",
        names=names,
        selected=codes,
        zoom_to=codes,
        multiple=True,
        borders=pd.Series(values.index.isin(codes), values.index) if codes else "provincie",
        lines=arrows([one.voorstel for one in uitslag.uitslagen]),
        height=330,
        source=uitslag.stand.herkomst.bron,
        on_change=picked,
    )
    if gone := sorted(names[code] for code in codes if code not in names_on_map()):
        remarks.append(say("niet_op_kaart").format(namen=", ".join(map(plain_text, gone))))
    for line in remarks:
        st.caption(line)


def _table(uitslag: Toetsuitslag, naam: str, codes: tuple[str, ...]) -> None:
    table = region_table(uitslag, codes).sort_values("gemeente")
    before = saldo_before(uitslag.stand.halfjaar)
    table["saldo"] = [before.get(str(code)) for code in table.index]
    unknown = [word for word in ("kan", "wil") if table[word].isna().all()]
    absent = [*unknown, *(["saldo"] if table["saldo"].isna().all() else [])]
    shown = [c for c in _COLUMNS if c.naam not in absent]
    if not table["bindend"].any():
        shown = [column for column in shown if column.naam != "bindend"]
    totals: dict[str, str | int] = {"gemeente": "Som"}
    totals |= {part: int(table[part].sum()) for part in ("formule", "bindend", "verschil", "na")}
    number = counted(len(codes), "gemeente", "gemeenten")
    show_table(
        table.astype(object).where(pd.notna(table), None),
        shown,
        key="uitruil_gebied_tabel",
        titel=f"{naam[:1].upper()}{naam[1:]}: {number}, vóór en na alle afspraken",
        options=TableOptions(totals=totals, search=len(codes) > 12),
    )
    if unknown:
        st.caption(say(f"onbekend_{'_'.join(unknown)}"))
