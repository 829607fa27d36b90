"""An agreement: two or more gemeenten, whole persons, a sum of exactly zero per half-year."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from optimiser.gegevens.codes import is_gm_code
from optimiser.gegevens.halfjaar import Halfjaar
from optimiser.uitruil.errors import InvalidAgreementError, UnequalSumError
from optimiser.uitruil.voorziening import Voorziening

#: Longest name of an agreement [characters]; it must fit on a line of the decision.
MAX_NAME = 80


class Vorm(StrEnum):
    """What kind of exchange an agreement is."""

    OVERDRACHT = "overdracht"
    WEDERKERIG = "wederkerig"


@dataclass(frozen=True, slots=True)
class Termijn:
    """What an agreement does in one half-year.

    Attributes
    ----------
    halfjaar
        As in ``2025-2``.
    verschillen
        Pairs of ``gm_code`` and whole persons, by code: ``+`` takes over, ``-`` hands over; none is
        zero, together they are.
    """

    halfjaar: str
    verschillen: tuple[tuple[str, int], ...]

    @property
    def personen(self) -> int:
        """Persons that change place [personen]."""
        return sum(count for _, count in self.verschillen if count > 0)


@dataclass(frozen=True, slots=True)
class Overeenkomst:
    """An agreement of art. 29 lid 2; it cannot exist with a sum other than zero.

    Attributes
    ----------
    naam
        As the parties call it.
    termijnen
        One per half-year, ascending, each with numbers of its own that sum to zero; two or more
        make it two-way: A takes over now, B (a part of it) later.
    verband
        The region or grouping in which it was made; free text, may be empty.
    voorzieningen
        Facilities that parties open together.

    Raises
    ------
    UnequalSumError, InvalidAgreementError
        If it is not an agreement.

    Examples
    --------
    >>> deal = overeenkomst("Ruil", "2025-2", {"GM0003": 5, "GM0010": -5})
    >>> deal.vorm.value, deal.partijen, deal.personen
    ('overdracht', ('GM0003', 'GM0010'), 5)
    """

    naam: str
    termijnen: tuple[Termijn, ...]
    verband: str = ""
    voorzieningen: tuple[Voorziening, ...] = ()

    def __post_init__(self) -> None:
        _require(bool(self.naam.strip()), self.naam, "de naam is leeg")
        _require(len(self.naam) <= MAX_NAME, self.naam[:20], f"de naam is langer dan {MAX_NAME}")
        _require(self.naam.isprintable(), self.naam[:20], "de naam bevat een regeleinde")
        _require(bool(self.termijnen), self.naam, "er is geen halfjaar")
        periods = [Halfjaar.parse(term.halfjaar) for term in self.termijnen]
        ascending = periods == sorted(set(periods))
        _require(ascending, self.naam, "de halfjaren lopen niet op, of komen dubbel voor")
        for term in self.termijnen:
            _check_term(self.naam, term)
        for one in self.voorzieningen:
            inside = {code for code, _ in one.verdeling} <= set(self.partijen)
            _require(inside, self.naam, f"wie in {one.naam} plekken heeft, is geen partij")

    @property
    def partijen(self) -> tuple[str, ...]:
        """Gm_codes of all who take part in some half-year, ascending."""
        return tuple(sorted({code for term in self.termijnen for code, _ in term.verschillen}))

    @property
    def vorm(self) -> Vorm:
        """One-way, or two-way over several half-years."""
        return Vorm.OVERDRACHT if len(self.termijnen) == 1 else Vorm.WEDERKERIG

    @property
    def personen(self) -> int:
        """Persons that change place over all half-years [personen]."""
        return sum(term.personen for term in self.termijnen)

    def to_plain(self) -> dict[str, Any]:
        """Return plain values, as kept in the register and a ruilbewijs."""
        plain: dict[str, Any] = {
            "naam": self.naam,
            "verband": self.verband,
            "termijnen": [
                {"halfjaar": term.halfjaar, "verschillen": dict(term.verschillen)}
                for term in self.termijnen
            ],
        }
        if self.voorzieningen:  # an agreement without them is written as it always was
            plain["voorzieningen"] = [one.to_plain() for one in self.voorzieningen]
        return plain

    @classmethod
    def from_plain(cls, plain: Mapping[str, Any]) -> "Overeenkomst":
        """Return the agreement that ``to_plain`` wrote; everything is checked again."""
        terms = tuple(_term(t["halfjaar"], t["verschillen"]) for t in plain["termijnen"])
        facilities = tuple(map(Voorziening.from_plain, plain.get("voorzieningen", ())))
        return cls(plain["naam"], terms, plain.get("verband", ""), facilities)


def overeenkomst(
    naam: str, halfjaar: str, verschillen: Mapping[str, int], later: Iterable[Termijn] = ()
) -> Overeenkomst:
    """Return an agreement from differences per gm_code; ``later`` are the terms that follow."""
    return Overeenkomst(naam, (_term(halfjaar, verschillen), *later))


def wederkerig(naam: str, nu: str, later: str, verschillen: Mapping[str, int]) -> Overeenkomst:
    """Return a two-way agreement: the same persons back in a later half-year.

    >>> wederkerig("Ruil", "2025-2", "2026-1", {"GM0003": 5, "GM0010": -5}).termijnen[1].verschillen
    (('GM0003', -5), ('GM0010', 5))
    """
    back = _term(later, {code: -count for code, count in verschillen.items()})
    return overeenkomst(naam, nu, verschillen, [back])


def _term(halfjaar: str, verschillen: Mapping[str, int]) -> Termijn:
    return Termijn(halfjaar, tuple(sorted(verschillen.items())))


def _check_term(naam: str, term: Termijn) -> None:
    codes = [code for code, _ in term.verschillen]
    _require(len(codes) > 1, naam, "er zijn minder dan twee gemeenten")
    _require(codes == sorted(set(codes)), naam, "een gemeente komt dubbel voor")
    wrong = [code for code in codes if not is_gm_code(code)]
    _require(not wrong, naam, f"geen gemeentecode: {', '.join(wrong)}")
    whole = all(type(count) is int and count for _, count in term.verschillen)
    _require(whole, naam, "een verschil is nul of geen geheel aantal personen")
    if total := sum(count for _, count in term.verschillen):
        raise UnequalSumError(naam=naam, halfjaar=term.halfjaar, verschil=total)


def _require(holds: bool, naam: str, reden: str) -> None:
    if not holds:
        raise InvalidAgreementError(naam=naam, reden=reden)
