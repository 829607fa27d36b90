"""Where the time goes: building, solving, reading."""

from contextlib import AbstractContextManager
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
        self._build, self._solve, self._read = _Step(), _Step(), _Step()

    def building(self) -> AbstractContextManager[None]:
        """Time the writing of a problem."""
        return self._build

    def solving(self) -> AbstractContextManager[None]:
        """Time the solver, the hand-over by PuLP included."""
        return self._solve

    def reading(self) -> AbstractContextManager[None]:
        """Time the reading and the proof."""
        return self._read

    def seconds(self) -> Seconds:
        """Return what was measured so far."""
        return Seconds(self._build.spent, self._solve.spent, self._read.spent)


class _Step(AbstractContextManager[None]):
    """A stopwatch; a class, as a generator would cost more than some of what it measures."""

    def __init__(self) -> None:
        self.spent = self._start = 0.0

    def __enter__(self) -> None:
        self._start = perf_counter()

    def __exit__(self, *_: object) -> None:
        self.spent += perf_counter() - self._start
