"""Half-years together, region by region: LP, a test for wholeness, then an integer program.

Two families of sums without places, or places without sums on the way, give whole answers; both
together need not (the counterexample is in the tests), so wholeness is tested and never assumed.
"""

from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate
from typing import Any

import pulp

from optimiser.lp.jaren.network import Network, Region, build_network
from optimiser.lp.solver import add_row, expression, make_whole, run
from optimiser.lp.symbols import SolverFailedError

NEAR = 1e-6
Matrix = tuple[tuple[int, ...], ...]


class Way(StrEnum):
    """How whole persons were found."""

    LP = "lp"
    MILP = "milp"


@dataclass(frozen=True)
class YearsAnswer:
    """One region; every matrix is gemeenten x half-years, whole persons.

    Attributes
    ----------
    region
        The question.
    asked
        ``x``: the number of each half-year, after exchange inside the region.
    late
        ``b``: achterstand at the end.
    residents
        ``S``: who lives in places at the end.
    way
        Whether the LP was whole or the integer program was needed.
    least_late
        What the closed form says the region's achterstand must at least be, per half-year.
    """

    region: Region
    asked: Matrix
    late: Matrix
    residents: Matrix
    way: Way
    least_late: tuple[int, ...]

    @property
    def moved_on(self) -> Matrix:
        """Who moved from places to a dwelling in each half-year, at least [personen]."""
        return tuple(
            tuple(max(0, a - b) for a, b in zip((0, *row), row, strict=False))
            for row in self.residents
        )


def closed_form(region: Region) -> tuple[int, ...]:
    """Return the least achterstand of a region at the end of each half-year, without a solver.

    ``y_t = max(0, y_{t-1} + R_t - F_t)`` is who has no dwelling; places hold ``P_t`` of them, so
    ``b_t >= max(0, y_t - P_t)``. Pooled over the region, hence a bound: reached when the numbers
    can be spread so that no room is lost, and nobody is left in a place that closes.

    Examples
    --------
    >>> from fractions import Fraction
    >>> claims = ((Fraction(8), Fraction(16)),)
    >>> closed_form(Region("A", ("GM0001",), (8, 8), claims, ((5, 9),), ((0, 0),), (0,)))
    (3, 2)
    """
    start = sum(region.achterstand)
    room = [sum(column) for column in zip(*region.dwellings, strict=True)]
    places = [sum(column) for column in zip(*region.places, strict=True)]
    steps = zip(region.needed, room, strict=True)
    homeless = list(accumulate(steps, lambda y, s: max(0, y + s[0] - s[1]), initial=start))[1:]
    return tuple(max(0, y - p) for y, p in zip(homeless, places, strict=True))


def solve_years(region: Region) -> YearsAnswer:
    """Find the numbers with the least achterstand, and then the fairest.

    Raises
    ------
    SolverFailedError
        If an answer does not survive whole-number arithmetic: our bug.

    Notes
    -----
    One solve where its achterstand equals the closed form, which nothing can beat; else the
    least achterstand is found first and fixed.
    """
    bound = closed_form(region)
    values, network, way = solve_whole(build_network(region))
    late = _sum_late(network, values)
    if late > sum(bound):
        first, only, _ = solve_whole(build_network(region, only_late=True))
        least = _sum_late(only, first)
        if late > least:
            values, network, way = solve_whole(network, least)
    return read_answer(region, network, values, way, bound)


def _sum_late(network: Network, values: tuple[int, ...]) -> int:
    return sum(values[b] for _, b, _ in network.place.values())


def solve_whole(
    network: Network, most_late: int | None = None
) -> tuple[tuple[int, ...], Network, Way]:
    """Solve as an LP; where that is broken, as an integer program.

    Parameters
    ----------
    most_late
        Most persons too late, added up over the half-years; ``None`` for any.

    Raises
    ------
    SolverFailedError
        If there is no answer or a person is broken: our bug.
    """
    for way in Way:
        problem, variables = write_problem(network, most_late)
        if way is Way.MILP:
            make_whole(variables)
        answer = run(problem, variables)
        if not answer.feasible:
            msg = "years together have no answer, although achterstand is free"
            raise SolverFailedError(msg)
        if all(abs(v - round(v)) < NEAR for v in answer.values):
            return tuple(round(v) for v in answer.values), network, way
    msg = "the integer program gave a broken person"
    raise SolverFailedError(msg)


def write_problem(network: Network, most_late: int | None = None) -> tuple[Any, list[Any]]:
    """Write the network in PuLP, in bulk; the problem belongs to the caller's thread."""
    problem = pulp.LpProblem("jaren", pulp.LpMinimize)
    variables = [problem.add_variable(c.name, 0, c.upper) for c in network.columns]
    priced = zip(variables, network.columns, strict=True)
    problem.setObjective(expression([(v, column.cost) for v, column in priced if column.cost]))
    for line in network.lines:
        pairs = [(variables[c], float(v)) for c, v in zip(line.columns, line.values, strict=True)]
        if line.lower is not None and line.lower == line.upper:
            add_row(problem, pairs, "==", line.lower, line.name)
            continue
        if line.lower is not None:
            add_row(problem, pairs, ">=", line.lower, f"{line.name}_min")
        if line.upper is not None:
            add_row(problem, pairs, "<=", line.upper, f"{line.name}_max")
    if most_late is not None:
        late = [(variables[b], 1.0) for _, b, _ in network.place.values()]
        add_row(problem, late, "<=", most_late, "achterstand")
    return problem, variables


def read_answer(
    region: Region, network: Network, values: tuple[int, ...], way: Way, bound: tuple[int, ...]
) -> YearsAnswer:
    """Return the values of a network as an answer, checked again in whole numbers.

    Raises
    ------
    SolverFailedError
        If a row of the definition does not hold: our bug.
    """
    count, horizon = len(region.gm_codes), len(region.needed)

    def matrix(kind: int) -> Matrix:
        places = [[network.place[g, t][kind] for t in range(horizon)] for g in range(count)]
        return tuple(tuple(0 if p < 0 else values[p] for p in row) for row in places)

    answer = YearsAnswer(region, matrix(0), matrix(1), matrix(2), way, bound)
    _recheck(answer)
    return answer


def _recheck(answer: YearsAnswer) -> None:
    """Check every row of the definition again in whole numbers."""
    region = answer.region
    for t, needed in enumerate(region.needed):
        holds = sum(row[t] for row in answer.asked) == needed
        for g in range(len(region.gm_codes)):
            x, b, s = answer.asked[g][t], answer.late[g][t], answer.residents[g][t]
            owed = answer.late[g][t - 1] if t else region.achterstand[g]
            stayed = answer.residents[g][t - 1] if t else 0
            into_dwellings = owed + stayed + x - b - s
            holds &= min(x, b, s) >= 0 and s <= region.places[g][t] and b <= owed + x
            holds &= 0 <= into_dwellings <= region.dwellings[g][t]
        if not holds:
            msg = f"{region.naam}: half-year {t + 1} breaks a row"
            raise SolverFailedError(msg)
