"""The cards of the first page: the answer, the country, and the tasks with a number each."""

import streamlit as st

from optimiser.report.gemeente.country import CEILING, Landelijk
from optimiser.report.gemeente.sentences import answer_lines, persons, why_sentence
from optimiser.teksten import counted, load_teksten, percentage, whole
from optimiser.ui.frame.meldingen import plain_text
from optimiser.ui.frame.shell import page_named
from optimiser.ui.frame.statutory import statutory
from optimiser.ui.gemeente import kept


def show_answer(plek: str) -> None:
    """Show the number of a gemeente or region, why it is that, and what it owes."""
    profiel = kept.profile(plek)
    with st.container(border=True, key="antwoord"):
        st.markdown(" ".join(answer_lines(profiel, statutory())))
        st.markdown(plain_text(why_sentence(profiel)))
        st.caption(" ".join(map(plain_text, kept.balance(profiel))))
        if (page := page_named("gemeente")) is not None:
            st.page_link(page, label=f"Alles over {plain_text(profiel.naam)}, op één A4")


def show_country() -> None:
    """Show three figures of the country."""
    now = kept.country()
    texts = load_teksten()["app"]["start_land"]
    about = texts["ongeveer"] if now.ongeveer else ""
    stand = "onbekend" if now.stand is None else whole(abs(now.stand))
    code = "achter" if (now.stand or 0) >= 0 else "voor"
    norm = "" if now.ijkpunt is None else percentage(now.ijkpunt, 0)
    figures = (
        (texts["personen"], whole(now.personen), texts["personen_uitleg"]),
        (
            texts["boven"].format(ijkpunt=norm),
            "onbekend" if now.boven is None else whole(now.boven),
            texts["boven_uitleg"],
        ),
        (texts[code].format(halfjaar=now.stand_van) + about, stand, texts["stand_uitleg"]),
    )
    # What Streamlit loads in the browser for a metric is a tenth of the first view.
    with st.container(horizontal=True, key="land"):
        for label, number, help_text in figures:
            st.markdown(f"{label}\n\n**{number}**", help=help_text)


def show_tasks() -> None:
    """Show the four tasks, each with a number of the half-year and a link."""
    now = kept.country()
    with st.container(horizontal=True, key="taken"):
        for module, titel, told in tasks(now):
            if (page := page_named(module)) is not None:
                with st.container(border=True, key=f"taak_{module}"):
                    st.page_link(page, label=titel)
                    st.markdown(told)


def tasks(now: Landelijk) -> list[tuple[str, str, str]]:
    """Return module, title and living number of each task."""
    texts = load_teksten()["app"]["start_taken"]
    moved = "" if now.verschuift is None else persons(now.verschuift)
    over = counted(now.gemeenten_boven, "gemeente zit", "gemeenten zitten")
    under = counted(now.gemeenten_onder, "gemeente heeft", "gemeenten hebben")
    facts = {
        "verschuift": moved,
        "deel": percentage(CEILING, 0),
        "passend": whole(now.passend),
        "regios": whole(now.regio_aantal),
        "boven": over,
        "onder": under,
        "personen": persons(now.personen),
    }
    told = {
        "vergelijken": now.verschuift is not None,
        "optimaliseren": now.regio_aantal > 0,
        "uitruil": now.boven is not None,
        "lrt": True,
    }
    return [
        (
            module,
            texts[f"{module}_titel"],
            texts[module if known else f"{module}_onbekend"].format_map(facts),
        )
        for module, known in told.items()
    ]
