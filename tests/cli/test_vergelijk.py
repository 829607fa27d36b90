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


def test_the_difference_between_two_scenarios_adds_up(capfdbinary):
    assert execute(["verschil", "wettelijk", "plafond-12"]) == 0
    table = rows(capfdbinary.readouterr().out.decode())
    assert len(table) == 342
    for row in table:
        parts = int(row["uitruil"]) + int(row["capaciteit"])
        assert int(row["oud"]) + parts == int(row["nieuw"])
    assert any(int(row["capaciteit"]) for row in table)


def test_the_next_person_for_every_total(tmp_path, capfdbinary):
    assert execute(["totalen", "--halfjaar", "2025-2", "--tot", "13000"]) == 0
    table = rows(capfdbinary.readouterr().out.decode())
    assert [row["persoon"] for row in table[:2]] == ["1", "2"]
    # the whole list adds up to the table of the half-year itself
    assert execute(["verdeel", "--halfjaar", "2025-2"]) == 0
    for row in rows(capfdbinary.readouterr().out.decode()):
        assert sum(one["gm_code"] == row["gm_code"] for one in table) == int(row["taakstelling"])
    out = tmp_path / "totalen.xlsx"
    assert execute(["totalen", "--halfjaar", "2025-2", "--uit", str(out)]) == 0
    assert out.stat().st_size > 0


def test_inequality_between_and_within_regions(capfdbinary):
    keys = ["--sleutels", "sociale_huurvoorraad", "--toon", "splitsing"]
    assert execute(["vergelijk", "--halfjaar", "2025-2", *keys]) == 0
    for row in rows(capfdbinary.readouterr().out.decode()):
        if row["theil"] != "niet beschikbaar":
            parts = float(row["tussen"]) + float(row["binnen"])
            assert parts == pytest.approx(float(row["theil"]), abs=1e-12)


def test_uncertainty_is_labelled_and_reproducible(tmp_path, capfdbinary):
    few = ["--halfjaar", "2025-2", "--trekkingen", "300", "--kernen", "1", "--zaad", "3"]
    assert execute(["onzekerheid", *few]) == 0
    first = capfdbinary.readouterr()
    assert execute(["onzekerheid", *few]) == 0
    assert capfdbinary.readouterr().out == first.out
    assert b"(aanname)" in first.err
    assert execute(["onzekerheid", *few, "--uit", str(tmp_path)]) == 0
    assert len(list(tmp_path.glob("*.csv"))) == 5


def test_mixing_turns_at_exact_weights(capfdbinary, tmp_path):
    assert execute(["mengen", "--halfjaar", "2025-2"]) == 0
    table = rows(capfdbinary.readouterr().out.decode())
    assert len(table) == 342
    assert {row["bij_eerste_sleutel"] for row in table} <= {"winst", "verlies", "gelijk"}
    place = tmp_path / "wissels.csv"
    assert (
        execute(["mengen", "--halfjaar", "2025-2", "--toon", "wissels", "--uit", str(place)]) == 0
    )
    kept = place.read_text(encoding="utf-8-sig").splitlines()
    assert "van_gm_code" in kept[0]
    assert "GM0034" in kept[1]
    assert "Almere" in kept[1]
    assert "Mengen van inwoners (0 %)" in place.with_suffix(".herkomst.txt").read_text("utf-8")


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
        (["mengen", "--halfjaar", "2025-2", "--toon", "wissels", "--afronding", "hill"], "hill"),
        (["totalen", "--halfjaar", "2025-2", "--tot", "0"], "1.000.000"),
        (["totalen", "--halfjaar", "2025-2", "--afronding", "hamilton"], "hamilton"),
        (["vergelijk", "--halfjaar", "2025-2", "--uit", "x.pdf"], ".xlsx"),
        (["vergelijk", "--halfjaar", "2025-2", "--afronding", "x"], "afronding"),
    ],
)
def test_wrong_input_is_told_in_dutch(arguments, reason, capfd):
    assert execute(arguments) == 2
    assert reason in capfd.readouterr().err
