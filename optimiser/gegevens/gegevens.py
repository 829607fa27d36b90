"""All embedded figures together, as the engine gets them: tables, no files."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace

import pandas as pd

from optimiser.errors import (
    IndelingConversionError,
    UnknownGroupingError,
    UnknownPeiljaarError,
    UnknownTaakstellingError,
)
from optimiser.gegevens.eigen_kolommen import joined
from optimiser.gegevens.halfjaar import Halfjaar
from optimiser.gegevens.herindeling import Shares, convert
from optimiser.gegevens.indeling import GemeentenTabel
from optimiser.gegevens.parameters import Parameter

#: Groupings of gemeenten that ``regios`` knows, in the order in which they are offered.
GROUPINGS = ("provincie", "veiligheidsregio", "corop", "arbeidsmarktregio")


@dataclass(frozen=True)
class Gegevens:
    """The figures, with the version they carry.

    Tables are never changed in place: comparisons keep what they computed for this object. Other
    figures are another object, made with ``dataclasses.replace`` or ``with_columns``.

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
    buren
        ``gm_code``, ``buur_gm_code`` of neighbours today, by land or crossing; None if not known.
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
    buren: pd.DataFrame | None = None

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
            For split gemeenten, see ``optimiser.gegevens.herindeling.convert``.

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
        newest = self.gemeenten[last][0].bron
        for other in known:
            if other.peiljaar == year and other.bron == newest:
                return other
        raise IndelingConversionError(
            van=str(table.indeling),
            naar=str(year),
            reden=f"bekend zijn de indelingen van {min(self.gemeenten)} tot en met {last}",
        )

    def with_columns(self, columns: pd.DataFrame, name: str) -> "Gegevens":
        """Return the figures with a user's columns added to every table of the same gemeenten.

        Parameters
        ----------
        columns
            Index ``gm_code``; cells are exact text or NA.
        name
            Where they come from, for messages.

        Raises
        ------
        InvalidTableError
            If the codes are not exactly the gemeenten of one indeling, or a name is taken.
        """
        added = joined(self.gemeenten, columns, name)
        digest = hashlib.sha256(columns.to_csv().encode()).hexdigest()[:8]
        return replace(self, gemeenten=added, version=f"{self.version}+{digest}")

    @property
    def known_halfjaren(self) -> list[str]:
        """Half-years with an announced national number and figures of their year, newest first."""
        known = (str(h) for h in self.landelijk.index if int(h[:4]) - 1 in self.gemeenten)
        return sorted(known, reverse=True)

    def announced(self, halfjaar: Halfjaar) -> int:
        """Return the national number announced for a half-year [personen].

        Raises
        ------
        UnknownTaakstellingError
            If it is not in the data.
        """
        if str(halfjaar) not in self.landelijk.index:
            known = list(self.landelijk.index)
            raise UnknownTaakstellingError(halfjaar=str(halfjaar), bekend=known)
        return int(self.landelijk.at[str(halfjaar), "taakstelling"])

    def regios_of(self, name: str, codes: pd.Index) -> pd.Series:
        """Return the group of each gemeente, NA where it belongs to none.

        Raises
        ------
        UnknownGroupingError
            If the name is not a grouping.
        IndelingConversionError
            If a gemeente is older than the list of groups (before 2019).
        """
        if name not in GROUPINGS:
            raise UnknownGroupingError(indeling=name, bekend=list(GROUPINGS))
        if missing := sorted(set(codes) - set(self.regios.index)):
            raise IndelingConversionError(
                van="een oudere indeling",
                naar=f"{name} per gemeente",
                reden=f"van {len(missing)} gemeenten is de {name} niet bekend ({missing[0]}, ...)",
            )
        return self.regios[name].reindex(codes)

    def later_mergers(self, codes: pd.Index, halfjaar: str) -> list[str]:
        """Tell which of the gemeenten no longer exist in a half-year, one Dutch sentence or none.

        Art. 30 gives the half-year's own indeling; the figures keep theirs until converted.
        """
        last = Halfjaar.parse(halfjaar).jaar
        gone = self.herindelingen[
            self.herindelingen["oude_gm_code"].isin(codes)
            & (self.herindelingen["ingangsdatum"].dt.year <= last)
        ]
        if gone.empty:
            return []
        names = sorted(gone["oude_gemeente"].unique())
        shown = ", ".join(names[:8]) + (" ..." if len(names) > 8 else "")
        split = sorted(gone.loc[gone["oude_gm_code"].duplicated(), "oude_gemeente"].unique())
        way = (
            f"Omzetten kan niet zonder de aandelen van {', '.join(split)} (gesplitst)."
            if split
            else f"Met --indeling {last} volgt de tabel die van het halfjaar (art. 30)."
        )
        return [
            f"Let op: de tabel volgt de indeling van de cijfers; in {halfjaar} bestonden niet "
            f"meer: {shown}. {way}"
        ]

    def parameter(self, name: str, halfjaar: Halfjaar) -> float:
        """Return a parameter on the first day of a half-year, in its own unit."""
        day = halfjaar.eerste_dag
        return self.parameters[name].on(day).waarde
