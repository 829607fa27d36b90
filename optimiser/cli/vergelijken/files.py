"""The files of ``taakstelling vergelijk --uit``: a workbook, or a folder with everything."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from optimiser.cli import csv_form, printing

if TYPE_CHECKING:
    from optimiser.compare import Vergelijking
    from optimiser.gegevens.gegevens import Gegevens


def write_files(found: "Vergelijking", figures: "Gegevens", uit: Path) -> None:
    """Write a workbook, or a folder with everything.

    Raises
    ------
    UnknownFileTypeError, UnwritableFileError
        If the ending or the place is wrong.
    """
    import pandas as pd

    from optimiser.io.bronnen import read_bronnen
    from optimiser.io.writing import export
    from optimiser.report.vergelijking.workbook import workbook

    sources = pd.DataFrame({"bestand": name} | b.model_dump() for name, b in read_bronnen().items())
    single = bool(uit.suffix)
    if single:
        export.require_ending(uit, (".xlsx",))
    else:
        export.make_folder(uit)
    book = uit if single else uit / "vergelijking.xlsx"
    export.write_bytes(book, workbook(found, figures, sources))
    printing.remark(f"Geschreven: {book}")
    if not single:
        for path, content in _files(found, figures):
            export.write_bytes(uit / path, content)
            printing.remark(f"Geschreven: {uit / path}")


def _files(found: "Vergelijking", figures: "Gegevens") -> Iterator[tuple[str, bytes]]:
    """Yield the CSV files and figures of a comparison, and the remarks that belong to them."""
    from optimiser.compare.changes.uitschieters import changes
    from optimiser.maps.charts.frontier import to_png
    from optimiser.maps.charts.two_keys import draw_histogram, draw_scatter
    from optimiser.report.vergelijking import tables as report
    from optimiser.report.vergelijking.notes import notes

    names = {"maten": report.measures_numbers, "sleutels": report.keys_table}
    for name, make in (names | {"gemeenten": report.gemeenten_table}).items():
        yield f"{name}.csv", csv_form.csv_file(make(found))
    yield "provincies.csv", csv_form.csv_file(report.groups_table(found, "provincie", figures))
    reference = found.keuzes[found.tegen].titel
    footer = [found.herkomst.line()]
    for number, label in enumerate(found.labels[1:], start=1):
        rows, titel = changes(found, label), found.keuzes[label].titel
        name = f"{number}-{found.keuzes[label].sleutel}"
        yield f"spreiding-{name}.png", to_png(draw_scatter(rows, (reference, titel), footer))
        yield f"histogram-{name}.png", to_png(draw_histogram(rows, titel, footer))
    yield "herkomst.txt", "\n".join([*notes(found, figures), ""]).encode("utf-8")
