"""Rows of text to rows of one table: every faulty cell and every row that is there twice."""

from typing import NamedTuple

import pandas as pd

from optimiser.io.reading.typed.cells import typed_column
from optimiser.io.reading.typed.tabel import LeveringTabel


class RowFault(NamedTuple):
    """What is wrong in a row: code of ``[levering_bevindingen]`` and what its sentence needs."""

    code: str
    rij: str
    kolom: str
    waarde: str
    keuzes: tuple[str, ...] = ()

    def facts(self) -> dict[str, object]:
        """Return what the sentence needs."""
        return {name: value for name, value in self._asdict().items() if name != "code"}


def typed_rows(raw: pd.DataFrame, kind: LeveringTabel) -> tuple[pd.DataFrame, list[RowFault]]:
    """Return the columns of a table that are there with their types, and every fault.

    Parameters
    ----------
    raw
        Text, ``""`` where empty; index the row numbers of the file, columns by our names.
    kind
        The table; its key may be there once.
    """
    out = pd.DataFrame({"rij": raw.index.to_numpy()})
    faults = []
    for column in kind.kolommen:
        if column.naam not in raw:
            continue
        values, wrong = typed_column(raw[column.naam].reset_index(drop=True), column)
        out[column.naam] = values
        rows = out["rij"].to_numpy()
        faults += [
            RowFault(code, str(rows[i]), column.naam, text, column.keuzes)
            for i, code, text in wrong
        ]
    key = [c for c in kind.sleutel if c in out]
    alike = out[key].map(lambda v: v.casefold() if isinstance(v, str) else v)
    for row in out[alike.duplicated(keep="first")].itertuples():
        what = ", ".join(_told(getattr(row, c)) for c in key)
        faults.append(RowFault("rij_dubbel", str(row.rij), "", what))
    return out, faults


def _told(value: object) -> str:
    return "leeg" if value is pd.NA or value is None else str(value)
