"""``taakstelling koppel controleer``: a stored plan counted again, without what made it."""

from pathlib import Path
from typing import Annotated

import typer

from optimiser.cli import options, printing
from optimiser.cli.exit_codes import CANNOT_CLOSE
from optimiser.cli.koppelen.fixings import read_plan
from optimiser.cli.koppelen.from_file import Bestand, Choices, Deel, Halfjaar, Saldo, ask_either
from optimiser.cli.koppelen.question import (
    Drempel,
    Files,
    Huishoudens,
    Regio,
    Woningen,
    one_region,
)

Plan = Annotated[
    Path,
    typer.Argument(metavar="PLAN.csv", help="Een plan van 'koppel plan --uit' (.csv of .xlsx)."),
]


def controleer(
    plan: Plan,
    bestand: Bestand = None,
    halfjaar: Halfjaar = None,
    aandeel: Deel = None,
    drempel: Drempel = None,
    totaal: options.Totaal = None,
    huishoudens: Huishoudens = None,
    woningen: Woningen = None,
    saldo: Saldo = None,
    regio: Regio = None,
) -> None:
    """Reken een opgeslagen plan na: sommen, passen, woningen, taakstelling en ondergrenzen.

    Geef dezelfde keuzes als waarmee het plan is gemaakt. Uitgangscode 0: het plan klopt; 2: het
    bestand of een keuze is verkeerd; 3: het plan klopt niet.
    """
    from optimiser.koppelen.recheck import recheck_plan
    from optimiser.koppelen.uitleg.account import account_areas
    from optimiser.koppelen.uitleg.stored import with_stored
    from optimiser.report.koppelen.recheck import account_lines, faults_lines

    rows = read_plan(plan)
    given = Choices(halfjaar, aandeel, drempel, totaal)
    asked, _ = ask_either(bestand, given, Files(huishoudens, woningen), saldo)
    vraag, table = with_stored(one_region(asked.start.vraag, regio), rows)
    faults = recheck_plan(table, vraag)
    if faults:
        printing.say("\n".join(faults_lines(plan.name, faults)))
    else:
        printing.say("\n".join(account_lines(plan.name, account_areas(table, vraag))))
    printing.remark("\n".join(asked.remarks()))
    if faults:
        raise typer.Exit(CANNOT_CLOSE)
