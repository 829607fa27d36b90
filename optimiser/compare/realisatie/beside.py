"""What was housed beside what was asked in one half-year: per gemeente, per province, in all.

The column is the user's; the taakstelling is that of the statutory key, whatever key a scenario
studies. ``verschil`` is taakstelling minus realisatie and has the sign of the saldo: achterstand
above zero, voorsprong below. It is what this half-year adds to the saldo; the saldo itself needs
the position at the start, which is not in the data.
"""

from dataclasses import dataclass
from fractions import Fraction

import pandas as pd

from optimiser.compare.errors import RealisatieUnavailableError
from optimiser.compare.realisatie.column import KOLOM, check_realisatie, column_of
from optimiser.compare.vraag import WETTELIJK, Vraag
from optimiser.gegevens.eigen_kolommen import file_of
from optimiser.gegevens.gegevens import Gegevens
from optimiser.gegevens.indeling import GemeentenTabel
from optimiser.scenario.scenario import Scenario
from optimiser.solve.result import Verdeling
from optimiser.teksten.zinnen import sentence


@dataclass(frozen=True, slots=True)
class Som:
    """Sums over the gemeenten with a figure, and of how many there are.

    Attributes
    ----------
    gemeenten, bekend
        All gemeenten, and those with a figure: all sums are over these.
    taakstelling, realisatie
        [personen].
    achter, voor
        Gemeenten that housed fewer, and more, than their taakstelling.
    """

    gemeenten: int
    bekend: int
    taakstelling: int
    realisatie: int
    achter: int
    voor: int

    @property
    def verschil(self) -> int:
        """Achterstand (+) or voorsprong (-) of the half-year [personen]."""
        return self.taakstelling - self.realisatie

    @property
    def graad(self) -> Fraction | None:
        """Housed part of the taakstelling; None where nothing was asked.

        >>> Som(3, 2, 40, 30, 1, 0).graad, Som(1, 1, 0, 3, 0, 1).graad
        (Fraction(3, 4), None)
        """
        return _degree(self.taakstelling, self.realisatie)


@dataclass(frozen=True)
class Realisatie:
    """The half-year held against its taakstelling.

    Attributes
    ----------
    gemeenten
        Index ``gm_code``: ``gemeente``, ``provincie``, ``taakstelling``, ``realisatie``,
        ``verschil`` [personen], ``realisatiegraad`` (``Fraction``); NA where there is no figure.
    provincies
        ``provincie``, ``gemeenten``, ``bekend`` and, over those, the same; NA where none is known.
    totaal
        The same over all.
    bestand
        Name of the user's file.
    """

    gemeenten: pd.DataFrame
    provincies: pd.DataFrame
    totaal: Som
    bestand: str


def statutory(scenario: Scenario) -> Scenario:
    """Return the question whose answer is the statutory table of a half-year.

    >>> statutory(Scenario(halfjaar="2021-1", sleutel="huishoudens")).sleutel
    'inwoners'
    """
    return Vraag.of(scenario).scenario(WETTELIJK)


def brought(gegevens: Gegevens) -> bool:
    """Tell whether the figures hold a user's realisatie; an empty column holds none."""
    return bool(_having(gegevens))


def realisatie(wettelijk: Verdeling, gegevens: Gegevens) -> Realisatie:
    """Hold the user's realisatie against the statutory table.

    Parameters
    ----------
    wettelijk
        Answer to ``statutory(scenario)``.
    gegevens
        The figures with the user's columns.

    Raises
    ------
    RealisatieUnavailableError
        If no such column has a figure, or its gemeenten are not those of the table.
    InvalidTableError
        If a figure is not a whole number of persons.
    """
    rows = wettelijk.gemeenten
    source = _source(gegevens, rows.index)
    naam, bestand = str(column_of(source.tabel.columns)), file_of(source.bron)
    check_realisatie(source.tabel[[naam]], bestand)
    housed = [None if pd.isna(v) else int(Fraction(v)) for v in source.tabel[naam]]
    table = rows[["gemeente", "provincie", "taakstelling"]].rename_axis("gm_code")
    table[KOLOM] = pd.array(housed, dtype="Int64")
    table["verschil"] = (table["taakstelling"] - table[KOLOM]).astype("Int64")
    pairs = zip(table["taakstelling"], housed, strict=True)
    degrees = [None if done is None else _degree(int(asked), done) for asked, done in pairs]
    table["realisatiegraad"] = pd.Series(degrees, index=table.index, dtype=object)
    return Realisatie(table, _provincies(table), _som(table), bestand)


def _having(gegevens: Gegevens) -> list[GemeentenTabel]:
    tables = [t for years in gegevens.gemeenten.values() for t in years]
    named = ((table, column_of(table.tabel.columns)) for table in tables)
    return [table for table, naam in named if naam and table.tabel[naam].notna().any()]


def _source(gegevens: Gegevens, codes: pd.Index) -> GemeentenTabel:
    """Return a table of the same gemeenten that has the column: what was housed has no peiljaar."""
    having = _having(gegevens)
    if same := [table for table in having if table.tabel.index.equals(codes)]:
        return same[0]
    why = "andere_indeling" if having else "geen_kolom"
    raise RealisatieUnavailableError(reden=sentence("realisatie", why, {"aantal": len(codes)}))


def _degree(asked: int, housed: int) -> Fraction | None:
    return Fraction(housed, asked) if asked else None


def _som(table: pd.DataFrame) -> Som:
    known = table[table[KOLOM].notna()]
    change = known["verschil"]
    asked, housed = int(known["taakstelling"].sum()), int(known[KOLOM].sum())
    behind, ahead = int((change > 0).sum()), int((change < 0).sum())
    return Som(len(table), len(known), asked, housed, behind, ahead)


def _provincies(table: pd.DataFrame) -> pd.DataFrame:
    lines = []
    for name, rows in table.groupby("provincie", sort=True):
        som = _som(rows)
        over = (som.taakstelling, som.realisatie, som.verschil, som.graad)
        lines.append([name, som.gemeenten, som.bekend, *(over if som.bekend else [None] * 4)])
    counts = ["gemeenten", "bekend", "taakstelling", KOLOM, "verschil"]
    found = pd.DataFrame(lines, columns=["provincie", *counts, "realisatiegraad"], dtype=object)
    return found.astype(dict.fromkeys(counts, "Int64"))
