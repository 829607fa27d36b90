"""The register of rounding methods, and the one way to call them."""

from collections.abc import Callable
from dataclasses import dataclass

from optimiser.errors import RoundingImpossibleError, UnknownRoundingError
from optimiser.rounding import divisor, quota
from optimiser.rounding.result import FREE, Bounds, Rounded, Shares


@dataclass(frozen=True, slots=True)
class RoundingMethod:
    """A rounding method as the reader knows it.

    Attributes
    ----------
    naam, titel, uitleg
        Name, Dutch title, what it does and whom it favours.
    closes
        Whether the sum is always the total.
    apply
        Shares, total, bounds and the name to ``Rounded``.
    """

    naam: str
    titel: str
    uitleg: str
    closes: bool
    apply: Callable[[Shares, int, Bounds, str], Rounded]


def _by(method: divisor.Divisor) -> Callable[[Shares, int, Bounds, str], Rounded]:
    def apply(shares: Shares, total: int, bounds: Bounds, name: str) -> Rounded:
        return divisor.round_by_divisor(shares, total, method, bounds, name)

    return apply


METHODS: dict[str, RoundingMethod] = {
    method.naam: method
    for method in (
        RoundingMethod(
            "adams",
            "Sluitend naar boven (Adams)",
            "Iedereen naar boven afgerond, met één deler waarmee de som precies uitkomt. Zo komen "
            "de officiële provinciale aantallen tot stand. Kleine gemeenten krijgen naar "
            "verhouding iets meer dan hun exacte aandeel, grote iets minder.",
            True,
            _by(divisor.ADAMS),
        ),
        RoundingMethod(
            "wettelijk_naar_boven",
            "Naar boven, naar de letter van de wet",
            "Elk aandeel apart naar boven (art. 29 lid 1). De som is hoger dan het landelijke "
            "aantal en sluit dus niet.",
            False,
            quota.wettelijk_naar_boven,
        ),
        RoundingMethod(
            "hamilton",
            "Grootste rest (Hamilton)",
            "Naar beneden, de resterende personen naar de grootste resten. Blijft binnen één "
            "persoon van het exacte aandeel, maar een hoger totaal kan een gemeente minder geven.",
            True,
            quota.hamilton,
        ),
        RoundingMethod(
            "webster",
            "Naar dichtstbij (Webster)",
            "Rekenkundig afgerond met één deler waarmee de som uitkomt; bevoordeelt groot noch "
            "klein.",
            True,
            _by(divisor.WEBSTER),
        ),
        RoundingMethod(
            "jefferson",
            "Sluitend naar beneden (Jefferson)",
            "Iedereen naar beneden afgerond met één deler waarmee de som uitkomt. Grote gemeenten "
            "krijgen naar verhouding iets meer dan hun exacte aandeel, kleine iets minder.",
            True,
            _by(divisor.JEFFERSON),
        ),
        RoundingMethod(
            "hill",
            "Meetkundig (Hill-Huntington)",
            "Afgerond op het meetkundig gemiddelde; iedereen met een aandeel krijgt er ten minste "
            "één.",
            True,
            _by(divisor.HILL),
        ),
        RoundingMethod(
            "rekenkundig",
            "Rekenkundig, zonder sluiten",
            "Elk aandeel apart naar het dichtstbijzijnde gehele getal; de som kan afwijken.",
            False,
            quota.rekenkundig,
        ),
    )
}


def round_shares(
    shares: Shares, total: int, method: str = "adams", bounds: Bounds = FREE
) -> Rounded:
    """Divide whole persons in proportion to exact shares.

    Parameters
    ----------
    shares
        ``gm_code`` to ``Fraction >= 0``; sums to exactly 1.
    total
        Persons to divide, ``>= 0``.
    method
        Name in ``METHODS``.
    bounds
        Minimum and maximum per gemeente [personen].

    Returns
    -------
    Rounded
        Persons per gemeente, ties and the difference from the total (0 when the method closes).

    Raises
    ------
    UnknownRoundingError
        If there is no such method.
    RoundingImpossibleError
        If the total is negative or the bounds cannot close on it.

    Notes
    -----
    Bron: Huisvestingswet 2014, art. 29 lid 1 ("naar boven afgerond"). Divisor methods are
    house-monotone, hamilton is not; hamilton keeps quota, divisor methods need not (adams never
    goes above the upper quota, jefferson never below the lower).

    Examples
    --------
    >>> from fractions import Fraction
    >>> thirds = {"GM0001": Fraction(1, 3), "GM0002": Fraction(2, 3)}
    >>> round_shares(thirds, 10).persons
    {'GM0001': 3, 'GM0002': 7}
    """
    if method not in METHODS:
        raise UnknownRoundingError(afronding=method, bekend=list(METHODS))
    if total < 0:
        raise RoundingImpossibleError(afronding=method, reden="het totaal is negatief")
    return METHODS[method].apply(shares, total, bounds, method)
