"""Reading and adding rows of the tables; every read follows the chain."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, func, insert, select
from sqlalchemy.exc import IntegrityError

from optimiser.register.chain import Kop, check_chain, check_keten, link, next_kop, require_known
from optimiser.register.engine import fetched, whole_view
from optimiser.register.errors import BrokenHistoryError, StaleVersionError, UnknownNumberError
from optimiser.register.stand import Versie, to_version
from optimiser.register.tables import keten, overeenkomst, versie, zegel
from optimiser.teksten.zinnen import sentence
from optimiser.uitruil.agreement import Overeenkomst
from optimiser.uitruil.states import BINDING
from optimiser.zicht.zicht import Zicht

Row = dict[str, Any]


@dataclass(frozen=True)
class Inhoud:
    """What is in view of a register, checked: rows per agreement in order; and every head."""

    rows: dict[int, list[Row]]
    koppen: list[Kop]
    links: list[Row]

    @property
    def kop(self) -> Kop:
        """The head."""
        return self.koppen[-1] if self.koppen else Kop(0, "")


def read_everything(connection: Connection, known: Kop, *, whole: bool) -> Inhoud:
    """Read the register as far as the connection shows it, and check it.

    The chain and the checksums of all versions are always followed from the first to the last.

    Parameters
    ----------
    connection
        In which the tables do not change meanwhile.
    known
        A head that was seen or printed before; the register must go on from it.
    whole
        Whether the content of every version must be there. If not, an agreement whose newest
        version is not in view is left out.

    Raises
    ------
    BrokenHistoryError
        If anything was changed, taken out, put in or put in another order.
    """
    query = select(versie).order_by(versie.c.nummer, versie.c.versie)
    found = fetched(connection, query)
    rows = {nummer: list(own) for nummer, own in groupby(found, key=itemgetter("nummer"))}
    seals = _seals(connection)
    for nummer in sorted(seals.keys() | rows.keys()):
        check_chain(nummer, rows.get(nummer, []), seals.get(nummer, {}), whole=whole)
    numbers = set(connection.execute(select(overeenkomst.c.nummer)).scalars())
    if wrong := sorted(numbers ^ set(seals)):
        where = f"Overeenkomst {wrong[0]}"
        raise BrokenHistoryError(waar=where, reden="de overeenkomst of haar versies ontbreken")
    query = select(keten).order_by(keten.c.volgnummer)
    links = fetched(connection, query)
    sums = {(n, v): sha256 for n, own in seals.items() for v, sha256 in own.items()}
    koppen = check_keten(links, sums, Kop(0, ""))
    if len(links) != len(sums):
        reason = f"{len(sums)} versies en {len(links)} regels in de keten"
        raise BrokenHistoryError(waar="Het register", reden=reason)
    require_known(koppen, known)
    in_view = {nummer: own for nummer, own in rows.items() if _newest(own, seals[nummer])}
    return Inhoud(in_view, koppen, links)


def read_tail(connection: Connection, known: Kop) -> Kop:
    """Check what was written since a head that was checked before, and return the head now.

    Raises
    ------
    BrokenHistoryError
        If it does not go on from there.
    """
    query = select(keten).where(keten.c.volgnummer > known.aantal).order_by(keten.c.volgnummer)
    links = fetched(connection, query)
    both = (zegel.c.nummer == keten.c.nummer) & (zegel.c.versie == keten.c.versie)
    written = select(zegel).join(keten, both)
    found = connection.execute(written.where(keten.c.volgnummer > known.aantal))
    heads = check_keten(links, {(n, v): sha256 for n, v, sha256 in found}, known)
    now = heads[-1] if heads else known
    counted = connection.execute(select(func.count()).select_from(zegel)).scalar_one()
    if counted != now.aantal:
        reason = f"{counted} versies, volgens de keten zijn het er {now.aantal}"
        raise BrokenHistoryError(waar="Het register", reden=reason)
    return now


def read_rows(connection: Connection, nummer: int, *, whole: bool) -> list[Row]:
    """Return the versions of one agreement that are in view, oldest first, checked.

    Raises
    ------
    UnknownNumberError, BrokenHistoryError
        If the newest is not there or not in view, or they do not follow each other.
    """
    query = select(versie).where(versie.c.nummer == nummer).order_by(versie.c.versie)
    rows = fetched(connection, query)
    seals = _seals(connection, nummer).get(nummer, {})
    check_chain(nummer, rows, seals, whole=whole)
    if not _newest(rows, seals):
        raise UnknownNumberError(nummer=str(nummer))
    return rows


def _seals(connection: Connection, nummer: int | None = None) -> dict[int, dict[int, str]]:
    """Return the checksum of every version, by agreement and version."""
    query = select(zegel) if nummer is None else select(zegel).where(zegel.c.nummer == nummer)
    found: dict[int, dict[int, str]] = {}
    for which, number, sha256 in connection.execute(query):
        found.setdefault(which, {})[number] = sha256
    return found


def _newest(rows: Sequence[Row], seals: Mapping[int, str]) -> bool:
    """Tell whether the newest version is among those in view."""
    return bool(rows) and rows[-1]["versie"] == max(seals)


def read_binding(
    connection: Connection, zicht: Zicht, apart: int | None = None
) -> list[tuple[int, Overeenkomst]]:
    """Return number and content of all that binds now, also of others, but for one agreement.

    That there is one that is not in view may show in a refusal, not how it is called.
    """
    last = select(versie.c.nummer, func.max(versie.c.versie).label("top"))
    newest = last.group_by(versie.c.nummer).subquery()
    both = (versie.c.nummer == newest.c.nummer) & (versie.c.versie == newest.c.top)
    query = select(versie).join(newest, both).where(versie.c.status.in_(map(str, sorted(BINDING))))
    with whole_view(connection, zicht):
        found = [to_version(row) for row in fetched(connection, query)]
    unnamed = sentence("zicht", "overeenkomst_van_anderen", {})
    deals = ((one.nummer, one.overeenkomst) for one in found if one.nummer != apart)
    return [
        (nummer, deal if zicht.touches(deal.partijen) else replace(deal, naam=unnamed))
        for nummer, deal in deals
    ]


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
