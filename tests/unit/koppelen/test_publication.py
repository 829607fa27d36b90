"""The public table attacked: what can be learned about a hidden cell from all that is printed."""

import random

import numpy as np
from scipy.optimize import linprog
from scipy.sparse import block_diag

from optimiser.koppelen.publication import SMALLEST, hidden_cells


def ranges(counts, hidden):
    """Return per hidden cell the range an attacker can conclude, with one program for all."""
    cells = np.argwhere(hidden)
    secret = np.where(hidden, counts, 0)
    rows = [
        (cells[:, axis] == line).astype(float)
        for axis in (0, 1)
        for line in range(counts.shape[axis])
    ]
    sums = [
        float(secret.take(line, axis).sum())
        for axis in (0, 1)
        for line in range(counts.shape[axis])
    ]
    n = len(cells)
    costs = np.concatenate([np.eye(n), -np.eye(n)])
    found = linprog(costs.ravel(), A_eq=block_diag([np.array(rows)] * 2 * n), b_eq=sums * 2 * n)
    values = (costs * found.x.reshape(2 * n, n)).sum(axis=1)
    return -values[n:] - values[:n]


def test_five_hundred_plans_give_no_small_cell_away():
    rng = random.Random(5)
    printed = 0
    for _ in range(500):
        top = rng.choice((6, 20, 300))
        counts = np.array(
            [[rng.choice((0, rng.randint(0, top))) for _ in range(4)] for _ in range(5)]
        )
        hidden = hidden_cells(counts)
        if hidden is None:
            continue
        printed += 1
        shown = counts[~hidden]
        assert not ((shown > 0) & (shown < SMALLEST)).any()
        totals = np.concatenate([counts.sum(axis=0), counts.sum(axis=1)])
        assert not ((totals > 0) & (totals < SMALLEST)).any()
        if hidden.any():
            assert ranges(counts, hidden).min() >= SMALLEST - 1e-6
    assert printed > 250


def test_the_attack_finds_what_hiding_one_cell_gives_away():
    counts = np.array([[3, 20], [30, 40]])
    assert ranges(counts, counts < SMALLEST).max() == 0
