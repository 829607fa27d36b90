"""What the reader looks at on page Verloop: which area, which half-year, known on which day."""

from dataclasses import dataclass, replace
from datetime import date

import streamlit as st

from optimiser.gegevens.datum import read_datum
from optimiser.gegevens.halfjaar import Halfjaar
from optimiser.teksten import load_teksten
from optimiser.tijd.grootboek.boeking import NEDERLAND
from optimiser.tijd.grootboek.stand import last_halfjaar
from optimiser.ui.verloop.kept import Ledger, ledger


@dataclass(frozen=True)
class VerloopKeuze:
    """What is shown.

    Attributes
    ----------
    ledger
        As known on the day that was chosen.
    eenheid
        Code of the area.
    periode
        Half-year.
    """

    ledger: Ledger
    eenheid: str
    periode: Halfjaar


def pick() -> VerloopKeuze:
    """Let the reader choose; the last half-year that is known, and now, by default.

    Raises
    ------
    InvalidDatumError
        If the day is none.
    """
    texts = load_teksten()["app"]["verloop"]
    with st.container(horizontal=True, vertical_alignment="bottom"):
        day = st.text_input(
            "Wat wisten we op",
            key="verloop_bekend_op",
            placeholder="nu; of 1-10-2021",
            help=texts["bekend_op"],
            width=260,
            autocomplete="off",
        )
        held = ledger(_day(day))
        units = [str(code) for code in held.course.eenheden]
        order = [NEDERLAND, *(code for code in units if code.startswith("PV"))]
        order += sorted((c for c in units if c.startswith("GM")), key=held.book.name_of)
        names = held.book.name_of
        eenheid = st.selectbox("Gebied", order, format_func=names, key="verloop_gebied", width=260)
        level = level_of(eenheid)
        known = [str(one) for one in held.course.perioden]
        last = known.index(str(last_halfjaar(held.course, level)))
        key = f"verloop_halfjaar_{day}_{level}"
        halfjaar = st.selectbox("Halfjaar", known, index=last, key=key, width=160)
    return VerloopKeuze(held, eenheid, Halfjaar.parse(halfjaar))


def with_areas(keuze: VerloopKeuze) -> VerloopKeuze:
    """Return the choice at the last half-year in which provinces or gemeenten are known.

    The country is known further than its parts; the half-year stays where those are known too.
    """
    held = keuze.ledger
    tables = [held.table(keuze.periode, per) for per in ("provincie", "gemeente")]
    if any(table["saldo"].notna().any() for table in tables):
        return keuze
    return replace(keuze, periode=last_halfjaar(held.course, "provincie"))


def level_of(eenheid: str) -> str:
    """Return the level of a unit.

    >>> level_of("PV21")
    'provincie'
    """
    return {"NL": "land", "PV": "provincie", "GM": "gemeente"}[eenheid[:2]]


def _day(text: str) -> date | None:
    return read_datum(text) if text.strip() else None
