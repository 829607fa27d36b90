"""Smoothing of somebody who sees only the past: the honest counterpart of every plan.

He expects the inflow of the last half-year again and wants the queue back to what came within the
norm of it, with at most one jump's change: ``T_t = a_{t-1} + Q_{t-1} - floor(norm x a_{t-1})``,
between ``T_{t-1} - J`` and ``T_{t-1} + J``, never below zero and never more than are there.
"""

from collections.abc import Sequence

from optimiser.tijd.gladstrijken.queue import within_norm


def announce_without_foresight(
    instroom: Sequence[int],
    begin: int,
    vorige: int,
    jump: int,
    *,
    norm_weken: int = 14,
    inflow_before: int | None = None,
) -> tuple[int, ...]:
    """Return the numbers of who knows the inflow of a half-year only afterwards.

    Parameters
    ----------
    instroom
        Inflow per half-year; the last one is never seen [personen].
    begin
        Queue at the start [personen].
    vorige
        Number of the half-year before.
    jump
        Largest change per half-year [personen].
    inflow_before
        Inflow of the half-year before; default ``vorige`` (aanname).

    Examples
    --------
    The half-years 2019-1 to 2021-2: the jump of 2021-1 comes too late, the queue grows.

    >>> announce_without_foresight([6012, 5994, 5620, 6500, 13500, 11000], 3237, 6012, 1500)[-2:]
    (6906, 8406)
    """
    queue, before = begin, vorige
    seen = vorige if inflow_before is None else inflow_before
    numbers = []
    for inflow in instroom:
        wanted = seen + queue - within_norm(seen, norm_weken)
        number = min(max(wanted, before - jump, 0), before + jump, queue + inflow)
        queue += inflow - number
        numbers.append(number)
        before, seen = number, inflow
    return tuple(numbers)
