"""Among the answers with the least achterstand and the same fairness: the fewest moved persons.

A third aim, on request: it costs one more program per region. A person is moved where a number is
above the statutory one; what one gemeente takes over another gives, so each counts once.
"""

from collections.abc import Sequence
from itertools import accumulate
from math import floor

from optimiser.lp.jaren.network import Network, Region, build_network
from optimiser.lp.jaren.parts import parts_of
from optimiser.lp.jaren.years import (
    NEAR,
    Matrix,
    Way,
    YearsAnswer,
    read_answer,
    solve_years,
    write_problem,
)
from optimiser.lp.solver import add_row, expression, make_whole, run
from optimiser.lp.symbols import SolverFailedError

#: What of the fairness may be given up for rounding in the solver.
SLACK = 1e-6


def solve_least_moved(region: Region, statutory: Matrix) -> YearsAnswer:
    """Find the least achterstand, then the fairest, then the fewest moved persons.

    Parameters
    ----------
    region
        The question.
    statutory
        Per gemeente and half-year, the number before exchange [personen].

    Raises
    ------
    SolverFailedError
        If an answer does not survive whole-number arithmetic: our bug.

    Examples
    --------
    >>> from fractions import Fraction
    >>> claims = ((Fraction(2), Fraction(4)), (Fraction(2), Fraction(4)))
    >>> open_ = ((9, 9), (9, 9))
    >>> none = ((0, 0), (0, 0))
    >>> region = Region("A", ("GM0001", "GM0002"), (4, 4), claims, open_, none, (0, 0))
    >>> solve_least_moved(region, ((2, 2), (2, 2))).asked
    ((2, 2), (2, 2))
    """
    first = solve_years(region)
    network = build_network(region)
    late = sum(map(sum, first.late))
    fair = unfairness(region, first.asked) + SLACK
    for way in Way:
        values = _solve(network, late, fair, statutory, way)
        if all(abs(v - round(v)) < NEAR for v in values):
            whole = tuple(round(v) for v in values)
            return read_answer(region, network, whole, way, first.least_late)
    msg = "the integer program gave a broken person"
    raise SolverFailedError(msg)


def _solve(
    network: Network, late: int, fair: float, statutory: Matrix, way: Way
) -> Sequence[float]:
    problem, variables = write_problem(network, late)
    priced = zip(variables, network.columns, strict=True)
    parts = [(v, one.cost) for v, one in priced if one.name.startswith("d") and one.cost]
    if parts:
        add_row(problem, parts, "<=", fair, "eerlijk")
    moved = []
    for (g, t), (x, _, _) in network.place.items():
        above = problem.add_variable(f"m_{g}_{t}", 0)
        add_row(
            problem,
            [(above, 1.0), (variables[x], -1.0)],
            ">=",
            -statutory[g][t],
            f"verplaatst_{g}_{t}",
        )
        moved.append((above, 1.0))
    problem.setObjective(expression(moved))
    if way is Way.MILP:
        make_whole(variables)
    answer = run(problem, variables)
    if not answer.feasible:
        msg = "an aim that was reached cannot be reached again"
        raise SolverFailedError(msg)
    return answer.values


def unfairness(region: Region, asked: Matrix) -> float:
    """Return what the sums of the numbers cost around the claims, as the network prices them."""
    total = 0.0
    for claims, numbers in zip(region.claims, asked, strict=True):
        for claim, reached in zip(claims, accumulate(numbers), strict=True):
            left = reached - floor(claim)
            for length, cost, sign in parts_of(claim):
                used = min(length, abs(left)) if sign * left > 0 else 0
                total += used * cost
                left -= sign * used
    return total


def moved_persons(asked: Matrix, statutory: Matrix) -> int:
    """Count the persons above the statutory numbers, over all half-years."""
    pairs = zip(asked, statutory, strict=True)
    return sum(max(0, x - w) for row, law in pairs for x, w in zip(row, law, strict=True))
