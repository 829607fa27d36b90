"""The chunks of a sweep on a Dask cluster; needs the extra ``cluster``.

Dask sends Python objects between computers: use a scheduler of your own that nobody else reaches.
"""

from collections.abc import Generator, Sequence
from typing import Any

from optimiser.onzekerheid.aannames import Aannames
from optimiser.onzekerheid.errors import ClusterError
from optimiser.onzekerheid.model import ZwermModel
from optimiser.onzekerheid.rekenen import Deel, run_chunk

#: Seconds to wait for the scheduler.
TIMEOUT = 10


def on_cluster(
    adres: str, model: ZwermModel, aannames: Aannames, numbers: Sequence[int]
) -> Generator[Deel, None, None]:
    """Yield the chunks in order; Dask computes those of a lost worker again on another.

    Raises
    ------
    ClusterError
        If ``distributed`` is not installed, the scheduler does not answer, it has no workers, or
        every worker that got a chunk died.
    """
    try:
        from distributed import Client
        from distributed.client import FutureCancelledError
        from distributed.scheduler import KilledWorker
    except ImportError:
        reason = "distributed is niet geïnstalleerd (extra 'cluster')"
        raise ClusterError(adres=adres, reden=reason) from None
    try:
        client: Any = Client(adres, timeout=TIMEOUT, set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, ValueError, TypeError) as error:
        reason = f"de scheduler antwoordt niet binnen {TIMEOUT} seconden"
        raise ClusterError(adres=adres, reden=reason) from error
    with client:
        if not client.scheduler_info()["workers"]:
            raise ClusterError(adres=adres, reden="er zijn geen workers aangemeld")
        futures = [
            client.submit(run_chunk, model, aannames, number, pure=False, retries=2)
            for number in numbers
        ]
        try:
            for future in futures:
                yield future.result()
        except (KilledWorker, FutureCancelledError) as error:
            reason = "de workers vielen telkens uit"
            raise ClusterError(adres=adres, reden=reason) from error
        finally:
            client.cancel(futures)
