"""A joint tussenvoorziening: the numbers on paper are those the optimiser counts."""

import pytest

from optimiser.errors import ScenarioGemeenteError
from optimiser.register.chain import to_text
from optimiser.scenario.scenario import Scenario
from optimiser.uitruil.agreement import Overeenkomst, overeenkomst
from optimiser.uitruil.errors import InvalidAgreementError
from optimiser.uitruil.plekken import to_plekken, with_facilities
from optimiser.uitruil.toets.beginstand import make_beginstand
from optimiser.uitruil.voorziening import Voorziening

ASSEN, EMMEN = "GM0106", "GM0114"
HAVEN = Voorziening("De Haven", EMMEN, "2025-2", 4, ((ASSEN, 12), (EMMEN, 8)))
DOEL = {ASSEN: 50, EMMEN: 79, "GM0014": 175}
DEAL = overeenkomst("Ruil", "2025-2", {ASSEN: 5, EMMEN: -5})


def facility(**changes):
    fields = {
        "naam": "De Haven", "gemeente": EMMEN, "opening": "2025-2", "halfjaren": 4,
        "verdeling": ((ASSEN, 12), (EMMEN, 8)),
    }  # fmt: skip
    return Voorziening(**fields | changes)


def test_an_agreement_with_a_facility_survives_the_register_and_one_without_is_as_before():
    (deal,) = with_facilities([DEAL], [to_plekken(HAVEN)], DOEL)
    assert deal.voorzieningen == (HAVEN,)
    assert Overeenkomst.from_plain(deal.to_plain()) == deal
    assert "voorzieningen" not in to_text(DEAL)


def test_its_places_raise_what_a_gemeente_can_house_by_those_that_count_for_it(gegevens):
    limit = {"maximum_aandeel": "0.1"}
    without = make_beginstand(Scenario(halfjaar="2025-2", capaciteit=limit), gegevens)
    places = {"plekken": [to_plekken(HAVEN).model_dump()]}
    with_it = make_beginstand(Scenario(halfjaar="2025-2", capaciteit=limit | places), gegevens)
    gained = {c: g.kan - without.gemeenten[c].kan for c, g in with_it.gemeenten.items()}
    assert {code: n for code, n in gained.items() if n} == {ASSEN: 12, EMMEN: 8}


def test_a_facility_of_others_is_not_part_of_the_agreement():
    other = Voorziening("Elders", None, "2025-2", 2, (("GM0014", 1), (ASSEN, 1)))
    assert with_facilities([DEAL], [to_plekken(other)], DOEL)[0].voorzieningen == ()
    with pytest.raises(InvalidAgreementError):
        Overeenkomst("Ruil", DEAL.termijnen, "", (other,))


@pytest.mark.parametrize(
    "wrong",
    [
        {"naam": " "},
        {"gemeente": "Emmen"},
        {"halfjaren": 0},
        {"halfjaren": True},
        {"verdeling": ()},
        {"verdeling": ((EMMEN, 8), (ASSEN, 12))},
        {"verdeling": ((ASSEN, 0),)},
        {"verdeling": ((ASSEN, 1.5),)},
    ],
)
def test_what_is_no_facility_is_refused(wrong):
    with pytest.raises(InvalidAgreementError):
        facility(**wrong)


@pytest.mark.parametrize(
    "right",
    [
        {"naam": "x" * 80},
        {"halfjaren": 1},
        {"halfjaren": 60},
        {"verdeling": ((ASSEN, 0), (EMMEN, 1))},
        {"verdeling": ((ASSEN, 100_000),)},
        {"gemeente": None},
    ],
)
def test_what_is_just_a_facility_is_one(right):
    assert facility(**right)


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        ({"naam": "x" * 81}, "langer dan 80"),
        ({"naam": "regel\nregel"}, "naam is leeg"),
        ({"halfjaren": 61}, "1 tot en met 60"),
        ({"halfjaren": 2.0}, "1 tot en met 60"),
        ({"verdeling": ((ASSEN, 1), (ASSEN, 2))}, "niemand doet mee, of dubbel"),
        ({"verdeling": ((ASSEN, 100_001),)}, "hele aantallen"),
        ({"verdeling": ((ASSEN, -1), (EMMEN, 8))}, "hele aantallen"),
        ({"verdeling": (("Assen", 8),)}, "geen gemeentecode"),
        ({"gemeente": "Emmen"}, "geen gemeentecode"),
    ],
)
def test_why_it_is_no_facility_is_told_with_its_name(wrong, reason):
    with pytest.raises(InvalidAgreementError) as caught:
        facility(**wrong)
    naam = wrong.get("naam", "De Haven")[:20]
    assert caught.value.params["naam"] == naam
    assert reason in caught.value.params["reden"]
    assert f"tussenvoorziening '{naam}'" in caught.value.params["reden"]


def test_a_facility_stands_from_the_first_day_to_the_last_of_its_half_years():
    # Two half-years from the second of 2025: 1 July 2025 to 30 June 2026.
    one = facility(halfjaren=2)
    assert (one.eerste_dag.isoformat(), one.laatste_dag.isoformat()) == ("2025-07-01", "2026-06-30")
    assert facility(halfjaren=1).laatste_dag.isoformat() == "2025-12-31"


def test_what_a_scenario_says_of_a_facility_is_what_the_agreement_says():
    plain = to_plekken(HAVEN)
    assert (plain.naam, plain.soort, plain.plekken) == ("De Haven", "tussenvoorziening", 20)
    assert (plain.opening, plain.halfjaren, plain.staat_in) == ("2025-2", 4, EMMEN)
    assert (plain.gemeenten, plain.verdeling) == ((ASSEN, EMMEN), {ASSEN: 12, EMMEN: 8})
    stranger = plain.model_copy(update={"gemeenten": (ASSEN, "GM9999")})
    with pytest.raises(ScenarioGemeenteError) as caught:
        with_facilities([DEAL], [stranger], DOEL)
    assert caught.value.params == {"waar": "De Haven", "gm_codes": ["GM9999"]}
