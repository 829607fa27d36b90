"""Answers by trying everything, written from MODEL.md in words and not from the engine's code."""

from fractions import Fraction

from optimiser.problem import SOFT_BLOCKS, Stage, moved
from tests.instances import compositions


def box(data):
    """Bounds per gemeente: soft ceilings do not count when they may stretch."""
    stretch = Stage.MINSTE_TEKORT in data.stages
    low, high = [0] * len(data.gm_codes), [data.total] * len(data.gm_codes)
    for limit in data.limits:
        if limit.lower is not None:
            low[limit.gemeente] = max(low[limit.gemeente], limit.lower)
        if limit.upper is not None and not (stretch and limit.block in SOFT_BLOCKS):
            high[limit.gemeente] = min(high[limit.gemeente], limit.upper)
    return low, high


def allowed(data):
    """List every distribution that meets limits, groups, total and budget."""
    return [
        x
        for x in compositions(data.total, *box(data))
        if all(g.lower <= sum(x[i] for i in g.members) <= g.upper for g in data.groups)
        and (data.budget is None or moved(data.doel, x) <= data.budget)
    ]


def above_ceilings(data, x):
    ceiling = [data.total] * len(x)
    for limit in data.limits:
        if limit.block in SOFT_BLOCKS and limit.upper is not None:
            ceiling[limit.gemeente] = min(ceiling[limit.gemeente], limit.upper)
    return sum(max(0, a - c) for a, c in zip(x, ceiling, strict=True))


def value(data, x):
    """The tuple that is minimised, without the gm_code at the end."""
    found = []
    for stage in data.stages:
        if stage is Stage.MINSTE_TEKORT:
            found.append(above_ceilings(data, x))
        elif stage is Stage.MINST_VERPLAATST:
            found.append(moved(data.doel, x))
        elif stage is Stage.EERLIJKST:
            pairs = list(zip(x, data.exact, strict=True))
            found.append(sum(a for a, q in pairs if q == 0))
            found.append(sum((a - q) ** 2 / q for a, q in pairs if q))
        else:
            loads = (Fraction(a) / b for a, b in zip(x, data.basis, strict=True))
            found.append(tuple(sorted(loads, reverse=True)))
    found.append(sum((a - q) ** 2 for a, q in zip(x, data.exact, strict=True)))
    return tuple(found)


def ranking(data):
    """All allowed distributions with their value, best first; gm_code breaks ties."""
    found = [(value(data, x), tuple(-a for a in x), x) for x in allowed(data)]
    return [(v, x) for v, _, x in sorted(found)]


def best(data):
    return ranking(data)[0][1]
