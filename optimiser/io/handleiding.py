"""The handleiding: its tasks, and their pictures as they were last made."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass

from optimiser.io.paths import data_dir
from optimiser.teksten import load_teksten


@dataclass(frozen=True)
class Taak:
    """One task of a user.

    Attributes
    ----------
    naam
        Short name, that of its picture.
    pagina
        Page of the app, as its menu says it.
    titel
        The question of the user.
    stappen
        What to do, in order.
    beeld
        PNG of the page; empty where it is not there.
    """

    naam: str
    pagina: str
    titel: str
    stappen: tuple[str, ...]
    beeld: bytes = b""


def read_taken() -> tuple[Taak, ...]:
    """Return the tasks of the handleiding, with their pictures.

    >>> [taak.naam for taak in read_taken()][:2]
    ['start', 'gemeente']
    """
    folder = data_dir() / "beeld"
    found = []
    for entry in load_teksten()["handleiding"]["taken"]:
        path = folder / f"{entry['naam']}.png"
        found.append(
            Taak(
                naam=entry["naam"],
                pagina=entry["pagina"],
                titel=entry["titel"],
                stappen=tuple(entry["stappen"]),
                beeld=path.read_bytes() if path.is_file() else b"",
            )
        )
    return tuple(found)


def read_made() -> Mapping[str, str]:
    """Return when and of which version the pictures are: ``datum``, ``versie``."""
    text = (data_dir() / "beeld" / "gemaakt.toml").read_text(encoding="utf-8")
    return {name: str(value) for name, value in tomllib.loads(text).items()}
