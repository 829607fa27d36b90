"""Reading deliveries from the database: without their files, with their history checked."""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnClause, Connection, select, text

from optimiser.datapunt.errors import BrokenLeveringError
from optimiser.datapunt.levering import Levering, LeveringStatus, step_sha256, utc
from optimiser.datapunt.tables import deel, geheel, stap
from optimiser.datapunt.tables import levering as table

#: Any number that no other program locks in the same PostgreSQL database.
_LOCK = 2014_30_1
#: Everything but the two large columns.
_LIGHT = [column for column in table.c if column.name not in {"inhoud", "rijen"}]
_Row = Mapping[str, Any]


def take_turns(connection: Connection) -> None:
    """Let no other settle until this transaction ends; SQLite has one writer anyway."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})


def light_rows(
    connection: Connection,
    werkruimte: str | None,
    tabel: str | None = None,
    nummer: int | None = None,
) -> list[dict[str, Any]]:
    """Return deliveries without file and rows, oldest first; of all workspaces if it is None."""
    query = select(*_LIGHT)
    if werkruimte is not None:
        query = query.where(table.c.werkruimte == werkruimte)
    if tabel is not None:
        query = query.where(table.c.tabel == tabel)
    if nummer is not None:
        query = query.where(table.c.nummer == nummer)
    return [dict(row) for row in connection.execute(query.order_by(table.c.nummer)).mappings()]


def histories(connection: Connection, rows: Iterable[_Row]) -> dict[int, list[dict[str, Any]]]:
    """Return the steps of deliveries, oldest first, after checking that they follow each other.

    Raises
    ------
    BrokenLeveringError
        With the first delivery that was changed.
    """
    wanted = {row["nummer"]: row for row in rows}
    found: dict[int, list[dict[str, Any]]] = {number: [] for number in wanted}
    query = select(stap).order_by(stap.c.nummer, stap.c.stap)
    if len(wanted) == 1:
        query = query.where(stap.c.nummer == next(iter(wanted)))
    for row in connection.execute(query).mappings():
        if row["nummer"] in found:
            found[row["nummer"]].append(dict(row))
    for number, steps in found.items():
        before = ""
        for expected, step in enumerate(steps, start=1):
            correct = step_sha256(wanted[number], step, before)
            if step["stap"] != expected or step["sha256"] != correct:
                raise BrokenLeveringError(nummer=str(number))
            before = step["sha256"]
    return found


def levering_of(row: _Row, steps: Sequence[_Row]) -> Levering:
    """Return a delivery as it stands after its steps."""
    by_status = {step["status"]: step for step in steps}
    settled = by_status.get(LeveringStatus.VASTGESTELD)
    replaced = by_status.get(LeveringStatus.VERVANGEN)
    return Levering(
        nummer=row["nummer"],
        tabel=row["tabel"],
        bestand=row["bestand"],
        sha256=row["sha256"],
        eigenaar=row["eigenaar"],
        omvang=tuple(json.loads(row["omvang"])),
        aantal=row["aantal"],
        opmerking=row["opmerking"],
        afwijkingen=tuple(json.loads(row["afwijkingen"])),
        status=LeveringStatus(steps[-1]["status"]),
        ontvangen_op=utc(steps[0]["tijdstip"]),
        door=steps[0]["wie"],
        vastgesteld_op=None if settled is None else utc(settled["tijdstip"]),
        vastgesteld_door="" if settled is None else settled["wie"],
        vervangen_op=None if replaced is None else utc(replaced["tijdstip"]),
        vervangen_door=None if replaced is None else replaced["door"],
    )


def read_leveringen(
    connection: Connection,
    werkruimte: str | None,
    tabel: str | None = None,
    nummer: int | None = None,
) -> tuple[tuple[dict[str, Any], list[dict[str, Any]], Levering], ...]:
    """Return row, steps and delivery together, oldest first."""
    rows = light_rows(connection, werkruimte, tabel, nummer)
    steps = histories(connection, rows)
    return tuple(
        (row, steps[row["nummer"]], levering_of(row, steps[row["nummer"]])) for row in rows
    )


def read_contents(
    connection: Connection,
    werkruimte: str | None,
    nummers: Sequence[int],
    content: "ColumnClause[bytes]",
    sha256: "ColumnClause[str]",
) -> dict[int, bytes]:
    """Return a large column of ``geheel`` by number of the delivery, checked by its checksum.

    Raises
    ------
    BrokenLeveringError
        If it is not what was stored.
    """
    query = select(geheel.c.nummer, content, sha256).where(geheel.c.nummer.in_(list(nummers)))
    if werkruimte is not None:
        query = query.where(geheel.c.werkruimte == werkruimte)
    found = {}
    for nummer, blob, expected in connection.execute(query):
        if hashlib.sha256(blob).hexdigest() != expected:
            raise BrokenLeveringError(nummer=str(nummer))
        found[nummer] = bytes(blob)
    return found


def read_parts(
    connection: Connection, nummers: Iterable[int], gm_codes: Iterable[str]
) -> dict[int, dict[str, bytes]]:
    """Return the rows of deliveries about some gemeenten, and those about none (``""``)."""
    codes = ["", *sorted(gm_codes)]
    query = select(deel).where(deel.c.nummer.in_(list(nummers)), deel.c.gm_code.in_(codes))
    found: dict[int, dict[str, bytes]] = {}
    for nummer, code, blob in connection.execute(query.order_by(deel.c.nummer, deel.c.gm_code)):
        found.setdefault(nummer, {})[code] = bytes(blob)
    return found
