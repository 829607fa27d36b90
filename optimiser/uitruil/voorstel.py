"""A proposal as a user hands it in: it may still be wrong, so it is not yet an agreement."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from optimiser.uitruil.agreement import Overeenkomst, Termijn


@dataclass(frozen=True, slots=True)
class Voorstel:
    """One proposed exchange in one half-year.

    Attributes
    ----------
    naam
        As in column ``uitruil``.
    halfjaar
        As in ``2025-2``.
    verschillen
        Pairs of gm_code and whole persons, by code; the sum is not checked here.
    nummer
        In the register; None if it is not there. Two proposals that differ in it alone are equal.
    """

    naam: str
    halfjaar: str
    verschillen: tuple[tuple[str, int], ...]
    nummer: int | None = field(default=None, compare=False)

    @property
    def som(self) -> int:
        """Sum of the differences [personen]; zero if it may stand."""
        return sum(count for _, count in self.verschillen)

    def to_overeenkomst(self) -> Overeenkomst:
        """Return the agreement.

        Raises
        ------
        UnequalSumError, InvalidAgreementError
            If it is not one.
        """
        return Overeenkomst(self.naam, (Termijn(self.halfjaar, self.verschillen),))


def make_voorstellen(rows: Iterable[tuple[str, str, int]], halfjaar: str) -> tuple[Voorstel, ...]:
    """Collect rows ``uitruil, gm_code, verschil`` per agreement, in the order of the names.

    >>> make_voorstellen([("A", "GM0003", 2), ("A", "GM0010", -2)], "2025-2")[0].som
    0
    """
    per_name: dict[str, list[tuple[str, int]]] = {}
    for naam, code, count in rows:
        per_name.setdefault(naam, []).append((code, count))
    return tuple(Voorstel(naam, halfjaar, tuple(sorted(found))) for naam, found in per_name.items())


def over_halfjaren(
    rows: Iterable[tuple[str, str, int]], halfjaren: Iterable[str]
) -> list[Overeenkomst]:
    """Collect rows with a half-year each into agreements, each half-year with its own numbers.

    >>> rows = [("A", "GM0106", -5), ("A", "GM0114", 5), ("A", "GM0106", 2), ("A", "GM0114", -2)]
    >>> deal = over_halfjaren(rows, ["2025-2", "2025-2", "2026-1", "2026-1"])[0]
    >>> [(term.halfjaar, term.verschillen[0][1]) for term in deal.termijnen]
    [('2025-2', -5), ('2026-1', 2)]

    Raises
    ------
    UnequalSumError, InvalidAgreementError
        If one is no agreement in some half-year.
    """
    found: dict[str, dict[str, list[tuple[str, int]]]] = {}
    for (naam, code, count), half in zip(rows, halfjaren, strict=True):
        found.setdefault(naam, {}).setdefault(half, []).append((code, count))
    return [
        Overeenkomst(
            naam, tuple(Termijn(half, tuple(sorted(terms[half]))) for half in sorted(terms))
        )
        for naam, terms in found.items()
    ]


def from_overeenkomst(
    deal: Overeenkomst, halfjaar: str, nummer: int | None = None
) -> Voorstel | None:
    """Return what an agreement does in one half-year; None if nothing.

    >>> from optimiser.uitruil.agreement import overeenkomst
    >>> deal = overeenkomst("Ruil", "2025-2", {"GM0003": 5, "GM0010": -5})
    >>> from_overeenkomst(deal, "2026-1") is None
    True
    """
    for term in deal.termijnen:
        if term.halfjaar == halfjaar:
            return Voorstel(deal.naam, halfjaar, term.verschillen, nummer)
    return None
