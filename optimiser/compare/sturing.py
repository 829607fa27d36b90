"""Can a gemeente lower its number by its own policy? A judgement per key, with its reason."""

from enum import StrEnum

from optimiser.compare.keuze import SleutelKeuze


class Sturing(StrEnum):
    """How far a gemeente can steer the figure a key counts."""

    NEE = "nee"
    BEPERKT = "beperkt"
    JA = "ja"
    HANGT_AF = "hangt af van de kolommen"


#: Judgement of this program; the reason stands in the key's own *prikkel*.
_PER_SLEUTEL = {
    "inwoners": Sturing.NEE,
    "huishoudens": Sturing.NEE,
    "oppervlakte": Sturing.NEE,
    "sociaaleconomisch": Sturing.NEE,
    "woningvoorraad": Sturing.JA,
    "sociale_huurvoorraad": Sturing.JA,
    "vrijkomende_sociale_huur": Sturing.JA,
    "verrekening_opvang": Sturing.JA,
    "denemarken": Sturing.JA,
    "duitsland": Sturing.BEPERKT,
}
_ORDER = (Sturing.NEE, Sturing.BEPERKT, Sturing.HANGT_AF, Sturing.JA)


def sturing(keuze: SleutelKeuze) -> Sturing:
    """Judge a choice; a composed key is as open to steering as its most open part.

    >>> from optimiser.compare.keuze import parse_keuze
    >>> sturing(parse_keuze("gemengd:inwoners=60+woningvoorraad=40")).value
    'ja'
    """
    judged = [_PER_SLEUTEL.get(part, Sturing.HANGT_AF) for part in keuze.parts]
    return max(judged, key=_ORDER.index)
