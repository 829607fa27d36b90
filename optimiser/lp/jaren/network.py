r"""Gemeenten over half-years as rows and columns: dwellings, places, achterstand, fairness.

For gemeente g and half-year t, in whole persons: :math:`x` asked, :math:`b` achterstand at the
end, :math:`S` residents of places at the end, :math:`F` room in dwellings, :math:`P` places::

    b_t + S_t - b_{t-1} - S_{t-1} - x_t >= -F_t    who moves into a dwelling finds one
    b_t + S_t - b_{t-1} - S_{t-1} - x_t <= 0       who lives in a place was asked for
    b_t - b_{t-1} - x_t <= 0                       nobody falls back into the achterstand
    0 <= S_t <= P_t, b_t >= 0, x_t >= 0
    sum of x_t over the region = R_t               art. 29 lid 2, every half-year

``x_1 + .. + x_t = floor(q_t) + s + up - down`` around the sum of exact claims ``q_t``; the parts
have rising costs (slope of ``(X - q)^2 / q``) and whole breakpoints, so that a claim with a
fraction does not invite an answer with one. Moving on from places to a dwelling is the fall of
``S``: it uses a dwelling and counts no second time.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from math import floor
from typing import NamedTuple

from optimiser.lp.jaren.parts import INFINITY, parts_of


@dataclass(frozen=True)
class Region:
    """One exchange area over half-years; every matrix is gemeenten x half-years [personen].

    Attributes
    ----------
    naam
        As the reader knows it.
    gm_codes
        Its gemeenten.
    needed
        Per half-year, the sum to ask.
    claims
        Sum of exact claims up to and including each half-year.
    dwellings
        Room in dwellings; what was housed ahead counts in the first half-year.
    places
        Places open at the end of each half-year; zero before opening and from closing on.
    achterstand
        Per gemeente, owed at the start.
    """

    naam: str
    gm_codes: tuple[str, ...]
    needed: tuple[int, ...]
    claims: tuple[tuple[Fraction, ...], ...]
    dwellings: tuple[tuple[int, ...], ...]
    places: tuple[tuple[int, ...], ...]
    achterstand: tuple[int, ...]


class LpColumn(NamedTuple):
    """A variable from 0 to ``upper`` and what one person in it costs."""

    name: str
    upper: int
    cost: float


class LpLine(NamedTuple):
    """A row ``lower <= sum <= upper``; ``None`` is no limit."""

    name: str
    columns: tuple[int, ...]
    values: tuple[int, ...]
    lower: int | None
    upper: int | None


@dataclass(frozen=True)
class Network:
    """All columns and rows of a region, and where ``x``, ``b`` and ``S`` stand.

    ``place`` maps (gemeente, half-year) to the columns of x, b and S (-1 without places).
    """

    columns: tuple[LpColumn, ...]
    lines: tuple[LpLine, ...]
    place: dict[tuple[int, int], tuple[int, int, int]]


def build_network(region: Region, *, only_late: bool = False) -> Network:
    """Write a region down.

    Parameters
    ----------
    only_late
        Price the achterstand alone, as the first aim.
    """
    columns: list[LpColumn] = []
    lines: list[LpLine] = []
    place: dict[tuple[int, int], tuple[int, int, int]] = {}
    late = 1.0 if only_late else price_of_late(region)
    for g in range(len(region.gm_codes)):
        _add_gemeente(region, g, late, columns, lines, place, fair=not only_late)
    for t, needed in enumerate(region.needed):
        members = tuple(place[g, t][0] for g in range(len(region.gm_codes)))
        lines.append(LpLine(f"som_{t}", members, (1,) * len(members), needed, needed))
    return Network(tuple(columns), tuple(lines), place)


def price_of_late(region: Region) -> float:
    """Return a price of one person a half-year too late that outweighs fairness in practice.

    That it did is checked against the closed form after every solve (``years``).
    """
    steepest = max(
        (abs(cost) for row in region.claims for q in row for _, cost, _ in parts_of(q)), default=1.0
    )
    return 2.0 * (1 + steepest) * len(region.needed)


def _add_gemeente(
    region: Region,
    g: int,
    late: float,
    columns: list[LpColumn],
    lines: list[LpLine],
    place: dict[tuple[int, int], tuple[int, int, int]],
    *,
    fair: bool,
) -> None:
    """Append the columns and rows of one gemeente."""
    code, before = region.gm_codes[g], (-1, -1)
    parts_before: list[tuple[int, int]] = []
    base_before = 0
    for t in range(len(region.needed)):
        x = len(columns)
        # A little dearer later: ties go to asking early, and to the lower gm_code.
        columns.append(LpColumn(f"x_{code}_{t}", INFINITY, 1e-6 * (t + 1) * (g + 1) if fair else 0))
        columns.append(LpColumn(f"b_{code}_{t}", INFINITY, late))
        b, s = x + 1, -1
        if region.places[g][t]:
            s = len(columns)
            columns.append(LpColumn(f"S_{code}_{t}", region.places[g][t], 0.0))
        place[g, t] = (x, b, s)
        lines.extend(_flow(region, g, t, (x, b, s), before))
        before = (b, s)
        if fair:
            base, parts = _add_parts(region.claims[g][t], f"{code}_{t}", columns)
            pairs = [(x, 1), *((c, -v) for c, v in parts), *parts_before]
            where, values = zip(*pairs, strict=True)
            rhs = base - base_before
            lines.append(LpLine(f"som_{code}_{t}", where, values, rhs, rhs))
            parts_before, base_before = parts, base


def _flow(
    region: Region, g: int, t: int, now: tuple[int, int, int], before: tuple[int, int]
) -> Iterator[LpLine]:
    """Yield the rows of dwellings and of the achterstand."""
    x, b, s = now
    owed = region.achterstand[g] if t == 0 else 0
    flow = [(b, 1), (x, -1)] + ([(before[0], -1)] if t else [])
    stay = ([(s, 1)] if s >= 0 else []) + ([(before[1], -1)] if before[1] >= 0 else [])
    where, values = zip(*flow, *stay, strict=True)
    room, name = region.dwellings[g][t], f"{region.gm_codes[g]}_{t}"
    yield LpLine(f"woning_{name}", where, values, owed - room, owed)
    if stay:
        where, values = zip(*flow, strict=True)
        yield LpLine(f"achter_{name}", where, values, None, owed)


def _add_parts(
    claim: Fraction, name: str, columns: list[LpColumn]
) -> tuple[int, list[tuple[int, int]]]:
    """Append the parts of one sum of claims; return the anchor, and columns with their sign."""
    parts = []
    for number, (length, cost, sign) in enumerate(parts_of(claim)):
        parts.append((len(columns), sign))
        columns.append(LpColumn(f"d{number}_{name}", length, cost))
    return floor(claim), parts
