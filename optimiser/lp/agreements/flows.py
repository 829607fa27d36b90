"""Words of the fixed-charge flow: who hands over, who may take over, and what was found."""

from dataclasses import dataclass

#: What a solver may be off a whole number.
EPSILON = 1e-6
Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class FlowProblem:
    """Who hands over how much, who may take over how much, and the rules of the region.

    Attributes
    ----------
    gives
        Per donor the persons it hands over, exactly [personen].
    takes
        Per receiver the least and the most it takes over [personen].
    forbidden
        Pairs (donor, receiver) that may not agree.
    give_partners, take_partners
        Per donor and per receiver the most partners; ``None`` is no limit.
    smallest
        Least persons in one agreement.
    at_least
        A proved lower bound on the number of agreements; 0 if none is known.
    """

    gives: tuple[int, ...]
    takes: tuple[Pair, ...]
    forbidden: frozenset[Pair] = frozenset()
    give_partners: tuple[int | None, ...] = ()
    take_partners: tuple[int | None, ...] = ()
    smallest: int = 1
    at_least: int = 0

    @property
    def arcs(self) -> list[tuple[int, int, int]]:
        """Possible agreements: donor, receiver, most persons."""
        return [
            (i, j, min(a, high))
            for i, a in enumerate(self.gives)
            for j, (_, high) in enumerate(self.takes)
            if (i, j) not in self.forbidden and min(a, high) >= self.smallest
        ]


@dataclass(frozen=True, slots=True)
class FlowAnswer:
    """Agreements found, and what is proved about their number.

    Attributes
    ----------
    flows
        Per solution the persons per (donor, receiver); the first is the best found, the others are
        of equal worth. Empty when nothing was found.
    bound
        No solution has fewer agreements.
    proved
        Whether the first is the minimum, or, without flows, that none exists.
    complete
        Whether all solutions of equal worth, up to the number asked, are listed.
    """

    flows: tuple[dict[Pair, int], ...]
    bound: int
    proved: bool
    complete: bool
