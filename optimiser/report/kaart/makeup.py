"""How one map is made up, for the app and for ``taakstelling kaart`` alike."""

from dataclasses import dataclass, replace

import geopandas as gpd
import pandas as pd

from optimiser.gegevens.gegevens import Gegevens
from optimiser.maps import Kaart, MapGeometry, MapOptions, Theme, View, embedded_geometry
from optimiser.report.kaart.areas import areas_of, told_of_areas
from optimiser.report.kaart.content import Kaartstof
from optimiser.report.kaart.map_file import Kaartvorm, draw, map_layer
from optimiser.teksten.zinnen import sentence

#: Sizes of a picture [inch]: a slide of 16:9, small so that its letters grow with it on a screen;
#: or what fits one map.
FORMATEN = {"blad": None, "dia": (8.0, 4.5)}


@dataclass(frozen=True)
class Opmaak:
    """What the user chose, as ``taakstelling kaart`` has it.

    Attributes
    ----------
    weergave, thema
        ``kaart`` or ``tegel``; ``licht`` or ``druk``.
    klassen, methode
        Number of classes and where their borders lie, or these borders themselves.
    regio
        Areas with heavy borders, see ``optimiser.report.kaart.areas``; or None.
    namen
        How many of the largest get their name, or which codes.
    uitgelicht
        Codes that get their name and an outline.
    formaat
        One of ``FORMATEN``.
    titel, bronregel
        The user's own; empty for the title that follows from the question, and no addition.
    """

    weergave: str = "kaart"
    thema: str = "licht"
    klassen: int | tuple[float, ...] = 6
    methode: str = "kwantielen"
    regio: str | None = None
    namen: int | tuple[str, ...] = 0
    uitgelicht: tuple[str, ...] = ()
    formaat: str = "blad"
    titel: str = ""
    bronregel: str = ""

    @property
    def klassen_gekozen(self) -> bool:
        """Whether a number or method of classes was asked for, which circles do not have."""
        automatic = (Opmaak.klassen, Opmaak.methode)
        return isinstance(self.klassen, int) and (self.klassen, self.methode) != automatic


@dataclass(frozen=True)
class Dialetters:
    """The picture on a slide.

    Attributes
    ----------
    size
        Width and height [inch].
    letter
        Font size of legend and names [points].
    """

    size: tuple[float, float]
    letter: float


def chosen_elsewhere(opmaak: Opmaak, geometry: MapGeometry) -> list[str]:
    """Return the codes that were chosen by name and are not on the map.

    Examples
    --------
    >>> from optimiser.maps import embedded_geometry
    >>> chosen_elsewhere(Opmaak(namen=("GM0363", "GM9999")), embedded_geometry())
    ['GM9999']
    """
    named = opmaak.namen if isinstance(opmaak.namen, tuple) else ()
    return sorted({*named, *opmaak.uitgelicht} - set(geometry.codes))


def entitled(stof: Kaartstof, opmaak: Opmaak) -> Kaartstof:
    """Return the map with the user's title and source line; what it shows stays in small print."""
    colofon, notes = stof.colofon, [stof.colofon.opmerking]
    if opmaak.titel:
        notes.append(sentence("kaartbestand", "getoond", {"titel": stof.titel}))
    shapes = embedded_geometry()
    names = dict(zip(shapes.codes, shapes.namen, strict=True))
    if told := ", ".join(names[code] for code in opmaak.uitgelicht if code in names):
        notes.append(sentence("kaartbestand", "omlijnd", {"namen": told}))
    colofon = replace(colofon, opmerking=" ".join(notes).strip())
    if opmaak.bronregel:
        colofon = replace(colofon, bron=f"{colofon.bron}; {opmaak.bronregel}")
    return replace(stof, titel=stof.titled(opmaak.titel), colofon=colofon)


def drawing(
    stof: Kaartstof,
    opmaak: Opmaak,
    gegevens: Gegevens,
    geometry: MapGeometry | None = None,
    dia: Dialetters | None = None,
) -> Kaart:
    """Draw the map.

    Parameters
    ----------
    stof
        What was computed, with its own title.
    opmaak
        How it looks.
    gegevens
        For the regions and the mergers.
    geometry
        Borders of the user's own; by default the embedded ones.
    dia
        For a slide that prints title and small print itself.

    Raises
    ------
    MapClassesError
        If the values do not fit the classes.
    AreasError, UnknownGroupingError
        If the areas are not there.
    """
    shapes = embedded_geometry(View(opmaak.weergave)) if geometry is None else geometry
    told = entitled(stof, opmaak)
    if note := told_of_areas(opmaak.regio, stof, shapes, gegevens):
        note = f"{told.colofon.opmerking} {note}".strip()
        told = replace(told, colofon=replace(told.colofon, opmerking=note))
    vorm = make_up(stof, opmaak, shapes, gegevens)
    if dia is not None:
        bare = replace(vorm.opties, kop=False, voet=False, size=dia.size, letter=dia.letter)
        vorm = replace(vorm, opties=bare)
    return draw(told, vorm, shapes, gegevens)


def entitled_layer(
    stof: Kaartstof, opmaak: Opmaak, grenzen: gpd.GeoDataFrame, gegevens: Gegevens
) -> bytes:
    """Return the map as a GeoPackage, with the user's title and source line.

    Parameters
    ----------
    stof, opmaak, gegevens
        As ``drawing`` has them.
    grenzen
        Index ``gm_code``, EPSG:28992.
    """
    names = gegevens.figures(stof.jaar).tabel["gemeente"].reindex(stof.meting.teller.index)
    return map_layer(entitled(stof, opmaak), grenzen, names)


def make_up(
    stof: Kaartstof, opmaak: Opmaak, geometry: MapGeometry, gegevens: Gegevens
) -> Kaartvorm:
    """Return classes, theme, names and borders."""
    options = MapOptions(
        theme=Theme(opmaak.thema),
        labels=_names(stof, opmaak, geometry, gegevens),
        regios=_lines(stof, opmaak, geometry, gegevens),
        size=FORMATEN[opmaak.formaat],
    )
    return Kaartvorm(opmaak.klassen, opmaak.methode, options)


def _names(
    stof: Kaartstof, opmaak: Opmaak, geometry: MapGeometry, gegevens: Gegevens
) -> int | tuple[str, ...]:
    """Return whose name is printed: the chosen gemeenten before the largest."""
    if not opmaak.uitgelicht or not opmaak.namen:
        return opmaak.uitgelicht or opmaak.namen
    if isinstance(opmaak.namen, tuple):
        return tuple(dict.fromkeys([*opmaak.uitgelicht, *opmaak.namen]))
    values = stof.meting.on_map(geometry, gegevens, stof.jaar).waarden.reindex(list(geometry.codes))
    size = values.dropna().map(lambda value: abs(float(value)))
    largest = size.sort_values(ascending=False, kind="stable").index[: opmaak.namen]
    return tuple(dict.fromkeys([*opmaak.uitgelicht, *map(str, largest)]))


def _lines(
    stof: Kaartstof, opmaak: Opmaak, geometry: MapGeometry, gegevens: Gegevens
) -> pd.Series | None:
    """Return the groups with heavy borders: the areas, and every chosen gemeente by itself."""
    codes = pd.Index(list(geometry.codes))
    if opmaak.regio is not None:
        groups = areas_of(opmaak.regio, stof, codes, gegevens).astype(object)
    elif opmaak.uitgelicht:
        groups = pd.Series("", index=codes, dtype=object)
    else:
        return None
    chosen = groups.index.isin(opmaak.uitgelicht)
    return groups.mask(chosen, pd.Series(groups.index, index=groups.index))
