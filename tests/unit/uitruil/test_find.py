"""Seeking an exchange: who hands over, who takes over, how sure the number is."""

from dataclasses import replace
from fractions import Fraction
from itertools import product

import numpy as np
import pytest

from optimiser.errors import UnknownGroupingError
from optimiser.io.gegevens import read_embedded
from optimiser.io.scenarios import embedded_scenarios, read_scenario
from optimiser.lp.agreements.fewest import fewest_flows
from optimiser.lp.agreements.flows import FlowProblem
from optimiser.problem import Stage
from optimiser.scenario.scenario import Scenario
from optimiser.solve.errors import NoLoadError
from optimiser.uitruil.errors import InvalidSearchError, UnknownRegioError
from optimiser.uitruil.fewest.afspraken import Regels
from optimiser.uitruil.find import find_uitruil, find_uitruil_of_regio, regions, restrict
from optimiser.uitruil.toets.beginstand import make_beginstand
from optimiser.uitruil.toets.check import check_uitruil
from optimiser.uitruil.voorstel import make_voorstellen
from optimiser.uitruil.zoekvraag import Doel, Keuze, Uitkomst, Zoekvraag


@pytest.fixture(scope="module")
def stand():
    scenario = read_scenario(embedded_scenarios()["plafond-12"])
    return make_beginstand(scenario, read_embedded())


@pytest.mark.parametrize("keuze", list(Keuze))
def test_every_arbeidsmarktregio_is_cured_and_proved(stand, keuze):
    found = list(find_uitruil(stand, regions(stand, "arbeidsmarktregio"), Zoekvraag(keuze=keuze)))
    assert len(found) == 35
    for one in found:
        if one.uitkomst is Uitkomst.NIETS_NODIG:
            continue
        assert one.uitkomst is Uitkomst.GEVONDEN
        for code in one.gm_codes:
            party = stand.gemeenten[code]
            assert party.taakstelling + one.verschillen.get(code, 0) <= party.kan
        short = sum(
            max(0, stand.gemeenten[c].taakstelling - stand.gemeenten[c].kan) for c in one.gm_codes
        )
        assert one.personen == short
        if keuze is not Keuze.COALITIES:
            assert one.decompositie.bewezen


def test_choosing_receivers_never_needs_more_agreements(stand):
    areas = regions(stand, "corop")
    by = {
        k: sum(len(v.afspraken) for v in find_uitruil(stand, areas, Zoekvraag(keuze=k)))
        for k in Keuze
    }
    assert by[Keuze.OVEREENKOMSTEN] < by[Keuze.PERSONEN]


def test_what_is_found_passes_the_test(stand):
    areas = regions(stand, "arbeidsmarktregio")
    rows = []
    for one in find_uitruil(stand, areas, Zoekvraag()):
        for number, deal in enumerate(one.afspraken):
            name = f"{one.regio} {number}"
            rows += [(name, deal.van, -deal.personen), (name, deal.naar, deal.personen)]
    outcome = check_uitruil(make_voorstellen(rows, "2025-2"), stand)
    assert outcome.mag
    per_regio = outcome.per_regio("arbeidsmarktregio")
    assert all(before == after for before, after in per_regio.values())


def test_evening_out_lowers_the_highest_load_per_inhabitant():
    scenario = Scenario(halfjaar="2025-2", sleutel="woningvoorraad")
    stand = make_beginstand(scenario, read_embedded())
    (one,) = find_uitruil(stand, regions(stand, "corop", "Twente"), Zoekvraag(doel=Doel.LAST))
    parties = [stand.gemeenten[code] for code in one.gm_codes]
    before = [party.taakstelling / party.inwoners for party in parties]
    after = [
        (party.taakstelling + one.verschillen.get(party.gm_code, 0)) / party.inwoners
        for party in parties
    ]
    assert max(after) < max(before)
    assert sum(one.verschillen.values()) == 0


def test_a_region_that_cannot_close_says_by_how_many(stand_of):
    stand = stand_of({"GM0001": {"kan": 50}, "GM0002": {"kan": 33}})
    one = find_uitruil_of_regio(stand, "A", ("GM0001", "GM0002"), Zoekvraag())
    assert (one.uitkomst, one.tekort, one.afspraken) == (Uitkomst.SLUIT_NIET, 7, ())


def test_nothing_is_moved_where_nobody_is_short(stand_of):
    one = find_uitruil_of_regio(stand_of(), "A", ("GM0001", "GM0002"), Zoekvraag())
    assert (one.uitkomst, one.kan_onbekend) == (Uitkomst.NIETS_NODIG, 2)


def test_what_a_gemeente_offers_is_not_exceeded(stand_of):
    stand = stand_of({"GM0001": {"kan": 50}, "GM0002": {"wil": 4}, "GM0003": {"wil": 9}})
    one = find_uitruil_of_regio(stand, "land", tuple(stand.gemeenten), Zoekvraag())
    assert one.verschillen["GM0001"] == -10
    assert one.verschillen["GM0002"] <= 4


def test_rules_that_allow_nothing_are_told_apart_from_a_lack_of_room(stand_of):
    stand = stand_of({"GM0001": {"kan": 50}})
    rules = Regels(verboden=frozenset({frozenset({"GM0001", "GM0002"})}))
    one = find_uitruil_of_regio(stand, "A", ("GM0001", "GM0002"), Zoekvraag(regels=rules))
    assert one.uitkomst is Uitkomst.REGELS


def test_alternatives_of_equal_worth_are_listed(stand_of):
    stand = stand_of({"GM0001": {"kan": 55}})
    one = find_uitruil_of_regio(stand, "land", tuple(stand.gemeenten), Zoekvraag())
    assert {deals[0].naar for deals in one.decompositie.oplossingen} == {"GM0002", "GM0003"}
    assert one.decompositie.volledig


def test_own_regions_come_from_the_scenario(stand_of):
    own = {"binnen": "eigen", "regios": {"Samen": ["GM0001", "GM0003"]}}
    stand = stand_of({"GM0001": {"kan": 55}}, uitruil=own)
    found = {one.regio: one for one in find_uitruil(stand, regions(stand, "scenario"), Zoekvraag())}
    assert found["Samen"].verschillen == {"GM0001": -5, "GM0003": 5}


def test_unknown_and_ambiguous_regions_are_refused(stand):
    with pytest.raises(UnknownRegioError):
        regions(stand, "corop", "Nergens")
    with pytest.raises(UnknownGroupingError):
        regions(stand, "waterschap")
    with pytest.raises(UnknownRegioError):
        regions(stand, None, "Nergens")
    with pytest.raises(InvalidSearchError):
        regions(stand, None, "Groningen")
    assert len(regions(stand, None, "Drechtsteden")["Drechtsteden"]) > 1


def test_what_is_unknown_is_told_with_what_there_is(stand_of):
    stand = stand_of()
    with pytest.raises(UnknownRegioError) as caught:
        regions(stand, "corop", "Nergens")
    assert caught.value.params == {"regio": "Nergens", "gebied": "corop", "bekend": ["A", "B"]}
    with pytest.raises(UnknownRegioError) as caught:
        regions(stand, None, "Nergens")
    assert caught.value.params == {"regio": "Nergens", "gebied": "regio", "bekend": ["A", "B"]}
    with pytest.raises(UnknownGroupingError) as unknown:
        regions(stand, "scenario")
    assert unknown.value.params["indeling"] == "scenario"
    assert unknown.value.params["bekend"] == [*stand.regios, "land"]
    own = stand_of(uitruil={"binnen": "provincie"})
    with pytest.raises(UnknownGroupingError) as unknown:
        regions(own, "waterschap")
    assert unknown.value.params["bekend"] == [*own.regios, "land", "scenario"]


def test_the_gemeenten_of_a_region_ascend_and_so_do_its_names(stand_of):
    stand = stand_of()
    assert regions(stand, "corop") == {"A": ("GM0001",), "B": ("GM0002", "GM0003")}
    assert list(regions(stand, "corop")) == ["A", "B"]
    assert regions(stand, "corop", "B") == {"B": ("GM0002", "GM0003")}
    assert regions(stand, "land") == {"Nederland": ("GM0001", "GM0002", "GM0003")}
    # Where a gemeente is in no region, it is in none of the answers.
    assert regions(stand, "arbeidsmarktregio") == {"A": ("GM0001", "GM0002")}


def test_a_name_of_more_than_one_area_is_refused_with_their_kinds(stand_of):
    with pytest.raises(InvalidSearchError) as caught:
        regions(stand_of(), None, "A")
    reason = caught.value.params["reden"]
    assert "'A' is de naam van meer dan één gebied" in reason
    assert "corop" in reason
    assert "provincie" in reason


def test_a_national_budget_is_refused_per_region(stand_of):
    stand = stand_of()
    stand = replace(stand, data=replace(stand.data, budget=5))
    with pytest.raises(InvalidSearchError) as caught:
        find_uitruil_of_regio(stand, "A", ("GM0001", "GM0002"), Zoekvraag())
    assert "geldt voor het hele land" in caught.value.params["reden"]


def test_a_region_by_itself_keeps_its_sum_and_its_limits(stand_of):
    stand = stand_of({"GM0002": {"kan": 25}, "GM0003": {"kan": 12, "wil": 1}})
    alone = restrict(stand.data, ("GM0002", "GM0003"), (Stage.EERLIJKST,))
    assert (alone.gm_codes, alone.doel, alone.total) == (("GM0002", "GM0003"), (30, 10), 40)
    assert (alone.exact, alone.basis) == (stand.data.exact[1:], stand.data.basis[1:])
    assert (alone.upper, alone.stages, alone.groups) == ((25, 11), (Stage.EERLIJKST,), ())


def test_a_load_needs_a_basis_and_names_who_has_none(stand_of):
    stand = stand_of()
    data = replace(stand.data, basis=(*stand.data.basis[:2], Fraction(0)))
    with pytest.raises(NoLoadError) as caught:
        restrict(data, ("GM0002", "GM0003"), (Stage.LAAGSTE_PIEK,))
    assert caught.value.params == {"gemeenten": ["Kleindorp"], "aantal": 1}
    assert restrict(data, ("GM0002", "GM0003"), (Stage.EERLIJKST,)).basis[1] == 0
    assert restrict(data, ("GM0001", "GM0002"), (Stage.LAAGSTE_PIEK,)).total == 90


def test_who_can_take_over_as_well_is_listed_as_an_equal(stand_of):
    # Middelstad and Kleindorp lack nothing; the shares of 60, 30 and 10 are exact, so by the code.
    stand = stand_of({"GM0001": {"kan": 59}})
    one = find_uitruil_of_regio(stand, "land", tuple(stand.gemeenten), Zoekvraag())
    assert (one.uitkomst, one.kan_onbekend, one.personen) == (Uitkomst.GEVONDEN, 2, 1)
    assert one.verschillen in ({"GM0001": -1, "GM0002": 1}, {"GM0001": -1, "GM0003": 1})


@pytest.mark.parametrize(
    "rules", [Regels(kleinste=0), Regels(partners=0), Regels(partners_van={"GM0001": 0})]
)
def test_a_number_below_one_is_no_rule(rules):
    with pytest.raises(InvalidSearchError) as caught:
        Zoekvraag(regels=rules)
    assert "ten minste 1" in caught.value.params["reden"]


def test_one_is_a_rule():
    rules = Regels(kleinste=1, partners=1, partners_van={"GM0001": 1})
    assert Zoekvraag(regels=rules).regels.most("GM0001") == 1
    assert Regels(partners=3, partners_van={"GM0001": 2}).most("GM0001") == 2
    assert Regels(partners=3).most("GM0002") == 3


def test_coalitions_do_not_go_with_rules():
    with pytest.raises(InvalidSearchError):
        Zoekvraag(keuze=Keuze.COALITIES, regels=Regels(partners=1))


def fewest_by_trying(problem):
    """Try every set of agreements with every amount."""
    arcs = [(i, j) for i in range(len(problem.gives)) for j in range(len(problem.takes))]
    best = None
    tops = [min(problem.gives[i], problem.takes[j][1]) for i, j in arcs]
    for amounts in product(*(range(top + 1) for top in tops)):
        flows = {arc: n for arc, n in zip(arcs, amounts, strict=True) if n}
        if any(arc in problem.forbidden or n < problem.smallest for arc, n in flows.items()):
            continue
        out = [sum(n for (i, _), n in flows.items() if i == k) for k in range(len(problem.gives))]
        into = [sum(n for (_, j), n in flows.items() if j == k) for k in range(len(problem.takes))]
        if out != list(problem.gives) or any(
            not low <= got <= high for got, (low, high) in zip(into, problem.takes, strict=True)
        ):
            continue
        best = len(flows) if best is None else min(best, len(flows))
    return best


def test_the_flow_program_agrees_with_trying_everything():
    random = np.random.default_rng(9)
    none = 0
    for _ in range(60):
        gives = tuple(int(v) for v in random.integers(1, 5, 2))
        highs = [int(v) for v in random.integers(0, 6, 3)]
        takes = tuple((int(random.integers(0, 2)) if high else 0, high) for high in highs)
        forbidden = frozenset((i, j) for i in range(2) for j in range(3) if random.random() < 0.15)
        problem = FlowProblem(gives, takes, forbidden, smallest=int(random.integers(1, 3)))
        answer = fewest_flows(problem, 10.0)
        best = fewest_by_trying(problem)
        assert answer.proved
        assert (len(answer.flows[0]) if answer.flows else None) == best
        none += best is None
    assert 5 < none < 50


def test_every_alternative_differs_and_the_list_says_when_it_is_complete():
    answer = fewest_flows(FlowProblem((2,), ((0, 2), (0, 2), (0, 1))), 10.0, alternatives=9)
    assert [tuple(flows) for flows in answer.flows] in (
        [((0, 0),), ((0, 1),)],
        [((0, 1),), ((0, 0),)],
    )
    assert answer.complete


def test_without_time_the_bound_still_holds():
    random = np.random.default_rng(2)
    gives = tuple(int(v) for v in random.integers(50, 400, 14))
    room = [int(v) for v in random.integers(20, 90, 60)]
    room.append(max(0, sum(gives) - sum(room)))
    answer = fewest_flows(FlowProblem(gives, tuple((0, r) for r in room)), 0.05)
    assert answer.bound >= len(gives)
    if answer.flows:
        assert answer.bound <= len(answer.flows[0])
