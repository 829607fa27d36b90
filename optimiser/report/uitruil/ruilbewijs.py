"""The ruilbewijs as JSON, and on one page as PDF."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from reportlab.lib import colors
from reportlab.platypus import Flowable, KeepInFrame, Paragraph, Spacer, Table, TableStyle

from optimiser.report.papier.pdf_parts import CONTENT, build_pdf, escaped, styles
from optimiser.report.papier.words import (
    PARTY_HEADING,
    changes_in_words,
    halfjaar_in_words,
    origin_lines,
    party_rows,
)
from optimiser.report.uitruil.beside import beside_texts
from optimiser.teksten.zinnen import sentence


def ruilbewijs_json(document: Mapping[str, Any]) -> bytes:
    """Write the document of ``uitruil.ruilbewijs`` as a file that people can read too."""
    return (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode()


def verdict(document: Mapping[str, Any], faults: Sequence[str]) -> str:
    """Say in one line whether numbers, sum and checksum agree."""
    if faults:
        return f"klopt NIET. {' '.join(faults)}"
    facts = {"aantal": len(document["gemeenten"]), "som": document["som_na"]}
    return sentence("ruilbewijs", "klopt", facts | {"kort": document["sha256"][:12]})


def ruilbewijs_pdf(document: Mapping[str, Any]) -> bytes:
    """Write the ruilbewijs on one page.

    Parameters
    ----------
    document
        Of ``uitruil.ruilbewijs``.

    Returns
    -------
    bytes
        PDF of one A4; with very many parties the print gets smaller.
    """
    look = styles()
    names = {row["gm_code"]: row["gemeente"] for row in document["gemeenten"]}
    period = halfjaar_in_words(document["halfjaar"])
    sums = {part: document[part] for part in ("som_voor", "som_na", "land_voor", "land_na")}
    parts: list[Flowable] = [
        Paragraph(_say("titel"), look["title"]),
        Paragraph(_say("ondertitel", halfjaar=period), look["lead"]),
        Spacer(0, 14),
        party_table([PARTY_HEADING, *party_rows(document)]),
        Spacer(0, 10),
        Paragraph(_say("som", **sums), look["text"]),
    ]
    for deal in document["overeenkomsten"]:
        words = changes_in_words(deal["verschillen"].items(), names)
        parts.append(Paragraph(escaped(f"{deal['naam']}: {words}."), look["text"]))
    parts += [Paragraph(escaped(text), look["text"]) for text in beside_texts(document)]
    parts += [Spacer(0, 10)]
    parts.append(Paragraph(escaped(f"{document['register']}."), look["text"]))
    parts += [Paragraph(escaped(line), look["small"]) for line in origin_lines(document)]
    parts += [
        Spacer(0, 10),
        Paragraph(_say("controle"), look["text"]),
        Paragraph(escaped(document["sha256"]), look["code"]),
        Spacer(0, 10),
        Paragraph(_say("let_op"), look["small"]),
    ]
    return build_pdf([KeepInFrame(*CONTENT, parts, mode="shrink")], _say("titel"))


def _say(code: str, **facts: object) -> str:
    return escaped(sentence("ruilbewijs", code, facts))


def party_table(rows: Sequence[Sequence[str]], first_number: int = 2) -> Table:
    """Return a table with a heading, a sum as its last row, and numbers at the right."""
    look = styles()
    last = len(rows) - 1
    cells = [
        [Paragraph(escaped(row[0]), look["head" if n in {0, last} else "cell"]), *row[1:]]
        for n, row in enumerate(rows)
    ]
    grid = Table(cells, repeatRows=1)
    grid.setStyle(
        TableStyle(
            [
                ("FONT", (0, 0), (-1, -1), "Vera", 9),
                ("FONT", (0, 0), (-1, 0), "VeraBd", 9),
                ("FONT", (0, -1), (-1, -1), "VeraBd", 9),
                ("ALIGN", (first_number, 0), (-1, -1), "RIGHT"),
                ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
                ("LINEBELOW", (0, 0), (-1, 0), 0.8, colors.black),
                ("LINEABOVE", (0, -1), (-1, -1), 0.8, colors.black),
                ("LINEBELOW", (0, 1), (-1, -2), 0.25, colors.lightgrey),
            ]
        )
    )
    return grid
