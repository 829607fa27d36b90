"""The core test: whether some of the parties could do better among themselves.

A group blocks an agreement when it has an exchange of its own, within its limits and with sum
zero, that leaves none of its members worse off than the agreement and at least one better.
For each member the numbers that are not worse form an interval, so a group blocks exactly when
zero lies between the sums of the ends: no search over persons is needed.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from optimiser.uitruil.fewest.groups import Whole, subset_sums
from optimiser.uitruil.toets.measures import Streven

#: Most parties for which every group is looked at.
CORE_LIMIT = 16


@dataclass(frozen=True, slots=True)
class Party:
    """A party as the core test sees it [personen].

    Attributes
    ----------
    before, after
        Without and with the agreement.
    lower, upper
        What an exchange may leave it with; ``upper`` None is no limit.
    streven
        What it would like.
    """

    before: int
    after: int
    lower: int
    upper: int | None
    streven: Streven

    def _clip(self, low: int, high: int) -> tuple[int, int]:
        top = high if self.upper is None else min(high, self.upper)
        return max(low, self.lower) - self.before, top - self.before

    @property
    def accepts(self) -> tuple[int, int]:
        """Least and most change that leaves it no worse off than the agreement."""
        return self._clip(*self.streven.not_worse(self.after))

    @property
    def prefers(self) -> tuple[int, int] | None:
        """Least and most change that leaves it better off; None if nothing does."""
        better = self.streven.better(self.after)
        if better is None:
            return None
        low, high = self._clip(*better)
        return (low, high) if low <= high else None


def blocking_group(parties: Sequence[Party]) -> tuple[int, ...] | None:
    """Return the smallest group that does better alone, as positions; None if there is none.

    Only groups of at least two and not of all; at most ``CORE_LIMIT`` parties.

    Raises
    ------
    ValueError
        If there are more parties.

    Examples
    --------
    A hands over 5 and would rather hand over 6, which B has room for; C only watches:

    >>> from fractions import Fraction
    >>> a = Party(10, 5, 0, None, Streven(Fraction(4), True))
    >>> b = Party(2, 4, 0, None, Streven(Fraction(9), True))
    >>> c = Party(2, 5, 0, None, Streven(Fraction(9), True))
    >>> blocking_group([a, b, c])
    (0, 1)
    """
    n = len(parties)
    if n > CORE_LIMIT:
        msg = f"{n} parties, at most {CORE_LIMIT}"
        raise ValueError(msg)
    accepts = [party.accepts for party in parties]
    masks = np.arange(1 << n)
    # A member whose own numbers fall outside its limits accepts nothing: no group with it.
    hopeless = sum(1 << i for i, (low, high) in enumerate(accepts) if low > high)
    low, high = subset_sums([a for a, _ in accepts]), subset_sums([b for _, b in accepts])
    blocks = np.zeros(1 << n, dtype=bool)
    for i, party in enumerate(parties):
        if (better := party.prefers) is not None:
            least, most = low - accepts[i][0] + better[0], high - accepts[i][1] + better[1]
            blocks |= ((masks >> i) & 1 == 1) & (least <= 0) & (most >= 0)
    return _smallest(blocks & ((masks & hopeless) == 0), n)


def _smallest(
    blocks: "np.ndarray[tuple[int], np.dtype[np.bool_]]", n: int
) -> tuple[int, ...] | None:
    sizes: Whole = subset_sums([1] * n)
    usable = np.flatnonzero(blocks & (sizes > 1) & (sizes < n))
    if not usable.size:
        return None
    first = min(map(int, usable), key=lambda m: (m.bit_count(), m))
    return tuple(i for i in range(n) if first >> i & 1)
