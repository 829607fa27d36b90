"""What "Toon als commando" says gives the same numbers."""

import io
import re
import shlex
from contextlib import redirect_stdout
from fractions import Fraction

import pandas as pd
import pytest

import optimiser
from optimiser.compare.keuze import parse_keuzes
from optimiser.compare.vraag import Vraag
from optimiser.io.gegevens import read_embedded
from optimiser.scenario.scenario import Scenario
from optimiser.solve.run import solve_scenario
from optimiser.teksten import signed, whole
from optimiser.ui.frame.commands import commands_for
from optimiser.ui.uitruil.sharing import toets_commands
from optimiser.ui.vergelijken.downloads import commands_of
from optimiser.ui.widgets.tables import UNKNOWN, Column, table_model
from optimiser.uitruil.toets.measures import Voorkeur

SCENARIOS = [
    Scenario(halfjaar="2021-1"),
    Scenario(halfjaar="2025-2", sleutel="huishoudens", totaal=5000, afronding="webster"),
    Scenario(
        halfjaar="2025-2",
        sleutel="gemengd",
        sleutel_opties={"gewichten": {"inwoners": "62.5", "woningvoorraad": "37.5"}},
    ),
    Scenario(
        halfjaar="2025-2",
        sleutel="twee_traps",
        sleutel_opties={"eerst": "inwoners", "daarna": "huishoudens", "gebied": "provincie"},
    ),
]


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda s: s.sleutel)
def test_the_command_line_gives_the_same_table(scenario, tmp_path):
    from optimiser.cli.main import execute

    out = tmp_path / "uit.csv"
    program, *arguments = shlex.split(commands_for(scenario).shell)
    assert program == "taakstelling"
    assert execute([*arguments, "--uit", str(out)]) == 0
    expected = solve_scenario(scenario, read_embedded()).gemeenten["taakstelling"]
    assert pd.read_csv(out, sep=";")["taakstelling"].tolist() == expected.tolist()


def test_the_python_lines_print_the_same_table():
    scenario = Scenario(halfjaar="2021-1", uitruil={"binnen": "provincie"}, titel='Ru\'il "x"')
    printed = io.StringIO()
    with redirect_stdout(printed):
        exec(commands_for(scenario).python, {})
    expected = solve_scenario(scenario, read_embedded()).gemeenten
    assert printed.getvalue() == expected[["gemeente", "taakstelling"]].to_string() + "\n"


PUBLIC = re.compile(r"^from optimiser import ([\w, ]+)$")


@pytest.mark.parametrize("cijfers", [None, "eigen.csv"])
def test_the_python_lines_use_public_names_only(cijfers):
    told = [commands_for(scenario, cijfers).python for scenario in SCENARIOS]
    told.append(commands_of(Vraag("2021-1", parse_keuzes("inwoners,huishoudens")), cijfers).python)
    told.append(toets_commands(SCENARIOS[0], Voorkeur.LAST, cijfers, None).python)
    imports = [line for text in told for line in text.splitlines() if "import" in line.split()]
    assert len(imports) == len(told)
    for line in imports:
        assert set(PUBLIC.fullmatch(line)[1].split(", ")) <= set(optimiser.__all__)


def test_the_python_lines_read_the_file_of_a_user(tmp_path, monkeypatch, capsys):
    figures = read_embedded().figures(2024).tabel
    rows = "".join(f"{code};{10 + n}\n" for n, code in enumerate(figures.index))
    (tmp_path / "eigen.csv").write_text(f"gm_code;plekken\n{rows}", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    scenario = Scenario(halfjaar="2025-2", sleutel="eigen", sleutel_opties={"kolom": "plekken"})
    exec(commands_for(scenario, "eigen.csv").python, {})
    own = read_embedded().with_columns(
        pd.DataFrame({"plekken": [str(10 + n) for n in range(len(figures))]}, figures.index), "e"
    )
    expected = solve_scenario(scenario, own).gemeenten[["gemeente", "taakstelling"]]
    assert capsys.readouterr().out == expected.to_string() + "\n"


def test_the_python_lines_test_the_agreements_of_the_page(tmp_path, monkeypatch, capsys):
    (tmp_path / "voorstel.csv").write_text("uitruil;gemeente;verschil\nA;Assen;-5\nA;Emmen;5\n")
    monkeypatch.chdir(tmp_path)
    exec(toets_commands(Scenario(halfjaar="2025-2"), Voorkeur.LAST, None, None).python, {})
    assert capsys.readouterr().out == "A Assen True 50 -5 45\nA Emmen True 79 5 84\n"


def test_a_file_name_of_a_user_is_quoted():
    line = commands_for(Scenario(halfjaar="2021-1"), "mijn cijfers; rm x.csv").shell
    assert shlex.split(line)[-1] == "mijn cijfers; rm x.csv"


def test_a_table_sorts_by_value_and_never_shows_unknown_as_zero():
    table = pd.DataFrame({"n": [Fraction(1, 2), None, 1200]}, dtype=object)
    told = table_model(table, [Column("n", "Verschil", signed)], {"n": 3})
    assert told["values"] == [[0.5], [None], [1200.0]]
    assert told["rows"] == [["+1"], [UNKNOWN], ["+1.200"]]
    assert told["totals"] == ["+3"]
    assert whole(1200) == "1.200"
