"""Numbers in a column: read one way, asked where two are possible, never guessed."""

import pytest

from optimiser.io.reading.door import examine
from optimiser.io.reading.questions import Answers
from optimiser.io.reading.rows.columns import Use

CODES = ("GM0014", "GM0034", "GM0037", "GM0047", "GM0050")


def column(*cells: str, name: str = "cijfer", decimal: str = ""):
    rows = "".join(f'{code};"{cell}"\n' for code, cell in zip(CODES, cells, strict=False))
    table = examine(f"gm_code;{name}\n{rows}".encode(), "a.csv", Answers(decimal=decimal))
    return table.columns[0], table.faults


def numbers(*cells: str, **how: str) -> list[str | None]:
    reading, faults = column(*cells, **how)
    assert faults == ()
    return [None if v is None else format(v.normalize(), "f") for v in reading.numbers]


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (("0,061", "0,062"), ["0.061", "0.062"]),
        (("  -0.300", "0.100"), ["-0.3", "0.1"]),
        (("1.234,5", "2"), ["1234.5", "2"]),
        (("1,234.5", "2"), ["1234.5", "2"]),
        # One certain cell decides for the whole column.
        (("1.234", "12,5"), ["1234", "12.5"]),
        (("1.234", "12.5"), ["1.234", "12.5"]),
        (("1.234", "0.5"), ["1.234", "0.5"]),
        (("1.234", "1.234.567"), ["1234", "1234567"]),
        (("1,234", "1,234,567"), ["1234", "1234567"]),
        (("13 000", "950"), ["13000", "950"]),
        (("1e-07", "2"), ["0.0000001", "2"]),
        (("12 %", "7,5%"), ["0.12", "0.075"]),
        (("1", ".", ""), ["1", None, None]),
        (("\N{MINUS SIGN}3", "+4"), ["-3", "4"]),
    ],
)
def test_a_column_is_read_as_it_was_written(cells, expected):
    assert numbers(*cells) == expected


@pytest.mark.parametrize("cells", [("1.234", "5.678"), ("1,234", "950"), ("13.000", "12")])
def test_a_column_that_can_be_read_two_ways_is_asked_once(cells):
    _, faults = column(*cells)
    assert len(faults) == 1
    assert "niets in de kolom zegt wat het decimaalteken is" in faults[0]


def test_the_answer_decides():
    assert numbers("1.234", "5.678", decimal=",") == ["1234", "5678"]
    assert numbers("1.234", "5.678", decimal=".") == ["1.234", "5.678"]
    _, faults = column("1.234", "5.67", decimal=",")
    assert faults == (
        "rij 3, kolom cijfer: dit getal kan niet met dat decimaalteken zijn geschreven",
    )


def test_whole_persons_have_points_between_thousands():
    assert numbers("1.234", "950", name="kan") == ["1234", "950"]
    assert len(column("1,234", "950", name="kan")[1]) == 1
    assert len(column("1.234", "950", name="mutatiegraad")[1]) == 1


def test_both_marks_in_one_column_are_told_and_a_doubtful_cell_is_asked():
    reading, faults = column("12,5", "12.5")
    assert (reading.mark, faults) == ("?", ())
    assert len(column("12,5", "12.5", "1.234")[1]) == 1


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        ("-", "nihil"),
        ("x", "'x' is geen getal"),
        ("n.v.t.", "'n.v.t.' is geen getal"),
        ("12*", "sterretje"),
        ("1-3-2025", "is geen getal"),
        ("9" * 40, "is geen getal"),
        ("1e-1000000", "is geen getal"),
        ("12 %", "is een percentage"),
    ],
)
def test_a_stray_cell_among_numbers_is_a_fault_where_it_stands(cell, told):
    _, faults = column("1", "2", cell, "4")
    assert len(faults) == 1
    assert faults[0].startswith("rij 4, kolom cijfer: ")
    assert told in faults[0]


def test_a_column_of_text_is_left_out_unless_its_name_promises_figures():
    reading, faults = column("zie brief", "nee", "3", "ja", "x")
    assert (reading.use, faults) == (Use.TEXT, ())
    _, faults = column("zie brief", "nee", "3", "ja", "x", name="kan")
    assert len(faults) == 4


def test_figures_without_a_name_and_names_used_twice_are_faults():
    twice = examine(b"gm_code;kan;kan\nGM0014;1;2\n", "a.csv").faults
    assert twice == ("rij 1, kolom B: dubbele kolom 'kan'", "rij 1, kolom C: dubbele kolom 'kan'")
    (nameless,) = examine(b"gm_code;;wil\nGM0014;1;2\n", "a.csv").faults
    assert nameless.startswith("rij 1, kolom B: er staan getallen onder")
