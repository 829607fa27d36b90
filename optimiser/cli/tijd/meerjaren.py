"""``taakstelling meerjaren``: gemeenten, dwellings and places over half-years."""

from typing import TYPE_CHECKING, Annotated

import typer

from optimiser.cli import options, printing
from optimiser.cli.optimaliseren.optimaliseer import Map, ScenarioFile, find_scenario
from optimiser.cli.tijd.output import print_table, write_deck, write_sheets

if TYPE_CHECKING:
    from optimiser.tijd.jaren.answer import Jaren

Gebied = Annotated[
    str | None,
    typer.Option(metavar="NAAM", help="Toon één uitruilgebied: elke gemeente, elk halfjaar."),
]
Gemeente = Annotated[
    str | None,
    typer.Option(metavar="NAAM", help="Leg elk halfjaar van één gemeente uit, in zinnen."),
]


def meerjaren(
    scenario: ScenarioFile,
    gebied: Gebied = None,
    gemeente: Gemeente = None,
    cijfers: options.Cijfers = None,
    uit: Map = None,
) -> None:
    """Verdeel halfjaren achter elkaar: wie kan wanneer hoeveel huisvesten, en wat blijft liggen.

    Een tekort is geen fout maar een antwoord: waar, van wanneer tot wanneer, en met hoeveel.
    """
    question = find_scenario(scenario)
    figures = options.read_figures(cijfers)
    from optimiser.report.lrt.slides.over_time import years_slides
    from optimiser.teksten import load_teksten
    from optimiser.tijd.jaren import tables
    from optimiser.tijd.jaren.answer import find_region, solve_scenario_years
    from optimiser.tijd.jaren.facility import calculate_facilities

    jaren = solve_scenario_years(question, figures)
    asked, texts = jaren.question, load_teksten()["meerjaren"]
    cells, late = tables.cells_table(jaren), tables.late_table(jaren)
    behind = tables.behind_table(asked)
    yields = calculate_facilities(asked)
    said = tables.sentences(jaren, yields)
    if gemeente is not None:
        _explain(jaren, gemeente)
    elif gebied is not None:
        naam = find_region(asked, gebied).naam
        narrow = ["gebied", "gm_code"] if printing.is_terminal() else ["gebied"]
        shown = cells[cells["gebied"] == naam].drop(columns=narrow)
        print_table(shown, texts["kop_gebied"].format(gebied=naam), places=2)
    else:
        print_table(late, texts["kop"].format(van=asked.tijd.van, tot=asked.tijd.tot))
        if printing.is_terminal() and len(behind):
            print_table(behind.head(20), texts["kop_inlopen"], places=1)
    for line in said:
        printing.remark(line)
    if uit is not None:
        sheets = {"jaren": cells, "achterstand": late, "niet-inlopen": behind}
        if yields:
            sheets["voorzieningen"] = tables.facility_table(yields, asked)
        herkomst = [question.titel, f"Scenario {question.naam} ({question.sha256()}).", *said]
        write_sheets(uit, sheets, herkomst)
        write_deck(uit, years_slides(asked, " ".join(herkomst[:2])), herkomst[1])


def _explain(jaren: "Jaren", gemeente: str) -> None:
    """Print why one gemeente gets its number, half-year by half-year."""
    from optimiser.tijd.jaren.answer import find_gemeente
    from optimiser.tijd.jaren.explain import explain_cell

    answer, code = find_gemeente(jaren, gemeente)
    for t in range(len(jaren.question.totals)):
        printing.say("\n".join(explain_cell(answer, jaren.question, code, t)))
