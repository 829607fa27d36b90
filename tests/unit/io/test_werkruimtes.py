"""``werkruimtes.toml`` and the settings beside it: a fault anywhere and nobody is let in."""

import pytest

from optimiser.errors import UnreadableFileError
from optimiser.io.sharing import settings
from optimiser.io.sharing.settings import read_shared
from optimiser.io.sharing.werkruimtes import read_werkruimtes, werkruimtes_from
from optimiser.teksten import melding_for
from optimiser.zicht.errors import InvalidWerkruimtesError, SharedSettingsError
from optimiser.zicht.shared import LoginVia, Shared

ZEELAND = """[[werkruimte]]
id = "zeeland"
groep = "tst-zeeland"
gebied = "PV29"
rol = "analist"
"""
REGIO = """[[werkruimte]]
id = "regio"
groep = "tst-regio"
gebied = ["GM0664", "GM0748"]
rol = "vaststeller"
"""


def test_an_area_is_a_code_or_a_list_of_gemeenten():
    found = werkruimtes_from((ZEELAND + REGIO).encode(), "w.toml")
    assert [one.id for one in found.lines] == ["zeeland", "regio"]
    assert len(found.areas["zeeland"]) == 13
    assert found.areas["regio"] == {"GM0664", "GM0748"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "[[werkruimte]]"),
        ("x = 1\n" + ZEELAND, "niets anders"),
        (ZEELAND.replace("analist", "baas"), "werkruimte 1: rol ('baas')"),
        (ZEELAND.replace("PV29", "PV99"), "zeeland: gebied PV99 is niet bekend"),
        (ZEELAND.replace("PV29", "Zeeland"), "gebied"),
        (REGIO.replace("GM0748", "GM9999"), "regio: gebied GM9999 is niet bekend"),
        (REGIO.replace('"GM0664", "GM0748"', ""), "gebied"),
        (ZEELAND + 'wachtwoord = "x"\n', "wachtwoord"),
        (ZEELAND.replace("tst-zeeland", "a,b"), "groep"),
        (ZEELAND + ZEELAND, "twee keer in"),
        (ZEELAND + ZEELAND.replace("PV29", "NL"), "met een ander gebied"),
    ],
)
def test_a_fault_is_told_and_nobody_comes_in(text, told):
    with pytest.raises(InvalidWerkruimtesError) as caught:
        werkruimtes_from(text.encode(), "w.toml")
    assert told in melding_for(caught.value).tekst


def test_it_is_read_as_it_is_now(tmp_path):
    file = tmp_path / "w.toml"
    file.write_text(ZEELAND, encoding="utf-8")
    assert len(read_werkruimtes(file).lines) == 1
    file.write_text(ZEELAND + REGIO, encoding="utf-8")
    assert len(read_werkruimtes(file).lines) == 2
    file.unlink()
    with pytest.raises(UnreadableFileError):
        read_werkruimtes(file)


@pytest.fixture
def place(tmp_path):
    file = tmp_path / "w.toml"
    file.write_text(ZEELAND, encoding="utf-8")
    return {"TAAKSTELLING_WERKRUIMTES": str(file), "TAAKSTELLING_AANMELDING": "proxy"}


def test_without_settings_it_is_somebodys_own_computer():
    assert read_shared({}) == Shared()


def test_the_secret_is_in_the_environment_or_in_a_file(place, tmp_path):
    file = tmp_path / "geheim"
    file.write_text("s" * 32 + "\n", encoding="utf-8")
    found = read_shared(place | {"TAAKSTELLING_GEHEIM_BESTAND": str(file)})
    assert (found.via, found.secret) == (LoginVia.PROXY, "s" * 32)
    assert read_shared(place | {"TAAKSTELLING_GEHEIM": "t" * 40}).secret == "t" * 40


@pytest.mark.parametrize(
    "more",
    [
        {},
        {"TAAKSTELLING_GEHEIM": "kort"},
        {"TAAKSTELLING_GEHEIM": "é" * 40},
        {"TAAKSTELLING_GEHEIM": "s" * 40, "TAAKSTELLING_GEHEIM_BESTAND": "x"},
        {"TAAKSTELLING_GEHEIM": "s" * 40, "TAAKSTELLING_AANMELDING": "niemand"},
        {"TAAKSTELLING_GEHEIM": "s" * 40, "TAAKSTELLING_AANMELDING": ""},
        {"TAAKSTELLING_GEHEIM": "s" * 40, "TAAKSTELLING_WERKRUIMTES": ""},
    ],
)
def test_half_a_setting_lets_nobody_in(place, more):
    with pytest.raises(SharedSettingsError):
        read_shared(place | more)


def test_openid_connect_without_what_it_needs_is_told(place, monkeypatch):
    monkeypatch.setattr(settings, "find_spec", lambda _name: None)
    with pytest.raises(SharedSettingsError) as caught:
        read_shared(place | {"TAAKSTELLING_AANMELDING": "oidc"})
    assert "[gedeeld]" in melding_for(caught.value).tekst
