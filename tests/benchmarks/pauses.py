"""What one session does to another: ``python -m tests.benchmarks.pauses``.

One visitor brings the worst files of ``readers`` to the page that takes them, or opens the worst
link. Meanwhile another redraws page Start again and again, and the server is asked whether it is
well. Prints the longest wait of both and how long the file took; the bar: over what the other
waits when nothing happens, never more than 1 s. Exits with 1 if it was more.
"""

import asyncio
import sys
import time
import urllib.request
from dataclasses import dataclass, field
from urllib.parse import quote

from tests.benchmarks.browser import server
from tests.benchmarks.readers import worst
from tests.benchmarks.session_client import Visitor, come_in

#: Most that another session may wait longer than without it [s].
BAR = 1.0
#: Seconds without a file, to hold the others against.
QUIET = 5.0
#: Reader to the page, what stands in its address, the name of the file and the label of the field.
PLACES = {
    "csv": ("gegevens", "gegevens=Eigen cijfers", "f.csv", "Bestand met eigen cijfers"),
    "xlsx": ("gegevens", "gegevens=Eigen cijfers", "f.xlsx", "Bestand met eigen cijfers"),
    "voorstel": ("uitruil", "stap=Afspraken", "f.csv", "Voorstel openen"),
    "scenario": ("", "", "f.toml", "Of een eigen scenariobestand"),
}


@dataclass
class Waits:
    """How long the others waited [s], one of each kind at a time."""

    health: list[float] = field(default_factory=list)
    page: list[float] = field(default_factory=list)

    def take(self) -> tuple[float, float]:
        """Return the longest of both since the last time."""
        longest = max(self.health, default=0.0), max(self.page, default=0.0)
        self.health, self.page = [], []
        return longest


def _get(url: str) -> float:
    begun = time.perf_counter()
    with urllib.request.urlopen(url, timeout=120) as answer:
        answer.read()
    return time.perf_counter() - begun


async def ping(address: str, waits: Waits) -> None:
    """Ask for the health of the server, ten times a second."""
    while True:
        waits.health.append(await asyncio.to_thread(_get, f"{address}_stcore/health"))
        await asyncio.sleep(0.1)


async def redraw(visitor: Visitor, waits: Waits) -> None:
    """Draw page Start again and again."""
    while True:
        waits.page.append(await visitor.go("", ""))
        await asyncio.sleep(0.1)


async def bring(address: str, reader: str, content: bytes) -> str:
    """Bring one file, or open one link, in a session of its own; return what the page said last."""
    visitor = await come_in(address)
    if reader == "link":
        await visitor.go("", f"scenario={quote(content.decode())}")
    else:
        page, query, name, label = PLACES[reader]
        await visitor.go(page, query)
        await visitor.upload(address, label, name, content)
        if reader == "scenario":
            await visitor.press("Open dit bestand")
    await visitor.socket.close()
    return " ".join(" ".join(visitor.alerts).replace("\\", "").split())


async def measure(address: str) -> float:
    """Do it all; return the longest that another session waited beyond a quiet server [s]."""
    waits, other = Waits(), await come_in(address)
    await other.go("", "")
    await bring(address, "csv", b"gm_code;kan\nGM0014;1\n")  # what is loaded once
    beside = [asyncio.create_task(one) for one in (ping(address, waits), redraw(other, waits))]
    waits.take()
    await asyncio.sleep(QUIET)
    health, quiet = waits.take()
    _tell("", "nothing", QUIET, health, quiet, "")
    held = 0.0
    for reader, what, content in worst():
        if reader not in {*PLACES, "link"}:
            continue
        begun = time.perf_counter()
        said = await bring(address, reader, content)
        seconds = time.perf_counter() - begun
        await asyncio.sleep(1)  # a wait that began beside the file ends here
        health, page = waits.take()
        _tell(reader, what, seconds, health, page, said)
        held = max(held, health, page - quiet)
    for one in beside:
        one.cancel()
    return held


def _tell(reader: str, what: str, seconds: float, health: float, page: float, said: str) -> None:
    figures = f"{seconds:>8.2f}{health:>9.2f}{page:>8.2f}"
    sys.stdout.write(f"{reader:<10}{what:<26}{figures}  {said[:70]}\n")
    sys.stdout.flush()


def main() -> int:
    """Measure and tell."""
    sys.stdout.write(f"{'reader':<10}{'file':<26}{'s':>8}{'health':>9}{'page':>8}\n")
    with server() as (address, _):
        held = asyncio.run(measure(address))
    sys.stdout.write(f"another session waited at most {held:.2f} s longer (bar {BAR:.0f} s)\n")
    return 0 if held <= BAR else 1


if __name__ == "__main__":
    sys.exit(main())
