"""Couplings fixed by hand and bands: followed, or refused with what is wrong."""

from dataclasses import replace

import pytest

from optimiser.koppelen.errors import HardBandError, RegiobandError, VastzettingError
from optimiser.koppelen.plan import make_plan
from optimiser.koppelen.recheck import recheck_plan
from optimiser.koppelen.uitgangspunt import only
from optimiser.koppelen.uitleg.price import price_fixings
from optimiser.koppelen.vastzetting import Regioband, Vastzetting
from optimiser.lp.koppelen.area import Koppelstap
from optimiser.report.koppelen.recheck import price_lines
from optimiser.teksten import melding_for

#: The family of five in A's 5k: the other of the two exact plans of the hand example.
FIVE_IN_A = Vastzetting("GM0001", 5, "5k", 1, "afgesproken 12-9")


def cells(plan):
    return plan.koppelingen.set_index(["gm_code", "personen", "klasse"])["huishoudens"].to_dict()


def test_a_fixing_is_in_every_plan(vraag):
    for count in (1, 0):
        asked = replace(vraag, vast=(replace(FIVE_IN_A, aantal=count),))
        found = make_plan(asked)
        assert cells(found).get(("GM0001", 5, "5k"), 0) == count
        assert recheck_plan(found.koppelingen, asked) == ()


def test_the_question_of_one_area_keeps_its_own_fixings_only(vraag):
    band = Regioband("y", "R", ("GM0004",), 3, 1)
    asked = replace(vraag, vast=(FIVE_IN_A,), banden=(band,))
    assert only(asked, "x").vast == (FIVE_IN_A,)
    assert only(asked, "y").vast == ()
    assert only(asked, "y").banden == (band,)


def test_the_price_of_a_fixing_by_head(vraag):
    # The household of two in A: C keeps 3 of its 4 persons, and somebody else has one too many.
    dear = Vastzetting("GM0001", 2, "2k", 1, "wens van de gemeente")
    asked = replace(vraag, vast=(dear, FIVE_IN_A))
    first, second = price_fixings(make_plan(asked).koppelingen, asked)
    assert [(change.minst, change.meest) for change in first.veranderingen] == [
        (0, 0),
        (0, 0),
        (2, 2),
    ]
    assert not any(change.meest for change in second.veranderingen)
    names = vraag.gemeenten["gemeente"].to_dict()
    assert price_lines([first, second], names) == [
        "Vastgezet in A: 1 huishouden van 2 personen in 2k (wens van de gemeente). "
        "Prijs: 2 personen meer naast de taakstelling.",
        "Vastgezet in A: 1 huishouden van 5 personen in 5k (afgesproken 12-9). "
        "Prijs: geen, zonder deze vastzetting is het plan niet beter.",
    ]


def test_the_plan_before_stays_where_nothing_forces_a_change(vraag):
    before = make_plan(replace(vraag, vast=(FIVE_IN_A,))).koppelingen
    order = (*vraag.stappen, Koppelstap.VORIG_PLAN_GEVOLGD)
    after = make_plan(replace(vraag, vorig=before, stappen=order))
    assert after.koppelingen.equals(before)
    assert after.treden["x"][-1].waarde == 0


def test_the_recheck_misses_a_fixing_that_was_dropped(vraag):
    plan = make_plan(replace(vraag, vast=(FIVE_IN_A,))).koppelingen
    other = replace(vraag, vast=(replace(FIVE_IN_A, aantal=0),))
    assert recheck_plan(plan, other) == ("vast|GM0001 5 5k",)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"gm_code": "GM9999"}, "deze gemeente hoort niet bij deze vraag"),
        ({"klasse": "9k"}, "woningklassen zijn 1k, 2k"),
        ({"klasse": "3k"}, "daarin passen 2 tot en met 3 personen"),
        ({"aantal": -1}, "0 of meer en een reden"),
        ({"reden": " "}, "0 of meer en een reden"),
        ({"aantal": 2}, "er zijn daar 1 van deze woningen"),
        ({"personen": 7}, "er zijn 0 zulke huishoudens in x"),
    ],
)
def test_a_fixing_that_no_plan_can_hold_is_refused(vraag, change, told):
    with pytest.raises(VastzettingError) as caught:
        replace(vraag, vast=(replace(FIVE_IN_A, **change),))
    assert told in melding_for(caught.value).tekst


def test_the_same_fixing_twice_is_refused(vraag):
    with pytest.raises(VastzettingError) as caught:
        replace(vraag, vast=(replace(FIVE_IN_A, aantal=0), replace(FIVE_IN_A, aantal=0)))
    assert "twee keer" in melding_for(caught.value).tekst


def test_fixings_of_one_class_count_together(vraag):
    four = replace(FIVE_IN_A, personen=4)  # one 5k in A, asked twice
    with pytest.raises(VastzettingError):
        replace(vraag, vast=(FIVE_IN_A, four))


def test_a_hard_band_is_followed_and_a_soft_one_where_it_costs_no_place(vraag):
    single = Regioband("x", "Het Noorden", ("GM0002", "GM0004"), 1, 2, hard=True)
    asked = replace(vraag, banden=(single,))
    found = make_plan(asked)
    assert sum(n for (code, s, _), n in cells(found).items() if (code, s) == ("GM0002", 1)) == 2
    assert recheck_plan(found.koppelingen, asked) == ()
    soft = make_plan(
        replace(vraag, banden=(replace(single, personen=5, huishoudens=1, hard=False),))
    )
    assert ("GM0002", 5, "4k") in cells(soft)


def test_an_impossible_hard_band_names_region_and_size(vraag):
    # B holds one 1k, one 2k: two single persons, not three.
    band = Regioband("x", "Het Noorden", ("GM0002",), 1, 3, hard=True)
    with pytest.raises(HardBandError) as caught:
        make_plan(replace(vraag, banden=(band,)))
    assert "Het Noorden, 1 persoon: 1 te veel" in melding_for(caught.value).tekst


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"huishoudens": 5}, "er zijn 4 zulke huishoudens in x"),
        ({"huishoudens": 0}, "1 of meer"),
        ({"gm_codes": ("GM0004",)}, "geen gemeente van deze regio ligt in x"),
    ],
)
def test_a_band_that_cannot_be_is_refused(vraag, change, told):
    with pytest.raises(RegiobandError) as caught:
        replace(vraag, banden=(replace(Regioband("x", "R", ("GM0001",), 1, 1), **change),))
    assert told in melding_for(caught.value).tekst


def test_the_recheck_misses_a_hard_band_that_was_dropped(vraag):
    plan = make_plan(vraag).koppelingen
    band = Regioband("x", "Het Noorden", ("GM0002",), 2, 1, hard=True)
    # The household of two fits only where the 2k is not taken by a single person: in A or C.
    where = plan.loc[(plan["personen"] == 2), "gm_code"].tolist()
    assert where == ["GM0003"]
    assert "band|Het Noorden 2" in recheck_plan(plan, replace(vraag, banden=(band,)))
