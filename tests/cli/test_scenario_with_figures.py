"""A scenario file that carries own figures is accepted by every command that takes a scenario."""

import pytest

from optimiser.cli.main import execute
from optimiser.io.scenario_file import OwnFigures, to_scenario_file
from optimiser.scenario.scenario import Scenario


@pytest.fixture
def carrier(tmp_path, gegevens):
    codes = gegevens.figures(2024).tabel.index
    table = "gm_code;plekken\n" + "".join(f"{code};5\n" for code in codes)
    scenario = Scenario(
        halfjaar="2025-2", naam="drager", sleutel="eigen", sleutel_opties={"kolom": "plekken"}
    )
    path = tmp_path / "Mijn plekken.toml"
    path.write_bytes(to_scenario_file(scenario, OwnFigures("plekken.csv", table)))
    return str(path)


@pytest.mark.parametrize(
    "arguments",
    [
        ["verschil", "{}", "{}"],
        ["verschil", "wettelijk", "{}"],
        ["optimaliseer", "{}"],
        ["kaart", "{}", "--uit", "{map}/kaart.svg"],
        ["uitruil", "zoek", "--halfjaar", "2025-2", "--scenario", "{}", "--gebied", "corop"],
    ],
)
def test_every_command_reads_them(arguments, carrier, tmp_path, capfd):
    given = [word.format(carrier, map=tmp_path) for word in arguments]
    code = execute(given)
    told = capfd.readouterr()
    assert code == 0, told.err
    assert "Eigen cijfers uit Mijn plekken.toml: plekken.csv." in told.err


def test_two_sets_of_figures_are_refused(carrier, tmp_path, capfd):
    own = tmp_path / "eigen.csv"
    own.write_text("gm_code;kan\nGM0014;5\n")
    assert execute(["verschil", "wettelijk", carrier, "--cijfers", str(own)]) == 2
    assert "bevat zelf eigen cijfers: laat --cijfers weg" in capfd.readouterr().err


def test_where_figures_play_no_part_that_is_told(tmp_path, capfd):
    from optimiser.io.scenarios import embedded_scenarios, read_scenario

    years = read_scenario(embedded_scenarios()["glad-2019-2021"])
    path = tmp_path / "glad.toml"
    path.write_bytes(to_scenario_file(years, OwnFigures("x.csv", "gm_code;kan\nGM0014;5\n")))
    assert execute(["gladstrijken", str(path)]) == 0
    assert "doen in deze opdracht niet mee" in capfd.readouterr().err
