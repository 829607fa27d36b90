"""Few columns around a start: dual values judge; a bad start costs a round, not the answer."""

import random
from dataclasses import replace

import pytest

from optimiser.engine import solve_exact
from optimiser.lp import objective, solve_lp
from optimiser.lp.stages import network
from optimiser.problem import Block, Limit, Stage
from tests.instances import country, random_instance

AIMS = [(Stage.MINST_VERPLAATST,), (Stage.EERLIJKST,), (Stage.LAAGSTE_PIEK,)]


@pytest.fixture
def columns(monkeypatch):
    """Count the columns of every LP that is written."""
    seen = []
    build = network.build_problem

    def counted(data, rows, parts, *rest):
        seen.append(len(parts))
        return build(data, rows, parts, *rest)

    monkeypatch.setattr(network, "build_problem", counted)
    return seen


@pytest.mark.parametrize("stages", AIMS, ids=lambda s: s[0])
def test_two_columns_a_gemeente_are_enough_from_a_good_start(stages, columns):
    data = replace(country(342, 342, 35, 40 * 342), stages=stages)
    solve_lp(data)
    assert columns[0] <= 700


@pytest.mark.parametrize("seed", range(6))
def test_least_moved_and_the_open_claim_are_one_program(seed, columns):
    """Unit costs compare from the left, so both are settled, and proved, at once."""
    data = replace(country(seed, 342, 35, 40 * 342), stages=(Stage.MINST_VERPLAATST,))
    found = solve_lp(data)
    assert found.x == solve_exact(data).x
    assert not found.ties
    assert len(columns) == 1


def test_a_shortage_is_counted_by_one_program(columns):
    """Ceilings of 12 and 8 for 30: all who fit below them, and the 10 others somewhere."""
    base = replace(country(1, 2, 0, 30), doel=(20, 10), groups=(), neighbours=None)
    ceilings = (Limit(Block.PLAFOND, 0, upper=12), Limit(Block.PLAFOND, 1, upper=8))
    data = replace(base, limits=ceilings, stages=(Stage.MINSTE_TEKORT,))
    found = solve_lp(data, settle_ties=False)
    assert found.values == ((Stage.MINSTE_TEKORT, 10),)
    assert len(columns) == 1


def at_floor(_data, _costs, face):
    return face.lower


def at_ceiling(_data, _costs, face):
    return face.upper


def anywhere(_data, _costs, face):
    draw = random.Random(7)
    return tuple(draw.randint(a, b) for a, b in zip(face.lower, face.upper, strict=True))


@pytest.mark.parametrize("start", [at_floor, at_ceiling, anywhere])
@pytest.mark.parametrize("seed", range(8))
def test_a_bad_start_gives_the_same_answer(start, seed, monkeypatch):
    data = random_instance(seed, 12)
    exact = solve_exact(data)
    good = solve_lp(data)
    monkeypatch.setattr(network, "first_anchor", start)
    bad = solve_lp(data)
    assert bad.x == good.x == exact.x
    assert bad.ties == good.ties


def test_a_far_start_in_a_country_ends_in_few_rounds(monkeypatch, columns):
    data = replace(country(342, 342, 35, 40 * 342), stages=(Stage.EERLIJKST,))
    good = solve_lp(data)
    alone = len(columns)
    monkeypatch.setattr(network, "first_anchor", at_floor)
    assert solve_lp(data).x == good.x
    assert len(columns) - alone <= alone + 8


def test_the_start_is_as_full_as_its_groups():
    data = replace(country(7, 342, 35, 40 * 342), stages=(Stage.LAAGSTE_PIEK,))
    face = network_face(data)
    costs = first_cost(data)
    anchor = objective.first_anchor(data, costs, face)
    assert sum(anchor) == data.total
    for row in face.rows:
        assert row.lower <= sum(anchor[i] for i in row.members) <= row.upper


def network_face(data):
    from optimiser.lp.build import start_face

    return start_face(data)


def first_cost(data):
    from optimiser.engine.costs import stage_components
    from optimiser.lp.costs import OneCost

    return OneCost(stage_components(data, data.stages[0])[0])
