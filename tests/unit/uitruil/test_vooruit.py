"""Agreements for a half-year to come: what can be told, and how far ahead."""

import pytest

from optimiser.io.gegevens import read_embedded
from optimiser.scenario.scenario import Scenario
from optimiser.uitruil.toets.per_halfjaar import check_per_halfjaar, standen_of
from optimiser.uitruil.toets.vooruit import check_vooruit
from optimiser.uitruil.voorstel import Voorstel

ONE, TWO, THREE = "GM0001", "GM0002", "GM0003"


@pytest.fixture
def stand(stand_of):
    return stand_of()


def deal(halfjaar, *pairs):
    return Voorstel("A", halfjaar, pairs)


def codes(outcome):
    return [[found.code for found in one] for one in outcome.bevindingen]


@pytest.mark.parametrize(
    ("halfjaar", "mag"),
    [("2025-2", True), ("2030-1", True), ("2030-2", False), ("2025-1", False), ("2024-2", False)],
)
def test_ten_half_years_ahead_may_be_agreed_and_no_more(stand, halfjaar, mag):
    """The newest is 2025-1: 2030-1 is the tenth after it; what lies before has no figures."""
    known = {"2025-1": stand}
    one = deal(halfjaar, (ONE, -1), (TWO, 1))
    outcome = check_vooruit([one], halfjaar, "2025-1", known.get)
    assert outcome.mag is mag
    assert outcome.bekend is (stand if mag else None)
    if not mag:
        (found,) = outcome.bevindingen[0]
        assert (found.code, dict(found.feiten)) == (
            "halfjaar_te_ver",
            {"laatste": "2025-1", "vooruit": 10},
        )


def test_the_newest_situation_before_it_is_the_one_it_is_tested_against(stand):
    older = object()
    known = {"2024-2": older, "2025-1": stand}
    outcome = check_vooruit([], "2026-2", "2024-1", known.get)
    assert outcome.bekend is stand
    assert (outcome.halfjaar, outcome.voorstellen, outcome.mag) == ("2026-2", (), True)


def test_only_differences_are_tested_while_the_number_is_not_known(stand):
    deals = [
        deal("2026-1", (ONE, -90), (TWO, 90)),  # more than it has now: not known then
        deal("2026-1", (ONE, -2), (THREE, 1)),
    ]
    outcome = check_vooruit(deals, "2026-1", "2025-1", {"2025-1": stand}.get, deals[:1])
    assert codes(outcome) == [
        ["nog_niet_bekendgemaakt"],
        ["som_ongelijk", "provinciegrens", "nog_niet_bekendgemaakt"],
    ]
    assert outcome.bevindingen[0][0].feiten["halfjaar"] == "2026-1"
    assert dict(outcome.bindend) == {ONE: -90, TWO: 90}
    assert not outcome.mag


def test_each_half_year_is_tested_by_what_is_known_of_it(stand):
    deals = {
        "2025-1": [deal("2025-1", (ONE, -6), (TWO, 6))],
        "2026-1": [deal("2026-1", (ONE, 6), (TWO, -6))],
    }
    old = {
        "2025-1": [deal("2025-1", (TWO, 3), (THREE, -3))],
        "2026-1": [deal("2026-1", (TWO, 1), (THREE, -1))],
    }
    now, later = check_per_halfjaar(
        deals, {"2025-1": stand}.get, "2025-1", "last", lambda half: old.get(half, [])
    )
    assert (now.maat, now.na) == ("last", {ONE: 54, TWO: 39, THREE: 7})
    assert (later.halfjaar, later.bekend) == ("2026-1", stand)
    assert dict(later.bindend) == {TWO: 1, THREE: -1}
    plain, _ = check_per_halfjaar(deals, {"2025-1": stand}.get, "2025-1")
    assert (plain.maat, plain.na) == ("gelijkmatig", {ONE: 54, TWO: 36, THREE: 10})


def test_a_total_of_ones_own_holds_in_its_own_half_year_only():
    standen = standen_of(Scenario(halfjaar="2025-2", totaal=100), read_embedded())
    assert (standen("2025-2").totaal, standen("2021-1").totaal) == (100, 13_500)
    assert standen("2031-1") is None
