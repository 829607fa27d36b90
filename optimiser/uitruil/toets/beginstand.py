"""Every gemeente before the exchange: its taakstelling, its limits and its freed dwellings."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction

import pandas as pd

from optimiser.errors import VerdeelsleutelUnavailableError
from optimiser.gegevens.codebook import vanished_gemeenten
from optimiser.gegevens.gegevens import GROUPINGS, Gegevens
from optimiser.problem import Limit, ModelInput
from optimiser.scenario.beperkingen import Gebied
from optimiser.scenario.scenario import Scenario
from optimiser.solve.capaciteit import freed_dwellings, persons_per_dwelling
from optimiser.solve.problem_of_scenario import model_input
from optimiser.solve.result import Herkomst
from optimiser.solve.run import solve_scenario
from optimiser.uitruil.toets.gemeentestand import Gemeentestand
from optimiser.uitruil.toets.grondslag import grondslag, norm

#: Text where a gemeente belongs to no region.
NO_REGION = "geen regio"


@dataclass(frozen=True)
class Beginstand:
    """The situation that proposals are tested against.

    Attributes
    ----------
    halfjaar
        Of the taakstelling.
    gemeenten
        By gm_code, ascending.
    data
        The same as the engines get it.
    regios
        Grouping to the region of each gm_code; absent where it belongs to none.
    gebied
        The scenario's exchange area per gm_code; empty when it sets none.
    per_woning
        Persons per dwelling (aanname unless the scenario says otherwise).
    geen_woningen
        Why freed dwellings are not available; empty when they are.
    grondslag
        What the freed dwellings and the claim on them rest on, aannames labelled.
    norm
        Part of the freed dwellings that went to vergunninghouders nationally, and who says so.
    titel
        Of the scenario.
    herindeling
        Says which gemeenten no longer exist in the half-year (art. 30); empty when none.
    herkomst
        Where the numbers come from.
    verdwenen
        Code of a gemeente that is gone to what it became, in Dutch.
    """

    halfjaar: str
    gemeenten: Mapping[str, Gemeentestand]
    data: ModelInput
    regios: Mapping[str, Mapping[str, str]]
    gebied: Mapping[str, str]
    per_woning: Fraction
    geen_woningen: str
    grondslag: tuple[str, ...]
    norm: tuple[float, str] | None
    titel: str
    herindeling: tuple[str, ...]
    herkomst: Herkomst
    verdwenen: Mapping[str, str] = field(default_factory=dict)

    @property
    def totaal(self) -> int:
        """Persons over all gemeenten."""
        return sum(g.taakstelling for g in self.gemeenten.values())


def make_beginstand(scenario: Scenario, gegevens: Gegevens) -> Beginstand:
    """Compute the situation before any exchange.

    Parameters
    ----------
    scenario
        Key, half-year and limits; its exchange area only warns, the law knows none.
    gegevens
        All figures.

    Raises
    ------
    OptimiserError
        If the scenario cannot be computed.

    Examples
    --------
    >>> from optimiser.io.gegevens import read_embedded
    >>> make_beginstand(Scenario(halfjaar="2021-1"), read_embedded()).totaal
    13500
    """
    key_only = scenario.adjusted(
        uitruil={}, capaciteit={}, grenzen={}, gemeenten={}, doelstelling={}
    )
    verdeling = solve_scenario(key_only, gegevens)
    peiljaar = verdeling.herkomst.peiljaar
    figures = gegevens.figures(peiljaar, scenario.indeling).tabel
    data = model_input(scenario, gegevens, figures, verdeling.gemeenten)
    freed, reason = _freed(scenario, gegevens, figures)
    index = verdeling.gemeenten.index
    return Beginstand(
        halfjaar=scenario.halfjaar,
        gemeenten=_per_gemeente(verdeling.gemeenten, data, freed),
        data=data,
        regios={naam: _known(gegevens.regios_of(naam, index)) for naam in GROUPINGS},
        gebied=_areas(scenario, data),
        per_woning=persons_per_dwelling(scenario.capaciteit, gegevens, scenario.period),
        geen_woningen=reason,
        grondslag=grondslag(scenario, gegevens),
        norm=norm(scenario, gegevens),
        titel=scenario.titel,
        herindeling=tuple(gegevens.later_mergers(index, scenario.halfjaar)),
        herkomst=replace(
            verdeling.herkomst, scenario=scenario.naam, scenario_sha256=scenario.sha256()
        ),
        verdwenen=vanished_gemeenten(gegevens.herindelingen),
    )


def _per_gemeente(
    table: pd.DataFrame, data: ModelInput, freed: Mapping[str, Fraction]
) -> dict[str, Gemeentestand]:
    limits: dict[int, list[Limit]] = {}
    for limit in (*data.limits, *data.reported):
        limits.setdefault(limit.gemeente, []).append(limit)
    return {
        code: Gemeentestand(
            gm_code=code,
            naam=str(table.at[code, "gemeente"]),
            provincie=str(table.at[code, "provincie"]),
            taakstelling=data.doel[i],
            exact=data.exact[i],
            inwoners=int(table.at[code, "inwoners"]),
            vrijgekomen=freed.get(code),
            limits=tuple(limits.get(i, ())),
        )
        for i, code in enumerate(data.gm_codes)
    }


def _freed(
    scenario: Scenario, gegevens: Gegevens, figures: pd.DataFrame
) -> tuple[dict[str, Fraction], str]:
    try:
        freed = freed_dwellings(figures, scenario.capaciteit, gegevens, scenario.period)
    except VerdeelsleutelUnavailableError as error:
        return {}, str(error.params["reden"])
    return {str(code): Fraction(v) for code, v in freed.items()}, ""


def _known(names: pd.Series) -> dict[str, str]:
    return {str(code): str(name) for code, name in names.dropna().items()}


def _areas(scenario: Scenario, data: ModelInput) -> dict[str, str]:
    if scenario.uitruil.binnen is Gebied.NIET:
        return {}
    return {data.gm_codes[i]: group.naam for group in data.groups for i in group.members}
