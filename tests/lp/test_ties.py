"""Which gemeenten the last rule decided: those of every exchange of one person that is as good."""

import numpy as np
import pytest

from optimiser.lp.symbols import Face, Row
from optimiser.lp.ties import tied
from tests.instances import laminar_sets


def by_trying(face, x):
    """Move one person between every two; return who can take part."""
    found = set()
    for i in range(len(x)):
        for j in range(len(x)):
            if i != j:
                y = list(x)
                y[i], y[j] = y[i] - 1, y[j] + 1
                if face.holds(tuple(y)):
                    found |= {i, j}
    return tuple(sorted(found))


@pytest.mark.parametrize("seed", range(60))
def test_who_is_listed_can_exchange_a_person_and_nobody_else_can(seed):
    rng = np.random.default_rng(seed)
    n = int(rng.integers(2, 8))
    x = tuple(int(v) for v in rng.integers(0, 4, n))
    lower = tuple(max(0, v - int(rng.integers(0, 2))) for v in x)
    upper = tuple(v + int(rng.integers(0, 2)) for v in x)
    rows = [Row("totaal", "alle", tuple(range(n)), sum(x), sum(x))]
    for number, members in enumerate(laminar_sets(rng, n)):
        held = sum(x[i] for i in members)
        low, high = (int(v) for v in rng.integers(0, 2, 2))
        rows.append(Row("regiosom", str(number), members, held - low, held + high))
    face = Face(lower, upper, tuple(rows))
    assert tied(face, x) == by_trying(face, x)


def test_one_row_at_its_bound_keeps_a_person_in_and_another_keeps_one_out():
    # The first two hold at most what they hold; the third may give to neither, they may to it.
    row = Row("regiosom", "een", (0, 1), None, 4)
    assert tied(Face((0, 0, 0), (9, 9, 2), (row,)), (2, 2, 2)) == (0, 1)
    assert tied(Face((0, 0, 0), (9, 9, 9), (row,)), (2, 2, 2)) == (0, 1, 2)
    alone = Row("regiosom", "een", (0,), None, 2)
    assert tied(Face((2, 0, 0), (9, 2, 2), (alone,)), (2, 2, 2)) == ()
