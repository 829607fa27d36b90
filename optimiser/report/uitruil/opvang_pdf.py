"""The what-if on reception against housing as PDF: NIET TOEGESTAAN on every page."""

from reportlab.platypus import Flowable, Paragraph, Spacer

from optimiser.report.papier.pdf_parts import build_pdf, escaped, styles
from optimiser.report.papier.words import halfjaar_in_words
from optimiser.report.uitruil.ruilbewijs import party_table
from optimiser.teksten import signed, whole
from optimiser.teksten.zinnen import sentence
from optimiser.uitruil.opvang import Opvangdoorrekening
from optimiser.uitruil.toets.beginstand import Beginstand

_HEADING = ("Gemeente", "Code", "Ruil", "Vóór", "Verschil", "Na", "Opvang")


def opvang_pdf(outcome: Opvangdoorrekening, stand: Beginstand) -> bytes:
    """Write the what-if.

    Parameters
    ----------
    outcome
        Of ``uitruil.opvang.opvang_what_if``.
    stand
        What it was computed from.

    Returns
    -------
    bytes
        PDF, stamped on every page.
    """
    look = styles()
    rows = [
        (
            row.gemeente, row.gm_code, row.ruil, whole(row.voor), signed(row.verschil),
            whole(row.na), signed(row.plekken),
        )
        for row in outcome.rijen
    ]  # fmt: skip
    sums = [sum(getattr(row, part) for row in outcome.rijen) for part in ("voor", "verschil", "na")]
    places = sum(row.plekken for row in outcome.rijen)
    total = ("Som", "", "", whole(sums[0]), signed(sums[1]), whole(sums[2]), signed(places))
    title = f"{sentence('watals', 'titel', {})}, {halfjaar_in_words(stand.halfjaar)}"
    parts: list[Flowable] = [
        Paragraph(escaped(outcome.merk), look["title"]),
        Paragraph(escaped(title), look["lead"]),
        Spacer(0, 10),
        Paragraph(escaped(sentence("watals", "uitleg", {})), look["text"]),
        Spacer(0, 10),
        party_table([_HEADING, *rows, total], first_number=3),
        Spacer(0, 10),
        *(Paragraph(escaped(line), look["text"]) for line in open_lines(outcome)),
        Paragraph(escaped(stand.herkomst.line()), look["small"]),
    ]
    return build_pdf(parts, title, stamp=outcome.merk)


def open_lines(outcome: Opvangdoorrekening) -> list[str]:
    """Say which exchanges do not even close."""
    return [
        sentence(
            "watals", "open_som",
            {"naam": naam, "personen": signed(persons), "plekken": signed(places)},
        )
        for naam, persons, places in outcome.open_sommen
    ]  # fmt: skip
