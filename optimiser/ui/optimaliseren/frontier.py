"""The frontier: a slider over the persons moved, and the line it walks along."""

import streamlit as st

from optimiser.engine import Frontier
from optimiser.maps.charts.frontier_svg import frontier_svg
from optimiser.problem import Stage
from optimiser.teksten import decimal, load_teksten, whole
from optimiser.ui.frame.meldingen import guarded
from optimiser.ui.frame.session import curve
from optimiser.ui.frame.state import bound, scenario
from optimiser.ui.optimaliseren.aim import aim, seek_fairness, set_budget


def show_slider() -> None:
    """Show "verplaats hooguit K personen", where there is something to choose."""
    line = curve()
    if aim() is not Stage.EERLIJKST or not isinstance(line, Frontier) or line.least == line.most:
        return
    budget = scenario().doelstelling.budget
    now = line.most if budget is None else min(max(budget, line.least), line.most)
    st.select_slider(
        "Verplaats hooguit zoveel personen",
        list(range(line.least, line.most + 1)),
        format_func=whole,
        help=f"Ten minste {whole(line.least)} personen moeten verplaatst worden om aan de grenzen "
        f"te voldoen; na {whole(line.most)} wordt het niet eerlijker.",
        **bound("opt_hooguit", now, lambda k: set_budget(None if k == line.most else k)),
    )


def show_line(moved: int) -> None:
    """Show how fair the distribution can be at every number of persons moved.

    Parameters
    ----------
    moved
        Persons moved in the answer that is shown.
    """
    texts, line = load_teksten()["app"]["optimaliseren"], curve()
    if not isinstance(line, Frontier):
        return
    st.header("Eerlijker of minder verplaatsen")
    fair = aim() is Stage.EERLIJKST
    if not fair:
        st.markdown(texts["eigen_doel"])
        st.button(
            "Maak het doel zo eerlijk mogelijk", on_click=guarded(seek_fairness), key="opt_eerlijk"
        )
    if line.least == line.most:
        st.markdown(_single(line))
        return
    points = list(line.points())
    st.image(frontier_svg(points, moved if fair else line.most), alt=_told(line))
    st.markdown(_told(line))
    st.caption(texts["lijn"])


def _single(line: Frontier) -> str:
    return (
        f"Er valt hier niets te kiezen: {whole(line.least)} personen verplaatsen is nodig om aan "
        "de grenzen te voldoen, en meer verplaatsen maakt de verdeling niet eerlijker."
    )


def _told(line: Frontier) -> str:
    worst, best = line.unfairness[0], line.unfairness[-1]
    return (
        f"Met {whole(line.least)} verplaatste personen is de afwijking van het exacte aandeel "
        f"{decimal(worst, 2)}, met {whole(line.most)} is zij {decimal(best, 2)} (som van de "
        "kwadraten gedeeld door het aandeel; lager is eerlijker)."
    )
