"""Years together on page Verloop: an area through half-years, places, who stays behind."""

from functools import partial

import pandas as pd
import streamlit as st

from optimiser.io.writing.export import to_xlsx
from optimiser.lp.jaren.years import YearsAnswer
from optimiser.report.jaren.pictures import areas_picture, places_picture
from optimiser.report.jaren.workbook import years_sheets
from optimiser.report.lrt.pages.deck import small_deck
from optimiser.report.lrt.slides.over_time import years_slides
from optimiser.scenario.scenario import Scenario
from optimiser.teksten import decimal, load_teksten, whole
from optimiser.tijd.jaren import tables
from optimiser.tijd.jaren.answer import Jaren, late_of, solve_region_of, solve_scenario_years
from optimiser.tijd.jaren.explain import explain_cell
from optimiser.tijd.jaren.facility import calculate_facilities
from optimiser.tijd.jaren.question import YearsQuestion, make_years_question
from optimiser.tijd.jaren.room import find_region_shortages
from optimiser.ui.frame import session
from optimiser.ui.frame.meldingen import plain_text
from optimiser.ui.verloop.series import pick_series
from optimiser.ui.widgets.downloads import PPTX, XLSX, offer_file
from optimiser.ui.widgets.tables import Column, TableOptions, show_table

_CELLS = (
    Column("gemeente", "Gemeente"),
    Column("halfjaar", "Halfjaar"),
    Column("aanspraak", "Aanspraak", lambda v: decimal(v, 2), "Exact deel van dit halfjaar"),
    Column("wettelijk", "Wettelijk", whole, "Vóór uitruil"),
    Column("taakstelling", "Na uitruil", whole, "De som van het gebied blijft gelijk (art. 29)"),
    Column("woningen", "Woningen", whole, "Ruimte in vrijkomende woningen", "geen grens"),
    Column("plekken", "Plekken", whole, "Open aan het eind van het halfjaar"),
    Column("bewoners", "Bewoners", whole, "Van plekken"),
    Column("achterstand", "Achterstand", whole, "Aan het eind van het halfjaar"),
)


def show() -> None:
    """Show the section."""
    left, right = st.columns([2, 3], gap="large")
    with left:
        scenario = pick_series(
            lambda one: bool(one.capaciteit.maximum_aandeel), "jaren", "jaren-2025-2028"
        )
        question: YearsQuestion = session.kept(
            "jaren",
            scenario.model_dump_json(),
            lambda: make_years_question(scenario, session.gegevens()),
            "Halfjaren achter elkaar zetten …",
        )
        short = [one.naam for one in find_region_shortages(question)]
        names = [*short, *(r.naam for r in question.regions if r.naam not in short)]
        naam = st.selectbox("Gebied", names, key=f"jaren_gebied_{scenario.naam}")
        told = [one for one in find_region_shortages(question) if one.naam == naam]
        for one in told:
            st.markdown(plain_text(tables.shortage_sentence(one, question)))
        for made in calculate_facilities(question):
            st.markdown(plain_text(tables.facility_sentence(made)))
    with right:
        drawn = places_picture(question)
        if drawn is not None:
            st.image(drawn[0], alt=drawn[1])
        picture, alt = areas_picture(question)
        st.image(picture, alt=alt)
        st.caption(load_teksten()["app"]["vooruit"]["maanden_werk"])
    cells, why, behind = st.tabs(["Elk halfjaar", "Leg een getal uit", "Wie loopt niet in"])
    answer: YearsAnswer = solve_region_of(question, naam)
    with cells:
        _area(question, answer)
    with why:
        _explain(question, answer)
    with behind:
        _behind(question)
    _take_along(question, scenario)


def _take_along(question: YearsQuestion, scenario: Scenario) -> None:
    """Offer all areas as a workbook, and the slides."""
    herkomst = f"{scenario.titel} Scenario {scenario.naam} ({scenario.sha256()})."
    with st.container(horizontal=True):
        offer_file(
            "Download alle gebieden als Excel",
            partial(_workbook, scenario),
            naam=f"{scenario.naam}.xlsx",
            mime=XLSX,
            key="jaren_xlsx",
        )
        offer_file(
            "Download dia's (PowerPoint)",
            lambda: small_deck(years_slides(question, herkomst), herkomst),
            naam=f"{scenario.naam}.pptx",
            mime=PPTX,
            key="jaren_pptx",
        )


def _area(question: YearsQuestion, answer: YearsAnswer) -> None:
    naam = answer.region.naam
    part = Jaren(question, (answer,))
    row = dict(zip((str(h) for h in question.halfjaren), late_of(answer), strict=True))
    late = pd.DataFrame([{"wat": "Achterstand aan het eind"} | row])
    heads = [Column("wat", naam), *(Column(h, h, whole) for h in row)]
    show_table(late, heads, key="jaren_rij", titel=f"{naam}: achterstand (personen)")
    show_table(
        tables.cells_table(part),
        _CELLS,
        key="jaren_cellen",
        titel=f"{naam}: elke gemeente, elk halfjaar (personen)",
        options=TableOptions(search=True, height=14),
    )
    texts = load_teksten()["meerjaren"]
    same = part.late == part.least_late
    lines = [
        texts["bewijs" if same else "geen_bewijs"],
        texts["geheel_milp" if part.by_milp else "geheel_lp"].format(gebieden=naam),
        texts["aannames"].format(peiljaar=question.peiljaar),
    ]
    st.markdown("\n".join(f"- {plain_text(line)}" for line in lines))


def _explain(question: YearsQuestion, answer: YearsAnswer) -> None:
    """Explain one gemeente and half-year of the area."""
    names = question.table["gemeente"]
    perioden = [str(halfjaar) for halfjaar in question.halfjaren]
    naam = answer.region.naam
    with st.container(horizontal=True, vertical_alignment="bottom"):
        code = st.selectbox(
            "Leg uit: gemeente",
            answer.region.gm_codes,
            format_func=lambda gm: str(names[gm]),
            key=f"jaren_uitleg_{naam}",
            width=320,
        )
        periode = st.selectbox("Halfjaar", perioden, key="jaren_uitleg_halfjaar", width=160)
    lines = explain_cell(answer, question, str(code), perioden.index(periode))
    st.markdown("\n".join(f"- {plain_text(line)}" for line in lines))


def _behind(question: YearsQuestion) -> None:
    behind = tables.behind_table(question)
    columns = [
        Column("gemeente", "Gemeente"),
        Column("gebied", "Gebied"),
        Column("aanspraak", "Aanspraak", lambda v: decimal(v, 1)),
        Column("ruimte", "Ruimte", whole, "Woningen over alle halfjaren, en plekken aan het eind"),
        Column("tekort", "Tekort", lambda v: decimal(v, 1)),
    ]
    titel = load_teksten()["meerjaren"]["kop_inlopen"]
    show_table(
        behind, columns, key="jaren_inlopen", titel=f"{titel} (personen)",
        options=TableOptions(search=True),
    )  # fmt: skip


def _workbook(scenario: Scenario) -> bytes:
    jaren = solve_scenario_years(scenario, session.gegevens())
    said = tables.sentences(jaren, calculate_facilities(jaren.question))
    lines = [scenario.titel, f"Scenario {scenario.sha256()}.", *said]
    lines.append(f"Gegevens {session.gegevens().version}.")
    return to_xlsx(years_sheets(jaren), lines)
