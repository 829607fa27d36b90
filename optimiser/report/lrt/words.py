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
