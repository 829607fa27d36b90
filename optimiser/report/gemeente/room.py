"""Room in the dwellings that become free: how many fit, and who could take more."""

from fractions import Fraction

import pandas as pd

from optimiser.errors import OptimiserError, VerdeelsleutelUnavailableError
from optimiser.gegevens.gegevens import Gegevens
from optimiser.scenario.scenario import Scenario
from optimiser.solve.capaciteit import freed_dwellings, persons_per_dwelling
from optimiser.solve.result import Verdeling
from optimiser.teksten.gebieden import gebied_titel

#: Region within which help is looked for first.
NEAR = "arbeidsmarktregio"


def freed_places(scenario: Scenario, gegevens: Gegevens, wettelijk: Verdeling) -> pd.Series | None:
    """Return how many persons fit in the corporation dwellings that become free (aanname).

    Index ``gm_code``, ``Fraction`` [personen]; None if a figure is missing.
    """
    table = gegevens.figures(wettelijk.herkomst.peiljaar).tabel
    try:
        freed = freed_dwellings(table, scenario.capaciteit, gegevens, scenario.period)
        each = persons_per_dwelling(scenario.capaciteit, gegevens, scenario.period)
    except (VerdeelsleutelUnavailableError, LookupError):
        return None
    return freed * each


def find_help(
    codes: list[str],
    wettelijk: Verdeling,
    gegevens: Gegevens,
    places: pd.Series | None,
    norm: Fraction | None,
) -> tuple[str, dict[str, int]]:
    """Return who is below the benchmark in the same region, for one gemeente or more.

    Returns
    -------
    str
        The region, as one says it.
    dict
        Name to persons up to the benchmark, most first; empty if nobody or unknown.
    """
    rows = wettelijk.gemeenten
    try:
        groups = gegevens.regios_of(NEAR, rows.index)
    except OptimiserError:
        return "", {}
    here = set(groups.loc[codes].dropna())
    near = [c for c in rows.index if groups[c] in here and (len(codes) > 1 or c not in codes)]
    regio = f"{gebied_titel(NEAR)} {here.pop()}" if len(here) == 1 else f"{len(here)} {NEAR}'s"
    if places is None or norm is None:
        return regio, {}
    room = {c: int(norm * places[c]) - int(rows.at[c, "taakstelling"]) for c in near}
    order = sorted((c for c in room if room[c] > 0), key=lambda c: (-room[c], c))
    return regio, {str(rows.at[c, "gemeente"]): room[c] for c in order}
