"""The command line as a user meets it: a real process, Dutch, exit codes."""

import csv
import subprocess
import sys
from io import StringIO

import pytest

from optimiser.cli.commands import HOMES
from optimiser.cli.main import execute

COMMANDS = sorted(HOMES)


def run(*arguments):
    return subprocess.run(
        [sys.executable, "-m", "optimiser", *arguments],
        capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip


def rows(text):
    return list(csv.DictReader(StringIO(text)))


def test_verdeel_closes_over_355_gemeenten_and_prints_nothing_but_the_table():
    done = run("verdeel", "--halfjaar", "2021-1")
    table = rows(done.stdout)
    assert done.returncode == 0
    assert done.stdout.splitlines()[0] == (
        "gm_code,gemeente,provincie,inwoners,aandeel,exact,taakstelling"
    )
    assert (len(table), sum(int(r["taakstelling"]) for r in table)) == (355, 13_500)
    assert "Huisvestingswet 2014" in done.stderr
    assert "Haaren" in done.stderr  # split in 2021: the reader is told


def test_per_province_gives_the_published_numbers():
    done = run("verdeel", "--halfjaar", "2021-1", "--per", "provincie")
    assert done.stdout.splitlines()[0] == "provincie,taakstelling"
    assert {r["provincie"]: r["taakstelling"] for r in rows(done.stdout)}["Zeeland"] == "299"


@pytest.mark.parametrize("per", ["veiligheidsregio", "corop", "arbeidsmarktregio"])
def test_every_grouping_closes(per, capfdbinary):
    assert execute(["verdeel", "--halfjaar", "2025-2", "--per", per]) == 0
    table = rows(capfdbinary.readouterr().out.decode())
    assert sum(int(r["taakstelling"]) for r in table) == 13_000


def test_herleid_shows_twelve_of_twelve(capfdbinary):
    assert execute(["herleid", "--halfjaar", "2021-1"]) == 0
    table = {r["afronding"]: int(r["gelijk"]) for r in rows(capfdbinary.readouterr().out.decode())}
    assert table.pop("adams") == 12
    assert max(table.values()) <= 5


def test_sleutels_tells_what_is_missing(capfdbinary):
    assert execute(["sleutels", "--peiljaar", "2019"]) == 0
    table = {r["sleutel"]: r["beschikbaar"] for r in rows(capfdbinary.readouterr().out.decode())}
    assert table["inwoners"] == "beschikbaar"
    assert "kolom huishoudens ontbreekt" in table["huishoudens"]


def test_an_own_column_and_a_mix_from_the_command_line(tmp_path, gegevens, capfdbinary):
    path = tmp_path / "plekken.csv"
    codes = gegevens.figures(2024).tabel.index
    path.write_text("gm_code;plekken\n" + "".join(f"{c};{i},5\n" for i, c in enumerate(codes)))
    own = ["--sleutel", "eigen", "--optie", "kolom=plekken", "--cijfers", str(path)]
    assert execute(["verdeel", "--halfjaar", "2025-2", *own]) == 0
    assert len(rows(capfdbinary.readouterr().out.decode())) == 342
    mix = ["--sleutel", "gemengd", "--optie", "inwoners=60", "--optie", "huishoudens=40"]
    assert execute(["verdeel", "--halfjaar", "2025-2", *mix]) == 0


def test_files_are_written(tmp_path, capfd):
    for name in ("uit.csv", "uit.xlsx"):
        assert execute(["verdeel", "--halfjaar", "2025-2", "--uit", str(tmp_path / name)]) == 0
        assert (tmp_path / name).stat().st_size > 10_000
    assert "Geschreven" in capfd.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["verdeel"], "--halfjaar ontbreekt"),
        (["verdeel", "--halfjaar", "2021-3"], "geen halfjaar"),
        (["verdeel", "--halfjaar", "2021-1", "--totaal", "veel"], "is geen getal"),
        (["verdeel", "--halfjaar", "2021-1", "--totaal", "-4"], "te klein"),
        (["verdeel", "--halfjaar", "2021-1", "--slutel", "x"], "--slutel bestaat niet"),
        (["verdeel", "--halfjaar", "2021-1", "--sleutel", "x"], "geen verdeelsleutel"),
        (["verdeel", "--halfjaar", "2021-1", "--afronding", "x"], "geen afrondingsmethode"),
        (["verdeel", "--halfjaar", "2021-1", "--per", "x"], "geen gebiedsindeling"),
        (["verdeel", "--halfjaar", "2021-1", "--peiljaar", "1999"], "2018, 2019"),
        (["verdeel", "--halfjaar", "2021-1", "--uit", "x.pdf"], ".csv, .xlsx"),
        (["verdeel", "--halfjaar", "2021-1", "--optie", "x"], "naam=waarde"),
        (["verdeel", "--halfjaar", "2024-2"], "--totaal"),
        (["verdeel", "te", "veel", "--halfjaar", "2021-1"], "te veel"),
        (["herleid", "--halfjaar", "2025-1"], "2019-1"),
        (["sleutels", "--cijfers", "weg.csv"], "weg.csv"),
        (["verdel"], "Bedoelde u verdeel"),
    ],
)
def test_wrong_input_is_told_in_dutch_with_exit_code_2(arguments, reason, capfd):
    assert execute(arguments) == 2
    told = capfd.readouterr()
    assert told.out == ""
    assert reason in told.err
    assert "Traceback" not in told.err
    assert len(told.err.strip().splitlines()) >= 3  # what, where, what to do


@pytest.mark.parametrize("command", COMMANDS, ids=str)
def test_every_command_explains_itself_in_dutch(command, capfd):
    assert execute([command, "--help"]) == 0
    told = capfd.readouterr().out
    assert "Gebruik: taakstelling" in told
    for english in (
        "Usage",
        "Options",
        "Arguments",
        "Show this",
        "default:",
        "required",
        "TEXT",
        "<str>",
    ):
        assert english not in told


def test_help_version_and_no_arguments(capfd):
    assert execute(["--help"]) == 0
    assert execute(["--versie"]) == 0
    assert execute([]) == 0
    assert "Opdrachten" in capfd.readouterr().out
