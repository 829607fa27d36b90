"""Half-years together against brute force, min-cost flow, and an instance that is not whole."""

from fractions import Fraction
from itertools import accumulate, product

import networkx as nx
import numpy as np
import pytest

from optimiser.lp.jaren import years
from optimiser.lp.jaren.least_moved import moved_persons, solve_least_moved
from optimiser.lp.jaren.least_moved import unfairness as own_unfairness
from optimiser.lp.jaren.network import LpColumn, LpLine, Network, Region, build_network
from optimiser.lp.jaren.parts import parts_of
from optimiser.lp.jaren.years import Way, closed_form, solve_whole, solve_years, write_problem
from optimiser.lp.solver import run


def region_of(needed, claims, dwellings, places=None, achterstand=None):
    n = len(dwellings)
    horizon = len(needed)
    return Region(
        "X",
        tuple(f"GM{i:04d}" for i in range(n)),
        tuple(needed),
        tuple(tuple(accumulate(row)) for row in claims),
        tuple(tuple(row) for row in dwellings),
        tuple(tuple(row) for row in places or [[0] * horizon] * n),
        tuple(achterstand or [0] * n),
    )


def random_region(dice, n, horizon, most, with_places):
    needed = dice.integers(0, most + 1, horizon)
    weights = dice.integers(1, 9, n)
    shares = [Fraction(int(w), int(weights.sum())) for w in weights]
    claims = [[share * int(total) for total in needed] for share in shares]
    places = None
    if with_places:
        open_from = int(dice.integers(0, horizon))
        last = int(dice.integers(open_from, horizon))
        size = dice.integers(0, 3, n)
        places = [[int(p) if open_from <= t <= last else 0 for t in range(horizon)] for p in size]
    return region_of(
        [int(total) for total in needed],
        claims,
        dice.integers(0, max(2, most // n + 1), (n, horizon)).tolist(),
        places,
        dice.integers(0, 3, n).tolist(),
    )


def late_of_one(asked, dwellings, places, owed):
    """Return the least achterstand of one gemeente, by trying every number of residents."""
    states = {(owed, 0): 0}
    for x, room, space in zip(asked, dwellings, places, strict=True):
        after = {}
        for (b, s), cost in states.items():
            for new_s in range(space + 1):
                for new_b in range(b + x + 1):
                    if b + s + x - new_b - new_s <= room:
                        key, value = (new_b, new_s), cost + new_b
                        # moving out is only into a dwelling
                        if s - new_s <= room and value < after.get(key, 10**9):
                            after[key] = value
        states = after
    return min(states.values(), default=None)


def unfairness(claims, asked):
    """Add up the costs of the parts that the sums of the numbers use."""
    total = 0.0
    for row, numbers in zip(claims, asked, strict=True):
        for q, x in zip(row, accumulate(numbers), strict=True):
            steps = x - q.numerator // q.denominator
            for length, cost, sign in parts_of(q):
                if sign * steps > 0:
                    used = min(length, abs(steps))
                    total += used * cost
                    steps -= sign * used
    return total


def splits(total, n):
    if n == 1:
        yield (total,)
        return
    for first in range(total + 1):
        for rest in splits(total - first, n - 1):
            yield (first, *rest)


@pytest.mark.parametrize("seed", range(12))
def test_three_gemeenten_and_three_half_years_by_brute_force(seed):
    region = random_region(np.random.default_rng(seed), 3, 3, 4, with_places=seed % 2)
    best = None
    cache = {}
    for columns in product(*(list(splits(total, 3)) for total in region.needed)):
        asked = list(zip(*columns, strict=True))
        late = 0
        for g, row in enumerate(asked):
            if (g, row) not in cache:
                cache[g, row] = late_of_one(
                    row, region.dwellings[g], region.places[g], region.achterstand[g]
                )
            late += cache[g, row]
        value = (late, unfairness(region.claims, asked))
        if best is None or value < best:
            best = value
    answer = solve_years(region)
    assert sum(map(sum, answer.late)) == best[0]
    assert unfairness(region.claims, answer.asked) == pytest.approx(best[1], abs=1e-3)
    assert sum(answer.least_late) <= best[0]


def flow_cost(region):
    """Return the least achterstand as a min-cost flow: a pure network (T2 of the design)."""
    graph, horizon = nx.DiGraph(), len(region.needed)
    demand = {}
    for t, total in enumerate(region.needed):
        demand["source", t] = -total
    for g, owed in enumerate(region.achterstand):
        demand["owed", g] = -owed
        graph.add_edge(("owed", g), ("g", g, 0), weight=0)
    for g, t in product(range(len(region.gm_codes)), range(horizon)):
        here, room, place = ("g", g, t), ("d", g, t), ("p", g, t)
        graph.add_edge(("source", t), here, weight=0)
        graph.add_edge(here, room, weight=0)
        graph.add_edge(room, "sink", weight=0, capacity=region.dwellings[g][t])
        graph.add_edge(here, place, weight=0)
        graph.add_edge(place, room, weight=0)
        later = ("g", g, t + 1) if t + 1 < horizon else "sink"
        stays = ("p", g, t + 1) if t + 1 < horizon else "sink"
        graph.add_edge(here, ("wait", g, t), weight=1)
        graph.add_edge(("wait", g, t), later, weight=0)
        graph.add_edge(place, ("stay", g, t), weight=0, capacity=region.places[g][t])
        graph.add_edge(("stay", g, t), stays, weight=0)
    demand["sink"] = -sum(demand.values())
    for node, value in demand.items():
        graph.add_node(node)
        graph.nodes[node]["demand"] = value
    return nx.cost_of_flow(graph, nx.min_cost_flow(graph))


@pytest.mark.parametrize("seed", range(40))
def test_least_achterstand_equals_a_min_cost_flow(seed):
    dice = np.random.default_rng(100 + seed)
    region = random_region(dice, int(dice.integers(2, 7)), int(dice.integers(2, 7)), 30, True)
    answer = solve_years(region)
    assert sum(map(sum, answer.late)) == flow_cost(region)


def test_places_and_sums_on_the_way_are_not_whole_in_general():
    """Tijd.md, T3: national numbers 1, 1, 1; the LP reaches 1/2, whole persons 0.

    A at most 1 in all, nothing in half-year 2; B at most 1 up to half-year 2, dwellings 1, 0, 1
    and one place in half-year 2 only; C only half-year 2. B in half-year 2 as large as possible.
    """
    names = ["A1", "A3", "B1", "B2", "B3", "C2", "short"]
    a1, a3, b1, b2, b3, c2, short = range(7)
    columns = [LpColumn(name, 1, 0.0) for name in names[:-1]] + [LpColumn("short", 1, 1.0)]
    lines = [
        LpLine("land_1", (a1, b1), (1, 1), 1, 1),
        LpLine("land_2", (b2, c2), (1, 1), 1, 1),
        LpLine("land_3", (a3, b3), (1, 1), 1, 1),
        LpLine("A_samen", (a1, a3), (1, 1), None, 1),
        LpLine("B_tot_2", (b1, b2), (1, 1), None, 1),
        LpLine("B_woning_3", (b2, b3), (1, 1), None, 1),  # who left the place, and the new one
        LpLine("doel", (b2, short), (1, 1), 1, 1),
    ]
    network = Network(tuple(columns), tuple(lines), {})
    problem, variables = write_problem(network)
    answer = run(problem, variables)
    assert answer.values[b2] == pytest.approx(0.5)
    values, _, way = solve_whole(network)
    assert way is Way.MILP
    assert values[b2] == 0


def test_by_hand_a_place_moves_the_problem_and_brings_it_back():
    """10 asked each half-year, room for 8: with a place for 2 in half-year 2 only."""
    claims = [[Fraction(10)] * 3]
    bare = solve_years(region_of([10, 10, 10], claims, [[8, 8, 8]]))
    assert bare.late == ((2, 4, 6),)
    helped = solve_years(region_of([10, 10, 10], claims, [[8, 8, 8]], [[0, 2, 0]]))
    assert helped.late == ((2, 2, 6),)
    assert helped.residents == ((0, 2, 0),)
    assert helped.moved_on == ((0, 0, 2),)
    assert closed_form(helped.region) == (2, 2, 6)


def test_a_place_that_closes_without_dwellings_stays_empty():
    """Everybody must be out at closing: without a dwelling then, nobody moves in before."""
    claims = [[Fraction(2), Fraction(0)]]
    answer = solve_years(region_of([2, 0], claims, [[0, 0]], [[2, 0]]))
    assert answer.residents == ((0, 0),)
    assert answer.late == ((2, 2),)
    assert sum(answer.least_late) < 4


def test_whole_breakpoints_keep_claims_with_fractions_whole():
    claims = [[Fraction(7, 2)] * 2, [Fraction(7, 2)] * 2]
    region = region_of([7, 7], claims, [[9, 9], [9, 9]])
    answer = solve_years(region)
    assert answer.way is Way.LP
    totals = [sum(row) for row in answer.asked]
    assert totals == [7, 7]


def test_rows_and_columns_of_one_gemeente():
    region = region_of([3], [[Fraction(3)]], [[3]])
    network = build_network(region)
    assert [line.name for line in network.lines] == ["woning_GM0000_0", "som_GM0000_0", "som_0"]
    assert network.lines[-1].lower == network.lines[-1].upper == 3


def test_a_part_costs_the_slope_of_the_squared_deviation():
    """Around q = 5/2: from 2 to 3 persons (1/4 - 1/4) / q = 0; around 11/4: (1/16 - 9/16) / q."""
    assert parts_of(Fraction(5, 2))[0][1] == pytest.approx(0)
    assert parts_of(Fraction(11, 4))[0][1] == pytest.approx((1 / 16 - 9 / 16) / 2.75)
    up = [cost for _, cost, sign in parts_of(Fraction(11, 4)) if sign > 0]
    down = [cost for _, cost, sign in parts_of(Fraction(11, 4)) if sign < 0]
    assert up == sorted(up)
    assert down == sorted(down)
    assert down[0] > -up[0]  # neither way out of the best whole number pays


def test_a_broken_answer_of_a_region_is_solved_again_whole(monkeypatch):
    """The LP is made to break a person; the integer program then gives the same achterstand."""
    region = region_of([10, 10, 10], [[Fraction(10)] * 3], [[8, 8, 8]], [[0, 2, 0]])
    asked = []

    def breaking(problem, variables):
        answer = run(problem, variables)
        asked.append(answer)
        if len(asked) > 1:
            return answer
        return answer._replace(values=tuple(v + 0.5 for v in answer.values))

    monkeypatch.setattr(years, "run", breaking)
    answer = solve_years(region)
    assert answer.way is Way.MILP
    assert (len(asked), answer.late) == (2, ((2, 2, 6),))


@pytest.mark.parametrize("seed", range(6))
def test_the_fewest_moved_by_brute_force(seed):
    region = random_region(np.random.default_rng(seed), 3, 2, 4, with_places=False)
    statutory = tuple(tuple(int(n) for n in row) for row in
                      np.random.default_rng(50 + seed).integers(0, 3, (3, 2)))  # fmt: skip
    best = None
    for columns in product(*(list(splits(total, 3)) for total in region.needed)):
        asked = tuple(zip(*columns, strict=True))
        late = sum(
            late_of_one(row, region.dwellings[g], region.places[g], region.achterstand[g])
            for g, row in enumerate(asked)
        )
        value = (late, round(unfairness(region.claims, asked), 6), moved_persons(asked, statutory))
        best = value if best is None else min(best, value)
    answer = solve_least_moved(region, statutory)
    assert sum(map(sum, answer.late)) == best[0]
    assert own_unfairness(region, answer.asked) == pytest.approx(best[1], abs=1e-4)
    assert moved_persons(answer.asked, statutory) == best[2]
