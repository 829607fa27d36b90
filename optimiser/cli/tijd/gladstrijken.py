"""``taakstelling gladstrijken``: the national number without peaks and dips."""

from typing import Annotated

import typer

from optimiser.cli import printing
from optimiser.cli.optimaliseren.optimaliseer import Map
from optimiser.cli.scenario_file import ScenarioFile, find_scenario
from optimiser.cli.tijd.output import print_table, write_sheets, write_slides

Pareto = Annotated[bool, typer.Option("--pareto", help="Toon bij elke piek het minste wachten.")]


def gladstrijken(scenario: ScenarioFile, pareto: Pareto = False, uit: Map = None) -> None:
    """Strijk de landelijke taakstelling glad over de halfjaren van een scenario.

    Toont altijd naast elkaar: zoals aangekondigd, met voorkennis, en zonder voorkennis.
    """
    question = find_scenario(scenario)
    from optimiser.report.lrt.slides.over_time import smoothing_slide
    from optimiser.teksten import load_teksten
    from optimiser.tijd.gladstrijken import tables
    from optimiser.tijd.gladstrijken.pareto import trace_pareto
    from optimiser.tijd.gladstrijken.plan import smooth_taakstelling

    plan = smooth_taakstelling(question)
    words = load_teksten()
    title = words["gladstrijken"]["kop"].format(van=plan.tijd.van, tot=plan.tijd.tot)
    curve = tables.pareto_table(trace_pareto(plan.tube, norm_weken=plan.rij.norm_weken))
    said = [*tables.sentences(plan), *_delivered(plan.rij.begin)]
    names = words["gladstrijken_kolommen"]
    if pareto:
        print_table(curve, title, names)
    elif printing.is_terminal():
        print_table(tables.numbers_table(plan), title)
        print_table(tables.measures_table(plan), "", names)
        printing.say("\n".join(said))
    else:
        print_table(tables.course_table(plan), title)
        for line in said:
            printing.remark(line)
    if uit is not None:
        herkomst = [question.titel, f"Scenario {question.naam} ({question.sha256()}).", *said]
        sheets = {"gladstrijken": tables.course_table(plan), "afweging": curve}
        write_sheets(uit, sheets, herkomst)
        write_slides(uit, [smoothing_slide(plan, " ".join(herkomst[:2]))], herkomst[1])


def _delivered(begin: int) -> list[str]:
    """Tell the delivered queue beside the one of the scenario, and which levering it is."""
    from optimiser.io.register_place import register_place

    if register_place() is None:
        return []
    from optimiser.datapunt.beside import lines_of, read_opvang
    from optimiser.datapunt.held import read_datapunt
    from optimiser.report.verloop.opvang import start_lines
    from optimiser.zicht.zicht import EVERYTHING

    point = read_datapunt(EVERYTHING)
    told = start_lines(read_opvang(point, "bezetting"), begin)
    return [*told, *lines_of(point, ("bezetting",))] if told else []
