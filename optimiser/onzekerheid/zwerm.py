"""Thousands of draws in chunks, on one core, on all cores or on a cluster: always the same.

Chunks are numbered and each has its own random stream, so the outcome depends on the question and
the seed only. A chunk whose worker died is computed again.
"""

from collections.abc import Callable, Generator
from contextlib import closing
from dataclasses import dataclass
from functools import lru_cache
from time import perf_counter

import numpy as np
from numpy.typing import NDArray

from optimiser.io.shared_folder import put, shared_folder, take
from optimiser.onzekerheid.aannames import Aannames
from optimiser.onzekerheid.errors import SweepStoppedError
from optimiser.onzekerheid.model import Matrix, ZwermModel
from optimiser.onzekerheid.rekenen import Deel, base_inputs, chunk_sizes, evaluate, run_chunk

#: Gets chunks done and chunks in all; False stops the sweep.
Melder = Callable[[int, int], bool]
#: How often a pool that lost a worker is started again before the rest is done here.
RESTARTS = 2


@dataclass(frozen=True)
class Zwerm:
    """All draws of a sweep.

    Attributes
    ----------
    model, aannames
        What was computed.
    personen
        Shape ``(keys, draws, n)`` int32.
    maten
        Shape ``(keys, draws, measures)``, see ``rekenen.MATEN``.
    invoer
        Shape ``(draws, inputs)``, see ``rekenen.INVOER``.
    rang
        Shape ``(keys, draws)``: rank correlation of the changes with the base case.
    basis
        Shape ``(keys, n)``: the base case, nothing drawn.
    seconds
        How long the draws took.
    """

    model: ZwermModel
    aannames: Aannames
    personen: NDArray[np.int32]
    maten: Matrix
    invoer: Matrix
    rang: Matrix
    basis: NDArray[np.int32]
    seconds: float


def _silent(_done: int, _all: int) -> bool:
    return True


def sweep(
    model: ZwermModel,
    aannames: Aannames,
    workers: int = 1,
    cluster: str | None = None,
    melder: Melder = _silent,
) -> Zwerm:
    """Compute all draws.

    Parameters
    ----------
    model
        See ``build_model``.
    aannames
        Distributions, number of draws, seed.
    workers
        Processes on this computer; 1 computes here, -1 uses every core.
    cluster
        Address of a Dask scheduler instead, such as ``tcp://127.0.0.1:8786``.
    melder
        Told after every chunk; returns False to stop.

    Raises
    ------
    SweepStoppedError
        If ``melder`` stopped it.
    ClusterError
        If the cluster cannot be used.
    """
    started = perf_counter()
    number = len(chunk_sizes(aannames.trekkingen))
    parts: list[Deel] = []
    with closing(_chunks(model, aannames, workers, cluster)) as chunks:
        for part in chunks:
            parts.append(part)
            if not melder(len(parts), number):
                raise SweepStoppedError(klaar=len(parts), aantal=number)
    return Zwerm(
        model,
        aannames,
        personen=np.concatenate([part.personen for part in parts], axis=1),
        maten=np.concatenate([part.maten for part in parts], axis=1),
        invoer=np.concatenate([part.invoer for part in parts]),
        rang=np.concatenate([part.rang for part in parts if part.rang is not None], axis=1),
        basis=evaluate(model, base_inputs(model, aannames)).personen[:, 0],
        seconds=perf_counter() - started,
    )


def _chunks(
    model: ZwermModel, aannames: Aannames, workers: int, cluster: str | None
) -> Generator[Deel, None, None]:
    numbers = range(len(chunk_sizes(aannames.trekkingen)))
    if cluster is not None:
        from optimiser.onzekerheid.cluster import on_cluster

        yield from on_cluster(cluster, model, aannames, numbers)
    elif workers == 1:
        yield from (run_chunk(model, aannames, number) for number in numbers)
    else:
        yield from _on_cores(model, aannames, workers, numbers)


def _on_cores(
    model: ZwermModel, aannames: Aannames, workers: int, numbers: range
) -> Generator[Deel, None, None]:
    """Yield chunks in order from a pool; start again where a worker died, then finish here."""
    from joblib import Parallel, delayed
    from joblib.externals.loky.process_executor import TerminatedWorkerError

    done = 0
    with shared_folder() as folder:
        put(folder, "vraag", (model, aannames))
        for _ in range(RESTARTS):
            pool = Parallel(n_jobs=workers, return_as="generator", batch_size=1)
            jobs = (delayed(_leave_chunk)(folder, number) for number in numbers[done:])
            try:
                with closing(pool(jobs)) as names:
                    for name in names:
                        yield take(folder, name)
                        done += 1
            except TerminatedWorkerError:
                continue
            return
    yield from (run_chunk(model, aannames, number) for number in numbers[done:])


def _leave_chunk(folder: str, number: int) -> str:
    """Compute a chunk in a worker and leave it in the folder; return its name."""
    name = f"deel-{number}"
    put(folder, name, run_chunk(*_question(folder), number))
    return name


@lru_cache(maxsize=1)
def _question(folder: str) -> tuple[ZwermModel, Aannames]:
    """Return what a worker computes; read once per sweep."""
    found: tuple[ZwermModel, Aannames] = take(folder, "vraag")
    return found
