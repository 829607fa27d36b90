"""A map on a page, with its text for who cannot see it.

The interactive map draws when it is there; until then the picture of ``optimiser.maps``.
"""

import pandas as pd
import streamlit as st

from optimiser.maps import MapStyle, alt_text, breaks_for, counts_on_map
from optimiser.result import Verdeling
from optimiser.ui import session

#: First year of the gemeenten on the map.
MAP_INDELING = 2023


def map_of(values: pd.Series, names: pd.Series, style: MapStyle, *, key: str) -> str | None:
    """Show values per gemeente as a map, with alternative text made from the numbers.

    Parameters
    ----------
    values
        Index ``gm_code`` of today's gemeenten; unit as in the style; NA is *geen gegevens*.
    names
        Names of the gemeenten, same index.
    style
        Title, classes and colours; one style for all maps that are compared.
    key
        Dutch, unique over all pages.

    Returns
    -------
    str or None
        The ``gm_code`` that was picked on the map.
    """
    st.image(session.map_picture(values, style), alt=alt_text(values, style, names.to_dict()))
    st.session_state.setdefault(key, None)
    return None


def counts_today(counts: pd.Series, vanaf: int) -> tuple[pd.Series, list[str]]:
    """Add counts [personen] up to the gemeenten on the map.

    Parameters
    ----------
    counts
        Index ``gm_code`` in the indeling of ``vanaf``.
    vanaf
        First year of that indeling.

    Returns
    -------
    pandas.Series
        Index ``gm_code`` on the map; NA for who received a part of a gemeente that was split.
    list of str
        Dutch remarks about those.
    """
    if vanaf >= MAP_INDELING:
        return counts, []
    moves = session.gegevens().herindelingen
    years = moves["ingangsdatum"].dt.year
    moves = moves[(years > vanaf) & moves["oude_gm_code"].isin(counts.index)]
    split = moves[moves["oude_gm_code"].duplicated(keep=False)]
    kept = counts.drop(index=split["oude_gm_code"].unique())
    summed = counts_on_map(kept, session.gegevens().herindelingen, vanaf, MAP_INDELING)
    summed.loc[summed.index.isin(split["nieuwe_gm_code"])] = pd.NA
    remarks = [
        f"{name} is gesplitst; {', '.join(parts['nieuwe_gemeente'])} staan daarom zonder waarde "
        "op de kaart."
        for name, parts in split.groupby("oude_gemeente")
    ]
    return summed, remarks


def statutory_map(verdeling: Verdeling, *, key: str = "kaart_wettelijk") -> None:
    """Show the taakstelling of a distribution per gemeente [personen]."""
    figures = session.gegevens()
    vanaf = figures.figures(verdeling.herkomst.peiljaar).indeling.vanaf
    values, remarks = counts_today(verdeling.gemeenten["taakstelling"], vanaf)
    style = MapStyle("Taakstelling", breaks_for(values), eenheid="personen")
    map_of(values, figures.regios["gemeente"], style, key=key)
    for line in remarks:
        st.caption(line)
