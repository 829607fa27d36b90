"""The recipe of a shared installation, as it is packaged with the program."""

from pathlib import Path

_FOLDER = Path(__file__).resolve().parent.parent / "dienst" / "recept"


def read_recipe() -> dict[str, str]:
    """Return the files of the recipe by name.

    >>> sorted(name for name in read_recipe() if "." not in name)
    ['herstart', 'installeer', 'wielen']
    """
    found = sorted(path for path in _FOLDER.iterdir() if path.is_file())
    return {path.name: path.read_text(encoding="utf-8") for path in found}
