"""A delivered file to typed rows of one table; every fault by row and column, nothing guessed."""

import re
from dataclasses import dataclass, replace

import pandas as pd

from optimiser.datapunt.reading.tabellen import TABELLEN
from optimiser.datapunt.toets.bevinding import Toetspunt, asked, refused
from optimiser.errors import UnknownHalfjaarError
from optimiser.gegevens.halfjaar import Halfjaar
from optimiser.io.reading.levering_cells import Cells, levering_cells
from optimiser.io.reading.typed.cells import is_shielded
from optimiser.io.reading.typed.headings import is_personal, our_heading
from optimiser.io.reading.typed.rows import typed_rows
from optimiser.io.reading.typed.tabel import KolomSoort, LeveringTabel

_WIDE = re.compile(r"(.+?)_(\d{4})_([12])")


@dataclass(frozen=True)
class Gelezen:
    """A file as one of our tables.

    Attributes
    ----------
    tabel
        Which table; None if it was not recognised.
    rijen
        Columns by our name with their types, and ``rij``: the row in the file.
    bevindingen
        What is wrong with single cells, rows and headings.
    weggelaten
        Columns of the file that are not used.
    opmerkingen
        How the file was read, in Dutch, where a reader could be wrong about it.
    """

    tabel: LeveringTabel | None
    rijen: pd.DataFrame
    bevindingen: tuple[Toetspunt, ...]
    weggelaten: tuple[str, ...] = ()
    opmerkingen: tuple[str, ...] = ()


def read_levering(
    content: bytes, name: str, tabel: str | None = None, jaar: int | None = None
) -> Gelezen:
    """Read a delivered file.

    Parameters
    ----------
    content, name
        The file and its name.
    tabel
        Which table it is; None recognises it by its headings.
    jaar
        Year of the figures, for a table of inwoners that does not say it.

    Raises
    ------
    UnknownFileTypeError, UnreadableFileError
        If the file cannot be read at all.
    """
    known = {name for kind in TABELLEN.values() for name in kind.namen}
    cells = levering_cells(content, name, known)
    return replace(_as_table(cells, tabel, jaar), opmerkingen=cells.notes)


def _as_table(cells: Cells, tabel: str | None, jaar: int | None) -> Gelezen:
    raw = pd.DataFrame(cells.rows, columns=pd.Index([our_heading(h) for h in cells.headings]))
    raw.index = pd.Index(cells.numbers, name="rij")
    headings = _headings(cells, raw)
    if headings:
        return Gelezen(None, pd.DataFrame(), tuple(headings))
    raw, without_day = _dated(_long(raw))
    if jaar is not None and "jaar" not in raw and "inwoners" in raw:
        raw["jaar"] = str(jaar)
    kind = TABELLEN[tabel] if tabel in TABELLEN else _recognised(raw)
    if kind is None:
        facts = {"kolommen": list(map(str, raw.columns)), "tabellen": list(TABELLEN)}
        return Gelezen(None, pd.DataFrame(), (refused("onbekende_tabel", **facts),))
    if lacking := [column for column in kind.verplicht if column not in raw]:
        found = refused("kolommen_ontbreken", kolommen=lacking, tabel=kind.titel)
        return Gelezen(kind, pd.DataFrame(), (found,))
    read = _typed(raw, kind)
    if without_day and kind.naam == "realisatie":
        read = replace(read, bevindingen=(*read.bevindingen, asked("zonder_peildatum")))
    return read


def _dated(raw: pd.DataFrame) -> tuple[pd.DataFrame, bool]:
    """Take a realisatie without a day as that of the whole half-year, and tell so."""
    if "peildatum" in raw or not {"realisatie", "periode"} <= set(raw.columns):
        return raw, False
    ends = {}
    for text in raw["periode"].unique():
        try:
            ends[text] = Halfjaar.parse(text).next().eerste_dag.isoformat()
        except UnknownHalfjaarError:
            ends[text] = ""
    return raw.assign(peildatum=raw["periode"].map(ends)), True


def _headings(cells: Cells, raw: pd.DataFrame) -> list[Toetspunt]:
    ours = {name for tabel in TABELLEN.values() for name in tabel.namen}
    persons = [h for h in cells.headings if is_personal(h) and our_heading(h) not in ours]
    found = [refused("persoonsgegeven", kolom=h) for h in persons]
    doubled = raw.columns[raw.columns.duplicated()].unique()
    found += [refused("kolom_dubbel", kolom=str(column)) for column in doubled]
    if not cells.rows:
        found.append(refused("leeg"))
    return found


def _long(raw: pd.DataFrame) -> pd.DataFrame:
    """Turn columns such as ``realisatie 2021-1`` into rows per half-year."""
    wide = {c: m for c in raw.columns if (m := _WIDE.fullmatch(str(c))) and "gm_code" in raw}
    if not wide:
        return raw
    kept = raw[[c for c in raw.columns if c not in wide]]
    parts = []
    for half in sorted({f"{m[2]}-{m[3]}" for m in wide.values()}):
        names = {c: our_heading(m[1]) for c, m in wide.items() if f"{m[2]}-{m[3]}" == half}
        part = pd.concat([kept, raw[list(names)].rename(columns=names)], axis="columns")
        parts.append(part.assign(periode=half))
    out = pd.concat(parts).fillna("")
    if "realisatie" in out:
        out = out[out["realisatie"] != ""]
    return out


def _recognised(raw: pd.DataFrame) -> LeveringTabel | None:
    """Return the only table whose required columns are there; the one with most columns wins."""
    fit = [t for t in TABELLEN.values() if set(t.verplicht) <= set(raw.columns)]
    if "periode" in raw and "realisatie" in raw:
        return TABELLEN["realisatie"]
    fit.sort(key=lambda t: -len(t.verplicht))
    return fit[0] if fit else None


def _typed(raw: pd.DataFrame, kind: LeveringTabel) -> Gelezen:
    found: list[Toetspunt] = []
    if any(k.soort is KolomSoort.CODE for k in kind.kolommen) and kind.naam == "inwoners":
        raw = raw[raw["gm_code"].str.strip().str.upper().str.startswith("GM") | _odd(raw)]
    out, faults = typed_rows(raw, kind)
    for column in kind.kolommen:
        if column.naam in raw and (hidden := int(raw[column.naam].map(is_shielded).sum())):
            found.append(asked("afgeschermd", kolom=column.naam, aantal=hidden))
    found += [refused(fault.code, **fault.facts()) for fault in faults]
    unused = tuple(str(c) for c in raw.columns if c not in kind.namen)
    return Gelezen(kind, out, tuple(found), unused)


def _odd(raw: pd.DataFrame) -> pd.Series:
    """Tell which rows name no area that StatLine knows, so that they are refused, not skipped."""
    areas = ("NL", "PV", "LD", "CR", "RO", "SG", "AM", "GGD", "RES", "VR")
    return ~raw["gm_code"].str.strip().str.upper().str.startswith(areas)
