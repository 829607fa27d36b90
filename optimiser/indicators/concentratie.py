"""How unevenly persons are spread over a yardstick (inhabitants, freed dwellings).

x are persons, w the yardstick, X and W their sums; a gemeente carries exactly its part when
``x / X = w / W``. Hoover and Gini are exact fractions; only Theil needs logarithms.
"""

from collections.abc import Sequence
from fractions import Fraction
from math import fsum, inf, log

Counts = Sequence[int]


def hoover(x: Counts, w: Counts) -> Fraction:
    r"""Compute the part of the persons that would have to move for equal loads.

    .. math:: H = \tfrac12 \sum_i \left|\frac{x_i}{X} - \frac{w_i}{W}\right|

    Parameters
    ----------
    x
        Persons, ``>= 0``, not all 0.
    w
        Yardstick on any whole scale, ``>= 0``, not all 0.

    Returns
    -------
    Fraction
        0 (every load equal) up to 1.

    Notes
    -----
    Bron: E.M. Hoover (1936), *The Measurement of Industrial Localization*. Scale-free, zero at
    proportionality; a transfer between two gemeenten on the same side of the average leaves it.

    Examples
    --------
    >>> hoover([3, 1], [1, 1])
    Fraction(1, 4)
    """
    total, yard = sum(x), sum(w)
    return Fraction(
        sum(abs(a * yard - b * total) for a, b in zip(x, w, strict=True)), 2 * total * yard
    )


def gini(x: Counts, w: Counts) -> Fraction:
    r"""Compute the weighted Gini coefficient of the loads x / w, weighted by w.

    .. math:: G = 1 - \sum_k \frac{w_k}{W} \cdot \frac{X_{k-1} + X_k}{X}

    with gemeenten in ascending order of load and :math:`X_k` the running sum of x. A gemeente
    with w = 0 and persons has the highest load; without persons it plays no part.

    Notes
    -----
    Bron: C. Gini (1912); weighted as in Lerman & Yitzhaki (1989). Obeys the transfer principle.

    Examples
    --------
    >>> gini([3, 1], [1, 1])
    Fraction(1, 4)
    """
    rows = sorted(zip(x, w, strict=True), key=lambda row: _load(*row))
    total, yard, running, area = sum(x), sum(w), 0, 0
    for persons, weight in rows:
        area += weight * (2 * running + persons)
        running += persons
    return 1 - Fraction(area, total * yard)


def _load(persons: int, weight: int) -> float:
    """Order by load; a float orders well enough, for near-equal loads hardly change the area."""
    if weight == 0:
        return inf if persons else 0.0
    return persons / weight


def theil(x: Counts, w: Counts) -> float | None:
    r"""Compute the Theil index of the loads, weighted by the yardstick [nats].

    .. math:: T = \sum_i \frac{x_i}{X} \ln\frac{x_i / X}{w_i / W}

    Returns
    -------
    float or None
        0 or more; None when a gemeente has persons but no yardstick (the index is infinite).

    Notes
    -----
    Bron: H. Theil (1967), *Economics and Information Theory*. Splits exactly, see
    ``theil_split``; obeys the transfer principle.

    Examples
    --------
    >>> theil([1, 1], [2, 2])
    0.0
    """
    if any(a > 0 and b == 0 for a, b in zip(x, w, strict=True)):
        return None
    total, yard = sum(x), sum(w)
    return fsum(a / total * log(a * yard / (b * total)) for a, b in zip(x, w, strict=True) if a)


def theil_split(x: Counts, w: Counts, groups: Sequence[str]) -> tuple[float, float] | None:
    r"""Split the Theil index into between groups and within groups.

    .. math:: T = \sum_g s_g \ln\frac{s_g}{p_g} + \sum_g s_g T_g

    with s the share of the persons and p the share of the yardstick of a group.

    Returns
    -------
    tuple of float or None
        Between and within [nats]; together ``theil`` (to 1e-12). None as in ``theil``.

    Notes
    -----
    Bron: Shorrocks (1980), *The Class of Additively Decomposable Inequality Measures*.

    Examples
    --------
    >>> theil_split([1, 1, 3, 3], [1, 1, 1, 1], ["A", "A", "B", "B"])[1]
    0.0
    """
    members: dict[str, tuple[list[int], list[int]]] = {}
    for persons, weight, group in zip(x, w, groups, strict=True):
        inside = members.setdefault(group, ([], []))
        inside[0].append(persons)
        inside[1].append(weight)
    between = theil([sum(a) for a, _ in members.values()], [sum(b) for _, b in members.values()])
    total, parts = sum(x), []
    for persons_in, weights_in in members.values():
        if sum(persons_in):
            inner = theil(persons_in, weights_in)
            if inner is None:
                return None
            parts.append(sum(persons_in) / total * inner)
    return None if between is None else (between, fsum(parts))
