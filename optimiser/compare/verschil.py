"""The difference between two answers, split into its causes; adds up exactly per gemeente.

The causes are changed one at a time in a fixed order and every step is answered in whole persons:

1. ``landelijk_aantal``: the number of persons for the whole country;
2. ``cijfers``: half-year, year and indeling of the figures;
3. ``sleutel``: the key and its options;
4. ``afronding``: the rounding method;
5. ``uitruil``: the exchange area and what is sought, without limits;
6. ``capaciteit``: ceilings, offers, limits and extra places.

Capacity comes after exchange because without exchange nobody else may take over. Another order
would give other parts: the split is exact, the order is a choice. Scenarios of two indelingen are
compared in the smallest areas that are the same in both (``shared_areas``).
"""

from collections.abc import Callable, Iterator, Mapping

import pandas as pd

from optimiser.compare.changes.samen import added_up, shared_areas
from optimiser.gegevens.gegevens import Gegevens
from optimiser.gegevens.indeling import GemeentenTabel
from optimiser.scenario.scenario import Scenario
from optimiser.solve.result import Verdeling
from optimiser.solve.run import solve_scenario

#: Cause to the fields of a scenario it covers, in the order of the split.
CAUSES: dict[str, tuple[str, ...]] = {
    "landelijk_aantal": ("totaal",),
    "cijfers": ("halfjaar", "totaal", "peiljaar", "indeling"),
    "sleutel": ("sleutel", "sleutel_opties"),
    "afronding": ("afronding",),
    "uitruil": ("uitruil", "doelstelling"),
    "capaciteit": ("capaciteit", "grenzen", "gemeenten"),
}
Solver = Callable[[Scenario, Gegevens], Verdeling]


def split_difference(tables: Mapping[str, pd.Series]) -> pd.DataFrame:
    """Split last minus first into one column per step.

    Parameters
    ----------
    tables
        Whole persons after each step, index ``gm_code``; the first is where one starts, the
        other names become the columns.

    Returns
    -------
    pandas.DataFrame
        Index ``gm_code``; a column per step and ``verschil``, whole persons; every row adds up.

    Raises
    ------
    ValueError
        If the tables hold different gemeenten or less than one of them.

    Examples
    --------
    >>> was, mid, new = (pd.Series({"GM0001": n}) for n in (5, 8, 7))
    >>> split_difference({"was": was, "sleutel": mid, "afronding": new}).values.tolist()
    [[3, -1, 2]]
    """
    steps = list(tables.values())
    if not steps or not all(step.index.equals(steps[0].index) for step in steps):
        msg = "all tables must have the same gemeenten"
        raise ValueError(msg)
    columns = {
        naam: (after - before).astype("int64")
        for (naam, after), before in zip(list(tables.items())[1:], steps, strict=False)
    }
    result = pd.DataFrame(columns, index=steps[0].index)
    result["verschil"] = (steps[-1] - steps[0]).astype("int64")
    if not (result.drop(columns="verschil").sum(axis=1) == result["verschil"]).all():
        msg = "the parts do not add up"
        raise ValueError(msg)
    return result


def explain_difference(
    oud: Scenario, nieuw: Scenario, gegevens: Gegevens, solve: Solver = solve_scenario
) -> pd.DataFrame:
    """Explain per gemeente why two scenarios differ.

    Parameters
    ----------
    oud, nieuw
        The scenarios; every step between them must be solvable.
    gegevens
        All figures.
    solve
        The one way in; another for tests.

    Returns
    -------
    pandas.DataFrame
        Index ``gm_code``; ``gemeente``, ``oud``, a column per cause that differs (``CAUSES``),
        ``verschil``, ``nieuw``; whole persons, every row adds up. Of two indelingen a row is the
        smallest area that is the same in both.

    Raises
    ------
    OptimiserError
        If a step in between has no answer.
    """
    tables, last = {"oud": solve(oud, gegevens)}, oud
    for cause, step in _steps(oud, nieuw, gegevens):
        if step != last:
            tables[cause], last = solve(step, gegevens), step
    persons = {naam: answer.gemeenten["taakstelling"] for naam, answer in tables.items()}
    names = tables[list(tables)[-1]].gemeenten["gemeente"]
    index = persons["oud"].index
    if not all(counts.index.equals(index) for counts in persons.values()):
        area, told = shared_areas(
            _table(oud, gegevens), _table(nieuw, gegevens), gegevens.herindelingen
        )
        persons = {naam: added_up(counts, area) for naam, counts in persons.items()}
        names = pd.Series(told)
    split = split_difference(persons)
    split.insert(0, "oud", persons["oud"])
    split.insert(0, "gemeente", names.reindex(split.index))
    split["nieuw"] = persons[list(persons)[-1]]
    return split


def _steps(oud: Scenario, nieuw: Scenario, gegevens: Gegevens) -> Iterator[tuple[str, Scenario]]:
    """Yield the scenario after each cause; a national number is spelled out where it differs."""
    before, after = (
        gegevens.announced(one.period) if one.totaal is None else one.totaal for one in (oud, nieuw)
    )
    last = oud if before == after else oud.adjusted(totaal=after)
    yield "landelijk_aantal", last
    for cause, names in CAUSES.items():
        if cause != "landelijk_aantal":
            last = last.adjusted(**{name: getattr(nieuw, name) for name in names})
            yield cause, last


def _table(scenario: Scenario, gegevens: Gegevens) -> GemeentenTabel:
    peiljaar = scenario.period.peiljaar if scenario.peiljaar is None else scenario.peiljaar
    return gegevens.figures(peiljaar, scenario.indeling)
