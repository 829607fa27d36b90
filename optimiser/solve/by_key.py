"""The table of a key, before any limit: exact shares to whole persons."""

import pandas as pd

from optimiser.gegevens.gegevens import Gegevens
from optimiser.gegevens.indeling import GemeentenTabel
from optimiser.gegevens.memory import once
from optimiser.rounding import round_shares, round_two_tiers
from optimiser.rounding.result import Rounded, Tie
from optimiser.scenario.scenario import Scenario
from optimiser.verdeelsleutels import inner_opties, shares

#: What of a scenario a key hears; its limits, which a slider moves, are not in it.
_HEARD = {"sleutel", "sleutel_opties", "afronding", "halfjaar", "peiljaar", "indeling"}


def divided_once(
    scenario: Scenario, gegevens: Gegevens, table: GemeentenTabel, total: int
) -> tuple[pd.DataFrame, tuple[Tie, ...]]:
    """Divide by a key, computed once for scenarios that differ in their limits only.

    Returns
    -------
    pandas.DataFrame
        Index ``gm_code``: name, province, inhabitants, exact share and persons, whole persons. Kept
        for the next of these scenarios, so it is never changed.
    tuple of Tie
        Where equal claims were settled.

    Raises
    ------
    OptimiserError
        As ``divide_by_sleutel``.
    """
    told = ("sleutel", scenario.model_dump_json(include=_HEARD), str(total))
    return once(told, gegevens, lambda: _divided(scenario, gegevens, table, total))


def _divided(
    scenario: Scenario, gegevens: Gegevens, table: GemeentenTabel, total: int
) -> tuple[pd.DataFrame, tuple[Tie, ...]]:
    exact, rounded = divide_by_sleutel(scenario, gegevens, table, total)
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
    return gemeenten, rounded.ties


def divide_by_sleutel(
    scenario: Scenario, gegevens: Gegevens, table: GemeentenTabel, total: int
) -> tuple[pd.Series, Rounded]:
    """Return the exact shares and the whole persons; regions first where the key says so.

    A region gets what its gemeenten have together in the table of the first key. With the
    statutory key that is the sum that must stay the same (Huisvestingswet 2014 art. 29 lid 2).

    Raises
    ------
    OptimiserError
        If the key cannot be computed with these figures.
    """
    opties = scenario.sleutel_opties
    if opties.gebied is None:
        exact = shares(scenario.sleutel, table.tabel, opties.adjusted(totaal=total))
        return exact, round_shares(dict(exact), total, scenario.afronding)
    groups = gegevens.regios_of(opties.gebied, table.tabel.index)
    exact = shares(scenario.sleutel, table.tabel, opties.adjusted(totaal=total), groups)
    eerst = str(opties.eerst)
    outer = shares(eerst, table.tabel, inner_opties(opties.adjusted(totaal=total), eerst))
    first = round_shares(dict(outer), total, scenario.afronding)
    _, rounded = round_two_tiers(dict(exact), dict(groups), total, scenario.afronding, first)
    return exact, rounded
