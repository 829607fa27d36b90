"""``python -m tests.net record FOLDER`` and ``python -m tests.net compare BEFORE AFTER``."""

import difflib
import sys
from itertools import islice
from pathlib import Path

from tests.net.record import record

SHOWN = 12


def compare(before: Path, after: Path) -> int:
    """Print what differs and return how many files do."""
    names = sorted({_name(p, root) for root in (before, after) for p in root.rglob("*")})
    different = 0
    for name in names:
        one, other = before / name, after / name
        if one.is_dir() or other.is_dir():
            continue
        lines = [p.read_text("utf-8").splitlines() if p.is_file() else [] for p in (one, other)]
        if lines[0] == lines[1] and one.is_file() and other.is_file():
            continue
        different += 1
        print(f"\n#### {name}")  # noqa: T201
        diff = difflib.unified_diff(*lines, "before", "after", lineterm="", n=1)
        for line in islice(diff, 2, 2 + SHOWN):
            print(line[:240])  # noqa: T201
    print(f"\n{different} of {len(names)} differ")  # noqa: T201
    return different


def _name(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix()


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["record", folder]:
            record(Path(folder).resolve())
        case ["compare", before, after]:
            sys.exit(compare(Path(before), Path(after)) > 0)
        case _:
            sys.exit(__doc__)
