"""The outlook on page Verloop: expected saldo, the fan, and the test of every model."""

from functools import partial

import streamlit as st

from optimiser.datapunt.beside import read_gekoppeld
from optimiser.datapunt.held import grootboek_key, read_datapunt
from optimiser.io.writing.export import to_xlsx
from optimiser.maps.charts.slide_lines import SCREEN
from optimiser.report.jaren.pictures import fan_picture
from optimiser.report.jaren.workbook import outlook_sheets
from optimiser.report.lrt.pages.deck import small_deck
from optimiser.report.lrt.slides.over_time import outlook_slide
from optimiser.scenario.scenario import Scenario
from optimiser.scenario.tijd import VooruitzichtModel
from optimiser.teksten import decimal, load_teksten, whole
from optimiser.tijd.vooruitzicht import tables
from optimiser.tijd.vooruitzicht.backtest import check_models
from optimiser.tijd.vooruitzicht.history import read_verleden
from optimiser.tijd.vooruitzicht.project import Vooruitzicht, make_vooruitzicht
from optimiser.ui.frame import session
from optimiser.ui.frame.admission import zicht
from optimiser.ui.frame.meldingen import plain_text
from optimiser.ui.verloop.kept import Ledger, ledger
from optimiser.ui.verloop.series import pick_series
from optimiser.ui.widgets.downloads import PPTX, XLSX, offer_file
from optimiser.ui.widgets.tables import Column, TableOptions, show_table

#: Models a reader can pick here; ``kolom`` needs a column, which a scenario names.
_MODELS = tuple(model for model in VooruitzichtModel if model is not VooruitzichtModel.KOLOM)

#: Provinces; a longer table can be searched.
MANY = 12


def show() -> None:
    """Show the section: question left, fan right, then the tables."""
    held = ledger()
    left, right = st.columns([2, 3], gap="large")
    with left:
        scenario = _asked(held)
        level = _level(held)
    found = _found(held, scenario, level)
    said = tables.sentences(found)
    with left:
        st.markdown("\n".join(f"- {plain_text(line)}" for line in said[:-1]))
    told = (scenario.model_dump_json(), level, grootboek_key())
    drawn = session.kept("waaier", told, lambda: fan_picture(found, SCREEN))
    with right:
        if drawn is not None:
            st.image(drawn[0], alt=drawn[1], width=560)
        st.caption(plain_text(said[-1]))
    areas, country, test = st.tabs(["Per gebied", "Nederland", "Hoe ver zat elk model ernaast"])
    with areas:
        _areas(held, found)
    with country:
        _country(found)
    with test:
        _test(held)
    _take_along(held, found, scenario, said)


def _asked(held: Ledger) -> Scenario:
    """Let the reader pick a scenario, a model and a ceiling."""
    known = {str(periode) for periode in held.course.perioden}
    scenario = pick_series(
        lambda one: (
            one.tijd is not None
            and str(one.tijd.halfjaren[0].prev()) in known
            and one.naam.startswith(("vooruitzicht", "eigen"))
        ),
        "vooruit",
        "vooruitzicht-2021",
    )
    tijd = scenario.tijd
    if tijd is None or tijd.vooruitzicht.model is VooruitzichtModel.KOLOM:
        return scenario
    names = load_teksten()["vooruitzicht_modellen"]
    room = bool(scenario.capaciteit.maximum_aandeel)
    offered = [m for m in _MODELS if room or m is not VooruitzichtModel.CAPACITEIT]
    model = st.selectbox(
        "Model",
        offered,
        index=offered.index(tijd.vooruitzicht.model),
        format_func=lambda one: names[one].capitalize(),
        key=f"vooruit_model_{scenario.naam}",
    )
    chosen = tijd.vooruitzicht.adjusted(model=model)
    return scenario.adjusted(tijd=tijd.adjusted(vooruitzicht=chosen))


def _level(held: Ledger) -> str:
    """Return the level: provinces, or gemeenten where those are delivered."""
    if not any(str(code).startswith("GM") for code in held.course.eenheden):
        return "PV"
    per = st.segmented_control(
        "Per", ["Provincie", "Gemeente"], default="Provincie", required=True, key="vooruit_per"
    )
    return "GM" if per == "Gemeente" else "PV"


def _found(held: Ledger, scenario: Scenario, level: str) -> Vooruitzicht:
    def made() -> Vooruitzicht:
        coupled = None
        if level == "GM" and scenario.tijd is not None:
            coupled = read_gekoppeld(read_datapunt(zicht()), str(scenario.tijd.halfjaren[0]))
        return make_vooruitzicht(scenario, session.gegevens(), held.course, level, coupled)

    told = (scenario.model_dump_json(), level, grootboek_key())
    found: Vooruitzicht = session.kept("vooruitzicht", told, made, "Vooruitzicht berekenen …")
    return found


def _country(found: Vooruitzicht) -> None:
    fan = tables.fan_table(found)
    if len(fan):
        columns = [Column("halfjaar", "Halfjaar")]
        columns += [Column(n, n.capitalize(), whole, leeg="onbekend") for n in fan.columns[1:]]
        title = load_teksten()["vooruitzicht"]["kop_waaier"]
        show_table(fan, columns, key="vooruit_waaier", titel=title)


def _areas(held: Ledger, found: Vooruitzicht) -> None:
    saldo = tables.saldo_table(found, held.book.namen)
    columns = [Column("eenheid", "Gebied")]
    columns += [Column(n, n.capitalize(), whole) for n in saldo.columns[1:]]
    options = TableOptions(search=len(saldo) > MANY, height=22)
    title = load_teksten()["vooruitzicht"]["kop"]
    show_table(saldo, columns, key="vooruit_saldo", titel=title, options=options)


def _take_along(held: Ledger, found: Vooruitzicht, scenario: Scenario, said: list[str]) -> None:
    herkomst = f"{scenario.titel} Scenario {scenario.naam} ({scenario.sha256()})."
    lines = [herkomst, *said, *held.book.bronnen]
    with st.container(horizontal=True):
        offer_file(
            "Download als Excel",
            lambda: to_xlsx(outlook_sheets(found, held.book.namen), lines),
            naam=f"{scenario.naam}.xlsx",
            mime=XLSX,
            key="vooruit_xlsx",
        )
        if found.fan:
            offer_file(
                "Download dia (PowerPoint)",
                partial(_slide, found, herkomst),
                naam=f"{scenario.naam}.pptx",
                mime=PPTX,
                key="vooruit_pptx",
            )


def _slide(found: Vooruitzicht, herkomst: str) -> bytes:
    slide = outlook_slide(found, herkomst)
    return small_deck([] if slide is None else [slide], herkomst)


def _test(held: Ledger) -> None:
    texts = load_teksten()["vooruitzicht"]
    tests = tables.backtest_table(check_models(read_verleden(held.course, "PV")))
    heads = [Column("model", "Model")]
    heads += [
        Column(n, n.upper() if n == "mae" else n.capitalize(), decimal) for n in tests.columns[1:]
    ]
    show_table(
        tests, heads, key="vooruit_toets", titel=texts["kop_toets"],
        options=TableOptions(search=False),
    )  # fmt: skip
    st.caption(texts["toets"])
