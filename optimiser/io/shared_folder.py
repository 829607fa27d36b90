"""A folder that processes of one computation share, gone when it ends.

Between processes only names travel. A message longer than a pipe takes in one piece can be cut in
two by a process that is killed, and whoever waits for the other half waits for ever.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any


@contextmanager
def shared_folder() -> Iterator[str]:
    """Make a folder that only this user can read, for as long as needed."""
    with TemporaryDirectory(prefix="taakstelling-", ignore_cleanup_errors=True) as folder:
        yield folder


def put(folder: str, name: str, thing: object) -> None:
    """Leave something in the folder; it has its name only when it is whole."""
    import joblib

    unfinished = Path(folder) / f"{name}.half"
    joblib.dump(thing, unfinished)
    unfinished.replace(Path(folder) / name)


def take(folder: str, name: str) -> Any:  # noqa: ANN401 - whatever was left there
    """Return what ``put`` left; only for a folder of this computation itself."""
    import joblib

    return joblib.load(Path(folder) / name)
