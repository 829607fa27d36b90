"""Limits on the queue as a reader writes them, to the tube of the mathematics."""

from optimiser.lp.jaren.tube import Tube, make_tube
from optimiser.scenario.tijd import RijGrens, Tijd
from optimiser.tijd.gladstrijken.errors import TijdMissingError
from optimiser.tijd.gladstrijken.queue import within_norm


def require_rij(tijd: Tijd, naam: str) -> RijGrens:
    """Return the queue of a scenario.

    Raises
    ------
    TijdMissingError
        If the scenario has none.
    """
    if tijd.rij is None:
        raise TijdMissingError(scenario=naam, onderdeel="[tijd.rij]")
    return tijd.rij


def make_tube_of(tijd: Tijd, rij: RijGrens) -> Tube:
    """Return between which sums a number may run."""
    limits = queue_limits(tijd.inflow, rij)
    return make_tube(tijd.inflow, rij.begin, limits, vorige=tijd.vorige_taakstelling)


def queue_limits(inflow: tuple[int, ...], rij: RijGrens) -> list[int | None]:
    """Return the longest queue allowed at the end of each half-year, ``None`` for any.

    ``halfjaren_hoogstens = N``: who came longer than N half-years ago has been asked, so at most
    the last N inflows are left; before the first half-year inflow is not known and not limited.
    """
    limits: list[int | None] = []
    for t, arrived in enumerate(inflow):
        known = [rij.maximum]
        if rij.norm_houden:
            known.append(within_norm(arrived, rij.norm_weken))
        if rij.halfjaren_hoogstens is not None and t + 1 >= rij.halfjaren_hoogstens:
            known.append(sum(inflow[t + 1 - rij.halfjaren_hoogstens : t + 1]))
        if t == len(inflow) - 1 and not rij.vrij_einde:
            known.append(rij.begin if rij.eind_hoogstens is None else rij.eind_hoogstens)
        limits.append(min((limit for limit in known if limit is not None), default=None))
    return limits
