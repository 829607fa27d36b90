"""``taakstelling koppel waarom``: why a gemeente gets households of one size."""

from typing import Annotated

import typer

from optimiser.cli import numbers, options, printing
from optimiser.cli.koppelen.koppel import Aandeel
from optimiser.cli.koppelen.question import Drempel, Files, Huishoudens, Woningen, ask

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


def waarom(
    gemeente: Gemeente,
    halfjaar: options.Halfjaar,
    personen: Personen,
    klasse: Klasse = None,
    aandeel: Aandeel = 12,
    drempel: Drempel = None,
    totaal: options.Totaal = None,
    huishoudens: Huishoudens = None,
    woningen: Woningen = None,
) -> None:
    """Leg uit waarom een gemeente huishoudens van een grootte krijgt, en een ander niet.

    Elk antwoord komt van opnieuw plannen van de COA-regio, dus van het echte gevolg. Alleen voor
    wie het plan mag zien: kleine aantallen zijn niet weggelaten.
    """
    from optimiser.compare.gemeente.zoek import find_gemeente
    from optimiser.koppelen.plan import make_plan
    from optimiser.koppelen.recheck import require_sound
    from optimiser.koppelen.uitgangspunt import only
    from optimiser.koppelen.uitleg.explain import explain_koppeling, neighbour_codes
    from optimiser.report.koppelen.uitleg import uitleg_lines

    scenario = options.make_scenario(halfjaar=halfjaar, totaal=totaal)
    asked = ask(scenario, aandeel, drempel, Files(huishoudens, woningen))
    rows = asked.start.vraag.gemeenten
    code = find_gemeente(gemeente, rows["gemeente"])
    vraag = only(asked.start.vraag, str(rows.loc[code, "gebied"]))
    plan = make_plan(vraag).koppelingen
    require_sound(plan, vraag)
    buren = neighbour_codes(asked.figures, list(vraag.gemeenten.index))
    found = explain_koppeling(plan, vraag, (code, personen, klasse), buren)
    printing.say("\n".join(uitleg_lines(found, vraag)))
    printing.remark("\n".join(asked.remarks()))
