"""What a party would like: better and not worse, against trying every number."""

from dataclasses import replace
from fractions import Fraction

import pytest

from optimiser.uitruil.errors import UnknownMeasureError
from optimiser.uitruil.toets.core import Party, blocking_group
from optimiser.uitruil.toets.measures import Oordeel, Streven, Voorkeur, find_maat, strevens

HALVES = [Fraction(n, 2) for n in range(12)]


@pytest.mark.parametrize("eenzijdig", [True, False])
@pytest.mark.parametrize("doel", HALVES)
def test_better_and_not_worse_are_all_numbers_that_cost_less_and_no_more(doel, eenzijdig):
    streven = Streven(doel, eenzijdig)
    for persons in range(9):
        cost = streven.cost(persons)
        fine = [n for n in range(40) if streven.cost(n) <= cost]
        less = [n for n in range(40) if streven.cost(n) < cost]
        assert streven.not_worse(persons) == (fine[0], fine[-1])
        assert streven.better(persons) == ((less[0], less[-1]) if less else None)


def test_nearer_is_better_and_as_near_on_the_other_side_is_equal():
    streven = Streven(Fraction(30), eenzijdig=False)
    assert streven.oordeel(36, 34) is Oordeel.BETER
    assert streven.oordeel(36, 24) is Oordeel.GELIJK
    assert streven.oordeel(36, 37) is Oordeel.SLECHTER


def test_what_each_measure_asks_of_a_party(stand_of):
    parties = stand_of({"GM0001": {"kan": 55}}).gemeenten
    # The load: nobody at all is best.
    assert set(strevens(parties, Voorkeur.LAST).values()) == {Streven(Fraction(0), True)}
    # The key: the exact share, and either side of it is away from it.
    assert strevens(parties, Voorkeur.SLEUTEL) == {
        code: Streven(Fraction(share), eenzijdig=False)
        for code, share in zip(parties, (60, 30, 10), strict=True)
    }
    # The shortage: what it can house, and only who said so.
    assert strevens(parties, Voorkeur.TEKORT) == {"GM0001": Streven(Fraction(55), True)}


def test_in_proportion_to_dwellings_is_not_available_when_one_party_has_no_figure(stand_of):
    parties = dict(stand_of().gemeenten)
    # 10 and 5 corporation dwellings: of their 90 persons 60 and 30.
    two = {code: parties[code] for code in ("GM0001", "GM0002")}
    assert [one.doel for one in strevens(two, Voorkeur.GELIJKMATIG).values()] == [60, 30]
    unknown = two | {"GM0003": replace(parties["GM0003"], vrijgekomen=None)}
    assert strevens(unknown, Voorkeur.GELIJKMATIG) == {}
    nothing = {"GM0003": replace(parties["GM0003"], vrijgekomen=Fraction(0))}
    assert strevens(nothing, Voorkeur.GELIJKMATIG) == {}


def test_an_unknown_measure_is_told_with_those_that_exist():
    with pytest.raises(UnknownMeasureError) as caught:
        find_maat("eerlijk")
    assert caught.value.params == {
        "maat": "eerlijk",
        "bekend": ["gelijkmatig", "tekort", "sleutel", "last"],
    }


def wants(doel):
    return Streven(Fraction(doel), eenzijdig=False)


def three_that_need_each_other():
    """Return one that hands over four or nothing, and two that can take two each."""
    return [Party(9, 9, 5, 5, wants(5)), Party(3, 3, 3, 5, wants(5)), Party(3, 3, 3, 5, wants(5))]


def test_the_smallest_group_that_does_better_is_named_before_an_earlier_larger_one():
    assert blocking_group([*three_that_need_each_other(), Party(5, 5, 5, 5, wants(5))]) == (0, 1, 2)
    # The fourth has two too many, so the second can do with it alone.
    assert blocking_group([*three_that_need_each_other(), Party(7, 7, 5, 7, wants(5))]) == (1, 3)


def test_all_parties_together_are_no_group_that_leaves_the_agreement():
    assert blocking_group(three_that_need_each_other()) is None


def test_who_must_take_just_what_the_other_hands_over_still_makes_a_group():
    # A has two too many and B two too few; C is where it wants to be and takes nothing.
    parties = [
        Party(7, 7, 5, 7, wants(5)),
        Party(3, 3, 3, 5, wants(5)),
        Party(5, 5, 5, 5, wants(5)),
    ]
    assert blocking_group(parties) == (0, 1)


def test_who_accepts_nothing_is_in_no_group():
    # B may have at most 2 and the agreement leaves it 4, just what it wants.
    stuck = Party(4, 4, 0, 2, wants(4))
    parties = [Party(7, 7, 0, None, wants(5)), stuck, Party(5, 5, 5, 5, wants(5))]
    assert blocking_group(parties) is None


def test_who_accepts_nothing_does_not_stretch_what_others_may():
    # A would go back to seven alone; the others have a ceiling below what they are content with.
    stuck = [Party(4, 4, 0, 2, wants(4)), Party(5, 5, 0, 4, wants(5))]
    assert blocking_group([Party(7, 1, 0, None, wants(7)), *stuck]) is None


@pytest.mark.parametrize(("count", "tested"), [(16, True), (17, False)])
def test_sixteen_parties_are_tested_and_not_one_more(count, tested):
    parties = [Party(1, 1, 0, None, wants(1))] * count
    if tested:
        assert blocking_group(parties) is None
    else:
        with pytest.raises(ValueError, match="at most 16"):
            blocking_group(parties)
