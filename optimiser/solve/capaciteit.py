"""From dwellings to persons: what becomes free, what a gemeente can take, extra places."""

from collections.abc import Collection, Mapping
from fractions import Fraction
from typing import NamedTuple

import pandas as pd

from optimiser.errors import ScenarioGemeenteError, VerdeelsleutelUnavailableError
from optimiser.gegevens.gegevens import Gegevens
from optimiser.gegevens.halfjaar import Halfjaar
from optimiser.gegevens.memory import once
from optimiser.rounding import round_shares
from optimiser.scenario.beperkingen import Capaciteit, Plekken
from optimiser.scenario.scenario import Scenario
from optimiser.verdeelsleutels.enkelvoudig import corporatiewoningen

#: Half-years in a year: a mutatiegraad is per year, a taakstelling per half-year.
PER_YEAR = 2


def freed_dwellings(
    figures: pd.DataFrame,
    capaciteit: Capaciteit,
    gegevens: Gegevens,
    halfjaar: Halfjaar,
    needed: Collection[str] | None = None,
) -> pd.Series:
    r"""Count the corporation dwellings that become free in the half-year.

    .. math:: v_g = \text{woningvoorraad}_g \cdot \text{pct\_corporatie}_g / 100
              \cdot \text{mutatiegraad}_g / 2

    Parameters
    ----------
    figures, capaciteit, gegevens, halfjaar
        What is known and what is asked.
    needed
        Gemeenten of which it must be known; default all.

    Returns
    -------
    pandas.Series
        Index ``gm_code``, ``Fraction`` [woningen per halfjaar]; NA where it is not known and not
        needed. Counted once per table, so it is never changed.

    Raises
    ------
    VerdeelsleutelUnavailableError
        If a figure is missing; never filled in.
    """
    missing = [c for c in ("woningvoorraad", "pct_corporatie") if c not in figures.columns]
    column = capaciteit.mutatiegraad_kolom
    if column is not None and column not in figures.columns:
        missing.append(column)
    if missing:
        _unavailable(f"kolom {', '.join(missing)} ontbreekt in de cijfers")
    rate = _rate(capaciteit, gegevens, halfjaar) if column is None else None
    told = ("vrijkomende woningen", column or "", str(rate))
    freed, unknown = once(told, figures, lambda: _freed(figures, rate, column))
    if lacking := [c for c in unknown if needed is None or c in needed]:
        _unavailable(f"er ontbreken cijfers voor {_named(figures, lacking)}")
    return freed


def _freed(
    figures: pd.DataFrame, rate: Fraction | None, column: str | None
) -> tuple[pd.Series, list[str]]:
    """Count what becomes free, at one rate or at those of a column; and where that is not known."""
    stock = corporatiewoningen(figures)
    if column is None:
        rates = pd.Series(rate, index=figures.index, dtype=object)
    else:
        rates = figures[column].map(lambda v: pd.NA if pd.isna(v) else Fraction(str(v)))
    unknown = stock.isna() | rates.isna()
    values = [
        pd.NA if gone else s * r / PER_YEAR
        for s, r, gone in zip(stock, rates, unknown, strict=True)
    ]
    return pd.Series(values, index=figures.index, dtype=object), figures.index[unknown].tolist()


class Aannamen(NamedTuple):
    """The assumptions behind the freed dwellings, as they were used.

    Attributes
    ----------
    mutatiegraad
        Part of the corporation dwellings that becomes free in a year; None if per gemeente.
    personen_per_woning
        Persons housed in one dwelling.
    """

    mutatiegraad: Fraction | None
    personen_per_woning: Fraction


def aannamen_of(scenario: Scenario, gegevens: Gegevens) -> Aannamen | None:
    """Return the assumptions that limits or loads rest on, None where nothing rests on any.

    Those of the scenario, else those of ``data/parameters``.
    """
    held, halfjaar = scenario.capaciteit, scenario.period
    if held.maximum_aandeel is None and scenario.doelstelling.last_per == "inwoners":
        return None
    own_column = held.mutatiegraad_kolom is not None
    rate = None if own_column else _rate(held, gegevens, halfjaar)
    return Aannamen(rate, persons_per_dwelling(held, gegevens, halfjaar))


def _named(figures: pd.DataFrame, codes: list[str]) -> str:
    """Name gemeenten, ten at most."""
    names = [f"{figures.at[code, 'gemeente']} ({code})" for code in codes[:10]]
    more = f" en nog {len(codes) - 10}" if len(codes) > 10 else ""
    return f"{', '.join(names)}{more}"


def _rate(capaciteit: Capaciteit, gegevens: Gegevens, halfjaar: Halfjaar) -> Fraction:
    if capaciteit.mutatiegraad is not None:
        return Fraction(capaciteit.mutatiegraad)
    return Fraction(str(gegevens.parameter("mutatiegraad", halfjaar)))


def persons_per_dwelling(
    capaciteit: Capaciteit, gegevens: Gegevens, halfjaar: Halfjaar
) -> Fraction:
    """Return the persons per dwelling of a scenario, or the dated aanname."""
    if capaciteit.personen_per_woning is not None:
        return Fraction(capaciteit.personen_per_woning)
    return Fraction(str(gegevens.parameter("personen_per_woning", halfjaar)))


def _unavailable(reason: str) -> None:
    raise VerdeelsleutelUnavailableError(sleutel="vrijkomende woningen", reden=reason)


def ceilings(
    freed: Mapping[str, tuple[int, int]],
    share: Fraction,
    per_dwelling: Fraction,
    extra: Mapping[str, int],
) -> dict[str, int]:
    """Turn freed dwellings, each as two whole numbers, into the most persons of each gemeente.

    ``floor(share x freed x persons per dwelling) + extra places`` [personen].

    >>> ceilings({"GM0001": (95, 10)}, Fraction(1, 2), Fraction(2), {})
    {'GM0001': 9}
    """
    top, bottom = (share * per_dwelling).as_integer_ratio()
    return {code: top * a // (bottom * b) + extra.get(code, 0) for code, (a, b) in freed.items()}


def extra_places(
    plekken: tuple[Plekken, ...], halfjaar: Halfjaar, doel: Mapping[str, int]
) -> dict[str, int]:
    """Divide the places that open in a half-year over the participants.

    By agreement where one is given, else in proportion to the taakstelling (Hamilton).

    Raises
    ------
    ScenarioGemeenteError
        If a participant is not a gemeente of the table.
    """
    places: dict[str, int] = {}
    for facility in plekken:
        require_known(facility.gemeenten, doel, facility.naam)
        if Halfjaar.parse(facility.opening) != halfjaar:
            continue
        agreed = divide_places(facility, doel)
        for code, count in agreed.items():
            places[code] = places.get(code, 0) + count
    return places


def divide_places(facility: Plekken, doel: Mapping[str, int]) -> dict[str, int]:
    """Divide the places of one facility: as agreed, else by taakstelling (Hamilton) [plekken]."""
    if facility.verdeling is not None:
        return dict(facility.verdeling)
    claims = {code: doel[code] for code in facility.gemeenten}
    together = sum(claims.values())
    equal = Fraction(1, len(claims))
    shares = {c: Fraction(n, together) if together else equal for c, n in claims.items()}
    return round_shares(shares, facility.plekken, "hamilton").persons


def require_known(codes: tuple[str, ...], doel: Mapping[str, int], where: str) -> None:
    """Refuse gemeenten that are not in the table.

    Raises
    ------
    ScenarioGemeenteError
        With the unknown codes.
    """
    if unknown := sorted(set(codes) - set(doel)):
        raise ScenarioGemeenteError(waar=where, gm_codes=unknown)
