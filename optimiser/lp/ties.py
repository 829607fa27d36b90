"""Which gemeenten the last rule, the gm_code, decided: listed, not hidden."""

from collections import defaultdict

from optimiser.lp.symbols import Face

Signature = tuple[frozenset[int], frozenset[int]]


def tied(face: Face, x: tuple[int, ...]) -> tuple[int, ...]:
    """List the gemeenten that can exchange a person inside a face.

    Parameters
    ----------
    face
        What all stages and the open claim left: every distribution in it is as good as ``x``.
    x
        The distribution that was chosen [personen].

    Returns
    -------
    tuple of int
        Positions, ascending; empty if the stages decided every number.

    Notes
    -----
    ``x - e_i + e_j`` stays in the face when every row at its lower bound that holds ``i`` also
    holds ``j`` and every row at its upper bound that holds ``j`` also holds ``i``; gemeenten with
    the same such rows are looked at together.
    """
    gives: dict[Signature, list[int]] = defaultdict(list)
    takes: dict[Signature, list[int]] = defaultdict(list)
    for i, signature in _signatures(face, x).items():
        if x[i] > face.lower[i]:
            gives[signature].append(i)
        if x[i] < face.upper[i]:
            takes[signature].append(i)
    holding: dict[int | None, list[Signature]] = defaultdict(list)
    for taker in takes:
        for row in (None, *taker[0]):
            holding[row].append(taker)
    result: set[int] = set()
    for (low_i, high_i), givers in gives.items():
        for low_j, high_j in holding[next(iter(low_i), None)]:  # others lack one of its rows
            if low_i <= low_j and high_j <= high_i:
                _add_pairs(result, givers, takes[low_j, high_j])
    return tuple(sorted(result))


def _add_pairs(result: set[int], givers: list[int], takers: list[int]) -> None:
    """Add everyone who has a partner other than itself."""
    if len({*givers, *takers}) > 1:
        result.update(i for i in givers if takers != [i])
        result.update(j for j in takers if givers != [j])


def _signatures(face: Face, x: tuple[int, ...]) -> dict[int, Signature]:
    """Return per open gemeente the rows that are at their lower and at their upper bound."""
    openings = [i for i, (a, b) in enumerate(zip(face.lower, face.upper, strict=True)) if a < b]
    low: dict[int, tuple[int, ...]] = dict.fromkeys(openings, ())
    high = low.copy()
    for number, row in enumerate(face.rows):
        members = [i for i in row.members if i in low]
        total = sum(map(x.__getitem__, row.members)) if members else None
        if members and total == row.lower:
            low.update((i, (*low[i], number)) for i in members)
        if members and total == row.upper:
            high.update((i, (*high[i], number)) for i in members)
    sets = {rows: frozenset(rows) for rows in {*low.values(), *high.values()}}
    return {i: (sets[low[i]], sets[high[i]]) for i in openings}
