"""Files that open safely, are whole or absent, and say where they come from."""

import csv
import errno
import os
from io import BytesIO, StringIO
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
from optimiser.io.reading.eigen_cijfers import MAX_BYTES, read_columns, read_file
from optimiser.io.writing.export import Sheet, safe_text, to_csv, to_xlsx, write_bytes, write_table
from optimiser.teksten import melding_for

TABLE = pd.DataFrame({"gemeente": ["=HYPERLINK()", "Urk"], "personen": [3, 4]})


def test_text_that_looks_like_a_formula_is_neutralised():
    assert to_csv(TABLE) == "gemeente,personen\n'=HYPERLINK(),3\nUrk,4\n"
    page = load_workbook(BytesIO(to_xlsx([Sheet("A", TABLE)], [])))["A"]
    assert (page["A2"].value, page["A2"].data_type) == ("'=HYPERLINK()", "s")


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("x;=1+1", "x;'=1+1"),
        ("a;b; @som", "a;b;' @som"),
        ("  =1+1", "'  =1+1"),
        ("\u00a0\u200b-1", "'\u00a0\u200b-1"),
        ("\x00=1+1", "'=1+1"),
        ("\x1b\x0b@x", "'@x"),
        ("\uff1d1\uff0b1", "'\uff1d1\uff0b1"),
        ("\uff20x;\uff0d1", "'\uff20x;'\uff0d1"),
        ('x;"=1"', 'x;\'"=1"'),
        ("x\n+1", "x\n'+1"),
        ("\tx", "'\tx"),
        ("Bergen (L.); deel 2 - zuid", "Bergen (L.); deel 2 - zuid"),
    ],
)
def test_no_part_of_a_text_can_become_a_formula(text, safe):
    assert safe_text(text) == safe
    line = to_csv(pd.DataFrame({"a": [1], "t": [text]})).split("\n", 1)[1]
    for cell in (c for row in csv.reader(StringIO(line), delimiter=";") for c in row):
        assert cell.strip()[:1] not in {*"=+-@\uff1d\uff0b\uff0d\uff20"}, line


def test_neutralising_takes_time_in_proportion_to_the_text():
    for text in ("\t" * 1_000_000, " " * 1_000_000, ";" * 1_000_000, '"' * 1_000_000):
        assert safe_text(text).lstrip("'") == text


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


def test_the_neighbour_has_no_name_to_guess_and_links_are_not_followed(tmp_path, monkeypatch):
    other = tmp_path / "ander.txt"
    other.write_text("blijft")
    (tmp_path / ".uit.csv.deel").symlink_to(other)
    (tmp_path / "uit.csv").symlink_to(other)
    write_bytes(tmp_path / "uit.csv", b"nieuw")
    assert (tmp_path / "uit.csv").read_text() == "nieuw"
    assert not (tmp_path / "uit.csv").is_symlink()
    assert other.read_text() == "blijft"
    monkeypatch.setattr("optimiser.io.writing.whole_file.token_hex", lambda _n: "raak")
    (tmp_path / ".raak.deel").symlink_to(other)
    with pytest.raises(UnwritableFileError):
        write_bytes(tmp_path / "uit.csv", b"door de link")
    assert other.read_text() == "blijft"


@pytest.mark.parametrize(
    ("number", "reason"),
    [
        (errno.ENOSPC, "geen ruimte meer op de schijf"),
        (errno.EROFS, "alleen te lezen"),
        (errno.EACCES, "u mag daar niet schrijven"),
        (errno.EIO, "het systeem weigert"),
    ],
)
def test_a_refusal_is_dutch_and_leaves_the_old_file_and_nothing_else(
    tmp_path, monkeypatch, number, reason
):
    def refuse(_file):
        raise OSError(number, os.strerror(number))

    (tmp_path / "uit.csv").write_text("oud")
    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(UnwritableFileError) as caught:
        write_bytes(tmp_path / "uit.csv", b"nieuw")
    said = str(melding_for(caught.value))
    assert reason in said
    assert os.strerror(number) not in said
    assert [(p.name, p.read_text()) for p in tmp_path.iterdir()] == [("uit.csv", "oud")]


def test_a_name_that_is_too_long_and_a_folder_of_that_name(tmp_path):
    with pytest.raises(UnwritableFileError) as caught:
        write_bytes(tmp_path / ("a" * 300), b"")
    assert "de naam is te lang" in melding_for(caught.value).tekst
    (tmp_path / "map").mkdir()
    with pytest.raises(UnwritableFileError) as caught:
        write_bytes(tmp_path / "map", b"")
    assert "geen bestand is" in melding_for(caught.value).tekst
    assert [p.name for p in tmp_path.iterdir()] == ["map"]


def test_a_control_character_in_a_text_breaks_no_workbook():
    table = pd.DataFrame({"t\x0b": ["a\x00b\x1b\ufffe"]})
    book = load_workbook(BytesIO(to_xlsx([Sheet("A", table)], ["Titel\x08"])))
    assert (book["A"]["A1"].value, book["A"]["A2"].value) == ("t", "ab")
    assert book["Herkomst"]["A1"].value == "Titel"


def test_wrong_ending_and_missing_folder(tmp_path):
    with pytest.raises(UnknownFileTypeError):
        write_table(tmp_path / "uit.pdf", Sheet("A", TABLE), [])
    with pytest.raises(UnwritableFileError):
        write_table(tmp_path / "weg" / "uit.csv", Sheet("A", TABLE), [])


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_csv_of_any_office_is_read(separator):
    rows = [
        ["gm_code", "gemeente", "plek"],
        ["GM0034", "Almere", "12"],
        ["GM0014", "Groningen", ""],
    ]
    content = "\r\n".join(separator.join(row) for row in rows).encode("utf-8-sig")
    table = read_columns(content, "p.csv")
    assert table.index.tolist() == ["GM0014", "GM0034"]
    assert table["plek"].isna().tolist() == [True, False]


def test_dutch_decimals_are_read_and_doubt_is_refused():
    assert read_columns(b"gm_code;x\nGM0014;1,5\n", "p.csv")["x"].tolist() == ["1.5"]
    with pytest.raises(InvalidTableError) as caught:
        read_columns(b"gm_code;x\nGM0014;1.234\n", "p.csv")
    assert "rij 2, kolom x: 1.234 kan 1234 zijn, of 1,234" in melding_for(caught.value).tekst


def test_a_workbook_is_read_with_the_numbers_excel_holds():
    out = BytesIO()
    cells = pd.DataFrame({"gm_code": ["GM0014", "GM0034"], "x": [1.234, 7]})
    cells.to_excel(out, index=False)
    assert read_columns(out.getvalue(), "p.xlsx")["x"].tolist() == ["1.234", "7"]


def test_a_table_without_figures_is_refused():
    with pytest.raises(InvalidTableError, match="geen kolom met getallen"):
        read_columns(b"gm_code;noot\nGM0014;x\n", "p.csv")


def test_missing_and_huge_files_are_refused(tmp_path: Path):
    with pytest.raises(UnreadableFileError):
        read_file(tmp_path / "weg.csv")
    (tmp_path / "groot.csv").write_bytes(b"0" * (MAX_BYTES + 1))
    with pytest.raises(UnreadableFileError) as caught:
        read_file(tmp_path / "groot.csv")
    assert "10 MB" in melding_for(caught.value).tekst


def test_own_columns_join_every_table_that_has_their_gemeenten(mini):
    some = pd.DataFrame({"x": ["1"]}, index=["GM0001"])
    added = mini.with_columns(some, "p.csv")
    assert added.version.startswith("mini+")
    assert added.figures(2024).tabel["x"].isna().tolist() == [False, True, True]
    strange = pd.DataFrame({"x": ["1"]}, index=["GM9999"])
    with pytest.raises(InvalidTableError, match="1 codes horen er niet bij: GM9999"):
        mini.with_columns(strange, "p.csv")


def test_figures_that_come_back_unchanged_are_left_alone_and_changed_ones_refused(mini, mini_tabel):
    same = mini_tabel[["inwoners"]].astype(str).assign(x=["1", "2", "3"])
    added = mini.with_columns(same, "p.csv").figures(2024).tabel
    assert added["x"].tolist() == ["1", "2", "3"]
    assert added["inwoners"].tolist() == mini_tabel["inwoners"].tolist()
    with pytest.raises(InvalidTableError, match="inwoners zijn al in gebruik"):
        mini.with_columns(same.assign(inwoners=["1", "2", "3"]), "p.csv")
