"""The same made-up half-years under every way of coupling, and housing against deviation."""

from collections.abc import Sequence
from dataclasses import astuple, dataclass, replace
from statistics import fmean, pstdev

from optimiser.koppelen.passend import check_passend
from optimiser.koppelen.plan import Progress, no_progress
from optimiser.koppelen.rollend.beleid import Beleid, Knoppen, run_halfjaar
from optimiser.koppelen.rollend.staat import Maandstaat, require_closed
from optimiser.koppelen.rollend.trekking import MAANDEN, Trekking, draw_halfjaar
from optimiser.koppelen.woningen import Woningklasse
from optimiser.lp.koppelen.area import Koppelgebied

#: Whole months after which 14 weeks have passed: COA couples in 2, the gemeente houses in 12.
LANG = 4


@dataclass(frozen=True, slots=True)
class Maanduitkomst:
    """One half-year under one way of coupling, or the mean of several.

    Attributes
    ----------
    gehuisvest
        Persons housed, part of all persons.
    wachtend, groot
        Households without a dwelling at the end; of them large ones.
    maanden
        Mean wait from coming to a dwelling, or to the end [maanden].
    lang
        Households that waited longer than 14 weeks.
    leeg
        Free dwellings at the end.
    afwijking
        Sum over gemeenten of persons coupled beside the taakstelling, over or under [personen].
    grootste
        The largest of these [personen].
    """

    gehuisvest: float
    wachtend: float
    groot: float
    maanden: float
    lang: float
    leeg: float
    afwijking: float
    grootste: float


@dataclass(frozen=True)
class Beleidsuitkomst:
    """Every draw under one way of coupling with one weight."""

    beleid: Beleid
    gewicht: float
    trekkingen: tuple[Maanduitkomst, ...]

    @property
    def gemiddeld(self) -> Maanduitkomst:
        """Mean over the draws."""
        return Maanduitkomst(*map(fmean, zip(*map(astuple, self.trekkingen), strict=True)))

    @property
    def spreiding(self) -> float:
        """Standard deviation of the part housed over the draws."""
        return pstdev(one.gehuisvest for one in self.trekkingen)


@dataclass(frozen=True)
class Beleidsvergelijking:
    """All ways on the same draws.

    Attributes
    ----------
    beleid
        Each way once, with the usual weight.
    afweging
        The pool with every weight, from much balance to much housing.
    achteraf
        Per draw the part of the persons that fits, all known ahead and without borders.
    """

    beleid: tuple[Beleidsuitkomst, ...]
    afweging: tuple[Beleidsuitkomst, ...]
    achteraf: tuple[float, ...]


def compare_rollend(
    gebied: Koppelgebied,
    zaad: int,
    runs: int,
    knoppen: Knoppen,
    gewichten: Sequence[float] = (),
    progress: Progress = no_progress,
) -> Beleidsvergelijking:
    """Couple the same made-up half-years in every way.

    Parameters
    ----------
    gebied
        One area with a taakstelling, households and dwellings of a half-year.
    zaad, runs
        Seed, and how many half-years are drawn.
    knoppen
        The settings of the ways that have any.
    gewichten
        Weights for the trade of housing against deviation.
    progress
        Told before each way of each draw.

    Raises
    ------
    RollendError
        If there is nothing to draw.
    UnsoundPlanError
        If the books of a half-year do not close.
    """
    drawn = [draw_halfjaar(gebied, zaad, number) for number in range(runs)]
    asked = [(one, knoppen) for one in Beleid]
    asked += [
        (Beleid.POULE, replace(knoppen, gewicht=w)) for w in gewichten if w != knoppen.gewicht
    ]
    found = []
    for number, (beleid, settings) in enumerate(asked):
        done: list[Maanduitkomst] = []
        for trekking in drawn:
            progress(number * runs + len(done), len(asked) * runs, beleid)
            staat = run_halfjaar(gebied, trekking, beleid, settings)
            require_closed(staat)
            done.append(measure(staat))
        found.append(Beleidsuitkomst(beleid, settings.gewicht, tuple(done)))
    ways = found[: len(Beleid)]
    pool = [one for one in found if one.beleid is Beleid.POULE and gewichten]
    hindsight = tuple(measure_achteraf(gebied, trekking) for trekking in drawn)
    return Beleidsvergelijking(tuple(ways), tuple(sorted(pool, key=lambda o: o.gewicht)), hindsight)


def measure(staat: Maandstaat) -> Maanduitkomst:
    """Measure a half-year that is over."""
    everybody = [one for month in staat.trekking.huishoudens for one in month]
    waiting = [one for own in staat.wachtrij for one in own] + staat.poule
    waits = [one.maand - one.huishouden.maand for one in staat.gehuisvest]
    waits += [MAANDEN - one.maand for one in waiting]
    housed = sum(one.huishouden.personen for one in staat.gehuisvest)
    pairs = zip(staat.gekoppeld, staat.gebied.taakstelling, strict=True)
    beside = [abs(done - asked) for done, asked in pairs]
    return Maanduitkomst(
        housed / sum(one.personen for one in everybody),
        len(waiting),
        sum(one.personen >= staat.gebied.drempel for one in waiting),
        fmean(waits),
        sum(wait >= LANG for wait in waits),
        sum(map(sum, staat.vrij)),
        sum(beside),
        max(beside),
    )


def measure_achteraf(gebied: Koppelgebied, trekking: Trekking) -> float:
    """Return the part of the persons that could be housed, had all been known, without borders."""
    klassen = [Woningklasse(str(k), low, high) for k, (low, high) in enumerate(gebied.klassen)]
    without = check_passend(gebied.huishoudens, trekking.supply(), klassen).personen
    return 1 - without / sum(size * count for size, count in gebied.huishoudens.items())
