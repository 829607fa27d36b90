"""Can a gemeente lower its number by its own policy? A judgement per key, with its reason."""

from optimiser.compare.keuze import SleutelKeuze
from optimiser.verdeelsleutels import Sturing, find


def sturing(keuze: SleutelKeuze) -> Sturing:
    """Judge a choice; a composed key is as open to steering as its most open part.

    >>> from optimiser.compare.keuze import parse_keuze
    >>> sturing(parse_keuze("gemengd:inwoners=60+woningvoorraad=40")).value
    'ja'
    """
    judged = [find(part).toelichting.sturing for part in keuze.parts]
    return max(judged, key=list(Sturing).index)
