"""``taakstelling saldo``: what was asked, done and still owed; ``controle`` replays the tables."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from optimiser.cli import csv_form, printing
from optimiser.cli.dutch import DutchCommand, new_app
from optimiser.cli.verloop.ledger import (
    BekendOp,
    Half,
    Opened,
    Peildatum,
    Per,
    Realisatie,
    open_ledger,
    require_level,
)

if TYPE_CHECKING:
    import pandas as pd

app = new_app(
    help="Saldo per land, provincie of gemeente: wat is gevraagd, gedaan en nog open.",
    invoke_without_command=True,
)
app.info.no_args_is_help = False
Uit = Annotated[
    Path | None,
    typer.Option(
        metavar="BESTAND",
        help="Schrijf naar .csv (deze tabel) of .xlsx (stand, alle halfjaren, boekingen).",
    ),
]
_SHOWN = {
    "land": ["periode", "saldo_begin", "taakstelling", "opgave", "realisatie", "onverklaard",
             "saldo", "maanden_werk", "reeks"],
    "provincie": ["naam", "saldo_begin", "taakstelling", "realisatie", "onverklaard", "saldo",
                  "maanden_werk", "naar_rato", "reeks"],
}  # fmt: skip


@app.callback()
def saldo(
    ctx: typer.Context,
    per: Per = "land",
    halfjaar: Half = None,
    bekend_op: BekendOp = None,
    peildatum: Peildatum = None,
    cijfers: Realisatie = None,
    uit: Uit = None,
) -> None:
    """Toon het saldo: achterstand (boven 0) of voorsprong (onder 0), met wat er nog komt.

    Zonder eigen cijfers per land en provincie tot en met de laatste gedrukte tabel; per gemeente
    met aangeleverde realisatie.
    """
    if ctx.invoked_subcommand is not None:
        return
    from optimiser.report.verloop.words import notes

    level = require_level(per)
    opened = open_ledger(cijfers, bekend_op, peildatum)
    table, told = _table(opened, level, halfjaar)
    if uit is not None:
        _write(opened, level, halfjaar, table, uit)
    elif printing.is_terminal():
        _show(table, level)
    else:
        from optimiser.io.writing.export import to_csv
        from optimiser.report.verloop.workbook import plain_table

        printing.write_csv(to_csv(plain_table(table)))
    for line in [*told, *notes(opened.book)]:
        printing.remark(line)


@app.command("controle", cls=DutchCommand)
def controle() -> None:
    """Speel tabel 1 en 2 van het rapport na: elke gedrukte eindstand, en wat niet sluit."""
    import pandas as pd

    from optimiser.datapunt.current import read_gegevens
    from optimiser.io.writing.export import to_csv
    from optimiser.report.verloop.replay import replayed
    from optimiser.tijd.grootboek.printed import TABEL1, TABEL2

    figures = read_gegevens()
    told, tables = [], []
    for name, bron, rows in (
        ("Tabel 1", TABEL1, figures.tabel1),
        ("Tabel 2", TABEL2, figures.tabel2),
    ):
        line, table = replayed(name, rows, bron, figures)
        told.append(line)
        tables.append(table)
    every = pd.concat(tables, ignore_index=True)
    if printing.is_terminal():
        from optimiser.teksten import signed

        printing.show(every, "Wat niet sluit", {"personen": signed})
    else:
        printing.write_csv(to_csv(every))
    for line in told:
        printing.remark(line)
    printing.remark(printing.rests_on(figures))


def _table(opened: Opened, per: str, halfjaar: str | None) -> tuple["pd.DataFrame", list[str]]:
    from optimiser.report.verloop.tables import course_table, stand_table
    from optimiser.report.verloop.words import (
        structural_sentence,
        sum_sentences,
        tempo_sentence,
        unit_sentence,
    )
    from optimiser.teksten.zinnen import sentence

    periode = opened.halfjaar(halfjaar, per)
    land = stand_table(opened.book, opened.course, periode, "land")
    told = [unit_sentence(row, periode) for _, row in land.iterrows()]
    told += [line for _, row in land.iterrows() if (line := tempo_sentence(row))]
    if per == "land" and halfjaar is None:
        told.append(structural_sentence(opened.course))
        return course_table(opened.book, opened.course, "NL"), told
    table = stand_table(opened.book, opened.course, periode, per)
    if per == "gemeente" and table.empty:
        told = [sentence("saldo", "geen_gemeenten", {})]
    told += sum_sentences(opened.course, periode, opened.gegevens)
    table.insert(0, "periode", str(periode))
    return table, told


def _write(
    opened: Opened, per: str, halfjaar: str | None, table: "pd.DataFrame", uit: Path
) -> None:
    from optimiser.io.writing import export
    from optimiser.report.verloop.words import notes
    from optimiser.report.verloop.workbook import FORMATS, plain_table, saldo_sheets

    herkomst = notes(opened.book)
    if export.require_ending(uit, (".csv", ".xlsx")) == ".xlsx":
        periode = opened.halfjaar(halfjaar, per)
        sheets = saldo_sheets(opened.book, opened.course, periode)
        export.write_bytes(uit, export.to_xlsx(sheets, herkomst))
        written = [uit]
    else:
        sheet = export.Sheet("Saldo", plain_table(table), formats=FORMATS)
        written = csv_form.write_table(uit, sheet, herkomst)
    for path in written:
        printing.remark(f"Geschreven: {path}")


def _show(table: "pd.DataFrame", per: str) -> None:
    import pandas as pd

    from optimiser.teksten import decimal, signed, whole

    def known(form: Callable[[Any], str]) -> printing.Formatter:
        return lambda value: "-" if pd.isna(value) else form(value)

    columns = _SHOWN["land" if per == "land" else "provincie"]
    counts = dict.fromkeys(["taakstelling", "opgave", "realisatie", "reeks"], known(whole))
    signs = dict.fromkeys(["saldo_begin", "onverklaard", "saldo", "naar_rato"], known(signed))
    formats = counts | signs | {"maanden_werk": known(lambda value: decimal(float(value), 1))}
    periode = "" if per == "land" else f" {table['periode'].iloc[0]}" if len(table) else ""
    printing.show(table[columns], f"Saldo per {per}{periode}", formats)
