"""What the program writes it reads back: the same numbers, from CSV and from XLSX."""

from fractions import Fraction
from io import BytesIO

import openpyxl
import pandas as pd
import pytest

from optimiser.io.reading.eigen_cijfers import read_columns
from optimiser.io.writing.export import Sheet, to_csv, to_xlsx

CODES = ["GM0014", "GM0034", "GM0037"]
COLUMNS = {
    "duizend": [1.234, 5.678, -2.345],
    "klein": [0.061, 1e-07, 0.5],
    "breuk": [Fraction(1, 3), Fraction(1234, 1000), Fraction(-5, 2)],
    "heel": [1234, 0, -12],
}


def written(name: str) -> pd.DataFrame:
    return pd.DataFrame({"gm_code": CODES, "gemeente": ["A", "B", "C"], name: COLUMNS[name]})


@pytest.mark.parametrize("name", COLUMNS)
def test_a_csv_gives_the_same_numbers(name):
    places = {"breuk": 3}
    read = read_columns(to_csv(written(name), places).encode(), "a.csv")[name]
    expected = [round(float(v), 3) if name == "breuk" else float(v) for v in COLUMNS[name]]
    assert [float(cell) for cell in read] == expected


@pytest.mark.parametrize("name", COLUMNS)
def test_a_workbook_gives_the_same_numbers_and_holds_numbers(name):
    content = to_xlsx([Sheet("Cijfers", written(name), [name])], ["herkomst"])
    read = read_columns(content, "a.xlsx")[name]
    assert [float(cell) for cell in read] == [float(v) for v in COLUMNS[name]]
    page = openpyxl.load_workbook(BytesIO(content))["Cijfers"]
    assert [page.cell(row, 3).data_type for row in (2, 3, 4)] == ["n", "n", "n"]
