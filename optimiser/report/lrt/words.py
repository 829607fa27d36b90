"""The words of the slides."""

from optimiser.teksten.zinnen import sentence


def zin(code: str, **facts: object) -> str:
    """Return a sentence of the kit with its facts, numbers written the Dutch way.

    >>> zin("overige", aantal=1200)
    'Overige (1.200)'
    """
    return sentence("lrt", code, facts)


def without_stop(text: str) -> str:
    """Return a text without its final stop, to go on in a sentence."""
    return text.rstrip(".")


#: Most words of a title.
MOST_WORDS = 12


def headline(code: str, **facts: object) -> str:
    """Return a title of at most twelve words; a long name is left out, and then stands below.

    >>> headline("verschil_titel", sleutel="Woningvoorraad", stijgers=200, dalers=100)
    'Woningvoorraad: 200 gemeenten krijgen meer, 100 minder'
    """
    full = zin(code, **facts)
    return full if len(full.split()) <= MOST_WORDS else zin(f"{code}_kort", **facts)
