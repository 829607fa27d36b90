"""Rounding against textbook tables, the old library and sums by head."""

from fractions import Fraction

import apportionment.methods as library
import pytest

from optimiser.errors import RoundingImpossibleError, UnknownRoundingError
from optimiser.rounding import METHODS, Bounds, round_shares, round_two_tiers
from optimiser.rounding.divisor import ADAMS, HILL, JEFFERSON, WEBSTER
from optimiser.teksten import melding_for

# Balinski & Young, Fair Representation (1982), appendix: six states, 36 seats.
WEIGHTS = [27_744, 25_178, 19_951, 14_610, 9_225, 3_292]
SEATS = {
    "adams": [10, 9, 7, 5, 3, 2],
    "hill": [10, 9, 7, 6, 3, 1],
    "webster": [10, 9, 8, 5, 3, 1],
    "jefferson": [11, 9, 7, 5, 3, 1],
    "hamilton": [10, 9, 7, 5, 4, 1],
}
LIBRARY = {
    "adams": "adams",
    "hill": "huntington",
    "webster": "saintelague",
    "jefferson": "dhondt",
    "hamilton": "hamilton",
}


def as_shares(weights):
    return {f"GM{i:04d}": Fraction(w, sum(weights)) for i, w in enumerate(weights, start=1)}


@pytest.mark.parametrize("method", SEATS)
def test_textbook_example(method):
    assert list(round_shares(as_shares(WEIGHTS), 36, method).persons.values()) == SEATS[method]


@pytest.mark.parametrize(("per_province", "total"), [(True, 5_000), (False, 500)])
@pytest.mark.parametrize("method", LIBRARY)
def test_agrees_with_the_apportionment_library_on_real_figures(
    method, per_province, total, gegevens
):
    people = gegevens.figures(2020).tabel["inwoners"]
    if per_province:
        people = people.groupby(gegevens.regios["provincie"].reindex(people.index)).sum()
    exact = {code: Fraction(int(n), int(people.sum())) for code, n in people.items()}
    theirs = library.compute(
        LIBRARY[method], people.tolist(), total, fractions=True, parties=list(people.index)
    )
    assert list(round_shares(exact, total, method).persons.values()) == theirs


def test_the_letter_of_the_law_does_not_close(thirds):
    rounded = round_shares(thirds, 10, "wettelijk_naar_boven")
    assert (list(rounded.persons.values()), rounded.difference) == ([4, 7], 1)


def test_half_up_need_not_close():
    halves = {c: Fraction(1, 2) for c in ("GM0001", "GM0002")}
    rounded = round_shares(halves, 3, "rekenkundig")
    assert (list(rounded.persons.values()), rounded.difference) == ([2, 2], 1)


@pytest.mark.parametrize("method", [m for m in METHODS if METHODS[m].closes])
def test_a_tie_is_listed_and_settled_by_code(method):
    halves = {c: Fraction(1, 2) for c in ("GM0002", "GM0001")}
    rounded = round_shares(halves, 3, method)
    assert rounded.persons == {"GM0002": 1, "GM0001": 2}
    (tie,) = rounded.ties
    assert (tie.gm_codes, tie.got, tie.by_code) == (("GM0001", "GM0002"), ("GM0001",), True)


def test_a_tie_between_unequal_gemeenten_goes_to_the_larger_open_claim():
    # Adams, shares 1/3 and 2/3: after 3 persons (1 and 2) both claim (1/3)/1 = (2/3)/2. Of the
    # fourth person the larger still lacks 2/3 x 4 - 2 = 2/3, the smaller 1/3 x 4 - 1 = 1/3.
    rounded = round_shares({"GM0001": Fraction(1, 3), "GM0002": Fraction(2, 3)}, 4)
    assert rounded.persons == {"GM0001": 1, "GM0002": 3}
    assert rounded.ties[0].by_code is False


def test_hamilton_shows_the_alabama_paradox():
    """Balinski & Young: with one seat more, the smallest gets one less."""
    weights = as_shares([6, 6, 2])
    ten = round_shares(weights, 10, "hamilton").persons
    eleven = round_shares(weights, 11, "hamilton").persons
    assert (ten["GM0003"], eleven["GM0003"]) == (2, 1)


def test_adams_can_break_the_upper_lower_quota_but_never_goes_below():
    # Quotas 8,7 and 1,3 (x1) ...: Adams may give the large less than its lower quota rounded up.
    weights = as_shares([870, 26, 26, 26, 26, 26])
    persons = round_shares(weights, 10).persons
    assert persons["GM0001"] == 5  # quota 8,7: far below, as Adams favours the small
    assert sum(persons.values()) == 10


@pytest.mark.parametrize("method", [m for m in METHODS if METHODS[m].closes])
def test_bounds_are_met_and_the_sum_still_closes(method):
    bounds = Bounds({"GM0006": 5}, {"GM0001": 6})
    persons = round_shares(as_shares(WEIGHTS), 36, method, bounds).persons
    assert sum(persons.values()) == 36
    assert persons["GM0001"] == 6
    assert persons["GM0006"] == 5


@pytest.mark.parametrize(
    ("bounds", "reason"),
    [
        (Bounds({"GM0001": 9}, {"GM0001": 3}), "boven het maximum voor GM0001"),
        (Bounds({"GM0001": 8, "GM0002": 8}, {}), "samen 16, meer dan het totaal van 10"),
        (Bounds({}, {"GM0001": 3, "GM0002": 3}), "samen 6, minder dan het totaal van 10"),
    ],
)
def test_impossible_bounds_are_told(thirds, bounds, reason):
    with pytest.raises(RoundingImpossibleError) as caught:
        round_shares(thirds, 10, "adams", bounds)
    assert reason in melding_for(caught.value).tekst
    assert caught.value.params["afronding"] == "adams"


def test_of_many_that_cross_five_are_named():
    codes = [f"GM{i:04d}" for i in range(1, 7)]
    bounds = Bounds(dict.fromkeys(codes, 2), dict.fromkeys(codes, 1))
    with pytest.raises(RoundingImpossibleError) as caught:
        round_shares({code: Fraction(1, 6) for code in codes}, 10, "adams", bounds)
    assert caught.value.params["reden"].endswith("GM0001, GM0002, GM0003, GM0004, GM0005")


@pytest.mark.parametrize("method", ["adams", "webster", "hamilton"])
def test_persons_only_for_gemeenten_without_a_share_are_refused(method):
    shares_ = {"GM0001": Fraction(1), "GM0002": Fraction(0)}
    with pytest.raises(RoundingImpossibleError) as caught:
        round_shares(shares_, 10, method, Bounds({}, {"GM0001": 3}))
    assert (
        "7 personen kunnen alleen naar gemeenten zonder aandeel" in melding_for(caught.value).tekst
    )
    assert caught.value.params["afronding"] == method


def test_an_unknown_method_and_a_negative_total_are_refused(thirds):
    with pytest.raises(UnknownRoundingError) as caught:
        round_shares(thirds, 10, "afkappen")
    assert caught.value.params == {"afronding": "afkappen", "bekend": list(METHODS)}
    with pytest.raises(RoundingImpossibleError) as refused:
        round_shares(thirds, -1, "webster")
    assert refused.value.params == {"afronding": "webster", "reden": "het totaal is negatief"}


@pytest.mark.parametrize("method", [ADAMS, WEBSTER, JEFFERSON, HILL])
def test_as_many_have_passed_a_threshold_as_there_are_claims_above_it(method):
    for share in (Fraction(1, 7), Fraction(3, 5), Fraction(1)):
        for threshold in (Fraction(1, 2), Fraction(1, 50), Fraction(1, 333)):
            above = sum(method.priority(share, n) > (0, threshold) for n in range(400))
            assert method.passed(share, threshold) == above


@pytest.mark.parametrize("method", METHODS)
def test_without_a_share_nobody_comes(method):
    shares_ = {"GM0001": Fraction(1), "GM0002": Fraction(0)}
    assert round_shares(shares_, 3, method).persons == {"GM0001": 3, "GM0002": 0}


def test_two_tiers_close_in_each_region():
    weights = as_shares(WEIGHTS)
    groups = {code: "AB"[i % 2] for i, code in enumerate(weights)}
    outer, inner = round_two_tiers(weights, groups, 36)
    for group, persons in outer.persons.items():
        assert sum(n for c, n in inner.persons.items() if groups[c] == group) == persons
    assert inner.difference == 0
