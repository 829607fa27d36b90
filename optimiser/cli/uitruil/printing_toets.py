"""Print a test of uitruil: a table on a terminal, CSV in a pipe, and what was found."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from optimiser.cli import csv_form, printing

if TYPE_CHECKING:
    import pandas as pd

    from optimiser.uitruil.toets.uitslag import Toetsuitslag
    from optimiser.uitruil.toets.vooruit import Vooruitslag

    Outcomes = Sequence[Toetsuitslag | Vooruitslag]


def show_outcomes(outcomes: "Outcomes", uit: Path | None) -> None:
    """Print the road of every party in every half-year, and every finding."""
    from optimiser.io.writing import export
    from optimiser.report.uitruil.table import ROAD, toets_table

    table, lines = toets_table(outcomes), _lines(outcomes)
    if uit is not None:
        formats = {"claim_voor": "0.0%", "claim_na": "0.0%"}
        sheet = export.Sheet("Toets", table, list(ROAD), formats)
        for path in csv_form.write_table(uit, sheet, lines):
            printing.remark(f"Geschreven: {path}")
    elif printing.is_terminal():
        for halfjaar, rows in table.groupby("halfjaar"):
            _print(rows, str(halfjaar))
    else:
        printing.write_csv(export.to_csv(table))
    for line in lines:
        printing.remark(line)


def _lines(outcomes: "Outcomes") -> list[str]:
    from optimiser.report.uitruil.table import toets_lines, vooruit_lines
    from optimiser.uitruil.toets.uitslag import Toetsuitslag

    lines: list[str] = []
    for one in outcomes:
        if isinstance(one, Toetsuitslag):
            found = [*toets_lines(one), one.stand.herkomst.line()]
            halfjaar = one.stand.halfjaar
        else:
            found, halfjaar = vooruit_lines(one), one.halfjaar
        lines += [f"Halfjaar {halfjaar}:", *found] if len(outcomes) > 1 else found
    return lines


def _print(table: "pd.DataFrame", halfjaar: str) -> None:
    """Print the road of one half-year, narrow enough for a terminal; a file holds the rest."""
    import pandas as pd

    from optimiser.report.uitruil.table import as_percentage
    from optimiser.teksten import decimal, signed, whole

    numbers: dict[str, printing.Formatter] = {
        "formule": lambda value: "niet bekend" if pd.isna(value) else whole(value),
        "bindend": signed,
        "verschil": signed,
        "na": lambda value: "niet bekend" if pd.isna(value) else whole(value),
    }
    more: dict[str, printing.Formatter] = {
        "per_1000_na": lambda value: decimal(value, 2),
        "claim_na": as_percentage,
    }
    known = table["formule"].notna().all()
    columns = ["uitruil", "gemeente", *numbers, *(more if known else [])]
    printing.show(table[columns], f"Toets van de uitruil, {halfjaar}", numbers | more)
