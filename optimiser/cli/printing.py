"""Printing: a readable table on a terminal, CSV in a pipe; remarks go to standard error."""

import sys
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd

    from optimiser.gegevens.gegevens import Gegevens

Formatter = Callable[[Any], str]


def is_terminal() -> bool:
    """Tell whether a person is looking at standard output."""
    return sys.stdout.isatty()


def remark(text: str) -> None:
    """Write a line for the person behind the command, never into the data."""
    sys.stderr.write(f"{text}\n")


def rests_on(figures: "Gegevens") -> str:
    """Name law and figures; the version of the figures names every levering that is used."""
    return f"Wet: {figures.wet}. Gegevens {figures.version}."


def show(
    table: "pd.DataFrame",
    title: str,
    formats: Mapping[str, Formatter],
    totals: Mapping[str, str] | None = None,
) -> None:
    """Print a table for reading.

    Parameters
    ----------
    table
        The index is left out.
    title
        Above the table.
    formats
        Column to text; such a column is aligned right.
    totals
        Texts for a last row, per column.
    """
    from rich.console import Console
    from rich.markup import escape
    from rich.table import Table

    out = Table(title=escape(title), title_justify="left", show_footer=totals is not None)
    for column in map(str, table.columns):
        footer = (totals or {}).get(column, "")
        justify = "right" if column in formats else "left"
        out.add_column(escape(column), footer, justify=justify)  # type: ignore[arg-type]
    for row in table.itertuples(index=False):
        cells = zip(table.columns, row, strict=True)
        out.add_row(*(escape(formats.get(str(c), _text)(value)) for c, value in cells))
    Console().print(out)


def _text(value: object) -> str:
    return "" if value is None or value != value else str(value)


def say(text: str) -> None:
    """Write lines of Dutch to standard output."""
    write_csv(f"{text}\n")


def write_csv(text: str) -> None:
    """Write CSV to standard output, UTF-8 on every platform."""
    sys.stdout.buffer.write(text.encode("utf-8"))
    sys.stdout.buffer.flush()
