"""A joint tussenvoorziening in an agreement: places, from when to when, whose persons count where.

It says what ``[[capaciteit.plekken]]`` of a scenario says: one truth for papers and optimiser.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from optimiser.gegevens.codes import is_gm_code
from optimiser.gegevens.halfjaar import Halfjaar
from optimiser.uitruil.errors import InvalidAgreementError

#: Longest name, most half-years it stays, and most places.
MAX_NAME, MAX_TERMS, MAX_PLACES = 80, 60, 100_000


@dataclass(frozen=True, slots=True)
class Voorziening:
    """A facility that parties open together.

    Attributes
    ----------
    naam
        As the parties call it.
    gemeente
        Gm_code of where it stands; None if that is not settled.
    opening
        Half-year in which it opens.
    halfjaren
        How long it stays.
    verdeling
        Pairs of gm_code and places [personen], by code: a person housed in one of those places
        counts towards the taakstelling of that gemeente, wherever it stands.

    Raises
    ------
    InvalidAgreementError
        If it cannot be one.

    Examples
    --------
    >>> one = Voorziening("De Haven", "GM0222", "2026-1", 4, (("GM0197", 10), ("GM0222", 20)))
    >>> one.plekken, one.laatste_dag.isoformat()
    (30, '2027-12-31')
    """

    naam: str
    gemeente: str | None
    opening: str
    halfjaren: int
    verdeling: tuple[tuple[str, int], ...]

    def __post_init__(self) -> None:
        self._require(bool(self.naam.strip()) and self.naam.isprintable(), "de naam is leeg")
        self._require(len(self.naam) <= MAX_NAME, f"de naam is langer dan {MAX_NAME}")
        Halfjaar.parse(self.opening)
        whole = type(self.halfjaren) is int and 1 <= self.halfjaren <= MAX_TERMS
        self._require(whole, f"zij blijft 1 tot en met {MAX_TERMS} halfjaren")
        codes = [code for code, _ in self.verdeling]
        self._require(bool(codes) and codes == sorted(set(codes)), "niemand doet mee, of dubbel")
        known = [*codes, *([] if self.gemeente is None else [self.gemeente])]
        self._require(all(map(is_gm_code, known)), "geen gemeentecode")
        counts = [count for _, count in self.verdeling]
        good = all(type(count) is int and 0 <= count <= MAX_PLACES for count in counts)
        self._require(good and sum(counts) > 0, "plekken zijn hele aantallen, samen meer dan nul")

    def _require(self, holds: bool, reden: str) -> None:
        if not holds:
            reden = f"tussenvoorziening '{self.naam[:20]}': {reden}"
            raise InvalidAgreementError(naam=self.naam[:20], reden=reden)

    @property
    def plekken(self) -> int:
        """All its places [personen]."""
        return sum(count for _, count in self.verdeling)

    @property
    def eerste_dag(self) -> date:
        """Day on which it opens at the latest: that of the half-year after is too late."""
        return Halfjaar.parse(self.opening).eerste_dag

    @property
    def laatste_dag(self) -> date:
        """Last day of the last half-year it stays."""
        last = Halfjaar.parse(self.opening).serial + self.halfjaren - 1
        return Halfjaar.of_serial(last).laatste_dag

    def to_plain(self) -> dict[str, Any]:
        """Return plain values, as kept in the register."""
        return {
            "naam": self.naam,
            "gemeente": self.gemeente,
            "opening": self.opening,
            "halfjaren": self.halfjaren,
            "verdeling": dict(self.verdeling),
        }

    @classmethod
    def from_plain(cls, plain: Mapping[str, Any]) -> "Voorziening":
        """Return the facility that ``to_plain`` wrote; everything is checked again."""
        parts = tuple(sorted(plain["verdeling"].items()))
        place = plain["gemeente"]
        return cls(plain["naam"], place, plain["opening"], plain["halfjaren"], parts)
