"""The moves of a course booked per half-year, counted again without the solver.

The taakstelling is in persons. Who is coupled while the family is not there yet is booked as one
person, and the others of the family are *reserved*; they become realisatie in the half-year in
which they live with the one who waited. A person who moves on from a tussenvoorziening or a small
dwelling is realised already: that is a verhuizing, never a second realisatie.
"""

from collections import Counter
from dataclasses import dataclass, field

from optimiser.koppelen.errors import NareisError, UnsoundPlanError
from optimiser.lp.koppelen.cohorten import Nareisverloop, Nareisvraag, Verblijf

_MOST = 20


@dataclass(frozen=True, slots=True)
class Nareisboeking:
    """One half-year; everything in persons, except families and verhuizingen.

    Attributes
    ----------
    coa_alleen
        At COA at the end: single persons whose family is not there, or who wait for nobody.
    coa_nareizigers
        At COA: the others of families that arrived and have no dwelling.
    coa_zelf
        At COA: who waited himself and is there with his family.
    tussenvoorziening, klein, gezin
        Persons who live there at the end.
    nieuwe_bewoners
        Came into a tussenvoorziening in this half-year.
    realisatie
        Housed for the first time in this half-year, nareizigers not counted.
    realisatie_nareis
        Nareizigers housed in this half-year.
    verhuizingen
        Households that moved on; realised before.
    gereserveerd
        Nareizigers still to come for who is coupled, at the end.
    zonder_woning
        Families that arrived and have no family dwelling, at the end.
    """

    coa_alleen: int
    coa_nareizigers: int
    coa_zelf: int
    tussenvoorziening: int
    klein: int
    gezin: int
    nieuwe_bewoners: int
    realisatie: int
    realisatie_nareis: int
    verhuizingen: int
    gereserveerd: int
    zonder_woning: int

    @property
    def coa(self) -> int:
        """Persons at COA at the end."""
        return self.coa_alleen + self.coa_nareizigers + self.coa_zelf

    @property
    def gehuisvest(self) -> int:
        """Persons with a place or a dwelling at the end."""
        return self.tussenvoorziening + self.klein + self.gezin


@dataclass
class _State:
    """Single persons and families by cohort, while the half-years pass."""

    vraag: Nareisvraag
    at: dict[Verblijf, Counter[int]] = field(
        default_factory=lambda: {place: Counter() for place in Verblijf}
    )
    families: Counter[int] = field(default_factory=Counter)
    alone: Counter[int] = field(default_factory=Counter)
    """Who waits for nobody, in a dwelling."""


def check_nareisvraag(vraag: Nareisvraag) -> None:
    """Refuse what cannot be asked.

    Raises
    ------
    NareisError
        If a number is negative, a family has fewer than two persons, or the half-years differ.
    """
    rows = (vraag.alleenstaanden, vraag.wachtenden, vraag.klein, vraag.gezin)
    if not 1 <= vraag.halfjaren <= _MOST or len({len(row) for row in rows}) > 1:
        raise NareisError(waarde=vraag.halfjaren, reden=f"reken met 1 tot en met {_MOST} halfjaren")
    if (least := min(vraag.plekken, *(n for row in rows for n in row))) < 0:
        raise NareisError(waarde=least, reden="een aantal is 0 of meer")
    if vraag.gezinsgrootte < 2:
        raise NareisError(waarde=vraag.gezinsgrootte, reden="een gezin telt 2 personen of meer")
    if vraag.duur < 1:
        raise NareisError(waarde=vraag.duur, reden="een gezin komt na 1 halfjaar of later")


def book_nareis(vraag: Nareisvraag, verloop: Nareisverloop) -> tuple[Nareisboeking, ...]:
    """Book a course half-year by half-year.

    Raises
    ------
    UnsoundPlanError
        If more people live somewhere than there is room for, or somebody is counted twice.
    """
    state, booked, housed = _State(vraag), [], 0
    for t in range(vraag.halfjaren):
        one = _book(state, verloop, t)
        housed += one.realisatie + one.realisatie_nareis
        entered = sum(vraag.wachtenden[: t + 1]) + sum(vraag.alleenstaanden[: t + 1])
        arrived = sum(vraag.wachtenden[: max(0, t + 1 - vraag.duur)])
        faults = [*_faults(vraag, verloop, state, one, t)]
        if housed != one.gehuisvest:
            faults.append(f"halfjaar {t + 1}: {housed} gerealiseerd, {one.gehuisvest} gehuisvest")
        if one.coa + one.gehuisvest != entered + (vraag.gezinsgrootte - 1) * arrived:
            faults.append(f"halfjaar {t + 1}: personen kwijt")
        if faults:
            raise UnsoundPlanError(fouten="; ".join(faults))
        booked.append(one)
    return tuple(booked)


def _book(state: _State, verloop: Nareisverloop, t: int) -> Nareisboeking:
    """Let the families of this half-year arrive, make its moves, and count."""
    vraag, others = state.vraag, state.vraag.gezinsgrootte - 1
    first = vacated = new = 0
    joined = together = state.at[Verblijf.GEZIN].pop(t - vraag.duur, 0)
    state.families[t - vraag.duur] += together
    state.at[Verblijf.COA][t] = vraag.wachtenden[t]
    for (c, place, u), count in verloop.geplaatst.items():
        if u == t:
            state.at[Verblijf.COA][c] -= count
            state.at[place][c] += count
            first += count
            new += count if place is Verblijf.TUSSENVOORZIENING else 0
    for (c, place, u), count in verloop.herenigd.items():
        if u == t:
            state.at[place][c] -= count
            state.families[c] += count
            together += count
            vacated += count if place is not Verblijf.COA else 0
    for (c, u), count in verloop.definitief.items():
        if u == t:
            state.alone[c] += count
            first += count
    from_coa = together - joined - vacated
    return _count(state, t, (new, first + from_coa, others * together, vacated))


def _count(state: _State, t: int, moved: tuple[int, int, int, int]) -> Nareisboeking:
    """Count who is where at the end of a half-year; ``moved`` is what happened in it."""
    vraag, others = state.vraag, state.vraag.gezinsgrootte - 1
    there = range(max(0, t + 1 - vraag.duur))
    waiting = sum(vraag.wachtenden[c] - state.families[c] for c in there)
    himself = sum(state.at[Verblijf.COA][c] for c in there)
    at = {place: sum(own.values()) for place, own in state.at.items()}
    out = at[Verblijf.TUSSENVOORZIENING] + at[Verblijf.KLEIN] + at[Verblijf.GEZIN]
    single = sum(vraag.alleenstaanden[: t + 1]) - sum(state.alone.values())
    return Nareisboeking(
        at[Verblijf.COA] - himself + single,
        others * waiting,
        himself,
        at[Verblijf.TUSSENVOORZIENING],
        at[Verblijf.KLEIN] + sum(state.alone.values()),
        at[Verblijf.GEZIN] + vraag.gezinsgrootte * sum(state.families.values()),
        *moved,
        gereserveerd=others * out,
        zonder_woning=waiting,
    )


def _faults(
    vraag: Nareisvraag, verloop: Nareisverloop, state: _State, one: Nareisboeking, t: int
) -> list[str]:
    """Tell what does not fit: room, dwellings of this half-year, or fewer than nobody."""
    small = sum(n for (_, o, u), n in verloop.geplaatst.items() if (o, u) == (Verblijf.KLEIN, t))
    small += sum(n for (_, u), n in verloop.definitief.items() if u == t)
    family = sum(n for (_, o, u), n in verloop.geplaatst.items() if (o, u) == (Verblijf.GEZIN, t))
    family += sum(n for (_, _, u), n in verloop.herenigd.items() if u == t)
    least = min((n for own in state.at.values() for n in own.values()), default=0)
    rows = (
        (one.tussenvoorziening > vraag.plekken, "meer bewoners dan plekken"),
        (small > vraag.klein[t], "meer kleine woningen dan er zijn"),
        (family > vraag.gezin[t], "meer gezinswoningen dan er zijn"),
        (min(least, one.coa_alleen) < 0, "iemand verhuist die daar niet woont"),
    )
    return [f"halfjaar {t + 1}: {told}" for wrong, told in rows if wrong]
