"""The components: found from a checkout and from a wheel, safe text, no address in them."""

import re
import shutil
import subprocess
from pathlib import Path

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from optimiser.io.gemeentegrenzen.embedded import kaart_versie
from optimiser.maps import MapStyle
from optimiser.ui.kaart import show_map
from optimiser.ui.widgets.component import FOLDERS, HERE, ahead, files

ASSETS = HERE / FOLDERS["kaart"]
SCRIPTS = (path for folder in FOLDERS.values() for path in (HERE / folder).glob("*.js"))
WRITTEN = sorted(path for path in SCRIPTS if path.name != "geometrie.js")
PAGE = """
import pandas as pd
import streamlit as st
from optimiser.maps import MapStyle
from optimiser.ui.kaart import show_map

chosen = show_map(
    pd.Series({"GM0014": 7}), MapStyle("Opvang", (5.0,)), key="proef", selected=("GM0034",)
)
st.text(",".join(chosen))
"""


def test_a_page_with_a_map_runs_and_returns_what_is_chosen():
    screen = AppTest.from_string(PAGE, default_timeout=30).run()
    assert not screen.exception
    assert screen.text[0].value == "GM0034"


def test_a_page_may_refuse_what_was_picked(monkeypatch):
    held = {}
    monkeypatch.setattr("streamlit.session_state", held)
    monkeypatch.setattr("optimiser.ui.kaart.show.mount", lambda *drawn: drawn[2]())
    held["k"] = {"keuze": {"nr": 1, "codes": ["GM0014", "GM0034"]}}
    values, style = pd.Series({"GM0014": 7}), MapStyle("x", (5.0,))
    show_map(values, style, key="k", multiple=True, on_change=lambda _: ["GM0014"])
    assert held["k_keuze"].chosen == ("GM0014",)
    assert held["k_keuze"].number == 1


def test_outside_a_page_the_choice_is_that_of_the_caller(monkeypatch):
    monkeypatch.setattr("optimiser.ui.kaart.mount.exists", lambda: False)
    monkeypatch.setattr("streamlit.session_state", {})
    values = pd.Series({"GM0014": 7})
    assert show_map(values, MapStyle("x", (5.0,)), key="k", selected=["GM0014"]) == ("GM0014",)


def test_each_component_has_a_script_and_a_style_of_its_name():
    told = {name.split("/", 2)[2] for name in files()}
    assert {f"{name}/{name}.{kind}" for name in FOLDERS for kind in ("js", "css")} <= told


def test_an_address_changes_with_what_it_leads_to(monkeypatch):
    (sums,) = {name.split("/")[1] for name in files()}
    monkeypatch.setattr(Path, "read_bytes", lambda _: b"anders")
    assert {name.split("/")[1] for name in files.__wrapped__()}.isdisjoint({sums})


def test_what_is_fetched_ahead_is_all_that_is_asked_at_once():
    told = {name.split("/", 2)[2] for name in ahead()}
    scripts = {name.split("/", 2)[2]: text.decode() for name, text in files().items()}
    asked, seen = {f"{name}/begin.js" for name in FOLDERS}, set()
    while asked - seen:
        one = (asked - seen).pop()
        seen.add(one)
        name = one.split("/")[0]
        asked |= {f"{name}/{x}" for x in re.findall(r"from '\./([a-z]+\.js)'", scripts[one])}
    assert told == seen | {f"{name}/{name}.css" for name in FOLDERS}


def test_browser_and_program_know_which_geometry_they_talk_about():
    assert f'"versie":"{kaart_versie()}"' in (ASSETS / "geometrie.js").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: path.name)
def test_text_never_becomes_markup_and_nothing_is_fetched(path):
    script = path.read_text(encoding="utf-8")
    assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(", script)
    assert not re.search(r"fetch\(|XMLHttpRequest|WebSocket|sendBeacon", script)
    assert set(re.findall(r"https?://[^'\"]+", script)) <= {"http://www.w3.org/2000/svg"}


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: path.name)
def test_a_script_can_be_read_in_one_sitting(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 200


@pytest.mark.skipif(shutil.which("node") is None, reason="Node is not installed")
def test_shapes_borders_and_the_walk_in_the_browsers_own_code():
    script = Path(__file__).with_name("vormen.test.mjs")
    done = subprocess.run(
        ["node", str(script), ASSETS.as_uri()], capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
