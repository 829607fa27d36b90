"""What an area is called: one name, wherever it is said."""

from optimiser.teksten.meldingen import load_teksten


def gebied_titel(naam: str) -> str:
    """Return the name of one area of a kind, as a heading.

    >>> gebied_titel("corop"), gebied_titel("provincie")
    ('COROP-gebied', 'Provincie')
    """
    return str(load_teksten()["gebieden"][naam]["titel"])


def gebied_with_article(naam: str) -> str:
    """Return the name as one says it in a sentence.

    >>> gebied_with_article("veiligheidsregio")
    'de veiligheidsregio'
    """
    return str(load_teksten()["gebieden"][naam]["lidwoord"])


def gebieden_plural(naam: str) -> str:
    """Return the name of more than one.

    >>> gebieden_plural("arbeidsmarktregio")
    "arbeidsmarktregio's"
    """
    return str(load_teksten()["gebieden"][naam]["meervoud"])
