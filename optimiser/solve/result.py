"""The answer to a scenario: a table that closes, and where it came from."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import islice
from math import lcm
from typing import TYPE_CHECKING

import pandas as pd

from optimiser.rounding import Tie

if TYPE_CHECKING:
    from optimiser.solve.capaciteit import Aannamen
    from optimiser.solve.optimise import Optimalisatie

#: Columns of ``Verdeling.gemeenten`` that every answer has, in order.
COLUMNS = ("gemeente", "provincie", "inwoners", "aandeel", "exact", "taakstelling")


@dataclass(frozen=True, slots=True)
class Herkomst:
    """Enough to make the same answer again, printed on every output.

    Attributes
    ----------
    scenario, scenario_sha256
        Name and hash of the question.
    wet
        Law version assumed.
    data_version
        Hash of the embedded figures.
    optimiser_version
        Of this program.
    bron
        Publisher of the figures used.
    peiljaar
        The figures are of 1 January of this year.
    indeling
        Gemeenten of the table, for the reader.
    solver
        Name and version; ``"geen"`` when none was needed.
    seconds
        Per step of the work.
    """

    scenario: str
    scenario_sha256: str
    wet: str
    data_version: str
    optimiser_version: str
    bron: str
    peiljaar: int
    indeling: str
    solver: str = "geen"
    seconds: Mapping[str, float] = field(default_factory=dict, compare=False)

    def line(self) -> str:
        """Return the provenance in one Dutch line."""
        return (
            f"Wet: {self.wet}. Cijfers: 1 januari {self.peiljaar}, {self.bron}. "
            f"Gegevens {self.data_version}, scenario {self.scenario} ({self.scenario_sha256}), "
            f"programma {self.optimiser_version}. Geen juridisch advies."
        )


@dataclass(frozen=True)
class Verdeling:
    """Persons per gemeente under one scenario.

    Attributes
    ----------
    gemeenten
        Shape ``(n_gemeenten, 6)``, index ``gm_code``: ``gemeente``, ``provincie``, ``inwoners``
        [personen], ``aandeel`` (``Fraction``, sums to 1), ``exact`` (``Fraction`` [personen]),
        ``taakstelling`` (int [personen]).
    wanted
        The national number [personen].
    closes
        Whether the chosen rounding closes on it.
    ties
        Ties the documented rule settled.
    herkomst
        Where it came from.
    optimalisatie
        What the optimiser answered, where the scenario asks for more than the table of a key;
        ``gemeenten`` then has ``doel`` (int [personen]), the table before, as seventh column.
    aannamen
        The assumptions the limits or loads rest on; None if they rest on none.
    """

    gemeenten: pd.DataFrame
    wanted: int
    closes: bool
    ties: tuple[Tie, ...]
    herkomst: Herkomst
    optimalisatie: "Optimalisatie | None" = None
    aannamen: "Aannamen | None" = None

    def __post_init__(self) -> None:
        if tuple(islice(self.gemeenten.columns, len(COLUMNS))) != COLUMNS:
            msg = f"columns must start with {COLUMNS}"
            raise ValueError(msg)
        if self.closes and self.totaal != self.wanted:
            msg = f"the sum is {self.totaal}, wanted was {self.wanted}"
            raise ValueError(msg)
        if not _sum_to_one(self.gemeenten["aandeel"]):
            msg = "the shares do not sum to 1"
            raise ValueError(msg)

    def to_frame(self) -> pd.DataFrame:
        """Return a copy of ``gemeenten`` with plain numbers, free to change.

        >>> from optimiser import Scenario, read_gegevens, solve_scenario
        >>> table = solve_scenario(Scenario(halfjaar="2021-1"), read_gegevens()).to_frame()
        >>> int(table["taakstelling"].sum()), round(float(table["exact"].sum()), 6)
        (13500, 13500.0)
        """
        plain = {name: self.gemeenten[name].map(float) for name in ("aandeel", "exact")}
        return self.gemeenten.assign(**plain)

    @property
    def totaal(self) -> int:
        """Persons handed out over all gemeenten."""
        return int(self.gemeenten["taakstelling"].sum())


def _sum_to_one(shares: Iterable[Fraction]) -> bool:
    """Tell whether fractions sum to one: over one denominator, in whole numbers."""
    parts = [share.as_integer_ratio() for share in shares]
    whole = lcm(*(bottom for _, bottom in parts))
    return sum(top * (whole // bottom) for top, bottom in parts) == whole
