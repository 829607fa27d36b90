"""Between rows of the tables and the versions a reader gets; every read follows the chain."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import groupby
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, func, insert, select
from sqlalchemy.exc import IntegrityError

from optimiser.errors import OptimiserError
from optimiser.register.approval import from_plain_text
from optimiser.register.chain import Kop, check_chain, check_keten, link, next_kop, require_known
from optimiser.register.engine import fetched
from optimiser.register.errors import BrokenHistoryError, StaleVersionError, UnknownNumberError
from optimiser.register.stand import Versie
from optimiser.register.tables import keten, overeenkomst, versie
from optimiser.uitruil.agreement import Overeenkomst
from optimiser.uitruil.states import Status

Row = dict[str, Any]
#: What comes up when a row does not hold what this program wrote.
_UNREADABLE = (
    ValueError, KeyError, TypeError, AttributeError, RecursionError, OptimiserError,
)  # fmt: skip


@dataclass(frozen=True)
class Inhoud:
    """Everything in a register, checked: rows per agreement in order, and every head."""

    rows: dict[int, list[Row]]
    koppen: list[Kop]
    links: list[Row]

    @property
    def kop(self) -> Kop:
        """The head."""
        return self.koppen[-1] if self.koppen else Kop(0, "")


def read_everything(connection: Connection, known: Kop) -> Inhoud:
    """Read the whole register and check it.

    Parameters
    ----------
    connection
        In which the tables do not change meanwhile.
    known
        A head that was seen or printed before; the register must go on from it.

    Raises
    ------
    BrokenHistoryError
        If anything was changed, taken out, put in or put in another order.
    """
    query = select(versie).order_by(versie.c.nummer, versie.c.versie)
    found = fetched(connection, query)
    rows = {nummer: list(own) for nummer, own in groupby(found, key=itemgetter("nummer"))}
    for own in rows.values():
        check_chain(own)
    numbers = set(connection.execute(select(overeenkomst.c.nummer)).scalars())
    if wrong := sorted(numbers ^ set(rows)):
        where = f"Overeenkomst {wrong[0]}"
        raise BrokenHistoryError(waar=where, reden="de overeenkomst of haar versies ontbreken")
    query = select(keten).order_by(keten.c.volgnummer)
    links = fetched(connection, query)
    sums = {(row["nummer"], row["versie"]): row["sha256"] for row in found}
    koppen = check_keten(links, sums, Kop(0, ""))
    if len(links) != len(found):
        reason = f"{len(found)} versies en {len(links)} regels in de keten"
        raise BrokenHistoryError(waar="Het register", reden=reason)
    require_known(koppen, known)
    return Inhoud(rows, koppen, links)


def read_tail(connection: Connection, known: Kop) -> Kop:
    """Check what was written since a head that was checked before, and return the head now.

    Raises
    ------
    BrokenHistoryError
        If it does not go on from there.
    """
    query = select(keten).where(keten.c.volgnummer > known.aantal).order_by(keten.c.volgnummer)
    links = fetched(connection, query)
    both = (versie.c.nummer == keten.c.nummer) & (versie.c.versie == keten.c.versie)
    written = select(versie.c.nummer, versie.c.versie, versie.c.sha256).join(keten, both)
    found = connection.execute(written.where(keten.c.volgnummer > known.aantal))
    heads = check_keten(links, {(n, v): sha256 for n, v, sha256 in found}, known)
    now = heads[-1] if heads else known
    counted = connection.execute(select(func.count()).select_from(versie)).scalar_one()
    if counted != now.aantal:
        reason = f"{counted} versies, volgens de keten zijn het er {now.aantal}"
        raise BrokenHistoryError(waar="Het register", reden=reason)
    return now


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


def read_binding(
    connection: Connection, statussen: Sequence[Status], apart: int | None
) -> list[tuple[int, Overeenkomst]]:
    """Return number and content of what binds now, but for one agreement."""
    last = select(versie.c.nummer, func.max(versie.c.versie).label("top"))
    newest = last.group_by(versie.c.nummer).subquery()
    both = (versie.c.nummer == newest.c.nummer) & (versie.c.versie == newest.c.top)
    query = select(versie).join(newest, both).where(versie.c.status.in_(map(str, statussen)))
    found = [to_version(row) for row in fetched(connection, query)]
    return [(one.nummer, one.overeenkomst) for one in found if one.nummer != apart]


def write_row(connection: Connection, row: Row, before: str, head: Kop) -> tuple[Versie, Kop]:
    """Add a version and its place in the chain; return it and the new head.

    Raises
    ------
    StaleVersionError
        If another process wrote this version first.
    """
    row = row | {"sha256": link(row, before)}
    after = next_kop(head, row["nummer"], row["versie"], row["sha256"])
    place = {"volgnummer": after.aantal, "kop": after.sha256}
    try:
        connection.execute(insert(versie).values(row))
        which = {part: row[part] for part in ("nummer", "versie")}
        connection.execute(insert(keten).values(which | place))
    except IntegrityError as error:
        raise stale(to_version(row), row["versie"] - 1) from error
    return to_version(row), after


def stale(now: Versie, read: int) -> StaleVersionError:
    """Say that somebody else was first."""
    return StaleVersionError(naam=now.overeenkomst.naam, nu=str(now.versie), verwacht=str(read))


def to_version(row: Mapping[str, Any]) -> Versie:
    """Return a row as a reader gets it; the agreement in it is checked again.

    Raises
    ------
    BrokenHistoryError
        If the row cannot be what this program wrote.
    """
    try:
        return _version(row)
    except (
        ValueError,
        KeyError,
        TypeError,
        AttributeError,
        RecursionError,
        OptimiserError,
    ) as error:
        where = f"Overeenkomst {row['nummer']}, versie {row['versie']}"
        reason = "de inhoud is niet te lezen"
        raise BrokenHistoryError(waar=where, reden=reason) from error


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
        akkoorden=from_plain_text(row["akkoorden"]),
        opmerking=row["opmerking"],
        sha256=row["sha256"],
    )
