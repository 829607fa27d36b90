"""The cohorts against every course there is, on tiny questions."""

import itertools
import random

from optimiser.koppelen.errors import UnsoundPlanError
from optimiser.koppelen.nareis.boeking import book_nareis
from optimiser.lp.koppelen.cohorten import Nareisverloop, Nareisvraag, Verblijf
from optimiser.lp.koppelen.nareis import solve_nareis

COA, TV, KLEIN, GEZIN = Verblijf


def tiny(rng):
    """Return two half-years with at most one or two of everything."""
    few = [tuple(rng.randint(0, 1) for _ in range(2)) for _ in range(4)]
    return Nareisvraag(*few, rng.randint(0, 1), rng.randint(2, 4), 1, verruimd=rng.random() < 0.5)


def every_course(vraag):
    """Yield every course of whole persons that the books accept."""
    places = [TV, KLEIN, *([GEZIN] if vraag.verruimd else [])]
    placed = [(c, place, c) for c in range(2) for place in places]
    moved = [(0, place, 1) for place in (COA, TV, KLEIN)]
    single = [(0, 0), (0, 1), (1, 1)]
    cells = [*placed, *moved, *single]
    for counts in itertools.product((0, 1), repeat=len(cells)):
        chosen = {cell: 1 for cell, n in zip(cells, counts, strict=True) if n}
        course = Nareisverloop(
            {key: 1 for key in placed if key in chosen},
            {key: 1 for key in moved if key in chosen},
            {key: 1 for key in single if key in chosen},
        )
        try:
            yield sum(one.coa for one in book_nareis(vraag, course))
        except UnsoundPlanError:
            continue


def test_no_course_keeps_fewer_at_coa_on_tiny_questions():
    rng = random.Random(6)
    for _ in range(12):
        vraag = tiny(rng)
        found = sum(one.coa for one in book_nareis(vraag, solve_nareis(vraag)))
        assert found == min(every_course(vraag)), vraag
