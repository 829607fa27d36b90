"""``koppel plan`` of one COA region, as a workbook; what cannot be is refused before any plan."""

from openpyxl import load_workbook

from optimiser.cli.main import execute

PLAN = ("koppel", "plan", "--halfjaar", "2025-2", "--totaal", "1300")


def test_a_region_as_a_workbook_with_what_it_rests_on(tmp_path, capsys):
    path = tmp_path / "plan.xlsx"
    assert execute([*PLAN, "--regio", "noord", "--uit", str(path)]) == 0
    assert "Noord: 133 personen gekoppeld" in capsys.readouterr().out
    book = load_workbook(path)
    assert book.sheetnames == [
        "Koppelplan", "Saldo", "Niet geplaatst", "Verantwoording", "Herkomst",
    ]  # fmt: skip
    assert book["Saldo"]["A1"].value == "gm_code"
    assert book["Saldo"].max_row == 1 + 40 + 1
    # Everybody has a place: a sum of no rows would refer to itself.
    assert book["Niet geplaatst"].max_row == 1
    told = {row[0]: row[1] for row in book["Verantwoording"].iter_rows(values_only=True)}
    assert told["Deel van de vrijkomende corporatiewoningen (%)"] == 12
    assert told["Noord: personen zonder plek"] == 0


def test_an_unknown_region_and_a_wrong_ending_are_refused(tmp_path, capsys):
    assert execute([*PLAN, "--regio", "Rivierenland"]) == 2
    assert "kies uit Midden, Noord, Oost, Zuid, Zuidwest" in capsys.readouterr().err
    assert execute([*PLAN, "--uit", str(tmp_path / "plan.pdf")]) == 2
    told = capsys.readouterr().err
    assert ".csv, .xlsx" in told
    assert "van 5" not in told
