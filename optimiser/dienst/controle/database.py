"""The shared database: reachable, writable, of this program, and it fits together."""

from collections.abc import Callable

from sqlalchemy import Engine, text
from sqlalchemy.exc import DBAPIError

from optimiser.dienst.backup import LAYOUTS, check_rows
from optimiser.dienst.controle.point import Controlepunt, refused, right, wrong
from optimiser.dienst.lock import lock_fault
from optimiser.errors import OptimiserError
from optimiser.register.chain import Kop
from optimiser.register.engine import database_there, open_engine, reading, shown, to_url
from optimiser.register.migrate import current, newest, require_maker, require_not_newer
from optimiser.zicht.zicht import EVERYTHING


def check_database(place: str | None, *, shared: bool) -> list[Controlepunt]:
    """Look at the database of register and data point; nothing in it is changed.

    Parameters
    ----------
    place
        File or URL; None if there is none yet.
    shared
        Whether several people work in it: then it must be PostgreSQL.
    """
    if place is None or not database_there(place):
        return [wrong("database", "database_geen") if shared else right("database", "nog_geen")]
    file = to_url(place).get_backend_name() == "sqlite"
    found = [wrong("database", "database_bestand")] if shared and file else []
    try:
        engine = open_engine(place)
    except OptimiserError as error:
        return [*found, refused("database", error)]
    try:
        for look in (_writable, _layout, _fits, *([_locked] if shared and not file else [])):
            found.append(_looked(look, engine))
            if not found[-1].goed:
                break
    finally:
        engine.dispose()
    return found


def _looked(look: Callable[[Engine], Controlepunt], engine: Engine) -> Controlepunt:
    try:
        return look(engine)
    except OptimiserError as error:
        return refused("database", error)


def _writable(engine: Engine) -> Controlepunt:
    """Make a table and take it back: what an upgrade of the layout does too."""
    with reading(engine, None) as connection:
        connection.execute(text("SELECT 1"))
    try:
        with engine.connect() as connection, connection.begin() as tried:
            connection.execute(text("CREATE TABLE taakstelling_proef (nummer INTEGER)"))
            tried.rollback()
    except DBAPIError:
        if not _may_add(engine):
            return wrong("database", "database_alleen_lezen", plaats=shown(engine.url))
    return right("database", "database", plaats=shown(engine.url))


def _may_add(engine: Engine) -> bool:
    """Tell whether rows can be added to the tables that are there, by who may not make any."""
    if engine.dialect.name != "postgresql":
        return False
    names = [table.name for which in LAYOUTS for table in which.metadata.sorted_tables]
    query = text(
        "SELECT current_setting('transaction_read_only') = 'off' AND "
        "bool_and(has_table_privilege(oid, 'INSERT')) FROM pg_class "
        "WHERE relname = ANY (:names) AND pg_table_is_visible(oid)"
    )
    with reading(engine, None) as connection:
        return bool(connection.execute(query, {"names": names}).scalar_one())


def _locked(engine: Engine) -> Controlepunt:
    """Look whether PostgreSQL itself hides rows of others from the app."""
    fault = lock_fault(engine)
    return wrong("slot", "slot_open", reden=fault) if fault else right("slot", "slot")


def _layout(engine: Engine) -> Controlepunt:
    told = []
    for which in LAYOUTS:
        found = current(engine, which)
        with reading(engine, None) as connection:
            require_not_newer(connection, which)
            require_maker(connection, which)
        step = "" if found in {None, newest(which)} else f", wordt {newest(which)}"
        told.append(f"{which.package.rpartition('.')[2]} {found or 'nog leeg'}{step}")
    return right("indeling", "indeling", delen=", ".join(told))


def _fits(engine: Engine) -> Controlepunt:
    """Follow the chain and check every delivery; an older layout waits until it is upgraded."""
    layouts = {one: current(engine, one) for one in LAYOUTS}
    there = [one for one, found in layouts.items() if found is not None]
    if any(layouts[one] != newest(one) for one in there):
        return right("inhoud", "inhoud_later")
    with reading(engine, EVERYTHING) as connection:
        found = check_rows(connection, there, Kop(0, ""))
    return right("inhoud", "inhoud", kop=str(found.kop), leveringen=found.leveringen)
