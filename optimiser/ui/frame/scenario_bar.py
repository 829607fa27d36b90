"""The line above every page: which scenario this is, undo, share, save, open."""

from pathlib import PurePath
from urllib.parse import urlsplit

import streamlit as st

from optimiser.io.scenario_file import OwnFigures, read_scenario_file, to_scenario_file
from optimiser.io.writing.export import safe_text
from optimiser.scenario.scenario import Scenario
from optimiser.teksten import load_teksten, whole
from optimiser.ui.frame import state
from optimiser.ui.frame.commands import Commands, commands_for, toml_name
from optimiser.ui.frame.history import HISTORY
from optimiser.ui.frame.meldingen import guarded, plain_text
from optimiser.ui.frame.session import (
    Upload,
    gegevens,
    own_columns,
    ready_scenarios,
    upload,
    upload_name,
    use_upload,
)
from optimiser.ui.widgets.downloads import offer_file
from optimiser.ui.widgets.sections import draw_when_opened

#: A link to one of these works on this computer only.
_LOCAL = {"localhost", "127.0.0.1", "::1"}
#: What each text is that a step may change.
WORDS = {
    state.SCENARIO: "scenario",
    "_afspraken": "afspraken in de tabel",
    "_werkgebied": "keuze van het gebied",
    "_terug_in": "halfjaar van teruggave",
}


def show_scenario_bar() -> None:
    """Show the scenario in words, with what can be done to it as a whole."""
    now = state.scenario()
    with st.container(horizontal=True, vertical_alignment="center", key="scenariobalk"):
        st.markdown(_in_words(now), width="stretch")
        _steps()
        with st.popover("Delen en bewaren", key="delen"):
            _share(now)
        with st.popover("Openen", key="openen"):
            _open()


def _steps() -> None:
    """Show undo and redo of scenario, agreements and region; each says what it changes."""
    for label, key, step, changes, keys in (
        ("Ongedaan maken", "ongedaan_maken", HISTORY.undo, HISTORY.next_undo(), "Mod+Z"),
        ("Opnieuw doen", "opnieuw_doen", HISTORY.redo, HISTORY.next_redo(), "Mod+Shift+Z"),
    ):
        st.button(
            label,
            disabled=changes is None,
            on_click=guarded(step),
            key=key,
            shortcut=keys,
            help=None if changes is None else f"{label}: {WORDS.get(changes, 'wijziging')}",
        )


def show_commands() -> None:
    """Show how to make this answer again outside the app; drawn only when opened.

    What Streamlit loads in the browser for a line of code is a fifth of the first view.
    """

    def draw() -> None:
        where = "Op de opdrachtregel (met het bewaarde scenario in dezelfde map):"
        draw_commands(where, commands_for(state.scenario(), upload_name()))

    draw_when_opened("Toon als commando", "commando", draw)


def draw_commands(where: str, commands: Commands) -> None:
    """Show the line for a terminal, under where it works, and the Python."""
    st.markdown(where)
    st.code(commands.shell, language=None, wrap_lines=True)
    st.markdown("In Python:")
    st.code(commands.python, language=None, wrap_lines=True)


def _in_words(now: Scenario) -> str:
    national = now.totaal
    known = gegevens().landelijk
    if national is None and now.halfjaar in known.index:
        national = int(known.at[now.halfjaar, "taakstelling"])
    parts = [f"**{plain_text(now.titel)}**", now.halfjaar]
    if national is not None:
        parts.append(f"{whole(national)} personen")
    if (held := upload()) is not None:
        parts.append(f"met eigen cijfers uit {plain_text(held.naam)}")
    return " · ".join(parts)


def _share(now: Scenario) -> None:
    """Offer the file first, then the link with where it works."""
    texts, held = load_teksten()["app"]["delen"], upload()
    st.markdown(texts["bestand"] if held is None else texts["bestand_cijfers"])
    offer_file(
        "Bewaar als scenariobestand",
        lambda: to_scenario_file(now, _own_figures()),
        naam=safe_text(toml_name(now)),
        mime="application/toml",
        key="scenario_bewaren",
    )
    link = state.address()
    if link is None:
        st.markdown(texts["te_groot"])
        return
    host = urlsplit(link).hostname
    local = host is None or host in _LOCAL
    st.markdown(texts["link_hier"] if local else texts["link"].format(adres=plain_text(host)))
    st.code(link, language=None, wrap_lines=True)
    if held is not None:
        st.markdown(texts["link_zonder"])


def _own_figures() -> OwnFigures | None:
    held, columns = upload(), own_columns()
    if held is None or columns is None:
        return None
    return OwnFigures(f"{PurePath(held.naam).stem}.csv", columns.to_csv(sep=";"))


def _open() -> None:
    ready = ready_scenarios()
    picked = st.selectbox(
        "Meegeleverd scenario",
        list(ready),
        index=None,
        placeholder="Kies een scenario",
        key="kant_en_klaar",
        format_func=lambda naam: ready[naam].titel,
    )
    st.button(
        "Open dit scenario",
        disabled=picked is None,
        on_click=guarded(_open_ready),
        key="open_meegeleverd",
    )
    brought = st.file_uploader("Of een eigen scenariobestand", type=["toml"], key="eigen_scenario")
    st.button(
        "Open dit bestand",
        disabled=brought is None,
        on_click=guarded(_open_brought),
        key="open_eigen",
    )


def _open_ready() -> None:
    picked = st.session_state["kant_en_klaar"]
    state.choose(ready_scenarios()[picked])


def _open_brought() -> None:
    brought = st.session_state["eigen_scenario"]
    scenario, figures = read_scenario_file(brought.getvalue(), brought.name)
    if figures is not None:
        use_upload(Upload(figures.naam, figures.tabel.encode("utf-8")))
    state.choose(scenario)
