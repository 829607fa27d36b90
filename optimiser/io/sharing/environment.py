"""The file in which systemd keeps the settings of a service, read as systemd reads it."""

from pathlib import Path

from optimiser.errors import UnreadableFileError
from optimiser.io.reading.eigen_cijfers import read_file


def read_environment(path: Path) -> dict[str, str]:
    """Read a file of lines ``NAAM=waarde``.

    Raises
    ------
    UnreadableFileError
        If it cannot be read, or a line is not one.
    """
    found = {}
    for number, line in enumerate(read_file(path).decode("utf-8", "replace").splitlines(), 1):
        text = line.strip()
        if not text or text[0] in "#;":
            continue
        name, sign, value = text.partition("=")
        if not sign or not name.strip().isidentifier():
            reason = f"regel {number} is geen NAAM=waarde"
            raise UnreadableFileError(bestand=path.name, reden=reason)
        found[name.strip()] = _unquoted(value.strip())
    return found


def _unquoted(value: str) -> str:
    """Return a value without the quotes around it.

    >>> _unquoted('"a b"'), _unquoted("a'b")
    ('a b', "a'b")
    """
    quoted = len(value) > 1 and value[0] == value[-1] and value[0] in "\"'"
    return value[1:-1] if quoted else value
