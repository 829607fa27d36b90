"""Households and dwellings a user brings: counts only, a column about persons is refused."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from optimiser.errors import OptimiserError
from optimiser.io.reading.door import examine
from optimiser.io.reading.levering_cells import levering_cells
from optimiser.io.reading.questions import SHOWN, Wanted
from optimiser.io.reading.rows.columns import Use
from optimiser.io.reading.rows.headers import NAME_HEADERS, header_key
from optimiser.io.reading.typed.aantallen import HUISHOUDENS, WONINGEN
from optimiser.io.reading.typed.cells import is_shielded
from optimiser.io.reading.typed.headings import is_personal, plain_heading
from optimiser.io.reading.typed.rows import RowFault, typed_rows
from optimiser.io.reading.typed.tabel import KolomSoort, LeveringTabel
from optimiser.teksten.zinnen import sentence

#: Rows from which a file in which every count is 1 is taken for a list of households.
LIST_FROM = 10


class CountsRefusedError(OptimiserError):
    """A file of households or dwellings is refused. Facts: ``bestand``, ``aantal``, ``fouten``."""

    code = "aantallen_geweigerd"


@dataclass(frozen=True)
class CountsFile:
    """A file in counts as it was read.

    Attributes
    ----------
    naam
        Of the file.
    rijen
        ``rij``, the row in the file, and the columns of the table; a blank is NA.
    """

    naam: str
    rijen: pd.DataFrame


def refused_counts(naam: str, faults: Sequence[str]) -> CountsRefusedError:
    """Return the refusal of a file: the first faults in words, all in ``lijst``."""
    told = "; ".join(faults[:SHOWN]) + ("; ..." if len(faults) > SHOWN else "") + "."
    return CountsRefusedError(bestand=naam, aantal=len(faults), fouten=told, lijst=tuple(faults))


def read_huishoudens(content: bytes, name: str) -> CountsFile:
    r"""Read households: every row counts other households.

    Raises
    ------
    CountsRefusedError
        With every fault by row and column: a column about persons, a list of persons, a row that
        is there twice, a cell that is no count; and what ``levering_cells`` raises.

    Examples
    --------
    >>> head = "halfjaar,coa_regio,personen,wacht_op_nareis,huishoudens"
    >>> read_huishoudens(f"{head}\n2025-2,Zuid,1,ja,212\n".encode(), "h.csv").rijen["rij"].tolist()
    [2]
    """
    cells = levering_cells(content, name, HUISHOUDENS.namen)
    raw = pd.DataFrame(cells.rows, columns=pd.Index(list(map(plain_heading, cells.headings))))
    raw.index = pd.Index(cells.numbers)
    if list(raw.columns).count("band_hard") < 2:
        raw["band_hard"] = raw.get("band_hard", pd.Series("", raw.index)).replace("", "nee")
    return _read(raw, name, HUISHOUDENS, cells.headings, ())


def read_woningen(content: bytes, name: str) -> CountsFile:
    """Read dwellings per gemeente, by code or by name, through the door for tables of gemeenten.

    Raises
    ------
    CountsRefusedError
        As ``read_huishoudens``; and what ``door.examine`` raises.
    """
    labels = frozenset({*WONINGEN.namen, *(n.replace("_", " ") for n in WONINGEN.namen)})
    table = examine(content, name, wanted=Wanted(True, labels, frozenset({"klasse", "aantal"})))
    used = [column for column in table.columns if column.use is not Use.EMPTY]
    raw = pd.DataFrame(
        {plain_heading(c.name): table.texts[c.name] for c in used if c.name in table.texts},
        index=pd.Index(table.rows),
    )
    names = [c.name for c in used if header_key(c.name) not in NAME_HEADERS | {"naam"}]
    names += [c.name for c in used if is_personal(c.name)]
    raw["gm_code"] = table.codes
    headings = list(dict.fromkeys([*names, "gm_code"]))
    return _read(raw, name, WONINGEN, headings, table.faults)


def _read(
    raw: pd.DataFrame,
    name: str,
    kind: LeveringTabel,
    headings: Sequence[str],
    before: Sequence[str],
) -> CountsFile:
    wrong = [*_headings(headings, kind), *before]
    if wrong or raw.empty:
        raise refused_counts(name, wrong or [_say("leeg", {})])
    rows, faults = typed_rows(raw, kind)
    told = [_cell(fault) for fault in faults] + _shielded(raw, kind)
    count = rows["huishoudens" if kind is HUISHOUDENS else "aantal"]
    if len(rows) >= LIST_FROM and (count == 1).all():
        told = [_say("rij_per_persoon", {"aantal": len(rows)})]
    if told:
        raise refused_counts(name, told)
    for column in kind.namen:
        if column not in rows:
            rows[column] = pd.NA
    return CountsFile(name, rows)


def _headings(headings: Sequence[str], kind: LeveringTabel) -> list[str]:
    """Refuse what points at persons, what is no column of the table, is there twice or lacks."""
    found = []
    plain = list(map(plain_heading, headings))
    for place, (heading, own) in enumerate(zip(headings, plain, strict=True)):
        facts = {"kolom": heading or "(zonder naam)", "kolommen": kind.namen}
        if is_personal(heading):
            found.append(_say("persoonsgegeven", facts))
        elif own not in kind.namen:
            found.append(_say("kolom_onbekend", facts))
        elif own in plain[:place]:
            found.append(_say("kolom_dubbel", facts))
    if lacking := [column for column in kind.verplicht if column not in plain]:
        code = "geen_aantallen" if "huishoudens" in lacking else "kolommen_ontbreken"
        found.append(_say(code, {"kolommen": lacking}))
    return found


def _shielded(raw: pd.DataFrame, kind: LeveringTabel) -> list[str]:
    return [
        _say("afgeschermd", {"rij": str(row), "kolom": column.naam})
        for column in kind.kolommen
        if column.soort is KolomSoort.AANTAL and column.naam in raw
        for row in raw.index[raw[column.naam].map(is_shielded)]
    ]


def _cell(fault: RowFault) -> str:
    """Tell a faulty cell in the words that a levering uses, as part of a sentence."""
    if fault.code == "rij_dubbel":
        return _say("rij_dubbel", fault.facts())
    told = sentence("levering_bevindingen", fault.code, fault.facts()).rstrip(".")
    return told[0].lower() + told[1:]


def _say(code: str, facts: Mapping[str, object]) -> str:
    return sentence("aantallen", code, facts)
