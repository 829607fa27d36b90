"""Borders as arcs: each line between two gemeenten once, and every gemeente as a row of arcs."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray

Point = tuple[int, int]
#: Owner of the outside of the country.
NOBODY = -1


@dataclass(frozen=True, slots=True)
class Arcs:
    """A coverage taken apart.

    Attributes
    ----------
    lines
        Points of each arc [m].
    owners
        Of each arc the numbers of the one or two shapes beside it, ascending; ``NOBODY`` first
        where there is only one.
    rings
        Of each shape its rings; a ring is a row of arc numbers, ``~n`` is arc ``n`` backwards.
    """

    lines: tuple[tuple[Point, ...], ...]
    owners: tuple[tuple[int, int], ...]
    rings: tuple[tuple[tuple[int, ...], ...], ...]


def to_arcs(shapes: NDArray[np.object_]) -> Arcs:
    """Take a valid coverage of polygons with whole coordinates apart.

    Raises
    ------
    ValueError
        If a line has more than two shapes beside it: the shapes overlap.

    >>> pair = np.array([shapely.box(0, 0, 1, 1), shapely.box(1, 0, 2, 1)])
    >>> arcs = to_arcs(pair)
    >>> sorted(arcs.owners)
    [(-1, 0), (-1, 1), (0, 1)]
    """
    rings = [list(_rings(shape)) for shape in shapes]
    owners = _owners(rings)
    nodes = _nodes(owners)
    numbers: dict[tuple[Point, ...], int] = {}
    rows = []
    for parts in rings:
        row = []
        for ring in parts:
            row.append(tuple(_number(line, numbers) for line in _cut(ring, nodes)))
        rows.append(tuple(row))
    lines = tuple(numbers)
    beside = tuple(_pair(owners[_segment(line[0], line[1])]) for line in lines)
    return Arcs(lines, beside, tuple(rows))


def _rings(shape: shapely.Geometry) -> Iterator[list[Point]]:
    # Normalised: holes run against the outer ring, so their area counts as negative.
    for ring in shapely.get_rings(shapely.get_parts(shapely.normalize(shape))):
        yield [(round(x), round(y)) for x, y in shapely.get_coordinates(ring)[:-1]]


def _segment(a: Point, b: Point) -> tuple[Point, Point]:
    return (a, b) if a < b else (b, a)


def _pairs(ring: Sequence[Point]) -> Iterator[tuple[Point, Point]]:
    return zip(ring, [*ring[1:], ring[0]], strict=True)


def _owners(rings: list[list[list[Point]]]) -> dict[tuple[Point, Point], frozenset[int]]:
    found: dict[tuple[Point, Point], frozenset[int]] = defaultdict(frozenset)
    for number, parts in enumerate(rings):
        for ring in parts:
            for a, b in _pairs(ring):
                found[_segment(a, b)] |= {number}
    if too_many := [segment for segment, who in found.items() if len(who) > 2]:
        msg = f"shapes overlap at {too_many[:3]}"
        raise ValueError(msg)
    return found


def _nodes(owners: dict[tuple[Point, Point], frozenset[int]]) -> set[Point]:
    """Find the points where other shapes begin, or where more than two lines meet."""
    at: dict[Point, list[frozenset[int]]] = defaultdict(list)
    for (a, b), who in owners.items():
        at[a].append(who)
        at[b].append(who)
    return {point for point, who in at.items() if len(who) != 2 or who[0] != who[1]}


def _cut(ring: list[Point], nodes: set[Point]) -> Iterator[tuple[Point, ...]]:
    """Cut a ring at its nodes; a ring without any starts at its smallest point."""
    starts = [place for place, point in enumerate(ring) if point in nodes]
    if not starts:
        starts = [ring.index(min(ring))]
    turned = ring[starts[0] :] + ring[: starts[0]]
    line = [turned[0]]
    for point in [*turned[1:], turned[0]]:
        line.append(point)
        if point in nodes or point == turned[0]:
            yield tuple(line)
            line = [point]


def _number(line: tuple[Point, ...], numbers: dict[tuple[Point, ...], int]) -> int:
    back = line[::-1]
    if back in numbers:
        return ~numbers[back]
    return numbers.setdefault(line, len(numbers))


def _pair(who: frozenset[int]) -> tuple[int, int]:
    low, high = min(who), max(who)
    return (NOBODY, low) if low == high else (low, high)
