"""A joint tussenvoorziening: the numbers on paper are those the optimiser counts."""

import pytest

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
    fields = {
        "naam": "De Haven", "gemeente": EMMEN, "opening": "2025-2", "halfjaren": 4,
        "verdeling": ((ASSEN, 12), (EMMEN, 8)),
    }  # fmt: skip
    with pytest.raises(InvalidAgreementError):
        Voorziening(**fields | wrong)
