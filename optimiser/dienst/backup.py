"""Copy register and data point while they are in use, and put a copy back: same rows, same head."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, Table, func, insert, select, text

from optimiser.datapunt.errors import BrokenLeveringError
from optimiser.datapunt.levering import utc
from optimiser.datapunt.opening import DATAPUNT
from optimiser.datapunt.queries import histories, light_rows
from optimiser.datapunt.rows_blob import to_arrow, to_parts
from optimiser.datapunt.tables import deel, geheel
from optimiser.register.chain import Kop
from optimiser.register.engine import open_engine, reading, shown, to_url, writing
from optimiser.register.errors import (
    BrokenHistoryError,
    RegisterExistsError,
    RegisterMissingError,
)
from optimiser.register.migrate import REGISTER, TableGroup, current_in, migrate_in
from optimiser.register.opening import open_migrated, tables_there
from optimiser.register.rows import read_everything
from optimiser.zicht.zicht import EVERYTHING

#: Everything the shared database may hold.
LAYOUTS = (REGISTER, DATAPUNT)
#: Rows that are in memory at once: a delivery carries its whole file.
_BATCH = 10


@dataclass(frozen=True, slots=True)
class Kopie:
    """What a copy holds.

    Attributes
    ----------
    kop
        Head of the register; zero rows where there is none.
    leveringen
        Number of deliveries.
    """

    kop: Kop
    leveringen: int

    def in_words(self) -> str:
        """Tell it in Dutch.

        >>> Kopie(Kop(0, ""), 1).in_words(), Kopie(Kop(0, ""), 12).in_words()
        ('kop 0-, 1 levering', 'kop 0-, 12 leveringen')
        """
        noun = "levering" if self.leveringen == 1 else "leveringen"
        return f"kop {self.kop}, {self.leveringen} {noun}"


def copy_database(source: str | Path, target: str | Path, kop: Kop | None = None) -> Kopie:
    """Copy every row, as it was at one moment, to a place where nothing is yet.

    Parameters
    ----------
    source, target
        Files or URLs; a back-up and putting one back are the same copy in two directions.
    kop
        A head printed before, which the source must hold.

    Raises
    ------
    RegisterExistsError
        If the target holds anything: nothing is ever written over.
    RegisterMissingError, RegisterUnavailableError, NewerLayoutError
        If the source is not there or cannot be read.
    BrokenHistoryError, BrokenLeveringError
        If the source does not fit together: no copy is made of it.
    """
    url = to_url(target)
    file = Path(url.database or "") if url.get_backend_name() == "sqlite" else None
    if file is not None and file.exists():
        raise RegisterExistsError(register=shown(url))
    layouts = [one for one in LAYOUTS if tables_there(source, one)]
    if not layouts:
        raise RegisterMissingError(register=shown(to_url(source)))
    old, new = open_migrated(source, *layouts), open_engine(target)
    done = False
    try:
        with reading(old, EVERYTHING) as connection:
            found = check_rows(connection, layouts, kop or Kop(0, ""))
            _fill(new, connection, layouts, found)
        done = True
    finally:
        old.dispose()
        new.dispose()
        if file is not None and not done:
            file.unlink(missing_ok=True)
    return found


def check_rows(connection: Connection, layouts: Sequence[TableGroup], kop: Kop) -> Kopie:
    """Follow the chain of the register, and check every delivery with its file and its rows.

    Parameters
    ----------
    connection
        In which the tables do not change meanwhile, and everything is in view.
    layouts
        Which are there.
    kop
        A head seen before, that the register must go on from.

    Raises
    ------
    BrokenHistoryError, BrokenLeveringError
        If it does not fit together.
    """
    head = read_everything(connection, kop, whole=True).kop if REGISTER in layouts else Kop(0, "")
    if DATAPUNT not in layouts:
        return Kopie(head, 0)
    rows = light_rows(connection, None)
    histories(connection, rows)
    for row in rows:
        nummer = row["nummer"]
        blobs = select(geheel.c.inhoud, geheel.c.rijen).where(geheel.c.nummer == nummer)
        pair = connection.execute(blobs).one()
        found = [hashlib.sha256(blob).hexdigest() for blob in pair]
        meant = [row["sha256"], row["rijen_sha256"]]
        if found != meant or not _split_right(connection, nummer, pair[1]):
            raise BrokenLeveringError(nummer=str(nummer))
    return Kopie(head, len(rows))


def _split_right(connection: Connection, nummer: int, rijen: bytes) -> bool:
    """Tell whether the rows per gemeente are those of the whole."""
    found = connection.execute(select(deel.c.gm_code, deel.c.rijen).where(deel.c.nummer == nummer))
    meant = to_parts(to_arrow(rijen))
    held = {code: to_arrow(blob) for code, blob in found}
    return held.keys() == meant.keys() and all(held[code].equals(meant[code]) for code in meant)


def _fill(target: Engine, source: Connection, layouts: Sequence[TableGroup], meant: Kopie) -> None:
    """Make the tables and write every row; what does not come out the same is not kept."""
    with writing(target, EVERYTHING) as connection:
        if any(current_in(connection, one) is not None for one in LAYOUTS):
            raise RegisterExistsError(register=shown(target.url))
        for one in layouts:
            migrate_in(connection, one)
            for table in one.metadata.sorted_tables:
                _copy_rows(source, connection, table)
        if (made := check_rows(connection, layouts, meant.kop)) != meant:
            reason = f"gelezen {meant}, geschreven {made}"
            raise BrokenHistoryError(waar="De kopie", reden=reason)


def _copy_rows(source: Connection, target: Connection, table: Table) -> None:
    found = source.execute(select(table).execution_options(yield_per=_BATCH)).mappings()
    for rows in found.partitions():
        target.execute(insert(table), [_in_utc(row) for row in rows])
    number = table.autoincrement_column
    if number is not None and target.dialect.name == "postgresql":
        # New rows get the numbers after the last one.
        last = target.execute(select(func.max(number))).scalar_one()
        name = {"table": table.name, "column": number.name, "last": last}
        given = "SELECT setval(pg_get_serial_sequence(:table, :column), :last)"
        target.execute(text(given), name)


def _in_utc(row: Any) -> dict[str, Any]:  # noqa: ANN401 - a row of SQLAlchemy
    """Return a row with its moments in UTC: SQLite keeps no zone, PostgreSQL has its own."""
    return {
        name: utc(value) if isinstance(value, datetime) else value for name, value in row.items()
    }
