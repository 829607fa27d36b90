"""``taakstelling optimaliseer`` and ``grens``: a scenario optimised, and its frontier."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from optimiser.cli import csv_form, options, printing
from optimiser.cli.exit_codes import CANNOT_CLOSE
from optimiser.cli.scenario_file import ScenarioFile, find_question
from optimiser.errors import NothingToOptimiseError

if TYPE_CHECKING:
    from optimiser.scenario.scenario import Scenario
    from optimiser.solve.optimise import Optimalisatie
    from optimiser.solve.result import Verdeling

Map = Annotated[
    Path | None,
    typer.Option(metavar="MAP", help="Schrijf de uitkomst in deze map, ook als CSV en Excel."),
]
Solver = Annotated[
    str, typer.Option(metavar="ID", help="highs of cbc; beide geven dezelfde verdeling.")
]
Prijzen = Annotated[
    bool,
    typer.Option("--prijzen", help="Toon wat één persoon meer of minder bij elke grens doet."),
]


def optimaliseer(
    scenario: ScenarioFile,
    cijfers: options.Cijfers = None,
    solver: Solver = "highs",
    prijzen: Prijzen = False,
    uit: Map = None,
) -> None:
    """Verdeel de taakstelling onder de grenzen van een scenario en bewijs de uitkomst.

    Een scenario dat niet kan sluiten geeft geen fout maar een antwoord: waar het knelt, met
    hoeveel personen, en wat zou helpen.
    """
    question, figures = find_question(scenario, cijfers)
    from optimiser.report.antwoord.summary import summary
    from optimiser.solve.run import solve_scenario

    verdeling = solve_scenario(question, figures, solver, prove=True)
    outcome = optimised(verdeling)
    lines = summary(question, verdeling, outcome)
    if prijzen and outcome.feasible:
        from optimiser.report.antwoord.prices import price_lines

        lines += ["", *price_lines(outcome)]
    printing.say("\n".join(lines))
    if uit is not None:
        _write(uit, question, verdeling)
    if not outcome.feasible:
        raise typer.Exit(CANNOT_CLOSE)


def optimised(verdeling: "Verdeling") -> "Optimalisatie":
    """Return what the optimiser answered; asking a plain table is our bug."""
    if verdeling.optimalisatie is None:
        msg = "this Verdeling was not optimised"
        raise TypeError(msg)
    return verdeling.optimalisatie


def _write(folder: Path, question: "Scenario", verdeling: "Verdeling") -> None:
    from optimiser.io.writing import export
    from optimiser.report.antwoord.no_answer import marked_table, refusal_lines
    from optimiser.report.antwoord.result_json import to_document, to_json
    from optimiser.report.antwoord.summary import remarks, table_of

    outcome = optimised(verdeling)
    export.make_folder(folder)
    refusal = refusal_lines(outcome)
    table = marked_table(table_of(verdeling, outcome), refusal)
    sums = ["inwoners", "exact", "doel", "taakstelling", "verschil"]
    sheet = export.Sheet(
        "GEEN OPLOSSING" if refusal else "Verdeling",
        table,
        sums,
        {"exact": "#,##0.000", "inwoners": "#,##0"},
    )
    herkomst = [question.titel, *refusal, *remarks(question, verdeling), verdeling.herkomst.line()]
    written = [
        *csv_form.write_table(folder / "verdeling.csv", sheet, herkomst),
        *csv_form.write_table(folder / "verdeling.xlsx", sheet, herkomst),
    ]
    document = to_json(to_document(question, verdeling, outcome))
    export.write_bytes(folder / "resultaat.json", document.encode("utf-8"))
    for path in (*written, folder / "resultaat.json"):
        printing.remark(f"Geschreven: {path}")


def grens(scenario: ScenarioFile, cijfers: options.Cijfers = None, uit: Map = None) -> None:
    """Toon hoe eerlijk de verdeling kan zijn bij elk aantal verplaatste personen.

    Zonder --uit CSV op het scherm; met --uit MAP een CSV en een grafiek (PNG).
    """
    question, figures = find_question(scenario, cijfers)
    import pandas as pd

    from optimiser.engine import Infeasible, frontier
    from optimiser.io.writing import export
    from optimiser.solve.run import problem_of

    curve = frontier(problem_of(question, figures))
    if isinstance(curve, Infeasible):
        raise NothingToOptimiseError(scenario=question.naam)
    table = pd.DataFrame(curve.points(), columns=["verplaatst", "afwijking"])
    if uit is None:
        printing.write_csv(export.to_csv(table))
        return
    from optimiser.maps.charts.frontier import draw_frontier, to_png

    export.make_folder(uit)
    herkomst = [question.titel, printing.rests_on(figures)]
    herkomst.append(f"Scenario {question.naam} ({question.sha256()}).")
    written = csv_form.write_table(uit / "grens.csv", export.Sheet("Grens", table), herkomst)
    export.write_bytes(uit / "grens.png", to_png(draw_frontier(table, herkomst)))
    for path in (*written, uit / "grens.png"):
        printing.remark(f"Geschreven: {path}")
