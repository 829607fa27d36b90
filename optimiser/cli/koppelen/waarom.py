"""``taakstelling koppel waarom``: why a gemeente gets households of one size."""

from pathlib import Path
from typing import Annotated

import typer

from optimiser.cli import numbers, options, printing
from optimiser.cli.koppelen.fixings import stored_plan
from optimiser.cli.koppelen.from_file import Bestand, Choices, Deel, Halfjaar, Saldo, ask_either
from optimiser.cli.koppelen.question import Drempel, Files, Huishoudens, Woningen

Gemeente = Annotated[
    str, typer.Argument(metavar="GEMEENTE", help="Naam of code, bijvoorbeeld Goes of GM0664.")
]
Personen = Annotated[
    int,
    typer.Option(
        parser=numbers.count_between(1, 30),
        metavar="N",
        help="Personen per huishouden.",
        show_default=False,
    ),
]
Klasse = Annotated[
    str | None,
    typer.Option(metavar="KLASSE", help="Alleen deze woningklasse, bijvoorbeeld 4k."),
]
Plan = Annotated[
    Path | None,
    typer.Option(metavar="PLAN.csv", help="Een plan van 'koppel plan --uit' dat wordt uitgelegd."),
]


def waarom(
    gemeente: Gemeente,
    personen: Personen,
    bestand: Bestand = None,
    halfjaar: Halfjaar = None,
    klasse: Klasse = None,
    aandeel: Deel = None,
    drempel: Drempel = None,
    totaal: options.Totaal = None,
    huishoudens: Huishoudens = None,
    woningen: Woningen = None,
    saldo: Saldo = None,
    plan: Plan = None,
) -> None:
    """Leg uit waarom een gemeente huishoudens van een grootte krijgt, en een ander niet.

    Elk antwoord komt van opnieuw plannen van de COA-regio, dus van het echte gevolg. Zonder
    --plan maakt de opdracht eerst zelf een plan. Alleen voor wie het plan mag zien: kleine
    aantallen zijn niet weggelaten.
    """
    from optimiser.compare.gemeente.zoek import find_gemeente
    from optimiser.koppelen.answer import solve_koppelvraag
    from optimiser.koppelen.uitgangspunt import only
    from optimiser.koppelen.uitleg.explain import explain_koppeling, neighbour_codes
    from optimiser.report.koppelen.uitleg import uitleg_lines

    given = Choices(halfjaar, aandeel, drempel, totaal)
    asked, seconds = ask_either(bestand, given, Files(huishoudens, woningen), saldo)
    rows = asked.start.vraag.gemeenten
    code = find_gemeente(gemeente, rows["gemeente"])
    vraag = only(asked.start.vraag, str(rows.loc[code, "gebied"]))
    if plan is None:
        table = solve_koppelvraag(vraag, seconds=seconds).koppelingen
    else:
        vraag, table = stored_plan(vraag, plan)
    buren = neighbour_codes(asked.figures, list(vraag.gemeenten.index))
    found = explain_koppeling(table, vraag, (code, personen, klasse), buren)
    printing.say("\n".join(uitleg_lines(found, vraag)))
    printing.remark("\n".join(asked.remarks()))
