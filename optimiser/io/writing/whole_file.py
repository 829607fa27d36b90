"""Files that are whole or absent, and a Dutch reason where the system refuses one."""

import errno
import os
from contextlib import suppress
from pathlib import Path
from secrets import token_hex

from optimiser.errors import UnwritableFileError
from optimiser.teksten import load_teksten

#: What the system says to the key of the reason in ``teksten``; the rest is ``anders``.
_REASONS = {
    errno.ENOSPC: "vol",
    errno.EDQUOT: "vol",
    errno.EROFS: "alleen_lezen",
    errno.EACCES: "niet_toegestaan",
    errno.EPERM: "niet_toegestaan",
    errno.ENOENT: "geen_map",
    errno.ENOTDIR: "geen_map",
    errno.EEXIST: "geen_bestand",
    errno.EISDIR: "geen_bestand",
    errno.ENAMETOOLONG: "te_lang",
    errno.EBUSY: "bezet",
    errno.ETXTBSY: "bezet",
    errno.EFBIG: "te_groot",
}


def write_bytes(path: Path, content: bytes) -> None:
    """Write a file whole or not at all: to a neighbour first, then renamed.

    The neighbour has a name nobody can guess, is made anew (a link that lies there is not
    followed) and is gone after a failure. A link at ``path`` itself is replaced, what it points
    at is left alone.

    Raises
    ------
    UnwritableFileError
        If the folder is missing or may not be written, the disk is full, the name is too long, or
        something other than a file has the name.
    """
    beside = path.with_name(f".{token_hex(8)}.deel")
    try:
        _require_no_other(path)
        with beside.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except OSError as error:
        raise UnwritableFileError(bestand=str(path), reden=_reason(error)) from error
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)


def add_line(path: Path, text: str) -> None:
    """Add a line at the end of a file that only its owner may read; made if it is not there.

    One write in append mode: processes that add at the same time do not mix their lines.

    Raises
    ------
    UnwritableFileError
        If that is not possible.
    """
    try:
        number = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        try:
            content = f"{text}\n".encode()
            if os.write(number, content) != len(content):
                raise OSError(errno.ENOSPC, "half a line")
        finally:
            os.close(number)
    except OSError as error:
        raise UnwritableFileError(bestand=str(path), reden=_reason(error)) from error


def make_folder(path: Path) -> None:
    """Make a folder to write in, with those above it.

    Raises
    ------
    UnwritableFileError
        If that is not possible.
    """
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UnwritableFileError(bestand=str(path), reden=_reason(error)) from error


def _require_no_other(path: Path) -> None:
    """Refuse a name that a folder or a device has; a link is replaced, so it may be there."""
    if not path.is_symlink() and path.exists() and not path.is_file():
        raise OSError(errno.EISDIR, "not a file")


def _reason(error: OSError) -> str:
    """Return why the system refused, in Dutch; its own words are English."""
    key = _REASONS.get(error.errno or 0, "anders")
    return str(load_teksten()["schrijfredenen"][key])
