"""Maps on a page: counts brought to the gemeenten of today, and the statutory map."""

from collections.abc import Callable

import pandas as pd
import streamlit as st

from optimiser.maps import count_style, counts_on_map
from optimiser.solve.result import Verdeling
from optimiser.ui.frame import session
from optimiser.ui.kaart import show_map

#: First year of the gemeenten on the map.
MAP_INDELING = 2023


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


def statutory_map(
    verdeling: Verdeling,
    picked: str | None,
    on_pick: Callable[[str | None], None],
    height: int = 400,
) -> None:
    """Show the taakstelling of a distribution per gemeente [personen].

    Parameters
    ----------
    verdeling
        What is drawn.
    picked
        ``gm_code`` that is marked, if any.
    on_pick
        Called with the gemeente that was picked on the map, before the page is drawn again.
    height
        Of the picture [px].
    """
    figures = session.gegevens()
    vanaf = figures.figures(verdeling.herkomst.peiljaar).indeling.vanaf
    values, remarks = counts_today(verdeling.gemeenten["taakstelling"], vanaf)
    style = count_style("Taakstelling", values)

    def chosen(codes: tuple[str, ...]) -> None:
        on_pick(codes[-1] if codes else None)

    marked = (picked,) if picked is not None and picked in values.index else ()
    show_map(values, style, key="kaart_wettelijk", selected=marked, height=height, on_change=chosen)
    for line in remarks:
        st.caption(line)
