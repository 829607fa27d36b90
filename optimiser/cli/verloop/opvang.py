"""``taakstelling opvang``: who waits in reception, how long, and what was asked of gemeenten."""

from pathlib import Path
from typing import Annotated

import typer

from optimiser.cli import printing
from optimiser.cli.tijd.output import print_table, write_sheets
from optimiser.cli.verloop.ledger import BekendOp

Map = Annotated[
    Path | None, typer.Option(metavar="MAP", help="Schrijf elke tabel als CSV en XLSX in een map.")
]


def opvang(bekend_op: BekendOp = None, uit: Map = None) -> None:
    """Toon wie in de opvang wacht, hoe lang, en wat daarvan nog niet aan gemeenten is gevraagd.

    Uit aangeleverde tabellen (bezetting, normtijd, kenmerken); er wordt niets geschat.
    """
    from optimiser.cli.verloop.ledger import open_ledger, read_day
    from optimiser.datapunt.beside import lines_of, read_opvang
    from optimiser.datapunt.held import read_datapunt
    from optimiser.report.verloop.opvang import TABELLEN, make_opvang
    from optimiser.report.verloop.workbook import plain_table
    from optimiser.teksten import load_teksten
    from optimiser.teksten.zinnen import sentence
    from optimiser.zicht.zicht import EVERYTHING

    point, day = read_datapunt(EVERYTHING), read_day(bekend_op)
    tables = {tabel: read_opvang(point, tabel, day) for tabel in TABELLEN}
    found = make_opvang(tables, open_ledger(bekend_op=bekend_op).book)
    if found.leeg:
        printing.remark(sentence("opvang", "geen", {}))
        return
    heads = load_teksten()["opvang_koppen"]
    sheets = {n: plain_table(table) for n in TABELLEN if len(table := getattr(found, n))}
    for name, table in sheets.items():
        print_table(table, heads[name], places=2)
    lines = [*found.zinnen, *lines_of(point, TABELLEN)]
    for line in lines:
        printing.remark(line)
    if uit is not None:
        write_sheets(uit, sheets, lines)
