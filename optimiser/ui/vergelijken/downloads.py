"""What leaves the page: files, and the commands that make the same comparison."""

import shlex

import pandas as pd
import streamlit as st

from optimiser.compare.vergelijking import Vergelijking
from optimiser.compare.vraag import Vraag
from optimiser.gegevens.gegevens import Gegevens
from optimiser.ui.frame import session
from optimiser.ui.frame.commands import Commands
from optimiser.ui.widgets.downloads import XLSX, offer_file


def offer_files(found: Vergelijking) -> None:
    """Offer the workbook and the tables as CSV; each is made when pressed."""
    from optimiser.io.writing.export import to_csv
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
                lambda make=make: to_csv(make(found)).encode("utf-8-sig"),  # type: ignore[misc]
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
    held = session.upload()
    told = commands_of(found.vraag, None if held is None else held.naam)
    with st.expander("Toon deze vergelijking als commando"):
        st.markdown("Op de opdrachtregel:")
        st.code(told.shell, language=None, wrap_lines=True)
        st.markdown("In Python:")
        st.code(told.python, language=None, wrap_lines=True)


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
    plain, fields = Vraag(vraag.halfjaar), [f"parse_keuzes({labels!r})"]
    if vraag.tegen.label != plain.tegen.label:
        line += ["--tegen", vraag.tegen.label]
        fields.append(f"tegen=parse_keuze({vraag.tegen.label!r})")
    for name in ("totaal", "afronding", "peiljaar", "indeling"):
        if (value := getattr(vraag, name)) != getattr(plain, name):
            line += [f"--{name}", str(value)]
            fields.append(f"{name}={value!r}")
    for name in ("mutatiegraad", "personen_per_woning"):
        if (value := getattr(vraag.capaciteit, name)) is not None:
            line += [f"--{name.replace('_', '-')}", str(value)]
    if vraag.capaciteit != plain.capaciteit:
        told = vraag.capaciteit.model_dump_json(exclude_defaults=True)
        fields.append(f"capaciteit=Capaciteit.model_validate_json({told!r})")
    if cijfers is not None:
        line += ["--cijfers", cijfers]
    return Commands(shlex.join(line), _python(vraag, fields, cijfers))


def _python(vraag: Vraag, fields: list[str], cijfers: str | None) -> str:
    lines = [
        "from optimiser import read_gegevens",
        "from optimiser.scenario.beperkingen import Capaciteit",
        "from optimiser.compare import Vraag, parse_keuze, parse_keuzes, compare_sleutels",
        "from optimiser.report.vergelijking.tables import measures_text",
        "",
        "gegevens = read_gegevens()",
    ]
    if cijfers is not None:
        lines[1:1] = [
            "from pathlib import Path",
            "from optimiser.io.reading.eigen_cijfers import read_columns",
        ]
        lines += [
            f"bestand = Path({cijfers!r})",
            "kolommen = read_columns(bestand.read_bytes(), bestand.name)",
            "gegevens = gegevens.with_columns(kolommen, bestand.name)",
        ]
    asked = ", ".join([repr(vraag.halfjaar), *fields])
    return "\n".join(
        [
            *lines,
            f"vraag = Vraag({asked})",
            "print(measures_text(compare_sleutels(vraag, gegevens)).to_string())",
        ]
    )
