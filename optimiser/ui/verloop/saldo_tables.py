"""The tables of page Verloop."""

import pandas as pd
import streamlit as st

from optimiser.teksten import decimal, load_teksten, percentage, signed, whole
from optimiser.ui.verloop.choice import VerloopKeuze
from optimiser.ui.widgets.tables import Column, TableOptions, show_table

_UNKNOWN = "onbekend"


def _months(value: float) -> str:
    return signed(value, 1)


def _times(value: float) -> str:
    return decimal(value, 2)


_PARTS = (
    Column("saldo_begin", "Begin", signed, "Saldo aan het begin, met aansluiting", _UNKNOWN),
    Column("taakstelling", "Taakstelling", whole, "Gevraagd in dit halfjaar", _UNKNOWN),
    Column("realisatie", "Gehuisvest", whole, "In dit halfjaar, tot de peildatum", _UNKNOWN),
    Column("onverklaard", "Onverklaard", signed, "Wat in de bron niet sluit", _UNKNOWN),
    Column("saldo", "Saldo", signed, "Plus is achterstand, min is voorsprong", _UNKNOWN),
    Column("maanden_werk", "Maanden werk", _months, "6 x saldo / taakstelling", _UNKNOWN),
)
_FACTS = (
    Column("naar_rato", "Naar rato", signed, "Achter (+) bij de tijd die voorbij is", "-"),
    Column("maal_tempo", "Keer tempo", _times, "Nodig tempo gedeeld door dat tot nu toe", "-"),
    Column("maal_hoogste", "Keer beste", _times, "Nodig tempo tegen het beste halfjaar", "-"),
    Column("leeftijd", "Leeftijd", whole, "Halfjaren met een open rest", "-"),
    Column("reeks", "Reeks", whole, "Halfjaren op rij met een achterstand aan het eind", "-"),
)
_COURSE = (
    Column("periode", "Halfjaar"),
    *_PARTS,
    Column("graad", "Deel gedaan", percentage, "Gehuisvest als deel van de opgave", "-"),
    Column("reeks", "Reeks", whole, "Halfjaren op rij met een achterstand aan het eind", "-"),
)


def show_course(table: pd.DataFrame, naam: str) -> None:
    """Show one area through all half-years."""
    show_table(
        table,
        _COURSE,
        key="verloop_halfjaren",
        titel=f"Alle halfjaren, {naam} (personen)",
        options=TableOptions(height=13),
    )


def show_stand(keuze: VerloopKeuze) -> None:
    """Show every province, and every gemeente where those are delivered, of one half-year."""
    for per, title in (("provincie", "Provincie"), ("gemeente", "Gemeente")):
        table = keuze.ledger.table(keuze.periode, per)
        if table.empty:
            if per == "gemeente":
                st.info(load_teksten()["saldo"]["geen_gemeenten"])
            continue
        show_table(
            table.sort_values("maanden_werk", ascending=False, na_position="last"),
            (Column("naam", title), *_PARTS, *_FACTS),
            key=f"verloop_{per}",
            titel=f"Saldo per {per}, {keuze.periode} (personen)",
            options=TableOptions(search=per == "gemeente"),
        )
