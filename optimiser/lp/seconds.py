"""Where the time goes: building, solving, reading."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from time import perf_counter


@dataclass(frozen=True, slots=True)
class Seconds:
    """Wall-clock time per step [s], summed over the stages."""

    build: float
    solve: float
    read: float

    @property
    def total(self) -> float:
        """All steps together [s]."""
        return self.build + self.solve + self.read


class Clock:
    """Adds up the time of each step; one per solve."""

    def __init__(self) -> None:
        self._spent = {"build": 0.0, "solve": 0.0, "read": 0.0}

    @contextmanager
    def _measure(self, step: str) -> Iterator[None]:
        start = perf_counter()
        try:
            yield
        finally:
            self._spent[step] += perf_counter() - start

    def building(self) -> AbstractContextManager[None]:
        """Time the writing of a problem."""
        return self._measure("build")

    def solving(self) -> AbstractContextManager[None]:
        """Time the solver, the hand-over by PuLP included."""
        return self._measure("solve")

    def reading(self) -> AbstractContextManager[None]:
        """Time the reading and the proof."""
        return self._measure("read")

    def seconds(self) -> Seconds:
        """Return what was measured so far."""
        return Seconds(**self._spent)
