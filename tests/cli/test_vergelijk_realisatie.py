"""Realisatie on the command line: the numbers of the app, and what is missing said so."""

import csv
from io import StringIO

import pytest

from optimiser.cli.main import execute


@pytest.fixture
def cijfers(tmp_path, gegevens):
    """Groningen housed 140 of 175, Almere 170 of 163; of the others nothing is known."""
    newest = gegevens.gemeenten[max(gegevens.gemeenten)][0].tabel
    known = {"GM0014": "140", "GM0034": "170"}
    lines = ["gm_code;Realisatie", *(f"{code};{known.get(code, '')}" for code in newest.index)]
    path = tmp_path / "cijfers.csv"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def asked(path, toon, *more):
    return ["vergelijk", "--halfjaar", "2025-2", "--toon", toon, "--cijfers", str(path), *more]


def rows(text, key):
    return {row[key]: row for row in csv.DictReader(StringIO(text))}


def test_per_gemeente_with_what_is_not_available(cijfers, capfdbinary):
    assert execute(asked(cijfers, "realisatie")) == 0
    out, err = (part.decode() for part in capfdbinary.readouterr())
    table = rows(out, "gm_code")
    assert len(table) == 342
    assert list(table["GM0014"].values()) == [
        "GM0014", "Groningen", "Groningen", "175", "140", "35", "80.0",
    ]  # fmt: skip
    assert table["GM0034"]["verschil"] == "-7"
    assert table["GM0363"]["realisatie"] == "niet beschikbaar"
    # 175 + 163 asked, 140 + 170 housed
    assert "In 2025-2: 310 personen gehuisvest op een taakstelling van 338" in err
    assert "Berekend over 2 van de 342 gemeenten." in err
    assert "eigen bestand cijfers.csv" in err


def test_per_province_and_another_key_changes_nothing(cijfers, capfdbinary):
    more = ("--tegen", "huishoudens", "--sleutels", "woningvoorraad")
    assert execute(asked(cijfers, "realisatie_provincie", *more)) == 0
    table = rows(capfdbinary.readouterr().out.decode(), "provincie")
    assert list(table["Groningen"].values()) == ["Groningen", "10", "1", "175", "140", "35", "80.0"]
    assert table["Utrecht"]["bekend"] == "0"
    assert table["Utrecht"]["taakstelling"] == "niet beschikbaar"


def test_a_person_at_a_terminal_reads_a_table(cijfers, monkeypatch, capfd):
    monkeypatch.setattr("optimiser.cli.printing.is_terminal", lambda: True)
    assert execute(asked(cijfers, "realisatie_provincie")) == 0
    told = capfd.readouterr().out
    assert "+35" in told
    assert "91,7\N{NO-BREAK SPACE}%" in told


def test_a_file_has_the_words_beside_it(cijfers, tmp_path):
    uit = tmp_path / "uit.csv"
    assert execute(asked(cijfers, "realisatie", "--uit", str(uit))) == 0
    assert "GM0014;Groningen;Groningen;175;140;35;80,0" in uit.read_text(encoding="utf-8-sig")
    beside = (tmp_path / "uit.herkomst.txt").read_text(encoding="utf-8")
    assert "verandert de volgende taakstelling niet vanzelf" in beside


def test_without_a_file_it_says_what_to_bring(capfd):
    assert execute(["vergelijk", "--halfjaar", "2025-2", "--toon", "realisatie"]) != 0
    assert "Realisatie is niet beschikbaar" in capfd.readouterr().err
