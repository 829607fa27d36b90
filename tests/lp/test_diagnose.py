from dataclasses import replace
from fractions import Fraction

import pytest

from optimiser.lp import ModelInfeasibleError, solve_lp
from optimiser.lp.diagnosis.diagnose import diagnose
from optimiser.problem import Block, Group, Limit, ModelInput, Stage
from tests.instances import random_infeasible_instance


def short_region(**changes):
    """Regio X must hold 134; its four gemeenten can hold 125 together: 9 short, in 2 levels."""
    doel = (50, 40, 30, 14, 66)
    ceilings = (45, 38, 28, 14, 90)
    values = {
        "gm_codes": tuple(f"GM{i:04d}" for i in range(5)),
        "doel": doel,
        "exact": tuple(Fraction(v) for v in doel),
        "basis": (Fraction(1),) * 5,
        "limits": tuple(Limit(Block.PLAFOND, i, upper=c) for i, c in enumerate(ceilings)),
        "groups": (
            Group("Regio X", (0, 1, 2, 3), 134, 134),
            Group("Provincie", (0, 1, 2, 3, 4), 200, 200),
        ),
        "total": 200,
    }
    return ModelInput(**(values | changes))


def test_a_shortage_of_nine_is_nine_though_the_rows_nest():
    diagnosis = diagnose(short_region())
    assert diagnosis.tekort == 9
    assert diagnosis.tekort_in((0, 1, 2, 3)) == 9
    assert sum(diagnosis.x) == 200
    assert {conflict.soort for conflict in diagnosis.conflicts} == {"gemeente"}


def test_plafond_and_wil_of_one_gemeente_count_a_person_once():
    limits = tuple(
        Limit(block, i, upper=c)
        for i, c in enumerate((45, 38, 28, 14, 90))
        for block in (Block.PLAFOND, Block.WIL)
    )
    assert diagnose(short_region(limits=limits)).tekort == 9


def test_a_feasible_problem_has_no_conflicts():
    diagnosis = diagnose(short_region(limits=()))
    assert diagnosis.conflicts == ()
    assert diagnosis.tekort == 0


def test_groups_that_contradict_each_other_are_named_once():
    groups = (Group("binnen", (0, 1), 100, 100), Group("buiten", (0, 1, 2), 95, 95))
    diagnosis = diagnose(short_region(limits=(), groups=groups))
    (conflict,) = diagnosis.conflicts
    assert conflict.soort == "groep"
    assert conflict.erboven + conflict.eronder == 5


def test_overlapping_groups_are_diagnosed_too():
    # 0+1 = 100 and 1+2 = 100 ask for x1 >= 0: possible; with gemeente 1 at most 20 the
    # two groups need 80 + 80 from gemeenten that may hold 70 each: 10 short in both.
    limits = (
        Limit(Block.PLAFOND, 1, upper=20),
        Limit(Block.PLAFOND, 0, upper=70),
        Limit(Block.PLAFOND, 2, upper=70),
    )
    groups = (Group("a", (0, 1), 100, 100), Group("b", (1, 2), 100, 100))
    diagnosis = diagnose(short_region(limits=limits, groups=groups))
    # one person above the ceiling of gemeente 1 serves both groups
    assert diagnosis.tekort == 10


def test_a_fixed_number_gives_way_only_when_ceilings_do_not_help():
    limits = (Limit(Block.VAST, 4, 70, 70),)
    diagnosis = diagnose(short_region(limits=limits))
    assert [(c.soort, c.position, c.erboven, c.eronder) for c in diagnosis.conflicts] == [
        ("gemeente", 4, 0, 4)
    ]


@pytest.mark.parametrize("seed", range(60))
def test_stretching_what_is_named_makes_it_feasible(seed):
    data = replace(random_infeasible_instance(seed, 6), stages=(Stage.EERLIJKST,))
    diagnosis = diagnose(data)
    if not diagnosis.conflicts:
        assert solve_lp(data).x is not None
        return
    with pytest.raises(ModelInfeasibleError):
        solve_lp(data)
    groups = list(data.groups)
    limits = list(data.limits)
    for c in diagnosis.conflicts:
        if c.soort == "groep":
            g = groups[c.position]
            groups[c.position] = replace(g, lower=g.lower - c.eronder, upper=g.upper + c.erboven)
        else:
            limits = [stretched(one, c, data) for one in limits]
    repaired = replace(data, groups=tuple(groups), limits=tuple(limits))
    assert sum(solve_lp(repaired).x) == data.total


def stretched(limit, conflict, data):
    """Move the bounds of one gemeente out to where the diagnosis says."""
    if limit.gemeente != conflict.position:
        return limit
    upper, lower = limit.upper, limit.lower
    if upper is not None and conflict.erboven:
        upper = max(upper, data.upper[limit.gemeente] + conflict.erboven)
    if lower is not None and conflict.eronder:
        lower = min(lower, data.lower[limit.gemeente] - conflict.eronder)
    return limit._replace(lower=lower, upper=upper)
