"""Packages and licences, and the bill of materials of them."""

import json
from dataclasses import replace
from importlib import metadata
from types import SimpleNamespace

import pytest

from optimiser.cli.main import execute
from optimiser.dienst.onderdelen.components import PROGRAM, read_onderdelen
from optimiser.dienst.onderdelen.licences import judge_licence, licence_of
from optimiser.dienst.onderdelen.sbom import sbom_json


@pytest.fixture(scope="module")
def onderdelen():
    return read_onderdelen()


def packages(**requires):
    """Return a finder over made-up packages: name to what each asks for."""

    def find(name):
        if name not in requires:
            raise metadata.PackageNotFoundError
        told = SimpleNamespace(get={"License": "MIT"}.get, get_all=lambda _name: ["extra"])
        return SimpleNamespace(metadata=told, requires=requires[name], version="1")

    return find


def test_what_is_needed_through_another_is_found_and_what_is_not_installed_is_not():
    asked = ["A", "weg; extra == 'extra'", "win; sys_platform == 'win32'"]
    find = packages(**{PROGRAM: asked, "a": ["b[x]"], "b": ["c; extra == 'x'", "d"], "c": ["a"]})
    found = read_onderdelen(find)
    assert [(one.naam, one.nodig) for one in found] == [
        ("a", ("b",)), ("b", ("c",)), ("c", ("a",)), (PROGRAM, ("a",)),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("licence", "judged"),
    [
        ("MIT", "vrij"),
        ("BSD-3-Clause AND MIT", "vrij"),
        ("LGPL-3.0-only", "aanhangsel EUPL"),
        ("MPL-2.0 AND MIT", "aanhangsel EUPL"),
        ("GPL-3.0-only", "nazien"),
        ("GPL-3.0-only OR MIT", "vrij"),
        ("MIT AND GPL-3.0-only", "nazien"),
        ("MIT AND (GPL-3.0-only OR MIT)", "nazien"),
        ("SSPL-1.0", "nazien"),
        ("", "nazien"),
    ],
)
def test_a_licence_that_is_not_known_to_fit_is_for_a_person(licence, judged):
    assert str(judge_licence(licence)) == judged


def test_a_licence_is_read_wherever_the_package_states_it():
    assert licence_of({"License-Expression": "MIT", "License": "GPL"}) == "MIT"
    assert licence_of({"License": "BSD 3-Clause License"}) == "BSD-3-Clause"
    assert licence_of({"License": "Redistribution is\npermitted"}) == ""
    assert licence_of({}) == ""


def test_every_package_of_this_installation_fits(onderdelen):
    assert [one.naam for one in onderdelen if judge_licence(one.licentie) == "nazien"] == []
    assert {"numpy", "streamlit", "highspy", PROGRAM} <= {one.naam for one in onderdelen}


def test_the_bill_of_materials_is_closed_and_the_same_each_time(onderdelen):
    document = json.loads(sbom_json(onderdelen))
    assert (document["bomFormat"], document["specVersion"]) == ("CycloneDX", "1.6")
    refs = {one["bom-ref"] for one in document["components"]}
    refs.add(document["metadata"]["component"]["bom-ref"])
    assert len(refs) == len(onderdelen)
    assert {one["ref"] for one in document["dependencies"]} == refs
    assert {ref for one in document["dependencies"] for ref in one["dependsOn"]} <= refs
    assert sbom_json(onderdelen) == sbom_json(onderdelen)
    newer = replace(onderdelen[0], versie="99")
    assert sbom_json([newer, *onderdelen[1:]]) != sbom_json(onderdelen)


def test_the_command_writes_it(tmp_path, capfd):
    file = tmp_path / "sbom.cdx.json"
    assert execute(["dienst", "onderdelen", "--uit", str(file)]) == 0
    assert json.loads(file.read_text(encoding="utf-8"))["version"] == 1
    assert execute(["dienst", "onderdelen", "--uit", str(tmp_path / "o.csv")]) == 0
    assert execute(["dienst", "onderdelen"]) == 0
    assert "numpy," in capfd.readouterr().out
