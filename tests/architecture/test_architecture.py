"""Promises about the whole: texts, names, sizes, layers, the public names."""

import ast
import importlib
import os
import pkgutil
import re
import subprocess
import sys
import tomllib
from collections import Counter
from pathlib import Path

import pytest

import optimiser
from optimiser.errors import OptimiserError
from optimiser.teksten import load_teksten

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "optimiser"
MODULES = sorted(PACKAGE.rglob("*.py"))


def all_subclasses(cls):
    return [sub for child in cls.__subclasses__() for sub in (child, *all_subclasses(child))]


def import_everything():
    for module in pkgutil.walk_packages(optimiser.__path__, "optimiser."):
        if not re.search(r"\.(__main__|bouw|ui\.app|migraties)(\.|$)", module.name):
            importlib.import_module(module.name)


def test_error_codes_and_dutch_texts_match_one_to_one():
    import_everything()
    codes = [
        error.code
        for error in all_subclasses(OptimiserError)
        if error.__module__.startswith("optimiser") and "code" in vars(error)
    ]
    assert len(codes) == len(set(codes))
    assert set(codes) == set(load_teksten()["fouten"])


def test_every_text_says_what_where_and_what_to_do():
    for code, entry in load_teksten()["fouten"].items():
        assert set(entry) - {"actie_app"} == {"titel", "tekst", "actie"}, code
        assert all(entry.values()), code


def test_the_app_caches_in_one_file_only():
    marked = [path for path in MODULES if "st.cache_" in path.read_text(encoding="utf-8")]
    assert [path.relative_to(PACKAGE).as_posix() for path in marked] == ["ui/frame/session.py"]


@pytest.mark.parametrize("path", MODULES, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_a_module_can_be_read_in_one_sitting(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 200


def test_no_folder_holds_more_than_fifteen_modules():
    folders = Counter(path.parent for path in MODULES if path.name != "__init__.py")
    assert {f.as_posix(): n for f, n in folders.items() if n > 15} == {}


def test_nothing_is_loose_at_the_root():
    root = {path.name for path in MODULES if path.parent == PACKAGE}
    assert root == {"__init__.py", "__main__.py", "errors.py", "problem.py", "strict.py"}


def test_no_two_public_classes_have_one_name():
    classes = Counter(
        node.name
        for path in MODULES
        for node in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_")
    )
    assert [name for name, times in classes.items() if times > 1] == []


def test_functions_are_short():
    long = [
        f"{path.name}:{node.name}"
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef) and _code_lines(node) > 40
    ]
    assert long == []


def _code_lines(node):
    doc = ast.get_docstring(node, clean=False) or ""
    return (node.end_lineno or 0) - node.lineno + 1 - len(doc.splitlines())


def test_terms_of_the_law_are_not_translated():
    terms = tomllib.loads((PACKAGE / "teksten" / "begrippen.toml").read_text(encoding="utf-8"))
    forbidden = {word for term in terms.values() for word in term.get("niet", [])}
    assert "quota" in forbidden
    found = {
        (path.name, name)
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        for name in _names(node)
        if set(name.lower().split("_")) & forbidden or name.lower() in forbidden
    }
    assert found == set()


def test_public_functions_are_english_verbs():
    words = tomllib.loads((PACKAGE / "teksten" / "computing.toml").read_text(encoding="utf-8"))
    dutch = {word for entry in words["functions"].values() for word in entry}
    found = [
        (path.relative_to(PACKAGE).as_posix(), node.name)
        for path in MODULES
        if path.relative_to(PACKAGE).parts[0] != "cli"
        for node in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(node, ast.FunctionDef) and node.name in dutch
    ]
    assert found == []


def test_words_of_computing_stay_english():
    words = tomllib.loads((PACKAGE / "teksten" / "computing.toml").read_text(encoding="utf-8"))
    dutch = {word for entry in words["modules"].values() for word in entry}
    found = [
        path.relative_to(PACKAGE).as_posix()
        for path in MODULES
        if set(path.relative_to(PACKAGE).with_suffix("").parts[-1].split("_")) & dutch
    ]
    assert found == []


def _names(node):
    match node:
        case ast.FunctionDef() | ast.ClassDef():
            return [node.name]
        case ast.arg():
            return [node.arg]
        case ast.Name(ctx=ast.Store()):
            return [node.id]
        case _:
            return []


def test_the_public_names_exist():
    assert sorted(optimiser.__all__) == optimiser.__all__
    for name in optimiser.__all__:
        assert getattr(optimiser, name)
    with pytest.raises(AttributeError):
        _ = optimiser.bestaat_niet


def test_layers_hold():
    done = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command as c; c()"],
        cwd=ROOT, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout


def test_importing_the_package_and_its_command_is_light():
    code = "import sys, optimiser.cli.main; print(sorted(set(sys.modules) & {'pandas', 'numpy'}))"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True
    )
    assert done.stdout.strip() == "[]"


def test_every_number_of_an_option_is_read_by_the_one_reader():
    """An option of typer's own int or float would read 13.000 as thirteen."""
    found = []
    for path in (PACKAGE / "cli").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not (isinstance(node, ast.Subscript) and ast.unparse(node.value) == "Annotated"):
                continue
            kind, *settings = node.slice.elts
            number = {"int", "float"} & set(ast.unparse(kind).split(" | "))
            if number and "parser=" not in ast.unparse(settings[0]):
                found.append((path.name, ast.unparse(node)[:60]))
    assert found == []


def test_who_has_no_database_does_not_load_what_reads_one(tmp_path):
    code = "import sys; from optimiser import read_gegevens; read_gegevens(); "
    code += "print(sorted(set(sys.modules) & {'sqlalchemy', 'alembic'}))"
    bare = {"HOME": str(tmp_path), "PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", code], env=bare, capture_output=True, encoding="utf-8", check=True
    )
    assert done.stdout.strip() == "[]"
