"""The one way in: a scenario and the figures to an answer."""

from importlib import metadata
from time import perf_counter

import pandas as pd

from optimiser.gegevens import Gegevens
from optimiser.indeling import GemeentenTabel
from optimiser.result import Herkomst, Verdeling
from optimiser.rounding import METHODS, round_shares, round_two_tiers
from optimiser.rounding.result import Rounded
from optimiser.scenario import Scenario
from optimiser.verdeelsleutels import shares


def solve_scenario(scenario: Scenario, gegevens: Gegevens) -> Verdeling:
    """Answer a scenario.

    Parameters
    ----------
    scenario
        The question.
    gegevens
        All figures; nothing else is read.

    Returns
    -------
    Verdeling
        Per gemeente the exact share and whole persons, closing when the rounding does.

    Raises
    ------
    OptimiserError
        What, where and what to do, when the question cannot be answered without guessing.

    Examples
    --------
    >>> from optimiser.io.gegevens import read_gegevens
    >>> solve_scenario(Scenario(halfjaar="2021-1"), read_gegevens()).totaal
    13500
    """
    started = perf_counter()
    halfjaar = scenario.period
    total = gegevens.announced(halfjaar) if scenario.totaal is None else scenario.totaal
    peiljaar = halfjaar.peiljaar if scenario.peiljaar is None else scenario.peiljaar
    table = gegevens.figures(peiljaar, scenario.indeling)
    exact, rounded = _divide(scenario, gegevens, table, total)
    herkomst = Herkomst(
        scenario=scenario.naam,
        scenario_sha256=scenario.sha256(),
        wet=gegevens.wet,
        data_version=gegevens.version,
        optimiser_version=metadata.version("taakstelling-optimiser"),
        bron=table.bron,
        peiljaar=peiljaar,
        indeling=str(table.indeling),
        seconds={"verdelen": perf_counter() - started},
    )
    gemeenten = pd.DataFrame(
        {
            "gemeente": table.tabel["gemeente"],
            "provincie": gegevens.regios_of("provincie", table.tabel.index),
            "inwoners": table.tabel["inwoners"],
            "aandeel": exact,
            "exact": [share * total for share in exact],
            "taakstelling": pd.Series(rounded.persons, dtype="int64"),
        }
    )
    closes = METHODS[scenario.afronding].closes
    return Verdeling(gemeenten, total, closes, rounded.ties, herkomst)


def _divide(
    scenario: Scenario, gegevens: Gegevens, table: GemeentenTabel, total: int
) -> tuple[pd.Series, Rounded]:
    """Return the exact shares and the whole persons; regions first where the key says so."""
    opties = scenario.sleutel_opties
    if opties.gebied is None:
        exact = shares(scenario.sleutel, table.tabel, opties.adjusted(totaal=total))
        return exact, round_shares(dict(exact), total, scenario.afronding)
    groups = gegevens.regios_of(opties.gebied, table.tabel.index)
    exact = shares(scenario.sleutel, table.tabel, opties.adjusted(totaal=total), groups)
    _, rounded = round_two_tiers(dict(exact), dict(groups), total, scenario.afronding)
    return exact, rounded
