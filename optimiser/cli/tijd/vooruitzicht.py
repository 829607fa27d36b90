"""``taakstelling vooruitzicht``: what is expected, and how wrong that was before."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from optimiser.cli import options, printing
from optimiser.cli.optimaliseren.optimaliseer import Map
from optimiser.cli.scenario_file import find_question
from optimiser.cli.tijd.output import print_table, write_sheets, write_slides

if TYPE_CHECKING:
    import pandas as pd

    from optimiser.scenario.scenario import Scenario
    from optimiser.tijd.vooruitzicht.project import Vooruitzicht

_LEVELS = {"provincie": "PV", "gemeente": "GM"}
What = Annotated[
    str,
    typer.Argument(
        metavar="SCENARIO",
        help="Scenario met [tijd], of het woord 'toets': elk model op wat voorbij is.",
    ),
]
Per = Annotated[str, typer.Option(metavar="ID", help="provincie of gemeente.")]


def vooruitzicht(
    scenario: What = "vooruitzicht-2021",
    per: Per = "provincie",
    cijfers: options.Cijfers = None,
    uit: Map = None,
) -> None:
    """Toon waar het saldo heen gaat, met een waaier en wat het verleden miste.

    Per provincie op de meegeleverde cijfers; per gemeente op aangeleverde realisatie.
    """
    from optimiser.errors import WrongUsageError

    if per not in _LEVELS:
        reason = f"'--per {per}' bestaat niet; kies provincie of gemeente."
        raise WrongUsageError(reden=reason, opdracht="taakstelling vooruitzicht")
    if scenario == "toets":
        _test(uit)
        return
    from optimiser.datapunt.current import read_grootboek
    from optimiser.teksten import load_teksten
    from optimiser.tijd.vooruitzicht import tables
    from optimiser.tijd.vooruitzicht.project import make_vooruitzicht

    question, figures = find_question(scenario, cijfers)
    book = read_grootboek()
    level = _LEVELS[per]
    found = make_vooruitzicht(question, figures, book.course(), level, _coupled(question, level))
    saldo, fan = tables.saldo_table(found, book.namen), tables.fan_table(found)
    said = [*tables.sentences(found), *book.bronnen, printing.rests_on(figures)]
    texts = load_teksten()["vooruitzicht"]
    print_table(saldo, texts["kop"])
    if printing.is_terminal() and len(fan):
        print_table(fan, texts["kop_waaier"])
    for line in said:
        printing.remark(line)
    if uit is not None:
        herkomst = [question.titel, f"Scenario {question.naam} ({question.sha256()}).", *said]
        _write(uit, found, {"vooruitzicht": saldo, "waaier": fan}, herkomst)


def _coupled(question: "Scenario", level: str) -> "pd.Series | None":
    """Return who was coupled in the first half-year, per gemeente, where that was delivered."""
    from optimiser.datapunt.beside import read_gekoppeld
    from optimiser.datapunt.held import read_datapunt
    from optimiser.zicht.zicht import EVERYTHING

    if level != "GM" or question.tijd is None:
        return None
    return read_gekoppeld(read_datapunt(EVERYTHING), str(question.tijd.halfjaren[0]))


def _test(uit: Path | None) -> None:
    """Print how wrong every model would have been."""
    from optimiser.datapunt.current import read_grootboek
    from optimiser.teksten import load_teksten
    from optimiser.tijd.vooruitzicht import tables
    from optimiser.tijd.vooruitzicht.backtest import check_models
    from optimiser.tijd.vooruitzicht.history import read_verleden

    texts = load_teksten()["vooruitzicht"]
    table = tables.backtest_table(check_models(read_verleden(read_grootboek().course(), "PV")))
    print_table(table, texts["kop_toets"], places=1)
    printing.remark(texts["toets"])
    if uit is not None:
        write_sheets(uit, {"toets": table}, [texts["toets"]])


def _write(
    uit: Path, found: "Vooruitzicht", sheets: "dict[str, pd.DataFrame]", herkomst: list[str]
) -> None:
    """Write tables, picture and slide."""
    from optimiser.io.writing.export import write_bytes
    from optimiser.report.jaren.pictures import fan_picture
    from optimiser.report.lrt.slides.over_time import outlook_slide

    write_sheets(uit, sheets, herkomst)
    drawn, slide = fan_picture(found), outlook_slide(found, " ".join(herkomst[:2]))
    if drawn is not None and slide is not None:
        write_bytes(uit / "waaier.png", drawn[0])
        printing.remark(f"Geschreven: {uit / 'waaier.png'}")
        write_slides(uit, [slide], herkomst[1])
