"""Does it fit: the country and the area that was picked, in a sentence and a picture."""

from collections.abc import Iterator
from functools import partial

import pandas as pd
import streamlit as st

from optimiser.koppelen.publication import has_small
from optimiser.koppelen.uitgangspunt import LAND
from optimiser.report.koppelen.eigen import closing_line
from optimiser.report.koppelen.pictures import supply_picture
from optimiser.report.koppelen.sentences import passend_lines, regions_line
from optimiser.report.koppelen.tables import area_row, drempel_table, supply_table
from optimiser.report.lrt.pages.deck import small_deck
from optimiser.report.lrt.slides.koppelen import koppel_slides
from optimiser.teksten import counted, load_teksten, whole
from optimiser.ui.frame import session
from optimiser.ui.frame.meldingen import plain_text
from optimiser.ui.koppelen.choice import Koppelkeuze
from optimiser.ui.widgets.downloads import PPTX, offer_file
from optimiser.ui.widgets.tables import Column, TableOptions, show_table

_CLASSES = (
    Column("klasse", "Woningklasse", None, "k: kamers; een aanname"),
    Column("personen", "Voor"),
    Column("woningen", "Woningen", whole),
    Column("huishoudens", "Huishoudens", whole, "Die er een plek hebben, van klein naar groot"),
    Column("doorgeschoven", "In een grotere klasse", whole, "Omdat de kleinere vol is"),
    Column("over", "Woningen over", whole),
    Column("tekort", "Zonder plek", whole, "Huishoudens; dit is hun grootste klasse"),
)
_AREAS = (
    Column("gebied", "COA-regio"),
    Column("huishoudens", "Huishoudens", whole),
    Column("personen", "Personen", whole, "Samen de taakstelling"),
    Column("woningen", "Woningen", whole),
    Column("tekort", "Zonder plek", whole, "Huishoudens, het minste dat kan"),
    Column("zonder", "Personen zonder plek", whole, "Het minste dat kan"),
)
_LARGE = (
    Column("drempel", "Groot vanaf", lambda n: f"{whole(n)} personen"),
    Column("sinds", "Sinds"),
    Column("huishoudens", "Huishoudens", whole),
    Column("personen", "Personen", whole),
    Column("woningen", "Woningen", whole, "Waar een gezin van die grootte in past"),
    Column("tekort", "Zonder plek", whole, "Als niemand anders zo'n woning krijgt"),
    Column("bron", "Bron"),
)


def show_past(keuze: Koppelkeuze) -> None:
    """Show the answer with its picture and table."""
    rows = keuze.bezetting()
    told, shown = st.columns([2, 3], gap="large")
    with told:
        for gebied in dict.fromkeys((keuze.gebied, LAND)):
            _tell(keuze, gebied)
        if keuze.gebied == LAND:
            st.markdown(plain_text(regions_line([*_short(keuze)])))
    with shown:
        picture, alt = supply_picture(keuze.gebied, rows)
        st.image(picture, alt=alt)
    titel = f"Woningen en huishoudens per klasse, {keuze.gebied}"
    options = TableOptions(search=False)
    show_table(supply_table(rows), _CLASSES, key="koppel_klassen", titel=titel, options=options)
    if keuze.own.huishoudens is not None and has_small(rows):
        st.caption(load_teksten()["app"]["koppelen"]["geen_dia"])
        return
    offer_file(
        "Download dia (PowerPoint)",
        partial(_slides, keuze),
        naam=f"past-het-{keuze.gebied.lower()}.pptx",
        mime=PPTX,
        key="koppel_pptx",
    )


def show_areas(keuze: Koppelkeuze) -> None:
    """Show every COA region and the country below each other."""
    areas = [*keuze.start.vraag.huishoudens, LAND]
    table = pd.DataFrame(
        [area_row(g, keuze.need(g), keuze.supply(g), keuze.passend(g)) for g in areas]
    )
    if keuze.own.huishoudens is None:
        st.markdown(load_teksten()["app"]["koppelen"]["regios"])
    show_table(table, _AREAS, key="koppel_regios", titel="Past het, per COA-regio")


def show_large(keuze: Koppelkeuze) -> None:
    """Show the large families under every threshold that was ever in force, beside each other."""
    need, woningen = keuze.need(keuze.gebied), keuze.supply(keuze.gebied)
    table = drempel_table(need, woningen, keuze.start.vraag.klassen, session.gegevens())
    for place, row in zip(st.columns(len(table)), table.itertuples(), strict=True):
        told = counted(row.huishoudens, "gezin", "gezinnen")
        place.metric(f"Vanaf {row.drempel} personen (sinds {row.sinds})", told)
    st.markdown(load_teksten()["app"]["koppelen"]["groot"])
    titel = f"Grote gezinnen, {keuze.gebied}"
    show_table(table, _LARGE, key="koppel_groot", titel=titel, options=TableOptions(search=False))


def _slides(keuze: Koppelkeuze) -> bytes:
    made = koppel_slides(keuze.start, keuze.gebied, keuze.own)
    return small_deck(made, keuze.start.herkomst.line())


def _short(keuze: Koppelkeuze) -> Iterator[tuple[str, int]]:
    """Yield every COA region with the households it has no place for."""
    for naam in keuze.start.vraag.huishoudens:
        yield naam, keuze.passend(naam).huishoudens


def _tell(keuze: Koppelkeuze, gebied: str) -> None:
    found = keuze.passend(gebied)
    need = keuze.need(gebied)
    lines = passend_lines(gebied, need, keuze.supply(gebied), found)
    persons = sum(size * count for size, count in need.items())
    if told := closing_line(gebied, persons, keuze.taakstelling(gebied)):
        lines.append(told)
    st.markdown(f"**{plain_text(lines[0])}**")
    if len(lines) > 1:
        st.markdown("\n".join(f"- {plain_text(line)}" for line in lines[1:]))
