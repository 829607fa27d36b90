"""Between rows of the tables and the versions a reader gets."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Select, insert, select
from sqlalchemy.exc import IntegrityError

from optimiser.register.chain import check_chain, link
from optimiser.register.engine import unavailable
from optimiser.register.errors import BrokenHistoryError, StaleVersionError, UnknownNumberError
from optimiser.register.stand import Versie
from optimiser.register.tables import versie
from optimiser.uitruil.agreement import Overeenkomst
from optimiser.uitruil.states import Status

Row = dict[str, Any]
#: Longest name of a user [characters].
MAX_WHO = 120


def read_rows(connection: Connection, nummer: int) -> list[Row]:
    """Return the versions of one agreement, oldest first, checked.

    Raises
    ------
    UnknownNumberError, BrokenHistoryError
        If there are none, or they do not follow each other.
    """
    query = select(versie).where(versie.c.nummer == nummer).order_by(versie.c.versie)
    rows = fetched(connection, query)
    if not rows:
        raise UnknownNumberError(nummer=str(nummer))
    check_chain(rows)
    return rows


def fetched(connection: Connection, query: Select[Any]) -> list[Row]:
    """Return the rows of a query.

    Raises
    ------
    RegisterUnavailableError
        If a cell does not hold what its column is for: the file was damaged.
    """
    try:
        return [dict(row) for row in connection.execute(query).mappings()]
    except (ValueError, TypeError, OverflowError) as error:
        raise unavailable(connection.engine, error) from error


def write_row(connection: Connection, row: Row, before: str) -> Versie:
    """Add a version; the primary key refuses a second one of the same number.

    Raises
    ------
    StaleVersionError
        If another process wrote this version first.
    """
    row = row | {"sha256": link(row, before)}
    try:
        connection.execute(insert(versie).values(row))
    except IntegrityError as error:
        raise stale(to_version(row), row["versie"] - 1) from error
    return to_version(row)


def stale(now: Versie, read: int) -> StaleVersionError:
    """Say that somebody else was first."""
    return StaleVersionError(naam=now.overeenkomst.naam, nu=str(now.versie), verwacht=str(read))


def head(nummer: int, number: int, moment: datetime, wie: str, wat: str) -> Row:
    """Return the part of a row that says which, when and who."""
    return {
        "nummer": nummer,
        "versie": number,
        "tijdstip": moment,
        "wie": wie[:MAX_WHO],
        "wat": wat,
    }


def to_version(row: Mapping[str, Any]) -> Versie:
    """Return a row as a reader gets it; the agreement in it is checked again.

    Raises
    ------
    BrokenHistoryError
        If the row does not hold what it should: the file was damaged.
    """
    try:
        return _version(row)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        facts = {"nummer": str(row["nummer"]), "versie": str(row["versie"])}
        raise BrokenHistoryError(**facts) from error


def _version(row: Mapping[str, Any]) -> Versie:
    moment: datetime = row["tijdstip"]
    return Versie(
        nummer=row["nummer"],
        versie=row["versie"],
        tijdstip=moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC),
        wie=row["wie"],
        wat=row["wat"],
        status=Status(row["status"]),
        overeenkomst=Overeenkomst.from_plain(json.loads(row["inhoud"])),
        verwerkt=tuple(json.loads(row["verwerkt"])),
        opmerking=row["opmerking"],
        sha256=row["sha256"],
    )
