"""One map as a slide: its title as real text, the picture, a real table beside it."""

import pandas as pd

from optimiser.gegevens.gegevens import Gegevens
from optimiser.maps import MapGeometry, render
from optimiser.report.kaart.content import Kaartstof
from optimiser.report.kaart.makeup import Dialetters, Opmaak, drawing, entitled
from optimiser.report.kaart.values import values_table
from optimiser.report.lrt.pages.deck import small_deck
from optimiser.report.lrt.slides.slide import Dia, Plaat, Tabel
from optimiser.report.lrt.words import zin
from optimiser.teksten import decimal, signed

#: Of the picture [inch, points, dots per inch].
SIZE, LETTER, DPI = (7.4, 5.2), 10.0, 200
#: Gemeenten in the table.
ROWS = 10


def map_slide(
    stof: Kaartstof, opmaak: Opmaak, gegevens: Gegevens, geometry: MapGeometry | None = None
) -> bytes:
    """Return a map as a PowerPoint of one slide, 16:9, in the neutral template.

    Parameters
    ----------
    stof, opmaak, gegevens, geometry
        As ``optimiser.report.kaart.makeup.drawing`` has them; the size is that of the slide.

    Returns
    -------
    bytes
        A .pptx: title and table are text that can be edited, the picture has its alternative text,
        source, law and versions are in the footer, the small print of the map is in the notes.

    Raises
    ------
    OptimiserError
        As ``drawing``.
    """
    drawn = drawing(stof, opmaak, gegevens, geometry, Dialetters(SIZE, LETTER))
    told = entitled(stof, opmaak)
    picture = Plaat(render(drawn, "png", DPI), drawn.alt, *SIZE)
    dia = Dia(
        titel=told.titel,
        kolommen=((picture, 2.0), (_largest(stof, opmaak, gegevens), 1.0)),
        punten=(zin("kaartbron", bron=opmaak.bronregel),) if opmaak.bronregel else (),
        notitie=" ".join(drawn.voet),
    )
    one = stof.colofon
    footer = zin(
        "kaartvoet",
        bron=one.bron,
        peildatum=one.peildatum,
        wet=one.wet,
        versie=one.dataversie,
        opmerking=one.opmerking,
    )
    return small_deck([dia], footer)


def _largest(stof: Kaartstof, opmaak: Opmaak, gegevens: Gegevens) -> Tabel:
    """Return the chosen gemeenten and the highest; of a difference the lowest too."""
    table = values_table(stof, opmaak, gegevens)
    known = table[table["waarde"].notna() | table.index.isin(opmaak.uitgelicht)]
    chosen = len(opmaak.uitgelicht)
    ends = stof.verschil and not chosen
    shown = pd.concat([known.head(ROWS // 2), known.tail(ROWS // 2)]) if ends else known.head(ROWS)
    form, places = signed if stof.verschil else decimal, stof.meting.decimals
    rows = [
        (str(name), zin("niet_beschikbaar") if pd.isna(value) else form(value, places))
        for name, value in zip(shown["gemeente"], shown["waarde"], strict=True)
    ]
    unit = stof.meting.eenheid or zin("kaartwaarde")
    caption = "kaarttabel_verschil" if ends else "kaarttabel_gekozen" if chosen else "kaarttabel"
    return Tabel(
        (zin("kaartgemeente"), unit[:1].upper() + unit[1:]),
        tuple(rows),
        rechts=frozenset({1}),
        bijschrift=zin(caption, aantal=len(rows)),
    )
