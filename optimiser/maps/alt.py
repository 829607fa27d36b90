"""Alternative text of a map: what the picture shows, in Dutch, from the numbers themselves."""

from collections.abc import Mapping

import pandas as pd

from optimiser.maps.classes import class_counts, class_labels, class_of, format_value
from optimiser.maps.geometry import View
from optimiser.maps.matching import as_floats
from optimiser.maps.style import MapStyle
from optimiser.teksten import load_teksten, whole

#: Most names that are told for one extreme.
NAMED = 3


def alt_text(
    values: pd.Series, style: MapStyle, names: Mapping[str, str], view: View = View.KAART
) -> str:
    """Describe a map for who cannot see it.

    Parameters
    ----------
    values
        Index ``gm_code``, one row per gemeente of the map; missing where there is no value.
    style
        The style it is drawn in.
    names
        ``gm_code`` to the name of the gemeente.
    view
        Map or tiles.

    >>> values = pd.Series({"GM0001": 5, "GM0002": 30, "GM0003": None})
    >>> names = {"GM0001": "Noordstad", "GM0002": "Zuidstad", "GM0003": "Oostdorp"}
    >>> print(alt_text(values, MapStyle("opvang", (10.0,), eenheid="personen"), names))
    Kaart van Nederland per gemeente: opvang (personen). De laagste waarde is 5 (Noordstad), de \
mediaan 18, de hoogste 30 (Zuidstad). Gemeenten per klasse: minder dan 10: 1; 10 of meer: 1. \
Voor één gemeente zijn er geen gegevens.
    """
    words = load_teksten()["alt_tekst"]
    known = as_floats(values)
    title = f"{style.titel} ({style.eenheid})" if style.eenheid else style.titel
    parts = [words["kop"].format(weergave=words[view.value], titel=title)]
    present = known.dropna()
    if present.empty:
        return " ".join([*parts, words["leeg"]])
    parts += (
        _differences(present, style, names) if style.diverging else _range(present, style, names)
    )
    counts, missing = class_counts(class_of(known, style), style)
    return " ".join([*parts, *_classes(counts, style), *_missing(missing)])


def _classes(counts: tuple[int, ...], style: MapStyle) -> list[str]:
    words = load_teksten()["alt_tekst"]
    if style.circles:
        return [words["cirkels"]]
    if not style.breaks:
        return [words["constant"].format(noot=style.note)]
    filled = [
        words["klasse"].format(klasse=label, aantal=whole(count))
        for label, count in zip(class_labels(style), counts, strict=True)
    ]
    return [words["klassen"].format(klassen="; ".join(filled))]


def _missing(missing: int) -> list[str]:
    words = load_teksten()["alt_tekst"]
    text = words["een_zonder"] if missing == 1 else words["zonder"]
    return [text.format(aantal=whole(missing))] if missing else []


def _named(present: pd.Series, value: float, names: Mapping[str, str]) -> str:
    found = sorted(names.get(str(code), str(code)) for code in present.index[present == value])
    rest = len(found) - NAMED
    text = ", ".join(found[:NAMED])
    if rest <= 0:
        return text
    return str(load_teksten()["kaart"]["en_meer"].format(namen=text, aantal=whole(rest)))


def _range(present: pd.Series, style: MapStyle, names: Mapping[str, str]) -> list[str]:
    low, high = float(present.min()), float(present.max())
    return [
        load_teksten()["alt_tekst"]["spreiding"].format(
            laagste=format_value(low, style),
            laagste_namen=_named(present, low, names),
            mediaan=format_value(float(present.median()), style),
            hoogste=format_value(high, style),
            hoogste_namen=_named(present, high, names),
        )
    ]


def _differences(present: pd.Series, style: MapStyle, names: Mapping[str, str]) -> list[str]:
    words = load_teksten()["alt_tekst"]
    higher, lower = int((present > 0).sum()), int((present < 0).sum())
    same = whole(len(present) - higher - lower)
    parts = [words["verschil"].format(hoger=whole(higher), lager=whole(lower), gelijk=same)]
    for key, value, occurs in (
        ("toename", float(present.max()), higher),
        ("afname", float(present.min()), lower),
    ):
        if occurs:
            found = _named(present, value, names)
            parts.append(words[key].format(waarde=format_value(value, style), namen=found))
    return parts
