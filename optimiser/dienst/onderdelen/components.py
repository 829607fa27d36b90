"""The packages that the program needs, directly or through another, as they are installed here."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import metadata

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from optimiser.dienst.onderdelen.licences import licence_of

#: Name under which the program is installed, and its extras.
PROGRAM = "taakstelling-optimiser"
_Found = Callable[[str], metadata.Distribution]


@dataclass(frozen=True, slots=True)
class Onderdeel:
    """A package that is installed.

    Attributes
    ----------
    naam, versie
        As on the Python Package Index.
    licentie
        SPDX expression where it could be told, else the package's own words, or empty.
    nodig
        Names of the packages it needs itself, of those that are installed.
    """

    naam: str
    versie: str
    licentie: str
    nodig: tuple[str, ...]

    @property
    def purl(self) -> str:
        """Return its package URL, by which other tools know it.

        >>> Onderdeel("numpy", "2.4.6", "", ()).purl
        'pkg:pypi/numpy@2.4.6'
        """
        return f"pkg:pypi/{self.naam}@{self.versie}"


def read_onderdelen(find: _Found = metadata.distribution) -> tuple[Onderdeel, ...]:
    """Return the program and all it needs, by name; of its extras only what is installed.

    Parameters
    ----------
    find
        Returns what is known of an installed package, by name.
    """
    found: dict[str, Onderdeel] = {}
    extras = find(PROGRAM).metadata.get_all("Provides-Extra") or []
    todo = [(PROGRAM, frozenset(extras))]
    seen = set(todo)
    while todo:
        name, extras_of = todo.pop()
        try:
            package = find(name)
        except metadata.PackageNotFoundError:
            continue  # what is missing is told by `dienst controleer`
        asked = list(_asked(package, extras_of))
        needed = {one for one, _ in asked} | set(found[name].nodig if name in found else ())
        licence = licence_of(package.metadata)
        found[name] = Onderdeel(name, package.version, licence, tuple(sorted(needed)))
        todo += [one for one in asked if one not in seen]
        seen.update(asked)
    return tuple(
        Onderdeel(one.naam, one.versie, one.licentie, tuple(n for n in one.nodig if n in found))
        for _, one in sorted(found.items())
    )


def _asked(
    package: metadata.Distribution, extras: frozenset[str]
) -> Iterator[tuple[str, frozenset[str]]]:
    """Return name and extras of what a package asks for on this machine."""
    for line in package.requires or []:
        one = Requirement(line)
        wanted = one.marker is None or any(
            one.marker.evaluate({"extra": extra}) for extra in extras | {""}
        )
        if wanted:
            yield canonicalize_name(one.name), frozenset(one.extras)
