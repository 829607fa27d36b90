"""Leximax as a cost that can be added: formal sums of ``W``, growing faster than any number.

``laagste_piek`` minimises ``sum W(x_i / b_i)`` where one higher load outweighs all lower ones. A
network LP needs only the order of its unit costs; a price per moved person needs sums of them.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from functools import total_ordering

from optimiser.problem import ModelInput

Load = Fraction
Term = tuple[Fraction, Fraction]


@total_ordering
@dataclass(frozen=True, slots=True)
class Formal:
    """A sum of ``coefficient * W(load)``, highest load first, no zero coefficients.

    Examples
    --------
    >>> Formal.of({Fraction(3): 1}) > Formal.of({Fraction(2): 100})
    True
    """

    terms: tuple[Term, ...] = ()

    @classmethod
    def of(cls, terms: dict[Load, int]) -> "Formal":
        """Build from coefficients per load."""
        return cls._sorted((load, Fraction(c)) for load, c in terms.items())

    @classmethod
    def _sorted(cls, terms: Iterable[tuple[Load, Fraction]]) -> "Formal":
        kept = [(load, c) for load, c in terms if c]
        return cls(tuple(sorted(kept, reverse=True)))

    def __add__(self, other: object) -> "Formal":
        if not isinstance(other, Formal):
            return self if other == 0 else NotImplemented
        total = dict(self.terms)
        for load, c in other.terms:
            total[load] = total.get(load, Fraction(0)) + c
        return self._sorted(total.items())

    __radd__ = __add__

    def __mul__(self, factor: Fraction | int) -> "Formal":
        return self._sorted((load, c * factor) for load, c in self.terms)

    def __sub__(self, other: "Formal") -> "Formal":
        return self + other * -1

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, Formal):
            return NotImplemented
        mine, theirs = iter(self.terms), iter(other.terms)
        while True:  # the highest load that does not cancel decides
            left, right = next(mine, None), next(theirs, None)
            if left != right:
                return _leads_lower(left, right)
            if left is None:
                return False


def _leads_lower(left: Term | None, right: Term | None) -> bool:
    """Compare two sums by the first terms in which they differ."""
    if right is None or (left is not None and left[0] > right[0]):
        return left is not None and left[1] < 0
    if left is None or left[0] < right[0]:
        return right[1] > 0
    return left[1] < right[1]


@dataclass(frozen=True, slots=True)
class LeximaxCost:
    """Unit costs ``W((k + 1) / b_i) - W(k / b_i)`` of the stage ``laagste_piek``."""

    data: ModelInput

    @property
    def name(self) -> str:
        """The stage."""
        return "piek"

    def unit(self, i: int, k: int) -> Formal:
        """Return what the step from ``k`` to ``k + 1`` persons adds; nothing without a basis."""
        basis = self.data.basis[i]
        if not basis:
            return Formal()
        return Formal.of({(k + 1) / basis: 1, k / basis: -1})

    def breaks(self, i: int) -> tuple[int, ...] | None:  # noqa: ARG002
        """Return ``None``: every unit differs."""
        return None
