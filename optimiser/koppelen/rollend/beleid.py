"""Ways to couple the households of a month: by taakstelling, by free dwellings, together."""

from dataclasses import dataclass
from enum import StrEnum

from optimiser.koppelen.rollend.staat import Maandstaat
from optimiser.koppelen.rollend.trekking import MAANDEN, Huishouden, Trekking
from optimiser.lp.koppelen.area import Koppelgebied
from optimiser.lp.koppelen.maand import solve_maand
from optimiser.lp.koppelen.maandvraag import Maandbesluit, Maandvraag


class Beleid(StrEnum):
    """How is coupled; each next one knows more."""

    TAAKSTELLING = "taakstelling"
    AANBOD = "aanbod"
    MAAND = "maand"
    POULE = "poule"
    AANGEKONDIGD = "aangekondigd"
    VOORUIT = "vooruit"


@dataclass(frozen=True, slots=True)
class Knoppen:
    """What a way of coupling may be set to.

    Attributes
    ----------
    gewicht
        What a person housed is worth in persons deviation.
    aangekondigd
        Months for which dwellings are announced.
    poule
        Months a household may stay in the pool.
    """

    gewicht: float = 10.0
    aangekondigd: int = 2
    poule: int = 1


def run_halfjaar(
    gebied: Koppelgebied, trekking: Trekking, beleid: Beleid, knoppen: Knoppen
) -> Maandstaat:
    """Couple the households of a half-year month by month.

    Raises
    ------
    SolverFailedError
        If a month was not settled.
    """
    staat = Maandstaat(gebied, trekking)
    for maand in range(MAANDEN):
        staat.open_month(maand)
        if beleid in (Beleid.TAAKSTELLING, Beleid.AANBOD):
            _one_by_one(staat, maand, look=beleid is Beleid.AANBOD)
        else:
            _together(staat, maand, beleid, knoppen)
    return staat


def _one_by_one(staat: Maandstaat, maand: int, look: bool) -> None:
    """Couple in the order of coming to the largest part of the taakstelling still open.

    With ``look`` to one that has a free dwelling that fits and is not yet full, if there is any.
    """
    asked = staat.gebied.taakstelling
    for one in list(staat.poule):

        def short(g: int) -> float:
            return (asked[g] - staat.gekoppeld[g]) / asked[g] if asked[g] else -1.0

        everywhere = range(len(asked))
        able = [g for g in everywhere if short(g) > 0 and staat.has_free(one.personen, g)]
        g = max(able if look and able else everywhere, key=short)
        staat.couple(one, g)
        if staat.house(one, g, maand):
            staat.wachtrij[g].remove(one)


def _together(staat: Maandstaat, maand: int, beleid: Beleid, knoppen: Knoppen) -> None:
    """Couple the pool at once; longest waiting first within a size."""
    if not staat.poule:
        return
    found = solve_maand(_month(staat, maand, beleid, knoppen))
    queues = {
        size: sorted(one for one in staat.poule if one.personen == size)
        for size in {one.personen for one in staat.poule}
    }
    for size, own in queues.items():
        own.sort(key=lambda one: one.maand)
        queues[size] = own[: len(own) - found.blijft.get(size, 0)]
    _settle(staat, maand, found, queues)


def _settle(
    staat: Maandstaat, maand: int, found: Maandbesluit, queues: dict[int, list[Huishouden]]
) -> None:
    """Book what was decided: first who gets a dwelling now, then who waits in a gemeente."""
    left = dict(found.gekoppeld)
    for (size, g, k), count in found.gehuisvest.items():
        left[size, g] -= count
        for _ in range(count):
            one = queues[size].pop(0)
            staat.couple(one, g)
            if staat.house(one, g, maand, k):
                staat.wachtrij[g].remove(one)
    for (size, g), count in left.items():
        for _ in range(count):
            staat.couple(queues[size].pop(0), g)


def _month(staat: Maandstaat, maand: int, beleid: Beleid, knoppen: Knoppen) -> Maandvraag:
    """Ask what this way of coupling knows."""
    gebied, last = staat.gebied, maand == MAANDEN - 1
    rest = (MAANDEN - 1 - maand) / MAANDEN
    later: list[list[float]] = []
    if beleid is Beleid.AANGEKONDIGD:
        ahead = staat.trekking.woningen[maand + 1 : maand + 1 + knoppen.aangekondigd]
        later = [[sum(month[g][k] for month in ahead) for k in range(len(gebied.klassen))]
                 for g in range(len(gebied.gm_codes))]  # fmt: skip
    elif beleid is Beleid.VOORUIT:
        later = [[n * rest for n in row] for row in gebied.woningen]
    if later:
        _claim(staat, later)
    age = knoppen.poule if beleid in (Beleid.POULE, Beleid.AANGEKONDIGD) and not last else 0
    pool = [one.personen for one in staat.poule]
    young = [one.personen for one in staat.poule if maand - one.maand < age]
    part = (maand + 1) / MAANDEN
    goals = zip(gebied.taakstelling, staat.gekoppeld, strict=True)
    return Maandvraag(
        {size: pool.count(size) for size in sorted(set(pool))},
        {size: young.count(size) for size in sorted(set(young))},
        gebied.klassen,
        tuple(map(tuple, staat.vrij)),
        tuple(map(tuple, later)),
        {s: n * rest for s, n in gebied.huishoudens.items()} if beleid is Beleid.VOORUIT else {},
        tuple(asked * part - done for asked, done in goals),
        knoppen.gewicht,
    )


def _claim(staat: Maandstaat, later: list[list[float]]) -> None:
    """Take the later dwellings that who waits in a gemeente already counts on."""
    for g, own in enumerate(staat.wachtrij):
        for one in own:
            for k in staat.fitting(one.personen):
                if later[g][k] >= 1:
                    later[g][k] -= 1
                    break
