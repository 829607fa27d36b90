"""Ways to expect a realisatie, each from what was known before the half-year.

The back-test has five half-years; the factor 1,25 was chosen with them in view. It is an aanname
and a parameter, not a truth.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from optimiser.tijd.vooruitzicht.history import Floats, Verleden

#: Ceiling: no more than this times the highest own half-year (aanname).
CEILING = 1.25
#: Half-years of a province's own history that its realisatiegraad weighs against (aanname).
SHRINK = 4


@dataclass(frozen=True)
class Outlook:
    """A model: its key in texts, and what it expects [personen] from past, opgave, taakstelling."""

    naam: str
    expect: Callable[[Verleden, Floats, Floats], Floats]


def pooled_rho(past: Verleden) -> float:
    """Return the part of the opgave that all units together housed so far."""
    return float(past.realisatie.sum() / past.opgave.sum())


def highest(past: Verleden) -> Floats:
    """Return the highest realisatie of each unit so far [personen]."""
    return np.asarray(past.realisatie.max(axis=1))


def own_rho(past: Verleden) -> Floats:
    """Return the part of its opgave that each unit housed so far."""
    return np.asarray(past.realisatie.sum(axis=1) / past.opgave.sum(axis=1))


def shrunk_rho(past: Verleden, towards: float) -> Floats:
    """Return each unit's own part, drawn towards another with weight ``n / (n + 4)``."""
    count = past.opgave.shape[1]
    weight = count / (count + SHRINK)
    return np.asarray(weight * own_rho(past) + (1 - weight) * towards)


def part_with_ceiling(factor: float = CEILING) -> Callable[[Verleden, Floats, Floats], Floats]:
    """Return ``min(rho_nl x opgave, factor x highest own half-year)``: the default."""
    return lambda past, opgave, _: np.minimum(pooled_rho(past) * opgave, factor * highest(past))


def _last(values: Floats) -> Floats:
    return np.asarray(values[:, -1])


#: In the order of the back-test table.
MODELS = (
    Outlook("deel_van_opgave", part_with_ceiling()),
    Outlook(
        "half_eigen",
        lambda past, opgave, _: (own_rho(past) + pooled_rho(past)) / 2 * opgave,
    ),
    Outlook(
        "wortel",
        lambda past, opgave, _: _last(past.realisatie) * np.sqrt(opgave / _last(past.opgave)),
    ),
    Outlook("opgave_tot_hoogste", lambda past, opgave, _: np.minimum(opgave, highest(past))),
    Outlook("deel_zonder_plafond", lambda past, opgave, _: pooled_rho(past) * opgave),
    Outlook(
        "eigen_vorige",
        lambda past, opgave, _: _last(past.realisatie) / _last(past.opgave) * opgave,
    ),
    Outlook("taakstelling", lambda _past, _opgave, taakstelling: taakstelling),
    Outlook("gemiddelde", lambda past, _opgave, _: np.asarray(past.realisatie.mean(axis=1))),
    Outlook("constant", lambda past, _opgave, _: _last(past.realisatie)),
    Outlook(
        "graad_maal_taakstelling",
        lambda past, _, taakstelling: (
            _last(past.realisatie).sum() / _last(past.taakstelling).sum() * taakstelling
        ),
    ),
    Outlook("opgave", lambda _past, opgave, _: opgave),
)


def find_model(naam: str) -> Outlook:
    """Return a model by name.

    Raises
    ------
    KeyError
        If there is none: our bug, names are checked before.
    """
    return {model.naam: model for model in MODELS}[naam]
