"""Where the embedded figures are: beside the package in a checkout, inside it in a wheel."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


def data_dir() -> Path:
    """Return the folder ``data``.

    Raises
    ------
    FileNotFoundError
        If neither place has it: the installation is broken.

    >>> (data_dir() / "bronnen.toml").is_file()
    True
    """
    for folder in (_PACKAGE / "data", _PACKAGE.parent / "data"):
        if (folder / "bronnen.toml").is_file():
            return folder
    msg = f"no data folder in or beside {_PACKAGE}"
    raise FileNotFoundError(msg)
