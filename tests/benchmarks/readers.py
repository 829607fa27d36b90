"""The worst files of 10 MB for every reader: seconds and memory, or how they are refused.

python -m tests.benchmarks.readers [reader ...]

Each file is read in a process of its own; memory is what that process took at most beyond an empty
one that loaded the same modules. The bar: under 2 s and 300 MB, or a clear refusal.
"""

import json
import multiprocessing
import re
import sys
from io import BytesIO
from pathlib import Path
from time import perf_counter
from zipfile import ZIP_DEFLATED, ZipFile

from optimiser.errors import OptimiserError
from tests.fuzz.readers import READERS

SIZE = 10_000_000


def repeated(start: str, part: str, end: str) -> bytes:
    """Return a text of 10 MB."""
    return (start + part * ((SIZE - len(start) - len(end)) // len(part)) + end).encode()


def keys() -> bytes:
    """Return one object with as many different keys as fit."""
    return ("{" + ",".join(f'"k{i:x}":{i % 10}' for i in range(780_000)) + "}").encode()[:SIZE]


def squares(step: int) -> bytes:
    """Return GeoJSON with one ring of whole metres."""
    ring = ",".join(f"[{100_000 + i * step},{400_000 + i % 7}]" for i in range(550_000))
    head = '{"type":"FeatureCollection","features":[{"type":"Feature","properties":'
    body = '{"gm_code":"GM0014"},"geometry":{"type":"Polygon","coordinates":[['
    return f"{head}{body}{ring},[100000,400000]]]}}}}]}}".encode()


def sheet(cell: str, count: int) -> bytes:
    """Return a workbook with one sheet of the same cell."""
    good = next(one for one in READERS if one.name == "xlsx").good()
    out = BytesIO()
    with ZipFile(BytesIO(good)) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            if name.startswith("xl/worksheets/"):
                rows = "".join(f'<row r="{i}">{cell * 100}</row>' for i in range(1, count))
                content = f'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{rows}</sheetData></worksheet>'.encode()
            new.writestr(name, content)
    return out.getvalue()


def worst() -> list[tuple[str, str, bytes]]:
    """Return reader, what is in the file, and the file."""
    link = json.dumps({"capaciteit": {"maximum_aandeel": "1e-1000000"}, "halfjaar": "2025-2"})
    return [
        ("bewijs", "JSON, empty lists", repeated("[", "[],", "[]]")),
        ("bewijs", "JSON, small objects", repeated("[", '{"a":1},', "1]")),
        ("bewijs", "JSON, small lists", repeated("[", "[1],", "1]")),
        ("bewijs", "JSON, numbers", repeated("[", "1,", "1]")),
        ("bewijs", "JSON, texts", repeated("[", '"ab",', "1]")),
        ("bewijs", "JSON, different keys", keys()),
        ("bewijs", "JSON, nested", repeated("", "[", "")),
        ("geojson", "a ring of 550.000 points", squares(1)),
        (
            "geojson",
            "empty features",
            repeated('{"type":"FeatureCollection","features":[', "{},", "{}]}"),
        ),
        (
            "topojson",
            "empty arcs",
            repeated('{"type":"Topology","objects":{},"arcs":[', "[],", "[]]}"),
        ),
        ("csv", "one column", repeated("gm_code;kan\n", "GM0014;1\n", "")),
        ("csv", "separators", repeated("gm_code;kan\n", ";", "")),
        ("csv", "quotes", repeated("gm_code;kan\n", '"";', "")),
        ("csv", "wide empty rows", repeated("gm_code;kan\n", ";" * 149_000 + "\n", "")),
        ("csv", "one row of many lines", repeated("gm_code;kan\n", '"\n";', "")),
        ("csv", "line ends", repeated("gm_code;kan\n", "\n", "")),
        ("csv", "one cell", repeated("gm_code;kan\n", "x", "")),
        ("voorstel", "rows", repeated("uitruil;gm_code;verschil\n", "A;GM0014;1\n", "")),
        ("xlsx", "100 numbers a row", sheet("<c><v>1</v></c>", 30_000)),
        ("xlsx", "100 empty cells a row", sheet("<c/>", 90_000)),
        ("scenario", "TOML, keys", repeated("", "[a]\n", "")),
        ("link", "an exponent of a million", link.encode()),
    ]


def _peak() -> int:
    """Return the most memory this process has held [kB]; Linux only."""
    return int(re.search(r"VmHWM:\s+(\d+)", Path("/proc/self/status").read_text())[1])


def _read(name: str, content: bytes, told) -> None:
    reader = next(one for one in READERS if one.name == name)
    reader.read(reader.good())
    before = _peak()
    started = perf_counter()
    try:
        reader.read(content)
        how = "read"
    except OptimiserError as error:
        how = f"refused: {error.code} {error.params.get('reden', '')}"
    seconds = perf_counter() - started
    after = _peak()
    told.put((seconds, (after - before) / 1024, how))


def main() -> None:
    """Read every file once and print what it took."""
    spawned = multiprocessing.get_context("spawn")
    print(f"{'reader':<10}{'file':<28}{'MB':>6}{'s':>8}{'memory MB':>11}  outcome")  # noqa: T201
    for name, what, content in worst():
        if name not in (sys.argv[1:] or [name]):
            continue
        told = spawned.Queue()
        one = spawned.Process(target=_read, args=(name, content, told))
        one.start()
        seconds, memory, how = told.get(timeout=120)
        one.join()
        size = len(content) / 1e6
        print(f"{name:<10}{what:<28}{size:>6.1f}{seconds:>8.2f}{memory:>11.0f}  {how[:70]}")  # noqa: T201


if __name__ == "__main__":
    main()
