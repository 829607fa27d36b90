"""The published provincial table against our own computation: what comes out exactly, what not.

Nothing is tuned: the announced national number and the figures the law names go in, whole
persons per gemeente come out, and the sums per province are held against the printed ones.
"""

from dataclasses import dataclass

import pandas as pd

from optimiser.gegevens.gegevens import Gegevens
from optimiser.rounding import METHODS
from optimiser.scenario.scenario import Scenario
from optimiser.solve.run import solve_scenario

#: The report writes Friesland where CBS writes Fryslân.
REPORT_NAMES = {"Friesland": "Fryslân"}


@dataclass(frozen=True)
class Herleiding:
    """One half-year and one rounding method held against the printed table.

    Attributes
    ----------
    halfjaar, afronding
        What was computed.
    totaal
        The announced national number that went in [personen].
    provincies
        Index ``provincie``: ``gepubliceerd``, ``reproduce_table``, ``residu`` (published minus
        computed), all int [personen].
    """

    halfjaar: str
    afronding: str
    totaal: int
    provincies: pd.DataFrame

    @property
    def gelijk(self) -> int:
        """Provinces that come out exactly."""
        return int((self.provincies["residu"] == 0).sum())

    @property
    def grootste(self) -> int:
        """Largest absolute residue [personen]."""
        return int(self.provincies["residu"].abs().max())

    @property
    def som(self) -> int:
        """Sum of the absolute residues [personen]."""
        return int(self.provincies["residu"].abs().sum())


def published_halfjaren(gegevens: Gegevens) -> list[str]:
    """List the half-years whose provincial numbers are printed in table 2."""
    return sorted(gegevens.tabel2["periode"].unique())


def reproduce_table(gegevens: Gegevens, halfjaar: str, afronding: str) -> Herleiding:
    """Compute the provincial numbers of a published half-year and compare.

    Parameters
    ----------
    gegevens
        The figures; table 2 of the report holds the printed numbers.
    halfjaar
        One of ``published_halfjaren``.
    afronding
        Rounding method.

    Raises
    ------
    UnknownRoundingError
        If the method does not exist.

    Examples
    --------
    >>> from optimiser.io.gegevens import read_embedded
    >>> reproduce_table(read_embedded(), "2021-1", "adams").gelijk
    12
    """
    rows = gegevens.tabel2[gegevens.tabel2["periode"] == halfjaar]
    printed = rows[rows["provincie"] != "Totaal"].set_index("provincie")["taakstelling"]
    printed = printed.rename(index=REPORT_NAMES).astype("int64")
    verdeling = solve_scenario(Scenario(halfjaar=halfjaar, afronding=afronding), gegevens)
    computed = verdeling.gemeenten.groupby("provincie")["taakstelling"].sum()
    if set(computed.index) != set(printed.index):
        msg = f"provinces differ: {set(computed.index) ^ set(printed.index)}"
        raise ValueError(msg)
    provincies = pd.DataFrame({"gepubliceerd": printed, "herleid": computed})
    provincies["residu"] = provincies["gepubliceerd"] - provincies["herleid"]
    return Herleiding(halfjaar, afronding, verdeling.wanted, provincies.sort_index())


def reproduce_tables(gegevens: Gegevens, halfjaren: list[str]) -> list[Herleiding]:
    """Hold every rounding method against every half-year."""
    return [reproduce_table(gegevens, period, method) for period in halfjaren for method in METHODS]
