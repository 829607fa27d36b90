"""Heavy work in processes of their own, so that it does not hold up the steps of others.

A process is kept for the next work: it has loaded what it needs. Work that is given up is ended by
ending its process. They speak over a private socket, in pickles that only they write.
"""

import os
import subprocess
import sys
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from threading import Lock
from typing import Any

from optimiser.errors import OptimiserError

#: How often who waits for an answer looks whether it was given up [s].
LOOK = 0.2
#: Politeness of a process: the steps of visitors go first (0 none, 19 most).
NICE = 10
_DONE, _TOLD, _REFUSED, _BUG = "klaar", "voortgang", "geweigerd", "fout"


class WorkerGoneError(OptimiserError):
    """The process that computed ended, such as for want of memory. No facts."""

    code = "rekenproces_weg"


@dataclass(slots=True)
class Voortgang:
    """What work tells while it runs, and whether somebody gave it up.

    Attributes
    ----------
    tekst
        What it does now; empty where it does not say.
    gestopt
        Set by the page; work that looks at it ends early.
    """

    tekst: str = ""
    gestopt: bool = False


#: Work: a function of a module, or a ``partial`` of one, so that another process can load it.
Make = Callable[[Voortgang], Any]


class _Sending(Voortgang):
    """Progress inside a process: what is told is sent."""

    def __init__(self, line: "Connection") -> None:
        super().__init__()
        object.__setattr__(self, "line", line)

    def __setattr__(self, name: str, value: Any) -> None:  # noqa: ANN401 - any field
        object.__setattr__(self, name, value)
        if name == "tekst" and hasattr(self, "line"):
            self.line.send((_TOLD, value))


@dataclass(frozen=True)
class Worker:
    """A process that computes one thing after another."""

    process: "subprocess.Popen[bytes]"
    line: "Connection"

    def compute(self, make: Make, voortgang: Voortgang) -> Any:  # noqa: ANN401 - what make returns
        """Return what the work returns; raise what it raised.

        Raises
        ------
        WorkerGoneError
            If the process ended, also because the work was given up.
        """
        try:
            self.line.send(make)
            while True:
                while not self.line.poll(LOOK):
                    if voortgang.gestopt:
                        self.end()
                        raise WorkerGoneError
                kind, told = self.line.recv()
                if kind == _TOLD:
                    voortgang.tekst = told
                elif kind == _DONE:
                    return told
                elif kind == _REFUSED:
                    raise told[0](**told[1])
                else:
                    raise RuntimeError(told)
        except (EOFError, OSError) as error:
            self.end()
            raise WorkerGoneError from error

    def end(self) -> None:
        """End the process."""
        self.process.kill()
        self.process.wait()
        self.line.close()


_IDLE: list[Worker] = []
_LOCK = Lock()


def compute_apart(make: Make, voortgang: Voortgang) -> Any:  # noqa: ANN401 - what make returns
    """Compute in a process that is free, or in a new one; raises as ``Worker.compute``."""
    with _LOCK:
        worker = _IDLE.pop() if _IDLE else None
    worker = worker or _started()
    try:
        return worker.compute(make, voortgang)
    finally:
        if worker.process.poll() is None:
            with _LOCK:
                _IDLE.append(worker)


def _started() -> Worker:
    ours, theirs = Pipe()
    process = subprocess.Popen(
        [sys.executable, "-m", "optimiser.ui.frame.worker", str(theirs.fileno())],
        pass_fds=[theirs.fileno()], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(one for one in sys.path if one)},
    )  # fmt: skip
    theirs.close()
    return Worker(process, ours)


def _serve(line: "Connection") -> None:
    """Compute what comes until nobody is there any more."""
    os.nice(NICE)
    while True:
        try:
            make = line.recv()
            line.send(_answer(make, _Sending(line)))
        except (EOFError, OSError):
            return


def _answer(make: Make, voortgang: Voortgang) -> tuple[str, Any]:
    try:
        return _DONE, make(voortgang)
    except OptimiserError as error:
        return _REFUSED, (type(error), error.params)
    except Exception:
        # A bug: the page tells a number, the trace goes to the log there.
        return _BUG, traceback.format_exc()


if __name__ == "__main__":
    _serve(Connection(int(sys.argv[1])))
