"""Checksums that tie each version to the one before, and all rows to one head."""

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from threading import Lock
from typing import Any

from optimiser.register.errors import BrokenHistoryError, NoHeadError
from optimiser.uitruil.agreement import Overeenkomst

#: Hexadecimal characters of the checksum that are printed on a paper.
SHOWN = 32
_PRINTED = re.compile(rf"(0|[1-9]\d{{0,8}})-([0-9a-f]{{{SHOWN}}}(?:[0-9a-f]{{{64 - SHOWN}}})?)?")


@dataclass(frozen=True, slots=True)
class Kop:
    """The head: rows counted from 1, and the checksum over the last of them and all before.

    >>> str(Kop(0, "")), str(Kop(3, "ab" * 32))
    ('0-', '3-abababababababababababababababab')
    """

    aantal: int
    sha256: str

    def __str__(self) -> str:
        return f"{self.aantal}-{self.sha256[:SHOWN]}"

    @classmethod
    def parse(cls, text: str) -> "Kop":
        """Read a head as it stands on a paper.

        Raises
        ------
        NoHeadError
            If the text is not one.
        """
        found = _PRINTED.fullmatch(text.strip().replace(" ", "").casefold())
        if found is None or (found[1] == "0") != (not found[2]):
            raise NoHeadError(invoer=text[:80])
        return cls(int(found[1]), found[2] or "")


def next_kop(before: Kop, nummer: int, versie: int, sha256: str) -> Kop:
    """Return the head after one more version."""
    place = before.aantal + 1
    text = json.dumps([before.sha256, place, nummer, versie, sha256])
    return Kop(place, hashlib.sha256(text.encode()).hexdigest())


def require_known(koppen: list[Kop], known: Kop) -> None:
    """Refuse a register that does not go on from a head that was seen or printed before.

    Raises
    ------
    BrokenHistoryError
        If rows are gone, or the chain was made anew.
    """
    if known.aantal > len(koppen):
        reason = f"er zijn {len(koppen)} regels, bij de eerder gelezen kop waren het er "
        raise BrokenHistoryError(waar="Het register", reden=f"{reason}{known.aantal}")
    if known.aantal and not koppen[known.aantal - 1].sha256.startswith(known.sha256):
        reason = "de eerder gelezen kop hoort niet bij deze regel: er is iets veranderd"
        raise BrokenHistoryError(waar=f"Regel {known.aantal}", reden=reason)


class Getuige:
    """Remembers the newest head this program has seen; shared between threads."""

    def __init__(self, kop: Kop | None = None) -> None:
        self._lock, self._kop = Lock(), kop or Kop(0, "")

    def get(self) -> Kop:
        """Return the newest head seen; zero rows if none was."""
        with self._lock:
            return self._kop

    def put(self, kop: Kop) -> None:
        """Remember a head, if it is newer."""
        with self._lock:
            if kop.aantal >= self._kop.aantal:
                self._kop = kop


_FIELDS = ("nummer", "versie", "wie", "wat", "status", "inhoud", "verwerkt", "opmerking")
#: Content of ``akkoorden`` when no college approved; such a row is sealed as before that column.
NONE_YET = "[]"


def to_text(deal: Overeenkomst) -> str:
    """Return the content as text that never depends on order or spacing."""
    return json.dumps(deal.to_plain(), sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def link(row: Mapping[str, Any], before: str) -> str:
    """Return the checksum of a version, given that of the one before (empty for the first)."""
    moment: datetime = row["tijdstip"]
    stamp = (moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment).astimezone(UTC)
    parts = [before, stamp.isoformat(timespec="microseconds"), *(str(row[f]) for f in _FIELDS)]
    if row["akkoorden"] != NONE_YET:
        parts.append(str(row["akkoorden"]))
    return hashlib.sha256(json.dumps(parts, ensure_ascii=False).encode()).hexdigest()


def check_chain(
    nummer: int, rows: Sequence[Mapping[str, Any]], seals: Mapping[int, str], *, whole: bool
) -> None:
    """Refuse a history of one agreement in which a version was changed, taken out or put in.

    Parameters
    ----------
    nummer
        Of the agreement.
    rows
        Its versions in view, oldest first.
    seals
        Checksum of every version, also of those that are not in view.
    whole
        Whether every version must be in view.

    Raises
    ------
    BrokenHistoryError
        With the first version that does not fit.
    """
    held = {row["versie"]: row for row in rows}
    for versie in range(1, max([*seals, *held], default=0) + 1):
        row, seal = held.get(versie), seals.get(versie)
        before = seals.get(versie - 1, "")
        right = not whole if row is None else link(row, before) == seal
        if seal is None or not right:
            where = f"Overeenkomst {nummer}, versie {versie}"
            raise BrokenHistoryError(waar=where, reden="de controlegetallen sluiten niet aan")


def check_keten(
    links: Sequence[Mapping[str, Any]], sums: Mapping[tuple[int, int], str], before: Kop
) -> list[Kop]:
    """Follow the chain over all rows and return every head.

    Parameters
    ----------
    links
        Rows of the chain after ``before``, by place.
    sums
        Checksum of each version, by number and version.
    before
        Head of what was checked earlier.

    Raises
    ------
    BrokenHistoryError
        With the first row that does not fit.
    """
    heads = []
    for row in links:
        which = (row["nummer"], row["versie"])
        after = next_kop(before, *which, sums.get(which, ""))
        if row["volgnummer"] != after.aantal or row["kop"] != after.sha256:
            where = f"Regel {after.aantal} van de keten"
            raise BrokenHistoryError(waar=where, reden="de controlegetallen sluiten niet aan")
        heads.append(after)
        before = after
    return heads
