"""What gives way when limits contradict each other: groups last, and the lowest position first."""

from fractions import Fraction

import pytest

from optimiser.lp.diagnosis.diagnose import diagnose
from optimiser.problem import Block, Group, Limit, ModelInput


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
