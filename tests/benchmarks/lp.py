"""Benchmarks of the LP: ``python -m tests.benchmarks.lp [--snel]`` from the top of the checkout.

Every stack solves the same LP in the same process, in turns; medians, and ratios to highspy given
the matrix. Stacks that are not installed are named. ``--snel`` leaves out n above 1.000.
"""

import io
import logging
import subprocess
import sys
import warnings
from contextlib import redirect_stdout
from dataclasses import replace
from statistics import median
from time import perf_counter

import numpy as np

from optimiser.lp import solve_lp
from optimiser.lp.sweep import least_moved_model
from optimiser.problem import Block, Limit, Stage
from tests.benchmarks.matrix import MODELS, made_up, problem, problem_of
from tests.benchmarks.stacks import STACKS

FAST = (
    "highspy, matrix given",
    "highspy, no presolve",
    "optimiser.lp (PuLP)",
    "scipy.linprog",
    "OR-Tools GLOP",
)
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


def memory():
    """Write the peak memory of one solve above what the process held before it (Linux)."""
    say()
    for n in (342, 10_000):
        command = [sys.executable, "-c", MEMORY, str(n)]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        say(f"Peak memory of solve_lp, n = {n}, above what was in use: {float(done.stdout):.1f} MB")


def say(text=""):
    """Write one line of the report."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def measured(stacks, task, repeats):
    """Run the stacks in turns; return per stack the times of each run and check the objective."""
    times, missing, values = {}, [], {}
    for turn in range(repeats + 1):
        for name in stacks:
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
    reference = values[stacks[0]]
    for name, value in values.items():
        if abs(value - reference) > 1e-6 * max(1.0, abs(reference)):
            say(f"  ! {name} found {value}, {stacks[0]} {reference}")
    return times, missing


def table(title, times, missing):
    """Write medians [ms] and ratios to the first stack."""
    say(f"\n{title}")
    say(f"  {'':24}{'build':>9}{'solve':>9}{'read':>9}{'total':>9}{'ratio':>7}")
    first = None
    for name, runs in times.items():
        total = median(sum(run) for run in runs)
        first = first or total
        steps = "".join(f"{1000 * median(column):9.2f}" for column in zip(*runs, strict=True))
        say(f"  {name:24}{steps}{1000 * total:9.2f}{total / first:7.2f}")
    for name in missing:
        say(f"  {name:24}  not installed")


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
            start = perf_counter()
            seconds = solve_lp(data).seconds
            runs.append((perf_counter() - start, seconds.build, seconds.solve, seconds.read))
        total, build, solve, read = (1000 * median(c) for c in zip(*runs[1:], strict=True))
        parts = f"build {build:.1f}, solve {solve:.1f}, read and proof {read:.1f}"
        say(f"  {' > '.join(stages):34}{total:7.1f}   ({parts})")


def sweep(count=1000):
    """Time changed scenarios of M1: other ceilings for ten gemeenten each."""
    data = replace(made_up(342), stages=(Stage.MINST_VERPLAATST,))
    rng = np.random.default_rng(1)
    uppers = []
    for _ in range(count):
        upper = np.array(data.upper)
        chosen = rng.integers(0, 342, 10)
        upper[chosen] = np.maximum(0, upper[chosen] + rng.integers(-2, 20, 10))
        uppers.append(upper)
    zeros = np.zeros(342)
    start = perf_counter()
    model = least_moved_model(data)
    answers = [model.solve(zeros, upper) for upper in uppers]
    kept = (perf_counter() - start) / count
    start = perf_counter()
    for upper in uppers[:20]:
        limits = tuple(Limit(Block.PLAFOND, i, upper=int(u)) for i, u in enumerate(upper))
        STACKS["optimiser.lp (PuLP)"](problem_of("M1", replace(data, limits=limits)))
    rebuilt = (perf_counter() - start) / 20
    say(f"\nSweep of M1, n = 342, {count} changed scenarios on one core")
    say(f"  kept model {1000 * kept:.2f} ms each: {1 / kept:.0f} per second")
    say(f"  rebuilt with PuLP {1000 * rebuilt:.2f} ms each: {rebuilt / kept:.0f} x slower")
    say(f"  {sum(x is None for x in answers)} of {count} had no answer, and said so")


def main(arguments):
    """Write the whole report."""
    warnings.simplefilter("ignore")
    logging.disable(logging.WARNING)
    say("Medians in one process, in turns; ratio to highspy given the matrix; made-up, seeded data")
    for name, stage in MODELS.items():
        task = problem(name, stage, 342)
        size = f"{len(task.parts)} columns, {len(task.rows)} rows"
        table(f"{name}, n = 342 ({size})", *measured(tuple(STACKS), task, 15))
    whole_solves()
    sweep()
    memory()
    for n in (1000,) if "--snel" in arguments else (1000, 10_000, 100_000):
        task = problem("M1", Stage.MINST_VERPLAATST, n)
        stacks, repeats = (tuple(STACKS), 5) if n <= 1000 else (FAST, 3 if n <= 10_000 else 1)
        table(f"M1, n = {n}", *measured(stacks, task, repeats))


if __name__ == "__main__":
    main(sys.argv[1:])
