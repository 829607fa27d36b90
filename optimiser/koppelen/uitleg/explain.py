"""Why these households are here: counted from the plan, or found by planning again."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

import pandas as pd

from optimiser.gegevens.gegevens import Gegevens
from optimiser.koppelen.errors import KoppelingUnknownError
from optimiser.koppelen.uitleg.answer import Koppelalternatief, Koppeluitleg
from optimiser.koppelen.uitleg.basis import Basis, Verplaatsing, make_basis
from optimiser.koppelen.uitleg.change import Invoerwijziging, find_changes
from optimiser.koppelen.uitleg.nearby import order_by_steps
from optimiser.koppelen.uitleg.replan import change_of
from optimiser.koppelen.uitleg.stored import plan_of_area
from optimiser.koppelen.vraag import Koppelvraag
from optimiser.lp.koppelen.area import Gevonden, Koppelgebied
from optimiser.lp.koppelen.value import persons_placed
from optimiser.solve.neighbours import neighbours_of

#: So many alternatives are planned again.
NEAREST = 3
#: Gemeenten near by that may change in the quick attempt.
FREE = 5


def explain_koppeling(
    koppelingen: pd.DataFrame,
    vraag: Koppelvraag,
    groep: tuple[str, int, str | None],
    buren: Iterable[tuple[str, str]] = (),
) -> Koppeluitleg:
    """Explain why a gemeente gets its households of one size, and not a neighbour.

    Parameters
    ----------
    koppelingen
        The plan, ``PLAN_COLUMNS``; must count again.
    vraag
        What it answers.
    groep
        ``gm_code``, persons of a household, and a class or None for all classes.
    buren
        Pairs of ``gm_code`` that lie side by side; without any, the order of the codes decides.

    Returns
    -------
    Koppeluitleg
        Each alternative and each change of input by planning the whole area again, so exact up
        to the proof of each stage. Takes seconds for a large area.

    Raises
    ------
    KoppelingUnknownError
        If the plan has no such households there.
    """
    code, personen, _ = groep
    homes = _homes(koppelingen, vraag, groep)
    gebied = str(vraag.gemeenten.loc[code, "gebied"])
    area, plan = vraag.area(gebied), plan_of_area(koppelingen, vraag, gebied)
    here = area.gm_codes.index(code)
    basis = make_basis(_without_fixings(area, here, personen), plan, vraag.stappen)
    order = [g for g, _ in order_by_steps(here, len(area.gm_codes), _numbers(area, buren))]
    fit = [g for g in order if _fitting(area, g, personen)][:NEAREST]
    free = {here, *fit, *order[:FREE]}
    found = tuple(_alternative(basis, Verplaatsing(personen, here, g), free) for g in fit)
    best = _best(found)
    change: tuple[Invoerwijziging, ...] = ()
    if best is None or not (found[best].even_goed or found[best].alleen_spreiding):
        full = [g for g in order[:NEAREST] if g not in fit]
        full += [g for g, one in zip(fit, found, strict=True) if one.veranderingen is None]
        to = fit[best] if best is not None else order[0]
        change = find_changes(basis, Verplaatsing(personen, here, to), [*full[:1], to], free)
    coupled = persons_placed(area, plan.cellen)[here]
    return Koppeluitleg(
        code,
        gebied,
        personen,
        homes,
        area.taakstelling[here],
        coupled - personen * sum(count for count, _ in homes.values()),
        *_bands(area, plan, here, personen),
        tuple(v for v in vraag.vast if (v.gm_code, v.personen) == (code, personen)),
        order.index(fit[-1]) + 1 - len(fit) if fit else len(order),
        found,
        best,
        change,
    )


def neighbour_codes(gegevens: Gegevens, codes: Sequence[str]) -> list[tuple[str, str]]:
    """Return pairs of neighbours as codes; none where nothing is known."""
    pairs = neighbours_of(gegevens, codes) or ()
    return [(codes[i], codes[j]) for i, j in pairs]


def _homes(
    koppelingen: pd.DataFrame, vraag: Koppelvraag, groep: tuple[str, int, str | None]
) -> dict[str, tuple[int, int]]:
    """Return per class the households of the group and the dwellings there."""
    code, personen, klasse = groep
    there = koppelingen[koppelingen["gm_code"] == code]
    own = there[there["personen"] == personen]
    if klasse is not None:
        own = own[own["klasse"] == klasse]
    if own.empty:
        cells = there[["personen", "klasse"]].itertuples(index=False)
        known = ", ".join(f"{size} in {name}" for size, name in cells) or "geen"
        raise KoppelingUnknownError(
            gemeente=vraag.gemeenten.loc[code, "gemeente"], personen=personen, bekend=known
        )
    rows = zip(own["klasse"], own["huishoudens"], strict=True)
    return {str(k): (int(n), int(vraag.woningen.loc[code, k])) for k, n in rows}


def _alternative(basis: Basis, one: Verplaatsing, free: set[int]) -> Koppelalternatief:
    area = basis.area
    used = sum(
        count
        for (g, _, k), count in basis.plan.cellen.items()
        if g == one.naar and area.fits(one.personen, k)
    )
    spare = _fitting(area, one.naar, one.personen) - used
    return Koppelalternatief(area.gm_codes[one.naar], spare, change_of(basis, one, free))


def _best(found: Iterable[Koppelalternatief]) -> int | None:
    """Return the alternative that costs least, stage after stage; the nearest of equals."""
    costs = {
        number: [change.meest for change in one.veranderingen]
        for number, one in enumerate(found)
        if one.veranderingen is not None
    }
    return min(costs, key=lambda number: (costs[number], number), default=None)


def _without_fixings(area: Koppelgebied, gemeente: int, personen: int) -> Koppelgebied:
    """Let go of the fixings of the group, so that its alternatives tell what they cost."""
    kept = {c: n for c, n in area.vast.items() if c[:2] != (gemeente, personen)}
    return replace(area, vast=kept)


def _fitting(area: Koppelgebied, gemeente: int, personen: int) -> int:
    homes = enumerate(area.woningen[gemeente])
    return sum(count for k, count in homes if area.fits(personen, k))


def _numbers(area: Koppelgebied, buren: Iterable[tuple[str, str]]) -> list[tuple[int, int]]:
    place = {code: number for number, code in enumerate(area.gm_codes)}
    return [(place[a], place[b]) for a, b in buren if a in place and b in place]


def _bands(area: Koppelgebied, plan: Gevonden, gemeente: int, personen: int) -> tuple[int, int]:
    """Return households of a size with a band to a region of a gemeente, and how many follow."""
    own = [
        (band.huishoudens, plan.met_band.get(b, 0))
        for b, band in enumerate(area.banden)
        if band.personen == personen and gemeente in band.gemeenten
    ]
    return sum(asked for asked, _ in own), sum(followed for _, followed in own)
