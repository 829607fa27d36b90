"""The price of a moved person: a difference of two unit costs, strictly between what was tried."""

from dataclasses import dataclass, replace
from fractions import Fraction
from random import Random

import pytest

from optimiser.engine.costs import stage_components
from optimiser.lp import ModelInfeasibleError, solve_lp
from optimiser.lp.build import start_face
from optimiser.lp.costs import OneCost
from optimiser.lp.stages.budget import Flat, Priced, _candidate, any_point, settle_within_budget
from optimiser.lp.stages.network import Task
from optimiser.lp.symbols import Face, Measure, Row, SolverFailedError
from optimiser.problem import Stage


@dataclass(frozen=True)
class Table:
    """Unit costs as they stand in a table."""

    rows: tuple[tuple[Fraction, ...], ...]

    def unit(self, i, k):
        return self.rows[i][k]


def drawn(draw):
    """Return rising costs of four gemeenten, and two distributions of as many persons."""
    rows = tuple(
        tuple(sorted(Fraction(draw.randint(-20, 20), draw.randint(1, 3)) for _ in range(6)))
        for _ in range(4)
    )
    few = [draw.randint(0, 6) for _ in range(4)]
    many = list(few)
    for _ in range(6):
        i, j = draw.sample(range(4), 2)
        if many[i] > 0 and many[j] < 6:
            many[i], many[j] = many[i] - 1, many[j] + 1
    return Table(rows), tuple(few), tuple(many)


def test_a_price_is_where_two_units_change_places_and_was_not_tried_before():
    draw, found, none = Random(5), 0, 0
    for _ in range(600):
        costs, few, many = drawn(draw)
        if few == many:
            continue
        pairs = list(enumerate(zip(few, many, strict=True)))
        above = [costs.unit(i, k) for i, (a, b) in pairs for k in range(a, b)]
        below = [costs.unit(i, k) for i, (a, b) in pairs for k in range(b, a)]
        every = sorted({taker - giver for taker in below for giver in above})
        low, high = draw.choice([None, *every]), draw.choice([None, *every])
        inside = [
            price
            for price in every
            if (low is None or low < price) and (high is None or price < high)
        ]
        ask = costs, (few, many), (low, high), draw.randint(0, 5)
        if inside:
            assert _candidate(*ask) in inside
            found += 1
        else:
            with pytest.raises(SolverFailedError, match="no price"):
                _candidate(*ask)
            none += 1
    assert min(found, none) > 60


def test_a_price_counts_from_the_taakstelling_on():
    flat = Flat((2, 0), 3)
    assert [flat.unit(0, k) for k in range(4)] == [0, 0, 3, 3]
    assert (flat.unit(1, 0), flat.breaks(0), flat.name) == (3, (2,), "erbij")
    priced = Priced(Flat((1, 5), 1), (2, 0), Fraction(1, 2))
    assert [priced.unit(0, k) for k in range(4)] == [0, 1, Fraction(3, 2), Fraction(3, 2)]
    assert (priced.breaks(0), priced.name) == ((1, 2), "erbij")


def test_where_the_cost_is_curved_the_price_adds_no_cut(mini):
    fair = OneCost(stage_components(mini, Stage.EERLIJKST)[0])
    assert Priced(fair, mini.doel, 1).breaks(0) is None


def test_a_budget_below_the_fewest_moves_is_named_as_what_cannot_hold(mini):
    with pytest.raises(ModelInfeasibleError) as caught:
        solve_lp(replace(mini, budget=4))
    assert caught.value.params == {"trede": "budget"}


def budget_row(count, least, most):
    return Row("budget", "personen", tuple(range(count)), least, most, measure=Measure.ERBIJ)


def test_a_budget_that_is_just_enough_has_no_price(mini):
    task, fair = Task(mini), OneCost(stage_components(mini, Stage.EERLIJKST)[0])
    for most, fixed in ((5, None), (6, None), (7, None)):
        face = start_face(replace(mini, budget=most))
        rows = settle_within_budget(task, fair, face).rows
        (row,) = [row for row in rows if row.measure is Measure.ERBIJ]
        assert (row.lower, row.upper) == (fixed, most)


def test_a_point_keeps_to_the_budget_that_was_priced(mini):
    task = Task(replace(mini, limits=(), groups=()))
    for moves in (0, 1, 3):
        rows = (Row("totaal", "alle", (0, 1, 2, 3), 120, 120), budget_row(4, moves, moves))
        x = any_point(task, Face((50, 20, 0, 10), (70, 40, 20, 30), rows))
        came = sum(max(0, v - t) for v, t in zip(x, mini.doel, strict=True))
        assert (sum(x), came) == (120, moves)


def test_where_no_point_keeps_to_it_that_is_our_bug(mini):
    task = Task(replace(mini, limits=(), groups=()))
    rows = (Row("totaal", "alle", (0, 1, 2, 3), 120, 120), budget_row(4, 9, 9))
    with pytest.raises(SolverFailedError, match="no distribution keeps"):
        any_point(task, Face((59, 29, 9, 19), (61, 31, 11, 21), rows))
    fixed = (60, 30, 10, 20)
    assert any_point(task, Face(fixed, fixed, rows)) == fixed
