"""``taakstelling meerjaren``: gemeenten, dwellings and places over half-years."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from optimiser.cli import options, printing
from optimiser.cli.optimaliseren.optimaliseer import Map
from optimiser.cli.scenario_file import ScenarioFile, find_question
from optimiser.cli.tijd.output import print_table, write_sheets, write_slides

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
Verplaatst = Annotated[
    bool,
    typer.Option(
        "--minst-verplaatst",
        help="Verplaats na achterstand en eerlijkheid zo weinig mogelijk personen; duurt langer.",
    ),
]


def meerjaren(
    scenario: ScenarioFile,
    gebied: Gebied = None,
    gemeente: Gemeente = None,
    minst_verplaatst: Verplaatst = False,
    cijfers: options.Cijfers = None,
    uit: Map = None,
) -> None:
    """Verdeel halfjaren achter elkaar: wie kan wanneer hoeveel huisvesten, en wat blijft liggen.

    Een tekort is geen fout maar een antwoord: waar, van wanneer tot wanneer, en met hoeveel.
    """
    question, figures = find_question(scenario, cijfers)
    from optimiser.tijd.jaren import tables
    from optimiser.tijd.jaren.answer import solve_scenario_years
    from optimiser.tijd.jaren.facility import calculate_facilities

    jaren = solve_scenario_years(question, figures, least_moved=minst_verplaatst)
    said = tables.sentences(jaren, calculate_facilities(jaren.question))
    said += [tables.moved_sentence(jaren, least=minst_verplaatst), printing.rests_on(figures)]
    if gemeente is not None:
        _explain(jaren, gemeente)
    else:
        _print(jaren, gebied)
    for line in said:
        printing.remark(line)
    if uit is not None:
        herkomst = [question.titel, f"Scenario {question.naam} ({question.sha256()}).", *said]
        _write(jaren, uit, herkomst)


def _print(jaren: "Jaren", gebied: str | None) -> None:
    """Print one area, or the achterstand of all and who cannot catch up."""
    from optimiser.teksten import load_teksten
    from optimiser.tijd.jaren import tables
    from optimiser.tijd.jaren.answer import find_region

    asked, texts = jaren.question, load_teksten()["meerjaren"]
    if gebied is not None:
        naam = find_region(asked, gebied).naam
        cells = tables.cells_table(jaren)
        narrow = ["gebied", "gm_code"] if printing.is_terminal() else ["gebied"]
        shown = cells[cells["gebied"] == naam].drop(columns=narrow)
        print_table(shown, texts["kop_gebied"].format(gebied=naam), places=2)
        return
    title = texts["kop"].format(van=asked.tijd.van, tot=asked.tijd.tot)
    print_table(tables.late_table(jaren), title)
    behind = tables.behind_table(asked)
    if printing.is_terminal() and len(behind):
        print_table(behind.head(20), texts["kop_inlopen"], places=1)


def _write(jaren: "Jaren", uit: Path, herkomst: list[str]) -> None:
    """Write tables and slides."""
    from optimiser.report.lrt.slides.over_time import years_slides
    from optimiser.tijd.jaren import tables
    from optimiser.tijd.jaren.facility import calculate_facilities

    asked = jaren.question
    sheets = {"jaren": tables.cells_table(jaren), "achterstand": tables.late_table(jaren)}
    sheets["niet-inlopen"] = tables.behind_table(asked)
    if yields := calculate_facilities(asked):
        sheets["voorzieningen"] = tables.facility_table(yields, asked)
    write_sheets(uit, sheets, herkomst)
    write_slides(uit, years_slides(asked, " ".join(herkomst[:2])), herkomst[1])


def _explain(jaren: "Jaren", gemeente: str) -> None:
    """Print why one gemeente gets its number, half-year by half-year."""
    from optimiser.tijd.jaren.answer import find_gemeente
    from optimiser.tijd.jaren.explain import explain_cell

    answer, code = find_gemeente(jaren, gemeente)
    for t in range(len(jaren.question.totals)):
        printing.say("\n".join(explain_cell(answer, jaren.question, code, t)))
