"""Every gemeente before the exchange: its taakstelling, its limits and its freed dwellings."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

import pandas as pd

from optimiser.beperkingen import Gebied
from optimiser.capaciteit import freed_dwellings, persons_per_dwelling
from optimiser.errors import VerdeelsleutelUnavailableError
from optimiser.gegevens import GROUPINGS, Gegevens
from optimiser.invoer import model_input
from optimiser.model import Block, Limit, ModelInput
from optimiser.result import Herkomst
from optimiser.run import solve_scenario
from optimiser.scenario import Scenario

#: Text where a gemeente belongs to no region.
NO_REGION = "geen regio"


@dataclass(frozen=True, slots=True)
class Gemeentestand:
    """One gemeente before the exchange.

    Attributes
    ----------
    gm_code, naam, provincie
        Who.
    taakstelling
        Before the exchange [personen].
    exact
        Exact share under the key [personen].
    inwoners
        On the peildatum [personen].
    vrijgekomen
        Corporation dwellings that become free [woningen per halfjaar]; None if not available.
    limits
        What the scenario allows.
    """

    gm_code: str
    naam: str
    provincie: str
    taakstelling: int
    exact: Fraction
    inwoners: int
    vrijgekomen: Fraction | None
    limits: tuple[Limit, ...] = ()

    @property
    def lower(self) -> int:
        """Fewest persons it may have after an exchange [personen]."""
        return max([0, *(x.lower for x in self.limits if x.lower is not None)])

    @property
    def upper(self) -> int | None:
        """Most persons it may have; what it already has above that is no fault of an exchange."""
        highest = [x.upper for x in self.limits if x.upper is not None]
        return max(min(highest), self.taakstelling) if highest else None

    @property
    def kan(self) -> int | None:
        """Most persons it can house [personen]; None where nothing is known."""
        found = [x.upper for x in self.limits if x.block is Block.PLAFOND]
        return found[0] if found else None

    @property
    def wil(self) -> int | None:
        """Most persons it offered to have [personen]; None where nothing was offered or limited."""
        found = [x.upper for x in self.limits if x.block is Block.WIL]
        return found[0] if found else None


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
    norm
        Part of the freed dwellings that went to vergunninghouders nationally (CBS), if known.
    titel
        Of the scenario.
    herkomst
        Where the numbers come from.
    """

    halfjaar: str
    gemeenten: Mapping[str, Gemeentestand]
    data: ModelInput
    regios: Mapping[str, Mapping[str, str]]
    gebied: Mapping[str, str]
    per_woning: Fraction
    geen_woningen: str
    norm: float | None
    titel: str
    herkomst: Herkomst

    @property
    def totaal(self) -> int:
        """Persons over all gemeenten."""
        return sum(g.taakstelling for g in self.gemeenten.values())


def beginstand(scenario: Scenario, gegevens: Gegevens) -> Beginstand:
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
    >>> from optimiser.io.gegevens import read_gegevens
    >>> beginstand(Scenario(halfjaar="2021-1"), read_gegevens()).totaal
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
        norm=_norm(scenario, gegevens),
        titel=scenario.titel,
        herkomst=replace(
            verdeling.herkomst, scenario=scenario.naam, scenario_sha256=scenario.sha256()
        ),
    )


def _per_gemeente(
    table: pd.DataFrame, data: ModelInput, freed: Mapping[str, Fraction]
) -> dict[str, Gemeentestand]:
    limits: dict[int, list[Limit]] = {}
    for limit in data.limits:
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


def _norm(scenario: Scenario, gegevens: Gegevens) -> float | None:
    try:
        return gegevens.parameter("aandeel_vrijkomend", scenario.period)
    except (KeyError, LookupError):
        return None
