"""``taakstelling afronden``: what rounding does over half-years."""

from typing import Annotated

import typer

from optimiser.cli import options, printing
from optimiser.cli.optimaliseren.optimaliseer import Map
from optimiser.cli.scenario_file import find_question
from optimiser.cli.tijd.output import print_table, write_sheets

Years = Annotated[str, typer.Argument(metavar="SCENARIO", help="Scenario met [tijd].")]
PerGemeente = Annotated[
    bool, typer.Option("--gemeenten", help="Toon elke gemeente, bij elke regel.")
]


def afronden(
    scenario: Years = "jaren-2025-2028",
    gemeenten: PerGemeente = False,
    cijfers: options.Cijfers = None,
    uit: Map = None,
) -> None:
    """Vergelijk afronden per halfjaar, zoals nu, met afronden over de halfjaren heen.

    Alles behalve de eerste regel vraagt een wetswijziging.
    """
    question, figures = find_question(scenario, cijfers)
    from optimiser.teksten import load_teksten
    from optimiser.tijd.afronden import table
    from optimiser.tijd.jaren.question import make_years_question

    asked = make_years_question(question, figures)
    found = table.measure_every_rule(asked.shares, asked.totals)
    names, count = asked.table["gemeente"], len(asked.totals)
    rules = table.rules_table(found, asked.table["inwoners"])
    gains = table.gains_table(found, names)
    said = [*table.sentences(found, names, count), printing.rests_on(figures)]
    texts = load_teksten()
    if gemeenten:
        print_table(gains, texts["afronden"]["kop_gemeenten"].format(halfjaren=count), places=1)
    else:
        title = texts["afronden"]["kop"].format(halfjaren=count)
        print_table(rules, title, texts["afronden_kolommen"], places=2)
    for line in said:
        printing.remark(line)
    if uit is not None:
        herkomst = [question.titel, f"Scenario {question.naam} ({question.sha256()}).", *said]
        write_sheets(uit, {"afronden": rules, "gemeenten": gains}, herkomst)
