"""The compared keys as maps with the same classes, and the difference between two of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

import pandas as pd
import streamlit as st

from optimiser.compare.vergelijking import Vergelijking
from optimiser.gegevens.gegevens import Gegevens
from optimiser.maps import Panel, difference_style, embedded_geometry
from optimiser.report.kaart.measures import meting
from optimiser.report.kaart.on_map import OpKaart
from optimiser.report.kaart.representation import style_of
from optimiser.teksten import decimal, signed
from optimiser.ui.frame import session
from optimiser.ui.frame.meldingen import plain_text
from optimiser.ui.frame.place import choose_place
from optimiser.ui.kaart import show_maps
from optimiser.ui.kaart.settings import MapSettings
from optimiser.ui.vergelijken.gemeente import marked
from optimiser.ui.vergelijken.labels import name_of
from optimiser.ui.widgets.sections import draw_when_opened
from optimiser.ui.widgets.tables import Column, TableOptions, show_table

#: Measures a map can show here, for the reader.
MEASURES = {
    "per_1000": "Personen per 1.000 inwoners",
    "personen": "Personen",
    "beslag": "Beslag op vrijkomende sociale huur (aanname)",
}


@dataclass(frozen=True)
class Kaarten:
    """Maps of one measure.

    Attributes
    ----------
    sleutels
        One per key, the reference first; all in one style.
    verschil
        The second minus the first of the pair.
    meldingen
        What was added up to fit the map, in Dutch.
    """

    sleutels: tuple[Panel, ...]
    verschil: Panel
    meldingen: tuple[str, ...]


def kaarten(found: Vergelijking, naar: str, naam: str, gegevens: Gegevens) -> Kaarten:
    """Make the maps of a comparison.

    Parameters
    ----------
    found
        The comparison; its reference is where the difference starts.
    naar
        Label of the key the difference goes to.
    naam
        One of ``MEASURES``.
    gegevens
        All figures.

    Raises
    ------
    MetingError
        If the figures of the measure are not there.
    """
    order = [found.tegen, naar, *(k for k in found.labels if k not in (found.tegen, naar))]
    on_map: dict[str, OpKaart] = {}
    for label in order:
        one = meting(naam, found.verdelingen[label], found.beelden[label], gegevens)
        year = gegevens.figures(found.herkomst.peiljaar, found.vraag.indeling).indeling.vanaf
        on_map[label] = one.on_map(embedded_geometry(), gegevens, year)
    style = style_of(one, list(on_map.values()))
    panels = tuple(Panel(name_of(found.keuzes[k]), v.waarden, style) for k, v in on_map.items())
    change = _minus(on_map[naar].waarden, on_map[found.tegen].waarden)
    # One decimal more for a rate: one person in a large gemeente is a difference too.
    finer = one.decimals + (one.noemer is not None)
    between = difference_style("Verschil", change, one.eenheid, finer)
    return Kaarten(panels, Panel("Verschil", change, between), on_map[naar].meldingen)


def _minus(new: pd.Series, old: pd.Series) -> pd.Series:
    pairs = zip(new, old.reindex(new.index), strict=True)
    values = [pd.NA if pd.isna(a) or pd.isna(b) else a - b for a, b in pairs]
    return pd.Series(values, index=new.index, dtype=object)


def show_kaarten(found: Vergelijking, naar: str) -> None:
    """Show the maps with their table; who is picked on a map is explained below."""
    figures = session.gegevens()
    naam = st.radio(
        "Op de kaart",
        list(MEASURES),
        format_func=MEASURES.__getitem__,
        horizontal=True,
        key="maat",
        bind="query-params",
    )
    shown = kaarten(found, naar, str(naam), figures)
    names, source = figures.regios["gemeente"].to_dict(), found.herkomst.line()
    van, to = (plain_text(name_of(found.keuzes[k])) for k in (found.tegen, naar))
    st.markdown(f"De laatste kaart toont het verschil: {to} min {van}.")
    pair = [*shown.sleutels[:2], shown.verschil]
    settings = MapSettings(
        source=source,
        height=430,
        selected=marked(found),
        on_change=partial(_pick, found.gemeenten.index),
    )
    show_maps(pair, key="vergelijk_kaart", names=names, **settings)
    if rest := shown.sleutels[2:]:
        titel = "De andere gekozen sleutels, met dezelfde klassen"
        draw = partial(show_maps, rest, key="vergelijk_kaart_rest", names=names, **settings)
        draw_when_opened(titel, "vergelijk_rest", draw)
    for line in shown.meldingen:
        st.caption(line)
    _table([*shown.sleutels, shown.verschil], names, str(naam))


def _pick(known: pd.Index, codes: tuple[str, ...]) -> None:
    """Explain a gemeente that was picked on a map, if it was there in the year of the figures."""
    if codes and codes[-1] in known:
        choose_place(codes[-1])


def _table(panels: Sequence[Panel], names: dict[str, str], naam: str) -> None:
    """Show the numbers of the maps, one column per map."""
    values = {str(i): one.values for i, one in enumerate(panels)}  # noqa: PD011 - of a Panel
    table = pd.DataFrame({"gemeente": pd.Series(names)} | values)
    table = table.loc[values["0"].index].rename_axis("gm_code").astype(object)
    last = str(len(panels) - 1)
    columns = [Column("gemeente", "Gemeente")]
    for i, one in enumerate(panels):
        form = partial(signed if str(i) == last else decimal, places=one.style.decimals)
        columns.append(Column(str(i), one.titel, form, panels[0].style.eenheid))
    with st.expander("Deze kaarten als tabel"):
        show_table(
            table,
            columns,
            key="vergelijk_kaarttabel",
            titel=f"{MEASURES[naam]} per gemeente",
            options=TableOptions(search=True),
        )
