"""Random laminar problems for the property tests of both engines, from a seed."""

from dataclasses import replace
from fractions import Fraction
from itertools import pairwise, permutations, product

import numpy as np

from optimiser.problem import Block, Group, Limit, ModelInput, Stage, moved

#: Every order of one, two or three aims; ``minste_tekort`` only makes sense in front.
AIMS = (Stage.EERLIJKST, Stage.MINST_VERPLAATST, Stage.LAAGSTE_PIEK)
STAGE_ORDERS = tuple(
    (*first, *rest)
    for first in ((), (Stage.MINSTE_TEKORT,))
    for r in (1, 2, 3)
    for rest in permutations(AIMS, r)
)


def laminar_sets(rng, n, *, depth=3):
    """Split 0..n-1 at random, again and again; some parts stay without a group."""
    sets, parts = [], [tuple(range(n))]
    for _ in range(depth):
        fresh = []
        for part in parts:
            shuffled = [int(i) for i in rng.permutation(part)]
            pieces = int(rng.integers(1, min(4, len(part)) + 1))
            cuts = [len(part) * c // pieces for c in range(pieces + 1)]
            fresh += [
                tuple(sorted(shuffled[a:b]))
                for a, b in pairwise(cuts)
                if b > a and rng.random() < 0.7
            ]
        sets += fresh
        parts = [part for part in fresh if len(part) > 1]
    return sets


def _shares(rng, n, total, *, zeros):
    weights = [int(w) for w in rng.integers(1, 8 if rng.random() < 0.5 else 1000, n)]
    if zeros and n > 1:
        weights[int(rng.integers(n))] = 0
    whole = sum(weights)
    return tuple(Fraction(total * w, whole) for w in weights)


def _rounded(exact, total):
    low = [int(q) for q in exact]
    order = sorted(range(len(exact)), key=lambda i: (low[i] - exact[i], i))
    for i in order[: total - sum(low)]:
        low[i] += 1
    return tuple(low)


def _scatter(rng, doel, persons):
    """Move some persons at random: a point that the bounds will be drawn around."""
    x = list(doel)
    for _ in range(persons):
        i, j = (int(v) for v in rng.integers(len(x), size=2))
        if i != j and x[i] > 0:
            x[i], x[j] = x[i] - 1, x[j] + 1
    return x


def _limits(rng, centre, tightness):
    limits = []
    for i, x in enumerate(centre):
        for block in (Block.PLAFOND, Block.WIL, Block.MAX_WIJZIGING):
            if rng.random() < tightness:
                limits.append(Limit(block, i, upper=x + int(rng.integers(0, 3))))
        if rng.random() < tightness:
            limits.append(Limit(Block.BODEM, i, lower=max(0, x - int(rng.integers(0, 3)))))
        if rng.random() < tightness / 6:
            limits.append(Limit(Block.VAST, i, lower=x, upper=x))
    return tuple(limits)


def _groups(rng, sets, centre):
    groups = []
    for number, members in enumerate(sets):
        held = sum(centre[i] for i in members)
        low, high = (0, 0) if rng.random() < 0.5 else (int(v) for v in rng.integers(0, 4, 2))
        groups.append(Group(f"regio {number}", members, max(0, held - low), held + high))
    return tuple(groups)


def random_instance(seed, n, *, total=None, tightness=0.4, stages=None, budget=False):
    """Return a problem that has at least one answer.

    Parameters
    ----------
    seed, n
        Which problem, and how many gemeenten.
    total
        Persons; drawn when absent.
    tightness
        Chance that a gemeente has a limit of one kind.
    stages
        Objectives; drawn when absent.
    budget
        Whether a budget of persons moved is drawn (large enough to have an answer).
    """
    rng = np.random.default_rng(seed)
    total = int(rng.integers(n, 6 * n + 1)) if total is None else total
    exact = _shares(rng, n, total, zeros=rng.random() < 0.2)
    doel = _rounded(exact, total)
    centre = _scatter(rng, doel, int(rng.integers(0, total // 2 + 1)))
    drawn = STAGE_ORDERS[int(rng.integers(len(STAGE_ORDERS)))]
    fixed = rng.random() < 0.5
    return ModelInput(
        tuple(f"GM{i:04d}" for i in range(1, n + 1)),
        doel,
        exact,
        tuple(Fraction(int(b), 2) for b in rng.integers(1, 7 if fixed else 400, n)),
        _limits(rng, centre, tightness),
        _groups(rng, laminar_sets(rng, n), centre),
        total,
        drawn if stages is None else stages,
        moved(doel, centre) + int(rng.integers(0, 3)) if budget else None,
    )


def random_infeasible_instance(seed, n):
    """Return a problem whose groups and limits were drawn apart, so that they often clash.

    Groups alone can close, and so can limits alone. Whether there is an answer to both is for the
    test to find out by arithmetic.
    """
    data = random_instance(seed, n, tightness=0.7)
    rng = np.random.default_rng([seed, 1])
    centre = _scatter(rng, data.doel, data.total)
    limits = [
        one._replace(upper=one.upper - 1)
        if one.upper and one.block is not Block.VAST and rng.random() < 0.5
        else one
        for one in _limits(rng, centre, 0.9)
    ]
    return replace(data, limits=tuple(limits))


def country(seed, n, regions, total, *, slack=1.25):
    """Return a made-up country: skewed sizes, regional sums fixed, ceilings somewhat above t."""
    rng = np.random.default_rng(seed)
    people = [int(v) for v in rng.lognormal(10.3, 0.8, n)]
    whole = sum(people)
    exact = tuple(Fraction(total * p, whole) for p in people)
    doel = _rounded(exact, total)
    factor = rng.uniform(0.8, 2 * slack - 0.8, n)
    upper = [max(1, int(t * f)) for t, f in zip(doel, factor, strict=True)]
    region = rng.integers(0, max(regions, 1), n)
    groups = []
    for r in range(regions):
        members = tuple(int(i) for i in np.flatnonzero(region == r))
        if not members:
            continue
        held = sum(doel[i] for i in members)
        short = held - sum(upper[i] for i in members)
        if short > 0:
            upper[members[0]] += short
        groups.append(Group(f"regio {r}", members, held, held))
    limits = tuple(Limit(Block.PLAFOND, i, upper=u) for i, u in enumerate(upper))
    width = max(4, len(str(n)))
    codes = tuple(f"GM{i:0{width}d}" for i in range(1, n + 1))
    dwellings = rng.uniform(0.2, 0.6, n)
    basis = tuple(Fraction(int(p * f)) for p, f in zip(people, dwellings, strict=True))
    return ModelInput(codes, doel, exact, basis, limits, tuple(groups), total)


def compositions(total, low, high):
    """List every whole vector within bounds that sums to a total; tiny instances only."""
    spans = [range(a, min(b, total) + 1) for a, b in zip(low, high, strict=True)]
    return (x for x in product(*spans) if sum(x) == total)
