"""Workbooks: the right sheet, what is hidden, cells without a value, and files that are hostile."""

import zipfile
from datetime import date
from decimal import Decimal
from io import BytesIO

import openpyxl
import pytest
import xlsxwriter

from optimiser.errors import OptimiserError, UnknownFileTypeError, UnreadableFileError
from optimiser.io.reading.cells.limits import TableTooLargeError
from optimiser.io.reading.cells.xlsx_package import ProtectedWorkbookError
from optimiser.io.reading.door import examine
from optimiser.io.reading.questions import Answers, SheetChoiceError, UnknownSheetError

TABLE = [["gm_code", "kan"], ["GM0014", 1], ["GM0034", 2.5], ["GM0037", 1.234]]


def book(**sheets: list[list[object]]) -> openpyxl.Workbook:
    made = openpyxl.Workbook()
    made.remove(made.active)
    for name, rows in sheets.items():
        page = made.create_sheet(name)
        for row in rows:
            page.append(row)
    return made


def content(made: openpyxl.Workbook) -> bytes:
    out = BytesIO()
    made.save(out)
    return out.getvalue()


def changed(made: bytes, part: str, change) -> bytes:
    """Return a workbook with one part of its zip changed."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(made)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(name, change(old.read(name)) if name == part else old.read(name))
    return out.getvalue()


SHEET = "xl/worksheets/sheet1.xml"


def test_a_number_in_a_cell_is_never_ambiguous():
    table = examine(content(book(Blad=TABLE)), "a.xlsx")
    assert table.figures()["kan"].numbers == (Decimal(1), Decimal("2.5"), Decimal("1.234"))
    assert (table.report.sheet, table.rows) == ("Blad", (2, 3, 4))


def test_codes_that_are_numbers_are_completed():
    made = book(Blad=[["gm_code", "kan"], [14, 1], [34.0, 2]])
    made["Blad"]["A2"].number_format = '"GM"0000'
    table = examine(content(made), "a.xlsx")
    assert (table.codes, table.report.completed) == (("GM0014", "GM0034"), 2)


def test_the_one_visible_sheet_with_gemeenten_is_read():
    made = book(Uitleg=[["Lees dit eerst"]], Oud=TABLE, Cijfers=TABLE)
    made["Oud"].sheet_state = "hidden"
    report = examine(content(made), "a.xlsx").report
    assert report.sheet == "Cijfers"
    assert report.other_sheets == ("Uitleg", "Oud (verborgen)")


def test_two_candidates_or_only_a_hidden_one_are_asked():
    made = content(book(Een=TABLE, Twee=TABLE))
    with pytest.raises(SheetChoiceError) as caught:
        examine(made, "a.xlsx")
    assert caught.value.params["bladen"] == ["Een", "Twee"]
    assert examine(made, "a.xlsx", Answers(sheet="Twee")).report.sheet == "Twee"
    with pytest.raises(UnknownSheetError):
        examine(made, "a.xlsx", Answers(sheet="Drie"))
    hidden = book(Uitleg=[["niets"]], Geheim=TABLE)
    hidden["Geheim"].sheet_state = "veryHidden"
    with pytest.raises(SheetChoiceError):
        examine(content(hidden), "a.xlsx")


def test_hidden_rows_and_columns_are_read_and_told():
    made = book(Blad=TABLE)
    made["Blad"].row_dimensions[3].hidden = True
    made["Blad"].column_dimensions["B"].hidden = True
    table = examine(content(made), "a.xlsx")
    assert table.codes == ("GM0014", "GM0034", "GM0037")
    assert table.report.notes == (
        "1 rij is verborgen en wel meegelezen: rij 3.",
        "Verborgen en wel meegelezen: kolom B.",
    )


def test_a_formula_without_a_stored_value_is_a_fault():
    made = book(Blad=[*TABLE, ["GM0047", "=1+1"]])
    assert examine(content(made), "a.xlsx").faults == (
        "rij 5, kolom kan: een formule zonder uitkomst; open het bestand in Excel, reken het "
        "door en sla op",
    )


def test_a_formula_with_a_stored_value_is_read():
    out = BytesIO()
    with xlsxwriter.Workbook(out) as made:
        page = made.add_worksheet()
        page.write_row(0, 0, ["gm_code", "kan"])
        page.write(1, 0, "GM0014")
        page.write_formula(1, 1, "=40+2", None, 42)
    assert examine(out.getvalue(), "a.xlsx").figures()["kan"].numbers == (Decimal(42),)


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("#N/A", "Excel geeft hier een fout (#N/A)"),
        (True, "WAAR is geen getal"),
        (date(2025, 1, 3), "Excel heeft er een datum of tijd van gemaakt (3-1-2025)"),
        ("twee", "'twee' is geen getal"),
    ],
)
def test_a_cell_that_is_no_number_is_a_fault(value, told):
    made = book(Blad=[*TABLE, ["GM0047", value]])
    assert examine(content(made), "a.xlsx").faults == (f"rij 5, kolom kan: {told}",)


def test_a_wrong_dimension_loses_no_column():
    made = content(book(Blad=[["gm_code", "kan", "wil"], ["GM0014", 1, 2]]))
    lied = changed(made, SHEET, lambda xml: xml.replace(b'ref="A1:C2"', b'ref="A1:B1"'))
    assert lied != made
    assert list(examine(lied, "a.xlsx").figures()) == ["kan", "wil"]


def test_merged_cells_below_each_other_are_a_fault():
    made = book(Blad=[*TABLE, ["GM0047", 7], ["GM0050", None]])
    made["Blad"].merge_cells("B5:B6")
    (told,) = examine(content(made), "a.xlsx").faults
    assert told.startswith("rij 5 tot en met 6, kolom kan: samengevoegde cellen")


def test_a_table_that_starts_further_on_keeps_its_row_numbers():
    made = openpyxl.Workbook()
    for row, cells in enumerate(TABLE, start=4):
        for column, value in enumerate(cells, start=3):
            made.active.cell(row, column, value)
    made.active["D6"] = "x"
    table = examine(content(made), "a.xlsx")
    assert table.faults[0].startswith("rij 6, kolom kan: 'x'")


def test_the_content_decides_what_a_file_is():
    table = examine(content(book(Blad=TABLE)), "a.csv")
    assert table.report.notes[0].startswith("De inhoud is een Excel-werkmap")
    assert examine(b"gm_code;kan\nGM0014;1\n", "a.xlsx").codes == ("GM0014",)
    with pytest.raises(UnknownFileTypeError):
        examine(b"gm_code;kan\n", "a.ods")
    with pytest.raises(ProtectedWorkbookError):
        examine(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "a.xlsx")


def test_a_cell_in_the_last_corner_is_refused_before_it_is_laid_out():
    made = book(Blad=TABLE)
    made["Blad"]["XFD2"] = 1
    with pytest.raises(TableTooLargeError) as caught:
        examine(content(made), "a.xlsx")
    assert caught.value.params["waar"] == " (blad Blad, cel XFD2)"
    made = book(Blad=TABLE)
    made["Blad"]["B1048576"] = 1
    with pytest.raises(TableTooLargeError):
        examine(content(made), "a.xlsx")


def test_a_coloured_cell_far_away_is_no_column():
    made = book(Blad=TABLE)
    made["Blad"]["XFD2"].fill = openpyxl.styles.PatternFill("solid", fgColor="FFFF00")
    assert examine(content(made), "a.xlsx").faults == ()


def test_a_zip_that_unpacks_to_too_much_is_refused():
    blank = b" " * 70_000_000
    packed = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(content(book(Blad=TABLE)))) as old,
        zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            new.writestr(name, old.read(name) + (blank if name == SHEET else b""))
    assert len(packed.getvalue()) < 1_000_000
    with pytest.raises(TableTooLargeError, match="bytes uitgepakt"):
        examine(packed.getvalue(), "a.xlsx")


@pytest.mark.parametrize(
    "change",
    [
        lambda _: b"",
        lambda _: b"geen xml",
        lambda xml: xml[: len(xml) // 2],
        lambda xml: b'<!DOCTYPE x [<!ENTITY a "aaaa">]>' + xml,
        lambda xml: xml.replace(b"<v>1</v>", b"<v>&a;</v>"),
        lambda xml: xml.replace(b't="inlineStr"', b't="s"').replace(b"<is>", b"<v>99</v><is>"),
        lambda _: b"<x>" * 200_000,
    ],
)
@pytest.mark.parametrize("part", [SHEET, "xl/workbook.xml", "[Content_Types].xml"])
def test_a_damaged_part_is_told_and_never_a_traceback(part, change):
    try:
        examine(changed(content(book(Blad=TABLE)), part, change), "a.xlsx")
    except OptimiserError as error:
        assert error.params["bestand"] == "a.xlsx"  # noqa: PT017 - it may also be read


def test_no_workbook_in_a_zip_is_told():
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr("brief.txt", "hallo")
    with pytest.raises(UnreadableFileError):
        examine(out.getvalue(), "a.xlsx")
