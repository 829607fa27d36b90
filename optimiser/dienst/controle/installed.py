"""The program and what it needs: versions that are there against versions that are asked."""

import platform
from collections.abc import Callable, Iterator
from importlib import metadata

from packaging.requirements import Requirement

from optimiser.dienst.controle.point import Controlepunt, right, wrong
from optimiser.dienst.onderdelen.components import PROGRAM


def check_installed(version_of: Callable[[str], str] = metadata.version) -> list[Controlepunt]:
    """Look at every package that is asked for."""
    wanted = list(_wanted())
    faults = [told for one in wanted if (told := _fault(one, version_of))]
    facts = {"versie": metadata.version(PROGRAM), "python": platform.python_version()}
    program = right("programma", "programma", **facts)
    if faults:
        return [program, wrong("onderdelen", "onderdelen_fout", fouten="; ".join(faults))]
    return [program, right("onderdelen", "onderdelen", aantal=len(wanted))]


def _wanted() -> Iterator[Requirement]:
    """Return what the program asks for on this machine, without extras."""
    for line in metadata.requires(PROGRAM) or []:
        one = Requirement(line)
        if one.marker is None or one.marker.evaluate({"extra": ""}):
            yield one


def _fault(one: Requirement, version_of: Callable[[str], str]) -> str:
    try:
        found = version_of(one.name)
    except metadata.PackageNotFoundError:
        return f"{one.name} ontbreekt"
    fits = one.specifier.contains(found, prereleases=True)
    return "" if fits else f"{one.name} is {found}, nodig is {one.specifier}"
