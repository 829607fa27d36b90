"""A year the program does not ship works in three steps, in every command, and is told."""

import csv
from io import BytesIO, StringIO

import pandas as pd
import pytest

from optimiser.cli.main import execute


@pytest.fixture
def files(tmp_path, monkeypatch, gegevens):
    """A StatLine export of 1-1-2026 that is made up, and a national number of 2027-1."""
    monkeypatch.setenv("TAAKSTELLING_REGISTER", str(tmp_path / "register.sqlite"))
    table = gegevens.gemeenten[2025][0].tabel
    lines = ['"Regio\'s";"Perioden";"Bevolking op 1 januari (aantal)"']
    lines += [f'"{c}";"2026JJ00";"{int(n * 1.01)}"' for c, n in table["inwoners"].items()]
    (tmp_path / "inwoners.csv").write_text("\n".join(lines), encoding="utf-8")
    number = "periode;taakstelling;datum;bron\n2027-1;14000;2026-10-01;rekenvoorbeeld\n"
    (tmp_path / "landelijk.csv").write_text(number, encoding="utf-8")
    return tmp_path


def ran(*arguments):
    return execute([str(argument) for argument in arguments])


@pytest.fixture
def settled(files):
    assert ran("verdeel", "--halfjaar", "2027-1") == 2
    assert ran("levering", "inlezen", files / "inwoners.csv", "--wie", "Jan") == 0
    assert ran("levering", "inlezen", files / "landelijk.csv", "--wie", "Jan") == 0
    assert ran("verdeel", "--halfjaar", "2027-1") == 2
    assert ran("levering", "vaststellen", "1", "2", "--wie", "Els") == 0
    return files


@pytest.mark.parametrize(
    "command",
    [
        ("verdeel", "--halfjaar", "2027-1"),
        ("vergelijk", "--halfjaar", "2027-1"),
        ("waarom", "Groningen", "--halfjaar", "2027-1"),
        ("verdeel", "--halfjaar", "2027-1", "--sleutel", "inwoners", "--afronding", "webster"),
        ("saldo",),
    ],
)
def test_every_command_knows_the_new_half_year(settled, capfdbinary, command):
    assert settled.is_dir()
    capfdbinary.readouterr()
    assert ran(*command) == 0
    out, err = (part.decode() for part in capfdbinary.readouterr())
    assert "L1." in out + err
    assert "L2." in out + err


def test_the_numbers_close_and_name_the_levering(settled, capfdbinary):
    assert settled.is_dir()
    capfdbinary.readouterr()
    assert ran("verdeel", "--halfjaar", "2027-1") == 0
    out, err = (part.decode() for part in capfdbinary.readouterr())
    rows = list(csv.DictReader(StringIO(out)))
    assert len(rows) == 342
    assert sum(int(row["taakstelling"]) for row in rows) == 14000
    assert "1 januari 2026" in err
    assert "levering 1, inwoners.csv (sha256 " in err


def test_the_list_and_a_file_to_keep(settled, capfdbinary):
    capfdbinary.readouterr()
    assert ran("levering", "lijst") == 0
    rows = list(csv.DictReader(StringIO(capfdbinary.readouterr().out.decode())))
    assert [row["nummer"] for row in rows] == ["M1", "M2", "M3", "M4", "M5", "M6", "1", "2"]
    assert {row["door"] for row in rows[:6]} == {"meegeleverd"}
    assert [(row["tabel"], row["status"], row["vastgesteld_door"]) for row in rows[6:]] == [
        ("inwoners", "vastgesteld", "Els"),
        ("landelijk", "vastgesteld", "Els"),
    ]
    kept = settled / "inwoners.parquet"
    assert ran("levering", "bewaar", "1", "--uit", kept) == 0
    table = pd.read_parquet(BytesIO(kept.read_bytes()))
    assert (len(table), table["jaar"].unique().tolist()) == (342, [2026])
    assert ran("levering", "bewaar", "1", "--uit", settled / "origineel.txt") == 0
    assert (settled / "origineel.txt").read_bytes() == (settled / "inwoners.csv").read_bytes()


def test_what_must_be_confirmed_is_asked(settled, capfd):
    text = (settled / "landelijk.csv").read_text(encoding="utf-8").replace("14000", "15000")
    other = settled / "anders.csv"
    other.write_text(text, encoding="utf-8")
    assert ran("levering", "inlezen", other, "--wie", "Jan") == 2
    assert "Voor 2027-1 is al 14.000 bekend; deze levering zegt 15.000" in capfd.readouterr().err
    assert ran("levering", "inlezen", other, "--wie", "Jan", "--bevestig") == 0
    assert ran("levering", "vaststellen", "3", "--wie", "Els") == 0
    assert ran("verdeel", "--halfjaar", "2027-1") == 0
    assert "L3." in capfd.readouterr().err


def test_a_list_without_deliveries_says_so(files, capfd):
    assert files.is_dir()
    assert ran("levering", "lijst") == 0
    assert "nog geen eigen leveringen" in capfd.readouterr().err
