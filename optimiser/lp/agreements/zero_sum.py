r"""The most disjoint zero-sum groups, when there are too many gemeenten to try every subset.

.. math:: \\max \\sum_m z_m + w \\quad \\sum_m a_{mv} z_m \\le n_v, \\;
          (s + 1) \\, w \\le n - \\sum_m |m| z_m

``z_m`` counts how often the multiset of differences ``m`` (at most ``s`` of them) is used, ``n_v``
gemeenten have difference ``v``; ``w`` bounds how many larger groups the rest can hold. So the
optimum is never below the true number of groups.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from math import floor

import pulp

from optimiser.lp.agreements.flows import EPSILON
from optimiser.lp.milp import run_timed
from optimiser.lp.solver import add_row, expression


def pack_multisets(
    counts: Mapping[int, int], columns: Sequence[tuple[int, ...]], largest: int, seconds: float
) -> tuple[list[int], int]:
    """Choose how often each multiset is used.

    Parameters
    ----------
    counts
        How many gemeenten have each difference.
    columns
        All minimal zero-sum multisets of at most ``largest`` differences.
    largest
        Size up to which the list is complete.
    seconds
        Time limit [s].

    Returns
    -------
    list of int, int
        Times per column (what is left over may split further), and a number of groups that no
        choice can exceed.

    Examples
    --------
    >>> pack_multisets({2: 2, -1: 4}, [(-1, -1, 2)], 6, 5.0)
    ([2], 2)
    """
    n = sum(counts.values())
    parts = [Counter(column) for column in columns]
    program = pulp.LpProblem("groepen", pulp.LpMinimize)
    times = [
        program.add_variable(f"z_{m}", 0, min(counts[v] // k for v, k in part.items()), "Integer")
        for m, part in enumerate(parts)
    ]
    rest = program.add_variable("w", 0, n // (largest + 1), "Integer")
    # Minimised with a minus sign: PuLP 3 and 4 hand over a bound of a maximum differently.
    program.setObjective(expression([*((z, -1.0) for z in times), (rest, -1.0)]))
    for number, (value, available) in enumerate(counts.items()):
        used = [(z, float(p[value])) for z, p in zip(times, parts, strict=True) if value in p]
        if used:
            add_row(program, used, "<=", available, f"waarde_{number}")
    sizes = [(z, float(len(column))) for z, column in zip(times, columns, strict=True)]
    add_row(program, [(rest, float(largest + 1)), *sizes], "<=", n, "rest")
    answer = run_timed(program, [*times, rest], seconds)
    chosen = [round(value) for value in answer.values[:-1]] or [0] * len(columns)
    bound = n // 2 if answer.bound is None else floor(EPSILON - answer.bound)
    return chosen, min(bound, n // 2)
