"""Every CSV of a command: as a Dutch Excel opens it, as a program reads it, read back by itself."""

import csv
import re
from io import StringIO

import pytest
import typer

from optimiser.cli.main import app, execute
from optimiser.io.gegevens import read_embedded
from optimiser.io.reading.door import examine
from optimiser.io.reading.questions import Wanted

VOORSTEL = "uitruil;gm_code;verschil\nA;GM0183;-8\nA;GM0173;8\n"
FILES = {
    "voorstel.csv": VOORSTEL,
    "plekken.csv": "gm_code;plekken\n14;1,5\n34;2\n",
    "realisatie.csv": "gm_code;realisatie\n14;140\n",
    "huishoudens.csv": "halfjaar,coa_regio,personen,wacht_op_nareis,huishoudens\n"
    "2025-2,Noord,1,nee,20\n",
    "woningen.csv": "halfjaar,gm_code,klasse,soort,aantal,zekerheid\n"
    "2025-2,Assen,1k,permanent,8,vrij\n",
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
    "uitruil zoek": (
        *("uitruil", "zoek", *HALF, "--scenario", "plafond-12", "--regio", "Drechtsteden"),
        *("--uit", "BESTAND"),
    ),
    "afronden": ("afronden", "jaren-zeeland-40", "--uit", "MAP"),
    "gladstrijken": ("gladstrijken", "glad-2016-2018", "--uit", "MAP"),
    "meerjaren": ("meerjaren", "jaren-zeeland-40", "--uit", "MAP"),
    "vooruitzicht": ("vooruitzicht", "--uit", "MAP"),
    "koppel plan": (
        *("koppel", "plan", *HALF, "--totaal", "1300", "--regio", "Zuidwest", "--uit", "BESTAND"),
    ),
    "koppel maand": (
        *("koppel", "maand", *HALF, "--maand", "2", "--huishoudens", "huishoudens.csv"),
        *("--woningen", "woningen.csv", "--uit", "BESTAND"),
    ),
    "koppel nareis": ("koppel", "nareis", "--uit", "BESTAND"),
    "koppel rollend": (
        *("koppel", "rollend", *HALF, "--totaal", "1300", "--runs", "1", "--gewichten", ""),
        *("--uit", "BESTAND"),
    ),
}


#: Of what was delivered: the tables, and the commands that write them out again.
DELIVERED = {
    "landelijk.csv": "periode;taakstelling;datum;bron\n2027-1;14000;2026-10-01;rekenvoorbeeld\n",
    "bezetting.csv": "peildatum;coa_regio;statushouders;boven_14_weken\n"
    "2021-09-01;Noord;4800;2100\n2021-09-01;Zuid;5200;2500\n",
}
FROM_THE_POINT = {
    "levering bewaar": ("levering", "bewaar", "1", "--uit", "BESTAND"),
    "opvang": ("opvang", "--uit", "MAP"),
    "dienst spoor": ("dienst", "spoor", "--uit", "BESTAND"),
}
#: Without a number in it: a list of parts with their licence.
WORDS = {"dienst onderdelen": ("dienst", "onderdelen", "--uit", "BESTAND")}


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
    assert execute([*words, "--csv", form]) in {0, 1}  # 1: a licence to look at
    found = {path.name: path.read_bytes() for path in sorted(out.rglob("*.csv"))}
    assert found
    return found


def cells(content, delimiter, encoding):
    return list(csv.reader(StringIO(content.decode(encoding), newline=""), delimiter=delimiter))


@pytest.mark.parametrize("name", COMMANDS | WORDS)
def test_both_forms_hold_the_same_numbers_and_the_program_reads_them_back(name, tmp_path):
    for file, content in FILES.items():
        (tmp_path / file).write_text(content)
    both_forms_agree(tmp_path, name, (COMMANDS | WORDS)[name])


@pytest.mark.parametrize("name", FROM_THE_POINT)
def test_what_was_delivered_is_written_in_both_forms(name, tmp_path, monkeypatch):
    monkeypatch.setenv("TAAKSTELLING_REGISTER", str(tmp_path / "r.sqlite"))
    for file, content in DELIVERED.items():
        (tmp_path / file).write_text(content)
        assert execute(["levering", "inlezen", str(tmp_path / file), "--wie", "Jan"]) == 0
    assert execute(["levering", "vaststellen", "1", "2", "--wie", "Els"]) == 0
    both_forms_agree(tmp_path, name, FROM_THE_POINT[name])


def test_a_levering_that_was_kept_is_read_as_the_same_rows(tmp_path, monkeypatch):
    (tmp_path / "landelijk.csv").write_text(DELIVERED["landelijk.csv"])
    for before, after in (("landelijk.csv", "bewaard.csv"), ("bewaard.csv", "tweemaal.csv")):
        monkeypatch.setenv("TAAKSTELLING_REGISTER", str(tmp_path / f"{after}.sqlite"))
        assert execute(["levering", "inlezen", str(tmp_path / before), "--wie", "Jan"]) == 0
        assert execute(["levering", "bewaar", "1", "--uit", str(tmp_path / after)]) == 0
    assert (tmp_path / "bewaard.csv").read_bytes() == (tmp_path / "tweemaal.csv").read_bytes()


def both_forms_agree(folder, name, arguments):
    """Write a command's tables for a Dutch Excel and plain: the same cells, read back."""
    plain = written(folder, arguments, "en")
    for file, content in written(folder, arguments, "nl").items():
        assert content.startswith(b"\xef\xbb\xbf")
        dutch = cells(content, ";", "utf-8-sig")
        english = cells(plain[file], ",", "utf-8")
        assert len({len(row) for row in dutch}) == 1  # each column a column
        versions = name in WORDS  # a version such as 3.12 is no number
        assert versions or not any(POINTS.fullmatch(cell) for row in dutch for cell in row)
        told = [[cell.replace(",", ".") for cell in row] for row in dutch]
        assert told == [[cell.replace(",", ".") for cell in row] for row in english]
        numeric = [c.replace(",", "", 1).lstrip("-").isdigit() for row in dutch for c in row]
        assert any(numeric) or name in {"onzekerheid", "dienst spoor", *WORDS}
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
    total = read_embedded().landelijk.at["2025-2", "taakstelling"]
    lines = capfdbinary.readouterr().out.decode().splitlines()
    assert lines[0] == "provincie,taakstelling"
    assert sum(int(line.rpartition(",")[2]) for line in lines[1:]) == int(total)


def test_no_command_that_writes_a_csv_is_forgotten():
    assert set(commands_with_csv()) == {*COMMANDS, *WORDS, *FROM_THE_POINT}


def test_an_unknown_form_is_told(tmp_path, capsys):
    assert execute(["verdeel", *HALF, "--uit", str(tmp_path / "a.csv"), "--csv", "fr"]) == 2
    assert "'fr' is onbekend; kies uit nl, en." in capsys.readouterr().err
