"""Deliveries in the app: a file is previewed, kept as a concept, and settled."""

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from optimiser.datapunt.current import read_gegevens
from optimiser.datapunt.deliver import Voorbeeld, deliver, preview
from optimiser.datapunt.embedded import DOOR, Meegeleverd, embedded_leveringen
from optimiser.datapunt.held import own_datapunt, read_datapunt
from optimiser.datapunt.levering import Levering, LeveringStatus
from optimiser.datapunt.reading.tabellen import TABELLEN
from optimiser.datapunt.toets.bevinding import PuntSoort
from optimiser.teksten import load_teksten, whole
from optimiser.teksten.zinnen import sentence
from optimiser.ui.frame.admission import may, zicht
from optimiser.ui.frame.meldingen import meldingen, plain_text
from optimiser.ui.widgets.fields import ask_name
from optimiser.ui.widgets.tables import Column, TableOptions, show_table
from optimiser.zicht.werkruimte import Rol

_COLUMNS = (
    Column("nummer", "Nummer"),
    Column("titel", "Tabel"),
    Column("omvang", "Over"),
    Column("bestand", "Bestand"),
    Column("aantal", "Rijen", whole, leeg=""),
    Column("status", "Status"),
    Column("door", "Door"),
)


def show_leveringen() -> None:
    """Show the road in: bring a file, confirm what is asked, settle it."""
    texts = load_teksten()["app"]["verloop"]
    st.markdown(texts["leveringen"])
    if may(Rol.VASTSTELLER):
        _bring(texts)
    point = read_datapunt(zicht())
    found = () if point is None else point.leveringen()
    rows = [_row(one) for one in reversed(found)]
    table = pd.DataFrame([*rows, *(_row_of_embedded(one) for one in embedded_leveringen())])
    options = TableOptions(height=18)
    show_table(table, _COLUMNS, key="leveringen", titel="Leveringen", options=options)
    if not found:
        st.caption(sentence("levering", "geen", {}))


def _bring(texts: Mapping[str, str]) -> None:
    """Take a file, and settle what waits."""
    wie = ask_name("Uw naam", key="levering_wie", help=texts["wie"])
    brought = st.file_uploader(
        "Bestand (CSV, XLSX of TOML)", type=["csv", "xlsx", "txt", "toml"], key="levering_bestand"
    )
    if brought is not None:
        with meldingen():
            _preview(brought.name, brought.getvalue(), wie)
    point = read_datapunt(zicht())
    _settle(() if point is None else point.leveringen(), wie)


def _preview(name: str, content: bytes, wie: str) -> None:
    seen = preview(name, content, read_gegevens(), read_datapunt(zicht()))
    _lists(seen)
    asked = seen.oordeel.of(PuntSoort.BEVESTIGEN)
    if seen.oordeel.of(PuntSoort.GEWEIGERD):
        return
    sure = not asked or st.checkbox("Dit klopt; bewaar het erbij", key="levering_bevestig")
    if st.button("Bewaar als concept", disabled=not (sure and wie.strip()), key="levering_bewaar"):
        one = deliver(own_datapunt(zicht()), seen, wie.strip(), bevestigd=bool(asked))
        st.toast(sentence("levering", "bewaard_kort", {"nummer": str(one.nummer)}))


def _lists(seen: Voorbeeld) -> None:
    """Show the three lists."""
    kind = seen.gelezen.tabel
    if kind is not None:
        st.markdown(f"**{kind.titel}**, {whole(len(seen.gelezen.rijen))} rijen gelezen.")
    for ernst, show in ((PuntSoort.GEWEIGERD, st.error), (PuntSoort.BEVESTIGEN, st.warning)):
        if lines := seen.oordeel.told(ernst, in_app=True):
            show(
                "\n".join(
                    [f"**{str(ernst).capitalize()}**", "", *(f"- {plain_text(x)}" for x in lines)]
                )
            )
    st.success(sentence("levering", "in_orde", {"aantal": seen.oordeel.in_orde}))


def _settle(found: tuple[Levering, ...], wie: str) -> None:
    concepts = [one for one in found if one.status is LeveringStatus.CONCEPT]
    for one in concepts:
        label = f"Stel levering {one.nummer} vast ({one.bestand})"
        if st.button(label, disabled=not wie.strip(), key=f"levering_vast_{one.nummer}"):
            own_datapunt(zicht()).settle(one.nummer, wie.strip())
            st.rerun()


def _row(one: Levering) -> dict[str, object]:
    first, last = one.omvang[0], one.omvang[-1]
    return {
        "nummer": str(one.nummer),
        "titel": TABELLEN[one.tabel].titel,
        "omvang": first if first == last else f"{first} t/m {last}",
        "bestand": one.bestand,
        "aantal": one.aantal,
        "status": str(one.status),
        "door": one.door,
    }


def _row_of_embedded(one: Meegeleverd) -> dict[str, object]:
    return {
        "nummer": one.nummer,
        "titel": one.titel,
        "omvang": one.omvang,
        "bestand": one.bestand,
        "aantal": pd.NA,
        "status": "vastgesteld",
        "door": DOOR,
    }
