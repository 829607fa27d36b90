"""The frame around every page: settings, language, navigation, scenario, commands."""

import gc
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import import_module, resources
from importlib.util import find_spec

import streamlit as st

from optimiser.datapunt.current import one_moment
from optimiser.io.gegevens import read_embedded, read_wet
from optimiser.scenario.scenario import Scenario
from optimiser.solve.run import solve_scenario
from optimiser.teksten import load_teksten
from optimiser.ui.frame import state
from optimiser.ui.frame.admission import may, offer_login, show_login, zicht
from optimiser.ui.frame.meldingen import meldingen, show_waiting
from optimiser.ui.frame.scenario_bar import show_commands, show_scenario_bar
from optimiser.zicht.werkruimte import Rol

_HERE = resources.files("optimiser.ui")
_STYLE = (_HERE / "theme.css").read_text(encoding="utf-8")
_SCRIPT = (_HERE / "pagina.js").read_text(encoding="utf-8")


@dataclass(frozen=True, slots=True)
class Entry:
    """A page of the app: its folder in ``ui``, its title, and who may open it."""

    module: str
    titel: str
    rol: Rol = Rol.LEZER


#: In the order of the navigation; a page is there once its module is.
ENTRIES = (
    Entry("start", "Start"),
    Entry("gemeente", "Gemeente"),
    Entry("vergelijken", "Sleutels vergelijken", Rol.ANALIST),
    Entry("optimaliseren", "Optimaliseren", Rol.ANALIST),
    Entry("uitruil", "Uitruil"),
    Entry("koppelen", "Koppelen", Rol.ANALIST),
    Entry("verloop", "Verloop"),
    Entry("lrt", "Kaart voor de LRT", Rol.ANALIST),
    Entry("gegevens", "Gegevens"),
    Entry("uitleg", "Uitleg en verantwoording"),
)


@one_moment()
def main() -> None:
    """Draw the page that is asked for."""
    pages = registered()
    current = st.navigation(list(pages.values()), position="hidden")
    st.set_page_config(
        page_title=f"{current.title} – Taakstelling",
        page_icon=str(_HERE / "pictogram.png"),
        layout="wide",
        menu_items={"Get help": None, "Report a bug": None, "About": None},
    )
    page = st.components.v2.component("optimiser.pagina", js=_SCRIPT)
    page(key="pagina", height=0, data={"stijl": _STYLE})
    with meldingen():  # who may not come in, or no figures: the reason, nothing else
        offer_login()
        zicht()
        state.follow_address()
        state.write_address()
    with st.container(horizontal=True, key="navigatie"):
        for entry in ENTRIES:
            if entry.module in pages and may(entry.rol):
                st.page_link(pages[entry.module])
    with meldingen():
        show_login()
        show_scenario_bar()
    show_waiting()
    with st.container(key="pagina_inhoud"), meldingen():
        current.run()
    with st.container(key="voet"):
        _footer()
    _settle()


def load() -> None:
    """Load every page and the embedded figures, so that the first visitor does not wait for it.

    Two thirds of a first page was reading modules. Nothing of a database or a session is touched.
    """
    for entry in _entries():
        import_module(f"optimiser.ui.{entry.module}.page")
    import_module("optimiser.solve.optimise")
    figures = read_embedded()
    solve_scenario(Scenario(halfjaar=figures.known_halfjaren[0]), figures)


@cache
def _settle() -> None:
    """Once per server: leave what is there for good out of garbage collection.

    Going through all of it took some 40 ms in the middle of every fourth step of a slider.
    """
    gc.collect()
    gc.freeze()


def registered() -> dict[str, "st.Page"]:
    """Return the pages whose module exists, by module name."""
    return {entry.module: _page(entry) for entry in _entries()}


@cache
def _entries() -> tuple[Entry, ...]:
    return tuple(e for e in ENTRIES if find_spec(f"optimiser.ui.{e.module}.page") is not None)


def _page(entry: Entry) -> "st.Page":
    return st.Page(
        _runner(entry), title=entry.titel, url_path=entry.module, default=entry.module == "start"
    )


def page_named(module: str) -> "st.Page | None":
    """Return a page to link to, or None if it is not there for whoever comes."""
    found = next((one for one in _entries() if one.module == module), None)
    return _page(found) if found is not None and may(found.rol) else None


def _runner(entry: Entry) -> Callable[[], None]:
    def run() -> None:
        zicht().require(entry.rol, f"De pagina {entry.titel}")
        import_module(f"optimiser.ui.{entry.module}.page").show()

    return run


def _footer() -> None:
    with meldingen():
        show_commands()
    st.caption(load_teksten()["app"]["voet"]["tekst"].format(wet=read_wet()))
