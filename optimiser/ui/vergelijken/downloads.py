"""What leaves the page: files, and the commands that make the same comparison."""

import shlex

import pandas as pd
import streamlit as st

from optimiser.compare.vergelijking import Vergelijking
from optimiser.compare.vraag import WETTELIJK, Vraag
from optimiser.gegevens.gegevens import Gegevens
from optimiser.scenario.scenario import Scenario
from optimiser.ui.frame import session
from optimiser.ui.frame.commands import Commands
from optimiser.ui.frame.scenario_bar import draw_commands
from optimiser.ui.widgets.downloads import XLSX, offer_file
from optimiser.ui.widgets.sections import draw_when_opened

_FIELDS = ("totaal", "afronding", "peiljaar", "indeling")


def offer_files(found: Vergelijking) -> None:
    """Offer the workbook and the tables as CSV; each is made when pressed."""
    from optimiser.io.writing.export import csv_bytes
    from optimiser.report.vergelijking import tables as report

    figures = session.gegevens()
    tables = {
        "maten": report.measures_numbers,
        "gemeenten": report.gemeenten_table,
        "uitschieters": report.outliers_table,
    }
    name = f"vergelijking-{found.vraag.halfjaar}"
    with st.container(horizontal=True):
        offer_file(
            "Werkboek (Excel)",
            lambda: _workbook(found, figures),
            naam=f"{name}.xlsx",
            mime=XLSX,
            key="vergelijk_xlsx",
        )
        for part, make in tables.items():
            offer_file(
                f"{part.capitalize()} (CSV)",
                lambda make=make: csv_bytes(make(found)),  # type: ignore[misc]
                naam=f"{name}-{part}.csv",
                mime="text/csv",
                key=f"vergelijk_csv_{part}",
            )


def _workbook(found: Vergelijking, figures: Gegevens) -> bytes:
    from optimiser.io.bronnen import read_bronnen
    from optimiser.report.vergelijking.workbook import workbook

    rows = [{"bestand": name} | bron.model_dump() for name, bron in read_bronnen().items()]
    return workbook(found, figures, pd.DataFrame(rows))


def show_opdracht(found: Vergelijking) -> None:
    """Show the commands that make the same comparison outside the app."""

    def draw() -> None:
        draw_commands("Op de opdrachtregel:", commands_of(found.vraag, session.upload_name()))

    draw_when_opened("Toon deze vergelijking als commando", "vergelijk_commando", draw)


def commands_of(vraag: Vraag, cijfers: str | None = None) -> Commands:
    """Return the command line and the Python that make a comparison again.

    Examples
    --------
    >>> from optimiser.compare.keuze import parse_keuzes
    >>> print(commands_of(Vraag("2021-1", parse_keuzes("inwoners,huishoudens"))).shell)
    taakstelling vergelijk --halfjaar 2021-1 --sleutels inwoners,huishoudens
    """
    labels = ",".join(keuze.label for keuze in vraag.keuzes)
    line = ["taakstelling", "vergelijk", "--halfjaar", vraag.halfjaar, "--sleutels", labels]
    plain = Scenario(halfjaar=vraag.halfjaar)
    now = plain.adjusted(**{name: getattr(vraag, name) for name in (*_FIELDS, "capaciteit")})
    asked = [repr(labels)]
    if vraag.tegen != WETTELIJK:
        line += ["--tegen", vraag.tegen.label]
        asked.append(f"tegen={vraag.tegen.label!r}")
    for name in _FIELDS:
        if (value := getattr(now, name)) != getattr(plain, name):
            line += [f"--{name}", str(value)]
    for name in ("mutatiegraad", "personen_per_woning"):
        if (value := getattr(vraag.capaciteit, name)) is not None:
            line += [f"--{name.replace('_', '-')}", str(value)]
    if cijfers is not None:
        line += ["--cijfers", cijfers]
    return Commands(shlex.join(line), _python(now, asked, cijfers))


def _python(scenario: Scenario, asked: list[str], cijfers: str | None) -> str:
    question = scenario.model_dump_json(exclude_defaults=True)
    own = "" if cijfers is None else repr(cijfers)
    return "\n".join(
        [
            "from optimiser import Scenario, Vraag, compare_sleutels, read_gegevens",
            "",
            f"gegevens = read_gegevens({own})",
            f"scenario = Scenario.model_validate_json({question!r})",
            f"vraag = Vraag.of(scenario, {', '.join(asked)})",
            "table = compare_sleutels(vraag, gegevens).to_frame()",
            "print(table.to_string(float_format='{:.6g}'.format))",
        ]
    )
