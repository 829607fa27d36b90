"""How a measure is drawn: a count as circles, a rate in colour, a difference around zero."""

from collections.abc import Sequence

import pandas as pd

from optimiser.maps import MapStyle, count_style, difference_style, rate_style
from optimiser.maps.matching import as_floats
from optimiser.report.kaart.class_breaks import around_zero, places_of
from optimiser.report.kaart.measures import Meting
from optimiser.report.kaart.on_map import OpKaart


def style_of(
    meting: Meting,
    shown: Sequence[OpKaart],
    *,
    verschil: bool = False,
    klassen: int | tuple[float, ...] = 6,
    methode: str = "kwantielen",
) -> MapStyle:
    """Return the one style of all maps of a measure that are compared.

    Parameters
    ----------
    meting
        The measure; its title is that of the style.
    shown
        Its values on each map.
    verschil
        Whether the values lie around zero.
    klassen
        Number of classes, which circles do not have; or the user's own breaks, which colour a count
        too. Of a difference the breaks above zero are enough.
    methode
        ``kwantielen``, ``natuurlijk`` or ``gelijk``.

    Raises
    ------
    MapClassesError, UnknownMapChoiceError
        If the classes or the method cannot be used.
    """
    if isinstance(klassen, tuple):
        return _own(meting, klassen, verschil=verschil)
    values = [as_floats(one.waarden) for one in shown]
    if verschil:
        steps = max(1, (klassen - 1) // 2)
        return difference_style(meting.titel, values, meting.eenheid, meting.decimals, steps)
    if meting.aantal and not _below_zero(values):
        return count_style(meting.titel, values, meting.eenheid)
    grains = [one.grain for one in shown if one.grain is not None]
    return rate_style(
        meting.titel,
        values,
        meting.eenheid,
        meting.decimals,
        klassen,
        methode,
        [as_floats(grain) for grain in grains] if len(grains) == len(values) else None,
    )


def _own(meting: Meting, breaks: tuple[float, ...], *, verschil: bool) -> MapStyle:
    used = around_zero(breaks) if verschil else breaks
    palette = "paars-oranje" if verschil else "blauwgroen"
    decimals = max(meting.decimals, places_of(used))
    return MapStyle(meting.titel, used, palette, meting.eenheid, decimals, diverging=verschil)


def _below_zero(values: Sequence[pd.Series]) -> bool:
    return any(bool((column < 0).any()) for column in values)
