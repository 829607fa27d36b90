"""The import contracts bite: what is forbidden is planted in a copy and seen to be refused."""

import ast
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import grimp
import networkx
import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "optimiser"
#: Who may open a file of its own; ``teksten`` and ``ui`` only what is packaged with them.
OPENERS = {"io", "teksten", "ui", "bouw"}
OPENING = {
    "open",
    "read_text",
    "read_bytes",
    "write_text",
    "read_csv",
    "read_excel",
    "read_parquet",
}


def lint(folder):
    return subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command as c; c()"],
        cwd=folder, env=os.environ | {"PYTHONPATH": str(folder)},
        capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip


@pytest.fixture(scope="module")
def copy(tmp_path_factory):
    folder = tmp_path_factory.mktemp("huis")
    ignore = shutil.ignore_patterns("*.js", "*.css", "__pycache__", "*.png")
    shutil.copytree(PACKAGE, folder / "optimiser", ignore=ignore)
    shutil.copy(ROOT / "pyproject.toml", folder)
    return folder


def test_forbidden_imports_that_are_planted_are_refused(copy):
    planted = {
        "solve/optimise.py": "import pulp",
        "gegevens/indeling.py": "import matplotlib",
        "engine/order.py": "from optimiser.lp import solve_lp",
        "solve/apply_repair.py": "import streamlit",
        "report/antwoord/summary.py": "import typer",
        "gegevens/gegevens.py": "import pandera",
        "lp/build.py": "from optimiser.scenario.scenario import Scenario",
    }
    for name, line in planted.items():
        path = copy / "optimiser" / name
        path.write_text(f"{path.read_text(encoding='utf-8')}\n{line}\n", encoding="utf-8")
    told = lint(copy).stdout
    for name, line in planted.items():
        module = "optimiser." + name.removesuffix(".py").replace("/", ".")
        assert re.search(rf"-\s+{module} -> {line.split()[1]}", told), name


def test_a_package_that_stands_on_no_floor_is_refused(copy):
    stray = copy / "optimiser" / "los"
    stray.mkdir()
    (stray / "__init__.py").write_text('"""Stray."""\n', encoding="utf-8")
    try:
        done = lint(copy)
    finally:
        shutil.rmtree(stray)
    assert done.returncode != 0
    assert "los" in done.stdout


def test_no_module_imports_itself_through_others():
    graph = grimp.build_graph("optimiser", exclude_type_checking_imports=False, cache_dir=None)
    arrows = networkx.DiGraph()
    for module in graph.modules:
        arrows.add_edges_from((module, m) for m in graph.find_modules_directly_imported_by(module))
    circles = [sorted(c) for c in networkx.strongly_connected_components(arrows) if len(c) > 1]
    assert circles == []


def opened(text):
    """Return the lines of a module on which it opens a file."""
    return [
        node.lineno
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Call)
        and (
            (isinstance(node.func, ast.Name) and node.func.id == "open")
            or (isinstance(node.func, ast.Attribute) and _opens(node.func))
        )
    ]


def _opens(call):
    owner = call.value.id if isinstance(call.value, ast.Name) else ""
    return call.attr in OPENING - {"open"} or (call.attr == "open" and owner in {"io", "codecs"})


def test_files_are_opened_in_io_only():
    found = {
        path.relative_to(PACKAGE).as_posix(): lines
        for path in PACKAGE.rglob("*.py")
        if path.relative_to(PACKAGE).parts[0] not in OPENERS
        and (lines := opened(path.read_text(encoding="utf-8")))
    }
    assert found == {}


@pytest.mark.parametrize(
    "line", ["open('a')", "Path('a').read_text()", "pd.read_csv('a')", "io.open('a')"]
)
def test_opening_a_file_is_seen(line):
    assert opened(line) == [1]
