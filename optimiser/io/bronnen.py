"""``bronnen.toml``: for every embedded file what it is, whose, of when, and its checksum."""

import hashlib
import tomllib
from functools import cache
from pathlib import Path
from typing import Annotated

from pydantic import Field

from optimiser.errors import ChangedDataError
from optimiser.io.paths import data_dir
from optimiser.strict import Strict

#: Checksums of what is written by this program itself: parameters and ready scenarios.
SUMS = "controlegetallen.toml"


class Bron(Strict):
    """Where one file of figures comes from."""

    titel: str
    """What it is, for the reader."""
    eigenaar: str
    """Who published it."""
    licentie: str
    """Under which terms it may be used."""
    peildatum: str
    """Day or period the figures are of."""
    indeling: str
    """Gemeentelijke indeling it is in."""
    bron: str
    """Publication, or address."""
    opmerking: str = ""
    """What a user must know."""
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    """Checksum of the file as it was checked."""


@cache
def read_bronnen() -> dict[str, Bron]:
    """Read the list of sources: file name relative to ``data`` to its ``Bron``.

    >>> read_bronnen()["gemeenten.csv"].eigenaar
    'Centraal Bureau voor de Statistiek (CBS)'
    """
    text = (data_dir() / "bronnen.toml").read_text(encoding="utf-8")
    return {name: Bron.model_validate(entry) for name, entry in tomllib.loads(text).items()}


@cache
def read_controlegetallen() -> dict[str, str]:
    """Read the checksums of the parameters and ready scenarios, by file name relative to ``data``.

    >>> sorted(read_controlegetallen())[0]
    'parameters/aandeel_vrijkomend.toml'
    """
    return tomllib.loads((data_dir() / SUMS).read_text(encoding="utf-8"))


def checked_bytes(name: str) -> bytes:
    """Read an embedded file whose checksum is still the one that was written down.

    Figures are in ``bronnen.toml``, parameters and ready scenarios in ``controlegetallen.toml``.

    Raises
    ------
    ChangedDataError
        If the file was altered since it was checked, or was never checked.
    """
    content = (data_dir() / name).read_bytes()
    figures = read_bronnen()
    known = figures[name].sha256 if name in figures else read_controlegetallen().get(name)
    if sha256_of(content) != known:
        raise ChangedDataError(bestand=name)
    return content


def sha256_of(content: bytes) -> str:
    """Return the checksum as 64 hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()


def data_version() -> str:
    """Return the version of all figures and parameters: twelve digits over every checksum."""
    sums = {name: bron.sha256 for name, bron in read_bronnen().items()}
    sums |= {k: v for k, v in read_controlegetallen().items() if k.startswith("parameters/")}
    lines = [f"{name} {digits}" for name, digits in sorted(sums.items())]
    return sha256_of("\n".join(lines).encode())[:12]


def embedded_files() -> list[Path]:
    """List the files that must have an entry: all figures in ``data``."""
    folder = data_dir()
    return sorted(
        path
        for path in folder.rglob("*")
        if path.is_file()
        and path.name not in {"bronnen.toml", SUMS}
        and path.suffix != ".py"
        and path.relative_to(folder).parts[0] not in {"parameters", "scenarios", "beeld"}
    )
