"""``--csv``: every command that writes a CSV writes it for a Dutch Excel, or plain on request.

The option is added to each command that has ``--uit`` (see ``dutch.DutchCommand``), so that no
command can forget it. What goes to a pipe is always plain.
"""

from collections.abc import Mapping, Sequence
from contextvars import ContextVar
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from optimiser.cli.numbers import BadNumber

if TYPE_CHECKING:
    import pandas as pd

    from optimiser.io.writing.export import Sheet

FORMS = ("nl", "en")
_chosen: ContextVar[str] = ContextVar("csv_form", default=FORMS[0])


def _choose(value: str) -> str:
    if value not in FORMS:
        msg = f"{value!r} is onbekend; kies uit {', '.join(FORMS)}."
        raise BadNumber(msg)
    _chosen.set(value)
    return value


def _template(
    csv: Annotated[
        str,
        typer.Option(
            "--csv",
            callback=_choose,
            metavar="nl|en",
            help="Vorm van een .csv van --uit: nl (voor Excel in Nederland: puntkomma, "
            "decimale komma) of en (kaal: komma, decimale punt).",
        ),
    ] = FORMS[0],
) -> None:
    """Hold the option."""


def csv_option() -> Any:  # noqa: ANN401 - typer's own option type
    """Return the option ``--csv``, which no function of a command has to take."""
    holder = typer.Typer(add_completion=False)
    holder.command()(_template)
    option = typer.main.get_command(holder).params[0]
    option.expose_value = False
    return option


def csv_file(table: "pd.DataFrame", places: Mapping[str, int] | None = None) -> bytes:
    """Return a table as the bytes of a CSV file, in the form that was asked."""
    from optimiser.io.writing.csv_form import CsvVorm, csv_bytes

    return csv_bytes(table, places, CsvVorm(_chosen.get()))


def write_table(path: Path, sheet: "Sheet", herkomst: Sequence[str]) -> list[Path]:
    """Write a table as ``.csv``, in the form that was asked, or ``.xlsx``; see ``export``."""
    from optimiser.io.writing import export
    from optimiser.io.writing.csv_form import CsvVorm

    return export.write_table(path, sheet, herkomst, CsvVorm(_chosen.get()))
