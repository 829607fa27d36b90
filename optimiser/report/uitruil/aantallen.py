"""The numbers of an exchange on one page (PDF) and as a workbook, for the regional table."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
from reportlab.platypus import KeepInFrame, Paragraph, Spacer

from optimiser.io.writing.export import Sheet
from optimiser.io.writing.workbook import to_xlsx
from optimiser.report.papier.pdf_parts import CONTENT, build_pdf, escaped, styles
from optimiser.report.papier.words import (
    PARTY_HEADING,
    by_name,
    changes_in_words,
    halfjaar_in_words,
    listed,
    origin_lines,
    party_rows,
)
from optimiser.report.uitruil.beside import beside_texts, names_of
from optimiser.report.uitruil.ruilbewijs import party_table
from optimiser.teksten import counted
from optimiser.teksten.zinnen import sentence
from optimiser.uitruil.voorziening import Voorziening


def samenvatting_pdf(document: Mapping[str, Any]) -> bytes:
    """Write a ruilbewijs on one page for people around a table."""
    look, rows = styles(), by_name(document)
    names = {row["gm_code"]: row["gemeente"] for row in rows}
    title = sentence("samenvatting", "titel", {})
    moved = sum(row["verschil"] for row in rows if row["verschil"] > 0)
    facts = {
        "gemeenten": listed([row["gemeente"] for row in rows]),
        "halfjaar": halfjaar_in_words(document["halfjaar"]),
        "personen": counted(moved, "persoon", "personen"),
        "som_na": document["som_na"],
    }
    parts: list[Any] = [
        Paragraph(escaped(title), look["title"]),
        Spacer(0, 8),
        Paragraph(escaped(sentence("samenvatting", "kern", facts)), look["text"]),
        Spacer(0, 10),
        party_table([PARTY_HEADING, *party_rows(document)]),
        Spacer(0, 10),
    ]
    for deal in document["overeenkomsten"]:
        words = changes_in_words(deal["verschillen"].items(), names)
        parts.append(Paragraph(escaped(f"{deal['naam']}: {words}."), look["text"]))
    parts += [Paragraph(escaped(text), look["text"]) for text in beside_texts(document)]
    small = [f"{document['register']}.", *origin_lines(document)]
    parts += [Spacer(0, 10), *(Paragraph(escaped(line), look["small"]) for line in small)]
    return build_pdf([KeepInFrame(*CONTENT, parts, mode="shrink")], title)


def aantallen_xlsx(document: Mapping[str, Any]) -> bytes:
    """Write the road of every party as a workbook [personen], and the places of facilities."""
    columns = ["gm_code", "gemeente", "provincie", "formule", "bindend", "voor", "verschil", "na"]
    table = pd.DataFrame(by_name(document))[columns]
    sums = ["formule", "bindend", "voor", "verschil", "na"]
    notes = [f"{document['register']}.", *origin_lines(document)]
    sheets = [Sheet("Aantallen", table, sums)]
    if places := _places(document):
        sheets.append(Sheet("Tussenvoorziening", pd.DataFrame(places), ["plekken"]))
    return to_xlsx(sheets, notes)


def _places(document: Mapping[str, Any]) -> list[dict[str, object]]:
    """Return one row per facility and gemeente for which places in it count."""
    names = names_of(document)
    facilities = [
        (plain["plaats"] or "", Voorziening.from_plain(plain))
        for plain in document.get("voorzieningen", ())
    ]
    return [
        {
            "tussenvoorziening": one.naam,
            "staat_in": where,
            "open_vanaf": one.opening,
            "tot_en_met": f"{one.laatste_dag:%d-%m-%Y}",
            "telt_mee_voor": names[code],
            "gm_code": code,
            "plekken": count,
        }
        for where, one in facilities
        for code, count in one.verdeling
    ]
