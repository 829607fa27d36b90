"""Comparing from the command line: tables, files that open, uncertainty."""

import csv
from io import BytesIO, StringIO

import pytest
from openpyxl import load_workbook

from optimiser.cli.main import execute


def rows(text):
    return list(csv.DictReader(StringIO(text)))


def test_the_table_of_keys_and_measures(capfdbinary):
    keys = "inwoners,sociale_huurvoorraad,gemengd:inwoners=60+huishoudens=40"
    assert execute(["vergelijk", "--halfjaar", "2025-2", "--sleutels", keys]) == 0
    table = {row["maat"]: row for row in rows(capfdbinary.readouterr().out.decode())}
    assert table["verplaatst"]["inwoners"] == "0"
    assert table["tekort_kan"]["inwoners"] == "niet beschikbaar"
    assert table["juridische_status"]["sociale_huurvoorraad"] == "wetswijziging nodig"


@pytest.mark.parametrize("toon", ["gemeente", "provincie", "corop", "overname", "uitschieters"])
def test_every_view_is_a_table(toon, capfdbinary):
    keys = ["--sleutels", "sociale_huurvoorraad"]
    assert execute(["vergelijk", "--halfjaar", "2025-2", *keys, "--toon", toon]) == 0
    assert len(rows(capfdbinary.readouterr().out.decode())) >= 10


def test_a_folder_gets_a_workbook_with_live_sums_and_pictures(tmp_path, capfd):
    keys = ["--sleutels", "sociale_huurvoorraad"]
    assert execute(["vergelijk", "--halfjaar", "2025-2", *keys, "--uit", str(tmp_path)]) == 0
    names = {path.name for path in tmp_path.iterdir()}
    assert {"vergelijking.xlsx", "maten.csv", "gemeenten.csv", "herkomst.txt"} <= names
    assert any(name.startswith("spreiding") for name in names)
    book = load_workbook(BytesIO((tmp_path / "vergelijking.xlsx").read_bytes()))
    formulas = [c.value for page in book for row in page for c in row if c.data_type == "f"]
    assert any(str(formula).startswith("=SUM(") for formula in formulas)
    assert "Geschreven" in capfd.readouterr().err


def test_why_and_the_difference_in_steps(capfdbinary):
    assert execute(["waarom", "Groningen", "--halfjaar", "2025-2"]) == 0
    assert "Groningen" in capfdbinary.readouterr().out.decode()


def test_uncertainty_is_labelled_and_reproducible(tmp_path, capfdbinary):
    few = ["--halfjaar", "2025-2", "--trekkingen", "300", "--kernen", "1", "--zaad", "3"]
    assert execute(["onzekerheid", *few]) == 0
    first = capfdbinary.readouterr()
    assert execute(["onzekerheid", *few]) == 0
    assert capfdbinary.readouterr().out == first.out
    assert b"(aanname)" in first.err
    assert execute(["onzekerheid", *few, "--uit", str(tmp_path)]) == 0
    assert len(list(tmp_path.glob("*.csv"))) == 5


def test_mixing_turns_at_exact_weights(capfdbinary):
    assert execute(["mengen", "--halfjaar", "2025-2"]) == 0
    table = rows(capfdbinary.readouterr().out.decode())
    assert len(table) == 342
    assert {row["begin"] for row in table} <= {"winst", "verlies", "gelijk"}


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["vergelijk", "--halfjaar", "2025-2", "--sleutels", "gemengd"], "gewichten"),
        (["vergelijk", "--halfjaar", "2025-2", "--toon", "x"], "bestaat niet"),
        (["waarom", "Gronningen", "--halfjaar", "2025-2"], "Groningen"),
        (["onzekerheid", "--halfjaar", "2025-2", "--toon", "x"], "rangorde"),
        (["onzekerheid", "--halfjaar", "2025-2", "--trekkingen", "0"], "te klein"),
        (["onzekerheid", "--halfjaar", "2025-2", "--sleutel", "x"], "doet niet mee"),
        (["mengen", "--halfjaar", "2025-2", "--toon", "x"], "bestaat niet"),
    ],
)
def test_wrong_input_is_told_in_dutch(arguments, reason, capfd):
    assert execute(arguments) == 2
    assert reason in capfd.readouterr().err
