"""Copy a register while it is in use, and put a copy back: same rows, same head."""

from pathlib import Path

from sqlalchemy import Connection, insert, text

from optimiser.register.chain import Kop
from optimiser.register.engine import reading, shown, to_url, writing
from optimiser.register.errors import RegisterExistsError
from optimiser.register.opening import make_register, open_register, register_there
from optimiser.register.rows import read_everything
from optimiser.register.tables import keten, overeenkomst, versie


def copy_register(source: str | Path, target: str | Path, kop: Kop | None = None) -> Kop:
    """Copy every row to a place where no register is yet, and return the head of the copy.

    Parameters
    ----------
    source, target
        Files or URLs; a back-up and putting one back are the same copy in two directions.
    kop
        A head printed before, which the source must hold.

    Raises
    ------
    RegisterExistsError
        If the target holds a register: nothing is ever written over.
    RegisterMissingError, RegisterUnavailableError, BrokenHistoryError
        If the source cannot be read whole.
    """
    url = to_url(target)
    file = Path(url.database or "") if url.get_backend_name() == "sqlite" else None
    if (file is not None and file.exists()) or (file is None and register_there(target)):
        raise RegisterExistsError(register=shown(url))
    with open_register(source, kop) as book, reading(book.engine) as connection:
        found = read_everything(connection, kop or Kop(0, ""))
        made = [dict(row) for row in connection.execute(overeenkomst.select()).mappings()]
    with make_register(target) as copy:
        with writing(copy.engine) as connection:
            if made:
                connection.execute(insert(overeenkomst), made)
                rows = [row for own in found.rows.values() for row in own]
                connection.execute(insert(versie), rows)
                connection.execute(insert(keten), found.links)
                _go_on(connection, max(row["nummer"] for row in made))
        return copy.kop()


def _go_on(connection: Connection, last: int) -> None:
    """Let new agreements get the numbers after the last one."""
    if connection.dialect.name == "postgresql":
        name = {"table": "overeenkomst", "column": "nummer", "last": last}
        connection.execute(
            text("SELECT setval(pg_get_serial_sequence(:table, :column), :last)"), name
        )
