"""Benchmarks of the comparison: ``python -m tests.benchmarks.onzekerheid [--snel]``.

Draws per second on one core, two cores and a local Dask cluster, and whether all three give the
same bits and the same rank order of the keys; then ``vergelijk`` cold and its computing. ``--snel``
takes 2.000 draws instead of 10.000.
"""

import subprocess
import sys
from statistics import median
from time import perf_counter

import numpy as np

from optimiser.compare import Vraag, compare_sleutels
from optimiser.io.gegevens import read_embedded
from optimiser.onzekerheid.aannames import Aannames
from optimiser.onzekerheid.mengen import wisselpunten
from optimiser.onzekerheid.model import build_model
from optimiser.onzekerheid.samenvatting import rangorde
from optimiser.onzekerheid.zwerm import sweep
from optimiser.rounding.all_totals import all_totals
from optimiser.verdeelsleutels import shares

HALFJAAR = "2025-2"
COLD = [sys.executable, "-m", "optimiser", "vergelijk", "--halfjaar", HALFJAAR]


def say(text=""):
    """Write one line of the report."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def timed(task, repeats):
    """Return the median seconds of a task."""
    times = []
    for _ in range(repeats):
        started = perf_counter()
        task()
        times.append(perf_counter() - started)
    return median(times)


def same(one, other):
    """Tell whether two sweeps agree bit for bit."""
    pairs = [(getattr(one, n), getattr(other, n)) for n in ("personen", "maten", "invoer", "rang")]
    return all(np.array_equal(a, b, equal_nan=True) for a, b in pairs)


def on_dask(model, assumed):
    """Sweep on two local Dask workers; None when ``distributed`` is not installed."""
    try:
        from distributed import LocalCluster
    except ImportError:
        return None
    local = {"dashboard_address": None, "host": "127.0.0.1"}
    with LocalCluster(n_workers=2, threads_per_worker=1, **local) as cluster:
        sweep(model, assumed.adjusted(trekkingen=500), cluster=cluster.scheduler_address)
        return sweep(model, assumed, cluster=cluster.scheduler_address)


def draws(gegevens, number):
    """Report the draws."""
    assumed = Aannames(trekkingen=number)
    model = build_model(Vraag(HALFJAAR), assumed, gegevens)
    one = sweep(model, assumed)
    sweep(model, assumed.adjusted(trekkingen=500), workers=2)  # starts the processes
    two = sweep(model, assumed, workers=2)
    order = rangorde(one)["sleutel"].tolist()
    say(f"{number} draws, {len(model.labels)} keys, {len(model.gm_codes)} gemeenten")
    for name, found in (
        ("1 core", one),
        ("2 cores", two),
        ("Dask, 2 workers", on_dask(model, assumed)),
    ):
        if found is None:
            say(f"  {name:16} not installed")
            continue
        rate, factor = number / found.seconds, one.seconds / found.seconds
        equal = same(one, found) and rangorde(found)["sleutel"].tolist() == order
        say(f"  {name:16} {found.seconds:6.2f} s {rate:7.0f}/s  x{factor:4.2f}  same: {equal}")


def main():
    """Run everything."""
    gegevens = read_embedded()
    draws(gegevens, 2_000 if "--snel" in sys.argv else 10_000)
    figures = gegevens.figures(2024).tabel
    first, second = (dict(shares(k, figures)) for k in ("inwoners", "sociale_huurvoorraad"))
    say(f"all totals 0-30.000, one pass   {timed(lambda: all_totals(first), 5) * 1000:7.1f} ms")
    found = wisselpunten(first, second, 13_000)
    seconds = timed(lambda: wisselpunten(first, second, 13_000), 1)
    say(f"{len(found)} switching points, exact     {seconds * 1000:7.0f} ms")
    computing = timed(lambda: compare_sleutels(Vraag(HALFJAAR), gegevens), 5)
    say(f"vergelijk, computing            {computing * 1000:7.0f} ms (bar 300)")
    cold = timed(lambda: subprocess.run(COLD, capture_output=True, check=True), 5)
    say(f"vergelijk, cold                 {cold * 1000:7.0f} ms (bar 3000)")


if __name__ == "__main__":
    main()
