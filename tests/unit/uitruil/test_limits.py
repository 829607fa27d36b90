"""Where exactly a limit lies, and what counts as handing over twice; Mini-Nederland: 60, 30, 10."""

from dataclasses import replace

from optimiser.uitruil.toets.check import check_uitruil
from optimiser.uitruil.toets.measures import Voorkeur
from optimiser.uitruil.voorstel import Voorstel, make_voorstellen

ONE, TWO, THREE, GONE = "GM0001", "GM0002", "GM0003", "GM0000"


def deal(*pairs, naam="A", nummer=None):
    return Voorstel(naam, "2025-1", pairs, nummer)


def own(stand, *pairs):
    """Return code and gemeenten of what is found on one agreement."""
    (one,) = check_uitruil([deal(*pairs)], stand).uitslagen
    return {(found.code, found.gm_codes) for found in one.bevindingen}


def together(stand, *deals, lopend=()):
    outcome = check_uitruil(deals, stand, lopend=lopend)
    return {(found.code, found.gm_codes) for found in outcome.samen}


def test_one_person_is_enough_to_ask_what_a_gemeente_can_and_offers(stand_of):
    found = own(stand_of(), (ONE, -1), (TWO, 1))
    assert {("kan_onbekend", (TWO,)), ("wil_onbekend", (TWO,))} <= found


def test_one_person_above_a_full_gemeente_is_refused(stand_of):
    assert ("grens_plafond", (TWO,)) in own(stand_of({TWO: {"kan": 30}}), (ONE, -1), (TWO, 1))


def test_down_to_the_floor_is_allowed_and_one_further_is_not(stand_of):
    stand = stand_of({ONE: {"bodem": "0.9"}})  # 54 of its 60 persons
    assert ("grens_bodem", (ONE,)) not in own(stand, (ONE, -6), (TWO, 6))
    assert ("grens_bodem", (ONE,)) in own(stand, (ONE, -7), (TWO, 7))


def test_every_limit_is_looked_at_also_after_one_that_is_kept(stand_of):
    stand = stand_of({TWO: {"kan": 50, "wil": 5}})
    assert ("grens_wil", (TWO,)) in own(stand, (ONE, -6), (TWO, 6))
    stand = stand_of({TWO: {"kan": 35, "wil": 9}})
    assert ("grens_plafond", (TWO,)) in own(stand, (ONE, -6), (TWO, 6))


def test_the_limits_of_others_hold_beside_a_gemeente_that_is_gone(stand_of):
    found = own(stand_of({TWO: {"kan": 30}}), (GONE, -6), (TWO, 6))
    assert {("onbekende_gemeente", (GONE,)), ("grens_plafond", (TWO,))} <= found


def test_of_gemeenten_that_are_gone_is_told_what_each_became(stand_of):
    became = {GONE: "A ging op in C", "GM0009": "B ging op in C"}
    stand = replace(stand_of(), verdwenen=became)
    (one,) = check_uitruil([deal((GONE, -6), (TWO, 2), ("GM0009", 4))], stand).uitslagen
    (found,) = [f for f in one.bevindingen if f.code == "onbekende_gemeente"]
    assert found.gm_codes == (GONE, "GM0009")
    assert dict(found.feiten) == {
        "uitleg": "A ging op in C. B ging op in C. ",
        "indeling": stand.herkomst.indeling,
    }


def test_a_gemeente_twice_in_one_agreement_is_refused_not_counted_once(stand_of):
    rows = [("A", ONE, -3), ("A", ONE, -2), ("A", TWO, 5)]
    outcome = check_uitruil(make_voorstellen(rows, "2025-1"), stand_of())
    assert ("gemeente_dubbel", (ONE,)) in {
        (f.code, f.gm_codes) for f in outcome.uitslagen[0].bevindingen
    }
    assert not outcome.mag


def test_a_ceiling_keeps_a_group_from_doing_better_alone(stand_of):
    # What binds left 51, 40 and 9 of the shares 60, 30 and 10. One and two would rather do the
    # three between them, but one may hold 53.
    old = deal((ONE, -9), (TWO, 10), (THREE, -1), naam="Oud")
    new = deal((ONE, 2), (TWO, -3), (THREE, 1))
    for most, code in ((53, "kern_stabiel"), (54, "kern_blokkade")):
        stand = stand_of({ONE: {"kan": most}})
        (one,) = check_uitruil([new], stand, Voorkeur.SLEUTEL, [old]).uitslagen
        assert code in {found.code for found in one.bevindingen}


def test_more_than_it_has_in_one_agreement_is_no_double_use(stand_of):
    found = together(stand_of(), deal((TWO, 11), (THREE, -11)))
    assert ("dubbel_gebruik", (THREE,)) not in found


def test_one_person_taken_over_is_one_more_to_hand_over(stand_of):
    into = deal((ONE, -1), (THREE, 1), naam="In")
    out = [deal((TWO, 6), (THREE, -6), naam="B"), deal((ONE, 5), (THREE, -5), naam="C")]
    assert ("dubbel_gebruik", (THREE,)) in together(stand_of(), *out)
    found = together(stand_of(), into, *out)
    assert ("dubbel_gebruik", (THREE,)) not in found
    assert ("doorgifte", (THREE,)) in found


def test_who_changes_nothing_hands_nothing_on(stand_of):
    still = deal((ONE, -2), (TWO, 2), (THREE, 0))
    for other in (deal((TWO, -3), (THREE, 3), naam="B"), deal((TWO, 3), (THREE, -3), naam="B")):
        assert ("doorgifte", (THREE,)) not in together(stand_of(), still, other)


def test_double_use_is_looked_for_also_after_a_gemeente_that_is_gone(stand_of):
    deals = [deal((GONE, 7), (THREE, -7)), deal((TWO, 7), (THREE, -7), naam="B")]
    assert ("dubbel_gebruik", (THREE,)) in together(stand_of(), *deals)


def test_every_binding_agreement_is_compared_also_after_one_of_the_register(stand_of):
    new = deal((TWO, 3), (THREE, -3), naam="Nieuw", nummer=7)
    numbered = deal((TWO, 3), (THREE, -3), naam="Oud", nummer=6)
    loose = deal((TWO, 3), (THREE, -3), naam="Los")
    found = together(stand_of(), new, lopend=[numbered, loose])
    assert ("zelfde_als", (TWO, THREE)) in found
