"""Early warning on the command line, with what the province delivered beside it."""

import csv
from io import StringIO

import pytest
from docx import Document

from optimiser.cli.main import execute


@pytest.fixture(autouse=True)
def _nobodys_register(tmp_path, monkeypatch):
    monkeypatch.setenv("TAAKSTELLING_REGISTER", str(tmp_path / "register.sqlite"))


def ran(capfdbinary, *arguments):
    capfdbinary.readouterr()
    assert execute(["sein", *map(str, arguments)]) == 0
    out, err = (part.decode() for part in capfdbinary.readouterr())
    return {row["naam"]: row for row in csv.DictReader(StringIO(out))}, err


def test_provinces_on_1_october_2021(capfdbinary):
    rows, told = ran(capfdbinary, "--bekend-op", "2021-10-01")
    assert next(iter(rows)) == "Fryslân"
    assert "naar rato 366 achter" in rows["Fryslân"]["wat_opvalt"]
    assert "3,40 keer het beste halfjaar: nooit eerder gehaald" in rows["Fryslân"]["wat_opvalt"]
    assert "26 tekens, waarvan er 15 (58\N{NO-BREAK SPACE}%)" in told
    assert "geen kansen" in told


def test_gemeenten_of_a_province_with_ladder_and_coupling(tmp_path, capfdbinary, gegevens):
    codes = gegevens.gemeenten[2025][0].tabel.index
    rows = [f"{code};2025-1;1-4-2025;10;15" for code in codes]
    real = tmp_path / "real.csv"
    real.write_text(
        "\n".join(["gm_code;periode;peildatum;realisatie;gekoppeld", *rows]), encoding="utf-8"
    )
    ladder = tmp_path / "ladder.csv"
    ladder.write_text(
        "gm_code;peildatum;trede;sinds;verschoonbaar;besluit\n"
        "GM0687;2025-07-01;2;2025-02-01;te_weinig_gekoppeld;brief 12\n",
        encoding="utf-8",
    )
    for path in (real, ladder):
        assert execute(["levering", "inlezen", str(path), "--wie", "Jan", "--bevestig"]) == 0
    assert execute(["levering", "vaststellen", "1", "2", "--wie", "Els"]) == 0
    letter = tmp_path / "brieven.docx"
    found, _ = ran(capfdbinary, "--provincie", "Zeeland", "--halfjaar", "2025-1", "--brief", letter)
    page = Document(str(letter))
    told = "\n".join(paragraph.text for paragraph in page.paragraphs)
    assert sum(p.style.name == "Heading 2" for p in page.paragraphs) == 13 + 1
    assert (
        "trede 2, sinds 2025-02-01; verschoonbaar: te_weinig_gekoppeld; besluit: brief 12" in told
    )
    assert "Over de interventieladder is niets aangeleverd" in told
    assert len(found) == 13
    middelburg = found["Middelburg (Z.)"]
    assert (middelburg["trede"], middelburg["besluit"]) == ("2", "brief 12")
    assert "verschoonbaar (te_weinig_gekoppeld)" in middelburg["wat_opvalt"]
    asked = int(middelburg["saldo"]) + 10
    assert int(middelburg["te_weinig_gekoppeld"]) == asked - 15
    assert found["Vlissingen"]["trede"] == ""


def test_a_province_that_is_none(capfd):
    assert execute(["sein", "--provincie", "Twente"]) == 2
    assert "geen provincie" in capfd.readouterr().err
