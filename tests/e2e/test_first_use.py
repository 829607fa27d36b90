"""First use on an empty machine: no home, no settings, another folder, no internet."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = Path(sys.executable).with_name("taakstelling")


@pytest.fixture
def first_address(tmp_path):
    """Start the program the way the README does; give what it prints as address."""
    bare = {"HOME": str(tmp_path), "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"}
    started = subprocess.Popen(
        [PROGRAM, "app", "--geen-browser"],
        cwd=tmp_path, env=bare, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
    )  # fmt: skip
    try:
        yield started.stdout.readline().split()[-1]
    finally:
        started.send_signal(signal.SIGINT)
        started.communicate(timeout=30)


def test_the_first_thing_one_sees_is_the_statutory_table(first_address, visit):
    window = visit(at=first_address)
    page = window.page
    page.get_by_text("Taakstelling per provincie (personen)").first.wait_for(timeout=60_000)
    rows = page.locator("table").filter(has_text="Zuid-Holland").first.locator("tr")
    told = [row.inner_text().split("\t") for row in rows.all()]
    # Provinces add up to the national number of 2025-2 (Staatscourant): 13.000.
    numbers = [int(cells[-1].replace(".", "")) for cells in told if cells[-1][0].isdigit()]
    assert len(numbers) == 12 + 1
    assert sum(numbers[:-1]) == numbers[-1] == 13_000
    page.locator(".gemeente[d]").first.wait_for(state="attached")
    assert page.locator(".gemeente[d]").count() == 342
    assert page.evaluate("document.documentElement.lang") == "nl"
    assert window.foreign == []
