from dataclasses import replace

from optimiser.engine import Infeasible, Option, apply_repair, find_conflicts, repairs, solve_exact
from optimiser.engine.closing.clashes import Side
from optimiser.engine.closing.feasibility import Conflict, Level, binding_blocks
from optimiser.engine.closing.feasible import feasible_point, ranges
from optimiser.engine.closing.nearest import Nearest, nearest
from optimiser.engine.closing.stretch import Repair
from optimiser.engine.tree import build_tree
from optimiser.problem import Block, Limit, Stage, moved
from tests.unit.engine.problems import problem

# Regio A asks 20 and has room for 16; B asks 10 and has room for 15; C 10 and room for 11.
SHORT = {
    "doel": [12, 8, 5, 5, 10],
    "upper": [9, 7, 8, 7, 11],
    "groups": [("A", (0, 1), 20, 20), ("B", (2, 3), 10, 10), ("C", (4,), 10, 10)],
}


def summary(conflicts):
    return [(c.code, c.naam, c.required, c.possible) for c in conflicts]


def test_a_short_region_is_named_with_its_amounts_and_blocks():
    (conflict,) = find_conflicts(problem(**SHORT))
    assert (conflict.naam, conflict.required, conflict.possible) == ("A", 20, 16)
    assert conflict.members == (0, 1)
    assert conflict.blocks == (Block.PLAFOND,)


def test_a_shortage_is_not_counted_again_in_the_area_around_it():
    groups = [*SHORT["groups"], ("AB", (0, 1, 2, 3), 30, 30)]
    assert summary(find_conflicts(problem(**{**SHORT, "groups": groups}))) == [
        ("tekort_groep", "A", 20, 16)
    ]


def test_an_area_that_is_short_beyond_its_parts_is_named_too():
    # AB asks 36 of parts that must be 20 and can be at most 15.
    groups = [("A", (0, 1), 20, 20), ("AB", (0, 1, 2, 3), 36, 40)]
    data = problem([12, 8, 10, 6, 4], upper=[9, 7, 8, 7, None], groups=groups)
    assert summary(find_conflicts(data)) == [
        ("tekort_groep", "A", 20, 16),
        ("tekort_groep", "AB", 36, 35),
    ]


def test_a_shortage_is_no_excess_in_the_area_around_it():
    # A asks 20 and has room for 16. With the floor of 12 elsewhere 32 are asked of 30.
    groups = [("A", (0, 1), 20, 20)]
    data = problem([10, 10, 10], upper=[8, 8, None], lower=[None, None, 12], groups=groups)
    assert summary(find_conflicts(data)) == [
        ("tekort_groep", "A", 20, 16),
        ("overschot_land", "", 32, 30),
    ]


def test_a_floor_above_its_ceiling_may_meet_it_anywhere_in_between():
    # Floor 6 and ceiling 2; the area holds 4, of which at most 2 elsewhere: at 2 all is well.
    data = problem([2, 2], upper=[2, 2], lower=[6, None], groups=[("A", (0, 1), 4, 4)])
    assert summary(find_conflicts(data)) == [("tekort_gemeente", "GM0001", 6, 2)]
    assert repairs(data)[0].persons == 4


def test_floors_that_ask_too_much_are_an_excess():
    data = problem([5, 5], lower=[4, 3], groups=[("A", (0, 1), 6, 6)])
    assert [c.code for c in find_conflicts(data)] == ["overschot_groep", "tekort_land"]


def test_a_floor_above_the_ceiling_is_a_conflict_of_that_gemeente():
    data = problem([5, 5], upper=[3, None], lower=[4, None])
    assert summary(find_conflicts(data)) == [("tekort_gemeente", "GM0001", 4, 3)]


def test_a_country_that_is_short_has_no_wider_area_to_turn_to():
    data = problem([5, 5], upper=[4, 4])
    assert summary(find_conflicts(data)) == [("tekort_land", "", 10, 8)]
    stretch, wider, places = repairs(data)
    assert (stretch.persons, places.persons) == (2, 2)
    assert not wider.available
    assert wider.widening.country_room == -2


def test_a_budget_that_is_too_small_is_a_conflict_with_its_own_repair():
    data = problem([5, 5], upper=[2, None], budget=1)
    (conflict,) = find_conflicts(data)
    assert conflict == Conflict(Level.BUDGET, "", (0, 1), Side.TEKORT, 3, 1, ())
    assert conflict.code == "tekort_budget"
    (repair,) = repairs(data)
    assert repair == Repair(Option.BUDGET, available=True, budget=3)
    assert find_conflicts(replace(data, budget=3)) == ()
    assert solve_exact(apply_repair(data, repair)).x == (2, 8)


def test_the_smallest_repairs_of_a_short_region():
    data = problem(**SHORT)
    stretch, wider, places = repairs(data)
    assert (stretch.persons, sum(up for _, up, _ in stretch.changes)) == (4, 4)
    assert {i for i, _, _ in stretch.changes} <= {0, 1}
    assert places.persons == 4
    # C has room for 1 only, B for 5: the region that suffices is joined.
    assert [union.names for union in wider.widening.unions] == [("A", "B")]
    answer = solve_exact(apply_repair(data, wider))
    assert sum(answer.x[:4]) == 30
    assert answer.x[4] == 10


def test_neighbours_are_joined_until_their_room_suffices():
    data = problem(**{**SHORT, "upper": [9, 7, 6, 6, 12]})
    wider = repairs(data)[1]
    assert wider.available
    assert set(wider.widening.unions[0].names) == {"A", "B", "C"}


def test_a_sum_is_given_up_when_only_loose_gemeenten_have_room():
    data = problem([6, 4, 5], upper=[4, 4, 9], groups=[("A", (0, 1), 10, 10)])
    wider = repairs(data)[1]
    (union,) = wider.widening.unions
    assert (union.names, union.within) == (("A",), "")
    assert solve_exact(apply_repair(data, wider)).x == (4, 4, 7)


def test_places_do_not_help_where_the_offer_is_the_limit():
    data = problem([5, 5], upper=[4, 9], groups=[("A", (0,), 5, 5)])
    wil = Limit(Block.WIL, 0, upper=4)
    data = replace(data, limits=(*data.limits, wil))
    stretch, _, places = repairs(data)
    assert not places.available
    assert {limit.block for _, limit in stretch.limits} == {Block.PLAFOND, Block.WIL}


def test_no_more_places_are_asked_than_are_short_although_more_would_be_fairer():
    # Together 9 of 10: one place is short. The shares 9 and 1 would ask five places in the first.
    data = problem([5, 5], exact=[9, 1], upper=[4, 5])
    stretch, _, places = repairs(data)
    assert (places.persons, places.changes) == (1, ((0, 1, 0),))
    assert (stretch.persons, stretch.changes) == (1, ((0, 1, 0),))


def test_locked_gemeenten_stay_locked_while_another_can_take_it():
    data = problem([6, 4], upper=[None, 3], groups=[("A", (0, 1), 10, 10)])
    data = replace(data, limits=(*data.limits, Limit(Block.VAST, 0, lower=6, upper=6)))
    assert repairs(data)[0].changes == ((1, 1, 0),)


def test_a_repair_widens_the_budget_when_it_must():
    data = problem([5, 5, 0], upper=[5, 2, 2], budget=1)
    for repair in repairs(data):
        if repair.available:
            repaired = apply_repair(data, repair)
            answer = solve_exact(repaired)
            assert moved(data.doel, answer.x) <= repaired.budget


def test_a_problem_that_closes_needs_no_repair():
    data = problem([5, 5])
    assert find_conflicts(data) == repairs(data) == ()


def test_ceilings_that_may_stretch_are_no_conflict():
    data = problem(**SHORT, stages=(Stage.MINSTE_TEKORT, Stage.EERLIJKST))
    answer = solve_exact(data)
    assert answer.objectives[Stage.MINSTE_TEKORT] == 4
    assert isinstance(solve_exact(problem(**SHORT)), Infeasible)


def test_the_nearest_distribution_lists_who_has_no_place():
    outcome = nearest(problem(**SHORT))
    assert outcome.x[:2] == (9, 7)
    assert (outcome.unplaced, outcome.short, outcome.below_floor) == (4, (("A", 4),), 0)
    assert sum(outcome.x) == 36


def test_what_an_area_misses_is_not_listed_again_for_the_area_around_it():
    # A misses 4; AB holds 31 of its 36, of which 4 are those of A. The rest fits elsewhere.
    groups = [("A", (0, 1), 20, 20), ("AB", (0, 1, 2, 3), 36, 40)]
    outcome = nearest(problem([12, 8, 10, 6, 4], upper=[9, 7, 8, 7, None], groups=groups))
    assert (outcome.unplaced, outcome.short) == (0, (("A", 4), ("AB", 1)))


def test_the_nearest_distribution_leaves_floors_only_where_it_must():
    data = problem([5, 5], lower=[4, 3], groups=[("A", (0, 1), 6, 6)])
    outcome = nearest(data)
    assert (sum(outcome.x), outcome.unplaced, outcome.below_floor) == (6, 4, 1)


def test_areas_whose_sums_contradict_the_area_around_them_are_relaxed():
    groups = [("A", (0, 1), 6, 6), ("B", (2,), 6, 6), ("AB", (0, 1, 2), 10, 10)]
    data = problem([4, 2, 4], groups=groups)
    stretch, wider, places = repairs(replace(data, budget=9))
    assert stretch == Repair(Option.GRENZEN, available=False, budget=9)
    assert places == Repair(Option.PLAATSEN, available=False, budget=9)
    assert (wider.available, wider.persons, wider.budget) == (True, 0, 9)
    assert sum(nearest(data).x) == 10


def test_only_the_lowest_ceiling_and_the_highest_floor_bind():
    data = problem([5, 5], upper=[4, None], lower=[2, None])
    more = (
        Limit(Block.WIL, 0, upper=3),
        Limit(Block.MAX_WIJZIGING, 0, lower=2, upper=3),
        Limit(Block.VAST, 1, upper=1),
    )
    data = replace(data, limits=(*data.limits, *more))
    assert binding_blocks(data, (0,), Side.TEKORT) == (Block.WIL, Block.MAX_WIJZIGING)
    assert binding_blocks(data, (0,), Side.OVERSCHOT) == (Block.BODEM, Block.MAX_WIJZIGING)
    assert binding_blocks(data, (1,), Side.TEKORT) == (Block.VAST,)
    stretch = replace(data, stages=(Stage.MINSTE_TEKORT,))
    assert binding_blocks(stretch, (0, 1), Side.TEKORT) == (Block.MAX_WIJZIGING, Block.VAST)


def test_of_two_ceilings_the_lower_says_by_how_much_both_give_way():
    data = problem([5, 5], upper=[3, None], groups=[("A", (0,), 5, 5)])
    data = replace(data, limits=(*data.limits, Limit(Block.WIL, 0, upper=2)))
    stretch = repairs(data)[0]
    assert (stretch.persons, stretch.changes) == (3, ((0, 3, 0),))
    assert {limit.upper for _, limit in stretch.limits} == {5}
    assert len(stretch.limits) == 2


def test_a_floor_gives_way_by_what_it_asks_too_much():
    data = problem([5, 5], lower=[4, 3], groups=[("A", (0, 1), 6, 10)], exact=[5, 5])
    data = replace(data, limits=(*data.limits, Limit(Block.VAST, 1, lower=8)))
    # 4 and 8 of 10: two too many; the floor of 3 holds whatever happens.
    stretch = repairs(data)[0]
    assert (stretch.persons, sum(down for _, _, down in stretch.changes)) == (2, 2)
    assert all(limit.lower is not None for _, limit in stretch.limits)
    assert find_conflicts(apply_repair(data, stretch)) == ()


def test_a_budget_grows_to_what_the_repair_needs_and_no_further():
    # Of 10 the ceilings hold 9. With one place more two persons must come to the third gemeente.
    for budget, needed in ((1, 2), (7, 7)):
        data = problem([5, 5, 0], upper=[5, 2, 2], budget=budget)
        stretch, _, places = repairs(data)
        assert (stretch.persons, stretch.budget) == (1, needed)
        assert (places.persons, places.budget) == (1, needed)


def test_a_ceiling_below_zero_gives_way_from_nobody_on():
    data = problem([5, 5], upper=[-2, 5])
    assert repairs(data)[0].changes == ((0, 5, 0),)


def test_ceilings_that_may_stretch_do_not_say_which_hard_one_gives_way():
    # Two short under hard limits of 4 and 4. The shares give both to the first; its plafond of 3
    # stretches anyway, so it does not count against it.
    hard = tuple(Limit(Block.MAX_WIJZIGING, i, upper=4) for i in (0, 1))
    plafond = Limit(Block.PLAFOND, 0, upper=3)
    stages = (Stage.MINSTE_TEKORT, Stage.EERLIJKST)
    data = problem([5, 5], exact=[9, 1], groups=[("A", (0, 1), 10, 10)], stages=stages)
    data = replace(data, limits=(*hard, plafond), budget=8)
    stretch, wider, places = repairs(data)
    assert stretch.changes == ((0, 2, 0),)
    assert places == Repair(Option.PLAATSEN, available=False, budget=8)
    assert (wider.available, wider.persons, wider.budget) == (False, 0, 8)


def test_a_repair_without_a_budget_leaves_it_as_it_was():
    data = problem([5, 5], budget=3)
    assert apply_repair(data, Repair(Option.GRENZEN, available=True)).budget == 3


def test_a_point_inside_narrower_bounds_fills_from_the_country_down():
    # A must hold 3 to 5, of which 1 at least in each; the third takes what is left of 7.
    groups = [("A", (0, 1), 3, 5)]
    tree = build_tree(problem([3, 3, 1], groups=groups))
    assert ranges(tree, (1, 1, 0), (9, 9, 1)) == ([1, 1, 0, 3, 7], [9, 9, 1, 5, 6])
    assert feasible_point(tree, (1, 1, 0), (9, 9, 1)) is None
    assert feasible_point(tree, (1, 1, 0), (9, 9, 3)) == (3, 1, 3)
    assert feasible_point(tree, (1, 1, 0), (2, 9, 9)) == (2, 1, 4)


def test_nobody_is_placed_where_nobody_may_be():
    assert nearest(problem([5, 5], upper=[4, 0])) == Nearest((4, 0), 6, (("", 6),), 0)
    assert nearest(problem([5, 5], upper=[-2, 5])) == Nearest((0, 5), 5, (("", 5),), 0)
    assert nearest(problem([5, 5], upper=[4, 5])) == Nearest((4, 5), 1, (("", 1),), 0)


def test_sums_that_fit_stay_asked_while_another_area_is_short():
    # A and B ask ten each of the twenty of P; the fairest would be 18 and 2.
    groups = [("A", (0,), 10, 20), ("B", (1,), 10, 20), ("P", (0, 1), 20, 20)]
    data = problem([10, 10, 10], exact=[18, 2, 10], upper=[None, None, 5], groups=groups)
    assert nearest(data).x == (10, 10, 5)


def test_what_is_no_longer_asked_of_an_area_is_not_asked_of_its_gemeenten():
    groups = [("A", (0, 1), 6, 6), ("B", (2,), 6, 6), ("AB", (0, 1, 2), 10, 10)]
    assert nearest(problem([10, 0, 0], groups=groups)).x == (6, 0, 4)


def test_a_floor_that_cannot_be_is_no_person_without_a_place():
    groups = [("A", (0, 1), 20, 20)]
    data = problem(
        [12, 8, 10], upper=[9, 7, 4], lower=[None, None, 6], groups=groups, exact=[12, 8, 10]
    )
    assert ("A", 4) in nearest(data).short


def test_who_has_no_place_for_a_floor_above_a_ceiling_is_counted_for_the_country():
    # The first must hold 6 and can hold 2. The second can hold 5, or 7: three or one have no place.
    for room, left in ((5, 3), (7, 1)):
        data = problem([5, 5], upper=[2, room], lower=[6, None])
        assert nearest(data) == Nearest((2, room), left, (("", left),), 4)


def test_who_has_no_claim_gets_nobody_although_another_area_is_short():
    data = problem([5, 5, 0], upper=[3, None, None], groups=[("A", (0,), 5, 5)])
    assert nearest(data).x == (3, 7, 0)


def test_areas_of_the_same_gemeenten_count_what_they_miss_once():
    groups = [(name, (0, 1), asked, 30) for name, asked in (("A", 20), ("B", 21), ("C", 22))]
    outcome = nearest(problem([12, 8, 10], upper=[9, 7, None], groups=groups))
    assert outcome.short == (("A", 4), ("B", 1), ("C", 1))


def test_an_area_that_is_short_counts_with_its_floor_above_it():
    # X must hold 10 to 20 and has room for 8; the loose one takes the other 2: only X cannot close.
    groups = [("X", (0, 1), 10, 20)]
    data = problem([6, 4, 2], upper=[4, 4, 2], groups=groups)
    assert summary(find_conflicts(data)) == [("tekort_groep", "X", 10, 8)]
