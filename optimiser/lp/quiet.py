"""Import highspy without the banner that it writes to C's standard output.

highspy 1.16 prints at the first ``Highs()``, whatever the options; it would land in a piped CSV.
One object is therefore made here, once per process, with file descriptor 1 on the null device.
"""

import os
import sys
import threading

import highspy

_lock = threading.Lock()


def _first_highs() -> None:
    """Make and drop the first ``Highs()`` of the process in silence."""
    with _lock:
        sys.stdout.flush()
        kept = os.dup(1)
        null = os.open(os.devnull, os.O_WRONLY)
        try:
            os.dup2(null, 1)
            highspy.Highs()  # type: ignore[no-untyped-call]
        finally:
            os.dup2(kept, 1)
            os.close(null)
            os.close(kept)


_first_highs()

__all__ = ["highspy"]
