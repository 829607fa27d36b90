"""The cohorts against every course there is, on tiny questions."""

import itertools
import random

import pytest

from optimiser.koppelen.errors import UnsoundPlanError
from optimiser.koppelen.nareis.boeking import book_nareis
from optimiser.lp.koppelen.cohorten import Nareisverloop, Nareisvraag, Verblijf
from optimiser.lp.koppelen.nareis import solve_nareis

COA, TV, KLEIN, GEZIN = Verblijf


def short(rng):
    """Return two half-years with at most one of everything."""
    few = [tuple(rng.randint(0, 1) for _ in range(2)) for _ in range(4)]
    return Nareisvraag(*few, rng.randint(0, 1), rng.randint(2, 4), 1, verruimd=rng.random() < 0.5)


def long(rng):
    """Return three half-years of who waits for family, without small dwellings, relaxed."""
    few = [tuple(rng.randint(0, 1) for _ in range(3)) for _ in range(2)]
    none = (0, 0, 0)
    return Nareisvraag(none, few[0], none, few[1], rng.randint(0, 1), rng.randint(2, 4), 1, True)


def every_course(vraag):
    """Yield the person-half-years at COA of every course that the books accept."""
    places = [TV, *([KLEIN] if any(vraag.klein) else []), *([GEZIN] if vraag.verruimd else [])]
    halfjaren = range(vraag.halfjaren)
    pairs = [(c, t) for c in halfjaren for t in halfjaren if t >= c]
    placed = [(c, place, c) for c in halfjaren for place in places if vraag.wachtenden[c]]
    moved = [(c, o, t) for c, t in pairs if t > c for o in (COA, *places) if vraag.wachtenden[c]]
    moved = [cell for cell in moved if cell[1] is not GEZIN and vraag.gezin[cell[2]]]
    single = [(c, t) for c, t in pairs if vraag.alleenstaanden[c]]
    cells = [*placed, *moved, *single]
    for counts in itertools.product((0, 1), repeat=len(cells)):
        chosen = {cell for cell, n in zip(cells, counts, strict=True) if n}
        parts = [{key: 1 for key in part if key in chosen} for part in (placed, moved, single)]
        try:
            yield sum(one.coa for one in book_nareis(vraag, Nareisverloop(*parts)))
        except UnsoundPlanError:
            continue


@pytest.mark.parametrize("tiny", [short, long])
def test_no_course_keeps_fewer_at_coa_on_tiny_questions(tiny):
    rng = random.Random(6)
    for _ in range(12):
        vraag = tiny(rng)
        found = sum(one.coa for one in book_nareis(vraag, solve_nareis(vraag)))
        assert found == min(every_course(vraag)), vraag


def test_among_equals_who_is_longest_without_a_family_is_placed():
    # One small dwelling, in the second half-year. The family of the first is there in the third,
    # that of the second only in the fourth.
    vraag = Nareisvraag((0,) * 4, (1, 1, 0, 0), (0, 1, 0, 0), (0,) * 4, 0, 3, duur=2)
    assert solve_nareis(vraag).geplaatst == {(1, KLEIN, 1): 1}


def test_a_place_is_taken_before_a_dwelling_that_would_be_used_twice():
    vraag = Nareisvraag((0, 0), (1, 0), (1, 0), (0, 0), 1, 3, duur=1)
    assert solve_nareis(vraag).geplaatst == {(0, TV, 0): 1}


def test_what_is_left_open_goes_to_who_came_first():
    waiting = Nareisvraag((0,) * 3, (1, 1, 0), (0, 1, 0), (0,) * 3, 0, 3, duur=5)
    assert solve_nareis(waiting).geplaatst == {(0, KLEIN, 1): 1}
    alone = Nareisvraag((1, 1, 0), (0,) * 3, (0, 1, 0), (0,) * 3, 0, 3, duur=5)
    assert solve_nareis(alone).definitief == {(0, 1): 1}
