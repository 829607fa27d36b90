"""What the claim on freed dwellings rests on: parameters with their source, aannames labelled."""

from datetime import date

from optimiser.gegevens.gegevens import Gegevens
from optimiser.gegevens.halfjaar import Halfjaar
from optimiser.scenario.scenario import Scenario
from optimiser.teksten import decimal, percentage


def grondslag(scenario: Scenario, gegevens: Gegevens) -> tuple[str, ...]:
    """Name the mutatiegraad and the persons per dwelling, and where each comes from.

    >>> from optimiser.io.gegevens import read_embedded
    >>> grondslag(Scenario(halfjaar="2021-1"), read_embedded())[1]
    '2,0 personen per woning (aanname van dit programma)'
    """
    wanted, day = scenario.capaciteit, _first_day(scenario.period)
    rate, persons = wanted.mutatiegraad, wanted.personen_per_woning
    if wanted.mutatiegraad_kolom is not None:
        turnover = f"mutatiegraad per gemeente (kolom {wanted.mutatiegraad_kolom})"
    elif rate is not None:
        turnover = f"mutatiegraad {percentage(rate)} per jaar (keuze in het scenario)"
    else:
        known = gegevens.parameters["mutatiegraad"].on(day)
        turnover = f"mutatiegraad {percentage(known.waarde)} per jaar ({known.bron})"
    if persons is not None:
        return turnover, f"{decimal(persons)} personen per woning (keuze in het scenario)"
    known = gegevens.parameters["personen_per_woning"].on(day)
    return turnover, f"{decimal(known.waarde)} personen per woning ({known.bron})"


def norm(scenario: Scenario, gegevens: Gegevens) -> tuple[float, str] | None:
    """Return the national part of the freed dwellings and its source; None if not known then."""
    try:
        known = gegevens.parameters["aandeel_vrijkomend"].on(_first_day(scenario.period))
    except LookupError:
        return None
    return known.waarde, known.bron


def _first_day(halfjaar: Halfjaar) -> date:
    return date(halfjaar.jaar, 1 if halfjaar.helft == 1 else 7, 1)
