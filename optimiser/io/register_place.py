"""Where the register of agreements of this user is, unless the manager chose a place."""

import os
import sys
from pathlib import Path

from optimiser.io.writing.whole_file import make_folder

#: Environment variable with a path or the URL of a shared database; also read by the command line.
VARIABLE = "TAAKSTELLING_REGISTER"
NAME = "uitruil-register.sqlite"


def register_place(*, make: bool = False) -> str | None:
    """Return a path or a URL of the register; None if the user has no register yet.

    Parameters
    ----------
    make
        Make the folder, for a register that is about to be written.

    Raises
    ------
    UnwritableFileError
        If the folder cannot be made.
    """
    if (chosen := _chosen()) is not None:
        return chosen
    file = _own_file()
    if make:
        make_folder(file.parent)
    return str(file) if make or file.is_file() else None


def own_place() -> bool:
    """Tell whether the register is in the user's own folder, not at a place that was chosen."""
    return _chosen() is None


def place_in_words() -> str:
    """Say in Dutch where the register is, without a password and without the name of the user."""
    chosen = _chosen()
    if chosen is None:
        return f"Het register is een bestand in uw eigen gegevensmap: {_from_home(_own_file())}."
    if "://" in chosen:
        return "Het register is een gedeelde database."
    return f"Het register is het bestand {Path(chosen).name}."


def chosen_name() -> str:
    """Name the place that was chosen: a file without its folders, or the shared database."""
    chosen = _chosen() or NAME
    return "de gedeelde database" if "://" in chosen else Path(chosen).name


def own_register_in_words() -> str | None:
    """Return the user's own register as a shell reads it, None if there is none or one was chosen.

    The command line finds a chosen one itself.
    """
    chosen = _chosen() is not None or not _own_file().is_file()
    return None if chosen else _from_home(_own_file()).replace(" ", "\\ ")


def _from_home(path: Path) -> str:
    home = Path.home()
    return f"~/{path.relative_to(home).as_posix()}" if path.is_relative_to(home) else str(path)


def _chosen() -> str | None:
    return os.environ.get(VARIABLE) or None


def own_folder() -> Path:
    """Return the folder of this program among the data of the user; it may not be there yet."""
    return _data_folder() / "taakstelling"


def _own_file() -> Path:
    return own_folder() / NAME


def _data_folder() -> Path:
    """Return where programs keep data of a user on this kind of machine."""
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support"
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
