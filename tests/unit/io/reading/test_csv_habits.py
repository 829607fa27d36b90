"""CSV as people and programs write it: every habit read, and told."""

from decimal import Decimal

import pytest

from optimiser.errors import InvalidTableError, UnreadableFileError
from optimiser.io.reading.cells.csv_text import read_csv
from optimiser.io.reading.cells.limits import TableTooLargeError
from optimiser.io.reading.door import examine, read_table
from optimiser.io.reading.report import report_lines, short_lines

CODES = ("GM0014", "GM0034", "GM0037")


def kan(content: bytes | str, name: str = "a.csv") -> tuple[Decimal | None, ...]:
    data = content.encode() if isinstance(content, str) else content
    return read_table(data, name).figures()["kan"].numbers


PLAIN = "gm_code;kan\nGM0014;1,5\nGM0034;2\nGM0037;3\n"
NUMBERS = (Decimal("1.5"), Decimal(2), Decimal(3))


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (PLAIN.encode(), "UTF-8"),
        (PLAIN.encode("utf-8-sig"), "UTF-8 met BOM"),
        (PLAIN.encode("utf-16"), "UTF-16"),
        (b"\xfe\xff" + PLAIN.encode("utf-16-be"), "UTF-16"),
        (PLAIN.encode("utf-16-le"), "UTF-16 zonder BOM"),
        (PLAIN.replace("kan", "kan;naam\N{LATIN SMALL LETTER U WITH ACUTE}").encode("cp1252"),
         "Windows-1252"),
    ],
)  # fmt: skip
def test_every_encoding_is_read_and_told(content, told):
    table = examine(content, "a.csv")
    assert table.figures()["kan"].numbers == NUMBERS
    assert table.report.facts["codering"] == told


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", [";", "\t", "|"])
def test_line_ends_and_delimiters_are_found(end, mark):
    assert kan(PLAIN.replace(";", mark).replace("\n", end)) == NUMBERS


def test_a_comma_separates_where_decimals_are_quoted():
    assert kan('gm_code,kan\nGM0014,"1,5"\nGM0034,2\nGM0037,3\n') == NUMBERS


@pytest.mark.parametrize("line", ["sep=;\n", '"sep=;"\n', "SEP=;\r"])
def test_the_line_that_names_the_delimiter_is_no_row(line):
    end = line[-1]
    table = examine((line + PLAIN.replace("\n", end)).encode(), "a.csv")
    assert table.figures()["kan"].numbers == NUMBERS
    assert (table.report.header_row, table.rows) == (1, (2, 3, 4))
    assert any("sep=" in note for note in table.report.notes)


def test_rows_are_numbered_as_in_a_spreadsheet():
    with pytest.raises(InvalidTableError) as caught:
        kan('gm_code;kan\n\n\nGM0014;"x"\nGM0034;2\nGM0037;3\n')
    assert caught.value.params["fouten"].startswith("rij 4, kolom kan: 'x' is geen getal")
    wide = 'gm_code;noot;kan\nGM0014;"twee\nregels";1\nGM0034;;y\nGM0037;;3\n'
    with pytest.raises(InvalidTableError, match="rij 3, kolom kan: 'y'"):
        kan(wide)


def test_all_faults_are_told_at_once_and_twenty_are_spelled_out():
    rows = "\n".join(f"GM{n:04d};fout{n};1" for n in range(9000, 9030))
    with pytest.raises(InvalidTableError) as caught:
        read_table(f"gm_code;kan;plekken\n{rows}\n".encode(), "a.csv")
    facts = caught.value.params
    assert facts["aantal"] == len(facts["lijst"]) == 60
    assert facts["fouten"].count("; rij") == 19


def test_a_row_longer_than_the_header_is_a_fault():
    with pytest.raises(InvalidTableError, match="rij 2: 3 cellen, de kop heeft er 2"):
        kan("gm_code,kan\nGM0014,1,5\nGM0034,2,5\nGM0037,3,5\n")


def test_empty_columns_and_rows_are_left_out():
    table = examine(b"gm_code;kan;;\n;;;\nGM0014;1;;\nGM0034;2;;\n", "a.csv")
    assert table.faults == ()
    assert "Lege kolommen weggelaten: C, D." in report_lines(table.report)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "leeg"),
        (b"\n\n", "leeg"),
        (b'gm_code;kan\nGM0014;"1\nGM0034;2\n', "niet wordt gesloten"),
        (b"\x00\x01\x02" * 50, "geen tekst"),
    ],
)
def test_what_is_no_table_is_refused_in_words(content, reason):
    with pytest.raises(UnreadableFileError) as caught:
        examine(content, "a.csv")
    assert reason in str(caught.value.params["reden"])


@pytest.mark.parametrize(
    "content",
    [
        b"gm_code;kan\n" + b"x" * 40_000 + b";1\n",
        b"gm_code;kan\n" + b"GM0014;1\n" * 20_001,
        b"gm_code" + b";1" * 300 + b"\n",
        (b"gm_code" + b";1" * 200 + b"\n") * 1_300,
    ],
)
def test_limits_hold_while_reading(content):
    with pytest.raises(TableTooLargeError):
        examine(content, "a.csv")


def test_the_short_report_names_what_a_reader_could_be_wrong_about():
    text = "gemeentecode;kan;noot;x\n14;.;a;1\n34;5;b;1\n"
    lines = short_lines(examine(text.encode(), "a.csv").report)
    assert lines == [
        "a.csv gelezen: kop in rij 1, 2 gemeenten (een deel van de indeling van 2023 (342 "
        "gemeenten)); kolommen met getallen: kan, x.",
        "Niet gebruikt (tekst of datums): noot.",
        "Kolom kan: '.' betekent bij CBS onbekend: 1 cel.",
        "2 codes zijn aangevuld tot GM met vier cijfers.",
        lines[4],
    ]
    assert lines[4].startswith("340 gemeenten staan er niet in; hun cellen zijn leeg: ")


def test_a_line_of_more_empty_cells_than_a_table_may_hold_is_refused_unread():
    with pytest.raises(TableTooLargeError) as caught:
        read_csv(b"gm_code;kan\nGM0014;1\n" + b";" * 150_000, "a.csv")
    assert caught.value.params["wat"] == "cellen"
    assert caught.value.params["waar"] == " (regel 3)"


def test_a_long_tail_of_empty_rows_is_no_table():
    read = read_csv(b"gm_code;kan\nGM0014;1\n" + b" ;;;\n" * 19_000, "a.csv")
    assert [row.cells for row in read.sheets[0].rows] == [("gm_code", "kan"), ("GM0014", "1")]
