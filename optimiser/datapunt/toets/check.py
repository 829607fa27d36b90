"""The checks of a delivery: what is refused, what somebody must confirm, what is in order."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pandas as pd

from optimiser.datapunt.reading.levering import Gelezen
from optimiser.datapunt.toets.against_ledger import (
    check_begins,
    check_sums,
    check_taakstelling,
)
from optimiser.datapunt.toets.beside import check_aanbod, check_ladder, check_treden
from optimiser.datapunt.toets.bevinding import LeveringOordeel, PuntSoort, Toetspunt, asked, refused
from optimiser.datapunt.toets.realisatie import check_realisatie
from optimiser.gegevens.gegevens import Gegevens
from optimiser.gegevens.halfjaar import Halfjaar
from optimiser.tijd.grootboek.course import Course

#: A sum outside these parts of what is expected is asked about: dwellings, another year.
LOW, HIGH = 0.5, 1.5
#: A change of inhabitants in a year that is asked about.
LARGE = 0.25


@dataclass(frozen=True)
class Omgeving:
    """What a delivery is held against.

    Attributes
    ----------
    gegevens
        The figures as they stand.
    eerder
        Settled rows of the same table, newest last, with ``levering``; empty if there are none.
    jaar, halfjaar
        What the user says the file is about; None is not said.
    course
        The ledger as it stands without this file, worked out only when asked; None if there is
        none to hold it against.
    """

    gegevens: Gegevens
    eerder: pd.DataFrame = field(default_factory=pd.DataFrame)
    jaar: int | None = None
    halfjaar: str | None = None
    course: Callable[[], Course] | None = None

    def codes(self, jaar: int) -> pd.Index:
        """Return the gemeenten of a year; of a later one those of the newest after the mergers."""
        known = {y: tables[0].tabel.index for y, tables in self.gegevens.gemeenten.items()}
        for tables in self.gegevens.gemeenten.values():
            known |= {t.indeling.vanaf: t.tabel.index for t in tables if t.indeling.vanaf > 2018}
        year = max([y for y in known if y <= jaar] or [min(known)])
        codes = set(known[year])
        moves = self.gegevens.herindelingen
        later = moves[moves["ingangsdatum"].dt.year.between(year + 1, jaar)]
        codes -= set(later["oude_gm_code"])
        return pd.Index(sorted(codes | set(later["nieuwe_gm_code"])))


def check_levering(gelezen: Gelezen, omgeving: Omgeving) -> LeveringOordeel:
    """Return all findings about a delivery; nothing is repaired.

    Faults of reading come first; with any of those the other checks are not made.
    """
    found = list(gelezen.bevindingen)
    table = gelezen.tabel
    if table is not None and not any(one.ernst is PuntSoort.GEWEIGERD for one in found):
        check = _CHECKS.get(table.naam)
        if check is not None:
            found += check(gelezen.rijen, omgeving)
    faulty = {one.feiten.get("rij") for one in found} - {None}
    return LeveringOordeel(tuple(found), max(0, len(gelezen.rijen) - len(faulty)))


def _inwoners(rows: pd.DataFrame, where: Omgeving) -> Iterator[Toetspunt]:
    years = sorted(rows["jaar"].unique())
    if len(years) > 1:
        yield refused("meer_jaren", jaren=[str(y) for y in years])
        return
    year, newest = int(years[0]), max(where.gegevens.gemeenten)
    if where.jaar is not None and where.jaar != year:
        yield refused("ander_jaar", gevraagd=str(where.jaar), gevonden=str(year))
        return
    if year > newest + 1 or year < min(where.gegevens.gemeenten):
        yield refused("jaar_sluit_niet_aan", jaar=str(year), nieuwste=str(newest))
        return
    if year in where.gegevens.gemeenten:
        yield asked("jaar_bekend", jaar=str(year))
    yield from gemeenten_missing(rows["gm_code"], where.codes(year), str(year))
    before = where.gegevens.gemeenten[min(newest, year)][0].tabel
    for column in ("inwoners", "woningvoorraad", "huishoudens"):
        if column in rows and column in before and before[column].notna().any():
            yield from _sum(column, rows[column].sum(), before[column].sum())
    now = rows.set_index("gm_code")["inwoners"].reindex(before.index).astype("Float64")
    change = (now / before["inwoners"].astype("Float64") - 1).abs().dropna()
    for code in change[change > LARGE].index:
        facts = {"was": int(before.at[code, "inwoners"]), "nu": int(now[code])}
        yield asked("grote_verandering", gm_code=str(code), **facts)


def _sum(column: str, total: float, expected: float) -> Iterator[Toetspunt]:
    if not LOW * expected <= total <= HIGH * expected:
        yield asked("som_wijkt_af", kolom=column, som=int(total), verwacht=int(expected))


def gemeenten_missing(codes: pd.Series, expected: pd.Index, wanneer: str) -> Iterator[Toetspunt]:
    """Refuse gemeenten that are missing or do not exist in an indeling."""
    missing = sorted(set(expected) - set(codes))
    unknown = sorted(set(codes) - set(expected))
    if missing:
        facts = {"verwacht": len(expected), "gevonden": int(codes.nunique())}
        yield refused("gemeenten_ontbreken", namen=missing[:10], wanneer=wanneer, **facts)
    if unknown:
        yield refused("gemeenten_onbekend", namen=unknown[:10], wanneer=wanneer)


def _landelijk(rows: pd.DataFrame, where: Omgeving) -> Iterator[Toetspunt]:
    known = where.gegevens.landelijk["taakstelling"].dropna()
    for row in rows.itertuples():
        periode = Halfjaar.parse(row.periode)
        if where.halfjaar is not None and where.halfjaar != row.periode:
            yield refused("ander_halfjaar", gevraagd=where.halfjaar, gevonden=row.periode)
        if row.datum > periode.laatste_dag:
            yield asked("datum_na_halfjaar", periode=row.periode, datum=f"{row.datum:%d-%m-%Y}")
        if row.periode in known.index and int(known[row.periode]) != row.taakstelling:
            old = int(known[row.periode])
            yield asked("landelijk_anders", periode=row.periode, oud=old, nieuw=row.taakstelling)
        low, high = int(known.min()), int(known.max())
        if not LOW * low <= row.taakstelling <= HIGH * high:
            yield asked("landelijk_vreemd", aantal=row.taakstelling, laagste=low, hoogste=high)


def _herindeling(rows: pd.DataFrame, where: Omgeving) -> Iterator[Toetspunt]:
    for row in rows.itertuples():
        year = row.ingangsdatum.year
        if (row.ingangsdatum.month, row.ingangsdatum.day) != (1, 1):
            day = f"{row.ingangsdatum:%d-%m-%Y}"
            yield refused("ingangsdatum_niet_1_januari", rij=str(row.rij), datum=day)
        if row.oude_gm_code not in set(where.codes(year - 1)):
            facts = {"rij": str(row.rij), "gm_code": row.oude_gm_code}
            yield refused("oude_gemeente_onbekend", jaar=str(year), **facts)


def _taakstelling(rows: pd.DataFrame, where: Omgeving) -> Iterator[Toetspunt]:
    for periode, part in rows.groupby("periode"):
        halfjaar = Halfjaar.parse(str(periode))
        yield from gemeenten_missing(part["gm_code"], where.codes(halfjaar.jaar), str(periode))
        if periode in where.gegevens.landelijk.index:
            national, total = where.gegevens.announced(halfjaar), int(part["taakstelling"].sum())
            if total != national:
                yield asked("som_niet_landelijk", periode=periode, som=total, landelijk=national)
    yield from check_taakstelling(rows, where.gegevens)


def _realisatie(rows: pd.DataFrame, where: Omgeving) -> Iterator[Toetspunt]:
    yield from check_realisatie(rows, where.codes, where.gegevens, where.eerder, where.halfjaar)
    yield from check_taakstelling(rows, where.gegevens)
    if where.course is not None:
        course = where.course()
        yield from check_begins(rows, where.eerder, course)
        yield from check_sums(rows, where.codes, where.gegevens.regios["provincie_code"], course)


_CHECKS: dict[str, Callable[[pd.DataFrame, Omgeving], Iterator[Toetspunt]]] = {
    "inwoners": _inwoners,
    "landelijk": _landelijk,
    "herindeling": _herindeling,
    "taakstelling": _taakstelling,
    "ladder": lambda rows, where: check_ladder(rows, where.codes),
    "laddertreden": lambda rows, where: check_treden(rows, where.gegevens.regios),
    "woningaanbod": lambda rows, where: check_aanbod(rows, where.codes),
    "realisatie": _realisatie,
}
