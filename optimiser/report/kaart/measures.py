"""What a map can show per gemeente: each measure as a fraction of two counts.

A measure is kept as numerator and denominator, so that it can be brought to another indeling:
counts add up, rates do not.
"""

from dataclasses import dataclass
from fractions import Fraction

import pandas as pd

from optimiser.gegevens.gegevens import Gegevens
from optimiser.gegevens.herindeling import ADDITIVE, PER_WONING
from optimiser.indicators import MeasureInput
from optimiser.maps import MapGeometry
from optimiser.report.errors import MetingError
from optimiser.report.kaart.on_map import OpKaart, on_map, without_merged
from optimiser.solve.result import Verdeling
from optimiser.teksten import load_teksten

METINGEN = ("personen", "per_1000", "beslag", "uitruil")
#: A column of the figures is asked for as ``kolom:naam``.
KOLOM = "kolom:"


@dataclass(frozen=True)
class Meting:
    """One measure.

    Attributes
    ----------
    naam, titel, eenheid
        As asked, for the reader, and its unit.
    teller, noemer
        Index ``gm_code``; without ``noemer`` the measure is the numerator itself.
    factor
        What the quotient is multiplied with.
    decimals
        As printed.
    telt_op
        Whether merged gemeenten have the sum; if not, they have no value.
    personen
        Whether the numerator is of whole persons, so that rounding explains up to one.
    """

    naam: str
    titel: str
    eenheid: str
    teller: pd.Series
    noemer: pd.Series | None = None
    factor: int = 1
    decimals: int = 0
    telt_op: bool = True
    personen: bool = False

    @property
    def aantal(self) -> bool:
        """Whether the measure is a count, which a map shows as circles."""
        return self.noemer is None and self.telt_op

    @property
    def waarden(self) -> pd.Series:
        """The measure per gemeente, exact; missing where a figure is missing or zero divides."""
        return _quotient(self.teller, self.noemer, self.factor)

    def on_map(self, geometry: MapGeometry, gegevens: Gegevens, jaar: int) -> OpKaart:
        """Return the measure in the gemeenten of a map; see ``optimiser.report.kaart.on_map``."""
        above = on_map(self.teller, geometry, gegevens, jaar)
        if not self.telt_op:
            return without_merged(above, self.teller.index, geometry, gegevens, jaar)
        if self.noemer is None:
            return OpKaart(_quotient(above.waarden, None, self.factor), above.meldingen)
        below = on_map(self.noemer, geometry, gegevens, jaar)
        values = _quotient(above.waarden, below.waarden, self.factor)
        if not self.personen:
            return OpKaart(values, above.meldingen)
        # Who was added up of several gemeenten was rounded as often.
        ones = pd.Series(1, index=self.teller.index, dtype=object)
        parts = on_map(ones, geometry, gegevens, jaar).waarden.reindex(below.waarden.index)
        grain = _quotient(parts, below.waarden, self.factor)
        return OpKaart(values, above.meldingen, grain)


def _quotient(above: pd.Series, below: pd.Series | None, factor: int) -> pd.Series:
    if below is None:
        return above if factor == 1 else above * factor
    values = [
        pd.NA if pd.isna(a) or pd.isna(b) or not b else factor * Fraction(a) / Fraction(b)
        for a, b in zip(above, below, strict=True)
    ]
    return pd.Series(values, index=above.index, dtype=object)


def meting(naam: str, verdeling: Verdeling, beeld: MeasureInput, gegevens: Gegevens) -> Meting:
    """Return a measure of one distribution.

    Parameters
    ----------
    naam
        One of ``METINGEN``, or ``kolom:`` with a column of the figures.
    verdeling
        The distribution.
    beeld
        Its figures: inhabitants, freed dwellings.
    gegevens
        For columns.

    Raises
    ------
    MetingError
        If the measure does not exist, or its figures are not there.
    """
    rows = verdeling.gemeenten
    persons = rows["taakstelling"]
    match naam:
        case "personen":
            return Meting(naam, "Taakstelling", "personen", persons)
        case "per_1000":
            people = rows["inwoners"].astype(object)
            title = "Taakstelling per 1.000 inwoners"
            unit = "personen per 1.000 inwoners"
            return Meting(naam, title, unit, persons, people, 1000, 2, personen=True)
        case "beslag":
            return _beslag(naam, persons, beeld)
        case "uitruil":
            if "doel" not in rows.columns:
                raise MetingError(meting=naam, reden="dit scenario vraagt geen uitruil")
            return Meting(naam, "Verschil door uitruil", "personen", persons - rows["doel"])
    return _column(naam, verdeling, gegevens)


def _beslag(naam: str, persons: pd.Series, beeld: MeasureInput) -> Meting:
    title, unit = "Beslag op vrijkomende corporatiewoningen", "procent, aanname"
    if beeld.places is None:
        raise MetingError(meting=title, reden="er ontbreken cijfers over corporatiewoningen")
    places = pd.Series(beeld.places, index=persons.index, dtype=object)
    return Meting(naam, title, unit, persons, places, 100, 1, personen=True)


def _column(naam: str, verdeling: Verdeling, gegevens: Gegevens) -> Meting:
    known = f"bekend zijn {', '.join(METINGEN)} en {KOLOM}NAAM"
    if not naam.startswith(KOLOM):
        raise MetingError(meting=naam, reden=known)
    column = naam.removeprefix(KOLOM)
    figures = _figures(verdeling, gegevens)
    if column not in figures.columns or column == "gemeente":
        present = ", ".join(str(name) for name in figures.columns if name != "gemeente")
        raise MetingError(meting=naam, reden=f"die kolom is er niet; wel: {present}")
    try:
        values = [pd.NA if pd.isna(v) else Fraction(str(v)) for v in figures[column]]
    except ValueError as error:
        raise MetingError(meting=naam, reden="die kolom bevat geen getallen") from error
    series = pd.Series(values, index=figures.index, dtype=object)
    if column not in PER_WONING:
        counts = column in ADDITIVE
        return Meting(naam, *column_words(column), series, None, 1, _places(values), counts)
    homes = figures["woningvoorraad"].astype(object)
    weighed = [
        pd.NA if pd.isna(v) or pd.isna(h) else v * int(h)
        for v, h in zip(values, homes, strict=True)
    ]
    return Meting(naam, *column_words(column), pd.Series(weighed, homes.index, object), homes)


def is_count(naam: str) -> bool:
    """Return whether a measure counts, so that a map shows it as circles.

    >>> is_count("personen"), is_count("per_1000"), is_count("kolom:inwoners")
    (True, False, True)
    """
    column = naam.removeprefix(KOLOM)
    return naam == "personen" or (naam != column and column in ADDITIVE)


def column_words(column: str) -> tuple[str, str]:
    """Return the title and the unit of a column; a user's own has its name and no unit.

    >>> column_words("pct_koop"), column_words("mijn kolom")
    (('Koopwoningen', 'procent van de woningen'), ('mijn kolom', ''))
    """
    known = load_teksten()["kolommen"].get(column, {})
    return known.get("titel", column), known.get("eenheid", "")


def _places(values: list[Fraction]) -> int:
    return 0 if all(pd.isna(v) or v.denominator == 1 for v in values) else 1


def _figures(verdeling: Verdeling, gegevens: Gegevens) -> pd.DataFrame:
    """Return the table whose gemeenten are those of the distribution."""
    codes = list(verdeling.gemeenten.index)
    for table in gegevens.gemeenten[verdeling.herkomst.peiljaar]:
        if list(table.tabel.index) == codes:
            return table.tabel
    raise MetingError(meting=KOLOM, reden="in deze indeling zijn alleen de omgerekende cijfers er")
