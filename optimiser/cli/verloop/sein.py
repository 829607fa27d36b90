"""``taakstelling sein``: early warning, as facts."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from optimiser.cli import csv_form, printing
from optimiser.cli.verloop.ledger import BekendOp, Half, Opened, Peildatum, Realisatie, open_ledger

if TYPE_CHECKING:
    import pandas as pd

#: Tables whose leveringen the list names, beside those of the ledger.
BESIDE = ("ladder", "laddertreden", "woningaanbod")
Provincie = Annotated[
    str | None,
    typer.Option(
        metavar="NAAM",
        help="De gemeenten van deze provincie; standaard de provincies.",
    ),
]
Uit = Annotated[
    Path | None,
    typer.Option(metavar="BESTAND", help="Schrijf naar .csv of .xlsx in plaats van het scherm."),
]
Brief = Annotated[
    Path | None,
    typer.Option(metavar="BESTAND.docx", help="Gegevens voor brieven aan deze gemeenten."),
]


def sein(
    provincie: Provincie = None,
    halfjaar: Half = None,
    bekend_op: BekendOp = None,
    peildatum: Peildatum = None,
    cijfers: Realisatie = None,
    uit: Uit = None,
    brief: Brief = None,
) -> None:
    """Toon wie achterloopt: feiten, geen kansen, en hoe vaak zo'n teken eerder klopte.

    De interventieladder wordt nooit berekend: wat de provincie heeft aangeleverd staat ernaast.
    """
    from optimiser.report.verloop.sein import sein_notes
    from optimiser.report.verloop.words import notes

    opened = open_ledger(cijfers, bekend_op, peildatum)
    per = "provincie" if provincie is None else "gemeente"
    facts, table, told = _table(opened, per, provincie, halfjaar)
    if brief is not None:
        _letter(opened, facts, provincie, halfjaar, brief)
    lines = [*told, *sein_notes(opened.course, per), *notes(opened.book)]
    if uit is not None:
        _write(table, uit, lines)
    elif printing.is_terminal():
        _show(table)
    else:
        from optimiser.io.writing.export import to_csv

        printing.write_csv(to_csv(table))
    for line in lines:
        printing.remark(line)


def _table(
    opened: Opened, per: str, provincie: str | None, halfjaar: str | None
) -> tuple["pd.DataFrame", "pd.DataFrame", list[str]]:
    from optimiser.datapunt.beside import (
        lines_of,
        read_aanbod,
        read_gekoppeld,
        read_ladder,
        read_treden,
    )
    from optimiser.datapunt.held import read_datapunt
    from optimiser.gegevens.provincies import provincie_code
    from optimiser.report.verloop.ladder import ladder_lines, with_names
    from optimiser.report.verloop.sein import sein_words
    from optimiser.teksten.zinnen import sentence
    from optimiser.tijd.sein.facts import sein_table
    from optimiser.zicht.zicht import EVERYTHING

    regios = opened.gegevens.regios
    code = None if provincie is None else provincie_code(provincie, regios)
    periode, point = opened.halfjaar(halfjaar, per), read_datapunt(EVERYTHING)
    treden, offered = read_treden(point), read_aanbod(point, str(periode))
    ladder = with_names(read_ladder(point), treden, regios)
    homes = None if offered is None else offered["totaal"]
    coupled = read_gekoppeld(point, str(periode))
    facts = sein_table(opened.course, periode, per, coupled, ladder, homes)
    if code is not None:
        facts = facts[regios["provincie_code"].reindex(facts.index) == code]
    told = [] if len(facts) else [sentence("saldo", "geen_gemeenten", {})]
    told += [*ladder_lines(treden, provincie), *lines_of(point, BESIDE)]
    table = sein_words(facts, opened.book)
    table.insert(0, "periode", str(periode))
    return facts, table, told


def _letter(
    opened: Opened,
    facts: "pd.DataFrame",
    provincie: str | None,
    halfjaar: str | None,
    brief: Path,
) -> None:
    """Write the data for letters to the gemeenten of a province."""
    from optimiser.errors import WrongUsageError
    from optimiser.io.writing.export import require_ending, write_bytes
    from optimiser.report.verloop.letter import letter_docx

    require_ending(brief, (".docx",))
    if provincie is None or facts.empty:
        reason = "--brief hoort bij --provincie, met aangeleverde cijfers per gemeente."
        raise WrongUsageError(reden=reason, opdracht="taakstelling sein")
    periode = opened.halfjaar(halfjaar, "gemeente")
    content = letter_docx(opened.book, opened.course, periode, facts, provincie)
    write_bytes(brief, content)
    printing.remark(f"Geschreven: {brief}")


def _write(table: "pd.DataFrame", uit: Path, lines: list[str]) -> None:
    from optimiser.io.writing import export
    from optimiser.report.verloop.workbook import FORMATS

    sheet = export.Sheet("Sein", table, formats=FORMATS)
    for path in csv_form.write_table(uit, sheet, lines):
        printing.remark(f"Geschreven: {path}")


def _show(table: "pd.DataFrame") -> None:
    import pandas as pd

    from optimiser.teksten import signed

    def known(value: object, places: int = 0) -> str:
        return "-" if pd.isna(value) else signed(float(str(value)), places)

    columns = ["naam", "maanden_werk", "saldo", "naar_rato", "wat_opvalt"]
    formats = {"saldo": known, "naar_rato": known, "maanden_werk": lambda v: known(v, 1)}
    printing.show(table[columns], "Sein", formats)
