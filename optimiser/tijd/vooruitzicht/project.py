"""The saldo of units over the half-years of a scenario, from where the ledger stands."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from optimiser.gegevens.gegevens import Gegevens
from optimiser.scenario.scenario import Scenario
from optimiser.scenario.tijd import Tijd, VooruitzichtModel
from optimiser.tijd.gladstrijken.plan import require_tijd
from optimiser.tijd.grootboek.course import Course
from optimiser.tijd.grootboek.structural import realisatiegraden
from optimiser.tijd.jaren.question import YearsQuestion, make_years_question
from optimiser.tijd.vooruitzicht.errors import NoSaldoError
from optimiser.tijd.vooruitzicht.fan import FanStep, open_fan
from optimiser.tijd.vooruitzicht.given import Given, make_given, units_of
from optimiser.tijd.vooruitzicht.history import Floats, Verleden, read_verleden
from optimiser.tijd.vooruitzicht.models import (
    find_model,
    highest,
    part_with_ceiling,
    pooled_rho,
    shrunk_rho,
)

NATIONAL = "NL"


@dataclass(frozen=True)
class Vooruitzicht:
    """Expected saldo per unit, and the national fan.

    Attributes
    ----------
    tijd
        The question.
    eenheden
        Units with a known saldo at the start.
    begin
        That saldo [personen].
    opgave, realisatie, saldo
        Shape (units, half-years), expected [personen].
    fan
        National, per half-year; empty when the national saldo is not known.
    seen
        Half-years whose realisatiegraad the fan repeats.
    happened
        National saldo that is known by now per half-year, NaN where not [personen].
    national_begin
        National saldo at the start, NaN where not known [personen].
    uncoupled
        Expected in the first half-year, but not coupled [personen].
    """

    tijd: Tijd
    eenheden: tuple[str, ...]
    begin: Floats
    opgave: Floats
    realisatie: Floats
    saldo: Floats
    fan: tuple[FanStep, ...]
    seen: tuple[str, ...]
    happened: Floats
    national_begin: float
    uncoupled: float = 0.0


def make_vooruitzicht(
    scenario: Scenario,
    gegevens: Gegevens,
    course: Course,
    level: str = "PV",
    gekoppeld: pd.Series | None = None,
) -> Vooruitzicht:
    """Work out what is expected from the half-year before ``van`` on.

    Parameters
    ----------
    course
        The ledger worked out: embedded figures (provinces) or the user's (gemeenten).
    level
        ``PV`` or ``GM``.
    gekoppeld
        Index ``gm_code``: persons coupled in the first half-year; no more than that is expected
        there. None where it was not delivered, or with provinces.

    Raises
    ------
    TijdMissingError
        If the scenario has no ``[tijd]``.
    NoSaldoError
        If no unit has a saldo at the end of the half-year before.
    ScenarioColumnError
        If the own column is not in the figures.
    NoRoomError
        If the model is ``capaciteit`` and the scenario limits no dwellings.
    """
    tijd = require_tijd(scenario)
    start = tijd.halfjaren[0].prev()
    known = [str(periode) for periode in course.perioden]
    if str(start) not in known:
        raise NoSaldoError(halfjaar=str(start))
    at = known.index(str(start))
    past = _until(read_verleden(course, level), at, course)
    national = _national(course, tijd, at)
    saldi = {
        str(u): float(s) for u, s in zip(course.eenheden, course.parts["saldo"][:, at], strict=True)
    }
    units = tuple(u for u in past.eenheden if not np.isnan(saldi[u]))
    if not units and not national[0]:
        raise NoSaldoError(halfjaar=str(start))
    question = make_years_question(scenario, gegevens)
    asked = _asked(question, gegevens, level, units)
    begin = np.array([saldi[u] for u in units])
    given = make_given(question, gegevens, level, units, gekoppeld)
    opgave, done, saldo, uncoupled = _run(tijd, past, begin, asked, given)
    return Vooruitzicht(tijd, units, begin, opgave, done, saldo, *national, uncoupled)


def _until(past: Verleden, at: int, course: Course) -> Verleden:
    """Return the part of the past that was over at the start; a later one is not looked at."""
    count = sum(periode <= course.perioden[at] for periode in past.perioden)
    return past.before(count).over


def _national(
    course: Course, tijd: Tijd, at: int
) -> tuple[tuple[FanStep, ...], tuple[str, ...], Floats, float]:
    row = course.eenheden.get_loc(NATIONAL)
    saldo = course.parts["saldo"][row]
    last = str(course.perioden[at])
    graden = [g for g in realisatiegraden(course) if g.periode <= last]
    steps = {str(periode): t for t, periode in enumerate(course.perioden)}
    happened = np.array(
        [saldo[steps[str(h)]] if str(h) in steps else np.nan for h in tijd.halfjaren]
    )
    if np.isnan(saldo[at]) or not graden:
        return (), (), happened, float(saldo[at])
    fan = open_fan(float(saldo[at]), tijd.announced, [g.rho for g in graden])
    return fan, tuple(g.periode for g in graden), happened, float(saldo[at])


def _asked(
    question: YearsQuestion, gegevens: Gegevens, level: str, units: tuple[str, ...]
) -> Floats:
    """Return the statutory numbers per unit and half-year [personen]."""
    of = units_of(question, gegevens, level)
    position = {unit: i for i, unit in enumerate(units)}
    found = np.zeros((len(units), len(question.totals)))
    for t, table in enumerate(question.statutory):
        for code, persons in table.items():
            if of[code] in position:
                found[position[of[code]], t] += persons
    return found


def _run(
    tijd: Tijd, past: Verleden, begin: Floats, asked: Floats, given: Given
) -> tuple[Floats, Floats, Floats, float]:
    """Let the model run; nobody is expected to house more than its opgave.

    What was coupled in the first half-year is the most that is expected there; the rest of the
    expectation is returned too [personen].
    """
    opgave, done, saldo = (np.zeros_like(asked) for _ in range(3))
    before, uncoupled = begin, 0.0
    for t in range(asked.shape[1]):
        opgave[:, t] = before + asked[:, t]
        expected = _expected(tijd, past, opgave[:, t], asked[:, t], given.at(t))
        done[:, t] = np.clip(expected, 0, np.maximum(opgave[:, t], 0))
        if t == 0 and given.coupled is not None:
            most = np.where(np.isnan(given.coupled), np.inf, given.coupled)
            uncoupled = float(np.maximum(done[:, 0] - most, 0).sum())
            done[:, 0] = np.minimum(done[:, 0], most)
        saldo[:, t] = before = opgave[:, t] - done[:, t]
        given.fill(t, done[:, t])
    return opgave, done, saldo, uncoupled


def _expected(tijd: Tijd, past: Verleden, opgave: Floats, asked: Floats, given: Floats) -> Floats:
    """Return what the chosen model expects in one half-year [personen]."""
    choice = tijd.vooruitzicht
    limit = choice.plafond_maal_hoogste
    factor = float("inf") if limit is None else float(limit)
    if choice.model in {VooruitzichtModel.CAPACITEIT, VooruitzichtModel.KOLOM}:
        return given
    if choice.model is not VooruitzichtModel.DEEL_VAN_OPGAVE:
        return find_model(choice.model.value).expect(past, opgave, asked)
    if past.eenheden[0].startswith("GM"):
        part = shrunk_rho(past, pooled_rho(past))
        return np.minimum(part * opgave, factor * highest(past))
    return part_with_ceiling(factor)(past, opgave, asked)
