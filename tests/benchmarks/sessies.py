"""Twenty people at once: ``python -m tests.benchmarks.sessies [ADRES] [SESSIES]``.

Every session asks for its own scenario by link, again and again, and checks that it gets its own
number back. Without an address the script starts the app itself. Prints medians and the memory of
the server. Needs Chromium (TAAKSTELLING_TEST_CHROMIUM or on the path).
"""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from statistics import median

from playwright.sync_api import sync_playwright

from optimiser.scenario import Scenario
from optimiser.teksten import whole
from optimiser.ui.link import to_link

ROOT = Path(__file__).parents[2]
ROUNDS = 3


def _memory(pid: int) -> float:
    lines = Path(f"/proc/{pid}/status").read_text(encoding="utf-8").splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS"))


def _run(address: str, sessions: int, pid: int | None) -> bool:
    chromium = os.environ.get("TAAKSTELLING_TEST_CHROMIUM") or shutil.which("chromium")
    seconds, wrong, memory = [], 0, []
    with sync_playwright() as tool:
        browser = tool.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        pages = [browser.new_context().new_page() for _ in range(sessions)]
        for turn in range(ROUNDS):
            totals = [10_000 + 100 * number + turn for number in range(sessions)]
            started = time.perf_counter()
            for page, total in zip(pages, totals, strict=True):
                link = to_link(Scenario(halfjaar="2025-2", totaal=total))
                page.goto(f"{address}/?scenario={link}", wait_until="commit")
            for page, total in zip(pages, totals, strict=True):
                page.get_by_text(f"{whole(total)} personen").first.wait_for(timeout=120_000)
                others = {whole(t) for t in totals} - {whole(total)}
                told = page.locator("body").inner_text()
                wrong += any(f"{other} personen" in told for other in others)
                seconds.append(time.perf_counter() - started)
            if pid is not None:
                memory.append(_memory(pid))
        browser.close()
    print(f"{sessions} sessions, {ROUNDS} rounds: {wrong} wrong or mixed answers")  # noqa: T201
    print(f"all drawn after {max(seconds):.1f} s, median {median(seconds):.1f} s")  # noqa: T201
    print("memory of the server per round [MB]:", [round(m) for m in memory])  # noqa: T201
    return wrong == 0


def main() -> int:
    """Run against an address, or start the app first."""
    given = sys.argv[1] if len(sys.argv) > 1 else None
    sessions = int(sys.argv[2]) if len(sys.argv) > 2 else 20
    if given is not None:
        return 0 if _run(given, sessions, None) else 1
    port = "8631"
    flags = ["--server.port", port, "--server.address", "127.0.0.1"]
    server = subprocess.Popen(
        [sys.executable, "-m", "streamlit", "run", str(ROOT / "app.py"), *flags],
        cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        time.sleep(6)
        return 0 if _run(f"http://127.0.0.1:{port}", sessions, server.pid) else 1
    finally:
        server.terminate()
        server.wait(timeout=20)


if __name__ == "__main__":
    sys.exit(main())
