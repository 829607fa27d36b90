from dataclasses import replace
from fractions import Fraction

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


def test_prices_are_those_of_a_fresh_solve():
    for seed in range(40):
        data = random_instance(seed, 7)
        if Stage.MINSTE_TEKORT in data.stages:
            continue
        x = solve_lp(data).x
        for price in each_limit_price(data, x):
            number = data.limits.index(price.limit)
            for effect, room in ((price.ruimer, 1), (price.krapper, -1)):
                out = room if price.side == "upper" else -room
                bound = {price.side: getattr(price.limit, price.side) + out}
                limits = list(data.limits)
                limits[number] = replace(price.limit, **bound)
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


def test_a_person_more_in_the_budget_never_hurts_the_aim():
    # By head: the fair table is five moves away.
    exact = tuple(Fraction(v) for v in (6, 2, 7, 1))
    data = ModelInput(
        ("GM0001", "GM0002", "GM0003", "GM0004"), (4, 4, 4, 4), exact, exact, (), (), 16, budget=3
    )
    price = budget_price(data, solve_lp(data).x)
    assert dict(price.ruimer)[Stage.EERLIJKST] < 0 < dict(price.krapper)[Stage.EERLIJKST]
