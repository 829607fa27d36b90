"""The table of the benchmarks in the README, between two marks; written by the benchmark itself."""

import platform
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

README = Path(__file__).parents[2] / "README.md"
START, END = "<!-- benchmark: start -->", "<!-- benchmark: end -->"
PACKAGES = ("pulp", "highspy", "scipy", "cvxpy", "ortools", "pyomo", "linopy", "numpy")
ENGLISH = {"M1": "least moved", "M2": "lowest peak", "M3": "fairest"}


def write(columns, beside, peaks):
    """Put the table between the marks.

    Parameters
    ----------
    columns
        Per (question, number of gemeenten) the cell of each stack.
    beside
        Lines of questions that have a route of their own: question, ours, other.
    peaks
        Peak memory [MB] per number of gemeenten.
    """
    heads = [f"{ENGLISH[name[:2]]}, {n:,}" for name, n in columns]
    names = dict.fromkeys(name for cells in columns.values() for name in cells)
    lines = [row(["ratio (build, solve, read ms)", *heads]), row(["---"] * (len(heads) + 1))]
    lines += [row([name, *(cells.get(name, "") for cells in columns.values())]) for name in names]
    lines += ["", row(["question", "ours", "beside"]), row(["---"] * 3), *map(row, beside)]
    memory = ", ".join(f"{mb:.0f} MB at {n:,}" for n, mb in peaks.items())
    lines += ["", f"Peak memory of `solve_lp` above what was in use: {memory}. {machine()}"]
    before, _, rest = README.read_text(encoding="utf-8").partition(START)
    after = rest.partition(END)[2]
    content = "\n".join([START, "", *lines, "", END])
    README.write_text(f"{before}{content}{after}", encoding="utf-8")


def row(cells):
    """Return one line of a Markdown table."""
    return f"| {' | '.join(cells)} |"


def machine():
    """Name the machine and the versions."""
    cpu = Path("/proc/cpuinfo")
    models = [
        line.partition(": ")[2]
        for line in (cpu.read_text().splitlines() if cpu.exists() else ())
        if line.startswith("model name")
    ]
    found = [f"{name} {had}" for name in PACKAGES if (had := installed(name))]
    where = f"{models[0]}, {len(models)} cores" if models else platform.processor()
    return f"{where}; Python {platform.python_version()}, {', '.join(found)}."


def installed(name):
    """Return the version of a package, or nothing."""
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
