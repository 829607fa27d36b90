"""``taakstelling vooruitzicht``: what is expected, and how wrong that was before."""

from typing import Annotated

import typer

from optimiser.cli import printing
from optimiser.cli.optimaliseren.optimaliseer import Map, find_scenario
from optimiser.cli.tijd.output import print_table, write_deck, write_sheets

What = Annotated[
    str,
    typer.Argument(
        metavar="SCENARIO",
        help="Scenario met [tijd], of het woord 'toets': elk model op wat voorbij is.",
    ),
]
Per = Annotated[str, typer.Option(metavar="ID", help="provincie of gemeente.")]


def vooruitzicht(
    scenario: What = "vooruitzicht-2021", per: Per = "provincie", uit: Map = None
) -> None:
    """Toon waar het saldo heen gaat, met een waaier en wat het verleden miste.

    Per provincie op de meegeleverde cijfers; per gemeente op aangeleverde realisatie.
    """
    from optimiser.datapunt.current import read_gegevens
    from optimiser.datapunt.held import read_grootboek
    from optimiser.errors import WrongUsageError
    from optimiser.gegevens.provincies import provincie_namen
    from optimiser.report.lrt.slides.over_time import outlook_slide
    from optimiser.teksten import load_teksten
    from optimiser.tijd.vooruitzicht import tables
    from optimiser.tijd.vooruitzicht.backtest import check_models
    from optimiser.tijd.vooruitzicht.history import read_verleden
    from optimiser.tijd.vooruitzicht.project import make_vooruitzicht

    levels = {"provincie": "PV", "gemeente": "GM"}
    if per not in levels:
        reason = f"'--per {per}' bestaat niet; kies provincie of gemeente."
        raise WrongUsageError(reden=reason, opdracht="taakstelling vooruitzicht")
    figures, texts = read_gegevens(), load_teksten()["vooruitzicht"]
    course = read_grootboek().course()
    if scenario == "toets":
        table = tables.backtest_table(check_models(read_verleden(course, "PV")))
        print_table(table, texts["kop_toets"], places=1)
        printing.remark(texts["toets"])
        if uit is not None:
            write_sheets(uit, {"toets": table}, [texts["toets"]])
        return
    question = find_scenario(scenario)
    found = make_vooruitzicht(question, figures, course, levels[per])
    saldo = tables.saldo_table(found, provincie_namen(figures.regios))
    fan, said = tables.fan_table(found), tables.sentences(found)
    print_table(saldo, texts["kop"])
    if printing.is_terminal() and len(fan):
        print_table(fan, texts["kop_waaier"])
    for line in said:
        printing.remark(line)
    if uit is not None:
        herkomst = [question.titel, f"Scenario {question.naam} ({question.sha256()}).", *said]
        write_sheets(uit, {"vooruitzicht": saldo, "waaier": fan}, herkomst)
        slide = outlook_slide(found, " ".join(herkomst[:2]))
        if slide is not None:
            write_deck(uit, [slide], herkomst[1])
