"""Optimising from the command line: files that can be checked, Dutch that can be read."""

import csv
import json
from zipfile import ZipFile

import pyogrio
import pytest
from openpyxl import load_workbook

from optimiser import Scenario, read_gegevens
from optimiser.cli.main import execute
from optimiser.io.scenario_file import OwnFigures, to_scenario_file


def test_a_ready_scenario_writes_what_it_promises(tmp_path, capfdbinary):
    assert execute(["optimaliseer", "plafond-12", "--uit", str(tmp_path)]) == 0
    told = capfdbinary.readouterr().out.decode()
    assert "Haalbaar en sluitend: 13.000 personen geplaatst." in told
    assert "Aanname: mutatiegraad 7\N{NO-BREAK SPACE}% per jaar, 2 personen per woning." in told
    with (tmp_path / "verdeling.csv").open(encoding="utf-8-sig") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    assert sum(int(row["taakstelling"]) for row in rows) == 13_000
    document = json.loads((tmp_path / "resultaat.json").read_text(encoding="utf-8"))
    assert document["status"] == "optimaal"
    assert {row["gm_code"]: row["taakstelling"] for row in document["gemeenten"]} == {
        row["gm_code"]: int(row["taakstelling"]) for row in rows
    }
    assert execute(["controleer", str(tmp_path / "resultaat.json")]) == 0


def test_what_cannot_close_is_an_answer_marked_as_such(tmp_path, capfdbinary):
    assert execute(["optimaliseer", "plafond-10", "--uit", str(tmp_path)]) == 3
    told = capfdbinary.readouterr().out.decode()
    assert "Het past niet: 44 personen hebben geen plaats, in 6 gebieden." in told
    ways = [line for line in told.splitlines() if line.startswith("- ")]
    # What the law allows today first, near before far; then places, then a choice of policy.
    first = [" ".join(line.split()[1:6]) for line in ways]
    assert first == [
        "Sta uitruil toe binnen de",
        "Laat deze buren samen uitruilen.",
        "Sta uitruil toe binnen heel",
        "Voeg samen 44 extra plaatsen",
        "Verhoog de grenzen van gemeenten",
    ]
    # Neighbours: not the Achterhoek with Gorinchem, not Zeeland with Noord-Limburg.
    assert "Achterhoek met arbeidsmarktregio Stedendriehoek" in ways[1]
    assert "Zeeland met arbeidsmarktregio West-Brabant" in ways[1]
    assert "(GM" not in told.split("Wet:")[0]
    document = json.loads((tmp_path / "resultaat.json").read_text(encoding="utf-8"))
    assert document["status"] == "niet haalbaar"
    assert "44 personen hebben geen plaats" in document["waarschuwing"]
    assert execute(["controleer", str(tmp_path / "resultaat.json")]) == 0
    assert "GEEN OPLOSSING" in capfdbinary.readouterr().out.decode()


def test_no_file_of_what_cannot_close_looks_like_an_answer(tmp_path):
    assert execute(["optimaliseer", "plafond-10", "--uit", str(tmp_path)]) == 3
    with (tmp_path / "verdeling.csv").open(encoding="utf-8-sig") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    for row in rows:
        assert row["status"].startswith("GEEN OPLOSSING. Het past niet: 44 personen")
        assert "tekort 14" in row["status"]
        assert "Wat zou helpen: Sta uitruil toe" in row["status"]
    told = (tmp_path / "verdeling.herkomst.txt").read_text(encoding="utf-8")
    assert "GEEN OPLOSSING" in told
    book = load_workbook(tmp_path / "verdeling.xlsx")
    for sheet in book.worksheets:
        cells = [str(c.value) for row in sheet.iter_rows() for c in row if c.value is not None]
        assert any("GEEN OPLOSSING" in text for text in (sheet.title, *cells)), sheet.title
    assert "GEEN OPLOSSING" in book.sheetnames


def words_of(path):
    """Every text in a file, per part of it."""
    if path.suffix in {".pptx", ".xlsx"}:
        with ZipFile(path) as parts:
            return {n: parts.read(n).decode("utf-8", "replace") for n in parts.namelist()}
    if path.suffix == ".gpkg":
        layers = [str(name) for name, _ in pyogrio.list_layers(path)]
        rows = {n: pyogrio.read_dataframe(path, layer=n, read_geometry=False) for n in layers}
        return {n: table.to_csv(index=False) for n, table in rows.items()}
    return {"": path.read_bytes().decode("utf-8", "replace")}


@pytest.mark.parametrize(
    ("command", "name", "parts"),
    [
        (("kaart", "SCENARIO", "--titel", "Mijn titel"), "kaart.svg", {""}),
        (("kaart", "SCENARIO"), "kaart.pptx", {"ppt/slides/slide1.xml"}),
        (("kaart", "SCENARIO"), "kaart.gpkg", {"kaart", "verantwoording"}),
        (("lrt", "SCENARIO"), "kit.pptx", {f"ppt/slides/slide{n}.xml" for n in range(1, 12)}),
        (("lrt", "SCENARIO"), "kit.xlsx", {"xl/sharedStrings.xml", "xl/workbook.xml"}),
        (("lrt", "SCENARIO"), "kit.gpkg", {"gemeenten", "provincies", "verantwoording"}),
        (("verschil", "SCENARIO", "wettelijk"), "verschil.csv", {""}),
        (("verschil", "wettelijk", "SCENARIO"), "verschil.xlsx", {"xl/sharedStrings.xml"}),
    ],
)
def test_every_command_marks_what_cannot_close(tmp_path, capsys, command, name, parts):
    scenario, path = tmp_path / "strijdig.toml", tmp_path / name
    scenario.write_text(
        'titel = "Vast en toch hooguit"\nbron = "proef"\nhalfjaar = "2025-2"\n'
        '[uitruil]\nbinnen = "provincie"\n[gemeenten.GM0014]\nvast = true\nkan = 100\n'
    )
    wanted = [str(scenario) if word == "SCENARIO" else word for word in command]
    assert execute([*wanted, "--uit", str(path)]) == 3
    told = " ".join(capsys.readouterr().err.split())
    assert "hoogstens 100: tekort 75" in told
    assert "Wat zou helpen: Voeg samen 75 extra plaatsen toe: Groningen +75." in told
    words = words_of(path)
    unmarked = {part for part in parts if "GEEN OPLOSSING" not in words[part]}
    assert not unmarked
    everything = " ".join(words.values())
    assert "hoogstens 100" in everything
    assert "75 extra plaatsen" in everything


def test_a_line_of_possibilities_of_what_cannot_close_has_the_same_exit_code():
    assert execute(["grens", "plafond-10"]) == 3


@pytest.mark.parametrize("command", ["optimaliseer", "grens", "kaart", "lrt", "verschil"])
def test_the_exit_codes_stand_in_the_help(command, capsys):
    assert execute([command, "--help"]) == 0
    told = " ".join(capsys.readouterr().out.split())
    assert "3: het scenario kan niet sluiten" in told


def test_an_answer_carries_no_mark(tmp_path):
    assert execute(["optimaliseer", "plafond-12", "--uit", str(tmp_path)]) == 0
    assert "GEEN OPLOSSING" not in (tmp_path / "verdeling.csv").read_text(encoding="utf-8")


def test_prices_are_told_in_dutch(capfdbinary):
    assert execute(["optimaliseer", "twee-vast", "--prijzen"]) == 0
    told = capfdbinary.readouterr().out.decode()
    assert "één meer" in told
    assert "Wat de vaste som van een gebied kost" in told


def test_the_frontier_falls_and_has_a_chart(tmp_path, capfdbinary):
    assert execute(["grens", "plafond-12"]) == 0
    lines = capfdbinary.readouterr().out.decode().splitlines()
    values = [float(line.split(",")[1]) for line in lines[1:]]
    assert lines[0] == "verplaatst,afwijking"
    assert values == sorted(values, reverse=True)
    assert execute(["grens", "plafond-12", "--uit", str(tmp_path)]) == 0
    assert (tmp_path / "grens.png").read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["optimaliseer", "bestaat-niet"], "meegeleverd scenario"),
        (["optimaliseer", "weg.toml"], "weg.toml"),
        (["optimaliseer", "plafond-12", "--solver", "gurobi"], "gurobi"),
    ],
)
def test_wrong_input_is_told_in_dutch(arguments, reason, capfd):
    assert execute(arguments) == 2
    assert reason in capfd.readouterr().err


def test_a_file_that_the_app_saved_with_own_figures_gives_the_same_on_the_command_line(
    tmp_path, capfdbinary
):
    figures = read_gegevens()
    codes = figures.figures(2024).tabel.index
    rows = "".join(f"{code};400\n" for code in codes)
    scenario = Scenario(
        halfjaar="2025-2",
        naam="eigen",
        capaciteit={"kan_kolom": "ruimte"},
        uitruil={"binnen": "land"},
    )
    made = to_scenario_file(scenario, OwnFigures("ruimte.csv", f"gm_code;ruimte\n{rows}"))
    path = tmp_path / "eigen.toml"
    path.write_bytes(made)
    assert execute(["optimaliseer", str(path), "--uit", str(tmp_path)]) == 0
    assert "Eigen cijfers uit eigen.toml: ruimte.csv." in capfdbinary.readouterr().err.decode()
    with (tmp_path / "verdeling.csv").open(encoding="utf-8-sig") as file:
        rows = csv.DictReader(file, delimiter=";")
        assert max(int(row["taakstelling"]) for row in rows) == 400
    assert execute(["optimaliseer", str(path), "--cijfers", str(path)]) == 2
