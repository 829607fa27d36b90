"""Bilateral agreements of a region: what they are, the rules for them, how sure their number is."""

from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum


class Methode(StrEnum):
    """How the number of agreements was found."""

    DEELVERZAMELINGEN = "alle deelverzamelingen"
    GROEPEN = "nulsomgroepen"
    STROMEN = "geheeltallig programma"
    COALITIES = "kleinste coalities"


@dataclass(frozen=True, slots=True, order=True)
class Afspraak:
    """One bilateral agreement: ``personen`` go from ``van`` to ``naar`` (gm_codes)."""

    van: str
    naar: str
    personen: int


@dataclass(frozen=True, slots=True)
class Regels:
    """What the region wants of its agreements.

    Attributes
    ----------
    partners
        Most partners per gemeente, unless ``partners_van`` says otherwise; None is no limit.
    partners_van
        Most partners of single gemeenten.
    kleinste
        Least persons in one agreement [personen].
    verboden
        Pairs that will not deal with each other.
    """

    partners: int | None = None
    partners_van: Mapping[str, int] = field(default_factory=dict)
    kleinste: int = 1
    verboden: frozenset[frozenset[str]] = frozenset()

    @property
    def none(self) -> bool:
        """Whether there are no rules."""
        return self == Regels()

    def most(self, code: str) -> int | None:
        """Return the most partners of a gemeente."""
        return self.partners_van.get(code, self.partners)


@dataclass(frozen=True, slots=True)
class Decompositie:
    """Agreements that together make the differences.

    Attributes
    ----------
    oplossingen
        Each a set of agreements; the first is the proposal, the others are of equal worth.
    ondergrens
        No set of agreements is smaller.
    methode
        How it was found.
    volledig
        Whether all sets of coalitions of equal worth are listed.
    """

    oplossingen: tuple[tuple[Afspraak, ...], ...]
    ondergrens: int
    methode: Methode
    volledig: bool

    @property
    def afspraken(self) -> tuple[Afspraak, ...]:
        """The proposal."""
        return self.oplossingen[0] if self.oplossingen else ()

    @property
    def bewezen(self) -> bool:
        """Whether the number of agreements is proved minimal."""
        return bool(self.oplossingen) and len(self.afspraken) <= self.ondergrens

    @property
    def coalities(self) -> tuple[tuple[str, ...], ...]:
        """Gemeenten that are tied together by the proposal, each coalition with sum zero."""
        return coalitions(self.afspraken)


def coalitions(afspraken: Sequence[Afspraak]) -> tuple[tuple[str, ...], ...]:
    """Group the parties that are connected by agreements.

    >>> coalitions([Afspraak("A", "B", 1), Afspraak("C", "D", 2), Afspraak("C", "B", 2)])
    (('A', 'B', 'C', 'D'),)
    """
    group: dict[str, set[str]] = {}
    for deal in afspraken:
        joined = group.get(deal.van, {deal.van}) | group.get(deal.naar, {deal.naar})
        group |= dict.fromkeys(joined, joined)
    return tuple(sorted({tuple(sorted(members)) for members in group.values()}))


def pair_up(differences: Mapping[str, int]) -> tuple[Afspraak, ...]:
    """Settle one zero-sum group of k gemeenten in at most k - 1 agreements.

    >>> pair_up({"A": -5, "B": 3, "C": 2})
    (Afspraak(van='A', naar='B', personen=3), Afspraak(van='A', naar='C', personen=2))
    """
    order = sorted(differences, key=lambda code: (-abs(differences[code]), code))
    gives = deque((code, -differences[code]) for code in order if differences[code] < 0)
    takes = deque((code, differences[code]) for code in order if differences[code] > 0)
    deals = []
    while gives and takes:
        (giver, has), (taker, wants) = gives.popleft(), takes.popleft()
        persons = min(has, wants)
        deals.append(Afspraak(giver, taker, persons))
        if has > persons:
            gives.appendleft((giver, has - persons))
        if wants > persons:
            takes.appendleft((taker, wants - persons))
    return tuple(sorted(deals))
