"""Files that open safely, are whole or absent, and say where they come from."""

from io import BytesIO
from pathlib import Path

import pandas as pd
import pytest
from openpyxl import load_workbook

from optimiser.errors import (
    InvalidTableError,
    UnknownFileTypeError,
    UnreadableFileError,
    UnwritableFileError,
)
from optimiser.io.reading.eigen_cijfers import MAX_BYTES, read_columns, read_file, text_table
from optimiser.io.writing.export import Sheet, to_csv, to_xlsx, write_table
from optimiser.teksten import melding_for

TABLE = pd.DataFrame({"gemeente": ["=HYPERLINK()", "Urk"], "personen": [3, 4]})


def test_text_that_looks_like_a_formula_is_neutralised():
    assert to_csv(TABLE) == "gemeente,personen\n'=HYPERLINK(),3\nUrk,4\n"
    page = load_workbook(BytesIO(to_xlsx([Sheet("A", TABLE)], [])))["A"]
    assert (page["A2"].value, page["A2"].data_type) == ("'=HYPERLINK()", "s")


def test_a_negative_number_stays_a_number():
    assert to_csv(pd.DataFrame({"verschil": [-3]})) == "verschil\n-3\n"


def test_sums_are_live_formulas_and_the_source_has_a_sheet():
    book = load_workbook(BytesIO(to_xlsx([Sheet("A", TABLE, ["personen"])], ["Wet: proef"])))
    assert book["A"]["B4"].value == "=SUM(B2:B3)"
    assert book["Herkomst"]["A1"].value == "Wet: proef"


def test_a_csv_gets_its_source_beside_it(tmp_path):
    written = write_table(tmp_path / "uit.csv", Sheet("A", TABLE), ["Wet: proef"])
    assert [p.name for p in written] == ["uit.csv", "uit.herkomst.txt"]
    assert written[1].read_text() == "Wet: proef\n"


def test_wrong_ending_and_missing_folder(tmp_path):
    with pytest.raises(UnknownFileTypeError):
        write_table(tmp_path / "uit.pdf", Sheet("A", TABLE), [])
    with pytest.raises(UnwritableFileError):
        write_table(tmp_path / "weg" / "uit.csv", Sheet("A", TABLE), [])


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_csv_of_any_office_is_read(separator):
    rows = [["gm_code", "gemeente", "plek"], ["GM0002", "B", "12"], ["GM0001", "A", ""]]
    content = "\r\n".join(separator.join(row) for row in rows).encode("utf-8-sig")
    table = read_columns(content, "p.csv")
    assert table.index.tolist() == ["GM0001", "GM0002"]
    assert table["plek"].isna().tolist() == [True, False]


def test_dutch_decimals_are_read_and_doubt_is_refused():
    assert read_columns(b"gm_code;x\nGM0001;1,5\n", "p.csv")["x"].tolist() == ["1.5"]
    with pytest.raises(InvalidTableError) as caught:
        read_columns(b"gm_code;x\nGM0001;1.234\n", "p.csv")
    assert "rij 2, kolom x: '1.234'" in melding_for(caught.value).tekst


def test_a_workbook_is_read_with_the_numbers_excel_holds():
    out = BytesIO()
    cells = pd.DataFrame({"gm_code": ["GM0001", "GM0002"], "x": [1.234, 7]})
    cells.to_excel(out, index=False)
    assert read_columns(out.getvalue(), "p.xlsx")["x"].tolist() == ["1.2340", "7"]


def test_every_fault_of_a_users_file_is_told():
    content = b"gm_code,x\n7,1\nGM0001,een\nGM0001,2\n"
    with pytest.raises(InvalidTableError) as caught:
        read_columns(content, "p.csv")
    told = melding_for(caught.value).tekst
    for part in ("rij 2, kolom gm_code: '7'", "rij 3, kolom x: 'een'", "rij 4, kolom gm_code"):
        assert part in told


@pytest.mark.parametrize(
    ("content", "name", "reason"),
    [
        (b"", "p.csv", "leeg"),
        (b"\xff\xfe\x00", "p.csv", "UTF-8"),
        (b"a,b\n1\n", "p.csv", "rij 2"),
        (b"geen zip", "p.xlsx", "leesbaar Excel"),
    ],
)
def test_unreadable_content_is_explained(content, name, reason):
    with pytest.raises(UnreadableFileError) as caught:
        text_table(content, name)
    assert reason in melding_for(caught.value).tekst


def test_double_columns_and_a_table_without_codes_are_refused():
    with pytest.raises(InvalidTableError):
        text_table(b"a,a\n1,2\n", "p.csv")
    with pytest.raises(InvalidTableError):
        read_columns(b"gemeente,x\nUrk,2\n", "p.csv")


def test_missing_and_huge_files_are_refused(tmp_path: Path):
    with pytest.raises(UnreadableFileError):
        read_file(tmp_path / "weg.csv")
    (tmp_path / "groot.csv").write_bytes(b"0" * (MAX_BYTES + 1))
    with pytest.raises(UnreadableFileError) as caught:
        read_file(tmp_path / "groot.csv")
    assert "10 MB" in melding_for(caught.value).tekst


def test_own_columns_must_be_exactly_one_indeling(mini, mini_tabel):
    short = pd.DataFrame({"x": ["1"]}, index=["GM0001"])
    with pytest.raises(InvalidTableError) as caught:
        mini.with_columns(short, "p.csv")
    assert "2 gemeenten ontbreken: GM0002 (Middelstad)" in melding_for(caught.value).tekst
    taken = pd.DataFrame({"inwoners": ["1", "2", "3"]}, index=mini_tabel.index)
    with pytest.raises(InvalidTableError):
        mini.with_columns(taken, "p.csv")
    added = mini.with_columns(taken.rename(columns={"inwoners": "x"}), "p.csv")
    assert added.version.startswith("mini+")
    assert added.figures(2024).tabel["x"].tolist() == ["1", "2", "3"]
