"""Every plan of a tiny area, and what each stage comes to: knows nothing of the program's model."""

import itertools

from optimiser.lp.koppelen.area import Band, Koppelgebied, Koppelstap

KLASSEN = ((1, 1), (1, 2), (2, 4))


def tiny(rng, gemeenten=None):
    """Return an area with at most two gemeenten, two sizes and one band, or as many as asked."""
    count = gemeenten or rng.randint(1, 2)
    need = {s: rng.randint(0, 2) for s in rng.sample((1, 2, 3, 4), 2)}
    homes = tuple(tuple(rng.randint(0, 1) for _ in KLASSEN) for _ in range(count))
    size = next(iter(need))
    bands = (Band("r", size, (rng.randrange(count),), rng.randint(0, need[size])),)
    asked = tuple(rng.randint(0, 5) for _ in range(count))
    people = tuple(10_000 * rng.randint(1, 3) for _ in range(count))
    codes = tuple(f"GM{g:04d}" for g in range(1, count + 1))
    before = {
        (g, s, k): 1 for g in range(count) for s in need for k in range(3) if rng.random() < 0.3
    }
    return Koppelgebied(
        "klein", codes, asked, people, need, KLASSEN, homes, bands, vorig=before, drempel=3
    )


def every_plan(area):
    """Yield (gemeente, size, class) of every plan: each dwelling empty or with one household."""
    homes = [
        (g, k) for g, row in enumerate(area.woningen) for k, n in enumerate(row) for _ in range(n)
    ]
    options = [
        [0, *(s for s in area.huishoudens if area.klassen[k][0] <= s <= area.klassen[k][1])]
        for _, k in homes
    ]
    for sizes in itertools.product(*options):
        if all(sizes.count(s) <= n for s, n in area.huishoudens.items()):
            yield [(g, s, k) for (g, k), s in zip(homes, sizes, strict=True) if s]


def worth(area, chosen):
    """Return what a plan comes to, per stage."""
    places = range(len(area.gm_codes))
    placed = [sum(s for g, s, _ in chosen if g == here) for here in places]
    large = [sum(s >= area.drempel for g, s, _ in chosen if g == here) for here in places]
    lost = 0
    for band in area.banden:
        there = sum(s == band.personen and g in band.gemeenten for g, s, _ in chosen)
        lost += band.huishoudens - min(there, band.huishoudens)
    cells = [
        (g, s, k)
        for g in places
        for s, n in area.huishoudens.items()
        for k, (low, high) in enumerate(area.klassen)
        if n and area.woningen[g][k] and low <= s <= high
    ]
    return {
        Koppelstap.IEDEREEN_EEN_PLEK: sum(s * n for s, n in area.huishoudens.items()) - sum(placed),
        Koppelstap.BAND_GEVOLGD: lost,
        Koppelstap.MINSTE_AFWIJKING: sum(
            abs(p - t) for p, t in zip(placed, area.taakstelling, strict=True)
        ),
        Koppelstap.GROTE_GEZINNEN_GESPREID: max(
            10_000 * n / people for n, people in zip(large, area.inwoners, strict=True)
        ),
        Koppelstap.VORIG_PLAN_GEVOLGD: sum(
            abs(chosen.count(cell) - area.vorig.get(cell, 0)) for cell in cells
        ),
        Koppelstap.LAAGSTE_CODE: sum(g for g, _, _ in chosen),
    }


def best(area, order, allowed=lambda _chosen: True):
    """Return the best value per stage in an order, over the plans that are allowed, or None."""
    values = (worth(area, plan) for plan in every_plan(area) if allowed(plan))
    return min((tuple(found[stap] for stap in order) for found in values), default=None)
