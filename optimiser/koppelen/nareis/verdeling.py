"""The places of a region over its gemeenten: in which one a resident counts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from optimiser.koppelen.errors import NareisError
from optimiser.koppelen.nareis.boeking import Nareisboeking


@dataclass(frozen=True, slots=True)
class Plekkenrij:
    """A gemeente in a half-year [personen].

    Attributes
    ----------
    gemeente, halfjaar
        Which, and the number of the half-year from 1.
    bewoners
        At the end, in places that count for this gemeente.
    nieuw
        Came in: realisatie of this gemeente.
    nareizigers
        Joined who moved on from such a place to a family dwelling in the same gemeente:
        realisatie too. Who moved on himself is not counted again.
    """

    gemeente: str
    halfjaar: int
    bewoners: int
    nieuw: int
    nareizigers: int


def divide_places(
    boekingen: Sequence[Nareisboeking], verdeling: Mapping[str, int], gezinsgrootte: int
) -> tuple[Plekkenrij, ...]:
    """Tell where the residents of the places of a region count.

    Who leaves does so from the gemeente with the largest part of its places taken, who comes goes
    to the one with the smallest; ties fall on the first name.

    Parameters
    ----------
    boekingen
        The half-years.
    verdeling
        Gemeente to places [personen].
    gezinsgrootte
        Persons of a family.

    Raises
    ------
    NareisError
        If the division holds fewer places than there are residents.
    """
    names = sorted(name for name, places in verdeling.items() if places)
    taken = dict.fromkeys(names, 0)
    rows, before = [], 0
    for number, one in enumerate(boekingen, start=1):
        if one.tussenvoorziening > sum(verdeling.values()):
            reason = "de verdeling heeft minder plekken dan er bewoners zijn"
            raise NareisError(waarde=one.tussenvoorziening, reden=reason)
        left, came = dict.fromkeys(names, 0), dict.fromkeys(names, 0)
        for _ in range(before + one.nieuwe_bewoners - one.tussenvoorziening):
            name = max(names, key=lambda n: taken[n] / verdeling[n])
            left[name], taken[name] = left[name] + 1, taken[name] - 1
        for _ in range(one.nieuwe_bewoners):
            name = min(names, key=lambda n: taken[n] / verdeling[n])
            came[name], taken[name] = came[name] + 1, taken[name] + 1
        before = one.tussenvoorziening
        others = gezinsgrootte - 1
        rows += [Plekkenrij(n, number, taken[n], came[n], others * left[n]) for n in names]
    return tuple(rows)
