"""What gives way when limits contradict each other: groups last, and the lowest position first."""

from dataclasses import replace
from fractions import Fraction

import pytest

from optimiser.lp.diagnosis.diagnose import diagnose
from optimiser.problem import Block, Group, Limit, ModelInput, Stage


def locked(*persons, total, groups=()):
    """Each gemeente is fixed on a number; together they do not make the total."""
    n = len(persons)
    doel = (total, *(0,) * (n - 1))
    return ModelInput(
        gm_codes=tuple(f"GM{i:04d}" for i in range(n)),
        doel=doel,
        exact=tuple(Fraction(total, n) for _ in persons),
        basis=(Fraction(1),) * n,
        limits=tuple(Limit(Block.VAST, i, lower=p, upper=p) for i, p in enumerate(persons)),
        groups=groups,
        total=total,
    )


@pytest.mark.parametrize("solver", ["highs"])
def test_of_equal_amounts_the_lowest_position_gives_way(solver):
    found = diagnose(locked(4, 4, 4, total=14), solver)
    assert [(c.position, c.erboven) for c in found.conflicts] == [(0, 2)]
    assert found.x == (6, 4, 4)


def test_a_floor_gives_way_at_the_lowest_position_too():
    found = diagnose(locked(4, 4, 4, total=10))
    assert [(c.position, c.eronder) for c in found.conflicts] == [(0, 2)]


def test_a_group_is_spared_where_a_limit_can_give_way():
    # The group must hold 9, its two gemeenten are fixed on 4: one of them holds 5.
    groups = (Group("A", (0, 1), 9, 9),)
    found = diagnose(locked(4, 4, 5, total=14, groups=groups))
    assert {c.soort for c in found.conflicts} == {"gemeente"}
    assert found.x == (5, 4, 5)


def test_what_a_group_holds_too_much_is_not_a_person_without_a_place():
    # The inner group holds 100 and the outer, which contains it, 95: only sums contradict.
    doel = (50, 50, 0)
    data = ModelInput(
        gm_codes=("GM0001", "GM0002", "GM0003"), doel=doel, exact=tuple(map(Fraction, doel)),
        basis=(Fraction(1),) * 3, limits=(), total=100,
        groups=(Group("buiten", (0, 1, 2), 95, 95), Group("binnen", (0, 1), 100, 100)),
    )  # fmt: skip
    found = diagnose(data)
    assert [(c.soort, c.erboven) for c in found.conflicts] == [("groep", 5)]
    assert found.tekort == 0
    assert found.tekort_in((0, 1, 2)) == 0


def problem(*rows, total, groups, **changes):
    """Write ``(doel, fixed)`` per gemeente, None where it is free."""
    doel = tuple(t for t, _ in rows)
    return ModelInput(
        gm_codes=tuple(f"GM{i:04d}" for i in range(len(rows))),
        doel=doel,
        exact=tuple(map(Fraction, doel)),
        basis=(Fraction(1),) * len(rows),
        limits=tuple(Limit(Block.VAST, i, n, n) for i, (_, n) in enumerate(rows) if n is not None),
        groups=groups,
        total=total,
        **changes,
    )


def test_one_limit_that_serves_two_groups_gives_way_before_two_limits():
    # The first two and the fourth are fixed on one; either group asks for three.
    groups = (Group("A", (0, 3), 3, 3), Group("B", (1, 3), 3, 3))
    data = problem((1, 1), (1, 1), (7, None), (1, 1), total=10, groups=groups)
    found = diagnose(data)
    assert [(c.position, c.erboven) for c in found.conflicts] == [(3, 1)]
    assert found.tekort == 1


def test_a_limit_gives_way_as_far_as_it_must_and_no_further():
    # Two are fixed on four and two, their group asks eight at least: two more for the first, though
    # its share is far above that.
    groups = (Group("A", (0, 1), 8, 20),)
    found = diagnose(problem((20, 4), (2, 2), (8, None), total=30, groups=groups))
    assert found.x == (6, 2, 22)
    # And down: fixed on twenty and two, at most eighteen together.
    groups = (Group("A", (0, 1), 0, 18),)
    found = diagnose(problem((2, 20), (2, 2), (26, None), total=30, groups=groups))
    assert found.x == (16, 2, 12)


def test_nobody_at_all_is_a_number_that_may_stay():
    found = diagnose(locked(4, 0, total=6))
    assert found.x == (6, 0)
    assert [(c.position, c.erboven) for c in found.conflicts] == [(0, 2)]


@pytest.mark.parametrize(("asked", "over", "under"), [(95, 5, 0), (105, 0, 5)])
def test_a_group_that_cannot_hold_what_it_must_is_named_with_how_many(asked, over, under):
    groups = (Group("binnen", (0, 1), 100, 100), Group("alles", (0, 1, 2), asked, asked))
    found = diagnose(problem((50, None), (50, None), (0, None), total=100, groups=groups))
    told = [(c.soort, c.position, c.erboven, c.eronder) for c in found.conflicts]
    assert told == [("groep", 1, over, under)]


def test_a_budget_of_persons_moved_does_not_add_to_the_shortage():
    # Sixty and thirty may be housed as fifty and twenty-eight: twelve short, wherever they are.
    limits = (Limit(Block.PLAFOND, 0, upper=50), Limit(Block.PLAFOND, 1, upper=28))
    base = problem((60, None), (30, None), total=90, groups=())
    assert diagnose(replace(base, limits=limits, budget=0)).tekort == 12


def test_over_crossing_groups_a_peak_among_the_aims_does_not_matter():
    groups = (Group("A", (0, 1), 90, 90), Group("B", (1, 2), 40, 40))
    limits = (Limit(Block.PLAFOND, 0, upper=50), Limit(Block.PLAFOND, 1, upper=28))
    base = problem((60, None), (30, None), (10, None), total=100, groups=groups)
    found = diagnose(replace(base, limits=limits, stages=(Stage.LAAGSTE_PIEK, Stage.EERLIJKST)))
    assert (found.tekort, found.x) == (12, (60, 30, 10))


def test_a_sum_gives_way_as_far_as_it_must_and_no_further():
    # Two hold a hundred, and with the third ninety-five at most: five too many, not more, though
    # the third would like ten and the fourth nothing.
    groups = (Group("wijd", (0, 1, 2), 0, 95), Group("nauw", (0, 1), 100, 100))
    rows = ((50, None), (50, None), (10, None), (0, None))
    found = diagnose(problem(*rows, total=110, groups=groups))
    assert [(c.soort, c.position, c.erboven) for c in found.conflicts] == [("groep", 0, 5)]
    assert found.x[2:] == (0, 10)
    # And down: the two hold ten, with the third fifteen at least, though it would like nothing.
    groups = (Group("wijd", (0, 1, 2), 15, 99), Group("nauw", (0, 1), 10, 10))
    rows = ((5, None), (5, None), (0, 2), (98, None))
    found = diagnose(problem(*rows, total=108, groups=groups))
    assert [(c.soort, c.position, c.erboven) for c in found.conflicts] == [("gemeente", 2, 3)]
