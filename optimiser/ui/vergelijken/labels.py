"""Labels of keys that are compared: which can be chosen, and how a mix stays at 100 percent."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

import pandas as pd

from optimiser.compare.keuze import SleutelKeuze, obstacle, parse_keuze
from optimiser.errors import OptimiserError
from optimiser.gegevens.gegevens import GROUPINGS
from optimiser.teksten import decimal
from optimiser.teksten.gebieden import gebieden_plural
from optimiser.verdeelsleutels import Verdeelsleutel, find, listed

HUNDRED = Decimal(100)
#: Groupings of the first tier, as one says them.
REGIONS = {naam: gebieden_plural(naam) for naam in GROUPINGS}
#: Keys that give every link a picture.
FIRST = ("inwoners", "woningvoorraad", "sociale_huurvoorraad")


def kind(keuze: SleutelKeuze) -> str:
    """Return what stays the same while the options of a key change.

    >>> kind(parse_keuze("gemengd:inwoners=60+huishoudens=40"))
    'gemengd'
    """
    return keuze.label if _own(keuze) else keuze.sleutel


def _own(keuze: SleutelKeuze) -> bool:
    return "kolom" in keuze.key.opties


def _start(key: Verdeelsleutel) -> str:
    """Return the label a key is first compared with: its own example where it has options."""
    return key.naam if key.voorbeeld is None else f"{key.naam}:{key.voorbeeld}"


def title_of(keuze: SleutelKeuze) -> str:
    """Name a key in a list or above a column: a composed one without its options.

    >>> title_of(parse_keuze("twee_traps:woningvoorraad/inwoners@corop"))
    'Twee trappen'
    """
    return keuze.titel if _own(keuze) else keuze.key.titel.partition(":")[0]


def name_of(keuze: SleutelKeuze) -> str:
    """Name a key with its options the way one says it.

    >>> name_of(parse_keuze("gemengd:inwoners=60+huishoudens=40"))
    'Mix van 60 % Inwoners (wettelijk) en 40 % Huishoudens'
    >>> name_of(parse_keuze("twee_traps:woningvoorraad/inwoners@corop"))
    'Eerst COROP-gebieden (Woningvoorraad), dan gemeenten (Inwoners (wettelijk))'
    >>> name_of(parse_keuze("sociaaleconomisch:beta=0.2"))
    'Inwoners en sociaaleconomische score (bèta 0,20)'
    """
    opties = keuze.opties
    if opties.gewichten:
        parts = [f"{percent(w)} {find(naam).titel}" for naam, w in opties.gewichten.items()]
        return f"Mix van {' en '.join(parts)}"
    if opties.gebied is not None:
        first, then = (find(str(naam)).titel for naam in (opties.eerst, opties.daarna))
        return f"Eerst {REGIONS[opties.gebied]} ({first}), dan gemeenten ({then})"
    if opties.beta is not None:
        return f"{keuze.key.titel} (bèta {decimal(opties.beta, 2)})"
    return keuze.titel


def percent(weight: Decimal) -> str:
    """Write a weight [%].

    >>> percent(Decimal("60")), percent(Decimal("12.5"))
    ('60 %', '12,5 %')
    """
    return f"{decimal(weight, 0 if weight == weight.to_integral_value() else 1)} %"


def offered(figures: pd.DataFrame, columns: Sequence[str]) -> tuple[dict[str, str], dict[str, str]]:
    """Tell which keys can be computed, and of the others why not.

    Parameters
    ----------
    figures
        Table of the year, index ``gm_code``.
    columns
        Names of the user's own columns.

    Returns
    -------
    tuple of dict
        Kind to label to start with; title to reason.
    """
    keys = listed()
    labels = [_start(key) for key in keys if "kolom" not in key.opties]
    own = [key.naam for key in keys if "kolom" in key.opties]
    labels += [f"{naam}:{column}" for naam in own for column in columns if "," not in column]
    can: dict[str, str] = {}
    cannot = {
        f"Eigen kolom: {column}": "de naam van de kolom bevat een komma"
        for column in columns
        if "," in column
    }
    for label in labels:
        keuze = parse_keuze(label)
        reason = obstacle(keuze, figures)
        if reason is None:
            can[kind(keuze)] = label
        else:
            cannot[keuze.titel if _own(keuze) else keuze.key.titel] = reason
    return can, cannot


def readable_keuzes(text: str) -> tuple[SleutelKeuze, ...]:
    """Read the keys in an address; what cannot be read, or comes twice, is left out.

    >>> [keuze.label for keuze in readable_keuzes("inwoners,onzin,huishoudens,inwoners")]
    ['inwoners', 'huishoudens']
    """
    found: dict[str, SleutelKeuze] = {}
    for part in text.split(","):
        try:
            keuze = parse_keuze(part)
        except OptimiserError:
            continue
        found.setdefault(kind(keuze), keuze)
    return tuple(found.values())


def mix_label(weights: Mapping[str, Decimal], naam: str = "gemengd") -> str:
    """Write down a mix.

    >>> mix_label({"inwoners": Decimal(60), "huishoudens": Decimal(40)})
    'gemengd:inwoners=60+huishoudens=40'
    """
    parts = (f"{part}={weight.normalize():f}" for part, weight in weights.items())
    return f"{naam}:{'+'.join(parts)}"


def reweighted(weights: Mapping[str, Decimal], naam: str, wanted: int) -> dict[str, Decimal]:
    """Give one key a weight; the last takes the rest, and where that is too little the others.

    Examples
    --------
    >>> three = {"a": Decimal(50), "b": Decimal(30), "c": Decimal(20)}
    >>> [int(weight) for weight in reweighted(three, "a", 60).values()]
    [60, 30, 10]
    >>> [int(weight) for weight in reweighted(three, "a", 90).values()]
    [90, 10, 0]
    """
    changed = dict(weights) | {naam: Decimal(wanted)}
    *free, last = changed
    for other in reversed([part for part in free if part != naam]):
        over = sum((changed[part] for part in free), Decimal(0)) - HUNDRED
        changed[other] -= min(max(over, Decimal(0)), changed[other])
    changed[last] = HUNDRED - sum((changed[part] for part in free), Decimal(0))
    return changed


def remixed(weights: Mapping[str, Decimal], parts: Sequence[str]) -> dict[str, Decimal]:
    """Mix other keys: who stays keeps its weight as far as it fits, the last takes the rest.

    Examples
    --------
    >>> half = {"a": Decimal(50), "b": Decimal(50)}
    >>> {naam: int(weight) for naam, weight in remixed(half, ["a", "b", "c"]).items()}
    {'a': 50, 'b': 50, 'c': 0}
    """
    left, changed = HUNDRED, {}
    for naam in parts:
        changed[naam] = min(weights.get(naam, Decimal(0)), left)
        left -= changed[naam]
    return changed | {parts[-1]: changed[parts[-1]] + left}
