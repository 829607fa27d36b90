r"""Largest family first, to the largest shortage: every gemeente ends near its taakstelling.

Where the persons add up to the start saldi, and no saldo starts below ``1 - s_max``, the rule ends
with sum zero and ``max r - min r <= s_max``, so no gemeente is more than the largest family minus
one away from its taakstelling, within the half-year. (Before a placing the largest shortage is at
least 1, so nobody drops below ``1 - s_max``; who ends short was never the largest shortage when
another was served beyond its own.) Over half-years only the lead stays bounded: print what it is.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from heapq import heapify, heapreplace

from optimiser.koppelen.errors import HuishoudensError, SaldoTooLowError


@dataclass(frozen=True, slots=True)
class Sluiting:
    """Households per gemeente, and how far each is from its taakstelling.

    Attributes
    ----------
    huishoudens
        Gemeente to size to number of households.
    rest
        Gemeente to persons still to couple (+) or coupled too many (-) [personen].
    grens
        The proved bound on that, or None where it does not hold.
    nog_te_koppelen
        Taakstelling and saldo minus the persons there are [personen]; never scaled away.
    """

    huishoudens: Mapping[str, Mapping[int, int]]
    rest: Mapping[str, int]
    grens: int | None
    nog_te_koppelen: int


def close_taakstelling(
    taakstelling: Mapping[str, int],
    huishoudens: Mapping[int, int],
    saldo: Mapping[str, int] | None = None,
) -> Sluiting:
    """Couple households to gemeenten by taakstelling only, without looking at dwellings.

    Parameters
    ----------
    taakstelling
        Gemeente to persons [personen].
    huishoudens
        Persons of a household to number of households.
    saldo
        Gemeente to persons owed from before (+) or ahead (-) [personen]; 0 where absent.

    Returns
    -------
    Sluiting
        Ties fall on the lowest code, so the same question has the same answer.

    Raises
    ------
    HuishoudensError
        If a size or a number is negative or zero persons.
    SaldoTooLowError
        If a gemeente is so far ahead that the bound does not hold.

    Examples
    --------
    Eight gemeenten that must house one person each, and one family of eight: the bound is tight.

    >>> found = close_taakstelling({f"GM{i:04d}": 1 for i in range(8)}, {8: 1})
    >>> max(map(abs, found.rest.values())), found.grens, sum(map(abs, found.rest.values()))
    (7, 7, 14)
    """
    if any(size < 1 or count < 0 for size, count in huishoudens.items()):
        told = ", ".join(f"{s}={n}" for s, n in huishoudens.items())
        raise HuishoudensError(waarde=told, reden="aantallen zijn 0 of meer, personen 1 of meer")
    owed = {code: n + (saldo or {}).get(code, 0) for code, n in taakstelling.items()}
    largest = max((size for size, count in huishoudens.items() if count), default=1)
    for code, persons in owed.items():
        if persons < 1 - largest:
            raise SaldoTooLowError(gemeente=code, saldo=persons)
    queue = [(-persons, code) for code, persons in owed.items()]
    heapify(queue)
    placed: dict[str, dict[int, int]] = {code: {} for code in owed}
    for size in sorted(huishoudens, reverse=True):
        for _ in range(huishoudens[size]):
            shortage, code = queue[0]
            heapreplace(queue, (shortage + size, code))
            placed[code][size] = placed[code].get(size, 0) + 1
    rest = {code: -shortage for shortage, code in sorted(queue, key=lambda one: one[1])}
    left = sum(rest.values())
    return Sluiting(placed, rest, largest - 1 if left == 0 else None, left)
