"""The approval of one college: who recorded it, when it was decided, under which case number."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date

from optimiser.register.entry import one_line


@dataclass(frozen=True, slots=True)
class Goedkeuring:
    """What one college decided.

    Attributes
    ----------
    gm_code
        Of the gemeente.
    wie
        Who decided or signed for the college.
    datum
        Of the decision.
    zaaknummer
        Under which the gemeente keeps it.

    Raises
    ------
    InvalidEntryError
        If who or case number is empty.
    """

    gm_code: str
    wie: str
    datum: date
    zaaknummer: str

    def __post_init__(self) -> None:
        object.__setattr__(self, "wie", one_line(self.wie, "wie namens het college besloot"))
        object.__setattr__(self, "zaaknummer", one_line(self.zaaknummer, "het zaaknummer"))


def to_plain_text(approvals: Sequence[Goedkeuring]) -> str:
    """Write approvals as text, by gemeente.

    >>> to_plain_text([Goedkeuring("GM0106", "Jansen", date(2025, 5, 1), "Z-1")])
    '[{"datum":"2025-05-01","gm_code":"GM0106","wie":"Jansen","zaaknummer":"Z-1"}]'
    """
    rows = [
        asdict(one) | {"datum": one.datum.isoformat()}
        for one in sorted(approvals, key=lambda one: one.gm_code)
    ]
    return json.dumps(rows, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def from_plain_text(text: str) -> tuple[Goedkeuring, ...]:
    """Read approvals back; everything is checked again."""
    return tuple(
        Goedkeuring(row["gm_code"], row["wie"], date.fromisoformat(row["datum"]), row["zaaknummer"])
        for row in json.loads(text)
    )
