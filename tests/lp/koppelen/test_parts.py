"""The parts of a plan of coupling and of one month, by head."""

from dataclasses import replace

import pytest

from optimiser.lp.koppelen import stages
from optimiser.lp.koppelen.area import Band, Gevonden, Koppelgebied, Koppelstap, Tredewaarde
from optimiser.lp.koppelen.bound import deviation_bound
from optimiser.lp.koppelen.maand import solve_maand
from optimiser.lp.koppelen.maandvraag import Maandvraag
from optimiser.lp.koppelen.near import plan_near
from optimiser.lp.koppelen.rows import build_columns
from optimiser.lp.koppelen.stages import solve_area
from optimiser.lp.koppelen.start import start_values
from optimiser.lp.koppelen.value import persons_placed, stage_value
from optimiser.lp.milp import MilpAnswer
from optimiser.lp.symbols import ModelInfeasibleError, SolverFailedError

PLEK, BAND, AFWIJKING, GROOT, VORIG, CODE = (
    Koppelstap.IEDEREEN_EEN_PLEK,
    Koppelstap.BAND_GEVOLGD,
    Koppelstap.MINSTE_AFWIJKING,
    Koppelstap.GROTE_GEZINNEN_GESPREID,
    Koppelstap.VORIG_PLAN_GEVOLGD,
    Koppelstap.LAAGSTE_CODE,
)
#: Two gemeenten, small and large dwellings; two single persons and two families of four.
AREA = Koppelgebied(
    naam="x",
    gm_codes=("A", "B"),
    taakstelling=(5, 3),
    inwoners=(10_000, 20_000),
    huishoudens={1: 2, 4: 2},
    klassen=((1, 1), (3, 5)),
    woningen=((1, 1), (2, 1)),
    vorig={(0, 1, 0): 1, (1, 4, 1): 1},
    drempel=4,
)
#: In A both a single person and a family, in B a single person; a family has no place.
PLAN = Gevonden({(0, 1, 0): 1, (0, 4, 1): 1, (1, 1, 0): 1}, {4: 1}, {}, ())


def test_a_plan_is_worth_what_one_counts_in_it():
    assert persons_placed(AREA, PLAN.cellen) == [5, 1]
    worth = {stap: stage_value(AREA, PLAN, stap) for stap in Koppelstap}
    assert worth == {
        PLEK: 4,  # a family of four
        BAND: 0,
        AFWIJKING: 2,  # B asks three and has one
        GROOT: 1,  # one family on ten thousand in A
        VORIG: 3,  # a family more in A, a single person more in B, a family less in B
        CODE: 1,  # one household in the second gemeente
    }
    banded = replace(AREA, banden=(Band("r", 1, (1,), 2),))
    assert stage_value(banded, replace(PLAN, met_band={0: 1}), BAND) == 1
    # Two families on twenty thousand are one on ten thousand; one in A is the most.
    two = replace(PLAN, cellen={(1, 4, 1): 2})
    assert stage_value(AREA, two, GROOT) == 1
    assert stage_value(AREA, replace(PLAN, cellen={}), GROOT) == 0


def test_a_known_plan_is_told_the_solver_column_by_column():
    found = build_columns(AREA, (GROOT, VORIG))
    values = start_values(AREA, found, PLAN)
    named = dict(zip((v.name for v in found.all()), values, strict=True))
    assert {name: n for name, n in named.items() if not name.startswith("w_")} == {
        "y_1_0_0": 1, "y_4_1_0": 1, "y_1_0_1": 1, "y_4_1_1": 0,
        "u_1": 0, "u_4": 1,
        "over_0": 0, "over_1": 0, "onder_0": 0, "onder_1": 2, "top": 1,
    }  # fmt: skip
    changes = dict(zip(found.y, (named[v.name] for v in found.change), strict=True))
    assert changes == {(0, 1, 0): 0, (0, 4, 1): 1, (1, 1, 0): 1, (1, 4, 1): 1}
    above = replace(AREA, taakstelling=(2, 1))
    named = dict(zip((v.name for v in found.all()), start_values(above, found, PLAN), strict=True))
    assert (named["over_0"], named["onder_0"], named["over_1"]) == (3, 0, 0)


def test_without_a_plan_or_with_bands_there_is_no_start():
    assert start_values(AREA, build_columns(AREA, ()), None) == ()
    banded = replace(AREA, banden=(Band("r", 1, (1,), 2),))
    assert start_values(banded, build_columns(banded, ()), PLAN) == ()


def test_a_start_does_not_change_what_is_found():
    order = (PLEK, AFWIJKING, GROOT, VORIG, CODE)
    plain = solve_area(AREA, order)
    begun = solve_area(AREA, order, start=PLAN)
    assert plain.cellen == begun.cellen
    assert [(t.stap, t.waarde) for t in plain.treden] == [
        (PLEK, 0), (AFWIJKING, 2), (GROOT, 1), (VORIG, 2), (CODE, 2),
    ]  # fmt: skip
    assert plain.cellen == {(0, 1, 0): 1, (0, 4, 1): 1, (1, 1, 0): 1, (1, 4, 1): 1}


def test_who_says_stop_keeps_what_was_found_so_far():
    asked = iter([False, True])
    found = solve_area(AREA, (PLEK, AFWIJKING, GROOT), stop=lambda: next(asked))
    assert [trede.stap for trede in found.treden] == [PLEK, AFWIJKING]
    assert sum(found.cellen.values()) == 4


def answered(monkeypatch, *answers):
    left = list(answers)
    monkeypatch.setattr(stages, "run_timed", lambda *_, **__: left.pop(0))


def test_out_of_time_a_stage_keeps_the_plan_and_tells_its_bound(monkeypatch):
    values = start_values(AREA, build_columns(AREA, (PLEK, AFWIJKING)), PLAN)
    answered(
        monkeypatch,
        MilpAnswer(values, 1.2, proved=False),
        MilpAnswer((), None, proved=False),
    )
    plan = solve_area(AREA, (PLEK, AFWIJKING))
    # Four without a place, two at least as far as is proved; of the deviation nothing is proved.
    assert plan.treden == (Tredewaarde(PLEK, 4, 2), Tredewaarde(AFWIJKING, 2, 0))
    assert [trede.bewezen for trede in plan.treden] == [False, False]
    assert plan.cellen == PLAN.cellen


@pytest.mark.parametrize(("bound", "told"), [(1.0 + 1e-9, 1), (1.1, 2), (-3.0, 0), (9.0, 4)])
def test_a_bound_on_persons_is_whole_and_never_above_the_plan(monkeypatch, bound, told):
    values = start_values(AREA, build_columns(AREA, (PLEK,)), PLAN)
    answered(monkeypatch, MilpAnswer(values, bound, proved=False))
    assert solve_area(AREA, (PLEK,)).treden[0].ondergrens == told


def test_a_bound_on_the_spread_of_large_families_is_a_fraction(monkeypatch):
    values = start_values(AREA, build_columns(AREA, (GROOT,)), PLAN)
    answered(monkeypatch, MilpAnswer(values, 0.3, proved=False))
    assert solve_area(AREA, (GROOT,)).treden[0].ondergrens == pytest.approx(0.3)


def test_nothing_found_is_impossible_or_out_of_time(monkeypatch):
    answered(monkeypatch, MilpAnswer((), None, proved=True))
    with pytest.raises(ModelInfeasibleError) as caught:
        solve_area(AREA, (AFWIJKING,))
    assert caught.value.params == {"trede": AFWIJKING}
    answered(monkeypatch, MilpAnswer((), 0.0, proved=False))
    with pytest.raises(SolverFailedError, match="time limit"):
        solve_area(AREA, (AFWIJKING,))


def test_near_a_plan_only_the_largest_and_what_must_may_change():
    many = Koppelgebied(
        naam="x", gm_codes=tuple("ABCDEFGH"), taakstelling=(1,) * 8,
        inwoners=(8, 7, 6, 5, 4, 3, 2, 1), huishoudens={1: 8}, klassen=((1, 1),),
        woningen=((2,),) * 8, vorig={(g, 1, 0): 2 for g in (0, 1, 6, 7)},
    )  # fmt: skip
    # The six largest may change; G and H keep their two.
    found = plan_near(many, (PLEK, AFWIJKING), 20.0)
    assert (found.cellen[6, 1, 0], found.cellen[7, 1, 0]) == (2, 2)
    assert found.treden[1].waarde == 4
    # H lost a dwelling, so it must change; then it may take just one.
    less = replace(many, woningen=((2,),) * 7 + ((1,),))
    found = plan_near(less, (PLEK, AFWIJKING), 20.0)
    assert (found.cellen[6, 1, 0], found.cellen[7, 1, 0]) == (2, 1)
    # A fixing in G that is not the plan before frees it.
    fixed = replace(many, vast={(6, 1, 0): 1})
    assert plan_near(fixed, (PLEK, AFWIJKING), 20.0).cellen[6, 1, 0] == 1
    assert plan_near(replace(many, vorig={}), (PLEK,), 20.0) is None
    # What cannot be kept at all is no start: G is to keep two it may not have.
    wrong = replace(many, vast={(0, 1, 0): 9})
    assert plan_near(wrong, (PLEK,), 20.0) is None


MONTH = Maandvraag(
    huishoudens={1: 1, 3: 1},
    blijvers={},
    klassen=((1, 3),),
    vrij=((1,), (0,)),
    later=(),
    komend={},
    tekort=(4.0, 0.0),
    gewicht=10.0,
)


def test_persons_with_a_home_count_not_households():
    assert solve_maand(MONTH).gehuisvest == {(3, 0, 0): 1}
    later = replace(MONTH, vrij=((0,), (0,)), later=((1.0,), (0.0,)))
    assert solve_maand(later).toegezegd == {(3, 0, 0): 1}


def test_staying_is_worth_two_persons_of_deviation_for_each_person():
    # Three are asked where no dwelling is: waiting is worth six.
    asked = replace(MONTH, huishoudens={3: 1}, blijvers={3: 1}, vrij=((0,), (0,)), tekort=(3.0, 0))
    assert solve_maand(asked).blijft == {3: 1}


def test_an_expected_dwelling_is_promised_to_nobody():
    asked = replace(MONTH, vrij=((0,), (0,)), later=((1.0,), (0.0,)), komend={2: 0.0})
    assert solve_maand(asked).toegezegd == {}


@pytest.mark.parametrize(("weight", "where"), [(1.8, 1), (2.5, 0)])
def test_a_person_too_many_counts_as_one_too_few(weight, where):
    # Two with a home in A, where nobody is asked: two too many there and two too few in B.
    asked = replace(MONTH, huishoudens={2: 1}, vrij=((1,), (0,)), tekort=(0.0, 2.0), gewicht=weight)
    assert solve_maand(asked).gekoppeld == {(2, where): 1}


def test_no_more_wait_for_an_expected_dwelling_than_are_expected():
    # Two dwellings in B and one household of three to come: the other is for who is here.
    asked = replace(
        MONTH, huishoudens={2: 1}, vrij=((0,), (0,)), tekort=(2.0, 0.0),
        later=((0.0,), (2.0,)), komend={3: 1.0},
    )  # fmt: skip
    assert solve_maand(asked).gekoppeld == {(2, 1): 1}
    assert solve_maand(replace(asked, komend={3: 2.0})).gekoppeld == {(2, 0): 1}


def test_fewest_and_most_households_of_a_size_are_kept():
    order = (PLEK, AFWIJKING)
    none_there = solve_area(replace(AREA, begrensd={(0, 4): (0, 0)}), order)
    assert none_there.niet_geplaatst == {4: 1}
    both_there = solve_area(replace(AREA, begrensd={(1, 1): (2, 2)}), order)
    assert both_there.cellen[1, 1, 0] == 2
    at_least = solve_area(replace(AREA, begrensd={(1, 1): (2, 9)}), order)
    assert at_least.cellen[1, 1, 0] == 2
    # One small dwelling in A, and nobody of nine.
    for wrong in ({(0, 1): (2, 2)}, {(0, 9): (1, 1)}):
        with pytest.raises(ModelInfeasibleError):
            solve_area(replace(AREA, begrensd=wrong), order)
    assert solve_area(replace(AREA, begrensd={(0, 9): (0, 1)}), order).niet_geplaatst == {}


def test_the_bound_on_deviation_keeps_the_bands_that_a_plan_follows():
    # One single person, asked of A, with a band to B: one too few and one too many.
    area = Koppelgebied(
        naam="x", gm_codes=("A", "B"), taakstelling=(1, 0), inwoners=(9_000,) * 2,
        huishoudens={1: 1}, klassen=((1, 1),), woningen=((1,), (1,)),
        banden=(Band("r", 1, (1,), 1),),
    )  # fmt: skip
    plan = solve_area(area, (PLEK, BAND, AFWIJKING))
    assert deviation_bound(area, plan) == stage_value(area, plan, AFWIJKING) == 2
    for asked in ((1, 0), (0, 1)):
        free = replace(area, banden=(), taakstelling=asked)
        assert deviation_bound(free, replace(plan, met_band={})) == 0


def test_a_band_to_a_region_is_counted_over_its_gemeenten():
    # Each gemeente has a dwelling for one of the two single persons with a band to both.
    homes = replace(AREA, woningen=((1, 1), (1, 1)), banden=(Band("r", 1, (0, 1), 2),))
    assert solve_area(homes, (PLEK, BAND)).met_band == {0: 2}


def eight(**changes):
    """Return eight gemeenten, the largest last, with a plan of two single persons in four."""
    fields = {
        "naam": "x", "gm_codes": tuple("ABCDEFGH"), "taakstelling": (0, 4, 1, 1, 1, 1, 0, 0),
        "inwoners": (1, 2, 3, 4, 5, 6, 7, 8), "huishoudens": {1: 8, 2: 1}, "klassen": ((1, 2),),
        "woningen": ((3,),) * 8, "vorig": {(g, 1, 0): 2 for g in (0, 1, 2, 3)},
    }  # fmt: skip
    return Koppelgebied(**fields | changes)


def near(area):
    found = plan_near(area, (PLEK, AFWIJKING), 20.0)
    return {(s, area.gm_codes[g]): n for (g, s, _), n in found.cellen.items() if g < 2}


def test_the_smallest_stay_as_they_were_though_they_ask_more():
    # B asks four, yet keeps its two; the household of two would have made it exact.
    assert near(eight()) == {(1, "A"): 2, (1, "B"): 2}


def test_only_a_fixing_that_differs_from_the_plan_before_frees_a_gemeente():
    assert near(eight(vast={(1, 1, 0): 2})) == {(1, "A"): 2, (1, "B"): 2}
    assert near(eight(vast={(1, 1, 0): 1})) == {(1, "A"): 2, (1, "B"): 1, (2, "B"): 1}
    # One that was not there at all differs from nobody.
    assert near(eight(vast={(1, 2, 0): 0})) == {(1, "A"): 2, (1, "B"): 2}


def test_who_used_more_dwellings_than_there_are_must_change():
    before = {**eight().vorig, (1, 1, 0): 1, (1, 2, 0): 1}
    enough = eight(vorig=before, woningen=((3,), (2,), *((3,),) * 6))
    assert near(enough) == {(1, "A"): 2, (1, "B"): 1, (2, "B"): 1}
    # Of two dwellings one is gone: both sizes shared them.
    found = near(eight(vorig=before, woningen=((3,), (1,), *((3,),) * 6)))
    assert found in ({(1, "A"): 2, (2, "B"): 1}, {(1, "A"): 2, (1, "B"): 1})


def test_a_household_that_is_no_longer_asked_for_leaves_its_gemeente_free():
    before = {**eight().vorig, (1, 1, 0): 1, (1, 2, 0): 1}
    assert near(eight(vorig=before, huishoudens={1: 8})) == {(1, "A"): 2, (1, "B"): 3}
