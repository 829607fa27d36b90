"""Smoothing on page Verloop: limits left, numbers and queue right."""

from functools import partial

import streamlit as st

from optimiser.datapunt.beside import read_opvang
from optimiser.datapunt.held import read_datapunt
from optimiser.io.writing.export import to_xlsx
from optimiser.problem import TijdStap
from optimiser.report.jaren.pictures import queue_picture
from optimiser.report.jaren.workbook import smoothing_sheets
from optimiser.report.lrt.pages.deck import small_deck
from optimiser.report.lrt.slides.over_time import smoothing_slide
from optimiser.report.verloop.opvang import start_lines
from optimiser.scenario.scenario import Scenario
from optimiser.teksten import load_teksten, whole
from optimiser.tijd.gladstrijken import tables
from optimiser.tijd.gladstrijken.plan import SmoothingPlan, smooth_taakstelling
from optimiser.ui.frame import session
from optimiser.ui.frame.admission import zicht
from optimiser.ui.frame.meldingen import plain_text
from optimiser.ui.verloop.series import pick_series
from optimiser.ui.widgets.downloads import PPTX, XLSX, offer_file
from optimiser.ui.widgets.fields import typed_count
from optimiser.ui.widgets.tables import Column, show_table

#: Sentences beside the picture; what they rest on can be opened.
FIRST = 2


def show() -> None:
    """Show the section."""
    left, right = st.columns([2, 3], gap="large")
    with left:
        scenario = _asked(pick_series(_has_queue, "glad", "glad-2019-2021"))
    told = scenario.model_dump_json()
    plan: SmoothingPlan = session.kept("glad", told, lambda: smooth_taakstelling(scenario))
    delivered = read_opvang(read_datapunt(zicht()), "bezetting")
    said = [*tables.sentences(plan), *start_lines(delivered, plan.rij.begin)]
    with right:
        st.markdown("\n".join(f"- {plain_text(line)}" for line in said[:FIRST]))
        picture, alt = queue_picture(plan)
        st.image(picture, alt=alt)
    names = load_teksten()["gladstrijken_kolommen"]
    measured = tables.measures_table(plan)
    columns = [Column("wijze", "Wijze")]
    columns += [Column(n, names[n].capitalize(), whole) for n in measured.columns[1:]]
    show_table(measured, columns, key="glad_maten", titel="Wat elke wijze doet (personen)")
    with st.expander("Waar dit op rust"):
        st.markdown("\n".join(f"- {plain_text(line)}" for line in said[FIRST:]))
    _take_along(plan, scenario, said)


def _take_along(plan: SmoothingPlan, scenario: Scenario, said: list[str]) -> None:
    """Offer the workbook and the slide."""
    herkomst = f"{scenario.titel} Scenario {scenario.naam} ({scenario.sha256()})."
    with st.container(horizontal=True):
        offer_file(
            "Download als Excel",
            partial(_workbook, plan, scenario, said),
            naam=f"{scenario.naam}.xlsx",
            mime=XLSX,
            key="glad_xlsx",
        )
        offer_file(
            "Download dia (PowerPoint)",
            lambda: small_deck([smoothing_slide(plan, herkomst)], herkomst),
            naam=f"{scenario.naam}.pptx",
            mime=PPTX,
            key="glad_pptx",
        )


def _has_queue(scenario: Scenario) -> bool:
    return scenario.tijd is not None and scenario.tijd.rij is not None


def _workbook(plan: SmoothingPlan, scenario: Scenario, said: list[str]) -> bytes:
    lines = [scenario.titel, f"Scenario {scenario.sha256()}.", *said]
    return to_xlsx(smoothing_sheets(plan), lines)


def _asked(scenario: Scenario) -> Scenario:
    """Let the reader change the limits and the aims of a scenario."""
    tijd = scenario.tijd
    if tijd is None or tijd.rij is None:
        msg = "a series without a queue was offered"
        raise TypeError(msg)
    names = load_teksten()["gladstrijken_stappen"]
    steps = st.multiselect(
        "Doelen, in volgorde",
        list(TijdStap),
        default=list(tijd.gladstrijken.stappen),
        format_func=lambda stap: names[stap].capitalize(),
        key=f"glad_stappen_{scenario.naam}",
    )
    norm = st.toggle(
        f"Niemand wacht langer dan {tijd.rij.norm_weken} weken",
        value=tijd.rij.norm_houden,
        key=f"glad_norm_{scenario.naam}",
    )
    most = typed_count(
        "Langste rij (personen; leeg is geen grens)",
        tijd.rij.maximum,
        key=f"glad_rij_{scenario.naam}",
    )
    standard = tijd.gladstrijken.sprong_zonder_voorkennis
    jump = typed_count(
        "Sprong zonder voorkennis (personen)", standard, key=f"glad_sprong_{scenario.naam}"
    )
    rij = tijd.rij.adjusted(norm_houden=norm, maximum=most)
    aims = {
        "stappen": steps or tijd.gladstrijken.stappen,
        "sprong_zonder_voorkennis": standard if jump is None else jump,
    }
    changed = tijd.adjusted(rij=rij, gladstrijken=tijd.gladstrijken.adjusted(**aims))
    return scenario.adjusted(tijd=changed)
