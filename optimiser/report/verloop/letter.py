"""Data for letters of a province to its gemeenten: the facts; a human writes the rest."""

from collections.abc import Callable
from typing import Any

import pandas as pd

from optimiser.gegevens.halfjaar import Halfjaar
from optimiser.report.papier import docx_parts as parts
from optimiser.report.papier.words import halfjaar_in_words
from optimiser.report.verloop.sein import sein_words
from optimiser.report.verloop.tables import course_table
from optimiser.report.verloop.words import notes, tempo_sentence, unit_sentence
from optimiser.teksten import signed, whole
from optimiser.teksten.zinnen import sentence
from optimiser.tijd.grootboek.course import Course
from optimiser.tijd.grootboek.grootboek import Grootboek

#: Half-years shown per gemeente, the last ones.
SHOWN = 8
_HEADING = ("Halfjaar", "Peildatum", "Status", "Begin", "Gevraagd", "Gedaan", "Saldo")


def letter_docx(
    book: Grootboek, course: Course, periode: Halfjaar, facts: pd.DataFrame, gebied: str
) -> bytes:
    """Write the data for letters: one part per gemeente, in the order of the table.

    Parameters
    ----------
    book, course
        The ledger.
    periode
        Half-year.
    facts
        As ``tijd.sein.facts.sein_table`` returns them, only the gemeenten wanted.
    gebied
        Name of the province.

    Returns
    -------
    bytes
        DOCX: a concept with places to fill in between square brackets, never a decision.
    """
    title = sentence("verloop_brief", "titel", {"gebied": gebied, "periode": str(periode)})
    page = parts.new_document(title, sentence("verloop_brief", "kop", {}))
    parts.boxed(page, sentence("verloop_brief", "plicht", {}))
    page.add_paragraph(
        sentence("verloop_brief", "inleiding", {"halfjaar": halfjaar_in_words(str(periode))})
    )
    told = sein_words(facts, book).set_index("code")
    for code in facts.index:
        _gemeente(page, book, course, periode, str(code), told.loc[code])
    page.add_heading(sentence("verloop_brief", "bronnen", {}), level=2)
    for line in notes(book):
        parts.bullet(page, line)
    return parts.to_bytes(page)


def _gemeente(
    page: parts.Page,
    book: Grootboek,
    course: Course,
    periode: Halfjaar,
    code: str,
    told: pd.Series,
) -> None:
    through = course_table(book, course, code)
    through = through[through["periode"] <= str(periode)].tail(SHOWN)
    now = through.iloc[-1]
    page.add_heading(f"{book.name_of(code)} ({code})", level=2)
    page.add_paragraph(sentence("verloop_brief", "aanhef", {"naam": book.name_of(code)}))
    page.add_paragraph(unit_sentence(now, periode))
    for line in (tempo_sentence(now), told["wat_opvalt"]):
        if line:
            page.add_paragraph(str(line))
    rows = [_cells(row) for _, row in through.iterrows()]
    parts.table(page, _HEADING, rows, total=False, size=9)
    page.add_paragraph(_ladder(told))
    page.add_paragraph(sentence("verloop_brief", "slot", {}))


def _cells(row: pd.Series) -> list[str]:
    day = "" if pd.isna(row["peildatum"]) else f"{row['peildatum']:%d-%m-%Y}"
    counts = [_known(row["saldo_begin"], signed), _known(row["taakstelling"], whole)]
    counts += [_known(row["realisatie"], whole), _known(row["saldo"], signed)]
    status = "" if pd.isna(row["status"]) else str(row["status"])
    return [str(row["periode"]), day, status, *counts]


def _known(value: Any, form: Callable[[int], str]) -> str:  # noqa: ANN401 - a cell
    return "onbekend" if pd.isna(value) else form(int(value))


def _ladder(told: pd.Series) -> str:
    if pd.isna(told["trede"]) and pd.isna(told["verschoonbaar"]):
        return sentence("verloop_brief", "geen_trede", {})
    filled = {
        name: "[niet aangeleverd]" if pd.isna(told[name]) else str(told[name])
        for name in ("trede", "sinds", "verschoonbaar", "besluit")
    }
    return sentence("verloop_brief", "trede", filled)
