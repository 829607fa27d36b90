"""The proof that comes with an answer: all limits hold and no person can be moved to improve it.

Whole numbers only. ``certify`` trusts nothing of the way the answer was found, so it checks the LP
as well as the descent, and a stored result long after.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cmp_to_key

from optimiser.engine.costs import components
from optimiser.engine.optimality import Meeting, meetings, units
from optimiser.engine.order import UnitOrder
from optimiser.engine.tree import Tree, build_tree
from optimiser.problem import ModelInput, moved

#: A move of one person: positions of the giver and the taker.
Move = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Violation:
    """A bound that does not hold [personen].

    Attributes
    ----------
    soort
        ``gemeente``, ``groep``, ``totaal`` or ``budget``.
    naam
        gm_code or name of the group; empty for the country.
    lower, upper, value
        What is allowed and what is found.
    """

    soort: str
    naam: str
    lower: int
    upper: int
    value: int


@dataclass(frozen=True, slots=True)
class Certificate:
    """The outcome of the check.

    Attributes
    ----------
    violations
        Bounds that do not hold.
    counterexample
        Moves of one person each that together improve the answer; one move, or two under a budget
        that is used up; empty if there is none. Only looked for when every bound holds.
    ties
        Groups of gm_codes between which only the gm_code decided.
    """

    violations: tuple[Violation, ...]
    counterexample: tuple[Move, ...]
    ties: tuple[tuple[str, ...], ...]

    @property
    def holds(self) -> bool:
        """Whether the answer is allowed and optimal."""
        return not self.violations and not self.counterexample


def find_violations(data: ModelInput, tree: Tree, x: Sequence[int]) -> tuple[Violation, ...]:
    """Return every bound that a distribution breaks, gemeenten first."""
    found = []
    for node, persons in enumerate(tree.sums(x)):
        low, high = tree.lower[node], tree.upper[node]
        if low <= persons <= high:
            continue
        if node < tree.n:
            found.append(Violation("gemeente", data.gm_codes[node], low, high, persons))
        elif node == tree.root:
            found.append(Violation("totaal", "", low, high, persons))
        else:
            naam = data.groups[tree.group[node - tree.n]].naam
            found.append(Violation("groep", naam, low, high, persons))
    if data.budget is not None and (away := moved(data.doel, x)) > data.budget:
        found.append(Violation("budget", "", 0, data.budget, away))
    return tuple(found)


def certify(data: ModelInput, x: Sequence[int]) -> Certificate:
    """Check a distribution against every bound and every single-person exchange.

    Parameters
    ----------
    data
        The problem.
    x
        Length n: whole numbers [personen].

    Returns
    -------
    Certificate
        ``holds`` is true if and only if ``x`` is the optimum.

    Raises
    ------
    CrossingGroupsError
        If the groups do not nest: then single exchanges prove nothing.
    ValueError
        If ``x`` does not have one whole number per gemeente.
    """
    if len(x) != len(data.gm_codes) or not all(type(persons) is int for persons in x):
        msg = "x must have one int per gemeente"
        raise ValueError(msg)
    tree, order = build_tree(data), UnitOrder(components(data))
    if violations := find_violations(data, tree, x):
        return Certificate(violations, (), ())
    tight = data.budget is not None and moved(data.doel, x) == data.budget
    met = list(meetings(tree, order, x, data.doel if tight else None))
    better = [*_single(order, x, met), *(_double(order, x, met) if tight else ())]
    if better:
        return Certificate((), better[0], ())
    return Certificate((), (), _ties(data, order, x, met))


def _move(meeting: Meeting) -> Move:
    return meeting.giver, meeting.taker


def _single(order: UnitOrder, x: Sequence[int], met: list[Meeting]) -> list[tuple[Move, ...]]:
    better: list[tuple[Move, ...]] = []
    for meeting in met:
        leaves, comes = units(meeting, x)
        if meeting.change <= 0 and order.compare(comes, leaves) < 0:
            better.append((_move(meeting),))
    return better


def _cheapest(
    order: UnitOrder, x: Sequence[int], met: list[Meeting], change: int
) -> Meeting | None:
    def compare(a: Meeting, b: Meeting) -> int:
        (out_a, in_a), (out_b, in_b) = units(a, x), units(b, x)
        return order.sign_of_sum((in_a, out_b), (out_a, in_b))

    same = [meeting for meeting in met if meeting.change == change]
    return min(same, key=cmp_to_key(compare), default=None)


def _pair_sign(
    order: UnitOrder, x: Sequence[int], pair: tuple[Meeting, Meeting], *, code: bool
) -> int:
    (out_a, in_a), (out_b, in_b) = (units(meeting, x) for meeting in pair)
    return order.sign_of_sum((in_a, in_b), (out_a, out_b), tie_by_code=code)


def _double(order: UnitOrder, x: Sequence[int], met: list[Meeting]) -> list[tuple[Move, ...]]:
    back, out = _cheapest(order, x, met, -1), _cheapest(order, x, met, 1)
    if back is None or out is None or _pair_sign(order, x, (back, out), code=True) >= 0:
        return []
    return [(_move(back), _move(out))]


def _ties(
    data: ModelInput, order: UnitOrder, x: Sequence[int], met: list[Meeting]
) -> tuple[tuple[str, ...], ...]:
    """Join the gemeenten of all exchanges that change nothing but who has the lower gm_code."""
    sets: list[set[int]] = []
    for meeting in met:
        leaves, comes = units(meeting, x)
        if meeting.change <= 0 and order.compare(comes, leaves, tie_by_code=False) == 0:
            sets.append({*meeting.givers, *meeting.takers})
    back, out = _cheapest(order, x, met, -1), _cheapest(order, x, met, 1)
    if back and out and _pair_sign(order, x, (back, out), code=False) == 0:
        sets.append({*back.givers, *back.takers, *out.givers, *out.takers})
    return tuple(tuple(data.gm_codes[i] for i in group) for group in _joined(sets))


def _joined(sets: list[set[int]]) -> list[list[int]]:
    """Unite sets that share a member; return those of two or more, sorted."""
    leader: dict[int, int] = {}

    def find(i: int) -> int:
        while leader[i] != i:
            leader[i] = leader[leader[i]]
            i = leader[i]
        return i

    for group in sets:
        head = min(group)
        for i in group:
            leader.setdefault(i, i)
        for i in group:
            leader[find(i)] = find(head)
    united: dict[int, list[int]] = {}
    for i in sorted(leader):
        united.setdefault(find(i), []).append(i)
    return sorted(group for group in united.values() if len(group) > 1)
