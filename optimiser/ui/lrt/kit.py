"""The kit for the Landelijke Regietafel: which keys, which kind of file, made with progress."""

from contextlib import ExitStack

import streamlit as st

from optimiser.compare.keuze import parse_keuze
from optimiser.compare.vraag import WETTELIJK
from optimiser.report.lrt.kit import PAPER, PaperForm, build_kit
from optimiser.report.lrt.question import MOST_KEYS, LrtVraag
from optimiser.teksten import load_teksten
from optimiser.ui.frame import session, state
from optimiser.ui.lrt import kept
from optimiser.ui.lrt.downloads import GPKG, PPTX
from optimiser.ui.vergelijken.choice import figures_now, own_names
from optimiser.ui.vergelijken.labels import offered, title_of
from optimiser.ui.widgets.downloads import XLSX, offer_file

#: Of the slide on households and dwellings [%]: the ceiling of scenario plafond-12.
CEILING = 12
_SOORTEN = {
    ".pptx": ("Presentatie (PPTX)", PPTX),
    ".pdf": ("Papier (PDF)", "application/pdf"),
    ".xlsx": ("Werkboek (XLSX)", XLSX),
    ".gpkg": ("Kaartlagen (GeoPackage)", GPKG),
}


def pick_kit() -> LrtVraag:
    """Let the user pick the keys beside the statutory one and that of the scenario."""
    now = state.scenario()
    labels = [k for k in offered(figures_now(), own_names())[0].values() if k != WETTELIJK.label]
    picked = st.multiselect(
        "Sleutels naast de wettelijke, met die van het scenario samen hooguit vier",
        labels,
        format_func=lambda label: title_of(parse_keuze(label)),
        max_selections=MOST_KEYS,
        placeholder="Kies verdeelsleutels",
        key="lrt_sleutels",
        bind="query-params",
    )
    households = st.checkbox(
        load_teksten()["app"]["lrt"]["koppelen"].format(aandeel=CEILING),
        key="lrt_koppelen",
        bind="query-params",
    )
    keuzes = tuple(parse_keuze(str(label)) for label in picked)
    return LrtVraag(now, keuzes, koppelen=CEILING if households else None)


def show_kit(vraag: LrtVraag) -> None:
    """Let the user make the kit, follow it, and take it along."""
    left, right = st.columns(2)
    ending = str(
        left.selectbox(
            "Soort bestand", list(_SOORTEN), format_func=lambda e: _SOORTEN[e][0], key="lrt_soort"
        )
    )
    vorm = PaperForm()
    with right:
        if ending == ".pdf":
            vorm = PaperForm(str(st.selectbox("Papier", PAPER, key="lrt_papier")))
        if ending == ".pptx":
            vorm = _template()
    made = kept.kept_kit(vraag, ending, vorm)
    if st.button("Maak de stukken", disabled=bool(made), key="lrt_maak"):
        made.append(_made(vraag, ending, vorm))
    if made:
        offer_file(
            f"Download: {_SOORTEN[ending][0]}",
            made[0],
            naam=f"lrt-{vraag.scenario.halfjaar}{ending}",
            mime=_SOORTEN[ending][1],
            key="lrt_stukken",
        )
    elif st.session_state.get("lrt_stop"):
        st.info("Gestopt. Er is niets bewaard.")


def _template() -> PaperForm:
    brought = st.file_uploader(
        "Eigen sjabloon (mag leeg blijven)", type=["pptx"], key="lrt_sjabloon"
    )
    return PaperForm() if brought is None else PaperForm("A4", brought.getvalue(), brought.name)


def _made(vraag: LrtVraag, ending: str, vorm: PaperForm) -> bytes:
    """Make the file here; every press on the page, such as Stop, ends it at the next step."""
    with ExitStack() as after:
        place = st.empty()
        after.callback(place.empty)
        with place.container():
            st.button("Stop", key="lrt_stop")
            bar = st.progress(0.0, "Beginnen")

        def told(done: int, total: int, what: str) -> None:
            bar.progress(done / total, f"Stap {done + 1} van {total}: {what}")

        return build_kit(vraag, session.gegevens(), ending, vorm, told)
