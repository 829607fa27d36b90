"""Print what the register holds: a table on a terminal, CSV in a pipe."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from optimiser.cli import printing

if TYPE_CHECKING:
    import pandas as pd

    from optimiser.register.stand import Versie


def print_versions(versions: "Sequence[Versie]") -> None:
    """Print one row per version."""
    from optimiser.report.uitruil.registered.register_table import summary_table

    print_table(summary_table(versions), "Register van overeenkomsten")


def print_table(table: "pd.DataFrame", title: str) -> None:
    """Print a table, numbers with their sign where they are changes."""
    from optimiser.io.writing.export import to_csv
    from optimiser.teksten import signed

    if printing.is_terminal():
        formats = {"verschil": signed} if "verschil" in table.columns else {}
        printing.show(table, title, formats)
    else:
        printing.write_csv(to_csv(table))
