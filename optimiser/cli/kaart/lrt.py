"""``taakstelling lrt``: the kit for the Landelijke Regietafel."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from optimiser.cli import numbers, options, printing
from optimiser.cli.exit_codes import stop_if_open
from optimiser.cli.scenario_file import ScenarioFile, find_question, find_scenario
from optimiser.errors import WrongUsageError

if TYPE_CHECKING:
    from optimiser.report.lrt.kit import PaperForm

Sleutels = Annotated[
    str | None,
    typer.Option(
        metavar="A,B",
        help="Sleutels naast de wettelijke, met komma's ertussen; hooguit vier. Met keuzes: "
        "gemengd:inwoners=60+huishoudens=40.",
    ),
]
Uit = Annotated[
    Path,
    typer.Option(
        metavar="BESTAND",
        help="Presentatie (.pptx), papier (.pdf), werkboek (.xlsx) of kaartlagen (.gpkg).",
        show_default=False,
    ),
]
Formaat = Annotated[str, typer.Option(metavar="A4|A3", help="Papierformaat van een .pdf.")]
Sjabloon = Annotated[
    Path | None,
    typer.Option(metavar="BESTAND.pptx", help="Eigen sjabloon voor een .pptx, breedbeeld (16:9)."),
]
Halfjaren = Annotated[
    str | None,
    typer.Option(
        metavar="SCENARIO",
        help="Scenario met [tijd] waarvan de halfjaren samen ook een dia krijgen, zoals "
        "glad-2019-2021 of jaren-rvb-2000.",
    ),
]
Koppelen = Annotated[
    int | None,
    typer.Option(
        parser=numbers.count_between(1, 100),
        metavar="PROCENT",
        help="Ook een dia: past elk huishouden, met zoveel procent van de vrijkomende "
        "corporatiewoningen (aannames).",
    ),
]
Tell = Callable[[int, int, str], None]


def lrt(
    scenario: ScenarioFile,
    uit: Uit,
    sleutels: Sleutels = None,
    formaat: Formaat = "A4",
    sjabloon: Sjabloon = None,
    halfjaren: Halfjaren = None,
    koppelen: Koppelen = None,
    cijfers: options.Cijfers = None,
) -> None:
    """Maak het bespreekstuk voor de Landelijke Regietafel: dia's, papier, werkboek of kaartlagen.

    Eén boodschap per dia: waar we staan, de sleutels naast elkaar, wie overneemt, of het past, het
    voorstel voor uitruil, drie getallen en de verantwoording. Geen juridisch advies.
    """
    ending = _ending(uit, formaat, sjabloon)
    from optimiser.compare import parse_keuzes
    from optimiser.io.writing.export import write_bytes
    from optimiser.report.lrt import LrtVraag
    from optimiser.report.lrt.kit import build_kit_with_stof

    keuzes = parse_keuzes(sleutels) if sleutels is not None else ()
    over_time = None if halfjaren is None else find_scenario(halfjaren)
    question, figures = find_question(scenario, cijfers)
    vraag = LrtVraag(question, keuzes, over_time, koppelen)
    vorm = _vorm(formaat, sjabloon)
    with progress() as tell:
        content, stof = build_kit_with_stof(vraag, figures, ending, vorm, tell)
    write_bytes(uit, content)
    printing.remark(f"Geschreven: {uit}")
    stop_if_open([stof.uitkomst])


def _ending(uit: Path, formaat: str, sjabloon: Path | None) -> str:
    from optimiser.io.writing.export import require_ending

    ending = require_ending(uit, (".pptx", ".pdf", ".xlsx", ".gpkg"))
    reason = ""
    if sjabloon is not None and ending != ".pptx":
        reason = "--sjabloon hoort bij een .pptx."
    if formaat != "A4" and ending != ".pdf":
        reason = "--formaat hoort bij een .pdf."
    if reason:
        raise WrongUsageError(reden=reason, opdracht="taakstelling lrt")
    return ending


def _vorm(formaat: str, sjabloon: Path | None) -> "PaperForm":
    from optimiser.io.reading.eigen_cijfers import read_file
    from optimiser.report.lrt.kit import PaperForm

    if sjabloon is None:
        return PaperForm(formaat)
    return PaperForm(formaat, read_file(sjabloon), sjabloon.name)


@contextmanager
def progress() -> Iterator[Tell]:
    """Show a bar on standard error while work is done; nothing where nobody looks."""
    from rich.console import Console
    from rich.markup import escape
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, disable=not console.is_terminal) as bar:
        task = bar.add_task("beginnen", total=None)

        def tell(done: int, total: int, what: str) -> None:
            bar.update(task, completed=done, total=total, description=escape(what))

        yield tell
