"""Every CSV of a command: as a Dutch Excel opens it, as a program reads it, read back by itself."""

import csv
import re
from io import StringIO

import pytest
import typer

from optimiser.cli.main import app, execute
from optimiser.io.gegevens import read_gegevens
from optimiser.io.reading.door import examine
from optimiser.io.reading.questions import Wanted

VOORSTEL = "uitruil;gm_code;verschil\nA;GM0183;-8\nA;GM0173;8\n"
FILES = {
    "voorstel.csv": VOORSTEL,
    "plekken.csv": "gm_code;plekken\n14;1,5\n34;2\n",
    "realisatie.csv": "gm_code;realisatie\n14;140\n",
}
POINTS = re.compile(r"-?\d+\.\d+")
UNKNOWN = ("", "niet beschikbaar")
HALF = ("--halfjaar", "2025-2")
#: Command to what makes it write its tables; MAP or BESTAND where they go.
COMMANDS = {
    "verdeel": ("verdeel", *HALF, "--uit", "BESTAND"),
    "verschil": ("verschil", "wettelijk", "plafond-12", "--uit", "BESTAND"),
    "totalen": ("totalen", *HALF, "--tot", "500", "--uit", "BESTAND"),
    "optimaliseer": ("optimaliseer", "plafond-12", "--uit", "MAP"),
    "grens": ("grens", "plafond-12", "--uit", "MAP"),
    "vergelijk": (
        *("vergelijk", *HALF, "--sleutels", "inwoners,huishoudens", "--cijfers", "realisatie.csv"),
        *("--toon", "realisatie", "--uit", "BESTAND"),
    ),
    "onzekerheid": (
        *("onzekerheid", *HALF, "--sleutels", "inwoners,huishoudens", "--trekkingen", "50"),
        *("--uit", "MAP"),
    ),
    "mengen": ("mengen", *HALF, "--uit", "BESTAND"),
    "sein": ("sein", "--uit", "BESTAND"),
    "saldo": ("saldo", "--per", "provincie", "--uit", "BESTAND"),
    "uitruil toets": ("uitruil", "toets", "voorstel.csv", *HALF, "--uit", "BESTAND"),
    "lees": ("lees", "plekken.csv", "--uit", "BESTAND"),
}


def commands_with_csv(group=None, prefix=""):
    """Every command that can write a CSV."""
    for name, one in (group or typer.main.get_command(app)).commands.items():
        if hasattr(one, "commands"):
            yield from commands_with_csv(one, f"{prefix}{name} ")
        if any("--csv" in param.opts for param in one.params):
            yield f"{prefix}{name}"


def written(folder, arguments, form):
    """Run a command; return its CSV files by name."""
    out = folder / form
    out.mkdir()
    places = {"BESTAND": str(out / "tabel.csv"), "MAP": str(out)}
    words = [places.get(word, str(folder / word) if word in FILES else word) for word in arguments]
    assert execute([*words, "--csv", form]) == 0
    found = {path.name: path.read_bytes() for path in sorted(out.rglob("*.csv"))}
    assert found
    return found


def cells(content, delimiter, encoding):
    return list(csv.reader(StringIO(content.decode(encoding), newline=""), delimiter=delimiter))


@pytest.mark.parametrize("name", COMMANDS)
def test_both_forms_hold_the_same_numbers_and_the_program_reads_them_back(name, tmp_path):
    for file, content in FILES.items():
        (tmp_path / file).write_text(content)
    plain = written(tmp_path, COMMANDS[name], "en")
    for file, content in written(tmp_path, COMMANDS[name], "nl").items():
        assert content.startswith(b"\xef\xbb\xbf")
        dutch = cells(content, ";", "utf-8-sig")
        english = cells(plain[file], ",", "utf-8")
        assert len({len(row) for row in dutch}) == 1  # each column a column
        assert not any(POINTS.fullmatch(cell) for row in dutch for cell in row)
        told = [[cell.replace(",", ".") for cell in row] for row in dutch]
        assert told == [[cell.replace(",", ".") for cell in row] for row in english]
        numeric = [c.replace(",", "", 1).lstrip("-").isdigit() for row in dutch for c in row]
        assert any(numeric) or name == "onzekerheid"
        if "gm_code" in dutch[0]:
            assert "gemeente" in dutch[0] or name == "lees"
            same_by_the_door(content, dutch)


def same_by_the_door(content, rows):
    """Read a table as the file of a user: the same gemeenten, and the same numbers."""
    wanted = Wanted(repeated=True, labels=frozenset({"uitruil"}))
    table = examine(content, "a.csv", wanted=wanted)
    place = rows[0].index("gm_code")
    kept = [row for row in rows[1:] if row[place]]
    assert list(table.codes) == [row[place] for row in kept]
    assert table.faults == ()
    for column in table.figures().values():
        shown = [row[column.place].replace(",", ".") for row in kept]
        read = ["" if value is None else float(value) for value in column.numbers]
        assert read == ["" if cell in UNKNOWN else float(cell) for cell in shown]


def test_a_pipe_stays_plain(capfdbinary):
    assert execute(["verdeel", *HALF, "--per", "provincie"]) == 0
    total = read_gegevens().landelijk.at["2025-2", "taakstelling"]
    lines = capfdbinary.readouterr().out.decode().splitlines()
    assert lines[0] == "provincie,taakstelling"
    assert sum(int(line.rpartition(",")[2]) for line in lines[1:]) == int(total)


def test_no_command_that_writes_a_csv_is_forgotten():
    tijd = {"afronden", "gladstrijken", "meerjaren", "vooruitzicht"}
    elsewhere = tijd | {
        "levering bewaar",
        "uitruil zoek",
        "opvang",
        "koppel plan",
        "koppel nareis",
        "koppel rollend",
        "koppel maand",
    }
    assert set(commands_with_csv()) - elsewhere == set(COMMANDS)


def test_an_unknown_form_is_told(tmp_path, capsys):
    assert execute(["verdeel", *HALF, "--uit", str(tmp_path / "a.csv"), "--csv", "fr"]) == 2
    assert "'fr' is onbekend; kies uit nl, en." in capsys.readouterr().err
