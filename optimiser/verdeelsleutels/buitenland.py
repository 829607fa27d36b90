"""Keys other countries used; they need columns that only the user can supply."""

from collections.abc import Iterable
from fractions import Fraction

import pandas as pd

from optimiser.verdeelsleutels.opties import SleutelOpties
from optimiser.verdeelsleutels.registry import RechtsStatus, Sturing, Toelichting, verdeelsleutel


def _parts(values: pd.Series, *, inverse: bool = False) -> list[Fraction] | None:
    """Return each value as its exact part of the sum; None when one is unknown or the sum is 0."""
    if values.isna().any():
        return None
    exact = [Fraction(str(value)) for value in values]
    if inverse:
        if min(exact) <= 0:
            return None
        exact = [1 / value for value in exact]
    total = sum(exact)
    return None if total == 0 else [value / total for value in exact]


def _series(values: Iterable[Fraction], index: pd.Index) -> pd.Series:
    return pd.Series(list(values), index=index, dtype=object)


def _unknown(index: pd.Index) -> pd.Series:
    return pd.Series(pd.NA, index=index, dtype=object)


@verdeelsleutel(
    "denemarken",
    Toelichting(
        titel="Deens model (2b - f)",
        uitleg="Twee keer het deel van de bevolking min het deel van de al gevestigde migranten; "
        "niet onder nul.",
        bron="Deense verdeling van vluchtelingen over kommuner: kvote 2b - f",
        status=RechtsStatus.WETSWIJZIGING,
        prikkel="Een gemeente die vestiging ontmoedigt, houdt een groter deel.",
        sturing=Sturing.JA,
    ),
    columns=("inwoners", "migranten"),
)
def denemarken(gemeenten: pd.DataFrame, _opties: SleutelOpties) -> pd.Series:
    r"""Weigh by twice the population share minus the share of settled migrants.

    .. math:: w_g = \max(0, 2 b_g - f_g)

    ``migranten`` [personen] is the user's column; shares b and f each sum to 1.

    >>> t = pd.DataFrame({"inwoners": [50, 50], "migranten": [3, 1]}, index=["A", "B"])
    >>> [str(w) for w in denemarken(t, SleutelOpties())]
    ['1/4', '3/4']
    """
    b, f = _parts(gemeenten["inwoners"]), _parts(gemeenten["migranten"])
    if b is None or f is None:
        return _unknown(gemeenten.index)
    weights = (max(Fraction(0), 2 * x - y) for x, y in zip(b, f, strict=True))
    return _series(weights, gemeenten.index)


@verdeelsleutel(
    "duitsland",
    Toelichting(
        titel="Duits model (Königsteiner Schlüssel)",
        uitleg="Voor twee derde de belastingopbrengst en voor een derde de inwoners.",
        bron="Königsteiner Schlüssel: 2/3 belastingopbrengst, 1/3 inwoners",
        status=RechtsStatus.WETSWIJZIGING,
        prikkel="Wie economisch sterk is krijgt meer, ook als er geen woning vrij is.",
        sturing=Sturing.BEPERKT,
    ),
    columns=("inwoners", "belastingopbrengst"),
)
def duitsland(gemeenten: pd.DataFrame, _opties: SleutelOpties) -> pd.Series:
    """Weigh by 2/3 tax revenue (``belastingopbrengst`` [euro]) and 1/3 inhabitants."""
    people, tax = _parts(gemeenten["inwoners"]), _parts(gemeenten["belastingopbrengst"])
    if people is None or tax is None:
        return _unknown(gemeenten.index)
    weights = ((2 * y + x) / 3 for x, y in zip(people, tax, strict=True))
    return _series(weights, gemeenten.index)


@verdeelsleutel(
    "zweden",
    Toelichting(
        titel="Zweeds model 2014 (45/30/15/10)",
        uitleg="Vier eigen kolommen, gewogen met 45, 30, 15 en 10 procent. Welke cijfers erbij "
        "horen moet de gebruiker aanleveren; de samenstelling is hier niet nagetrokken.",
        bron="Zweedse verdeling 2014, gewichten 45/30/15/10",
        status=RechtsStatus.WETSWIJZIGING,
        prikkel="Hangt af van de gekozen kolommen.",
    ),
    columns=("zweden_45", "zweden_30", "zweden_15", "zweden_10"),
)
def zweden(gemeenten: pd.DataFrame, _opties: SleutelOpties) -> pd.Series:
    """Weigh four user columns by 45, 30, 15 and 10 percent of their shares."""
    columns = {weight: _parts(gemeenten[f"zweden_{weight}"]) for weight in (45, 30, 15, 10)}
    known = {weight: part for weight, part in columns.items() if part is not None}
    if len(known) < len(columns):
        return _unknown(gemeenten.index)
    rows = range(len(gemeenten))
    weights = (sum((w * part[i] for w, part in known.items()), Fraction(0)) for i in rows)
    return _series(weights, gemeenten.index)


@verdeelsleutel(
    "europa",
    Toelichting(
        titel="EU-sleutel 2015 (40/40/10/10)",
        uitleg="40 procent inwoners, 40 procent bruto regionaal product, 10 procent eerdere opvang "
        "per inwoner (omgekeerd) en 10 procent werkloosheid (omgekeerd); de laatste twee elk "
        "hooguit 30 procent van de eerste twee samen.",
        bron="Europese Commissie, COM(2015) 240 en COM(2015) 450, bijlagen",
        status=RechtsStatus.WETSWIJZIGING,
        prikkel="De omgekeerde factoren kunnen tegengesteld aan hun bedoeling werken.",
    ),
    columns=("inwoners", "brp", "eerdere_opvang_per_inwoner", "werkloosheid"),
)
def europa(gemeenten: pd.DataFrame, _opties: SleutelOpties) -> pd.Series:
    """Weigh as the EU relocation key of 2015; user columns ``brp`` [euro] and two rates > 0."""
    people, product = _parts(gemeenten["inwoners"]), _parts(gemeenten["brp"])
    earlier = _parts(gemeenten["eerdere_opvang_per_inwoner"], inverse=True)
    jobless = _parts(gemeenten["werkloosheid"], inverse=True)
    if people is None or product is None or earlier is None or jobless is None:
        return _unknown(gemeenten.index)
    weights = []
    for x, y, a, u in zip(people, product, earlier, jobless, strict=True):
        base = Fraction(4, 10) * (x + y)
        weights.append(base + min(a / 10, base * 3 / 10) + min(u / 10, base * 3 / 10))
    return _series(weights, gemeenten.index)
