"""How a quantity is drawn: one ``MapStyle`` for all maps that are compared."""

from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise
from math import isfinite

import pandas as pd

from optimiser.maps.errors import MapClassesError

MAX_CLASSES = 11


class Theme(StrEnum):
    """For the screen, or for paper (dark lines)."""

    LICHT = "licht"
    DRUK = "druk"


@dataclass(frozen=True, slots=True)
class MapStyle:
    """Title, classes and colours of a quantity.

    Values outside ``breaks`` get a colour of their own at either end, so an outlier in one map
    does not shift the colours of the others. A value on a break belongs to the class above it;
    with ``diverging`` to the class further from zero.

    Attributes
    ----------
    titel
        What is shown, with its unit or date if that is part of the name.
    breaks
        Class breaks, strictly ascending [unit of the values]; ``n`` breaks make ``n + 1``
        classes. With ``diverging`` symmetric around zero: ``(-20, -5, -1, 1, 5, 20)``.
    palette
        Name in ``optimiser.maps.palettes``.
    eenheid
        Unit as printed above the legend.
    decimals
        Decimals in legend, labels and alternative text.
    diverging
        Differences: two hues around zero, dots below zero, signs printed.
    missing
        Words for a gemeente without a value; empty for the standard words.
    circles
        Count of the largest circle [unit of the values]; 0 for colours. Circles have no breaks.
    note
        What is said of values that are all in one class; only that needs no breaks either.
    """

    titel: str
    breaks: tuple[float, ...]
    palette: str = "blauwgroen"
    eenheid: str = ""
    decimals: int = 0
    diverging: bool = False
    missing: str = ""
    circles: float = 0.0
    note: str = ""

    def __post_init__(self) -> None:
        plain = self.circles > 0 or bool(self.note)
        if bool(self.breaks) == plain or not all(isfinite(value) for value in self.breaks):
            raise MapClassesError(reden="er is minstens één eindige klassegrens nodig")
        if any(low >= high for low, high in pairwise(self.breaks)):
            raise MapClassesError(reden="klassegrenzen moeten oplopen en verschillen")
        if len(self.breaks) >= MAX_CLASSES:
            raise MapClassesError(reden=f"hooguit {MAX_CLASSES} klassen zijn te onderscheiden")
        mirrored = tuple(-value for value in reversed(self.breaks))
        if self.diverging and (mirrored != self.breaks or 0 in self.breaks):
            raise MapClassesError(reden="klassen van verschillen liggen symmetrisch rond nul")

    @property
    def classes(self) -> int:
        """Number of classes, one more than there are breaks."""
        return len(self.breaks) + 1

    @property
    def below(self) -> int:
        """Number of classes below zero, the lowest ones; none but of differences."""
        return len(self.breaks) // 2 if self.diverging else 0


@dataclass(frozen=True, slots=True)
class Colofon:
    """What is printed below every map; empty parts are left out.

    Attributes
    ----------
    bron
        Source of the values.
    peildatum
        Day or period the values are of.
    wet
        Law version assumed.
    dataversie
        Version of the embedded figures.
    opmerking
        Anything else, as whole sentences.
    """

    bron: str = ""
    peildatum: str = ""
    wet: str = ""
    dataversie: str = ""
    opmerking: str = ""


@dataclass(frozen=True)
class MapOptions:
    """How a figure is made up, apart from the quantity.

    Attributes
    ----------
    theme
        For the screen or for paper.
    labels
        Gemeenten that get their name: how many, by largest absolute value, or which codes.
    label_values
        Print the value below the name.
    regios
        Index ``gm_code``: region of each gemeente, for heavy borders; its name is printed.
    subregios
        The same for lighter borders.
    colofon
        What is printed below.
    kop
        Print the title in the picture; off where the slide has it.
    size
        Width and height of the figure [inch]; by default what fits the number of maps.
    voet
        Print the small print in the picture; off where a slide has it, in ``Kaart.voet``.
    letter
        Font size of legend and names [points]; by default what fits the width.
    one_legend
        Of maps in colour that share a style: one legend at the left, so that the maps are larger.
    """

    theme: Theme = Theme.LICHT
    labels: int | tuple[str, ...] = 0
    label_values: bool = False
    regios: pd.Series | None = None
    subregios: pd.Series | None = None
    colofon: Colofon = field(default_factory=Colofon)
    kop: bool = True
    size: tuple[float, float] | None = None
    voet: bool = True
    letter: float | None = None
    one_legend: bool = False
