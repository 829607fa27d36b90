"""Proposals of uitruil as a user writes them: CSV or XLSX, every fault told, nothing guessed."""

import re

import pandas as pd

from optimiser.errors import InvalidTableError
from optimiser.gegevens.codes import is_gm_code
from optimiser.io.reading.eigen_cijfers import text_table

#: Header of a proposal, and the column that only the what-if on reception has.
COLUMNS = ("uitruil", "gm_code", "verschil")
PLACES = "plekken"
_WHOLE = re.compile(r"[+\-\N{MINUS SIGN}]?\d{1,7}")
MAX_NAME = 80


def read_voorstel(content: bytes, name: str) -> list[tuple[str, str, int]]:
    r"""Read the rows of a proposal.

    Parameters
    ----------
    content, name
        The file and its name; header ``uitruil,gm_code,verschil``; ``gemeente`` is
        ignored.

    Returns
    -------
    list of tuple
        Name, gm_code and whole persons, as in the file.

    Raises
    ------
    InvalidTableError, UnreadableFileError, UnknownFileTypeError
        With every fault by row and column.

    Examples
    --------
    >>> read_voorstel(b"uitruil;gm_code;verschil\nA;GM0003;+2\nA;GM0010;-2\n", "v.csv")
    [('A', 'GM0003', 2), ('A', 'GM0010', -2)]
    """
    table = _table(content, name, COLUMNS)
    return [
        (str(naam), str(code), _number(count))
        for naam, code, count in table[list(COLUMNS)].itertuples(index=False)
    ]


def read_opvang(content: bytes, name: str) -> list[tuple[str, str, int, int]]:
    """Read the rows of a what-if on reception: also a column ``plekken``."""
    columns = (*COLUMNS, PLACES)
    table = _table(content, name, columns)
    return [
        (str(naam), str(code), _number(count), _number(places))
        for naam, code, count, places in table[list(columns)].itertuples(index=False)
    ]


def has_places(content: bytes, name: str) -> bool:
    """Tell whether a file exchanges reception places: such a file is no proposal."""
    return PLACES in {str(c).lower() for c in text_table(content, name).columns}


def _table(content: bytes, name: str, columns: tuple[str, ...]) -> pd.DataFrame:
    table = text_table(content, name)
    unknown = sorted(set(table.columns) - {*columns, "gemeente"})
    missing = [column for column in columns if column not in table.columns]
    if missing or unknown:
        told = [f"kolom {column} ontbreekt" for column in missing]
        told += [f"kolom {column} hoort hier niet" for column in unknown]
        _refuse(name, told)
    if not len(table):
        _refuse(name, ["er staan geen rijen onder de kop"])
    faults = _faults(table, columns)
    if faults:
        _refuse(name, faults)
    return table


def _faults(table: pd.DataFrame, columns: tuple[str, ...]) -> list[str]:
    faults = []
    seen: dict[tuple[str, str], int] = {}
    for row, cells in enumerate(table.to_dict("records"), start=2):
        naam, code = cells["uitruil"], cells["gm_code"]
        if pd.isna(naam) or len(naam) > MAX_NAME or not naam.isprintable():
            faults.append(f"rij {row}, kolom uitruil: een naam van 1 tot en met {MAX_NAME} tekens")
        if not is_gm_code(code):
            shown = "leeg" if pd.isna(code) else repr(code)
            faults.append(f"rij {row}, kolom gm_code: {shown} is geen gemeentecode zoals GM0003")
        elif not pd.isna(naam) and (naam, code) in seen:
            first = seen[naam, code]
            faults.append(f"rij {row}, kolom gm_code: {code} staat bij {naam} ook in rij {first}")
        else:
            seen[str(naam), code] = row
        for column in columns[2:]:
            if pd.isna(cells[column]) or not _WHOLE.fullmatch(cells[column]):
                shown = "leeg" if pd.isna(cells[column]) else repr(cells[column])
                faults.append(f"rij {row}, kolom {column}: {shown} is geen geheel aantal")
    return faults


def _number(text: str) -> int:
    return int(text.replace("\N{MINUS SIGN}", "-"))


def _refuse(name: str, faults: list[str]) -> None:
    shown = "; ".join(faults[:20]) + ("; ..." if len(faults) > 20 else "") + "."
    raise InvalidTableError(bestand=name, aantal=len(faults), fouten=shown)
