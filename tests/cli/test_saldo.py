"""The ledger on the command line: numbers of the report, and what a user's own file adds."""

import csv
from io import StringIO

import openpyxl
import pytest

from optimiser.cli.main import execute


@pytest.fixture(autouse=True)
def _nobodys_register(tmp_path, monkeypatch):
    monkeypatch.setenv("TAAKSTELLING_REGISTER", str(tmp_path / "register.sqlite"))


def ran(capfdbinary, *arguments):
    assert execute(["saldo", *map(str, arguments)]) == 0
    out, err = (part.decode() for part in capfdbinary.readouterr())
    return list(csv.DictReader(StringIO(out))), err


def test_the_country_through_half_years(capfdbinary):
    rows, told = ran(capfdbinary)
    saldi = {row["periode"]: row["saldo"] for row in rows}
    assert saldi["2019-1"] == "2540"
    assert saldi["2021-2"] == "3728"
    assert saldi["2022-2"] == "-1793"
    assert saldi["2024-1"] == ""
    assert "Nederland eind 2023-1: achterstand van 5.122" in told
    # 6.379/8.933 and 6.948/8.534: lowest, mean, highest
    assert "71,4 % / 76,4 % / 81,4 % (laagste" in told.replace("\N{NO-BREAK SPACE}", " ")
    assert "Dan blijven er 2.402 / 1.852 / 1.370 personen achter." in told


def test_what_was_known_on_1_october_2021(capfdbinary):
    day = ("--per", "provincie", "--bekend-op", "2021-10-01")
    rows, told = ran(capfdbinary, *day)
    friesland = next(row for row in rows if row["code"] == "PV21")
    assert (friesland["saldo"], friesland["naar_rato"]) == ("628", "366.0")
    assert "staat nog 10.949 open, maar daarin zitten 3 maanden" in told
    assert "+5.449" in told
    assert "1,94 keer het tempo tot nu toe en 2,28 keer" in told


def test_the_printed_tables_are_replayed(capfdbinary):
    rows, told = ran(capfdbinary, "controle")
    assert len(rows) == 4 + 1 + 27
    assert "Tabel 1: 6 van de 6 gedrukte eindstanden" in told
    assert "Tabel 2: 78 van de 78 gedrukte eindstanden" in told


def test_a_file_of_ones_own_gives_gemeenten(tmp_path, capfdbinary, gegevens):
    codes = gegevens.gemeenten[2025][0].tabel.index
    lines = ["gm_code;periode;peildatum;realisatie", *(f"{c};2025-1;1-4-2025;20" for c in codes)]
    path = tmp_path / "real.csv"
    path.write_text("\n".join(lines), encoding="utf-8")
    rows, told = ran(capfdbinary, "--per", "gemeente", "--cijfers", path)
    assert len(rows) == 342
    groningen = next(row for row in rows if row["code"] == "GM0014")
    assert groningen["realisatie"] == "20"
    assert groningen["vanaf"] == "2025-1"
    assert int(groningen["saldo"]) == int(groningen["taakstelling"]) - 20
    assert "over 342 van 342 gemeenten (onvolledig" in told
    assert "Aangeleverd: real.csv (sha256" in told


def test_a_workbook_holds_stand_course_and_bookings(tmp_path, capfdbinary):
    path = tmp_path / "saldo.xlsx"
    ran(capfdbinary, "--uit", path)
    book = openpyxl.load_workbook(path, read_only=True)
    names = ["Land 2023-1", "Provincies 2023-1", "Alle halfjaren", "Onverklaard", "Boekingen"]
    assert [name for name in book.sheetnames if "Provincies" not in name] == [
        name for name in names if "Provincies" not in name
    ] + ["Herkomst"]


@pytest.mark.parametrize(
    "wrong", [["--per", "wijk"], ["--bekend-op", "gisteren"], ["--halfjaar", "1999-1"]]
)
def test_what_cannot_be_is_told(wrong, capfd):
    assert execute(["saldo", *wrong]) == 2
    assert capfd.readouterr().err.strip()
