"""What a plan comes to, counted from its households, not from the solver's objective."""

from collections.abc import Mapping

from optimiser.lp.koppelen.area import Cell, Gevonden, Koppelgebied, Koppelstap


def stage_value(area: Koppelgebied, plan: Gevonden, stap: Koppelstap) -> float:
    """Count one stage of a plan; lower is better.

    Parameters
    ----------
    area
        What was asked.
    plan
        Who goes where.
    stap
        The stage; its unit is that of :class:`~optimiser.lp.koppelen.area.Tredewaarde`.
    """
    if stap is Koppelstap.IEDEREEN_EEN_PLEK:
        return float(sum(s * n for s, n in plan.niet_geplaatst.items()))
    if stap is Koppelstap.BAND_GEVOLGD:
        asked = sum(band.huishoudens for band in area.banden)
        return float(asked - sum(plan.met_band.values()))
    if stap is Koppelstap.MINSTE_AFWIJKING:
        pairs = zip(persons_placed(area, plan.cellen), area.taakstelling, strict=True)
        return float(sum(abs(placed - asked) for placed, asked in pairs))
    if stap is Koppelstap.GROTE_GEZINNEN_GESPREID:
        return _most_large(area, plan.cellen)
    if stap is Koppelstap.LAAGSTE_CODE:
        return float(sum(g * count for (g, _, _), count in plan.cellen.items()))
    return float(sum(abs(plan.cellen.get(c, 0) - area.vorig.get(c, 0)) for c in area.open_cells()))


def persons_placed(area: Koppelgebied, cellen: Mapping[Cell, int]) -> list[int]:
    """Return the persons coupled per gemeente [personen]."""
    persons = [0] * len(area.gm_codes)
    for (g, s, _), count in cellen.items():
        persons[g] += s * count
    return persons


def _most_large(area: Koppelgebied, cellen: Mapping[Cell, int]) -> float:
    """Return the most large families per 10.000 inhabitants of any gemeente."""
    large = [0] * len(area.gm_codes)
    for (g, s, _), count in cellen.items():
        large[g] += count if s >= area.drempel else 0
    pairs = zip(large, area.inwoners, strict=True)
    return max((10_000 * n / people for n, people in pairs if n), default=0.0)
