"""What this user's database holds: settled deliveries, the data point, the ledger over them."""

from dataclasses import replace
from functools import cache, lru_cache

from sqlalchemy import Engine, Table, func, inspect, select

from optimiser.datapunt.figures import with_leveringen
from optimiser.datapunt.ledger import aanleveringen, uitruiltermijnen
from optimiser.datapunt.store import Datapunt
from optimiser.datapunt.tables import stap
from optimiser.gegevens.gegevens import Gegevens
from optimiser.io.gegevens import read_embedded
from optimiser.io.register_place import register_place
from optimiser.register.engine import database_there, open_engine, reading
from optimiser.register.reader import Leesbaar
from optimiser.register.tables import versie
from optimiser.tijd.grootboek.compose import Aanlevering, Uitruiltermijn, compose_grootboek
from optimiser.tijd.grootboek.grootboek import Grootboek
from optimiser.zicht.zicht import EVERYTHING, Zicht


def settled_gegevens() -> Gegevens:
    """Return the embedded figures with the settled deliveries over them; see ``read_embedded``."""
    place = register_place()
    if place is None or (count := _steps(place)) == 0:
        return read_embedded()
    return _figures(place, count)


def read_datapunt(zicht: Zicht) -> Datapunt | None:
    """Return the data point as it looks to these eyes; None if there is none yet."""
    place = register_place()
    if place is None or not _steps(place):
        return None
    return replace(_opened(place), zicht=zicht)


def read_grootboek(zicht: Zicht) -> Grootboek:
    """Return the ledger as it stands: embedded tables and every settled delivery of realisatie.

    Gemeenten that are not in view are left out; provinces and the country stay whole.

    Raises
    ------
    OptimiserError
        As ``current.read_embedded``, and if bookings contradict each other.

    Examples
    --------
    >>> from optimiser.gegevens.halfjaar import Halfjaar
    >>> int(read_grootboek(EVERYTHING).stand(Halfjaar(2021, 2)).eenheden.at["NL", "saldo"])
    3728
    """
    bookings = read_aanleveringen(EVERYTHING), read_uitruil(EVERYTHING)
    book = compose_grootboek(settled_gegevens(), *bookings)
    return book if zicht.gm_codes is None else book.of_gemeenten(zicht.gm_codes)


def read_aanleveringen(zicht: Zicht) -> tuple[Aanlevering, ...]:
    """Return the settled deliveries that become bookings; none without a data point."""
    point = read_datapunt(zicht)
    return () if point is None else aanleveringen(point)


def read_uitruil(zicht: Zicht) -> tuple[Uitruiltermijn, ...]:
    """Return the binding agreements in view; none without a register."""
    place = register_place()
    if place is None or not _rows(place, versie):
        return ()
    return uitruiltermijnen(replace(_register(place), zicht=zicht))


def grootboek_key() -> tuple[str, int, int]:
    """Return what the ledger depends on: where it is kept, and how often that changed."""
    place = register_place()
    if place is None:
        return ("", 0, 0)
    return (place, _steps(place), _rows(place, versie))


def own_datapunt(zicht: Zicht) -> Datapunt:
    """Return the data point as it looks to these eyes, made if there is none.

    Raises
    ------
    RegisterUnavailableError, UnwritableFileError
        If it cannot be opened or made.
    """
    return replace(_opened(register_place(make=True) or ""), zicht=zicht)


def _steps(place: str) -> int:
    """Count what ever happened to deliveries."""
    return _rows(place, stap)


def _rows(place: str, table: Table) -> int:
    """Count the rows of a table; a database or table that is not there has none."""
    if not database_there(place):
        return 0
    with reading(_engine(place), EVERYTHING) as connection:
        if not inspect(connection).has_table(table.name):
            return 0
        return int(connection.execute(select(func.count()).select_from(table)).scalar_one())


@cache
def _engine(place: str) -> Engine:
    return open_engine(place)


@cache
def _opened(place: str) -> Datapunt:
    from optimiser.datapunt.opening import open_datapunt

    return open_datapunt(place, EVERYTHING)


@cache
def _register(place: str) -> Leesbaar:
    from optimiser.register.opening import open_register

    return open_register(place, EVERYTHING)


@lru_cache(maxsize=4)
def _figures(place: str, _count: int) -> Gegevens:
    return with_leveringen(read_embedded(), _opened(place))
