"""Runs everything once and keeps what came out."""

import os
import shlex
import sys
import tempfile
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.net.commands import COMMANDS, FILES, PAGES, READY
from tests.net.plain import plain, still

ROOT = Path(__file__).parents[2]


def record(folder: Path) -> None:
    """Write all outcomes into a folder that is not there yet.

    Raises
    ------
    FileExistsError
        If the folder is there.
    """
    folder.mkdir(parents=True)
    os.environ["COLUMNS"] = "100"
    os.environ.pop("TAAKSTELLING_REGISTER", None)
    with tempfile.TemporaryDirectory() as place, _inside(Path(place)):
        for name, text in FILES.items():
            Path(name).write_text(text, encoding="utf-8")
        for number, line in enumerate(COMMANDS):
            _command(folder, f"{number:03}", line)
    _functions(folder / "api")
    for number, (page, address) in enumerate(PAGES):
        _page(folder / "app", f"{number}_{page or 'start'}", page, address)


@contextmanager
def _inside(place: Path) -> Iterator[None]:
    before = Path.cwd()
    os.chdir(place)
    try:
        yield
    finally:
        os.chdir(before)


def _command(folder: Path, number: str, line: str) -> None:
    from optimiser.cli.main import execute

    there = set(_files())
    out, err = Path("net.out"), Path("net.err")
    with _streams(out, err):
        try:
            code: int | str = execute(shlex.split(line))
        except SystemExit as stop:
            code = f"SystemExit {stop.code}"
        except Exception:
            code = f"traceback\n{traceback.format_exc().splitlines()[-1]}"
    told = f"$ taakstelling {line}\n{code}\n-- out\n{out.read_text()}\n-- err\n{err.read_text()}\n"
    _keep(folder, f"{number}.txt", still(told.replace("\r", "\n")))
    out.unlink()
    err.unlink()
    for name in sorted(set(_files()) - there):
        for part, text in plain(name, Path(name).read_bytes()).items():
            _keep(folder / number, part, text)


def _files() -> list[str]:
    return [path.as_posix() for path in Path().rglob("*") if path.is_file()]


@contextmanager
def _streams(out: Path, err: Path) -> Iterator[None]:
    """Let everything that is printed go to files, also what a library writes by itself."""
    kept = [os.dup(1), os.dup(2)]
    before = sys.stdout, sys.stderr
    for number, path in ((1, out), (2, err)):
        with path.open("wb") as file:
            os.dup2(file.fileno(), number)
    sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
    sys.stderr = open(2, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
    try:
        yield
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        sys.stdout, sys.stderr = before
        for number, old in zip((1, 2), kept, strict=True):
            os.dup2(old, number)
            os.close(old)


def _keep(folder: Path, name: str, text: str) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _functions(folder: Path) -> None:
    """Keep what the public functions answer."""
    from optimiser import Scenario, read_gegevens, solve_scenario

    gegevens = read_gegevens()
    told = [f"version {gegevens.version}", f"wet {gegevens.wet}"]
    told += [f"{year}: {[str(t) for t in tables]}" for year, tables in gegevens.gemeenten.items()]
    _keep(folder, "gegevens.txt", "\n".join(told))
    for halfjaar in ("2021-1", "2025-2"):
        for afronding in ("adams", "webster", "rekenkundig"):
            scenario = Scenario(halfjaar=halfjaar, afronding=afronding, totaal=12_345)
            answer = solve_scenario(scenario, gegevens)
            text = f"{answer.herkomst.line()}\n{answer.closes}\n{answer.ties}\n"
            _keep(folder, f"{halfjaar}-{afronding}.csv", text + answer.gemeenten.to_csv())
    proved = solve_scenario(Scenario(halfjaar="2025-2"), gegevens, prove=True)
    _keep(folder, "prove.txt", f"{proved.optimalisatie.certificate}\n{proved.gemeenten.to_csv()}")
    _keep(folder, "scenarios.txt", "\n".join(READY))


def _page(folder: Path, name: str, page: str, address: dict[str, str]) -> None:
    """Keep the text, tables and maps of a page, and its address."""
    from streamlit.testing.v1 import AppTest

    app = AppTest.from_file(str(ROOT / "optimiser" / "ui" / "app.py"), default_timeout=120)
    for key, value in address.items():
        app.query_params[key] = value
    app.run()
    if page:
        known = app._registered_pages  # AppTest.switch_page knows only pages in files
        app._page_hash = next(h for h, i in known.items() if i.get("url_pathname") == page)
        app.run()
    lines = [f"address {dict(app.query_params)}"]
    lines += [f"exception {one.value}" for one in app.exception]
    for element in app.main:
        lines.append(f"{element.type}: {_said(element)}")
    for element in app.sidebar:
        lines.append(f"sidebar {element.type}: {_said(element)}")
    _keep(folder, f"{name}.txt", still("\n".join(lines)))


def _said(element: object) -> str:
    proto = getattr(element, "proto", None)
    words = [str(getattr(element, part, "")) for part in ("label", "value", "options", "help")]
    return " | ".join(words) if getattr(proto, "json", None) is None else str(proto.json)
