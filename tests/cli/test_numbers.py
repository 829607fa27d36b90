"""Numbers on the command line are read as the program prints them: points between thousands."""

import csv
import io

import pytest

from optimiser.cli.main import execute

TABLE = ["verdeel", "--halfjaar", "2025-2", "--per", "provincie"]


def persons(capfdbinary, total):
    assert execute([*TABLE, "--totaal", total]) == 0
    rows = list(csv.DictReader(io.StringIO(capfdbinary.readouterr().out.decode())))
    return sum(int(row["taakstelling"]) for row in rows)


@pytest.mark.parametrize("written", ["13.000", "13000", "13 000", "13.000,0"])
def test_thirteen_thousand_is_not_thirteen(written, capfdbinary):
    assert persons(capfdbinary, written) == 13_000


@pytest.mark.parametrize("written", ["13,5", "13,000", "veel", "12 %", "1e-1000000", "9" * 500])
def test_what_is_no_whole_number_is_refused_with_the_option(written, capfdbinary):
    assert execute([*TABLE, "--totaal", written]) == 2
    told = capfdbinary.readouterr().err.decode()
    assert "De optie --totaal" in told
    assert "Traceback" not in told


@pytest.mark.parametrize("written", ["0,07", "0.07", "7 %"])
def test_a_part_is_read_the_dutch_way_too(written, capfdbinary):
    line = [
        "vergelijk",
        "--halfjaar",
        "2025-2",
        "--sleutels",
        "inwoners",
        "--mutatiegraad",
        written,
    ]
    assert execute(line) == 0
    told = capfdbinary.readouterr()
    assert "7,0" in told.err.decode() + told.out.decode()


def test_limits_of_an_option_still_hold(capfdbinary):
    assert execute(["koppel", "past", "--halfjaar", "2025-2", "--aandeel", "1.200"]) == 2
    assert "--aandeel" in capfdbinary.readouterr().err.decode()
