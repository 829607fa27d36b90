"""A delivered file goes through the same door as every table: cells, sheets, TOML."""

from io import BytesIO

import pytest
import xlsxwriter

from optimiser.datapunt.reading.levering import read_levering
from optimiser.errors import UnreadableFileError
from optimiser.io.reading.levering_cells import levering_cells

HEADING = ["periode", "taakstelling", "datum", "bron"]
KNOWN = frozenset(HEADING)


def workbook(**sheets):
    out = BytesIO()
    with xlsxwriter.Workbook(out) as book:
        for name, rows in sheets.items():
            page = book.add_worksheet(name)
            for number, row in enumerate(rows):
                page.write_row(number, 0, row)
    return out.getvalue()


TABLE = [HEADING, ["2027-1", 14000, "2026-10-01", "x"]]


@pytest.mark.parametrize(
    ("content", "row"),
    [
        (b"periode;taakstelling\r2027-1;14000\r", 2),  # old Mac
        (b"sep=;\nperiode;taakstelling\n2027-1;14000\n", 2),  # that line has no number
        ("periode;taakstelling\n\n2027-1;14000\n".encode("utf-16"), 3),
    ],
)
def test_every_form_of_csv_is_read_with_the_row_numbers_of_a_spreadsheet(content, row):
    cells = levering_cells(content, "a.csv", KNOWN)
    assert (cells.headings, cells.rows) == (["periode", "taakstelling"], [["2027-1", "14000"]])
    assert cells.numbers == [row]


def test_the_sheet_with_our_headings_is_read_and_named():
    content = workbook(Uitleg=[["Dit is", "uitleg"], ["met", "woorden"]], Landelijk=TABLE)
    cells = levering_cells(content, "a.xlsx", KNOWN)
    assert cells.headings == HEADING
    assert "Gelezen is het blad Landelijk." in cells.notes
    assert "Gelezen is het blad Landelijk." in read_levering(content, "a.xlsx").opmerkingen


def test_two_sheets_that_are_alike_are_never_guessed():
    with pytest.raises(UnreadableFileError) as caught:
        levering_cells(workbook(A=TABLE, B=TABLE), "a.xlsx", KNOWN)
    assert "meer dan één blad (A, B)" in caught.value.params["reden"]


@pytest.mark.parametrize("content", [b"a = " + b"[" * 5000, b"a = 1" + b"0" * 5000, b"x = 1 = 2"])
def test_a_hostile_toml_is_refused_in_dutch(content):
    with pytest.raises(UnreadableFileError) as caught:
        levering_cells(content, "a.toml")
    assert "line" not in caught.value.params["reden"]
