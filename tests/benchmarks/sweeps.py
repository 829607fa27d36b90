"""Changed scenarios per second: every aim on one core, then two cores, then Dask workers."""

from contextlib import suppress
from dataclasses import replace
from time import perf_counter, process_time

import numpy as np

from optimiser.engine.costs import stage_components
from optimiser.lp.build import start_face
from optimiser.lp.costs import OneCost
from optimiser.lp.stages.network import Task, settle
from optimiser.lp.sweep import least_moved_model
from optimiser.lp.symbols import ModelInfeasibleError
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
    """Answer changed scenarios; return seconds and how many had no answer.

    Least moved by one kept model. A curved cost moves further than the units it cuts finely, so
    the other aims are settled anew, each with its proof.
    """
    data = replace(made_up(342), stages=(stage,))
    uppers, cost = ceilings(data, count, seed), OneCost(stage_components(data, stage)[0])
    zeros, none = np.zeros(342), 0
    start = process_time()
    model = least_moved_model(data) if stage is Stage.MINST_VERPLAATST else None
    for upper in uppers:
        none += (model.solve(zeros, upper) if model else settled(data, cost, upper)) is None
    return process_time() - start, none


def settled(data, cost, upper):
    """Answer one scenario without a kept model; None if it cannot close."""
    face = start_face(replace(data, limits=()))
    with suppress(ModelInfeasibleError):
        return settle(Task(data), cost, replace(face, upper=tuple(upper.tolist())))[0]
    return None


def report(say, count=1000):
    """Write scenarios per second, and what more workers add."""
    say(f"\nSweep, n = 342, {count} changed scenarios on one core (processor time)")
    for stage in STAGES:
        seconds, none = swept(stage, count)
        say(f"  {stage:18}{count / seconds:8.0f} per second   ({none} without an answer)")
    say("More workers (clock; ratio to one process, least moved, ten parts)")
    start = perf_counter()
    for seed in range(10):
        swept(STAGES[0], count, seed)
    alone = perf_counter() - start
    for name, run in (("2 processes", on_processes), *dask_runs()):
        try:
            took = run(count)
        except ImportError:
            say(f"  {name:18}not installed")
            continue
        say(f"  {name:18}{alone / took:8.2f} x   {10 * count / took:.0f} per second")


def on_processes(count):
    """Sweep ten parts on two processes that are running already; return the seconds."""
    from joblib import Parallel, delayed

    with Parallel(n_jobs=2, batch_size=1) as pool:
        pool(delayed(swept)(STAGES[0], 1, seed) for seed in range(2))
        start = perf_counter()
        pool(delayed(swept)(STAGES[0], count, seed) for seed in range(10))
        return perf_counter() - start


def dask_runs():
    """Yield a run per number of local Dask workers."""
    for workers in (1, 2, 3, 4):
        yield f"Dask, {workers} workers", lambda count, workers=workers: on_dask(count, workers)


def on_dask(count, workers):
    """Sweep ten parts on local Dask workers that are running already; return the seconds."""
    from distributed import Client, LocalCluster

    local = {"dashboard_address": None, "host": "127.0.0.1", "threads_per_worker": 1}
    with LocalCluster(n_workers=workers, **local) as cluster, Client(cluster) as client:
        client.gather(client.map(swept, [STAGES[0]] * workers, [1] * workers, range(workers)))
        start = perf_counter()
        parts = client.map(swept, [STAGES[0]] * 10, [count] * 10, range(100, 110))
        client.gather(parts)
        return perf_counter() - start
