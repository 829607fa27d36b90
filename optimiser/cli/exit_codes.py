"""What the exit codes of the commands mean, and the mark of a scenario that cannot close."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

import typer

from optimiser.cli import printing

if TYPE_CHECKING:
    from optimiser.solve.optimise import Optimalisatie

#: ``controleer`` found a difference.
CHANGED = 1
#: Input that must be changed by the user.
WRONG_INPUT = 2
#: The scenario cannot close: what was written is no answer.
CANNOT_CLOSE = 3
#: At the end of the help of a command that answers a scenario with limits.
TOLD = "Uitgangscode 0: gelukt; 2: verkeerde invoer; 3: het scenario kan niet sluiten."


def stop_if_open(outcomes: "Iterable[Optimalisatie | None]") -> None:
    """Tell why a scenario has no answer and stop with ``CANNOT_CLOSE``; else do nothing.

    Raises
    ------
    typer.Exit
        If one of the outcomes cannot close.
    """
    open_ones = [one for one in outcomes if one is not None and not one.feasible]
    if not open_ones:
        return
    from optimiser.report.antwoord.no_answer import refusal_lines

    for outcome in open_ones:
        printing.remark(" ".join(refusal_lines(outcome)))
    raise typer.Exit(CANNOT_CLOSE)
