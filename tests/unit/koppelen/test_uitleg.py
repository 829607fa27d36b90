"""Every answer of ``waarom`` against all plans of tiny areas, and by head on the hand example."""

import random
from dataclasses import replace

import pandas as pd
import pytest

from optimiser.koppelen.errors import KoppelingUnknownError
from optimiser.koppelen.plan import make_plan
from optimiser.koppelen.uitgangspunt import only
from optimiser.koppelen.uitleg.change import Invoersoort
from optimiser.koppelen.uitleg.explain import explain_koppeling
from optimiser.koppelen.uitleg.nearby import order_by_steps
from optimiser.koppelen.uitleg.replan import is_better
from optimiser.koppelen.vastzetting import Vastzetting
from optimiser.koppelen.vraag import Koppelvraag
from optimiser.koppelen.woningen import Woningklasse
from optimiser.lp.koppelen.area import STAPPEN, Koppelstap, Tredewaarde
from optimiser.report.koppelen.uitleg import uitleg_lines
from tests.koppel_referee import KLASSEN, best, tiny, worth

STAGES = STAPPEN[:3]


def as_vraag(area):
    """Return the question of one tiny area, without its band."""
    table = pd.DataFrame(
        {
            "gemeente": list(area.gm_codes),
            "gebied": area.naam,
            "taakstelling": area.taakstelling,
            "inwoners": area.inwoners,
        },
        index=pd.Index(area.gm_codes, name="gm_code"),
    )
    klassen = tuple(Woningklasse(f"{k}k", *ends) for k, ends in enumerate(KLASSEN))
    homes = pd.DataFrame(area.woningen, index=table.index, columns=[k.naam for k in klassen])
    return Koppelvraag(table, {area.naam: area.huishoudens}, homes, klassen, area.drempel)


@pytest.fixture(scope="module")
def explained():
    """Return thirty tiny areas of three gemeenten, with two groups of each plan explained."""
    return list(groups(random.Random(30)))


def groups(rng):
    for _ in range(30):
        area = replace(tiny(rng, 3), banden=(), vorig={})
        vraag = as_vraag(area)
        plan = make_plan(vraag).koppelingen
        pairs = plan[["gm_code", "personen"]].drop_duplicates().head(2)
        for code, size in pairs.itertuples(index=False):
            found = explain_koppeling(plan, vraag, (str(code), int(size), None))
            yield area, chosen_of(area, plan), found


def chosen_of(area, plan):
    rows = plan[["gm_code", "personen", "klasse", "huishoudens"]].itertuples(index=False)
    return [(area.gm_codes.index(code), s, int(k[:-1])) for code, s, k, n in rows for _ in range(n)]


def staying(here, size, count):
    return lambda plan: sum((g, s) == (here, size) for g, s, _ in plan) >= count


def best_with(area, chosen, size, here, there):
    """Return the best of all plans with one household fewer here and one more there."""
    before = [sum((g, s) == (place, size) for g, s, _ in chosen) for place in (here, there)]

    def allowed(plan):
        after = [sum((g, s) == (place, size) for g, s, _ in plan) for place in (here, there)]
        return after[0] < before[0] and after[1] > before[1]

    return best(area, STAGES, allowed)


def test_each_alternative_costs_what_the_best_of_all_plans_costs(explained):
    seen = 0
    for area, chosen, found in explained:
        now = worth(area, chosen)
        for one in found.alternatieven:
            places = area.gm_codes.index(found.gm_code), area.gm_codes.index(one.gm_code)
            after = best_with(area, chosen, found.personen, *places)
            if after is None:
                assert one.veranderingen is None
                continue
            seen += 1
            told = one.veranderingen[: len(STAGES)]
            assert [change.meest for change in told] == [
                value - now[stap] for value, stap in zip(after, STAGES, strict=True)
            ]
            assert all(change.minst == change.meest for change in told)
    assert seen > 20


def test_a_change_that_is_told_makes_every_plan_that_stays_worse(explained):
    seen = 0
    for area, chosen, found in explained:
        here, size = area.gm_codes.index(found.gm_code), found.personen
        count = sum((g, s) == (here, size) for g, s, _ in chosen)
        for change in found.wijzigingen:
            if change.soort is Invoersoort.WONING:
                homes = [list(row) for row in area.woningen]
                homes[change.naar][change.klasse] += 1
                other = replace(area, woningen=tuple(map(tuple, homes)))
            elif change.soort is Invoersoort.TAAKSTELLING:
                asked = list(area.taakstelling)
                asked[here] -= change.aantal
                asked[change.naar] += change.aantal
                other = replace(area, taakstelling=tuple(asked))
            else:
                continue
            seen += 1
            stays = best(other, STAGES, staying(here, size, count))
            assert best_with(other, chosen, size, here, change.naar) < stays
    assert seen > 5


def exact(vraag):
    """Return area x of the hand example and its plan of the design: A 1, 1, 4; B 5; C 1, 1, 2."""
    asked = only(vraag, "x")
    rows = [
        ("GM0001", 1, "1k", 2),
        ("GM0001", 4, "5k", 1),
        ("GM0002", 5, "4k", 1),
        ("GM0003", 1, "1k", 2),
        ("GM0003", 2, "2k", 1),
    ]
    plan = pd.DataFrame(rows, columns=["gm_code", "personen", "klasse", "huishoudens"])
    return asked, plan.assign(personen_totaal=plan["personen"] * plan["huishoudens"])


def test_the_hand_example_by_head(vraag):
    asked, plan = exact(vraag)
    # Without the household of two C reaches 3 of its 4, and who takes it goes over by one.
    found = explain_koppeling(plan, asked, ("GM0003", 2, None))
    assert (found.taakstelling, found.overige, found.woningen) == (4, 2, {"2k": (1, 1)})
    costs = [[change.meest for change in one.veranderingen] for one in found.alternatieven]
    assert costs == [[0, 0, 2], [0, 0, 2]]
    # The one household of two follows a band; nothing smaller than that moves it.
    assert [(w.soort, w.aantal, w.naar) for w in found.wijzigingen] == [(Invoersoort.BAND, 1, 0)]
    first, second, third, fourth = uitleg_lines(found, asked)
    assert "1 huishouden van 2 personen: 1 in 2k (daar 1 woning)." in first
    assert "komt C 2 personen tekort (taakstelling 4, andere koppelingen 2)" in first
    assert "A (passend en vrij: 1 woning): 2 personen meer naast de taakstelling." in second
    assert "zeker naar A met een band daarheen voor 1 huishouden van deze grootte" in third
    assert "Nationaliteit" in fourth


def test_a_plan_that_is_as_good_needs_no_change(vraag):
    asked, plan = exact(vraag)
    # The families of four and five may change places: two plans are exact.
    found = explain_koppeling(plan, asked, ("GM0002", 5, "4k"))
    assert [one.gm_code for one in found.alternatieven] == ["GM0001"]
    assert found.alternatieven[0].even_goed
    lines = uitleg_lines(found, asked)
    assert "A (passend en vrij: 0 woningen): even goed." in lines[1]
    assert "Niets is nodig: met één van deze huishoudens in A" in lines[2]


def test_a_dwelling_elsewhere_moves_the_family():
    table = pd.DataFrame(
        {"gemeente": ["P", "Q"], "gebied": "x", "taakstelling": [1, 4], "inwoners": 9_000},
        index=pd.Index(["GM0001", "GM0002"], name="gm_code"),
    )
    klassen = (Woningklasse("1k", 1, 1), Woningklasse("4k", 3, 5))
    homes = pd.DataFrame([[1, 1], [1, 0]], index=table.index, columns=["1k", "4k"])
    vraag = Koppelvraag(table, {"x": {1: 1, 4: 1}}, homes, klassen)
    found = explain_koppeling(make_plan(vraag).koppelingen, vraag, ("GM0001", 4, None))
    lines = uitleg_lines(found, vraag)
    assert lines[1].endswith("Nergens anders in x is een woning die past.")
    assert "zeker naar Q met daar één 4k meer" in lines[2]


def test_a_fixed_group_is_told_with_its_reason(vraag):
    fixed = Vastzetting("GM0001", 5, "5k", 1, "afgesproken 12-9")
    asked = replace(only(vraag, "x"), vast=(fixed,))
    found = explain_koppeling(make_plan(asked).koppelingen, asked, ("GM0001", 5, None))
    assert "Met de hand vastgezet: 1 in 5k (afgesproken 12-9)." in uitleg_lines(found, asked)[0]
    assert found.alternatieven[0].even_goed  # without the fixing: the other exact plan


def test_households_that_are_not_there_are_refused_with_what_is(vraag):
    asked, plan = exact(vraag)
    with pytest.raises(KoppelingUnknownError) as caught:
        explain_koppeling(plan, asked, ("GM0003", 5, None))
    assert caught.value.params["bekend"] == "1 in 1k, 2 in 2k"


def test_the_spread_of_large_families_is_told_where_nothing_else_changes():
    table = pd.DataFrame(
        {"gemeente": ["P", "Q"], "gebied": "x", "taakstelling": 6, "inwoners": [20_000, 10_000]},
        index=pd.Index(["GM0001", "GM0002"], name="gm_code"),
    )
    homes = pd.DataFrame([[1], [1]], index=table.index, columns=["6k"])
    vraag = Koppelvraag(table, {"x": {6: 1}}, homes, (Woningklasse("6k", 6, 10),))
    plan = make_plan(vraag).koppelingen
    assert list(plan["gm_code"]) == ["GM0001"]  # one on 20.000 inhabitants, not on 10.000
    found = explain_koppeling(plan, vraag, ("GM0001", 6, None))
    assert "Alleen de spreiding van grote gezinnen" in uitleg_lines(found, vraag)[2]
    (other,) = found.alternatieven
    spread = other.veranderingen[-1]
    assert spread.stap is Koppelstap.GROTE_GEZINNEN_GESPREID
    assert (spread.minst, spread.meest) == (0.5, 0.5)


def test_nearest_first_and_who_cannot_be_reached_last():
    assert order_by_steps(2, 5, [(0, 1), (1, 2), (2, 3)]) == [(1, 1), (3, 1), (0, 2), (4, 5)]


def trede(waarde, ondergrens=None):
    least = waarde if ondergrens is None else ondergrens
    return Tredewaarde(Koppelstap.MINSTE_AFWIJKING, waarde, least)


@pytest.mark.parametrize(
    ("one", "other", "better"),
    [
        ([0, 2], [0, 4], True),
        ([0, 4], [0, 2], False),
        ([0, 2], [0, 2], False),
        ([1, 0], [0, 9], False),
    ],
)
def test_better_is_decided_by_the_first_stage_that_differs(one, other, better):
    assert is_better([trede(n) for n in one], [trede(n) for n in other]) is better


def test_what_is_not_proved_is_not_better():
    assert not is_better([trede(2)], [trede(4, 1)])
    assert not is_better([trede(2, 1), trede(0)], [trede(2), trede(5)])
