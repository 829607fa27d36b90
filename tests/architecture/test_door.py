"""``ARCHITECTURE.md`` against the tree: its packages exist, none is missing, its examples run."""

import re
import subprocess
import sys
from fractions import Fraction
from pathlib import Path

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from optimiser.indicators import MATEN
from optimiser.lp.constraints import GROUP_BLOCKS
from optimiser.lp.solve import solve_lp
from optimiser.problem import ModelInput
from optimiser.verdeelsleutels import REGISTER, shares

PACKAGE = Path(__file__).parents[2] / "optimiser"
TEXT = (PACKAGE / "ARCHITECTURE.md").read_text(encoding="utf-8")
EXAMPLES = dict(re.findall(r"^### A (.+?)\n.*?```python\n(.*?)```", TEXT, re.DOTALL | re.MULTILINE))


def run(kind):
    names = {}
    exec(EXAMPLES[kind], names)
    return names


def test_every_package_stands_on_a_floor_and_none_is_made_up():
    table = TEXT.partition("## Floors")[2].partition("At the root")[0]
    named = {
        name
        for line in table.splitlines()
        if re.match(r"\| \d", line)
        for name in re.findall(r"`(\w+)`", line.split("|")[2])
    }
    there = {path.parent.name for path in PACKAGE.glob("*/__init__.py")}
    assert named == there


def test_every_file_it_names_exists():
    named = re.findall(r"`((?:\w+/)+\w*(?:\.\w+)?)`", TEXT)
    missing = [
        name
        for name in named
        if not (PACKAGE / name).exists() and not (PACKAGE.parent / name).exists()
    ]
    assert len(named) > 20
    assert missing == []


def test_the_examples_are_five_and_short():
    assert set(EXAMPLES) == {"key", "measure", "constraint block", "page", "slide"}
    assert all(len(code.strip().splitlines()) <= 15 for code in EXAMPLES.values())


#: Loads a package with one folder more, as if the file in it were one of the package's own.
WITH_A_FILE = """
import importlib.util, sys
name, folder, register = sys.argv[1:]
spec = importlib.util.find_spec(name)
spec.submodule_search_locations.append(folder)
sys.modules[name] = package = importlib.util.module_from_spec(spec)
spec.loader.exec_module(package)
print(*getattr(package, register))
"""


@pytest.mark.parametrize(
    ("kind", "package", "register", "naam"),
    [
        ("key", "optimiser.verdeelsleutels", "REGISTER", "leegstand"),
        ("measure", "optimiser.indicators", "MATEN", "zonder_wijziging"),
    ],
)
def test_an_example_in_a_file_of_its_own_is_registered(kind, package, register, naam, tmp_path):
    (tmp_path / "voorbeeld.py").write_text(EXAMPLES[kind], encoding="utf-8")
    line = [sys.executable, "-c", WITH_A_FILE, package, str(tmp_path), register]
    told = subprocess.run(line, capture_output=True, text=True, check=True, cwd=PACKAGE.parent)
    assert naam == told.stdout.split()[-1]


def test_the_example_of_a_key():
    run("key")
    try:
        table = pd.DataFrame({"woningvoorraad": [100, 300], "pct_leegstand": [3, 1]}, ["a", "b"])
        assert shares("leegstand", table).tolist() == [Fraction(1, 2)] * 2
    finally:
        del REGISTER["leegstand"]


def test_the_example_of_a_measure():
    run("measure")
    try:
        picture = type("Picture", (), {"personen": pd.Series([1, 2]), "tegen": pd.Series([1, 3])})
        assert MATEN["zonder_wijziging"].meet(picture) == 1
    finally:
        del MATEN["zonder_wijziging"]


def test_the_example_of_a_constraint_block(monkeypatch):
    block = run("constraint block")["samen_hooguit"]
    one = (Fraction(8), Fraction(6), Fraction(6))
    data = ModelInput(("GM0001", "GM0002", "GM0003"), (8, 6, 6), one, one, (), (), 20)
    assert [row.upper for row in block(data)] == [10]
    assert solve_lp(data).x == (8, 6, 6)
    monkeypatch.setattr("optimiser.lp.build.GROUP_BLOCKS", (*GROUP_BLOCKS, block))
    assert sum(solve_lp(data).x[:2]) == 10


def test_the_example_of_a_page():
    app = AppTest.from_string(f"{EXAMPLES['page']}\nshow()", default_timeout=60).run()
    assert not app.exception
    assert "13.000" in app.markdown[0].value


def test_the_example_of_a_slide():
    pytest.importorskip("pptx")
    slide = run("slide")["voorbeeld"](None)
    assert slide.titel.startswith("Bij 10 %")
