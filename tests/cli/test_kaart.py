"""``taakstelling kaart`` makes what the page shows: the line of the page gives the same file."""

import shlex
from dataclasses import replace

import pyogrio
import pytest
from typer.testing import CliRunner

from optimiser.cli.main import app, execute
from optimiser.compare.keuze import parse_keuze
from optimiser.io.gegevens import read_embedded
from optimiser.io.gemeentegrenzen.embedded import read_gemeentegrenzen
from optimiser.io.reading.eigen_cijfers import read_columns
from optimiser.io.scenario_toml import scenario_to_toml
from optimiser.maps import render
from optimiser.report.kaart.content import Kaartvraag, gather_map
from optimiser.report.kaart.makeup import Opmaak, drawing, entitled_layer
from optimiser.scenario.beperkingen import Grenzen, Uitruil
from optimiser.scenario.scenario import Scenario
from optimiser.ui.lrt.command import map_command

NU = Scenario(naam="proef", titel="Proef", bron="rekenvoorbeeld", halfjaar="2025-2")
INWONERS = Kaartvraag(NU, parse_keuze("inwoners"))
AREAS = {"Gooi": ("GM0402", "GM0406"), "Amstelland": ("GM0363", "GM0362")}
OWN = NU.adjusted(uitruil=Uitruil(binnen="eigen", regios=AREAS))
UITRUIL = NU.adjusted(grenzen=Grenzen(bodem="0.5"))

MAPS = {
    "as it comes": (INWONERS, Opmaak(formaat="dia")),
    "everything of the user": (
        replace(INWONERS, meting="per_1000"),
        Opmaak(
            "kaart", "druk", (0.5, 0.75, 1.25), "kwantielen", "corop", 4, ("GM0363", "GM0518"),
            "dia", "Onze 'kaart' $x$; --uit <b>", "-opgave regio",
        ),
    ),
    "a difference with breaks above zero": (
        replace(INWONERS, tegen=parse_keuze("woningvoorraad")),
        Opmaak(klassen=(1.0, 5.0, 20.0), namen=8),
    ),
    "a difference with one break": (
        replace(INWONERS, tegen=parse_keuze("gemengd:inwoners=60+huishoudens=40")),
        Opmaak(klassen=(2.0,), uitgelicht=("GM0599",), titel="Eén grens"),
    ),
    "own areas": (
        replace(INWONERS, scenario=OWN), Opmaak(regio="eigen", weergave="tegel", klassen=(12.0,)),
    ),
    "an exchange": (
        replace(INWONERS, scenario=UITRUIL, meting="uitruil"),
        Opmaak(methode="gelijk", klassen=5, bronregel="bestuurlijk overleg"),
    ),
    "a column": (replace(INWONERS, meting="kolom:huishoudens"), Opmaak(methode="natuurlijk")),
}  # fmt: skip


@pytest.fixture
def typed(tmp_path, monkeypatch):
    """Type the line of the page, with the scenario saved beside it; return what came out."""
    monkeypatch.chdir(tmp_path)

    def run(vraag, opmaak, ending, cijfers=None):
        scenario = vraag.scenario
        (tmp_path / f"{scenario.naam}.toml").write_text(scenario_to_toml(scenario), "utf-8")
        words = shlex.split(map_command(vraag, opmaak, cijfers))
        assert words.pop(0) == "taakstelling"
        words[words.index("kaart.png")] = f"kaart.{ending}"
        told = CliRunner().invoke(app, words, catch_exceptions=False)
        assert told.exit_code == 0, told.output
        return (tmp_path / f"kaart.{ending}").read_bytes()

    return run


@pytest.mark.parametrize("name", MAPS)
def test_the_line_of_the_page_draws_the_same_picture(name, typed):
    vraag, opmaak = MAPS[name]
    figures = read_embedded()
    shown = render(drawing(gather_map(vraag, figures), opmaak, figures), "svg")
    assert typed(vraag, opmaak, "svg") == shown


def test_the_line_of_the_page_makes_the_same_layer(typed, tmp_path):
    vraag, opmaak = MAPS["everything of the user"]
    figures = read_embedded()
    shown = entitled_layer(gather_map(vraag, figures), opmaak, read_gemeentegrenzen(), figures)
    (tmp_path / "page.gpkg").write_bytes(shown)
    (tmp_path / "line.gpkg").write_bytes(typed(vraag, opmaak, "gpkg"))
    for layer in ("kaart", "verantwoording"):
        page, line = (
            pyogrio.read_dataframe(tmp_path / name, layer=layer)
            for name in ("page.gpkg", "line.gpkg")
        )
        assert line.equals(page)
        assert len(line) > 0


def test_a_column_of_the_user_makes_areas_in_the_picture_and_by_the_line(typed, tmp_path):
    codes = read_embedded().figures(2025).tabel.index
    lines = [f"{code};{1 + number // 100}" for number, code in enumerate(codes)]
    name = "mijn cijfers.csv"
    (tmp_path / name).write_text("\n".join(["gm_code;regionr", *lines]), "utf-8")
    columns = read_columns((tmp_path / name).read_bytes(), name)
    figures = read_embedded().with_columns(columns, name)
    opmaak = Opmaak(regio="kolom:regionr")
    shown = render(drawing(gather_map(INWONERS, figures), opmaak, figures), "svg")
    assert typed(INWONERS, opmaak, "svg", name) == shown
    assert shown != typed(INWONERS, Opmaak(), "svg", name)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--klassen", "10; vijf"], "'vijf' is geen getal"),
        (["--klassen", "25; 10"], "10 staat na 25"),
        (["--klassen", ";"], "geen rij grenzen"),
        (["--klassen", "-5", "--tegen", "woningvoorraad"], "2 tot en met 11"),
        (["--klassen", "0; 5", "--tegen", "woningvoorraad"], "symmetrisch rond nul"),
        (["--formaat", "A4"], "bekend zijn blad, dia"),
        (["--regio", "eigen"], "heeft geen eigen gebieden"),
        (["--regio", "kolom:inwoners"], "meer dan 100 verschillende getallen"),
        (["--regio", "kolom:weg"], "die kolom is er niet"),
        (["--regio", "gewest"], "provincie, veiligheidsregio"),
        (["--uitgelicht", "Edee"], "Edee"),
    ],
)
def test_looks_that_cannot_be_used_are_refused_in_dutch(
    arguments, told, capsys, monkeypatch, tmp_path
):
    monkeypatch.chdir(tmp_path)
    assert execute(["kaart", "wettelijk", "--uit", "a.png", *arguments]) == 2
    assert told in " ".join(capsys.readouterr().err.split())
    assert list(tmp_path.iterdir()) == []


def test_a_chosen_code_that_is_not_on_the_map_is_told(tmp_path, capsys):
    out = tmp_path / "kaart.svg"
    assert (
        execute(["kaart", "wettelijk", "--uitgelicht", "gm0363,den haag,GM9999", "--uit", str(out)])
        == 0
    )
    assert "niet op de kaart: GM9999" in capsys.readouterr().err
    assert "Omlijnd: Amsterdam, 's-Gravenhage." in out.read_text("utf-8")


@pytest.mark.parametrize(
    ("asked", "told"),
    [(("--klassen", "4"), True), (("--klassen", "4", "--meting", "per_1000"), False), ((), False)],
)
def test_a_number_of_classes_that_circles_do_not_have_is_told(asked, told, tmp_path, capsys):
    arguments = ["kaart", "--halfjaar", "2025-2", "--uit", str(tmp_path / "kaart.png"), *asked]
    assert execute(arguments) == 0
    assert ("staan als cirkels" in capsys.readouterr().err) is told


def test_counts_are_circles_and_the_statutory_rate_is_one_colour(tmp_path):
    def drawn(*asked):
        out = tmp_path / "kaart.svg"
        assert execute(["kaart", "--halfjaar", "2025-2", "--uit", str(out), *asked]) == 0
        return out.read_text("utf-8")

    assert "het oppervlak is het aantal" in drawn()
    assert "overal 0,72; de verschillen zijn afronding" in drawn("--meting", "per_1000")
