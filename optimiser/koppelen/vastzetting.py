"""What is settled before a plan: a coupling fixed by hand, and bands with a region."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from optimiser.koppelen.errors import RegiobandError, VastzettingError
from optimiser.koppelen.woningen import Woningklasse


@dataclass(frozen=True, slots=True)
class Vastzetting:
    """A coupling fixed by hand: exactly so many households, whatever the plan.

    Attributes
    ----------
    gm_code
        The gemeente.
    personen
        Of each household [personen].
    klasse
        Name of the dwelling class.
    aantal
        Exactly so many; 0 keeps them away [huishoudens].
    reden
        Why, in the words of whoever fixed it; never about a person.
    """

    gm_code: str
    personen: int
    klasse: str
    aantal: int
    reden: str


@dataclass(frozen=True, slots=True)
class Regioband:
    """Households with a band to a region; why is not stored.

    Attributes
    ----------
    gebied
        Area whose plan holds these households.
    regio
        Name of the region of the band.
    gm_codes
        Gemeenten of that region; only those inside ``gebied`` count.
    personen
        Of each household [personen].
    huishoudens
        How many.
    hard
        Whether it must be followed (first-degree family, study, medical).
    """

    gebied: str
    regio: str
    gm_codes: tuple[str, ...]
    personen: int
    huishoudens: int
    hard: bool = False


def check_vast(
    vast: Iterable[Vastzetting],
    gebieden: Mapping[str, str],
    huishoudens: Mapping[str, Mapping[int, int]],
    woningen: pd.DataFrame,
    klassen: Sequence[Woningklasse],
) -> None:
    """Refuse fixings that no plan can hold: then those that are left can hold together.

    Parameters
    ----------
    vast
        The fixings.
    gebieden
        ``gm_code`` to its area.
    huishoudens, woningen, klassen
        As in :class:`~optimiser.koppelen.vraag.Koppelvraag`.

    Raises
    ------
    VastzettingError
        Naming the fixing: unknown gemeente or class, no fit, no reason, twice, or more than there
        are dwellings or households.
    """
    known = {klasse.naam: klasse for klasse in klassen}
    cells: set[tuple[str, int, str]] = set()
    homes: Counter[tuple[str, str]] = Counter()
    need: Counter[tuple[str, int]] = Counter()
    for one in vast:
        klasse, gebied = known.get(one.klasse), gebieden.get(one.gm_code, "")
        homes[one.gm_code, one.klasse] += one.aantal
        need[gebied, one.personen] += one.aantal
        if not gebied:
            raise _refusal(one, "deze gemeente hoort niet bij deze vraag")
        if klasse is None:
            raise _refusal(one, f"woningklassen zijn {', '.join(known)}")
        if not klasse.holds(one.personen):
            raise _refusal(
                one, f"daarin passen {klasse.kleinste} tot en met {klasse.grootste} personen"
            )
        if one.aantal < 0 or not one.reden.strip():
            raise _refusal(one, "geef een aantal van 0 of meer en een reden")
        if (cell := (one.gm_code, one.personen, one.klasse)) in cells:
            raise _refusal(one, "staat er twee keer")
        if homes[one.gm_code, one.klasse] > (most := int(woningen.loc[one.gm_code, one.klasse])):
            raise _refusal(one, f"er zijn daar {most} van deze woningen")
        if need[gebied, one.personen] > (most := huishoudens[gebied].get(one.personen, 0)):
            raise _refusal(one, f"er zijn {most} zulke huishoudens in {gebied}")
        cells.add(cell)


def check_banden(
    banden: Iterable[Regioband],
    gebieden: Mapping[str, str],
    huishoudens: Mapping[str, Mapping[int, int]],
) -> None:
    """Refuse bands of nobody, with no gemeente of the area, or of more households than there are.

    Raises
    ------
    RegiobandError
        Naming the region and the size.
    """
    need: Counter[tuple[str, int]] = Counter()
    for one in banden:
        need[one.gebied, one.personen] += one.huishoudens
        most = huishoudens.get(one.gebied, {}).get(one.personen, 0)
        reason = ""
        if one.huishoudens < 1:
            reason = "geef een aantal van 1 of meer"
        elif not any(gebieden.get(code) == one.gebied for code in one.gm_codes):
            reason = f"geen gemeente van deze regio ligt in {one.gebied}"
        elif need[one.gebied, one.personen] > most:
            reason = f"er zijn {most} zulke huishoudens in {one.gebied}"
        if reason:
            raise RegiobandError(regio=one.regio, personen=one.personen, reden=reason)


def _refusal(one: Vastzetting, reason: str) -> VastzettingError:
    cell = f"{one.gm_code}, {one.personen} personen, {one.klasse}, aantal {one.aantal}"
    return VastzettingError(vastzetting=cell, reden=reason)
