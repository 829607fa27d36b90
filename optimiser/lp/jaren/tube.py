"""The tube: between which sums a national number may run.

In a half-year t the inflow is ``a_t`` and ``T_t`` is announced; nobody is housed before having a
permit, so the queue ``Q_t = Q_0 + a_1 + .. + a_t - T_1 - .. - T_t`` is never below zero. Every
limit on the queue is a limit on the sum ``C_t = T_1 + .. + T_t``: ``lower_t <= C_t <= upper_t``.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate


@dataclass(frozen=True, slots=True)
class Tube:
    """What may be announced; whole persons throughout.

    Attributes
    ----------
    instroom
        Inflow per half-year, length H [personen].
    begin
        Queue before the first half-year [personen].
    vorige
        Last announced number, from which the first jump counts; ``None`` if it does not count.
    lower, upper
        Least and most that may be announced up to and including each half-year, length H.
    """

    instroom: tuple[int, ...]
    begin: int
    vorige: int | None
    lower: tuple[int, ...]
    upper: tuple[int, ...]

    def __post_init__(self) -> None:
        count = len(self.instroom)
        if not count or {len(self.lower), len(self.upper)} != {count}:
            msg = "a tube needs at least one half-year, and both sides of each"
            raise ValueError(msg)
        if any(low > high for low, high in zip(self.lower, self.upper, strict=True)):
            msg = "the tube is empty in a half-year"
            raise ValueError(msg)


def make_tube(
    instroom: Sequence[int],
    begin: int,
    queue_limits: Sequence[int | None],
    *,
    vorige: int | None = None,
) -> Tube:
    """Return the tube under a largest queue per half-year.

    Parameters
    ----------
    queue_limits
        Largest queue at the end of each half-year, ``None`` for no limit [personen].

    Notes
    -----
    Announcing everybody at once keeps every queue at zero, so a tube is never empty.

    Examples
    --------
    >>> make_tube([6, 6, 6, 12], 0, [None, None, None, 3]).lower
    (0, 0, 0, 27)
    """
    together = [begin + total for total in accumulate(instroom)]
    least = [
        0 if limit is None else max(0, total - limit)
        for total, limit in zip(together, queue_limits, strict=True)
    ]
    return Tube(tuple(instroom), begin, vorige, tuple(accumulate(least, max)), tuple(together))
