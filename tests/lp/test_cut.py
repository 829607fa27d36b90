"""The columns of a stage: ranked exactly, and chosen so that few are enough."""

from fractions import Fraction
from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from optimiser.engine import solve_exact
from optimiser.engine.costs import Component, Part, stage_components
from optimiser.lp import solve_lp
from optimiser.lp.build import start_face
from optimiser.lp.costs import OneCost
from optimiser.lp.objective import first_anchor, segments
from optimiser.lp.stages import network
from optimiser.lp.stages.columns import NEAR, first_columns
from optimiser.lp.stages.cut import Cut, plain_cut
from optimiser.lp.symbols import Face
from optimiser.problem import Stage
from tests.instances import country, random_instance

BIG = 10**9
shares = st.tuples(st.integers(1, BIG), st.integers(1, BIG))


@given(st.lists(st.tuples(shares, st.integers(0, 3000)), min_size=1, max_size=12))
def test_costs_are_ranked_as_fractions_are(rows):
    """Floats only sort; costs that floats cannot tell apart are ranked by their fractions."""
    slope, scale, offset = [], [], []
    for (a, b), k in rows:
        slope.append(2 * b)
        scale.append(a)
        offset.append(-2 * b * k)  # near zero around k: floats cancel there
    part = Component(Part.EERLIJK, tuple(slope), tuple(offset), tuple(scale))
    n = len(rows)
    anchor = tuple(k + 1 for _, k in rows)
    face = Face(tuple(max(0, k - 1) for _, k in rows), tuple(k + 3 for _, k in rows), ())
    cut = plain_cut(OneCost(part), (0,) * n, face, anchor, once(n))
    exact = [
        part.value(int(i), anchor[i] - 1 if step < 0 else anchor[i])
        for i, step in zip(cut.gemeente, cut.step, strict=True)
    ]
    order = sorted(set(exact))
    assert cut.price.tolist() == [order.index(cost) for cost in exact]


def test_costs_that_floats_cannot_tell_apart_keep_their_order():
    third, more = Fraction(1, 3), Fraction(10**17 + 1, 3 * 10**17)
    assert float(third) == float(more)
    part = Component(
        Part.EERLIJK,
        (1, 10**17 + 1),
        (0, 0),
        (3, 3 * 10**17),
    )
    cut = plain_cut(OneCost(part), (0, 0), Face((1, 1), (2, 2), ()), (1, 1), once(2))
    assert cut.price.tolist() == [0, 1]


@pytest.mark.parametrize("stage", [Stage.MINST_VERPLAATST, Stage.EERLIJKST, Stage.LAAGSTE_PIEK])
def test_a_plain_cut_is_what_cutting_one_by_one_gives(stage):
    compared = 0
    for seed in range(60):
        data = random_instance(seed, 12)
        cost, face = OneCost(stage_components(data, stage)[0]), start_face(data)
        if any(a > b for a, b in zip(face.lower, face.upper, strict=True)) or face.is_point:
            continue
        draw = Random(seed)
        anywhere = tuple(draw.randint(a, b) for a, b in zip(face.lower, face.upper, strict=True))
        anchor = draw.choice((first_anchor(data, cost, face), anywhere))
        reach = [draw.choice((0, 0, 1, 2, 4)) if cost.breaks(i) is None else 0 for i in range(12)]
        quick = plain_cut(cost, data.doel, face, anchor, np.array(reach))
        parts = segments(data, cost, face, anchor, reach, budget=False)
        assert rows_of(quick) == rows_of(Cut.of(anchor, parts))
        compared += 1
    assert compared > 20


@pytest.mark.parametrize("seed", range(12))
def test_columns_chosen_at_random_give_the_same_answer(seed, monkeypatch):
    data, draw = random_instance(seed, 12), Random(seed)
    exact = solve_exact(data)

    def blind(cut, _rows, _fine):
        return sorted(draw.sample(range(len(cut)), draw.randint(0, len(cut))))

    monkeypatch.setattr(network, "first_columns", blind)
    found = solve_lp(data)
    assert found.x == exact.x


def once(count):
    """Cut every gemeente once on either side."""
    return np.zeros(count, dtype=int)


def rows_of(cut):
    """Return the segments as a set of rows."""
    return {tuple(row) for row in cut.segments(list(range(len(cut))))}


@pytest.mark.parametrize("stage", [Stage.EERLIJKST, Stage.LAAGSTE_PIEK])
def test_a_country_is_written_in_two_columns_a_region(stage):
    data = country(342, 342, 35, 40 * 342)
    face, cost = start_face(data), OneCost(stage_components(data, stage)[0])
    cut = plain_cut(cost, data.doel, face, first_anchor(data, cost, face), once(342))
    chosen = first_columns(cut, face.rows, once(342) > 0)
    assert len(chosen) <= 2 * NEAR * len(data.groups)
    assert set(cut.gemeente[chosen].tolist()) <= set(np.flatnonzero(np.array(face.upper) > 0))
