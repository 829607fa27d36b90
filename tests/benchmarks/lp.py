"""Benchmarks of the LP: ``python -m tests.benchmarks.lp [--snel] [--readme]`` from the checkout.

Every stack solves the same LP in the same process, in turns; medians of processor time, so a busy
machine does not count, and ratios to highspy given the matrix. Stacks that are not installed are
named. ``--snel`` leaves out n above 1.000; ``--readme`` writes the table into the README.
"""

import gc
import io
import logging
import subprocess
import sys
import warnings
from contextlib import redirect_stdout
from dataclasses import replace
from statistics import median
from time import process_time

from optimiser.lp import seconds, solve_lp
from optimiser.problem import Stage
from tests.benchmarks import afspraken, growth, readme, routes, stacks, steps
from tests.benchmarks.matrix import MODELS, made_up, problem
from tests.benchmarks.stacks import STACKS

FAST = (
    "highspy, matrix given",
    "highspy, no presolve",
    "optimiser.lp (PuLP)",
    "scipy.linprog",
    "OR-Tools GLOP",
)
#: What is asked and how often: (model, number of gemeenten, turns).
LARGE = (
    *(("M1", 10_000, 5), ("M2", 10_000, 3), ("M3", 10_000, 3)),
    *(("M1", 100_000, 3), ("M2", 100_000, 1), ("M3", 100_000, 1)),
)
SMALL = (("M1", 342, 60), ("M2", 342, 15), ("M3", 342, 15), ("M1", 1000, 15))
MEMORY = """
import sys
from pathlib import Path
from tests.benchmarks.matrix import made_up
from optimiser.lp import solve_lp

def kept(name):
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(name)) / 1024

solve_lp(made_up(20))
data = made_up(int(sys.argv[1]))
Path("/proc/self/clear_refs").write_text("5")  # the peak starts again from what is in use
before = kept("VmRSS")
solve_lp(data)
print(kept("VmHWM") - before)
"""


def memory(sizes):
    """Return per size the peak memory [MB] of one solve above what the process held (Linux)."""
    found = {}
    for n in sizes:
        command = [sys.executable, "-c", MEMORY, str(n)]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        found[n] = float(done.stdout)
        say(f"Peak memory of solve_lp, n = {n}, above what was in use: {found[n]:.1f} MB")
    return found


def say(text=""):
    """Write one line of the report."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def measured(names, task, repeats):
    """Run the stacks in turns; return per stack the times of each run and check the objective."""
    gc.collect()
    gc.freeze()  # as the app does: what is loaded for another stack costs none of them
    times, missing, values = {}, [], {}
    for turn in range(repeats + 1):
        for name in names:
            if name in missing:
                continue
            try:
                with redirect_stdout(io.StringIO()):
                    steps, values[name] = STACKS[name](task)
            except ImportError:
                missing.append(name)
                continue
            if turn:
                times.setdefault(name, []).append(steps)
    reference = values[names[0]]
    for name, value in values.items():
        if abs(value - reference) > 1e-6 * max(1.0, abs(reference)):
            say(f"  ! {name} found {value}, {names[0]} {reference}")
    return times, missing


def table(title, times, missing):
    """Write medians [ms] and ratios to the first stack; return the cells per stack."""
    say(f"\n{title}")
    say(f"  {'':24}{'build':>9}{'solve':>9}{'read':>9}{'total':>9}{'ratio':>7}")
    first, cells = None, {}
    for name, runs in times.items():
        total = median(sum(run) for run in runs)
        first = first or total
        steps = [1000 * median(column) for column in zip(*runs, strict=True)]
        written = "".join(f"{step:9.2f}" for step in steps)
        say(f"  {name:24}{written}{1000 * total:9.2f}{total / first:7.2f}")
        cells[name] = f"{total / first:.2f} ({' '.join(f'{step:.3g}' for step in steps)})"
    for name in missing:
        say(f"  {name:24}  not installed")
    return cells


def whole_solves():
    """Time ``solve_lp``: all stages, the tie rule, the proof and the exact values."""
    say("\nsolve_lp, n = 342: all stages, tie rule and proof [ms]")
    for stages in (
        (Stage.MINST_VERPLAATST,),
        (Stage.MINST_VERPLAATST, Stage.EERLIJKST),
        (Stage.EERLIJKST, Stage.MINST_VERPLAATST),
        (Stage.LAAGSTE_PIEK,),
    ):
        data = replace(made_up(342), stages=stages)
        runs = []
        for _ in range(8):
            start = process_time()
            spent = solve_lp(data).seconds
            runs.append((process_time() - start, spent.build, spent.solve, spent.read))
        total, build, solve, read = (1000 * median(c) for c in zip(*runs[1:], strict=True))
        parts = f"build {build:.1f}, solve {solve:.1f}, read and proof {read:.1f}"
        say(f"  {' > '.join(stages):34}{total:7.1f}   ({parts})")


def main(arguments):
    """Write the whole report."""
    warnings.simplefilter("ignore")
    logging.disable(logging.WARNING)
    seconds.perf_counter = stacks.perf_counter = afspraken.perf_counter = process_time
    say("Medians in one process, in turns; ratio to highspy given the matrix; made-up, seeded data")
    columns, few = {}, "--snel" in arguments
    for key, n, turns in SMALL if few else SMALL + LARGE:
        name = next(name for name in MODELS if name.startswith(key))
        task = problem(name, MODELS[name], n)
        names = FAST if n > 1000 else tuple(STACKS)
        title = f"{name}, n = {n} ({len(task.parts)} columns, {len(task.rows)} rows)"
        columns[name, n] = table(title, *measured(names, task, turns))
    whole_solves()
    beside = routes.report(say)
    steps.report(say)
    if not few:
        growth.report(say)
    # In a process of its own, as its workers are: a heap that was large before makes it faster.
    subprocess.run([sys.executable, "-m", "tests.benchmarks.sweeps"], check=True)
    peaks = memory((342, 10_000) if few else (342, 10_000, 100_000))
    if "--readme" in arguments:
        readme.write(columns, beside, peaks)


if __name__ == "__main__":
    main(sys.argv[1:])
