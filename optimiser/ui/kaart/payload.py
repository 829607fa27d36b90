"""What the browser gets per rerun: class numbers, labels and flags; pure functions.

All lists are in the order of ``names_on_map``, as the geometry in the browser is.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from optimiser.io.gemeentegrenzen.embedded import kaart_versie, names_on_map
from optimiser.maps import (
    MapStyle,
    Panel,
    View,
    alt_text,
    circle_sizes,
    circle_values,
    class_colours,
    class_counts,
    class_labels,
    class_of,
    format_value,
)
from optimiser.maps.classes import NO_CLASS
from optimiser.maps.matching import as_floats
from optimiser.teksten import load_teksten, whole
from optimiser.ui.kaart.settings import BORDERS, MOST_MARKS, Line, MapSettings

HEIGHT = 620
#: Written instead of a class where there is no value.
MISSING = "."
#: Character of class 0; the following classes follow it.
FIRST = ord("0")


def map_data(
    values: pd.Series, style: MapStyle, names: Mapping[str, str] | None = None, titel: str = ""
) -> dict[str, Any]:
    """Turn the values of one map into what the browser draws.

    Parameters
    ----------
    values
        Index ``gm_code``, without repeats; unit as in the style.
    style
        Classes and colours.
    names
        ``gm_code`` to name; by default the names of the embedded map.
    titel
        Heading; by default the title of the style.

    Returns
    -------
    dict
        JSON-ready; ``zonder_geometrie`` lists every value that cannot be drawn, by code and name.

    Raises
    ------
    ValueError
        If a code occurs twice, or a value is infinite.

    >>> data = map_data(pd.Series({"GM0014": 7, "GM9999": 3}), MapStyle("Opvang", (5.0,)))
    >>> data["klassen"][:3], data["aantallen"], data["zonder"], data["zonder_geometrie"]
    ('1..', [0, 1], 341, ['GM9999'])
    """
    if not values.index.is_unique:
        msg = f"codes occur twice: {sorted(set(values.index[values.index.duplicated()]))}"
        raise ValueError(msg)
    known = as_floats(values).rename(index=str)
    drawn = known.reindex(list(names_on_map()))
    classes = class_of(drawn, style)
    counts, missing = class_counts(classes, style)
    every = {**names_on_map(), **(names or {})}
    outside = sorted(set(known.dropna().index) - set(drawn.index))
    texts = ["" if pd.isna(value) else format_value(value, style) for value in drawn]
    return {
        "titel": titel or style.titel,
        "eenheid": style.eenheid,
        "alt": alt_text(drawn, style, every),
        "klassen": "".join(MISSING if n == NO_CLASS else chr(FIRST + n) for n in classes),
        "waarden": "|".join(texts),
        "kleuren": list(class_colours(style)),
        "onder": style.below,
        "labels": [] if style.circles else list(class_labels(style)),
        "aantallen": [] if style.circles else list(counts),
        "cirkels": _circles(drawn, style) if style.circles else None,
        "zonder": missing,
        "leeg": style.missing or load_teksten()["kaart"]["geen_gegevens"],
        "zonder_geometrie": [_named(code, every) for code in outside],
    }


def _circles(drawn: pd.Series, style: MapStyle) -> dict[str, Any]:
    """Return radii in thousandths of the largest, and the nested circles of the legend."""
    words, values = load_teksten()["kaart"], circle_values(style)
    zero = int((drawn == 0).sum())
    return {
        "stralen": "|".join(str(round(1000 * size)) for size in circle_sizes(drawn, style)),
        "kop": words["cirkel"],
        "labels": [format_value(value, style) for value in values],
        "delen": [round((value / style.circles) ** 0.5, 4) for value in values],
        "nul": words["zonder_cirkel"].format(aantal=whole(zero)) if zero else "",
    }


def component_data(
    panels: Sequence[Panel], names: Mapping[str, str] | None, settings: MapSettings
) -> dict[str, Any]:
    """Turn several maps and the settings of the page into what the browser draws.

    Raises
    ------
    ValueError
        If borders are unknown, there are too many reasons for marks, or a line has no persons.
    """
    every = {**names_on_map(), **(names or {})}
    lines, lost_lines = _lines(settings.get("lines", ()), every)
    marks, lost_marks = _marks(settings.get("marks", {}), every)
    return {
        "versie": kaart_versie(),
        "kaarten": [map_data(one.values, one.style, names, one.titel) for one in panels],
        "namen": _other_names(names or {}, settings.get("selected", ())),
        "noten": dict(settings.get("notes", {})),
        "merken": marks,
        "lijnen": lines,
        "buiten": [*lost_lines, *lost_marks],
        "grenzen": _borders(settings.get("borders", "provincie")),
        "weergave": str(View(settings.get("view", View.KAART))),
        "meer": settings.get("multiple", False),
        "uitsnede": _places(settings.get("zoom_to")),
        "hoogte": settings.get("height", HEIGHT),
        "bron": settings.get("source", ""),
    }


def _places(codes: Sequence[str] | None) -> list[int] | None:
    """Return where gemeenten stand in the lists of the browser, if they are on the map."""
    if codes is None:
        return None
    at = {code: number for number, code in enumerate(names_on_map())}
    return sorted(at[code] for code in codes if code in at)


def _named(code: str, names: Mapping[str, str]) -> str:
    return f"{names[code]} ({code})" if code in names else code


def _other_names(names: Mapping[str, str], selected: Sequence[str]) -> dict[str, str]:
    """Keep the names that the browser does not know: others, and of what is chosen off the map."""
    own = names_on_map()
    other = {code: name for code, name in names.items() if own.get(code, name) != name}
    return other | {code: names[code] for code in selected if code in names and code not in own}


def _borders(borders: str | pd.Series) -> str | list[int]:
    if isinstance(borders, str):
        if borders not in BORDERS:
            msg = f"no borders called {borders!r}; known are {BORDERS}"
            raise ValueError(msg)
        return borders
    return [int(number) for number in pd.factorize(borders.reindex(list(names_on_map())))[0]]


def _lines(
    lines: Sequence[Line], names: Mapping[str, str]
) -> tuple[list[tuple[int, int, int]], list[str]]:
    at = {code: number for number, code in enumerate(names_on_map())}
    drawn, lost = [], []
    for source, target, persons in lines:
        if persons < 1:
            msg = f"a line needs persons: {source} to {target}, {persons}"
            raise ValueError(msg)
        if source in at and target in at:
            drawn.append((at[source], at[target], int(persons)))
            continue
        words = load_teksten()["interactieve_kaart"]["lijn_buiten"]
        ends = {"van": _named(source, names), "naar": _named(target, names)}
        lost.append(words.format(**ends, personen=whole(int(persons))))
    return drawn, lost


def _marks(
    marks: Mapping[str, str], names: Mapping[str, str]
) -> tuple[list[dict[str, Any]], list[str]]:
    reasons = sorted(set(marks.values()))
    if len(reasons) > MOST_MARKS:
        msg = f"at most {MOST_MARKS} reasons for marks can be told apart, not {len(reasons)}"
        raise ValueError(msg)
    places: dict[str, list[int]] = {reason: [] for reason in reasons}
    for number, code in enumerate(names_on_map()):
        if code in marks:
            places[marks[code]].append(number)
    words = load_teksten()["interactieve_kaart"]["merk_buiten"]
    lost = [
        words.format(naam=_named(code, names), reden=reason)
        for code, reason in sorted(marks.items())
        if code not in names_on_map()
    ]
    return [{"reden": reason, "plaatsen": found} for reason, found in places.items()], lost
