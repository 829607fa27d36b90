"""How long commands take to start: ``python -m tests.benchmarks.start``.

Processor time of whole processes, in turns, as ratios to importing the library each leans on, so a
busy machine does not count. Without a database of the user's own. Ends with 1 above a bar.
"""

import os
import subprocess
import sys
import tempfile
from statistics import median

TYPER, PANDAS = ("-c", "import typer"), ("-c", "import pandas")
COMMAND = ("-m", "optimiser")
#: What is run, beside what, and the bar on the ratio.
BARS = (
    ((*COMMAND, "--help"), TYPER, 1.3),
    ((*COMMAND, "uitruil", "zoek", "--help"), TYPER, 1.5),
    ((*COMMAND, "verdeel", "--halfjaar", "2025-2"), PANDAS, 2.5),
)


def spent(words: tuple[str, ...], home: str) -> float:
    """Return the processor time [s] of one process, children included."""
    before = os.times()
    subprocess.run(
        [sys.executable, *words],
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "HOME": home, "XDG_DATA_HOME": home, "TAAKSTELLING_REGISTER": ""},
    )
    after = os.times()
    return sum(after[2:4]) - sum(before[2:4])


def main(turns: int = 9) -> int:
    """Write each ratio; return 1 if one is above its bar."""
    runs = dict.fromkeys(words for bar in BARS for words in bar[:2])
    with tempfile.TemporaryDirectory() as home:
        for words in runs:
            spent(words, home)  # compiles what was not compiled yet
        taken = {words: [] for words in runs}
        for _ in range(turns):
            for words in runs:
                taken[words].append(spent(words, home))
    failed = 0
    for words, beside, bar in BARS:
        ratio = median(taken[words]) / median(taken[beside])
        failed |= ratio > bar
        name, other = " ".join(words[2:]), beside[1]
        sys.stdout.write(f"taakstelling {name}: {ratio:.2f} x {other} (bar {bar})\n")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
