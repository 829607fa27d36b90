"""Who is in the pool, coupled to a gemeente and housed, month by month; counted again."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from optimiser.koppelen.errors import UnsoundPlanError
from optimiser.koppelen.rollend.trekking import MAANDEN, Huishouden, Trekking
from optimiser.lp.koppelen.area import Koppelgebied


@dataclass(frozen=True, slots=True)
class Huisvesting:
    """A household in a dwelling: gemeente and class by number, month from 0."""

    huishouden: Huishouden
    gemeente: int
    klasse: int
    maand: int


@dataclass
class Maandstaat:
    """The books of one half-year under one way of coupling.

    Attributes
    ----------
    gebied, trekking
        What it is about.
    vrij
        Per gemeente the free dwellings per class.
    poule
        Households not coupled yet.
    wachtrij
        Per gemeente those coupled to it that have no dwelling yet.
    gekoppeld
        Per gemeente the persons coupled to it.
    gehuisvest
        Who lives where.
    """

    gebied: Koppelgebied
    trekking: Trekking
    vrij: list[list[int]] = field(init=False)
    poule: list[Huishouden] = field(default_factory=list)
    wachtrij: list[list[Huishouden]] = field(init=False)
    gekoppeld: list[int] = field(init=False)
    gehuisvest: list[Huisvesting] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Start with nobody and nothing."""
        count = len(self.gebied.gm_codes)
        self.vrij = [[0] * len(self.gebied.klassen) for _ in range(count)]
        self.wachtrij = [[] for _ in range(count)]
        self.gekoppeld = [0] * count

    def open_month(self, maand: int) -> None:
        """Let dwellings come free, for who waits longest first; let households come."""
        for g, row in enumerate(self.trekking.woningen[maand]):
            self.vrij[g] = [have + new for have, new in zip(self.vrij[g], row, strict=True)]
            waiting = sorted(self.wachtrij[g], key=lambda one: one.maand)
            self.wachtrij[g] = [one for one in waiting if not self.house(one, g, maand)]
        self.poule += self.trekking.huishoudens[maand]

    def fitting(self, personen: int) -> Iterable[int]:
        """Yield the classes that hold a household, small ones first."""
        return (k for k in range(len(self.gebied.klassen)) if self.gebied.fits(personen, k))

    def has_free(self, personen: int, g: int) -> bool:
        """Tell whether a gemeente has a free dwelling that fits."""
        return any(self.vrij[g][k] for k in self.fitting(personen))

    def couple(self, one: Huishouden, g: int) -> None:
        """Book a household of the pool to a gemeente, where it waits for a dwelling."""
        self.poule.remove(one)
        self.gekoppeld[g] += one.personen
        self.wachtrij[g].append(one)

    def house(self, one: Huishouden, g: int, maand: int, klasse: int | None = None) -> bool:
        """Give a household a dwelling: of this class, or of the smallest that fits; if there is."""
        for k in self.fitting(one.personen) if klasse is None else (klasse,):
            if self.vrij[g][k]:
                self.vrij[g][k] -= 1
                self.gehuisvest.append(Huisvesting(one, g, k, maand))
                return True
        return False


def require_closed(staat: Maandstaat) -> None:
    """Count the books again: everybody once, every dwelling once, persons against taakstelling.

    Raises
    ------
    UnsoundPlanError
        With what does not add up: our bug.
    """
    gebied, drawn = staat.gebied, staat.trekking
    everybody = sorted(one for month in drawn.huishoudens for one in month)
    housed = [one.huishouden for one in staat.gehuisvest]
    waiting = [one for own in staat.wachtrij for one in own]
    persons = [sum(one.personen for one in own) for own in staat.wachtrij]
    used = Counter((one.gemeente, one.klasse, one.maand) for one in staat.gehuisvest)
    for one in staat.gehuisvest:
        persons[one.gemeente] += one.huishouden.personen
    rows = (
        (sorted([*housed, *waiting, *staat.poule]) != everybody, "niet iedereen telt één keer"),
        (persons != staat.gekoppeld, "gekoppelde personen per gemeente"),
        (any(not gebied.fits(o.huishouden.personen, o.klasse) for o in staat.gehuisvest), "maat"),
        (any(o.maand < o.huishouden.maand for o in staat.gehuisvest), "te vroeg gehuisvest"),
        (_overdrawn(drawn, used), "meer huishoudens dan woningen"),
    )
    if faults := [told for wrong, told in rows if wrong]:
        raise UnsoundPlanError(fouten="; ".join(faults))


def _overdrawn(drawn: Trekking, used: Counter[tuple[int, int, int]]) -> bool:
    """Tell whether a class of a gemeente was used beyond what had come free by then."""
    left: Counter[tuple[int, int]] = Counter()
    for month in range(MAANDEN):
        for g, row in enumerate(drawn.woningen[month]):
            for k, count in enumerate(row):
                left[g, k] += count - used[g, k, month]
        if min(left.values()) < 0:
            return True
    return False
