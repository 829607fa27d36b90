"""How a table of half-years is printed, and where it is written."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from optimiser.cli import csv_form, printing

if TYPE_CHECKING:
    import pandas as pd

    from optimiser.report.lrt.slides.slide import Dia


def print_table(
    table: "pd.DataFrame", title: str, names: Mapping[str, str] | None = None, places: int = 0
) -> None:
    """Print a table to read on a terminal, as CSV in a pipe; numbers the Dutch way."""
    from fractions import Fraction

    from pandas.api.types import is_numeric_dtype

    from optimiser.io.writing import export
    from optimiser.teksten import decimal, whole

    if not printing.is_terminal():
        printing.write_csv(export.to_csv(table))
        return
    exact = [c for c in table.columns if len(table) and isinstance(table[c].iloc[0], Fraction)]
    table = table.astype(dict.fromkeys(exact, float))
    named = table.rename(columns=dict(names or {}))
    formats = {}
    for old, new in zip(table.columns, named.columns, strict=True):
        if is_numeric_dtype(table[old]):
            broken = table[old].dtype.kind == "f" and places
            formats[str(new)] = (lambda v: decimal(v, places)) if broken else whole
    printing.show(named, title, formats)


def write_slides(folder: Path, slides: "Sequence[Dia]", voet: str) -> None:
    """Write slides as ``dias.pptx`` in a folder."""
    from optimiser.io.writing import export
    from optimiser.report.lrt.pages.deck import small_deck

    export.make_folder(folder)
    path = folder / "dias.pptx"
    export.write_bytes(path, small_deck(slides, voet))
    printing.remark(f"Geschreven: {path}")


def write_sheets(
    folder: Path, sheets: Mapping[str, "pd.DataFrame"], herkomst: Sequence[str]
) -> None:
    """Write each table as CSV and as XLSX in a folder, with what must be said beside it."""
    from optimiser.io.writing import export

    export.make_folder(folder)
    for name, table in sheets.items():
        sheet = export.Sheet(name.capitalize(), table)
        for suffix in ("csv", "xlsx"):
            for path in csv_form.write_table(folder / f"{name}.{suffix}", sheet, list(herkomst)):
                printing.remark(f"Geschreven: {path}")
