"""By what the user finds most important: persons, agreements or coalitions; sums by head."""

from fractions import Fraction

import pytest

from optimiser.problem import Block, Limit, ModelInput
from optimiser.uitruil.fewest import settle as module
from optimiser.uitruil.fewest.afspraken import Methode, Regels
from optimiser.uitruil.fewest.settle import free_receivers, settle
from optimiser.uitruil.find import find_uitruil_of_regio
from optimiser.uitruil.toets.bindend import with_binding
from optimiser.uitruil.voorstel import Voorstel
from optimiser.uitruil.zoekvraag import Doel, Keuze, Uitkomst, Zoekvraag

ONE, TWO, THREE = "GM0001", "GM0002", "GM0003"
LAND = (ONE, TWO, THREE)


def region(**rows):
    """Write ``A=(60, 0, 55)``: 60 persons, at least none and at most 55."""
    numbers = list(rows.values())
    return ModelInput(
        gm_codes=tuple(rows),
        doel=tuple(t for t, _, _ in numbers),
        exact=tuple(Fraction(t) for t, _, _ in numbers),
        basis=(Fraction(1),) * len(rows),
        limits=tuple(Limit(Block.PLAFOND, i, low, up) for i, (_, low, up) in enumerate(numbers)),
        groups=(),
        total=sum(t for t, _, _ in numbers),
    )


def pairs(found):
    return {(deal.van, deal.naar, deal.personen) for deal in found.afspraken}


def test_pairs_are_the_smallest_coalitions_where_they_can_be_made():
    # C could take over all eight, but then three gemeenten would depend on each other.
    data = region(A=(60, 0, 56), B=(60, 0, 56), C=(10, 0, 18), D=(10, 0, 14), E=(10, 0, 14))
    found = settle(data, {}, Zoekvraag(keuze=Keuze.COALITIES))
    assert [len(group) for group in found.coalities] == [2, 2]
    assert found.bewezen


def test_where_no_pairs_close_the_largest_coalition_is_as_small_as_can_be(stand_of):
    # Ten too many, and nobody has room for ten: three gemeenten, two agreements.
    stand = stand_of({ONE: {"kan": 50}, TWO: {"kan": 33}, THREE: {"kan": 17}})
    found = find_uitruil_of_regio(stand, "land", LAND, Zoekvraag(keuze=Keuze.COALITIES))
    assert found.uitkomst is Uitkomst.GEVONDEN
    assert found.verschillen == {ONE: -10, TWO: 3, THREE: 7}
    assert (found.decompositie.methode, len(found.afspraken)) == (Methode.COALITIES, 2)
    # Evening out the load: groups of what changes, two and two before four.
    changes = {"A": -5, "B": 5, "C": -3, "D": 3, "E": 0}
    vraag = Zoekvraag(doel=Doel.LAST, keuze=Keuze.COALITIES)
    found = settle(region(A=(9, 0, 9)), changes, vraag)
    assert found.methode is Methode.COALITIES
    assert pairs(found) == {("A", "B", 5), ("C", "D", 3)}
    assert (found.ondergrens, found.volledig) == (2, False)


def test_of_more_changes_than_can_be_tried_the_most_coalitions_are_sought(monkeypatch):
    monkeypatch.setattr(module, "EXACT_LIMIT", 4)
    changes = {"A": 1, "B": 1, "C": -1, "D": -1, "E": 0}
    vraag = Zoekvraag(doel=Doel.LAST, keuze=Keuze.COALITIES, alternatieven=1)
    assert settle(region(A=(9, 0, 9)), changes, vraag).methode is Methode.COALITIES
    found = settle(region(A=(9, 0, 9)), {**changes, "E": 7, "F": -7}, vraag)
    assert (found.methode, found.bewezen) == (Methode.DEELVERZAMELINGEN, True)
    assert (len(found.coalities), len(found.oplossingen)) == (3, 1)


@pytest.mark.parametrize("doel", [Doel.LAST, Doel.TEKORT])
def test_the_rules_of_the_region_hold_for_the_fewest_persons_too(doel):
    changes = {"A": -5, "B": 5, "C": -5, "D": 5}
    apart = Regels(verboden=frozenset({frozenset("AB")}))
    found = settle(region(A=(9, 0, 9)), changes, Zoekvraag(doel, Keuze.PERSONEN, apart))
    assert pairs(found) == {("A", "D", 5), ("C", "B", 5)}


def test_no_more_solutions_are_listed_than_asked_for():
    changes = {"A": -5, "B": 5, "C": -5, "D": 5}
    for rules in (Regels(), Regels(kleinste=2)):
        for count in (1, 2):
            vraag = Zoekvraag(Doel.LAST, Keuze.PERSONEN, rules, alternatieven=count)
            assert len(settle(region(A=(9, 0, 9)), changes, vraag).oplossingen) == count


def test_who_is_at_its_limit_hands_over_nothing_and_takes_over_nothing():
    data = region(A=(60, 0, 55), B=(30, 0, 30), C=(10, 0, 20))
    found = free_receivers(data, Zoekvraag())
    assert pairs(found) == {("A", "C", 5)}
    assert found.ondergrens == 1
    assert (found.volledig, len(found.oplossingen)) == (True, 1)


def test_the_most_partners_of_the_question_or_of_the_pairs():
    data = region(A=(60, 0, 50), B=(30, 0, 33), C=(10, 0, 17))
    two = Zoekvraag(regels=Regels(partners=2))
    assert len(free_receivers(data, two).afspraken) == 2
    assert free_receivers(data, two, partners=1).oplossingen == ()
    assert free_receivers(data, Zoekvraag(regels=Regels(partners=1))).oplossingen == ()
    # Both hand over ten; who takes twenty has two partners.
    data = region(A=(60, 0, 50), B=(60, 0, 50), C=(10, 0, 30))
    assert len(free_receivers(data, two).afspraken) == 2
    assert free_receivers(data, two, partners=1).oplossingen == ()
    one_for_c = Zoekvraag(regels=Regels(partners=2, partners_van={"C": 1}))
    assert free_receivers(data, one_for_c).oplossingen == ()


@pytest.mark.parametrize("keuze", list(Keuze))
def test_what_binds_may_leave_a_gemeente_below_its_floor_and_others_fill_it_up(stand_of, keuze):
    # One keeps at least 57 of its 60; ten were handed over, so seven are missing.
    stand = stand_of({ONE: {"bodem": "0.95"}})
    bound = with_binding(stand, [Voorstel("Oud", "2025-1", ((ONE, -10), (TWO, 10)))])
    found = find_uitruil_of_regio(bound, "land", LAND, Zoekvraag(keuze=keuze))
    assert found.uitkomst is Uitkomst.GEVONDEN
    assert (found.personen, found.verschillen[ONE]) == (7, 7)
    if keuze is not Keuze.PERSONEN:
        assert (len(found.afspraken), found.decompositie.bewezen) == (1, True)


def test_more_missing_than_too_many_asks_others_too():
    # Two too many in B and six missing in A: four more, from C.
    data = region(A=(50, 56, 60), B=(30, 0, 28), C=(20, 0, 20))
    found = free_receivers(data, Zoekvraag())
    assert pairs(found) == {("B", "A", 6)}
    held = region(A=(50, 56, 60), B=(30, 26, 28), C=(20, 0, 20))
    found = free_receivers(held, Zoekvraag())
    assert sum(deal.personen for deal in found.afspraken) == 6
    assert {deal.van for deal in found.afspraken} == {"B", "C"}
    kept_apart = Zoekvraag(regels=Regels(verboden=frozenset({frozenset("AC")})))
    assert free_receivers(held, kept_apart).oplossingen == ()


def test_as_many_missing_as_too_many_goes_straight():
    data = region(A=(50, 56, 60), B=(30, 0, 24), C=(20, 0, 26))
    assert pairs(free_receivers(data, Zoekvraag())) == {("B", "A", 6)}
