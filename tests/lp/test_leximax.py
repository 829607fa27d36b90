"""Leximax as a sum: the highest load outweighs everything below it, like powers of a large base."""

from dataclasses import replace
from fractions import Fraction
from itertools import product
from random import Random

import pytest

from optimiser.lp.stages.leximax import Formal, LeximaxCost

BASE = 10**6


def worth(formal):
    """Return the sum with a power of a large base as ``W``; loads are whole numbers here."""
    return sum(count * BASE ** int(load) for load, count in formal.terms)


def drawn(count):
    draw = Random(8)
    return [
        Formal.of(
            {Fraction(draw.randint(0, 4)): draw.randint(-3, 3) for _ in range(draw.randint(0, 3))}
        )
        for _ in range(count)
    ]


def test_order_and_arithmetic_are_those_of_the_sums():
    for a, b in product(drawn(30), repeat=2):
        assert (a < b) is (worth(a) < worth(b))
        assert (a >= b) is (worth(a) >= worth(b))
        assert (a == b) is (worth(a) == worth(b))
        assert worth(a + b) == worth(a) + worth(b)
        assert worth(a - b) == worth(a) - worth(b)
        assert worth(a * -3) == -3 * worth(a)
    every = drawn(30)
    assert worth(sum(every)) == sum(map(worth, every))


def test_what_cancels_is_gone_and_the_highest_load_stands_first():
    one = Formal.of({Fraction(2): 1, Fraction(5): 2, Fraction(3): 0})
    assert one.terms == ((Fraction(5), Fraction(2)), (Fraction(2), Fraction(1)))
    assert one - one == Formal()
    assert one + Formal() == one + 0 == 0 + one == one


def test_a_sum_is_no_number():
    with pytest.raises(TypeError):
        Formal() + 1
    with pytest.raises(TypeError):
        Formal() < 1  # noqa: B015 - it is the comparison that is refused


def test_a_unit_takes_away_the_load_before_and_adds_the_load_after(mini):
    cost = LeximaxCost(mini)  # six, three, one and two to share a load
    # From twelve to thirteen persons over six: 2 becomes 13/6.
    assert cost.unit(0, 12) == Formal.of({Fraction(13, 6): 1, Fraction(2): -1})
    assert cost.unit(2, 0) == Formal.of({Fraction(1): 1, Fraction(0): -1})
    assert (cost.name, cost.breaks(0)) == ("piek", None)


def test_who_has_no_basis_has_no_load(mini):
    bare = replace(mini, basis=(Fraction(0), *mini.basis[1:]))
    assert LeximaxCost(bare).unit(0, 12) == Formal()
