"""The figures every command and page uses: embedded, with the settled deliveries of this user.

Who has no database never loads what reads one: that took a third of a second of every command.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import TYPE_CHECKING

from optimiser.gegevens.gegevens import Gegevens
from optimiser.io.gegevens import read_embedded
from optimiser.io.register_place import register_place

if TYPE_CHECKING:
    from optimiser.tijd.grootboek.grootboek import Grootboek

#: Inside ``one_moment``: empty, or the figures that were looked up in it.
_seen: ContextVar[list[Gegevens] | None] = ContextVar("_seen", default=None)


@contextmanager
def one_moment() -> Iterator[None]:
    """Look the figures up once inside it: all of a page shows the same ones.

    A page asks for them some forty times, and every time that was a question to the database.
    """
    token = _seen.set([])
    try:
        yield
    finally:
        _seen.reset(token)


def read_gegevens(cijfers: str | Path | None = None) -> Gegevens:
    """Return the figures as they stand: the embedded ones and the settled deliveries over them.

    The deliveries are those in the database of the register (``TAAKSTELLING_REGISTER``, or the
    user's own). The data version and the sources name each delivery that is used. The same object
    is returned as long as nothing is settled.

    Parameters
    ----------
    cijfers
        A file with own columns per gemeente (CSV or XLSX) to put beside the figures.

    Raises
    ------
    ChangedDataError, InvalidTableError
        If an embedded file was altered, or ``cijfers`` cannot be read without guessing.
    RegisterUnavailableError, BrokenLeveringError
        If the database cannot be read, or a delivery in it was altered.

    Examples
    --------
    >>> from optimiser.gegevens.halfjaar import Halfjaar
    >>> read_gegevens().announced(Halfjaar.parse("2021-1"))
    13500
    """
    if cijfers is not None:
        from optimiser.io.reading.eigen_cijfers import read_columns, read_file

        path = Path(cijfers)
        return read_gegevens().with_columns(read_columns(read_file(path), path.name), path.name)
    seen = _seen.get()
    if seen:
        return seen[0]
    found = _look_up()
    if seen is not None:
        seen.append(found)
    return found


def _look_up() -> Gegevens:
    if register_place() is None:
        return read_embedded()
    from optimiser.datapunt.held import settled_gegevens

    return settled_gegevens()


def read_grootboek() -> "Grootboek":
    """Return the ledger as it stands, with every gemeente; as ``held.read_grootboek``.

    Examples
    --------
    >>> from optimiser.gegevens.halfjaar import Halfjaar
    >>> int(read_grootboek().stand(Halfjaar(2021, 2)).eenheden.at["NL", "saldo"])
    3728
    """
    from optimiser.datapunt import held
    from optimiser.zicht.zicht import EVERYTHING

    return held.read_grootboek(EVERYTHING)
