"""How the installation is set: mode, workspaces, secret, and folders it writes in."""

import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from optimiser.dienst.controle.point import Controlepunt, refused, right, wrong
from optimiser.errors import OptimiserError
from optimiser.io.sharing import settings as names
from optimiser.zicht.shared import LoginVia, Shared

#: Least free space in a folder [bytes]; aanname: ten papers and a copy of the database.
ROOM = 500_000_000
#: Rights on a file that others than its owner and group have.
_OTHERS = 0o007


def check_settings(environ: Mapping[str, str] = os.environ) -> tuple[Shared | None, Controlepunt]:
    """Return how the installation is shared, None if that cannot be told, and the point."""
    try:
        shared = names.read_shared(environ)
    except OptimiserError as error:
        return None, refused("wijze", error)
    if shared.via is LoginVia.NIEMAND:
        code = "voor_iedereen" if shared.open_to_all else "eigen_computer"
        return shared, (wrong if shared.open_to_all else right)("wijze", code)
    lines = shared.werkruimtes.lines
    areas = sorted({one.id for one in lines})
    return shared, right("wijze", "gedeeld", via=str(shared.via), werkruimtes=areas)


def check_secret(environ: Mapping[str, str] = os.environ) -> list[Controlepunt]:
    """Look whether others on this machine can read the file with the secret."""
    place = environ.get(names.GEHEIM_BESTAND, "")
    if not place or not Path(place).is_file():
        return []  # what is missing is told under the settings
    if Path(place).stat().st_mode & _OTHERS:
        return [wrong("geheim", "geheim_leesbaar", bestand=place)]
    return [right("geheim", "geheim", bestand=place)]


def check_folders(*more: Path) -> list[Controlepunt]:
    """Look at the folder for temporary files and at others that are written in."""
    return [_folder(one) for one in dict.fromkeys((Path(tempfile.gettempdir()), *more))]


def _folder(path: Path) -> Controlepunt:
    if not path.is_dir() or not os.access(path, os.W_OK | os.X_OK):
        return wrong("map", "map_fout", map=str(path))
    free = shutil.disk_usage(path).free
    if free < ROOM:
        facts = {"vrij": free // 1_000_000, "nodig": ROOM // 1_000_000}
        return wrong("map", "map_vol", map=str(path), **facts)
    return right("map", "map", map=str(path))
