"""Keys that start from the inhabitants and correct for something else."""

from fractions import Fraction

import pandas as pd

from optimiser.verdeelsleutels.opties import SleutelOpties
from optimiser.verdeelsleutels.registry import RechtsStatus, Sturing, Toelichting, verdeelsleutel


@verdeelsleutel(
    "sociaaleconomisch",
    Toelichting(
        titel="Inwoners en sociaaleconomische score",
        uitleg="Inwoners maal (1 + beta maal SES-WOA-score): een hogere score geeft een groter "
        "deel. De score is een eigen kolom, beta is zichtbaar in het scenario.",
        bron="naar het voorbeeld van de Spreidingswet (indicatief); SES-WOA: CBS",
        status=RechtsStatus.WETSWIJZIGING,
        prikkel="Een gemeente met veel welvarende inwoners kan haar score niet sturen; de keuze "
        "van beta bepaalt de uitkomst.",
        sturing=Sturing.NEE,
    ),
    columns=("inwoners", "ses_woa"),
    opties=("beta",),
    voorbeeld="beta=0.2",
)
def sociaaleconomisch(gemeenten: pd.DataFrame, opties: SleutelOpties) -> pd.Series:
    r"""Weigh inhabitants by their socio-economic score.

    .. math:: w_g = \text{inwoners}_g (1 + \beta\,\text{SES}_g)

    Parameters
    ----------
    gemeenten
        ``inwoners`` [personen], ``ses_woa`` [score, 0 is the national middle].
    opties
        ``beta`` [per point of the score].

    Examples
    --------
    >>> tabel = pd.DataFrame({"inwoners": [100, 100], "ses_woa": [0.5, -0.5]})
    >>> [int(w) for w in sociaaleconomisch(tabel, SleutelOpties(beta="0.2"))]
    [110, 90]
    """
    beta = Fraction(opties.beta or 0)
    values = [
        pd.NA if pd.isna(score) else int(people) * (1 + beta * Fraction(str(score)))
        for people, score in zip(gemeenten["inwoners"], gemeenten["ses_woa"], strict=True)
    ]
    return pd.Series(values, index=gemeenten.index, dtype=object)


@verdeelsleutel(
    "verrekening_opvang",
    Toelichting(
        titel="Inwoners, met opvangplaatsen verrekend (alleen wat-als)",
        uitleg="Het inwonersdeel van taakstelling en opvangplaatsen samen, min de eigen "
        "opvangplaatsen; niet onder nul. Alleen een wat-als-berekening.",
        bron="Eindrapportage aanjager huisvesting statushouders (2021), hoofdstuk 3",
        status=RechtsStatus.NIET_TOEGESTAAN,
        prikkel="Ruilt opvang tegen huisvesting, wat nu niet mag; beloont opvang zonder dat "
        "iemand een woning krijgt.",
        sturing=Sturing.JA,
    ),
    columns=("inwoners", "opvangplaatsen"),
    opties=("totaal",),
)
def verrekening_opvang(gemeenten: pd.DataFrame, opties: SleutelOpties) -> pd.Series:
    r"""Credit reception places against the inhabitants' share; a what-if that is not allowed.

    .. math:: w_g = \max\left(0, \frac{i_g}{i_N}(V + o_N) - o_g\right)

    ``opvangplaatsen`` [plaatsen], V is ``totaal`` [personen].
    """
    if gemeenten["opvangplaatsen"].isna().any():
        return gemeenten["opvangplaatsen"]
    places = [Fraction(str(value)) for value in gemeenten["opvangplaatsen"]]
    people = [int(value) for value in gemeenten["inwoners"]]
    together = (opties.totaal or 0) + sum(places)
    values = [
        max(Fraction(0), Fraction(i, sum(people)) * together - o)
        for i, o in zip(people, places, strict=True)
    ]
    return pd.Series(values, index=gemeenten.index, dtype=object)
