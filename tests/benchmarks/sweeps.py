"""Changed scenarios per second: every aim on one core, then two cores, then Dask workers."""

import sys
from dataclasses import replace
from time import perf_counter, process_time

import numpy as np

from optimiser.engine import optima
from optimiser.problem import Stage
from tests.benchmarks.matrix import made_up

STAGES = (Stage.MINST_VERPLAATST, Stage.LAAGSTE_PIEK, Stage.EERLIJKST)


def ceilings(data, count, seed=1):
    """Return changed scenarios: other ceilings for ten gemeenten each."""
    rng, rows = np.random.default_rng(seed), []
    for _ in range(count):
        upper = np.array(data.upper)
        chosen = rng.integers(0, len(upper), 10)
        upper[chosen] = np.maximum(0, upper[chosen] + rng.integers(-2, 20, 10))
        rows.append(upper)
    return rows


def swept(stage, count, seed=1):
    """Answer changed scenarios, ties too; return seconds and how many cannot close."""
    data = replace(made_up(342), stages=(stage,))
    uppers = ceilings(data, count, seed)
    start = process_time()
    _, closes = optima(data, 0, uppers)
    return process_time() - start, count - int(closes.sum())


def report(say, count=1000, larger=2000):
    """Write scenarios per second, and what more workers add."""
    say(
        f"\nSweep, n = 342, {count} changed scenarios on one core (processor time, exact, ties too)"
    )
    for stage in STAGES:
        seconds, none = swept(stage, count)
        say(f"  {stage:18}{count / seconds:8.0f} per second   ({none} without an answer)")
    say(f"More workers: ten parts of {larger} least moved, as a ratio to one process")
    say("(by the clock; processor time of the work; and of handing it out, beside the work)")
    start, alone = perf_counter(), sum(part(larger, seed) for seed in range(10))
    clock = perf_counter() - start
    for name, run in (("2 processes", on_processes), *dask_runs()):
        try:
            took, handing, work = run(larger)
        except ImportError:
            say(f"  {name:18}not installed")
            continue
        rate = f"{10 * larger / took:.0f} per second"
        say(f"  {name:18}{clock / took:8.2f} x{work / alone:8.2f} x{handing / work:9.3f}   {rate}")


def part(count, seed):
    """Sweep one part of a larger sweep; return the processor time it took here, making it too."""
    start = process_time()
    swept(STAGES[0], count, seed)
    return process_time() - start


def timed(run):
    """Return seconds by the clock, processor time of this process and that of the parts."""
    clock, here = perf_counter(), process_time()
    work = sum(run())
    return perf_counter() - clock, process_time() - here, work


def on_processes(count):
    """Sweep ten parts on two processes that are running already."""
    from joblib import Parallel, delayed

    with Parallel(n_jobs=2, batch_size=1) as pool:
        pool(delayed(part)(1, seed) for seed in range(2))
        return timed(lambda: pool(delayed(part)(count, seed) for seed in range(10)))


def dask_runs():
    """Yield a run per number of local Dask workers."""
    for workers in (1, 2, 3, 4):
        yield f"Dask, {workers} workers", lambda count, workers=workers: on_dask(count, workers)


def on_dask(count, workers):
    """Sweep ten parts on local Dask workers that are running already."""
    from distributed import Client, LocalCluster

    local = {"dashboard_address": None, "host": "127.0.0.1", "threads_per_worker": 1}
    with LocalCluster(n_workers=workers, **local) as cluster, Client(cluster) as client:
        client.gather(client.map(part, [1] * workers, range(workers)))
        return timed(lambda: client.gather(client.map(part, [count] * 10, range(100, 110))))


if __name__ == "__main__":
    report(lambda text: sys.stdout.write(text + "\n"))
