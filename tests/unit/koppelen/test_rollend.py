"""Month by month: draws, books that close, and ways of coupling on tiny areas."""

from dataclasses import replace

import pytest

from optimiser.koppelen.errors import RollendError, UnsoundPlanError
from optimiser.koppelen.rollend.beleid import Beleid, Knoppen, run_halfjaar
from optimiser.koppelen.rollend.staat import Huisvesting, require_closed
from optimiser.koppelen.rollend.trekking import (
    MAANDEN,
    Huishouden,
    Trekking,
    _poisson,
    draw_halfjaar,
)
from optimiser.koppelen.rollend.vergelijking import compare_rollend, measure, measure_achteraf
from optimiser.lp.koppelen.area import Koppelgebied

AREA = Koppelgebied(
    "klein",
    ("GM0001", "GM0002", "GM0003"),
    (14, 9, 6),
    (9_000,) * 3,
    {1: 12, 2: 3, 4: 1, 7: 1},
    ((1, 2), (2, 4), (4, 8)),
    ((3, 1, 1), (2, 2, 0), (2, 0, 0)),
)
KNOPPEN = Knoppen()
EMPTY = ((0,) * 3,) * 3


def bare(household, homes, first=EMPTY):
    """Return a half-year with one household in the first month."""
    months = ((household,), *(((),) * (MAANDEN - 1)))
    return Trekking(months, (first, *((homes,) * (MAANDEN - 1))))


@pytest.fixture(scope="module")
def found():
    return compare_rollend(AREA, 7, 2, KNOPPEN, (1.0, 10.0))


def test_the_same_seed_gives_the_same_and_another_does_not(found):
    poule = found.beleid[list(Beleid).index(Beleid.POULE)]
    again = run_halfjaar(AREA, draw_halfjaar(AREA, 7, 1), Beleid.POULE, KNOPPEN)
    assert measure(again) == poule.trekkingen[1]
    assert draw_halfjaar(AREA, 8, 0) != draw_halfjaar(AREA, 7, 0) != draw_halfjaar(AREA, 7, 1)


def test_no_way_houses_more_than_hindsight(found):
    assert {way.beleid for way in found.beleid} == set(Beleid)
    for way in (*found.beleid, *found.afweging):
        for one, most in zip(way.trekkingen, found.achteraf, strict=True):
            assert 0 < one.gehuisvest <= most + 1e-12


def test_together_houses_at_least_as_many_as_taakstelling_alone(found):
    means = {way.beleid: way.gemiddeld.gehuisvest for way in found.beleid}
    assert means[Beleid.TAAKSTELLING] < means[Beleid.AANBOD]
    assert means[Beleid.AANBOD] <= means[Beleid.MAAND] + 0.05


def test_less_weight_on_housing_brings_less_deviation(found):
    first, last = found.afweging
    assert (first.gewicht, last.gewicht) == (1.0, 10.0)
    assert first.gemiddeld.afwijking <= last.gemiddeld.afwijking


@pytest.mark.parametrize("beleid", Beleid)
def test_without_dwellings_nobody_is_housed(beleid):
    area = replace(AREA, woningen=EMPTY)
    drawn = draw_halfjaar(area, 1, 0)
    staat = run_halfjaar(area, drawn, beleid, KNOPPEN)
    require_closed(staat)
    assert measure(staat).gehuisvest == 0
    assert measure_achteraf(area, drawn) == 0
    assert sum(staat.gekoppeld) == sum(AREA.taakstelling)  # everybody is coupled all the same


@pytest.mark.parametrize("beleid", Beleid)
def test_nobody_is_housed_twice_and_everybody_is_somewhere(beleid):
    staat = run_halfjaar(AREA, draw_halfjaar(AREA, 3, 0), beleid, KNOPPEN)
    housed = [one.huishouden.nummer for one in staat.gehuisvest]
    waiting = [one.nummer for own in staat.wachtrij for one in own]
    assert sorted(housed + waiting) == list(range(17))
    assert staat.poule == []


def test_supply_leads_where_taakstelling_alone_does_not_look():
    # A dwelling stands in the second gemeente; the first one asks most by the order of codes.
    one = Huishouden(0, 0, 1)
    free = bare(one, EMPTY, ((0, 0, 0), (1, 0, 0), (0, 0, 0)))
    blind = run_halfjaar(AREA, free, Beleid.TAAKSTELLING, KNOPPEN)
    assert blind.wachtrij[0] == [one]
    assert run_halfjaar(AREA, free, Beleid.AANBOD, KNOPPEN).gehuisvest == [
        Huisvesting(one, 1, 0, 0)
    ]


def test_who_waits_in_a_gemeente_gets_its_next_dwelling():
    one = Huishouden(0, 0, 1)
    later = bare(one, ((1, 0, 0), (0, 0, 0), (0, 0, 0)))
    staat = run_halfjaar(AREA, later, Beleid.TAAKSTELLING, KNOPPEN)
    assert staat.gehuisvest == [Huisvesting(one, 0, 0, 1)]


def test_the_pool_waits_a_month_for_a_dwelling_elsewhere():
    # A dwelling comes in the third gemeente in the second month; the batch has coupled by then.
    one = Huishouden(0, 0, 7)
    area = replace(AREA, taakstelling=(7, 0, 0))
    later = bare(one, ((0, 0, 0), (0, 0, 0), (0, 0, 1)))
    assert run_halfjaar(area, later, Beleid.MAAND, KNOPPEN).wachtrij[0] == [one]
    assert run_halfjaar(area, later, Beleid.POULE, KNOPPEN).gehuisvest == [
        Huisvesting(one, 2, 2, 1)
    ]


def test_books_that_do_not_close_are_refused():
    def staat():
        return run_halfjaar(AREA, draw_halfjaar(AREA, 3, 0), Beleid.AANBOD, KNOPPEN)

    require_closed(staat())
    twice, moved, lost, small = staat(), staat(), staat(), staat()
    twice.gehuisvest.append(twice.gehuisvest[0])
    moved.gekoppeld[0] += 1
    lost.trekking = replace(lost.trekking, woningen=(EMPTY,) * MAANDEN)
    small.gehuisvest[0] = replace(small.gehuisvest[0], klasse=2 - small.gehuisvest[0].klasse)
    for wrong in (twice, moved, lost, small):
        with pytest.raises(UnsoundPlanError):
            require_closed(wrong)


class Half:
    """A random number of one half, each time."""

    def random(self):
        return 0.5


def test_a_poisson_draw_inverts_the_distribution():
    # P(0) = 0,37 and P(0 or 1) = 0,74 at mean 1; P(0) = 0,61 at mean 1/2.
    assert [_poisson(Half(), mean) for mean in (0, 0.5, 1)] == [0, 0, 1]


def test_an_area_without_anybody_is_refused():
    with pytest.raises(RollendError):
        draw_halfjaar(replace(AREA, huishoudens={1: 0}), 1, 0)
