"""Who may compute now: first come, first served, so many at once and one per user."""

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Condition

#: How often who waits looks whether it was given up [s].
LOOK = 0.2


class GivenUpError(Exception):
    """Nobody waits for this any more."""


@dataclass(eq=False, slots=True)
class Turn:
    """A place in the queue of one user."""

    user: Hashable


@dataclass
class Turns:
    """A queue; shared between threads.

    Attributes
    ----------
    places
        Most at once.
    per_user
        Most at once of one user.
    """

    places: int
    per_user: int = 1
    _waiting: list[Turn] = field(default_factory=list)
    _running: list[Turn] = field(default_factory=list)
    _changed: Condition = field(default_factory=Condition)

    def join(self, user: Hashable) -> Turn:
        """Stand at the end."""
        with self._changed:
            self._waiting.append(Turn(user))
            return self._waiting[-1]

    def before(self, turn: Turn) -> int:
        """Return how many wait before this one."""
        with self._changed:
            return self._waiting.index(turn) if turn in self._waiting else 0

    @contextmanager
    def have(self, turn: Turn, given_up: Callable[[], bool]) -> Iterator[None]:
        """Wait for the turn and hold a place meanwhile.

        Raises
        ------
        GivenUpError
            If it was given up before its turn.
        """
        with self._changed:
            try:
                while not self._may(turn):
                    if given_up():
                        raise GivenUpError
                    self._changed.wait(LOOK)
            finally:
                self._waiting.remove(turn)
            self._running.append(turn)
        try:
            yield
        finally:
            with self._changed:
                self._running.remove(turn)
                self._changed.notify_all()

    def _may(self, turn: Turn) -> bool:
        """Tell whether it is the first in line that may go: who has a place already lets pass."""
        if len(self._running) >= self.places:
            return False
        for one in self._waiting:
            if sum(other.user == one.user for other in self._running) < self.per_user:
                return one is turn
        return False
