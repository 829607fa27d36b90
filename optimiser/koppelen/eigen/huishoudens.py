"""Households a user brings: every row counts others; regions and bands must be known."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import pandas as pd

from optimiser.gegevens.gegevens import Gegevens
from optimiser.io.reading.typed.counts import CountsFile, refused_counts
from optimiser.koppelen.aannames import COA_REGIO
from optimiser.koppelen.passend import LARGEST
from optimiser.koppelen.vastzetting import Regioband
from optimiser.teksten.zinnen import sentence

#: Grouping whose names a band may have.
BAND_PER = "arbeidsmarktregio"


@dataclass(frozen=True)
class EigenHuishoudens:
    """Households by COA region, checked.

    Attributes
    ----------
    naam
        Of the file.
    rijen
        ``coa_regio``, ``personen``, ``huishoudens``, ``wacht_op_nareis``, ``band_regio`` (NA where
        there is none), ``band_hard``.
    gemeenten
        Band region to its gemeenten.
    """

    naam: str
    rijen: pd.DataFrame
    gemeenten: Mapping[str, tuple[str, ...]]

    def sizes(self, gebied_of: Callable[[str], str] = str) -> dict[str, dict[int, int]]:
        """Return area to size to households; an area is what ``gebied_of`` makes of a COA region.

        Every COA region is there, also one without a row.
        """
        found: dict[str, dict[int, int]] = {gebied_of(naam): {} for naam in COA_REGIO.values()}
        for row in self.rijen.itertuples():
            own = found[gebied_of(row.coa_regio)]
            size = int(row.personen)
            own[size] = own.get(size, 0) + int(row.huishoudens)
        return {naam: dict(sorted(own.items())) for naam, own in found.items()}

    def banden(self, gebied_of: Callable[[str], str] = str) -> tuple[Regioband, ...]:
        """Return the bands, soft and hard ones of one region and size each once."""
        rows = self.rijen[self.rijen["band_regio"].notna() & (self.rijen["huishoudens"] > 0)]
        rows = rows.assign(gebied=rows["coa_regio"].map(gebied_of))
        sums = rows.groupby(["gebied", "band_regio", "personen", "band_hard"])["huishoudens"].sum()
        return tuple(
            Regioband(gebied, regio, self.gemeenten[regio], int(size), int(count), hard == "ja")
            for (gebied, regio, size, hard), count in sums.items()
        )

    @property
    def wachten(self) -> int:
        """Households that wait for family: planned with the size they have now."""
        waiting = self.rijen["wacht_op_nareis"] == "ja"
        return int(self.rijen.loc[waiting, "huishoudens"].sum())


def check_huishoudens(
    file: CountsFile, halfjaar: str, gemeenten: pd.DataFrame, gegevens: Gegevens
) -> EigenHuishoudens:
    """Refuse a file with another half-year, an unknown region or a size that is none.

    Parameters
    ----------
    file
        As it was read.
    halfjaar
        The half-year that is asked.
    gemeenten
        Index ``gm_code``, ``provincie``: of the half-year's own indeling.
    gegevens
        Where the band regions come from.

    Raises
    ------
    CountsRefusedError
        With every fault by row and column.
    """
    groups = gegevens.regios_of(BAND_PER, gemeenten.index).dropna()
    banden = {str(naam): tuple(map(str, own.index)) for naam, own in groups.groupby(groups)}
    coa = gemeenten["provincie"].map(COA_REGIO)
    inside = {naam: set(coa.loc[list(codes)]) for naam, codes in banden.items()}
    rows = file.rijen.copy()
    rows["coa_regio"] = rows["coa_regio"].map(_known(COA_REGIO.values()))
    rows["band_regio"] = rows["band_regio"].map(_known(banden), na_action="ignore")
    faults = []
    for row in rows.itertuples():
        for kolom, code in _faults(row, halfjaar, inside):
            text = str(getattr(row, kolom))
            facts: dict[str, object] = {"rij": str(row.rij), "kolom": kolom, "waarde": text}
            facts |= {"halfjaar": halfjaar, "grootste": LARGEST, "coa_regio": row.coa_regio}
            facts["regios"] = list(dict.fromkeys(COA_REGIO.values()))
            faults.append(sentence("aantallen", code, facts))
    if faults:
        raise refused_counts(file.naam, faults)
    return EigenHuishoudens(file.naam, rows, banden)


def _known(names: object) -> Callable[[str], str]:
    """Return what writes a name as it is known; capitals do not count."""
    known = {str(naam).casefold(): str(naam) for naam in names}  # type: ignore[attr-defined]
    return lambda text: known.get(text.casefold(), text)


def _faults(row, halfjaar: str, inside: Mapping[str, set[str]]) -> list[tuple[str, str]]:  # type: ignore[no-untyped-def] # noqa: ANN001
    """Return column and code of everything that is wrong in a row."""
    found = []
    if row.halfjaar != halfjaar:
        found.append(("halfjaar", "ander_halfjaar"))
    if row.coa_regio not in COA_REGIO.values():
        found.append(("coa_regio", "coa_regio_onbekend"))
    if not 1 <= row.personen <= LARGEST:
        found.append(("personen", "grootte"))
    if pd.isna(row.band_regio):
        found += [("band_hard", "hard_zonder_band")] if row.band_hard == "ja" else []
    elif row.band_regio not in inside:
        found.append(("band_regio", "band_onbekend"))
    elif row.coa_regio not in inside[row.band_regio]:
        found.append(("band_regio", "band_elders"))
    return found
