"""Open a register that is there, or make a new one: never the one for the other."""

from pathlib import Path

from sqlalchemy import Engine

from optimiser.errors import OptimiserError
from optimiser.register.chain import Getuige, Kop
from optimiser.register.engine import (
    DAMAGED,
    database_there,
    open_engine,
    shown,
    to_url,
    unavailable,
)
from optimiser.register.errors import RegisterMissingError
from optimiser.register.gate import wettelijke_stand
from optimiser.register.migrate import REGISTER, TableGroup, current, migrate
from optimiser.register.register import Register
from optimiser.uitruil.toets.vooruit import Standen
from optimiser.zicht.zicht import Zicht


def open_register(
    place: str | Path, zicht: Zicht, kop: Kop | None = None, standen: Standen = wettelijke_stand
) -> Register:
    """Open a register that exists, and bring it to the newest layout.

    Parameters
    ----------
    place
        Path of an SQLite file, or the URL of a PostgreSQL database.
    zicht
        Whose eyes: what they see and may do.
    kop
        A head printed or seen before: a register that does not go on from it is refused.
    standen
        What agreements are tested against; the law with the packaged figures unless said.

    Raises
    ------
    RegisterMissingError
        If there is none at that place.
    RegisterUnavailableError, NewerLayoutError
        If it cannot be opened, or a newer program made it.
    """
    if not register_there(place):
        raise RegisterMissingError(register=shown(to_url(place)))
    return _opened(place, zicht, Getuige(kop), standen)


def make_register(place: str | Path, zicht: Zicht, standen: Standen = wettelijke_stand) -> Register:
    """Make a register, or open the one that is there.

    Raises
    ------
    RegisterUnavailableError
        If it cannot be made.
    """
    return _opened(place, zicht, Getuige(), standen)


def register_there(place: str | Path) -> bool:
    """Tell whether a place holds a register; nothing is made.

    Raises
    ------
    RegisterUnavailableError
        If the place cannot be reached or is no database.
    """
    return tables_there(place, REGISTER)


def tables_there(place: str | Path, which: TableGroup) -> bool:
    """Tell whether a place holds these tables; nothing is made, and raises as the above."""
    if not database_there(place):
        return False
    engine = open_engine(place)
    try:
        return current(engine, which) is not None
    finally:
        engine.dispose()


def open_migrated(place: str | Path, *layouts: TableGroup) -> Engine:
    """Open a database and bring tables to their newest layout, or make them.

    Raises
    ------
    RegisterUnavailableError, NewerLayoutError
        If it cannot be opened or written, or a newer program made it.
    """
    engine = open_engine(place)
    try:
        for which in layouts:
            migrate(engine, which)
    except DAMAGED as error:
        engine.dispose()
        raise unavailable(engine, error) from error
    except OptimiserError:
        engine.dispose()
        raise
    return engine


def _opened(place: str | Path, zicht: Zicht, getuige: Getuige, standen: Standen) -> Register:
    return Register(open_migrated(place, REGISTER), zicht, standen=standen, getuige=getuige)
