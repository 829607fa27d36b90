"""A stored plan counted again, without the solver that made it."""

import pandas as pd

from optimiser.koppelen.errors import UnsoundPlanError
from optimiser.koppelen.gevolgd import band_faults
from optimiser.koppelen.passend import check_passend
from optimiser.koppelen.plan import PLAN_COLUMNS
from optimiser.koppelen.vraag import Koppelvraag
from optimiser.teksten.zinnen import sentence


def recheck_plan(koppelingen: pd.DataFrame, vraag: Koppelvraag) -> tuple[str, ...]:
    """Count a plan again: fit, dwellings, households, persons, and the fewest without a place.

    Parameters
    ----------
    koppelingen
        ``PLAN_COLUMNS``, as ``koppelplan.csv`` holds.
    vraag
        What it answers.

    Returns
    -------
    tuple of str
        Codes of ``[koppelen_herrekening]`` with their place, ``code|place``; empty if all holds.
    """
    missing = [name for name in PLAN_COLUMNS if name not in koppelingen.columns]
    if missing:
        return (f"kolommen|{', '.join(missing)}",)
    faults = check_rows(koppelingen, vraag)
    if not faults:
        faults += [*_homes(koppelingen, vraag), *_households(koppelingen, vraag)]
        faults += [*_fixed(koppelingen, vraag), *_hard_bands(koppelingen, vraag)]
        faults += band_faults(koppelingen, vraag)
    return tuple(faults)


def require_sound(koppelingen: pd.DataFrame, vraag: Koppelvraag) -> None:
    """Refuse a plan that does not count again.

    Raises
    ------
    UnsoundPlanError
        With every fault: our bug, not the user's.
    """
    if faults := recheck_plan(koppelingen, vraag):
        raise UnsoundPlanError(fouten="; ".join(map(fault_line, faults)))


def fault_line(fault: str) -> str:
    """Tell one fault of ``recheck_plan`` in Dutch."""
    code, _, place = fault.partition("|")
    return sentence("koppelen_herrekening", code, {"plaats": place})


def check_rows(plan: pd.DataFrame, vraag: Koppelvraag) -> list[str]:
    """Check each row by itself; codes as ``recheck_plan``."""
    classes = {klasse.naam: klasse for klasse in vraag.klassen}
    found = []
    # A stored plan knows its rows; one that was just made is numbered as it will be written.
    numbers = plan["rij"] if "rij" in plan else range(2, len(plan) + 2)
    names = plan["gemeente"].fillna("") if "gemeente" in plan else [""] * len(plan)
    rows = zip(numbers, names, plan[PLAN_COLUMNS].itertuples(index=False), strict=True)
    for number, name, row in rows:
        klasse = classes.get(row.klasse)
        if row.gm_code not in vraag.gemeenten.index:
            found.append(f"gemeente|{number}")
        elif name and name != vraag.gemeenten.loc[row.gm_code, "gemeente"]:
            found.append(f"naam|{number}")
        elif klasse is None or not klasse.holds(row.personen):
            found.append(f"past_niet|{number}")
        elif row.huishoudens < 1 or row.personen_totaal != row.personen * row.huishoudens:
            found.append(f"aantal|{number}")
    if plan.duplicated(["gm_code", "personen", "klasse"]).any():
        found.append("dubbel|")
    return found


def _homes(plan: pd.DataFrame, vraag: Koppelvraag) -> list[str]:
    used = plan.groupby(["gm_code", "klasse"])["huishoudens"].sum()
    return [
        f"woningen|{code} {klasse}"
        for (code, klasse), count in used.items()
        if count > vraag.woningen.loc[code, klasse]
    ]


def _households(plan: pd.DataFrame, vraag: Koppelvraag) -> list[str]:
    """Compare with the households there are, and with the interval formula per area."""
    gebied = vraag.gemeenten["gebied"].reindex(plan["gm_code"]).to_numpy()
    placed = plan.groupby([gebied, "personen"])["huishoudens"].sum()
    names = [klasse.naam for klasse in vraag.klassen]
    found = []
    for naam, need in vraag.huishoudens.items():
        count = {size: int(placed.get((naam, size), 0)) for size in need}
        found += [f"huishoudens|{naam} {s}" for s, n in need.items() if count[s] > n]
        members = vraag.gemeenten.index[vraag.gemeenten["gebied"] == naam]
        supply = vraag.woningen.loc[members, names].sum().astype(int).tolist()
        fewest = check_passend(need, supply, vraag.klassen).personen
        without = sum(size * (n - count[size]) for size, n in need.items())
        # Fixings and hard bands may cost a place; nobody can do better than the formula.
        bound = without < fewest if _settled(naam, vraag) else without != fewest
        if bound and not sum(count.values()):
            found.append(f"leeg|{naam}")
        elif bound:
            found.append(f"zonder_plek|{naam}: {without} tegen {fewest}")
    known = {(naam, size) for naam, need in vraag.huishoudens.items() for size in need}
    return found + [f"huishoudens|{a} {s}" for a, s in placed.index if (a, s) not in known]


def _settled(naam: str, vraag: Koppelvraag) -> bool:
    hard = any(one.hard and one.gebied == naam for one in vraag.banden)
    return hard or any(vraag.gemeenten.loc[one.gm_code, "gebied"] == naam for one in vraag.vast)


def _fixed(plan: pd.DataFrame, vraag: Koppelvraag) -> list[str]:
    """See that every coupling fixed by hand is in the plan, exactly."""
    count = plan.groupby(["gm_code", "personen", "klasse"])["huishoudens"].sum().to_dict()
    return [
        f"vast|{one.gm_code} {one.personen} {one.klasse}"
        for one in vraag.vast
        if count.get((one.gm_code, one.personen, one.klasse), 0) != one.aantal
    ]


def _hard_bands(plan: pd.DataFrame, vraag: Koppelvraag) -> list[str]:
    """See that each region holds as many households as its hard bands ask."""
    found = []
    for one in vraag.banden:
        inside = plan["gm_code"].isin(one.gm_codes) & (plan["personen"] == one.personen)
        area = vraag.gemeenten["gebied"].reindex(plan["gm_code"]).to_numpy() == one.gebied
        if one.hard and plan.loc[inside & area, "huishoudens"].sum() < one.huishoudens:
            found.append(f"band|{one.regio} {one.personen}")
    return found
