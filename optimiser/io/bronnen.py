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


def checked_bytes(name: str) -> bytes:
    """Read an embedded file whose checksum is still the one in ``bronnen.toml``.

    Raises
    ------
    ChangedDataError
        If the file was altered since it was checked.
    """
    content = (data_dir() / name).read_bytes()
    if sha256_of(content) != read_bronnen()[name].sha256:
        raise ChangedDataError(bestand=name)
    return content


def sha256_of(content: bytes) -> str:
    """Return the checksum as 64 hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()


def data_version() -> str:
    """Return the version of all figures together: twelve digits over every checksum."""
    lines = [f"{name} {bron.sha256}" for name, bron in sorted(read_bronnen().items())]
    return sha256_of("\n".join(lines).encode())[:12]


def embedded_files() -> list[Path]:
    """List the files that must have an entry: all figures in ``data``."""
    folder = data_dir()
    return sorted(
        path
        for path in folder.rglob("*")
        if path.is_file()
        and path.name != "bronnen.toml"
        and path.suffix != ".py"
        and path.relative_to(folder).parts[0] not in {"parameters", "scenarios", "beeld"}
    )
