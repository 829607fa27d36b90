"""A stored plan is read back and counted again; what was changed in it is seen."""

import pytest

from optimiser.cli.main import execute

HALF = ["--halfjaar", "2025-2", "--regio", "Noord"]
#: Ten single persons and a family of five; four small dwellings in Assen, one 5k in Emmen.
HOUSEHOLDS = """halfjaar,coa_regio,personen,wacht_op_nareis,huishoudens
2025-2,Noord,1,nee,10
2025-2,Noord,5,nee,1
"""
HOMES = """halfjaar,gm_code,klasse,soort,aantal,zekerheid
2025-2,Assen,1k,permanent,4,vrij
2025-2,Emmen,5k,permanent,1,vrij
"""


@pytest.fixture
def files(tmp_path):
    (tmp_path / "h.csv").write_text(HOUSEHOLDS, encoding="utf-8")
    (tmp_path / "w.csv").write_text(HOMES, encoding="utf-8")
    return ["--huishoudens", str(tmp_path / "h.csv"), "--woningen", str(tmp_path / "w.csv")]


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_what_plan_writes_is_read_back(files, tmp_path, capsys, ending):
    out = tmp_path / f"plan.{ending}"
    assert execute(["koppel", "plan", *HALF, *files, "--uit", str(out)]) == 3
    capsys.readouterr()
    assert execute(["koppel", "controleer", str(out), *HALF, *files]) == 0
    told = capsys.readouterr().out
    assert f"plan.{ending}: klopt." in told
    # Six of the ten single persons have no place; nothing can place them.
    assert "Zonder plek: 6 personen (bewezen: minder kan niet)" in told


def stored(tmp_path, *rows):
    path = tmp_path / "plan.csv"
    head = "gm_code;gemeente;personen;klasse;huishoudens;personen_totaal"
    path.write_text("\n".join([head, *rows, ""]), encoding="utf-8")
    return str(path)


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        (["GM0106;Assen;1;1k;5;5"], "meer huishoudens dan woningen: GM0106 1k"),
        (["GM0106;Assen;5;1k;1;5"], "rij 2: een huishouden dat niet in zijn woning past"),
        (["GM0106;Assen;1;1k;4;3"], "rij 2: personen en huishoudens kloppen niet"),
        (["GM0114;Assen;5;5k;1;5"], "rij 2: de naam hoort niet bij deze gemeentecode"),
        (["GM0518;'s-Gravenhage;1;1k;1;1"], "rij 2: een gemeente die er niet is"),
        (["GM0106;Assen;1;1k;4;4"], "personen zonder plek: Noord: 11 tegen 6"),
        ([], "Noord staat niet in het plan"),
    ],
)
def test_a_plan_that_does_not_hold_is_told(files, tmp_path, capsys, rows, told):
    plan = stored(tmp_path, *(rows or ["GM0106;Assen;1;1k;0;0"]))
    assert execute(["koppel", "controleer", plan, *HALF, *files]) == 3
    assert told in capsys.readouterr().out


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        (["GM0106;Assen;1;1k;veel;5"], "Rij 2, kolom huishoudens: 'veel' is geen aantal"),
        (["GM0106;Assen;1;1k;<5;<5"], "rij 2: een aantal onder de 5 is weggelaten"),
        (["GM0106;Assen;1;1k;2;2", "GM0106;Assen;1;1k;2;2"], "staat er twee keer in"),
        (["Assen;Assen;1;1k;2;2"], "'Assen' is geen gemeentecode"),
    ],
)
def test_a_file_that_is_no_plan_is_refused(tmp_path, capsys, rows, told):
    assert execute(["koppel", "controleer", stored(tmp_path, *rows), *HALF]) == 2
    assert told in capsys.readouterr().err


def test_other_columns_are_refused(tmp_path, capsys):
    path = tmp_path / "plan.csv"
    path.write_text("gm_code;naam\nGM0106;Jan\n", encoding="utf-8")
    assert execute(["koppel", "controleer", str(path), *HALF]) == 2
    assert "kolommen ontbreken: personen, klasse" in capsys.readouterr().err


def test_a_fixing_by_hand_survives_a_new_plan_with_its_price(files, tmp_path, capsys):
    first, second = tmp_path / "eerst.csv", tmp_path / "later.csv"
    plan = ["koppel", "plan", *HALF, *files]
    fixed = ["--vast", "Emmen:5:5k=0:woning wordt verbouwd"]
    assert execute([*plan, *fixed, "--uit", str(first)]) == 3
    told = capsys.readouterr()
    assert "Vastgezet in Emmen: 0 huishoudens van 5 personen in 5k" in told.err
    # Noord asks far more than eleven persons, so the family counts twice: no place, and lacking.
    assert "Prijs: 5 personen meer zonder plek, 5 personen meer naast de taakstelling." in told.err
    assert "verbouwd" not in told.out
    assert execute([*plan, "--vorig", str(first), "--uit", str(second)]) == 3
    assert "Vastgezet in Emmen" in capsys.readouterr().err
    assert second.read_bytes() == first.read_bytes()
    assert execute(["koppel", "controleer", str(second), *HALF, *files]) == 0


def test_a_stored_plan_is_explained_and_one_of_another_question_refused(files, tmp_path, capsys):
    plan = stored(tmp_path, "GM0106;Assen;1;1k;4;4", "GM0114;Emmen;5;5k;1;5")
    asked = ["koppel", "waarom", "Assen", "--personen", "1", "--halfjaar", "2025-2"]
    assert execute([*asked, *files, "--plan", plan]) == 0
    told = capsys.readouterr().out
    assert "1. Waarom hier. In Assen koppelt het plan 4 huishoudens van 1 persoon" in told
    assert "Nergens anders in Noord is een woning die past." in told
    assert execute([*asked, "--plan", plan]) == 2
    assert "Het plan hoort niet bij deze vraag" in capsys.readouterr().err


@pytest.mark.parametrize("text", ["Assen", "Assen:1:1k=2", "Assen:1:1k:x", "Assen:x:1k=2:reden"])
def test_a_fixing_that_cannot_be_read_is_refused(text, capsys):
    assert execute(["koppel", "plan", *HALF, "--vast", text]) == 2
    assert "Traceback" not in capsys.readouterr().err


def test_an_impossible_hard_band_from_a_file_names_region_and_size(files, tmp_path, capsys):
    rows = """halfjaar,coa_regio,personen,wacht_op_nareis,band_regio,band_hard,huishoudens
2025-2,Noord,1,nee,Friesland,ja,2
"""
    path = tmp_path / "band.csv"
    path.write_text(rows, encoding="utf-8")
    asked = ["koppel", "plan", *HALF, "--huishoudens", str(path), *files[2:]]
    assert execute(asked) == 2
    assert "Friesland, 1 persoon: 2 te veel" in capsys.readouterr().err


def test_a_fixing_outside_the_region_that_is_planned_is_refused_not_left_out(capsys):
    assert execute(["koppel", "plan", *HALF, "--vast", "Goes:5:4k=1:reden"]) == 2
    assert "hoort niet bij deze vraag" in capsys.readouterr().err


def test_who_follows_a_band_is_in_the_file_and_counted_again(files, tmp_path, capsys):
    # Emmen has the only dwelling for the family, and lies in the region of its band.
    rows = """halfjaar,coa_regio,personen,wacht_op_nareis,band_regio,band_hard,huishoudens
2025-2,Noord,5,nee,Drenthe,nee,1
"""
    path, plan = tmp_path / "band.csv", tmp_path / "plan.csv"
    path.write_text(rows, encoding="utf-8")
    asked = [*HALF, "--huishoudens", str(path), *files[2:]]
    assert execute(["koppel", "plan", *asked, "--uit", str(plan)]) == 0
    text = plan.read_text(encoding="utf-8-sig")
    assert "huishoudens;waarvan_band;personen_totaal" in text
    assert "5;5k;1;1;5" in text
    assert execute(["koppel", "controleer", str(plan), *asked]) == 0
    plan.write_text(text.replace("5;5k;1;1;5", "5;5k;1;0;5"), encoding="utf-8")
    capsys.readouterr()
    assert execute(["koppel", "controleer", str(plan), *asked]) == 3
    assert "waarvan_band is samen 0 tegen 1 die een band kunnen volgen" in capsys.readouterr().out
