"""Rounding over half-years on page Verloop: what the law's rounding piles up."""

from functools import partial

import pandas as pd
import streamlit as st

from optimiser.io.writing.export import to_xlsx
from optimiser.report.jaren.pictures import rounding_picture
from optimiser.report.jaren.workbook import rounding_sheets
from optimiser.teksten import decimal, load_teksten, whole
from optimiser.tijd.afronden import table
from optimiser.tijd.afronden.deviations import Afwijkingen
from optimiser.tijd.jaren.question import YearsQuestion, make_years_question
from optimiser.ui.frame import session
from optimiser.ui.frame.meldingen import plain_text
from optimiser.ui.verloop.series import pick_series
from optimiser.ui.widgets.downloads import XLSX, offer_file
from optimiser.ui.widgets.tables import Column, TableOptions, show_table


def show() -> None:
    """Show the section."""
    left, right = st.columns([2, 3], gap="large")
    with left:
        scenario = pick_series(
            lambda one: bool(one.capaciteit.maximum_aandeel), "afronden", "jaren-2025-2028"
        )
    told, figures = scenario.model_dump_json(), session.gegevens()
    question: YearsQuestion = session.kept(
        "jaren", told, lambda: make_years_question(scenario, figures), "Halfjaren maken …"
    )
    found: tuple[Afwijkingen, ...] = session.kept(
        "afronden",
        told,
        lambda: table.measure_every_rule(question.shares, question.totals),
        "Afronden op zes manieren …",
    )
    names, count = question.table["gemeente"], len(question.totals)
    gains = table.gains_table(found, names)
    said = table.sentences(found, names, count)
    with left:
        st.markdown("\n".join(f"- {plain_text(line)}" for line in said))
    with right:
        picture, alt = rounding_picture(gains, count)
        st.image(picture, alt=alt)
    rules = table.rules_table(found, question.table["inwoners"])
    _tables(gains, rules, count)
    offer_file(
        "Download als Excel",
        partial(to_xlsx, rounding_sheets(rules, gains), [scenario.titel, *said]),
        naam=f"afronden-{scenario.naam}.xlsx",
        mime=XLSX,
        key="afronden_xlsx",
    )


def _tables(gains: pd.DataFrame, rules: pd.DataFrame, count: int) -> None:
    texts = load_teksten()
    names, ways = texts["afronden_kolommen"], texts["afronden_regels"]

    def two(value: float) -> str:
        return decimal(value, 2)

    columns = [
        Column(n, names[n].capitalize(), None if n in {"regel", "wet"} else two, leeg="")
        for n in names
        if n != "buiten"
    ]
    columns.append(Column("buiten", names["buiten"].capitalize(), whole))
    title = texts["afronden"]["kop"].format(halfjaren=count)
    ways_tab, gains_tab = st.tabs(["Regels naast elkaar", "Per gemeente"])
    with ways_tab:
        show_table(rules, columns, key="afronden_regels", titel=title)
    heads = [Column("gemeente", "Gemeente")]
    heads += [Column(n, title.capitalize(), two) for n, title in ways.items()]
    with gains_tab:
        show_table(
            gains,
            heads,
            key="afronden_gemeenten",
            titel=texts["afronden"]["kop_gemeenten"].format(halfjaren=count),
            options=TableOptions(search=True),
        )
