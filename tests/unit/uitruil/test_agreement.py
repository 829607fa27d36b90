"""An agreement is two or more gemeenten and a sum of zero; anything else cannot exist."""

from dataclasses import replace

import numpy as np
import pytest

from optimiser.uitruil.agreement import Overeenkomst, Termijn, Vorm, overeenkomst, wederkerig
from optimiser.uitruil.errors import InvalidAgreementError, StatusChangeError, UnequalSumError
from optimiser.uitruil.positions import balance, open_positions
from optimiser.uitruil.states import FOLLOWS, Status, require_step


def test_ten_thousand_random_sums_other_than_zero_are_refused():
    random = np.random.default_rng(29)
    refused = 0
    for _ in range(10_000):
        size = int(random.integers(2, 9))
        changes = [int(n) or 1 for n in random.integers(-300, 301, size)]
        if sum(changes) == 0:
            changes[0] += 1 if changes[0] != -1 else -1
        parties = {f"GM{i:04}": n for i, n in enumerate(changes)}
        with pytest.raises(UnequalSumError) as caught:
            overeenkomst("Ruil", "2025-2", parties)
        refused += caught.value.params["verschil"] == sum(changes)
    assert refused == 10_000


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"GM0003": 5}, "minder dan twee"),
        ({"GM0003": 5, "GM0010": -5, "GM0014": 0}, "nul of geen geheel"),
        ({"GM0003": 5.0, "GM0010": -5.0}, "nul of geen geheel"),
        ({"GM0003": True, "GM0010": -1}, "nul of geen geheel"),
        ({"0003": 5, "GM0010": -5}, "geen gemeentecode"),
    ],
)
def test_what_is_no_agreement_says_why(changes, reason):
    with pytest.raises(InvalidAgreementError) as caught:
        overeenkomst("Ruil", "2025-2", changes)
    assert reason in str(caught.value.params["reden"])


def test_a_name_must_fit_on_a_line():
    for naam in ("", "  ", "x" * 81, "regel\nregel"):
        with pytest.raises(InvalidAgreementError):
            overeenkomst(naam, "2025-2", {"GM0003": 1, "GM0010": -1})


def test_the_longest_name_fits_and_a_longer_one_is_told_by_its_start():
    assert overeenkomst("x" * 80, "2025-2", {"GM0003": 1, "GM0010": -1}).naam == "x" * 80
    for naam, told, reason in (
        ("x" * 81, "x" * 20, "langer dan 80"),
        ("een regel\nen nog een regel", "een regel\nen nog een", "regeleinde"),
        ("", "", "de naam is leeg"),
    ):
        with pytest.raises(InvalidAgreementError) as caught:
            overeenkomst(naam, "2025-2", {"GM0003": 1, "GM0010": -1})
        assert caught.value.params["naam"] == told
        assert reason in caught.value.params["reden"]


def test_an_agreement_without_a_half_year_or_with_one_twice_is_refused():
    now = Termijn("2025-2", (("GM0003", 5), ("GM0010", -5)))
    for terms, reason in (((), "geen halfjaar"), ((now, now), "dubbel voor")):
        with pytest.raises(InvalidAgreementError) as caught:
            Overeenkomst("Ruil", terms)
        assert reason in caught.value.params["reden"]
        assert caught.value.params["naam"] == "Ruil"


def test_codes_ascend_and_occur_once():
    for pairs in ((("GM0010", -5), ("GM0003", 5)), (("GM0003", 5), ("GM0003", -5))):
        with pytest.raises(InvalidAgreementError) as caught:
            Overeenkomst("Ruil", (Termijn("2025-2", pairs),))
        assert "dubbel" in caught.value.params["reden"]


def test_a_sum_other_than_zero_is_told_with_its_half_year():
    with pytest.raises(UnequalSumError) as caught:
        overeenkomst("Ruil", "2025-2", {"GM0003": 5, "GM0010": -3})
    assert caught.value.params == {"naam": "Ruil", "halfjaar": "2025-2", "verschil": 2}


def test_two_half_years_must_ascend():
    now = Termijn("2025-2", (("GM0003", 5), ("GM0010", -5)))
    with pytest.raises(InvalidAgreementError):
        Overeenkomst("Ruil", (now, replace(now, halfjaar="2025-1")))


def test_every_half_year_has_its_own_numbers_and_sums_to_zero():
    now = Termijn("2025-2", (("GM0003", 5), ("GM0010", -2), ("GM0014", -3)))
    part = Termijn("2026-1", (("GM0003", -2), ("GM0014", 2)))
    deal = Overeenkomst("Ruil", (now, part))
    assert deal.partijen == ("GM0003", "GM0010", "GM0014")
    assert balance(deal, ["2025-2", "2026-1"]) == {"GM0003": 3, "GM0010": -2, "GM0014": -1}
    with pytest.raises(UnequalSumError):
        Overeenkomst("Ruil", (now, Termijn("2026-1", (("GM0003", -2), ("GM0014", 3)))))


def test_a_two_way_agreement_stays_open_until_the_last_half_year_is_done():
    deal = wederkerig("Ruil", "2025-2", "2026-1", {"GM0003": 5, "GM0010": -5})
    assert deal.vorm is Vorm.WEDERKERIG
    assert balance(deal, ["2025-2"]) == {"GM0003": 5, "GM0010": -5}
    (left,) = open_positions(deal, ["2025-2"], current="2026-2")
    assert (left.termijn.halfjaar, left.achterstallig) == ("2026-1", True)
    assert open_positions(deal, ["2025-2", "2026-1"]) == ()


def test_an_open_half_year_is_overdue_only_when_it_is_over():
    deal = wederkerig("Ruil", "2025-2", "2026-1", {"GM0003": 5, "GM0010": -5})
    assert deal.personen == 10
    for current, late in (
        (None, [False, False]),
        ("2025-2", [False, False]),
        ("2026-1", [True, False]),
        ("2026-2", [True, True]),
    ):
        found = open_positions(deal, [], current)
        assert [one.achterstallig for one in found] == late
        assert [one.naam for one in found] == ["Ruil", "Ruil"]


def test_what_is_kept_of_an_agreement_is_plain():
    deal = overeenkomst("Ruil", "2025-2", {"GM0010": -5, "GM0003": 5})
    plain = {
        "naam": "Ruil",
        "verband": "",
        "termijnen": [{"halfjaar": "2025-2", "verschillen": {"GM0003": 5, "GM0010": -5}}],
    }
    assert deal.to_plain() == plain
    assert Overeenkomst.from_plain({k: v for k, v in plain.items() if k != "verband"}) == deal
    named = Overeenkomst.from_plain(plain | {"verband": "Twente"})
    assert (named.verband, named.vorm, named.personen) == ("Twente", Vorm.OVERDRACHT, 5)


def test_an_agreement_survives_being_written_and_read():
    deal = wederkerig("Ruil", "2025-2", "2026-1", {"GM0003": 5, "GM0010": -2, "GM0014": -3})
    assert Overeenkomst.from_plain(deal.to_plain()) == deal


def test_only_the_next_step_may_be_taken():
    allowed = {
        (a, b)
        for a in Status
        for b in Status
        if not _refused(a, b)
    }  # fmt: skip
    assert allowed == {(a, b) for a in Status for b in FOLLOWS[a]}
    assert not FOLLOWS[Status.VERWERKT]
    assert not FOLLOWS[Status.VERVALLEN]


def test_a_step_that_is_refused_names_those_that_may_be_taken():
    with pytest.raises(StatusChangeError) as caught:
        require_step("Ruil", Status.CONCEPT, Status.GEMELD)
    assert caught.value.params == {
        "naam": "Ruil",
        "van": "concept",
        "naar": "gemeld",
        "mag": ["akkoord", "vervallen"],
    }
    with pytest.raises(StatusChangeError) as caught:
        require_step("Ruil", Status.VERWERKT, Status.VERVALLEN)
    assert caught.value.params["mag"] == ["geen enkele stap"]


def _refused(now, wanted):
    try:
        require_step("Ruil", now, wanted)
    except StatusChangeError:
        return True
    return False
