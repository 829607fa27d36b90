"""How the map of the page is made up, and the drawing that follows from it."""

from dataclasses import dataclass, replace

import pandas as pd

from optimiser.gegevens import Gegevens
from optimiser.maps import Kaart, MapGeometry, MapOptions, Theme, View, embedded_geometry
from optimiser.report.kaartbestand import Kaartvorm, draw
from optimiser.report.kaartstof import Kaartstof
from optimiser.teksten import load_teksten

#: Sizes of a picture [inch]: a slide of 16:9, small so that its letters grow with it on a screen;
#: or what fits one map.
FORMATEN = {"dia": (8.0, 4.5), "blad": None}


@dataclass(frozen=True)
class Opmaak:
    """What the user chose; the first seven as ``taakstelling kaart`` has them.

    Attributes
    ----------
    weergave, thema
        ``kaart`` or ``tegel``; ``licht`` or ``druk``.
    klassen, methode
        Number of classes, and where their borders lie.
    regio
        Grouping with heavy borders, or None.
    namen
        How many of the largest get their name, when none is chosen.
    uitgelicht
        Codes that get their name and an outline.
    formaat
        One of ``FORMATEN``.
    titel, bronregel
        The user's own; empty for the title that follows from the question, and no addition.
    """

    weergave: str = "kaart"
    thema: str = "licht"
    klassen: int = 6
    methode: str = "kwantielen"
    regio: str | None = None
    namen: int = 0
    uitgelicht: tuple[str, ...] = ()
    formaat: str = "dia"
    titel: str = ""
    bronregel: str = ""

    @property
    def labels(self) -> int | tuple[str, ...]:
        """Which names are printed."""
        return self.uitgelicht or self.namen


def entitled(stof: Kaartstof, opmaak: Opmaak) -> Kaartstof:
    """Return the map with the user's title and source line; what it shows stays in small print."""
    colofon, words = stof.colofon, load_teksten()["app"]["lrt"]
    notes = [colofon.opmerking]
    if opmaak.titel:
        notes.append(words["getoond"].format(titel=stof.titel))
    if opmaak.uitgelicht:
        shapes = embedded_geometry()
        names = dict(zip(shapes.codes, shapes.namen, strict=True))
        told = ", ".join(names.get(code, code) for code in opmaak.uitgelicht)
        notes.append(words["omlijnd"].format(namen=told))
    colofon = replace(colofon, opmerking=" ".join(notes).strip())
    if opmaak.bronregel:
        colofon = replace(colofon, bron=f"{colofon.bron}; {opmaak.bronregel}")
    return replace(stof, titel=opmaak.titel or stof.titel, colofon=colofon)


def drawing(stof: Kaartstof, opmaak: Opmaak, gegevens: Gegevens) -> Kaart:
    """Draw the map.

    Parameters
    ----------
    stof
        What was computed, with its own title.
    opmaak
        How it looks.
    gegevens
        For the regions and the mergers.

    Raises
    ------
    MapClassesError
        If the values do not fit the number of classes.
    """
    geometry = embedded_geometry(View(opmaak.weergave))
    return draw(entitled(stof, opmaak), make_up(opmaak, geometry, gegevens), geometry, gegevens)


def make_up(opmaak: Opmaak, geometry: MapGeometry, gegevens: Gegevens) -> Kaartvorm:
    """Return classes, theme, names and borders."""
    options = MapOptions(
        theme=Theme(opmaak.thema),
        labels=opmaak.labels,
        regios=_lines(opmaak, geometry, gegevens),
        size=FORMATEN[opmaak.formaat],
    )
    return Kaartvorm(opmaak.klassen, opmaak.methode, options)


def _lines(opmaak: Opmaak, geometry: MapGeometry, gegevens: Gegevens) -> pd.Series | None:
    """Return the groups with heavy borders: the regions, and every chosen gemeente by itself."""
    if opmaak.regio is not None:
        known = [code for code in geometry.codes if code in gegevens.regios.index]
        groups = gegevens.regios_of(opmaak.regio, pd.Index(known)).astype(object)
    elif opmaak.uitgelicht:
        groups = pd.Series("", index=list(geometry.codes), dtype=object)
    else:
        return None
    chosen = groups.index.isin(opmaak.uitgelicht)
    return groups.mask(chosen, pd.Series(groups.index, index=groups.index))
