r"""The most disjoint zero-sum groups, when there are too many gemeenten to try every subset.

.. math:: \max \sum_g z_g + w \quad \sum_{g \ni i} z_g \le 1, \;
          (s + 1) \, w \le n - \sum_g |g| z_g

``z_g`` takes a listed group of at most ``s`` gemeenten; ``w`` bounds how many larger groups the
rest can hold. Its optimum is therefore never below the true number of groups.
"""

from collections.abc import Sequence
from math import floor

import pulp

from optimiser.lp.flows import EPSILON
from optimiser.lp.milp import run_timed
from optimiser.lp.solver import add_row, expression


def pack_groups(
    n: int, groups: Sequence[tuple[int, ...]], largest: int, seconds: float
) -> tuple[list[tuple[int, ...]], int]:
    """Choose disjoint groups.

    Parameters
    ----------
    n
        Number of gemeenten.
    groups
        All zero-sum groups of at most ``largest`` gemeenten.
    largest
        Size up to which the list is complete.
    seconds
        Time limit [s].

    Returns
    -------
    list of tuple, int
        The groups chosen (the rest may split further), and a number of groups that no choice can
        exceed.

    Examples
    --------
    >>> pack_groups(5, [(0, 1), (1, 2), (2, 3, 4)], 3, 5.0)
    ([(0, 1), (2, 3, 4)], 2)
    """
    program = pulp.LpProblem("groepen", pulp.LpMinimize)
    taken = [program.add_variable(f"z_{g}", 0, 1, pulp.LpBinary) for g in range(len(groups))]
    rest = program.add_variable("w", 0, n // (largest + 1), pulp.LpInteger)
    # Minimised with a minus sign: PuLP 3 and 4 hand over a bound of a maximum differently.
    program.setObjective(expression([*((z, -1.0) for z in taken), (rest, -1.0)]))
    per_gemeente: dict[int, list[tuple[object, float]]] = {}
    for group, z in zip(groups, taken, strict=True):
        for i in group:
            per_gemeente.setdefault(i, []).append((z, 1.0))
    for i, pairs in per_gemeente.items():
        add_row(program, pairs, "<=", 1, f"hooguit_een_{i}")
    sizes = [(z, float(len(group))) for group, z in zip(groups, taken, strict=True)]
    add_row(program, [(rest, float(largest + 1)), *sizes], "<=", n, "rest")
    answer = run_timed(program, [*taken, rest], seconds)
    chosen = [g for g, z in zip(groups, answer.values, strict=False) if z > 0.5]
    bound = n // 2 if answer.bound is None else floor(EPSILON - answer.bound)
    return chosen, min(bound, n // 2)
