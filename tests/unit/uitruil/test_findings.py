"""What each finding of a test says: who, how many, and where the line lies; sums by head.

Mini-Nederland: 60, 30 and 10 persons; the first two in province A, the third in B.
"""

import pytest

from optimiser.problem import Block
from optimiser.uitruil.coalitie import coalities, split_uitslag
from optimiser.uitruil.toets.bindend import with_binding
from optimiser.uitruil.toets.check import check_uitruil
from optimiser.uitruil.toets.measures import Voorkeur
from optimiser.uitruil.voorstel import Voorstel

ONE, TWO, THREE = "GM0001", "GM0002", "GM0003"


def deal(naam="A", nummer=None, **changes):
    """Write ``_1=-6, _2=6``: the first gemeente hands over six persons to the second."""
    pairs = tuple(sorted((f"GM000{key[1:]}", n) for key, n in changes.items()))
    return Voorstel(naam, "2025-1", pairs, nummer)


def found(stand, *deals, lopend=(), maat=Voorkeur.GELIJKMATIG):
    """Return code, gemeenten and facts of every finding, those of each agreement first."""
    outcome = check_uitruil(deals, stand, maat, lopend)
    every = [f for one in outcome.uitslagen for f in one.bevindingen] + list(outcome.samen)
    return {(f.code, f.gm_codes): dict(f.feiten) for f in every}


@pytest.mark.parametrize(
    ("limits", "changes", "code", "who", "facts"),
    [
        ({TWO: {"kan": 35}}, {"_1": -6, "_2": 6}, "grens_plafond", TWO, {"grens": 35, "na": 36}),
        ({TWO: {"wil": 5}}, {"_1": -6, "_2": 6}, "grens_wil", TWO, {"grens": 35, "na": 36}),
        (
            {ONE: {"bodem": "0.95"}}, {"_1": -6, "_2": 6},
            "grens_bodem", ONE, {"grens": 57, "na": 54},
        ),
        (
            {ONE: {"maximale_wijziging": "0.05"}}, {"_1": 6, "_2": -6},
            "grens_max_wijziging", ONE, {"grens": 63, "na": 66},
        ),
        (
            {ONE: {"maximale_wijziging": "0.05"}}, {"_1": -6, "_2": 6},
            "grens_max_wijziging", ONE, {"grens": 57, "na": 54},
        ),
        ({ONE: {"vast": True}}, {"_1": -6, "_2": 6}, "grens_vast", ONE, {}),
        ({}, {"_3": -11, "_2": 11}, "onder_nul", THREE, {"voor": 10, "verschil": -11, "na": -1}),
    ],
)  # fmt: skip
def test_who_breaks_a_limit_is_told_where_it_lies(stand_of, limits, changes, code, who, facts):
    assert found(stand_of(limits), deal(**changes))[code, (who,)] == facts


def test_handing_over_all_is_allowed_and_one_more_is_not(stand_of):
    assert check_uitruil([deal(_3=-10, _2=10)], stand_of()).mag
    assert not check_uitruil([deal(_3=-11, _2=11)], stand_of()).mag


def test_only_who_takes_over_is_asked_what_it_can_and_offered(stand_of):
    codes = set(found(stand_of(), deal(_1=-6, _2=6)))
    assert {("kan_onbekend", (TWO,)), ("wil_onbekend", (TWO,))} <= codes
    assert not {("kan_onbekend", (ONE,)), ("wil_onbekend", (ONE,))} & codes
    known = set(found(stand_of({TWO: {"kan": 40, "wil": 9}}), deal(_1=-6, _2=6)))
    assert not {code for code, _ in known} & {"kan_onbekend", "wil_onbekend"}


def test_what_is_no_agreement_is_told_by_number_and_code(stand_of):
    facts = found(stand_of(), deal(_1=-6, _2=4, _9=1))
    assert facts["som_ongelijk", ()] == {"verschil": -1}
    assert facts["onbekende_gemeente", ("GM0009",)]["uitleg"] == ""
    assert ("te_weinig_partijen", ()) not in facts
    assert found(stand_of(), deal(_1=0))["te_weinig_partijen", ()] == {"aantal": 1}
    assert ("verschil_nul", (THREE,)) in found(stand_of(), deal(_1=-6, _2=6, _3=0))


def test_a_province_border_names_both_sides(stand_of):
    facts = found(stand_of(), deal(_1=-1, _3=1))
    assert facts["provinciegrens", (ONE, THREE)] == {"provincies": ["A", "B"]}


def test_leaving_the_exchange_area_is_a_warning_with_its_names(stand_of):
    stand = stand_of(uitruil={"binnen": "provincie"})
    facts = found(stand, deal(_1=-1, _3=1))
    assert [naam[-1] for naam in facts["buiten_gebied", (ONE, THREE)]["gebieden"]] == ["A", "B"]
    assert ("buiten_gebied", (ONE, TWO)) not in found(stand, deal(_1=-1, _2=1))


def test_who_is_touched_by_nothing_is_counted(stand_of):
    facts = found(stand_of(), deal(_1=-6, _2=6))
    assert facts["elders_geen_effect", ()] == {
        "aantal": 1,
        "voor": 10,
        "na": 10,
        "gewijzigd": 0,
    }


def test_two_that_together_break_a_limit_are_not_told_what_each_breaks_alone(stand_of):
    # Two may hold 36: together it would hold 39; the floor of one is broken by A alone.
    stand = stand_of({TWO: {"kan": 36}, ONE: {"bodem": "0.95"}})
    outcome = check_uitruil([deal("A", _1=-6, _2=6), deal("B", _2=3, _3=-3)], stand)
    together = [(f.code, f.gm_codes, dict(f.feiten)) for f in outcome.samen if f.ernst == "fout"]
    assert together == [("grens_plafond", (TWO,), {"grens": 36, "na": 39})]


def test_persons_given_twice_are_counted_against_those_one_has(stand_of):
    facts = found(stand_of(), deal("B", _1=7, _3=-7), deal("A", _2=7, _3=-7))
    assert facts["dubbel_gebruik", (THREE,)] == {"geeft": 14, "heeft": 10, "namen": ["A", "B"]}
    # Ten in two parts is just what it has.
    exact = found(stand_of(), deal("B", _1=7, _3=-7), deal("A", _2=3, _3=-3))
    assert ("dubbel_gebruik", (THREE,)) not in exact


def test_two_agreements_of_one_name_are_still_two(stand_of):
    facts = found(stand_of(), deal("A", _1=7, _3=-7), deal("A", _2=7, _3=-7))
    assert facts["dubbel_gebruik", (THREE,)]["namen"] == ["A", "A (2)"]


def test_who_passes_on_is_told_in_which_agreements(stand_of):
    facts = found(stand_of(), deal("A", _1=-5, _2=5), deal("B", _2=-5, _3=5))
    assert facts["doorgifte", (TWO,)] == {"uit": ["B"], "erbij": ["A"]}
    assert ("doorgifte", (ONE,)) not in facts


def test_what_binds_already_is_counted_and_its_name_refused(stand_of):
    old = deal("Oud", _2=3, _3=-3)
    facts = found(stand_of(), deal("Oud", _1=-1, _2=1), lopend=[old])
    assert facts["al_geregistreerd", (ONE, TWO)] == {"naam": "Oud", "andere": "Oud"}
    assert facts["lopende_meegeteld", ()] == {"aantal": 1}
    twin = found(stand_of(), deal("Nieuw", _2=3, _3=-3), lopend=[old])
    assert twin["zelfde_als", (TWO, THREE)] == {"naam": "Nieuw", "andere": "Oud"}
    # Two that both have a number in the register were entered as two.
    both = found(stand_of(), deal("Oud", 7, _2=3, _3=-3), lopend=[deal("Oud", 6, _2=3, _3=-3)])
    assert not {code for code, _ in both} & {"al_geregistreerd", "zelfde_als"}
    one_of_them = found(stand_of(), deal("Oud", 7, _2=3, _3=-3), lopend=[old])
    assert ("al_geregistreerd", (TWO, THREE)) in one_of_them


def test_what_binds_moves_the_number_and_leaves_the_formula(stand_of):
    stand = with_binding(stand_of(), [deal("Oud", _2=3, _3=-3)])
    assert {c: (g.formule, g.bindend, g.taakstelling) for c, g in stand.gemeenten.items()} == {
        ONE: (60, 0, 60),
        TWO: (30, 3, 33),
        THREE: (10, -3, 7),
    }
    assert (stand.data.doel, stand.data.total, stand.totaal) == ((60, 33, 7), 100, 100)
    plain = stand_of()
    assert with_binding(plain, []) is plain
    back = [deal("Heen", _2=3, _3=-3), deal("Terug", _2=-3, _3=3)]
    assert with_binding(plain, back) is plain


def test_by_each_measure_who_comes_out_worse_is_named(stand_of):
    stand = stand_of({ONE: {"kan": 55}, TWO: {"kan": 33}})
    facts = found(stand, deal(_1=-6, _2=6), maat=Voorkeur.TEKORT)
    assert facts["partij_slechter", (TWO,)] == {"maat": "tekort"}
    facts = found(stand, deal(_1=-3, _2=3), maat=Voorkeur.TEKORT)
    assert facts["niemand_slechter", ()] == {"maat": "tekort", "beter": 1}
    facts = found(stand, deal(_1=-3, _2=1, _3=2), maat=Voorkeur.TEKORT)
    assert facts["oordeel_onbekend", (THREE,)] == {"maat": "tekort"}
    assert ("niemand_slechter", ()) not in facts


def test_parties_that_do_better_without_the_third_are_named(stand_of):
    # One hands six over and three four: two would rather take six, from one alone.
    facts = found(stand_of(), deal(_1=-6, _2=10, _3=-4), maat=Voorkeur.LAST)
    assert ("kern_blokkade", (ONE, TWO)) in facts
    # One and three would rather take nothing over.
    facts = found(stand_of(), deal(_1=4, _2=-6, _3=2), maat=Voorkeur.LAST)
    assert ("kern_blokkade", (ONE, THREE)) in facts
    # Everybody fits: nobody can do better.
    fits = stand_of({ONE: {"kan": 55}, TWO: {"kan": 33}, THREE: {"kan": 20}})
    facts = found(fits, deal(_1=-5, _2=3, _3=2), maat=Voorkeur.TEKORT)
    assert ("kern_stabiel", ()) in facts


def test_agreements_that_share_a_gemeente_stand_or_fall_together(stand_of):
    first, second = deal("A", _1=-1, _2=1), deal("B", _1=-1, _2=1)
    apart, linked = deal("C", _3=-1, _4=1), deal("D", _1=-1, _3=1)
    assert coalities([first, apart, second]) == [(first, second), (apart,)]
    assert coalities([apart, first, linked]) == [(apart, first, linked)]
    # There is no fourth gemeente here: C is refused, and that does not touch A and B.
    outcome = check_uitruil([first, apart, second], stand_of(), Voorkeur.LAST)
    assert not outcome.mag
    parts = split_uitslag(outcome)
    assert [(len(one.uitslagen), one.mag, one.maat) for one in parts] == [
        (2, True, Voorkeur.LAST),
        (1, False, Voorkeur.LAST),
    ]


def test_an_own_limit_that_is_no_ceiling_is_neither_kan_nor_wil(stand_of):
    stand = stand_of({ONE: {"vast": True}, TWO: {"kan": 25, "wil": 4}})
    one, two = stand.gemeenten[ONE], stand.gemeenten[TWO]
    assert (one.kan, one.wil, one.lower, one.upper) == (None, None, 60, 60)
    # What two already has above its ceiling is no fault of an exchange.
    assert (two.kan, two.wil, two.lower, two.upper) == (25, 34, 0, 30)
    assert {limit.block for limit in one.limits} == {Block.VAST}
