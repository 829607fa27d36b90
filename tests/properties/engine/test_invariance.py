"""What must not matter: the order of limits and groups, and the gm_codes themselves."""

from dataclasses import replace

import numpy as np

from optimiser.engine import solve_exact
from optimiser.problem import Group, Limit, ModelInput
from tests.instances import random_instance


def renamed(data, new_place):
    """Give gemeente i the gm_code of place ``new_place[i]``."""
    n = len(data.gm_codes)
    old = sorted(range(n), key=lambda i: new_place[i])

    def column(values):
        return tuple(values[i] for i in old)

    limits = (Limit(a.block, new_place[a.gemeente], a.lower, a.upper) for a in data.limits)
    groups = (
        Group(g.naam, tuple(sorted(new_place[i] for i in g.members)), g.lower, g.upper)
        for g in data.groups
    )
    return ModelInput(
        data.gm_codes,
        column(data.doel),
        column(data.exact),
        column(data.basis),
        tuple(limits),
        tuple(groups),
        data.total,
        data.stages,
        data.budget,
    )


def test_the_order_of_limits_and_groups_is_irrelevant():
    for seed in range(200):
        data = random_instance(seed, 4 + seed % 20, budget=seed % 3 == 0)
        rng = np.random.default_rng(seed)
        shuffled = replace(
            data,
            limits=tuple(data.limits[i] for i in rng.permutation(len(data.limits))),
            groups=tuple(data.groups[i] for i in rng.permutation(len(data.groups))),
        )
        assert solve_exact(shuffled).x == solve_exact(data).x, seed


def test_new_gm_codes_in_the_same_order_change_nothing():
    for seed in range(100):
        data = random_instance(seed, 3 + seed % 12)
        codes = tuple(f"GM{7 * i + 100:04d}" for i in range(len(data.gm_codes)))
        assert solve_exact(replace(data, gm_codes=codes)).x == solve_exact(data).x, seed


def test_exchanged_gm_codes_change_only_gemeenten_in_a_listed_tie():
    changed = 0
    for seed in range(300):
        data = random_instance(seed, 3 + seed % 12, tightness=0.2, budget=seed % 3 == 0)
        if seed % 2:
            same = (data.exact[0],) * len(data.exact)
            data = replace(data, exact=same, basis=(data.basis[0],) * len(same))
        place = [int(i) for i in np.random.default_rng(seed).permutation(len(data.gm_codes))]
        before, after = solve_exact(data), solve_exact(renamed(data, place))
        tied = {data.gm_codes.index(code) for tie in before.ties for code in tie}
        differ = {i for i, k in enumerate(before.x) if after.x[place[i]] != k}
        assert differ <= tied, seed
        changed += bool(differ)
        assert before.objectives == after.objectives, seed
    assert changed > 20
