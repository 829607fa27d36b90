"""All embedded figures together, as the engine gets them: tables, no files."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import pandas as pd

from optimiser.errors import (
    IndelingConversionError,
    UnknownGroupingError,
    UnknownPeiljaarError,
    UnknownTaakstellingError,
)
from optimiser.halfjaar import Halfjaar
from optimiser.herindeling import Shares, convert
from optimiser.indeling import GemeentenTabel
from optimiser.parameters import Parameter

#: Groupings of gemeenten that ``regios`` knows, in the order in which they are offered.
GROUPINGS = ("provincie", "veiligheidsregio", "corop", "arbeidsmarktregio")


@dataclass(frozen=True)
class Gegevens:
    """The figures, with the version they carry.

    Attributes
    ----------
    gemeenten
        Per peiljaar the tables with figures of that 1 January; the first is the default one.
    regios
        Index ``gm_code``; ``provincie``, ``veiligheidsregio``, ``corop``, ``arbeidsmarktregio``
        (NA where a gemeente belongs to none).
    herindelingen
        One row per vanished gemeente and successor, ``ingangsdatum`` a date.
    landelijk
        Index ``periode``; ``taakstelling`` [personen], ``bron``.
    tabel1, tabel2
        The report's tables, printed values kept.
    parameters
        By name.
    wet
        Law version assumed, as printed on every output.
    version
        First twelve digits of the sha256 over all files: the data version.
    """

    gemeenten: Mapping[int, tuple[GemeentenTabel, ...]]
    regios: pd.DataFrame
    herindelingen: pd.DataFrame
    landelijk: pd.DataFrame
    tabel1: pd.DataFrame
    tabel2: pd.DataFrame
    parameters: Mapping[str, Parameter]
    wet: str
    version: str

    def figures(
        self, peiljaar: int, indeling: int | None = None, shares: Shares | None = None
    ) -> GemeentenTabel:
        """Return the figures of 1 January of a year.

        Parameters
        ----------
        peiljaar
            Year of the figures.
        indeling
            Year whose gemeenten are wanted; default those of the published table.
        shares
            For split gemeenten, see ``optimiser.herindeling.convert``.

        Raises
        ------
        UnknownPeiljaarError
            If there are no figures of this year.
        IndelingConversionError, SplitGemeenteError
            If the figures cannot be brought to the wanted indeling.
        """
        tables = self.gemeenten.get(peiljaar)
        if tables is None:
            raise UnknownPeiljaarError(
                peiljaar=str(peiljaar), bekend=[str(y) for y in sorted(self.gemeenten)]
            )
        if indeling is None:
            return tables[0]
        target = self._table_in(indeling, tables[0])
        for table in tables:
            if table.indeling == target.indeling:
                return table
        oldest = min(tables, key=lambda table: table.indeling.vanaf)
        return convert(oldest, target, self.herindelingen, shares)

    def _table_in(self, year: int, table: GemeentenTabel) -> GemeentenTabel:
        known = [t for tables in self.gemeenten.values() for t in tables]
        last = max(self.gemeenten)
        for other in known:
            if other.peiljaar == year and other.bron == self._newest_bron():
                return other
        raise IndelingConversionError(
            van=str(table.indeling),
            naar=str(year),
            reden=f"bekend zijn de indelingen van {min(self.gemeenten)} tot en met {last}",
        )

    def _newest_bron(self) -> str:
        return self.gemeenten[max(self.gemeenten)][0].bron

    def announced(self, halfjaar: Halfjaar) -> int:
        """Return the national number announced for a half-year [personen].

        Raises
        ------
        UnknownTaakstellingError
            If it is not in the data.
        """
        if str(halfjaar) not in self.landelijk.index:
            raise UnknownTaakstellingError(
                halfjaar=str(halfjaar), bekend=list(self.landelijk.index)
            )
        return int(self.landelijk.at[str(halfjaar), "taakstelling"])

    def grouping(self, name: str, table: GemeentenTabel) -> pd.Series:
        """Return the group of each gemeente of a table, NA where it belongs to none.

        Raises
        ------
        UnknownGroupingError
            If the name is not a grouping.
        IndelingConversionError
            If the table has gemeenten older than the list of groups (before 2019).
        """
        if name not in GROUPINGS:
            raise UnknownGroupingError(indeling=name, bekend=list(GROUPINGS))
        if missing := sorted(set(table.tabel.index) - set(self.regios.index)):
            raise IndelingConversionError(
                van=str(table.indeling),
                naar=f"{name} per gemeente",
                reden=f"van {len(missing)} gemeenten is de {name} niet bekend ({missing[0]}, ...)",
            )
        return self.regios[name].reindex(table.tabel.index)

    def parameter(self, name: str, halfjaar: Halfjaar) -> float:
        """Return a parameter on the first day of a half-year, in its own unit."""
        day = date(halfjaar.jaar, 1 if halfjaar.helft == 1 else 7, 1)
        return self.parameters[name].on(day).waarde
