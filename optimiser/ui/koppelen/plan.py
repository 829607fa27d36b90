"""The plan: what it comes to and how sure that is, per gemeente, and what may be taken along."""

from functools import partial

import streamlit as st

from optimiser.io.writing.export import csv_bytes, to_xlsx
from optimiser.koppelen.plan import Koppelplan
from optimiser.koppelen.publication import BANDEN
from optimiser.report.koppelen.plan import plan_sheet, plan_summary, plan_table
from optimiser.report.koppelen.public import public_note, public_table, public_text
from optimiser.report.koppelen.workbook import plan_sheets
from optimiser.teksten import decimal, load_teksten, whole
from optimiser.ui.frame.meldingen import plain_text
from optimiser.ui.koppelen.choice import Koppelkeuze
from optimiser.ui.koppelen.rests_on import plan_name, rests_lines
from optimiser.ui.koppelen.work import plan_of
from optimiser.ui.widgets.downloads import XLSX, offer_file
from optimiser.ui.widgets.tables import Column, TableOptions, show_table

_RATE = partial(decimal, places=2)
_PROOF = "Bewezen: minder kan niet. Anders wat ten minste nodig is, en wat is gevonden"
_BOUND = "bewijs_"
_STAGES = (
    ("iedereen_een_plek", "Zonder plek", whole, "Personen zonder plek"),
    ("minste_afwijking", "Ernaast", whole, "Personen naast de taakstelling van hun gemeente"),
    ("grote_gezinnen_gespreid", "Grote gezinnen", _RATE, "De meeste per 10.000 inwoners"),
)
_AREAS = (
    Column("gebied", "COA-regio"),
    Column("taakstelling", "Taakstelling", whole, "Personen"),
    Column("gekoppeld", "Gekoppeld", whole, "Personen"),
    *(
        column
        for naam, titel, form, uitleg in _STAGES
        for column in (
            Column(naam, titel, form, uitleg, "niet bereikt"),
            Column(f"{_BOUND}{naam}", "Bewijs", None, _PROOF, "niet bereikt"),
        )
    ),
)
_PUBLIC = (
    Column("gebied", "COA-regio"),
    *(
        Column(band, f"{band} {'persoon' if high == 1 else 'personen'}", public_text)
        for band, _, high in BANDEN
    ),
)


def show_plan(keuze: Koppelkeuze) -> None:
    """Show the plan of the area, or offer to make it."""
    found = plan_of(keuze)
    if found is None:
        return
    st.markdown(f"**{plain_text(plan_summary(keuze.gebied, found, keuze.vraag))}**")
    table = plan_table(found, keuze.vraag)
    titel = f"Plan voor {keuze.gebied}, met bewijs per stap"
    show_table(table, _AREAS, key="koppel_plan", titel=titel, options=TableOptions(search=False))
    public = public_table(found, keuze.vraag)
    if public is not None:
        titel = "Voor iedereen: geplaatste huishoudens naar grootte"
        options = TableOptions(search=False)
        show_table(public, _PUBLIC, key="koppel_openbaar", titel=titel, options=options)
    st.caption(plain_text(public_note(public)))
    _take_along(keuze, found)


def _take_along(keuze: Koppelkeuze, found: Koppelplan) -> None:
    st.markdown(load_teksten()["app"]["koppelen"]["wie_mag"])
    vraag, name = keuze.vraag, plan_name(keuze)
    herkomst = rests_lines(keuze)
    public = public_table(found, vraag)
    with st.container(horizontal=True):
        offer_file(
            "Download plan als Excel",
            lambda: to_xlsx(plan_sheets(found, vraag, keuze.start, keuze.own), herkomst),
            naam=f"{name}.xlsx",
            mime=XLSX,
            key="koppel_xlsx",
        )
        offer_file(
            "Download plan als CSV",
            lambda: csv_bytes(plan_sheet(found, vraag).table),
            naam=f"{name}.csv",
            mime="text/csv",
            key="koppel_csv",
        )
        if public is not None:
            offer_file(
                "Download openbare tabel als CSV",
                partial(csv_bytes, public),
                naam=f"{name}-openbaar.csv",
                mime="text/csv",
                key="koppel_openbaar_csv",
            )
