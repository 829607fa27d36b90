"""Every query of register and data point asks for a Zicht, and it is made in one place."""

import ast
import dataclasses
from pathlib import Path

import pytest

from optimiser.datapunt.inzage.reader import LeesbaarDatapunt
from optimiser.datapunt.store import Datapunt
from optimiser.register.reader import Leesbaar
from optimiser.register.register import Register

PACKAGE = Path(__file__).parents[2] / "optimiser"
VIEWS = {"Leesbaar", "Register", "LeesbaarDatapunt", "Datapunt"}
#: What brings a function to the rows of a database.
STORE = {
    "reading", "writing", "open_engine", "open_migrated", "open_register", "make_register",
    "open_datapunt", "read_datapunt", "own_datapunt", "read_aanleveringen", "read_uitruil",
    "read_grootboek",
}  # fmt: skip
#: The same, by the names that ``held.py`` gives them.
OWN = {"_opened", "_register", "_engine", "_figures", "_rows", "_steps"}
#: Functions that see no row of anybody, and why.
EXEMPT = {
    "register/opening.py:tables_there": "whether there are tables",
    "register/opening.py:open_migrated": "an engine, no rows",
    "datapunt/held.py:grootboek_key": "how often something changed, a key of the cache",
    "datapunt/held.py:settled_gegevens": "figures about the whole country, the same for everybody",
    "datapunt/current.py:read_grootboek": "the door of command line and Python; not for the app",
}


def modules(*folders):
    for folder in folders:
        for path in sorted((PACKAGE / folder).rglob("*.py")):
            if "migraties" not in path.parts and path.name != "migrate.py":
                yield path, ast.parse(path.read_text(encoding="utf-8"))


def reaches_rows(path, function):
    store = STORE | (OWN if path.name == "held.py" else set())
    calls = [node.func for node in ast.walk(function) if isinstance(node, ast.Call)]
    return any(getattr(one, "id", getattr(one, "attr", "")) in store for one in calls)


def asks_for_zicht(function):
    """Tell whether it has a required ``zicht``, or something that cannot be made without one."""
    given = [*function.args.posonlyargs, *function.args.args]
    required = given[: len(given) - len(function.args.defaults)]
    named = {one.arg for one in required}
    kinds = {n.id for one in given for n in ast.walk(one) if isinstance(n, ast.Name)}
    return "zicht" in named or bool(kinds & (VIEWS | {"Connection"}))


def without_zicht(trees):
    return {
        f"{path.relative_to(PACKAGE).as_posix()}:{node.name}"
        for path, tree in trees
        for node in tree.body
        if isinstance(node, ast.FunctionDef)
        and not node.name.startswith("_")
        and reaches_rows(path, node)
        and not asks_for_zicht(node)
    }


def test_every_public_query_asks_for_a_zicht():
    found = without_zicht(modules("register", "datapunt"))
    assert found == set(EXEMPT)


def test_a_query_without_one_is_seen():
    tree = ast.parse("def read_all(place):\n    with reading(place) as c:\n        return c\n")
    assert without_zicht([(PACKAGE / "register/x.py", tree)]) == {"register/x.py:read_all"}


@pytest.mark.parametrize("view", [Leesbaar, Register, LeesbaarDatapunt, Datapunt])
def test_no_view_exists_without_one(view):
    (field,) = [one for one in dataclasses.fields(view) if one.name == "zicht"]
    assert field.default is field.default_factory is dataclasses.MISSING


def called(tree, name):
    return any(
        isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == name
        for node in ast.walk(tree)
    )


def test_a_zicht_is_made_in_one_place():
    made = [path.name for path, tree in modules(".") if called(tree, "Zicht")]
    assert made == ["zicht.py"]


def test_the_app_sees_everything_on_ones_own_computer_only():
    doors = {"open_register", "make_register", "open_datapunt", "EVERYTHING"}
    used = {
        path.relative_to(PACKAGE).as_posix()
        for path, tree in modules("ui")
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
        and (
            {one.name for one in node.names} & doors
            or (
                (node.module or "").endswith("datapunt.current")
                and "read_grootboek" in {one.name for one in node.names}
            )
        )
    }
    assert used == {"ui/frame/admission.py"}


def test_rows_are_read_inside_register_data_point_and_their_service_only():
    inside = ("register/", "datapunt/", "dienst/")
    low = ("register.rows", "register.tables", "datapunt.queries", "datapunt.tables")
    found = {
        path.relative_to(PACKAGE).as_posix()
        for path, tree in modules(".")
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and (node.module or "").endswith(low)
    }
    assert {name for name in found if not name.startswith(inside)} == set()


def with_all_eyes(trees):
    return {
        f"{path.relative_to(PACKAGE).as_posix()}:{node.name}"
        for path, tree in trees
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef)
        and any(getattr(n, "id", "") in {"EVERYTHING", "whole_view"} for n in ast.walk(node))
    }


def test_who_looks_with_all_eyes_hands_out_a_total_or_a_verdict():
    """PostgreSQL cannot hold these back; see besluit 0018."""
    assert with_all_eyes(modules("register", "datapunt")) == {
        "register/engine.py:whole_view",
        "register/rows.py:read_binding",  # the test of an agreement counts all that binds
        "datapunt/inzage/reader.py:_whole",  # totals of others; whole views
        "datapunt/current.py:read_grootboek",  # command line and Python
        "datapunt/held.py:read_grootboek",  # provinces and the country stay whole
        "datapunt/held.py:_rows",  # counts, a key of the cache
        "datapunt/held.py:_opened",  # opened once; a Zicht is put in for each who asks
        "datapunt/held.py:_register",
        "datapunt/standen.py:_opened",
    }
