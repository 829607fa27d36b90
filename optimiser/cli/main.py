"""Entry point of ``taakstelling``: registers the commands and reports errors in Dutch."""

import os
import sys
from typing import Annotated

import typer

from optimiser.cli import start_app
from optimiser.cli.bestanden import handleiding, lees, sjabloon
from optimiser.cli.dutch import DutchCommand, complaint, new_app, speak_dutch
from optimiser.cli.exit_codes import CANNOT_CLOSE, TOLD, WRONG_INPUT
from optimiser.cli.kaart import kaart, lrt
from optimiser.cli.koppelen import koppel, plan
from optimiser.cli.optimaliseren import optimaliseer
from optimiser.cli.tabel import controleer, gegevens, herleid, sleutels, verdeel, waarom
from optimiser.cli.tijd import afronden, gladstrijken, meerjaren, vooruitzicht
from optimiser.cli.uitruil import toets
from optimiser.cli.vergelijken import mengen, onzekerheid, vergelijk
from optimiser.cli.verloop import levering, opvang, saldo, sein
from optimiser.errors import NothingToOptimiseError, OptimiserError, WrongUsageError

app = new_app(
    help="Verdeel de taakstelling huisvesting vergunninghouders over gemeenten, vergelijk "
    "verdeelsleutels en toets uitruil. Geen juridisch advies.",
    epilog="Uitleg per opdracht: taakstelling OPDRACHT --help\n\n"
    "Uitgangscode 0: gelukt; 1: controleer vond een verschil; 2: verkeerde invoer; 3: het "
    "scenario kan niet sluiten.",
)
app.command("app", cls=DutchCommand)(start_app.app)
app.command("verdeel", cls=DutchCommand)(verdeel.verdeel)
app.command("vergelijk", cls=DutchCommand)(vergelijk.vergelijk)
app.command("waarom", cls=DutchCommand)(waarom.waarom)
app.command("verschil", cls=DutchCommand, epilog=TOLD)(waarom.verschil)
app.command("mengen", cls=DutchCommand)(mengen.mengen)
app.command("onzekerheid", cls=DutchCommand)(onzekerheid.onzekerheid)
app.command("totalen", cls=DutchCommand)(waarom.totalen)
app.command("optimaliseer", cls=DutchCommand, epilog=TOLD)(optimaliseer.optimaliseer)
app.command("grens", cls=DutchCommand, epilog=TOLD)(optimaliseer.grens)
app.command("kaart", cls=DutchCommand, epilog=TOLD)(kaart.kaart)
app.command("lrt", cls=DutchCommand, epilog=TOLD)(lrt.lrt)
koppel.app.command("plan", cls=DutchCommand)(plan.plan)
app.add_typer(koppel.app, name="koppel")
app.command("controleer", cls=DutchCommand)(controleer.controleer)
app.add_typer(toets.app, name="uitruil")
app.add_typer(saldo.app, name="saldo")
app.command("sein", cls=DutchCommand)(sein.sein)
app.command("opvang", cls=DutchCommand)(opvang.opvang)
app.add_typer(levering.app, name="levering")
app.command("herleid", cls=DutchCommand)(herleid.herleid)
app.command("sleutels", cls=DutchCommand)(sleutels.sleutels)
app.command("gegevens", cls=DutchCommand)(gegevens.gegevens)
app.command("afronden", cls=DutchCommand)(afronden.afronden)
app.command("gladstrijken", cls=DutchCommand)(gladstrijken.gladstrijken)
app.command("meerjaren", cls=DutchCommand)(meerjaren.meerjaren)
app.command("vooruitzicht", cls=DutchCommand)(vooruitzicht.vooruitzicht)
app.command("lees", cls=DutchCommand)(lees.lees)
app.command("sjabloon", cls=DutchCommand)(sjabloon.sjabloon)
app.command("handleiding", cls=DutchCommand)(handleiding.handleiding)


def _version(wanted: bool) -> None:
    if wanted:
        from importlib import metadata

        sys.stdout.write(f"taakstelling {metadata.version('taakstelling-optimiser')}\n")
        raise typer.Exit


@app.callback()
def options(
    _versie: Annotated[
        bool,
        typer.Option(
            "--versie",
            callback=_version,
            is_eager=True,
            help="Toon de versie en stop.",
        ),
    ] = False,
) -> None:
    """Take the options that come before a command."""


def run(arguments: list[str] | None = None) -> None:
    """Run the command line; exits as in ``exit_codes``, with a Dutch message if not 0."""
    sys.exit(execute(sys.argv[1:] if arguments is None else arguments))


def execute(arguments: list[str]) -> int:
    """Run one command and return its exit code."""
    if len(arguments) <= 1 or "--help" in arguments:
        speak_dutch()
    try:
        outcome = app(arguments, prog_name="taakstelling", standalone_mode=False)
    except typer.Exit as stop:
        return stop.exit_code
    except typer.TyperException as error:
        if type(error).__name__ == "NoArgsIsHelpError":
            return WRONG_INPUT if arguments else 0
        reason, command = complaint(error)
        return _report(WrongUsageError(reden=reason, opdracht=command))
    except OptimiserError as error:
        return _report(error)
    except BrokenPipeError:
        # The reader of a pipe (head, less) has seen enough.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return outcome if isinstance(outcome, int) else 0


def _report(error: OptimiserError) -> int:
    from optimiser.teksten import melding_for

    sys.stderr.write(f"{melding_for(error)}\n")
    return CANNOT_CLOSE if isinstance(error, NothingToOptimiseError) else WRONG_INPUT
