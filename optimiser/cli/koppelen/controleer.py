"""``taakstelling koppel controleer``: a stored plan counted again, without what made it."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from optimiser.cli import options, printing
from optimiser.cli.koppelen.koppel import CANNOT_CLOSE, Aandeel
from optimiser.cli.koppelen.question import (
    Drempel,
    Files,
    Huishoudens,
    Regio,
    Woningen,
    ask,
    one_region,
)

if TYPE_CHECKING:
    import pandas as pd

Bestand = Annotated[
    Path,
    typer.Argument(metavar="PLAN.csv", help="Een plan van 'koppel plan --uit' (.csv of .xlsx)."),
]


def controleer(
    bestand: Bestand,
    halfjaar: options.Halfjaar,
    aandeel: Aandeel = 12,
    drempel: Drempel = None,
    totaal: options.Totaal = None,
    huishoudens: Huishoudens = None,
    woningen: Woningen = None,
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

    rows = read_plan(bestand)
    scenario = options.make_scenario(halfjaar=halfjaar, totaal=totaal)
    asked = ask(scenario, aandeel, drempel, Files(huishoudens, woningen))
    vraag, plan = with_stored(one_region(asked.start.vraag, regio), rows)
    faults = recheck_plan(plan, vraag)
    if faults:
        printing.say("\n".join(faults_lines(bestand.name, faults)))
    else:
        printing.say("\n".join(account_lines(bestand.name, account_areas(plan, vraag))))
    printing.remark("\n".join(asked.remarks()))
    if faults:
        raise typer.Exit(CANNOT_CLOSE)


def read_plan(path: Path) -> "pd.DataFrame":
    """Read a stored plan."""
    from optimiser.io.reading.eigen_cijfers import read_file
    from optimiser.io.reading.typed.koppelplan import read_koppelplan

    return read_koppelplan(read_file(path), path.name)
