from dataclasses import replace
from fractions import Fraction

import pytest

from optimiser.engine import objective
from optimiser.lp import ModelInfeasibleError, solve_lp
from optimiser.lp.prices import budget_price, each_group_price, each_limit_price
from optimiser.problem import Block, Group, Limit, ModelInput, Stage
from tests.instances import country, random_instance


def test_a_ceiling_that_keeps_out_five_costs_one_move_per_person(mini):
    data = replace(mini, budget=None)
    prices = list(each_limit_price(data, solve_lp(data).x))
    ceiling = next(p for p in prices if p.limit.gemeente == 0 and p.side == "upper")
    assert dict(ceiling.ruimer)[Stage.MINST_VERPLAATST] == -1
    assert dict(ceiling.krapper)[Stage.MINST_VERPLAATST] == 1


def from_scratch(data, x, changed):
    try:
        y = solve_lp(changed).x
    except ModelInfeasibleError:
        return None
    return tuple((s, objective(changed, s, y) - objective(data, s, x)) for s in data.stages)


@pytest.mark.parametrize("batch", range(8))
def test_prices_are_those_of_a_fresh_solve(batch):
    for seed in range(5 * batch, 5 * batch + 5):
        data = random_instance(seed, 7)
        x = solve_lp(data).x
        for price in each_limit_price(data, x):
            number = data.limits.index(price.limit)
            for effect, room in ((price.ruimer, 1), (price.krapper, -1)):
                out = room if price.side == "upper" else -room
                bound = {price.side: getattr(price.limit, price.side) + out}
                limits = list(data.limits)
                limits[number] = price.limit._replace(**bound)
                fresh = from_scratch(data, x, replace(data, limits=tuple(limits)))
                assert effect == fresh, (seed, price)


def test_more_room_never_costs_and_less_never_gains_in_the_first_stage():
    data = country(4, 60, 6, 900)
    for price in each_limit_price(data, solve_lp(data).x):
        assert price.ruimer is None or price.ruimer[0][1] <= 0
        assert price.krapper is None or price.krapper[0][1] >= 0


def test_each_fixed_sum_has_a_price():
    data = country(4, 60, 6, 900)
    prices = list(each_group_price(data, solve_lp(data).x))
    assert [price.limit for price in prices] == list(data.groups)
    assert all(len(price.ruimer) == 2 for price in prices if price.ruimer is not None)


def test_the_sum_of_an_area_inside_another_takes_the_person_that_the_other_gets():
    """By head: 2 and 3 are locked, so a person for provincie P can only come to, or from, R in it.

    R itself cannot grow: the person would have to come from P, where nobody can give. D gives one
    to P, or takes it, and R is part of that: one person moved each time.
    """
    five = tuple(Fraction(v) for v in (5, 5, 5, 5, 10))
    locked = tuple(Limit(Block.VAST, i, lower=5, upper=5) for i in (2, 3))
    groups = (
        Group("R", (0, 1), 10, 10),
        Group("P", (0, 1, 2, 3), 20, 20),
        Group("D", (4,), 10, 10),
    )
    codes = tuple(f"GM000{i}" for i in range(1, 6))
    stages = (Stage.MINST_VERPLAATST,)
    data = ModelInput(codes, (5, 5, 5, 5, 10), five, five, locked, groups, 30, stages)
    x = solve_lp(data).x
    assert x == data.doel
    one = ((Stage.MINST_VERPLAATST, 1),)
    found = {p.limit.naam: (p.ruimer, p.krapper) for p in each_group_price(data, x)}
    assert found == {"R": (None, None), "P": (one, one), "D": (one, one)}


def fixed(doel, exact, *groups, **rest):
    """Build a problem of fairness in which every group keeps the sum of its members."""
    n = len(doel)
    kept = tuple(
        Group(f"G{k}", members, total, total)
        for k, members in enumerate(groups)
        for total in [sum(doel[i] for i in members)]
    )
    fields = {"stages": (Stage.EERLIJKST,), "limits": (), **rest}
    codes = tuple(f"GM{i + 1:04d}" for i in range(n))
    shares = tuple(map(Fraction, exact))
    return ModelInput(
        codes, tuple(doel), shares, (Fraction(1),) * n, groups=kept, total=sum(doel), **fields
    )


def sums(data):
    """Return what one person more and one less in each group do to the first stage."""
    found = list(each_group_price(data, solve_lp(data).x))
    assert {price.side for price in found} <= {"sum"}
    effects = [(price.ruimer, price.krapper) for price in found]
    return [tuple(None if one is None else one[0][1] for one in pair) for pair in effects]


def test_a_person_more_in_a_sum_is_not_what_a_person_less_is():
    # Shares 7 and 3, five each. To (6, 4): 1 - 4 over 7 and over 3. To (4, 6): 9 - 4 over both.
    data = fixed([5, 5], [7, 3], (0,), (1,))
    more, less = Fraction(-3, 7) - 1, Fraction(5, 7) + Fraction(5, 3)
    assert sums(data) == [(more, less), (less, more)]


def test_one_group_outside_gives_or_takes_and_no_other_changes():
    # The first gets one: 1/5 worse, and 1/4 better where it leaves. It loses one: 1/5 worse, and
    # 3/7 better where it comes. Shares of 7 that would like more still only get that one.
    data = fixed([5] * 4, [5, 4, 4, 7], (0,), (1,), (2,), (3,))
    assert sums(data)[0] == (Fraction(1, 5) - Fraction(1, 4), Fraction(1, 5) - Fraction(3, 7))


def test_a_group_may_give_its_last_person():
    # To (6, 0): one less from six, and one from a share of one.
    assert sums(fixed([5, 1], [6, 1], (0,), (1,)))[0][0] == 1 - Fraction(1, 6)


def test_two_sums_of_the_same_gemeenten_hold_each_other():
    data = fixed([5, 5], [5, 5], (0,), (0,), (1,))
    assert sums(data)[:2] == [(None, None), (None, None)]


def test_one_of_the_areas_inside_takes_the_person_of_the_whole():
    # P of two areas gets one: one share of 5 becomes 6 and the loose one of 10 becomes 9.
    data = fixed([5] * 4 + [10], [5] * 4 + [10], (0, 1), (2, 3), (0, 1, 2, 3), (4,))
    one = Fraction(1, 5) + Fraction(1, 10)
    assert sums(data)[2] == (one, one)


def test_a_ceiling_that_may_stretch_is_priced_by_what_it_keeps_out():
    # A ceiling of 4 keeps one out: at 5 nobody moves, at 3 two do; nobody is above a ceiling.
    limits = (Limit(Block.PLAFOND, 0, upper=4),)
    stages = (Stage.MINSTE_TEKORT, Stage.MINST_VERPLAATST)
    data = fixed([5, 5], [5, 5], limits=limits, stages=stages)
    (price,) = each_limit_price(data, solve_lp(data).x)
    assert (price.limit, price.side) == (limits[0], "upper")
    assert (dict(price.ruimer), dict(price.krapper)) == (
        {Stage.MINSTE_TEKORT: 0, Stage.MINST_VERPLAATST: -1},
        {Stage.MINSTE_TEKORT: 0, Stage.MINST_VERPLAATST: 1},
    )


def test_a_tighter_ceiling_that_nobody_else_relieves_is_one_person_short():
    # Both hold what they may. One place less is one person above a ceiling, one more is no matter.
    limits = tuple(Limit(Block.PLAFOND, i, upper=5) for i in (0, 1))
    stages = (Stage.MINSTE_TEKORT, Stage.MINST_VERPLAATST)
    data = fixed([5, 5], [5, 5], limits=limits, stages=stages)
    for price in each_limit_price(data, solve_lp(data).x):
        assert dict(price.krapper)[Stage.MINSTE_TEKORT] == 1
        assert dict(price.ruimer)[Stage.MINSTE_TEKORT] == 0


@pytest.mark.parametrize(
    ("budget", "wider", "tighter"),
    [
        # Givers gain 5, 3, 1 1/2, 1 and 1/2; takers 5/7, 1/2, 3/7, 1/6 and 1/7: best first.
        (3, -1 - Fraction(1, 6), Fraction(3, 2) + Fraction(3, 7)),
        (1, -3 - Fraction(1, 2), 5 + Fraction(5, 7)),
        (0, -5 - Fraction(5, 7), None),
    ],
)
def test_a_person_more_in_the_budget_is_the_next_best_move(budget, wider, tighter):
    stages = (Stage.EERLIJKST, Stage.MINST_VERPLAATST)
    data = fixed([4] * 4, [6, 2, 7, 1], stages=stages, budget=budget)
    price = budget_price(data, solve_lp(data).x)
    assert (price.limit, price.side) == (None, "upper")
    assert price.ruimer == ((Stage.EERLIJKST, wider), (Stage.MINST_VERPLAATST, 1))
    less = None if tighter is None else tuple(zip(stages, (tighter, -1), strict=True))
    assert price.krapper == less


def test_without_a_budget_there_is_no_price_of_it():
    assert budget_price(fixed([5, 5], [5, 5]), (5, 5)) is None
