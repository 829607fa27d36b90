"""The frontier: a slider over the persons moved, and the line it walks along."""

import streamlit as st

from optimiser.engine import Frontier
from optimiser.maps.charts.frontier_svg import frontier_svg
from optimiser.problem import Stage
from optimiser.teksten import decimal, load_teksten, percentage, whole
from optimiser.teksten.zinnen import sentence
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
        help=sentence("lijn", "schuif", {"minst": line.least, "meest": line.most}),
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
        st.markdown(sentence("lijn", "geen_keuze", {"minst": line.least}))
        return
    points = list(line.points())
    st.image(frontier_svg(points, moved if fair else line.most), alt=_told(line))
    st.markdown(_told(line))
    st.caption(texts["lijn"])


def _told(line: Frontier) -> str:
    worst, best = line.unfairness[0], line.unfairness[-1]
    facts = {"minst": line.least, "meest": line.most, "extra": line.most - line.least}
    told = {"slechtst": decimal(worst, 2), "best": decimal(best, 2)}
    gain = percentage((worst - best) / worst if worst else 0, 2)
    return sentence("lijn", "winst", facts | told | {"eerlijker": gain})
