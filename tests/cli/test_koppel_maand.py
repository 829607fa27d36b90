"""One month of coupling with files of a user."""

import pytest

from optimiser.cli.main import execute

HEAD = "halfjaar,coa_regio,personen,wacht_op_nareis,huishoudens\n"
HOMES = "halfjaar,gm_code,klasse,soort,aantal,zekerheid\n"


@pytest.fixture
def line(tmp_path):
    """Return a pool of 20 in Noord, eight free dwellings and six announced ones."""
    households, homes = tmp_path / "h.csv", tmp_path / "w.csv"
    households.write_text(f"{HEAD}2025-2,Noord,1,nee,20\n", encoding="utf-8")
    rows = "2025-2,Assen,1k,permanent,8,vrij\n2025-2,Emmen,1k,permanent,6,aangekondigd\n"
    homes.write_text(HOMES + rows, encoding="utf-8")
    files = ["--huishoudens", str(households), "--woningen", str(homes)]
    return ["koppel", "maand", "--halfjaar", "2025-2", "--maand", "2", *files]


def test_the_pool_goes_to_free_and_announced_dwellings(line, capfdbinary, tmp_path):
    uit = tmp_path / "maand.csv"
    assert execute([*line, "--uit", str(uit), "--csv", "en"]) == 0
    out, err = (stream.decode() for stream in capfdbinary.readouterr())
    assert "Noord: 20 huishoudens in de poule (20 personen). Nu een woning: 8;" in out
    assert "op een aangekondigde woning: 6;" in out
    assert "blijft in de poule: 6." in out
    assert "één persoon gehuisvest weegt als 10 personen afwijking" in err
    assert "GM0106,Assen,1,1k,nu,8,8" in uit.read_text(encoding="utf-8")
    assert "GM0114,Emmen,1,1k,aangekondigd,6,6" in uit.read_text(encoding="utf-8")


def test_a_file_without_the_column_is_refused(line, capfdbinary, tmp_path):
    from optimiser.datapunt.current import read_gegevens

    codes = read_gegevens().figures(2024).tabel.index
    wrong = tmp_path / "g.csv"
    wrong.write_text("\n".join(["gm_code;iets", *(f"{c};1" for c in codes)]), encoding="utf-8")
    assert execute([*line, "--gekoppeld", str(wrong)]) == 2
    assert "de kolom 'gekoppeld' ontbreekt" in capfdbinary.readouterr().err.decode()
    wrong.write_text("\n".join(["gm_code;gekoppeld", *(f"{c};1,5" for c in codes)]), "utf-8")
    assert execute([*line, "--gekoppeld", str(wrong)]) == 2
    assert "geen heel getal van 0 of meer" in capfdbinary.readouterr().err.decode()
    right = "\n".join(["gm_code;gekoppeld", *(f"{c};0" for c in codes)])
    wrong.write_text(right, encoding="utf-8")
    assert execute([*line, "--gekoppeld", str(wrong)]) == 0
