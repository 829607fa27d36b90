"""A scenario's number as announced, smoothed with foresight, and smoothed without."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil

from optimiser.lp.jaren.announcement import SmoothedStap, smooth_announcement
from optimiser.lp.jaren.tube import Tube
from optimiser.problem import TijdStap
from optimiser.scenario.scenario import Scenario
from optimiser.scenario.tijd import RijGrens, Tijd
from optimiser.tijd.gladstrijken.errors import TijdMissingError
from optimiser.tijd.gladstrijken.foresight import announce_without_foresight
from optimiser.tijd.gladstrijken.peak import announce_under_peak, find_lowest_peak
from optimiser.tijd.gladstrijken.queue import Rijverloop, follow_queue
from optimiser.tijd.gladstrijken.tube_of_tijd import make_tube_of, require_rij


@dataclass(frozen=True, slots=True)
class SmoothingPlan:
    """The same inflow, announced in different ways.

    Attributes
    ----------
    tijd, rij
        The question.
    tube
        Between which sums the number may run.
    verlopen
        Way of announcing to what it does: ``aangekondigd``, ``met_voorkennis``,
        ``zonder_voorkennis``, and ``minste_wachten`` under the lowest peak.
    stappen
        How each aim of ``met_voorkennis`` was reached.
    laagste_piek
        In closed form, not rounded [personen].
    """

    tijd: Tijd
    rij: RijGrens
    tube: Tube
    verlopen: dict[str, Rijverloop]
    stappen: tuple[SmoothedStap, ...]
    laagste_piek: Fraction


def require_tijd(scenario: Scenario) -> Tijd:
    """Return section ``[tijd]`` of a scenario.

    Raises
    ------
    TijdMissingError
        If there is none.
    """
    if scenario.tijd is None:
        raise TijdMissingError(scenario=scenario.naam, onderdeel="[tijd]")
    return scenario.tijd


def smooth_taakstelling(
    scenario: Scenario, stappen: Sequence[TijdStap] | None = None
) -> SmoothingPlan:
    """Smooth the national number of a scenario.

    Parameters
    ----------
    stappen
        Other aims than those of the scenario.

    Raises
    ------
    TijdMissingError
        If the scenario lacks ``[tijd]`` or ``[tijd.rij]``.
    """
    tijd = require_tijd(scenario)
    rij = require_rij(tijd, scenario.naam)
    tube = make_tube_of(tijd, rij)
    smoothed = smooth_announcement(tube, stappen or tijd.gladstrijken.stappen)
    lowest = find_lowest_peak(tube)
    first = tijd.vorige_taakstelling
    blind = announce_without_foresight(
        tijd.inflow,
        rij.begin,
        tijd.inflow[0] if first is None else first,
        tijd.gladstrijken.sprong_zonder_voorkennis,
        norm_weken=rij.norm_weken,
    )
    numbers = {
        "aangekondigd": tijd.announced,
        "met_voorkennis": smoothed.getallen,
        "minste_wachten": announce_under_peak(tube, ceil(lowest)),
        "zonder_voorkennis": blind,
    }
    verlopen = {
        naam: follow_queue(series, tijd.inflow, rij.begin, vorige=first, norm_weken=rij.norm_weken)
        for naam, series in numbers.items()
    }
    return SmoothingPlan(tijd, rij, tube, verlopen, smoothed.stappen, lowest)
