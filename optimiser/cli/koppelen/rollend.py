"""``taakstelling koppel rollend``: ways to couple month by month, on the same half-years."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from optimiser.cli import csv_form, numbers, options, printing
from optimiser.cli.koppelen.koppel import Aandeel
from optimiser.cli.koppelen.question import Files, Huishoudens, Woningen, ask, one_region

if TYPE_CHECKING:
    import pandas as pd

    from optimiser.koppelen.rollend.vergelijking import Beleidsvergelijking

_WAY = "Manier van koppelen"
Regio = Annotated[
    str, typer.Option(metavar="COA-REGIO", help="Noord, Oost, Midden, Zuidwest of Zuid.")
]
Runs = Annotated[
    int,
    typer.Option(
        parser=numbers.count_between(1, 1000), metavar="N", help="Hoeveel halfjaren verzonnen."
    ),
]
Zaad = Annotated[
    int,
    typer.Option(
        parser=numbers.count_between(0, 1_000_000_000),
        metavar="N",
        help="Begin van de toevalsgetallen; hetzelfde zaad geeft dezelfde halfjaren.",
    ),
]
Gewicht = Annotated[
    int,
    typer.Option(
        parser=numbers.count_between(1, 1000),
        metavar="N",
        help="Zoveel personen afwijking is één persoon gehuisvest waard.",
    ),
]
Aangekondigd = Annotated[
    int,
    typer.Option(
        parser=numbers.count_between(1, 5),
        metavar="MAANDEN",
        help="Zoveel maanden vooruit zijn woningen aangekondigd.",
    ),
]
Poule = Annotated[
    int,
    typer.Option(
        parser=numbers.count_between(1, 5),
        metavar="MAANDEN",
        help="Zolang mag een huishouden op koppeling wachten.",
    ),
]
Gewichten = Annotated[
    str,
    typer.Option(metavar="N,N,...", help="Gewichten voor de afweging; leeg laat de afweging weg."),
]
Uit = Annotated[
    Path | None, typer.Option(metavar="BESTAND.csv", help="Schrijf de uitkomsten als CSV.")
]


def rollend(
    halfjaar: options.Halfjaar,
    regio: Regio = "Noord",
    aandeel: Aandeel = 6,
    runs: Runs = 3,
    zaad: Zaad = 1,
    gewicht: Gewicht = 10,
    aangekondigd: Aangekondigd = 2,
    poule: Poule = 1,
    gewichten: Gewichten = "1,2,3,5,10",
    totaal: options.Totaal = None,
    huishoudens: Huishoudens = None,
    woningen: Woningen = None,
    uit: Uit = None,
) -> None:
    """Vergelijk manieren om maand voor maand te koppelen, op dezelfde verzonnen halfjaren.

    Alle huishoudens zijn verzonnen uit aantallen; er staat geen persoon achter.
    """
    from optimiser.io.writing.export import Sheet
    from optimiser.koppelen.rollend.beleid import Knoppen
    from optimiser.koppelen.rollend.vergelijking import compare_rollend
    from optimiser.lp.solver import solver_version
    from optimiser.report.koppelen import rollend as told
    from optimiser.teksten.read_number import read_count

    scenario = options.make_scenario(halfjaar=halfjaar, totaal=totaal)
    asked = ask(scenario, aandeel, None, Files(huishoudens, woningen))
    vraag = one_region(asked.start.vraag, regio)
    gebied = vraag.area(next(iter(vraag.huishoudens)))
    knoppen = Knoppen(float(gewicht), aangekondigd, poule)
    weights = [float(read_count(part)) for part in gewichten.split(",") if part.strip()]
    head = told.head_line(gebied, str(scenario.period), zaad, runs)
    printing.remark(head)
    found = compare_rollend(gebied, zaad, runs, knoppen, weights, _told)
    _print(found)
    assumed = told.rollend_assumptions(knoppen, solver_version("highs"))
    remarks = [*told.rollend_lines(found, gebied.drempel), *assumed, *asked.remarks()]
    if uit is not None:
        sheet = Sheet("Rollend", told.both_tables(found))
        for path in csv_form.write_table(uit, sheet, [head, *remarks]):
            printing.remark(f"Geschreven: {path}.")
    printing.remark("\n".join(remarks))


def _told(done: int, total: int, beleid: str) -> None:
    from optimiser.teksten import load_teksten

    printing.remark(f"{done + 1} van {total}: {load_teksten()['rollend_beleid'][beleid]} ...")


def _print(found: "Beleidsvergelijking") -> None:
    """Two tables to read, or one in a pipe."""
    from optimiser.io.writing import export
    from optimiser.report.koppelen import rollend as told

    if not printing.is_terminal():
        printing.write_csv(export.to_csv(told.both_tables(found)))
        return
    _show(told.rollend_table(found), "Manieren van koppelen")
    if found.afweging:
        _show(told.balance_table(found), "Afweging")


def _show(table: "pd.DataFrame", title: str) -> None:
    """Print numbers with one decimal; what does not exist stays empty."""
    from optimiser.teksten import decimal, load_teksten

    def number(value: float) -> str:
        return "" if value != value else decimal(value, 1)

    named = table.rename(columns=load_teksten()["rollend_kolommen"])
    printing.show(named, title, {str(n): number for n in named.columns if n != _WAY})
