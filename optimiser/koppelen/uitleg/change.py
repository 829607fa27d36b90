"""The smallest change of input that would move a household, found by planning again."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from optimiser.koppelen.uitleg.basis import Basis, Verplaatsing, count_at, make_basis, moved
from optimiser.koppelen.uitleg.replan import best_within, is_as_good, is_better
from optimiser.lp.koppelen.area import Band, Koppelgebied


class Invoersoort(StrEnum):
    """What of the input is changed."""

    TAAKSTELLING = "taakstelling"
    WONING = "woning"
    BAND = "band"


@dataclass(frozen=True, slots=True)
class Invoerwijziging:
    """A change of input after which a household goes elsewhere, proved.

    Attributes
    ----------
    soort
        What is changed.
    aantal
        By how many: persons from here to there, dwellings more there, or households with a band.
    naar
        The gemeente (number).
    klasse
        Number of the class of the dwelling; -1 for another kind.
    """

    soort: Invoersoort
    aantal: int
    naar: int
    klasse: int = -1


def find_changes(
    basis: Basis, one: Verplaatsing, homes: Iterable[int], free: Collection[int]
) -> tuple[Invoerwijziging, ...]:
    """Return the smallest change of each kind that moves one household.

    A change counts when the best plan with the household there is proved better than the best
    plan that keeps all of its size here. Tried are: one dwelling more, of each class that fits;
    1 person of taakstelling from here to there, 2, and so on up to the size of the household; one
    household more with a band to there than there are of this size.

    Parameters
    ----------
    basis
        The plan that is explained.
    one
        Who would move, for taakstelling and band.
    homes
        Gemeenten (numbers) that may get a dwelling, the first that moves somebody is told.
    free
        Gemeenten (numbers) that may change in a first, quick attempt.
    """
    found: dict[Invoersoort, Invoerwijziging] = {}
    for change, area in _tries(basis, one, homes):
        there = replace(one, naar=change.naar)
        again = make_basis(area, basis.plan, basis.stappen) if change.soort not in found else None
        if again is not None and _moves(again, there, {*free, change.naar}):
            found[change.soort] = change
    return tuple(found.values())


def _tries(
    basis: Basis, one: Verplaatsing, homes: Iterable[int]
) -> Iterator[tuple[Invoerwijziging, Koppelgebied]]:
    """Yield changes from small to large, each with the area as it would be."""
    area = basis.area
    for g in homes:
        for k in range(len(area.klassen)):
            if area.fits(one.personen, k):
                yield Invoerwijziging(Invoersoort.WONING, 1, g, k), _with_home(area, g, k)
    for count in range(1, min(one.personen, area.taakstelling[one.van]) + 1):
        asked = list(area.taakstelling)
        asked[one.van] -= count
        asked[one.naar] += count
        change = Invoerwijziging(Invoersoort.TAAKSTELLING, count, one.naar)
        yield change, replace(area, taakstelling=tuple(asked))
    more = count_at(basis.plan.cellen, one.personen).get(one.naar, 0) + 1
    bound = sum(b.huishoudens for b in area.banden if b.personen == one.personen)
    if bound + more <= area.huishoudens[one.personen]:
        band = Band("", one.personen, (one.naar,), more)
        change = Invoerwijziging(Invoersoort.BAND, more, one.naar)
        yield change, replace(area, banden=(*area.banden, band))


def _with_home(area: Koppelgebied, gemeente: int, klasse: int) -> Koppelgebied:
    homes = [list(row) for row in area.woningen]
    homes[gemeente][klasse] += 1
    return replace(area, woningen=tuple(map(tuple, homes)))


def _moves(basis: Basis, one: Verplaatsing, free: Collection[int]) -> bool:
    """Tell whether staying is proved worse than going."""
    here = count_at(basis.plan.cellen, one.personen)[one.van]
    everything = basis.area.huishoudens[one.personen]
    kept = best_within(basis, {(one.van, one.personen): (here, everything)}, one, free)
    if kept is not None and is_as_good(kept.treden, basis.best):
        return False
    there = best_within(basis, moved(basis, one), one, free)
    return there is not None and (kept is None or is_better(there.treden, kept.treden))
