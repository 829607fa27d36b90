"""The part of ``session`` that the page on uitruil needs: the situation, the register."""

from typing import TYPE_CHECKING

from optimiser.io.register_place import register_place
from optimiser.ui.frame import session, state
from optimiser.uitruil.toets.beginstand import Beginstand

if TYPE_CHECKING:
    from optimiser.register.register import Register


def situation() -> Beginstand:
    """Return every gemeente before any exchange, under the scenario of this session.

    Raises
    ------
    OptimiserError
        If the scenario cannot be computed.
    """
    from optimiser.uitruil.toets.beginstand import make_beginstand

    scenario, figures = state.scenario(), session.gegevens()
    return session.kept(
        "beginstand", scenario.model_dump_json(), lambda: make_beginstand(scenario, figures)
    )


def register(*, make: bool = False) -> "Register | None":
    """Return the register; None as long as nobody put anything in it.

    Parameters
    ----------
    make
        Make the file when it is not there yet.

    Raises
    ------
    RegisterUnavailableError, UnwritableFileError
        If it cannot be opened or made.
    """
    from optimiser.register.register import open_register

    place = register_place(make=make)
    return None if place is None else session.kept("register", place, lambda: open_register(place))
