"""All embedded figures in one go."""

import tomllib
from functools import cache

from optimiser.gegevens.gegevens import Gegevens
from optimiser.gegevens.parameters import Parameter
from optimiser.io import tables
from optimiser.io.bronnen import checked_bytes, data_version
from optimiser.io.paths import data_dir


def read_parameters() -> dict[str, Parameter]:
    """Read ``data/parameters/*.toml`` (the law version aside) by name."""
    read = {}
    for path in sorted((data_dir() / "parameters").glob("*.toml")):
        if path.stem != "wet":
            read[path.stem] = Parameter.model_validate(
                tomllib.loads(checked_bytes(f"parameters/{path.name}").decode("utf-8"))
            )
    return read


def read_wet() -> str:
    """Read the law version in one line, as every output prints it.

    >>> read_wet()
    'Huisvestingswet 2014 (BWBR0035303), art. 28 t/m 30, tekst van 2015-10-12'
    """
    wet = tomllib.loads(checked_bytes("parameters/wet.toml").decode("utf-8"))
    return f"{wet['titel']} ({wet['nummer']}), art. {wet['artikelen']}, tekst van {wet['versie']}"


@cache
def read_embedded() -> Gegevens:
    """Read every embedded table once per process; the tables must not be changed.

    Raises
    ------
    ChangedDataError, InvalidTableError
        If an embedded file was altered.

    Examples
    --------
    >>> read_embedded().known_halfjaren[-1]
    '2019-1'
    """
    return Gegevens(
        gemeenten=tables.read_gemeenten(),
        regios=tables.read_regios(),
        herindelingen=tables.read_herindelingen(),
        landelijk=tables.read_landelijk(),
        tabel1=tables.read_tabel1(),
        tabel2=tables.read_tabel2(),
        parameters=read_parameters(),
        wet=read_wet(),
        version=data_version(),
        buren=tables.read_buren(),
    )
