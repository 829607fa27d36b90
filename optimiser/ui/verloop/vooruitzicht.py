"""The outlook on page Verloop: expected saldo, the fan, and the test of every model."""

import streamlit as st

from optimiser.gegevens.provincies import provincie_namen
from optimiser.teksten import decimal, load_teksten, whole
from optimiser.tijd.vooruitzicht import tables
from optimiser.tijd.vooruitzicht.backtest import check_models
from optimiser.tijd.vooruitzicht.history import read_verleden
from optimiser.tijd.vooruitzicht.project import Vooruitzicht, make_vooruitzicht
from optimiser.ui.frame import session
from optimiser.ui.frame.meldingen import plain_text
from optimiser.ui.verloop.kept import ledger
from optimiser.ui.verloop.series import pick_series
from optimiser.ui.widgets.tables import Column, TableOptions, show_table


def show() -> None:
    """Show the section."""
    course, figures = ledger().course, session.gegevens()
    texts = load_teksten()["vooruitzicht"]
    known = {str(periode) for periode in course.perioden}
    scenario = pick_series(
        lambda one: (
            one.tijd is not None
            and str(one.tijd.halfjaren[0].prev()) in known
            and one.naam.startswith("vooruitzicht")
        ),
        "vooruit",
        "vooruitzicht-2021",
    )
    found: Vooruitzicht = session.kept(
        "vooruitzicht",
        scenario.model_dump_json(),
        lambda: make_vooruitzicht(scenario, figures, course),
        "Vooruitzicht berekenen …",
    )
    saldo, fan = tables.saldo_table(found, provincie_namen(figures.regios)), tables.fan_table(found)
    if len(fan):
        fan_columns = [Column("halfjaar", "Halfjaar")]
        fan_columns += [Column(n, n.capitalize(), whole, leeg="onbekend") for n in fan.columns[1:]]
        show_table(fan, fan_columns, key="vooruit_waaier", titel=texts["kop_waaier"])
    columns = [Column("eenheid", "Gebied")]
    columns += [Column(n, n.capitalize(), whole) for n in saldo.columns[1:]]
    show_table(saldo, columns, key="vooruit_saldo", titel=texts["kop"])
    st.markdown("\n".join(f"- {plain_text(line)}" for line in tables.sentences(found)))
    tests = tables.backtest_table(check_models(read_verleden(course, "PV")))
    heads = [Column("model", "Model")]
    heads += [
        Column(n, n.upper() if n == "mae" else n.capitalize(), decimal) for n in tests.columns[1:]
    ]
    show_table(
        tests, heads, key="vooruit_toets", titel=texts["kop_toets"],
        options=TableOptions(search=False),
    )  # fmt: skip
    st.caption(texts["toets"])
