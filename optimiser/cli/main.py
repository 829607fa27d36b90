"""Entry point of ``taakstelling``: runs a command and reports errors in Dutch."""

import os
import sys
from typing import Annotated

import typer

from optimiser.cli.commands import LazyGroup
from optimiser.cli.dutch import complaint, new_app
from optimiser.cli.exit_codes import CANNOT_CLOSE, WRONG_INPUT
from optimiser.errors import NothingToOptimiseError, OptimiserError, WrongUsageError

app = new_app(
    LazyGroup,
    help="Verdeel de taakstelling huisvesting vergunninghouders over gemeenten, vergelijk "
    "verdeelsleutels en toets uitruil. Geen juridisch advies.",
    epilog="Uitleg per opdracht: taakstelling OPDRACHT --help\n\n"
    "Uitgangscode 0: gelukt; 1: controleer vond een verschil of een fout; 2: verkeerde invoer; 3: "
    "het scenario kan niet sluiten.",
)


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
    try:
        outcome = app(arguments, prog_name="taakstelling", standalone_mode=False)
    except typer.Exit as stop:
        return stop.exit_code
    except typer.TyperException as error:
        if type(error).__name__ == "NoArgsIsHelpError":
            sys.stdout.write(f"{error.format_message()}\n")
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
