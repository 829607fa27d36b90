"""Checksums that tie each version of an agreement to the one before."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from optimiser.register.errors import BrokenHistoryError
from optimiser.uitruil.agreement import Overeenkomst

_FIELDS = ("nummer", "versie", "wie", "wat", "status", "inhoud", "verwerkt", "opmerking")


def to_text(deal: Overeenkomst) -> str:
    """Return the content as text that never depends on order or spacing."""
    return json.dumps(deal.to_plain(), sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def link(row: Mapping[str, Any], before: str) -> str:
    """Return the checksum of a version, given that of the one before (empty for the first)."""
    moment: datetime = row["tijdstip"]
    stamp = (moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment).astimezone(UTC)
    parts = [before, stamp.isoformat(timespec="microseconds"), *(str(row[f]) for f in _FIELDS)]
    return hashlib.sha256(json.dumps(parts, ensure_ascii=False).encode()).hexdigest()


def check_chain(rows: Sequence[Mapping[str, Any]]) -> None:
    """Refuse a history in which a version was changed, taken out or put in.

    Raises
    ------
    BrokenHistoryError
        With the first version that does not fit.
    """
    before = ""
    for expected, row in enumerate(rows, start=1):
        if row["versie"] != expected or row["sha256"] != link(row, before):
            raise BrokenHistoryError(nummer=str(row["nummer"]), versie=str(expected))
        before = row["sha256"]
