"""Rows and segments to a PuLP problem; the only place that decides how they are written down.

``x_i = a_i + sum of segments up - sum of segments down`` around an anchor ``a``; a segment is one
bounded variable. A row over one gemeente is a bound of its segments and costs no row: the model
of least moved has 35 rows for 35 regions instead of 719.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import pulp

from optimiser.lp.constraints import GROUP_BLOCKS
from optimiser.lp.solver import Pairs, Problem, add_row, expression
from optimiser.lp.symbols import Face, Measure, Row, Segment
from optimiser.problem import SOFT_BLOCKS, ModelInput


@dataclass(frozen=True, slots=True)
class Built:
    """A problem and how to read it: variables per segment, and the row behind each dual value."""

    problem: Problem
    variables: tuple[Any, ...]
    rows: tuple[Row, ...]


def start_face(data: ModelInput, *, stretch: bool = False) -> Face:
    """Collect the rows over several gemeenten; fold those over one into its bounds.

    Parameters
    ----------
    stretch
        Leave the soft rows out: ``minste_tekort`` prices them instead.
    """
    lower, upper = [0] * len(data.gm_codes), [data.total] * len(data.gm_codes)
    rows: list[Row] = []
    for row in (row for block in GROUP_BLOCKS for row in block(data)):
        if row.measure is not Measure.TOEWIJZING or len(row.members) != 1:
            rows.append(row)
        else:
            _fold(lower, upper, row.members[0], row.lower, row.upper)
    soft = tuple(SOFT_BLOCKS) if stretch else ()  # found by identity: no hash is asked
    for block, gemeente, low, high in data.limits:
        if block not in soft:
            _fold(lower, upper, gemeente, low, high)
    return Face(tuple(lower), tuple(upper), tuple(rows))


def _fold(lower: list[int], upper: list[int], i: int, low: int | None, high: int | None) -> None:
    """Narrow the bounds of one gemeente."""
    if low is not None and low > lower[i]:
        lower[i] = low
    if high is not None and high < upper[i]:
        upper[i] = high


def build_problem(
    data: ModelInput,
    rows: Sequence[Row],
    segments: Sequence[Segment],
    costs: Sequence[int | float],
    anchor: Sequence[int],
) -> Built:
    """Write one problem: minimise the cost of the segments under the rows.

    Parameters
    ----------
    rows
        Rows that are written out; bounds are in the segments already.
    segments, costs
        One variable each, from 0 to ``length``, and what one person in it costs.
    anchor
        Per gemeente, the number from which the segments count [personen].

    Notes
    -----
    The problem belongs to the caller's thread and is dropped after the solve.
    """
    problem = pulp.LpProblem("taakstelling", pulp.LpMinimize)
    names = _names(data, segments)
    variables = [
        problem.add_variable(name, 0, segment.length)
        for name, segment in zip(names, segments, strict=True)
    ]
    pairs = zip(variables, costs, strict=True)
    problem.setObjective(expression([(v, cost) for v, cost in pairs if cost]))
    moving: dict[int, Pairs] = {}
    above: dict[int, Pairs] = {}
    for variable, segment in zip(variables, segments, strict=True):
        pair = (variable, float(segment.step))
        moving.setdefault(segment.gemeente, []).append(pair)
        if segment.above:
            above.setdefault(segment.gemeente, []).append(pair)
    written: list[Row] = []
    for row in rows:
        plain = row.measure is Measure.TOEWIJZING
        held = moving if plain else above
        terms = [pair for i in row.members if i in held for pair in held[i]]
        if plain:
            base = sum(map(anchor.__getitem__, row.members))
        else:
            base = sum(max(0, anchor[i] - data.doel[i]) for i in row.members)
        written += _write(problem, row, terms, base)
    return Built(problem, tuple(variables), tuple(written))


def _write(problem: Problem, row: Row, terms: Pairs, base: int) -> Iterator[Row]:
    """Add a row, as two when it has two different sides; one :class:`Row` per dual value."""
    if row.lower is not None and row.lower == row.upper:
        sides = [("==", row.lower, row.name)]
    else:
        low, high = f"{row.name}_min", f"{row.name}_max"
        bounds = [(">=", row.lower, low), ("<=", row.upper, high)]
        sides = [(sense, bound, name) for sense, bound, name in bounds if bound is not None]
    for sense, bound, name in sides:
        add_row(problem, terms, sense, bound - base, name)
        yield row


def _names(data: ModelInput, segments: Sequence[Segment]) -> Iterator[str]:
    """Name the variables ``op_GM0003``, ``neer_GM0003``; further ones get a number."""
    seen: dict[tuple[int, int], int] = {}
    for segment in segments:
        side = gemeente, step = segment[:2]
        number = seen[side] = seen.get(side, 0) + 1
        stem = f"op_{data.gm_codes[gemeente]}" if step > 0 else f"neer_{data.gm_codes[gemeente]}"
        yield stem if number == 1 else f"{stem}_{number}"
