"""What a reader of the data point gets: a delivery and how it stands."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any


class LeveringStatus(StrEnum):
    """How a delivery stands; it never goes back."""

    CONCEPT = "concept"
    VASTGESTELD = "vastgesteld"
    VERVANGEN = "vervangen"


@dataclass(frozen=True, slots=True)
class Levering:
    """One delivery.

    Attributes
    ----------
    nummer
        In the order of arrival.
    tabel, bestand, sha256
        Which table, from which file, and its checksum.
    eigenaar
        Who published the figures.
    omvang
        What it is about: half-years, days or years.
    aantal
        Rows.
    opmerking
        Free text.
    afwijkingen
        What was confirmed, as sentences.
    status
        How it stands.
    ontvangen_op, door
        When it came and who brought it (UTC).
    vastgesteld_op, vastgesteld_door
        When it was settled and by whom; None and empty for a concept.
    vervangen_op, vervangen_door
        When another delivery took its place, and the number of that one.
    """

    nummer: int
    tabel: str
    bestand: str
    sha256: str
    eigenaar: str
    omvang: tuple[str, ...]
    aantal: int
    opmerking: str
    afwijkingen: tuple[str, ...]
    status: LeveringStatus
    ontvangen_op: datetime
    door: str
    vastgesteld_op: datetime | None = None
    vastgesteld_door: str = ""
    vervangen_op: datetime | None = None
    vervangen_door: int | None = None

    def counted_on(self, day: date) -> bool:
        """Tell whether it was settled and not yet replaced at the end of a day (UTC)."""
        settled, replaced = self.vastgesteld_op, self.vervangen_op
        if settled is None or settled.date() > day:
            return False
        return replaced is None or replaced.date() > day

    def line(self) -> str:
        """Return the delivery as every output names it."""
        return f"levering {self.nummer}, {self.bestand} (sha256 {self.sha256[:12]})"


def utc(moment: datetime) -> datetime:
    """Return a moment of the database in UTC; SQLite forgets the zone."""
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def step_sha256(row: Mapping[str, Any], step: Mapping[str, Any], before: str) -> str:
    """Return the checksum of a step, tied to the delivery and the step before it."""
    fields = ("nummer", "tabel", "werkruimte", "bestand", "sha256", "eigenaar", "omvang", "aantal")
    parts = [before, *(str(row[name]) for name in (*fields, "opmerking", "afwijkingen"))]
    parts += [str(row["rijen_sha256"]), str(step["stap"])]
    parts += [utc(step["tijdstip"]).isoformat(timespec="microseconds"), str(step["wie"])]
    parts += [str(step["status"]), str(step["door"])]
    return hashlib.sha256(json.dumps(parts, ensure_ascii=False).encode()).hexdigest()
