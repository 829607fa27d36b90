"""Own households and dwellings on the command line."""

import pytest

from optimiser.cli.main import execute

HEAD = "halfjaar,coa_regio,personen,wacht_op_nareis,huishoudens\n"
HOMES = "halfjaar,gm_code,klasse,soort,aantal,zekerheid\n"


@pytest.fixture
def files(tmp_path):
    """Return ten single persons in Noord, and four dwellings for them in Assen."""
    households, homes = tmp_path / "h.csv", tmp_path / "w.csv"
    households.write_text(f"{HEAD}2025-2,Noord,1,ja,10\n", encoding="utf-8")
    homes.write_text(
        f"{HOMES}2025-2,Assen,1k,permanent,4,vrij\n2025-2,Assen,2k,permanent,9,verwacht\n",
        encoding="utf-8",
    )
    return ["--huishoudens", str(households), "--woningen", str(homes)]


def test_past_reads_both_files(files, capsys):
    assert execute(["koppel", "past", "--halfjaar", "2025-2", *files]) == 3
    said = capsys.readouterr()
    assert "10 huishoudens (10 personen), woningen: 4." in said.out
    assert "Voor 10 alleenstaanden zijn er 4 passende woningen (1k, 2k): 6 tekort." in said.out
    assert "taakstelling is 13.000: 12.990 nog te koppelen" in said.out
    assert "10 huishoudens daarvan wachten op nareizigers" in said.err
    assert "vrijkomende corporatiewoningen" not in said.err  # nothing of it was assumed


def test_households_by_coa_region_say_nothing_about_a_province(files, capsys):
    asked = ["koppel", "past", "--halfjaar", "2025-2", "--gebied", "provincie"]
    assert execute([*asked, *files]) == 2
    assert "kies --gebied land of coa_regio" in capsys.readouterr().err


def test_a_column_about_persons_is_refused(tmp_path, capsys):
    path = tmp_path / "h.csv"
    path.write_text(f"{HEAD.strip()},Nationaliteit\n2025-2,Noord,1,ja,10,x\n", encoding="utf-8")
    assert execute(["koppel", "past", "--halfjaar", "2025-2", "--huishoudens", str(path)]) == 2
    assert "deze kolom is een persoonsgegeven: verwijder hem" in capsys.readouterr().err


def test_a_plan_needs_files(capsys):
    asked = ["koppel", "plan", "--halfjaar", "2025-2", "--huishoudens", "1=3"]
    assert execute(asked) == 2
    assert "'--huishoudens 1=3' is geen bestand" in capsys.readouterr().err


@pytest.fixture
def asked(tmp_path):
    """Return a file on a ready scenario, with a fixing by the name of the gemeente."""
    path = tmp_path / "koppelen.toml"
    path.write_text(
        'basis = "plafond-12"\n[koppelen]\nstappen = ["iedereen_een_plek"]\n'
        '[[koppelen.vast]]\ngemeente = "Goes"\npersonen = 5\nklasse = "4k"\naantal = 1\n'
        'reden = "afgesproken 12-9"\n',
        encoding="utf-8",
    )
    return path


def test_a_file_on_plafond_12_is_planned_with_labelled_assumptions(asked, tmp_path, capsys):
    out = tmp_path / "plan.csv"
    command = ["koppel", "plan", str(asked), "--regio", "Zuidwest", "--uit", str(out)]
    assert execute(command) == 0
    said = capsys.readouterr()
    assert "Zuidwest: 3.057 personen gekoppeld, taakstelling 3.057." in said.out
    assert "12 % van de vrijkomende corporatiewoningen" in said.err.replace(
        "\N{NO-BREAK SPACE}", " "
    )
    rows = out.read_text(encoding="utf-8-sig").splitlines()
    (fixed,) = [row for row in rows if row.startswith("GM0664;Goes;5;4k;")]
    assert fixed.startswith("GM0664;Goes;5;4k;1;0;5;")
    assert "afgesproken 12-9" in fixed


@pytest.mark.parametrize(
    ("more", "told"),
    [
        (["--halfjaar", "2025-2"], "staan in het bestand: laat die opties weg"),
        (["--saldo", "saldo.csv"], "geef --saldo alleen bij meenemen"),
    ],
)
def test_a_file_and_options_that_contradict_are_refused(asked, more, told, capsys):
    assert execute(["koppel", "plan", str(asked), *more]) == 2
    assert told in capsys.readouterr().err


def test_a_scenario_that_cannot_close_has_no_plan(capsys):
    assert execute(["koppel", "plan", "plafond-10"]) == 2
    assert "dit scenario kan niet sluiten" in capsys.readouterr().err


def test_what_is_owed_is_added_and_told(tmp_path, capsys):
    path = tmp_path / "saldo.csv"
    path.write_text("gm_code;saldo\nGM0664;12\nGM0687;-2\n", encoding="utf-8")
    command = ["koppel", "plan", "--halfjaar", "2025-2", "--regio", "Zuidwest"]
    assert execute([*command, "--saldo", str(path)]) == 0
    said = capsys.readouterr()
    assert "samen +10; gemeenten zonder rij, dus saldo 0: 340" in said.err
    assert "de taakstelling is 3.067: 10 nog te koppelen" in said.out
