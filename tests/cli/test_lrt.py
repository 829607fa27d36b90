"""``taakstelling lrt`` and ``kaart``: files, refusals in Dutch, and no network at all."""

import socket
from io import BytesIO

import pytest
from pptx import Presentation

from optimiser.cli.main import execute

SCENARIO = """
titel = "Proef"
bron = "rekenvoorbeeld"
halfjaar = "2025-2"
[capaciteit]
maximum_aandeel = 0.12
[uitruil]
binnen = "provincie"
"""


@pytest.fixture
def no_network(monkeypatch):
    """Every attempt to reach another machine fails the test."""

    def refuse(*_args, **_kwargs):
        msg = "something tried to use the network"
        raise AssertionError(msg)

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket.socket, "connect_ex", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


@pytest.mark.parametrize("ending", ["pptx", "pdf", "xlsx", "gpkg"])
@pytest.mark.usefixtures("no_network")
def test_a_kit_is_made_without_the_network(ending, tmp_path):
    scenario, out = tmp_path / "proef.toml", tmp_path / f"lrt.{ending}"
    scenario.write_text(SCENARIO, encoding="utf-8")
    assert execute(["lrt", str(scenario), "--sleutels", "huishoudens", "--uit", str(out)]) == 0
    assert out.stat().st_size > 10_000


@pytest.mark.parametrize("ending", ["png", "svg", "pdf", "pptx", "gpkg"])
@pytest.mark.usefixtures("no_network")
def test_a_map_is_drawn_without_the_network(ending, tmp_path):
    out = tmp_path / f"kaart.{ending}"
    asked = ["kaart", "--halfjaar", "2025-2", "--tegen", "inwoners", "--sleutel", "huishoudens"]
    assert execute([*asked, "--regio", "provincie", "--labels", "5", "--uit", str(out)]) == 0
    assert out.stat().st_size > 10_000


def test_a_map_with_tiles_own_classes_and_the_print_theme(tmp_path):
    out = tmp_path / "kaart.png"
    looks = [
        "--weergave",
        "tegel",
        "--klassen",
        "10,20,50",
        "--thema",
        "druk",
        "--labels",
        "GM0363",
    ]
    assert execute(["kaart", "wettelijk", *looks, "--uit", str(out)]) == 0
    assert out.read_bytes().startswith(b"\x89PNG")


def test_a_layer_comes_back_as_own_borders(tmp_path, capsys):
    layer, out = tmp_path / "grenzen.gpkg", tmp_path / "kaart.svg"
    assert execute(["kaart", "--halfjaar", "2025-2", "--uit", str(layer)]) == 0
    assert execute(["kaart", "wettelijk", "--grenzen", str(layer), "--uit", str(out)]) == 0
    assert "Grenzen aangeleverd door de gebruiker" in out.read_text(encoding="utf-8")
    assert "Geschreven" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["lrt", "wettelijk", "--uit", "a.docx"], ".pptx"),
        (["lrt", "wettelijk", "--uit", "a.pdf", "--formaat", "A5"], "papierformaat"),
        (["lrt", "wettelijk", "--uit", "a.xlsx", "--formaat", "A3"], "--formaat hoort bij"),
        (["lrt", "wettelijk", "--uit", "a.pdf", "--sjabloon", "x.pptx"], "--sjabloon hoort bij"),
        (["lrt", "wettelijk", "--uit", "a.pptx", "--sjabloon", "weg.pptx"], "weg.pptx"),
        (["lrt", "wettelijk", "--uit", "a.pptx", "--sleutels", "onzin"], "onzin"),
        (["kaart", "--uit", "a.png"], "Geef een scenario"),
        (["kaart", "wettelijk", "--halfjaar", "2025-2", "--uit", "a.png"], "niet allebei"),
        (["kaart", "wettelijk", "--uit", "a.jpg"], ".png"),
        (["kaart", "wettelijk", "--uit", "a.png", "--klassen", "veel"], "geen aantal"),
        (["kaart", "wettelijk", "--uit", "a.png", "--klassen", "40"], "klassen"),
        (["kaart", "wettelijk", "--uit", "a.png", "--weergave", "bol"], "--weergave bol"),
        (["kaart", "wettelijk", "--uit", "a.png", "--labels", "Edee"], "Edee"),
        (["kaart", "wettelijk", "--uit", "a.png", "--meting", "onzin"], "onzin"),
    ],
)
def test_wrong_input_is_refused_in_dutch(arguments, told, capsys, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    assert execute(arguments) == 2
    assert told in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_an_own_template_is_used_from_the_command_line(tmp_path):
    from optimiser.report.lrt.pages.neutral_template import neutral_template

    own, out = tmp_path / "huisstijl.pptx", tmp_path / "lrt.pptx"
    deck = neutral_template().presentatie
    deck.slide_layouts[1]._element.cSld.set("name", "Huisstijl")
    deck.save(own)
    assert execute(["lrt", "wettelijk", "--sjabloon", str(own), "--uit", str(out)]) == 0
    read = Presentation(BytesIO(out.read_bytes()))
    assert read.slides[1].slide_layout.name == "Huisstijl"
