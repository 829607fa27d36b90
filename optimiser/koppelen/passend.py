r"""Do the households fit the dwellings: the interval formula of Hall, no solver.

Sizes fit a run of classes ``[a_s, b_s]``. For a run of classes ``[i, j]``

.. math:: w(i, j) = \sum_{s: i \le a_s, b_s \le j} N_s - \sum_{k=i}^{j} D_k

is what its own households need beyond its dwellings; the shortage is the largest sum of ``w`` over
disjoint runs (König; Hall 1935, *On representatives of subsets*). The fewest *persons* without a
place: accept households from large to small as long as all accepted have one (a transversal
matroid, so the greedy choice is optimal). Holds where every dwelling of the area may be used.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from optimiser.koppelen.errors import HuishoudensError
from optimiser.koppelen.woningen import Woningklasse, fitting, ordered_klassen

Huishoudens = Mapping[int, int]
#: Largest household that is taken for one [personen].
LARGEST = 30


@dataclass(frozen=True, slots=True)
class Knelpunt:
    """A run of classes with more households that fit nowhere else than dwellings.

    Attributes
    ----------
    klassen
        Names of the classes; empty for sizes without any class.
    grootten
        Sizes of the households [personen], ascending.
    huishoudens, woningen
        How many there are.
    """

    klassen: tuple[str, ...]
    grootten: tuple[int, ...]
    huishoudens: int
    woningen: int

    @property
    def tekort(self) -> int:
        """Households without a dwelling."""
        return self.huishoudens - self.woningen


@dataclass(frozen=True, slots=True)
class Passendheid:
    """Whether everybody has a place.

    Attributes
    ----------
    knelpunten
        Where it pinches; empty if everybody has a place.
    zonder_plek
        Size to households without a place, where the fewest persons are without one.
    """

    knelpunten: tuple[Knelpunt, ...]
    zonder_plek: Mapping[int, int]

    @property
    def huishoudens(self) -> int:
        """Fewest households without a dwelling."""
        return sum(one.tekort for one in self.knelpunten)

    @property
    def personen(self) -> int:
        """Fewest persons without a place [personen]."""
        return sum(size * count for size, count in self.zonder_plek.items())


def check_passend(
    huishoudens: Huishoudens, woningen: Sequence[int], klassen: Sequence[Woningklasse]
) -> Passendheid:
    """Tell whether every household has a dwelling that fits, and who has none.

    Parameters
    ----------
    huishoudens
        Persons of a household to number of households.
    woningen
        Dwellings per class, in the order of ``klassen``.
    klassen
        From small to large.

    Raises
    ------
    WoningklasseError, HuishoudensError
        If the classes cross, or a number is negative or does not belong to a class.

    Examples
    --------
    >>> klassen = (Woningklasse("1k", 1, 1), Woningklasse("2k", 1, 2), Woningklasse("3k", 2, 3))
    >>> found = check_passend({1: 5, 2: 2}, (1, 2, 4), klassen)
    >>> found.huishoudens, found.zonder_plek, found.knelpunten[0].klassen
    (2, {1: 2}, ('1k', '2k'))
    """
    ordered = ordered_klassen(klassen)
    _check(huishoudens, woningen, ordered)
    accepted: dict[int, int] = {}
    for size in sorted(huishoudens, reverse=True):
        accepted[size] = _most(accepted, size, huishoudens[size], woningen, ordered)
    left = {s: n - accepted[s] for s, n in sorted(huishoudens.items()) if n > accepted[s]}
    return Passendheid(find_knelpunten(huishoudens, woningen, ordered), left)


def find_knelpunten(
    huishoudens: Huishoudens, woningen: Sequence[int], klassen: Sequence[Woningklasse]
) -> tuple[Knelpunt, ...]:
    """Return the disjoint runs of classes that together are most households short."""
    runs = {s: fitting(klassen, s) for s, n in huishoudens.items() if n}
    best: list[tuple[int, tuple[Knelpunt, ...]]] = [(0, ())]
    for end in range(len(klassen)):
        found = best[end]
        for start in range(end + 1):
            inside = sorted(s for s, r in runs.items() if r and start <= r[0] and r[1] <= end)
            need = sum(huishoudens[s] for s in inside)
            supply = sum(woningen[start : end + 1])
            short = best[start][0] + need - supply
            if need > supply and short > found[0]:
                names = tuple(k.naam for k in klassen[start : end + 1])
                one = Knelpunt(names, tuple(inside), need, supply)
                found = (short, (*best[start][1], one))
        best.append(found)
    nowhere = tuple(sorted(s for s, run in runs.items() if run is None))
    without = Knelpunt((), nowhere, sum(huishoudens[s] for s in nowhere), 0)
    return (*best[-1][1], *((without,) if nowhere else ()))


def _most(
    accepted: Huishoudens,
    size: int,
    wanted: int,
    woningen: Sequence[int],
    klassen: Sequence[Woningklasse],
) -> int:
    """Return how many households of a size can be added while everybody accepted has a place."""
    if not find_knelpunten({**accepted, size: wanted}, woningen, klassen):
        return wanted
    low, high = 0, wanted - 1
    while low < high:
        middle = (low + high + 1) // 2
        if find_knelpunten({**accepted, size: middle}, woningen, klassen):
            high = middle - 1
        else:
            low = middle
    return low


def _check(
    huishoudens: Huishoudens, woningen: Sequence[int], klassen: Sequence[Woningklasse]
) -> None:
    for size, count in huishoudens.items():
        if not 1 <= size <= LARGEST or count < 0:
            reason = f"een huishouden telt 1 tot en met {LARGEST} personen, het aantal is 0 of meer"
            raise HuishoudensError(waarde=f"{size}={count}", reden=reason)
    if len(woningen) != len(klassen) or min(woningen, default=0) < 0:
        reason = "geef per woningklasse een aantal van 0 of meer"
        raise HuishoudensError(waarde=", ".join(map(str, woningen)), reden=reason)
