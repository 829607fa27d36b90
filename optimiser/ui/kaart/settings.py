"""What a page may ask of the interactive map."""

from collections.abc import Callable, Mapping, Sequence
from typing import TypedDict

import pandas as pd

from optimiser.maps import View

#: Region borders that are known without being supplied.
BORDERS = ("provincie", "veiligheidsregio", "corop", "arbeidsmarktregio", "geen")
#: Kinds of hatching for marks, besides that of *geen gegevens*.
MOST_MARKS = 3

#: ``(van, naar, personen)``, codes and a whole number [personen].
Line = tuple[str, str, int]


class MapSettings(TypedDict, total=False):
    """Keyword arguments of ``show_map`` and ``show_maps``; all may be left out.

    Attributes
    ----------
    selected
        Codes chosen according to the page. When this changes, it replaces what was chosen.
    multiple
        More than one gemeente may be chosen.
    borders
        Heavy lines: one of ``BORDERS``, or a Series of region names with index ``gm_code``.
    view
        Map or tiles at first; the user can switch.
    lines
        Uitruil drawn as arrows: from, to, persons.
    zoom_to
        Codes to zoom to when this changes, unless a pick on this map changed it; none is the whole
        country. Left out, zooming is the user's alone.
    height
        Of the picture [px].
    notes
        ``gm_code`` to a remark shown and read with the gemeente, plain text.
    marks
        ``gm_code`` to a reason to hatch it (such as ``verschoonbaar``), at most three reasons.
    source
        Source of the values, a whole sentence for the small print.
    on_change
        Called with the chosen codes before the page runs again; what it returns, if anything, is
        what stays chosen.
    """

    selected: Sequence[str]
    multiple: bool
    borders: str | pd.Series
    view: View | str
    lines: Sequence[Line]
    zoom_to: Sequence[str]
    height: int
    notes: Mapping[str, str]
    marks: Mapping[str, str]
    source: str
    on_change: Callable[[tuple[str, ...]], Sequence[str] | None]
