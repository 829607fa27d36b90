"""Keys that follow one figure of the gemeente."""

from fractions import Fraction

import pandas as pd

from optimiser.verdeelsleutels.opties import SleutelOpties
from optimiser.verdeelsleutels.registry import RechtsStatus, Sturing, Toelichting, verdeelsleutel


@verdeelsleutel(
    "inwoners",
    Toelichting(
        titel="Inwoners (wettelijk)",
        uitleg="Naar rato van het aantal inwoners op 1 januari van het jaar vóór het halfjaar.",
        bron="Huisvestingswet 2014, art. 29 lid 1",
        status=RechtsStatus.GELDEND,
        prikkel="Geen: een gemeente kan haar inwonertal niet sturen om minder te krijgen. "
        "Kijkt niet naar de woningen die er zijn of vrijkomen.",
        sturing=Sturing.NEE,
    ),
    columns=("inwoners",),
)
def inwoners(gemeenten: pd.DataFrame, _opties: SleutelOpties) -> pd.Series:
    r"""Weigh each gemeente by its population.

    .. math:: w_g = \text{inwoners}_g

    Parameters
    ----------
    gemeenten
        Shape ``(n_gemeenten, 1)``: ``inwoners`` [personen, 1 januari].

    Returns
    -------
    pandas.Series
        Shape ``(n_gemeenten,)``, index ``gm_code`` [personen].

    Examples
    --------
    >>> tabel = pd.DataFrame({"inwoners": [30, 10]}, index=["GM0001", "GM0002"])
    >>> inwoners(tabel, SleutelOpties()).tolist()
    [30, 10]
    """
    return gemeenten["inwoners"]


@verdeelsleutel(
    "woningvoorraad",
    Toelichting(
        titel="Woningvoorraad",
        uitleg="Naar rato van het aantal woningen, koop en huur samen.",
        bron="Eindrapportage aanjager huisvesting statushouders (2021), hoofdstuk 2; CBS",
        status=RechtsStatus.WETSWIJZIGING,
        prikkel="Wie woningen bouwt, krijgt een groter deel; wie bouwen uitstelt, een kleiner.",
        sturing=Sturing.JA,
    ),
    columns=("woningvoorraad",),
)
def woningvoorraad(gemeenten: pd.DataFrame, _opties: SleutelOpties) -> pd.Series:
    """Weigh each gemeente by its dwellings [woningen, 1 januari]."""
    return gemeenten["woningvoorraad"]


@verdeelsleutel(
    "sociale_huurvoorraad",
    Toelichting(
        titel="Sociale huurvoorraad",
        uitleg="Naar rato van de corporatiewoningen: woningvoorraad maal corporatieaandeel.",
        bron="Eindrapportage aanjager huisvesting statushouders (2021), hoofdstuk 2; CBS",
        status=RechtsStatus.WETSWIJZIGING,
        prikkel="Beloont een klein aandeel sociale huur: wie weinig corporatiewoningen heeft of "
        "ze verkoopt, krijgt minder.",
        sturing=Sturing.JA,
    ),
    columns=("woningvoorraad", "pct_corporatie"),
)
def sociale_huurvoorraad(gemeenten: pd.DataFrame, _opties: SleutelOpties) -> pd.Series:
    """Weigh each gemeente by woningvoorraad x corporation share [woningen x %].

    The share is published in whole percents, so the stock is exact to half a percent of the
    dwellings. For a merged gemeente the share is the average weighed by dwellings.
    """
    return corporatiewoningen(gemeenten)


def corporatiewoningen(gemeenten: pd.DataFrame) -> pd.Series:
    """Count the corporation dwellings, ``woningvoorraad x pct_corporatie / 100`` [woningen].

    Returns
    -------
    pandas.Series
        Exact fractions; NA where either figure is unknown.

    >>> t = pd.DataFrame({"woningvoorraad": [200], "pct_corporatie": [31]}, index=["GM0001"])
    >>> corporatiewoningen(t).tolist()
    [Fraction(62, 1)]
    """
    values = [
        pd.NA if pd.isna(stock) or pd.isna(share) else Fraction(str(share)) * int(stock) / 100
        for stock, share in zip(
            gemeenten["woningvoorraad"], gemeenten["pct_corporatie"], strict=True
        )
    ]
    return pd.Series(values, index=gemeenten.index, dtype=object)


@verdeelsleutel(
    "vrijkomende_sociale_huur",
    Toelichting(
        titel="Vrijkomende sociale huur",
        uitleg="Naar rato van de corporatiewoningen die in een jaar vrijkomen: voorraad maal "
        "mutatiegraad. Zonder eigen kolom mutatiegraad geldt één landelijk getal (aanname); de "
        "verdeling is dan gelijk aan die naar sociale huurvoorraad.",
        bron="Eindrapportage aanjager huisvesting statushouders (2021), hoofdstuk 2",
        status=RechtsStatus.WETSWIJZIGING,
        prikkel="Wie doorstroming bevordert, krijgt een groter deel; beloont ook een klein aandeel "
        "sociale huur.",
        sturing=Sturing.JA,
    ),
    columns=("woningvoorraad", "pct_corporatie"),
    optional=("mutatiegraad",),
)
def vrijkomende_sociale_huur(gemeenten: pd.DataFrame, _opties: SleutelOpties) -> pd.Series:
    """Weigh each gemeente by corporation dwellings x mutatiegraad [woningen per jaar].

    ``mutatiegraad`` is the share of the stock that becomes free in a year, 0 to 1. One number
    for the whole country cancels out, so without the column the stock itself is the weight.
    """
    stock = corporatiewoningen(gemeenten)
    if "mutatiegraad" not in gemeenten.columns:
        return stock
    values = [
        pd.NA if pd.isna(rate) else freed * Fraction(str(rate))
        for freed, rate in zip(stock, gemeenten["mutatiegraad"], strict=True)
    ]
    return pd.Series(values, index=gemeenten.index, dtype=object)


@verdeelsleutel(
    "huishoudens",
    Toelichting(
        titel="Huishoudens",
        uitleg="Naar rato van het aantal huishoudens.",
        bron="CBS, Kerncijfers wijken en buurten; variant op art. 29 lid 1",
        status=RechtsStatus.WETSWIJZIGING,
        prikkel="Geen bekend; gemeenten met veel alleenwonenden krijgen een groter deel.",
        sturing=Sturing.NEE,
    ),
    columns=("huishoudens",),
)
def huishoudens(gemeenten: pd.DataFrame, _opties: SleutelOpties) -> pd.Series:
    """Weigh each gemeente by its households [huishoudens, 1 januari]."""
    return gemeenten["huishoudens"]


@verdeelsleutel(
    "oppervlakte",
    Toelichting(
        titel="Oppervlakte land (alleen gevoeligheid)",
        uitleg="Naar rato van de oppervlakte land, afgeleid uit inwoners gedeeld door inwoners "
        "per km². Alleen bedoeld om te zien hoe gevoelig de uitkomst is.",
        bron="CBS, Kerncijfers wijken en buurten (afgeleid; dichtheid is afgerond)",
        status=RechtsStatus.WETSWIJZIGING,
        prikkel="Zegt niets over woningen of voorzieningen; grote plattelandsgemeenten krijgen "
        "een zeer groot deel.",
        sturing=Sturing.NEE,
    ),
    columns=("inwoners", "inwoners_per_km2_land"),
)
def oppervlakte(gemeenten: pd.DataFrame, _opties: SleutelOpties) -> pd.Series:
    """Weigh each gemeente by its land area, ``inwoners / inwoners_per_km2_land`` [km²]."""
    values = [
        pd.NA if pd.isna(density) or density == 0 else Fraction(int(people), int(density))
        for people, density in zip(
            gemeenten["inwoners"], gemeenten["inwoners_per_km2_land"], strict=True
        )
    ]
    return pd.Series(values, index=gemeenten.index, dtype=object)
