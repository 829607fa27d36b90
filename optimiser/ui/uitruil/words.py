"""Words and small forms that the parts of the page on uitruil share."""

from fractions import Fraction

from optimiser.report.uitruil.table import as_percentage
from optimiser.teksten import load_teksten
from optimiser.uitruil.toets.measures import Oordeel, Voorkeur
from optimiser.uitruil.zoekvraag import Doel, Keuze

MATEN = {
    Voorkeur.GELIJKMATIG: "Gelijkmatiger naar vrijkomende corporatiewoningen",
    Voorkeur.TEKORT: "Minder personen boven wat de gemeente kan huisvesten",
    Voorkeur.SLEUTEL: "Dichter bij het exacte aandeel volgens de sleutel",
    Voorkeur.LAST: "Lagere eigen taakstelling",
}
OORDELEN = {
    Oordeel.BETER: "beter af",
    Oordeel.GELIJK: "gelijk",
    Oordeel.SLECHTER: "slechter af",
    Oordeel.ONBEKEND: "niet beschikbaar",
}
DOELEN = {
    Doel.TEKORT: "Niemand boven wat een gemeente kan huisvesten",
    Doel.LAST: "De hoogste last zo laag mogelijk",
    Doel.SCENARIO: "Het doel van het scenario",
}
KEUZES = {
    Keuze.OVEREENKOMSTEN: "Zo weinig mogelijk overeenkomsten",
    Keuze.PERSONEN: "Zo weinig mogelijk personen, eerlijk gespreid",
    Keuze.COALITIES: "Zo klein mogelijke groepen gemeenten",
}


def say(code: str) -> str:
    """Return a text of the page."""
    text: str = load_teksten()["app"]["uitruil"][code]
    return text


def claim(share: Fraction | None) -> str:
    """Write a claim on freed dwellings."""
    return as_percentage(share)
