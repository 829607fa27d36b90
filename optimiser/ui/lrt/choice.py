"""What the map shows and how it looks: the questions of the page, kept in the address."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from optimiser.compare.keuze import SleutelKeuze, parse_keuze
from optimiser.gegevens.gegevens import GROUPINGS
from optimiser.maps import embedded_geometry
from optimiser.report.kaart.areas import EIGEN, area_columns, title_of_areas
from optimiser.report.kaart.content import Kaartvraag
from optimiser.report.kaart.makeup import Opmaak
from optimiser.report.kaart.measures import KOLOM, column_words, is_count
from optimiser.scenario.scenario import Scenario
from optimiser.teksten import load_teksten
from optimiser.ui.frame import session, state
from optimiser.ui.lrt.class_breaks import pick_klassen, tell_unused_breaks
from optimiser.ui.vergelijken.choice import figures_now, own_names
from optimiser.ui.vergelijken.labels import offered, title_of

_METINGEN = {
    "personen": "Taakstelling (personen)",
    "per_1000": "Taakstelling per 1.000 inwoners",
    "beslag": "Beslag op vrijkomende woningen (aanname)",
    "uitruil": "Verschil door uitruil (personen)",
}
#: Measures that depend on a key, so that two keys can be subtracted.
_OF_A_KEY = ("personen", "per_1000", "beslag")
_WEERGAVEN = {"kaart": "Kaart", "tegel": "Tegels, even groot"}
_THEMAS = {"licht": "Scherm", "druk": "Papier en grijs"}
_FORMATEN = {"dia": "Dia (16:9)", "blad": "Blad (staand)"}
#: Most names printed at once, and most gemeenten that stand out.
NAMES = 20


def own_key(scenario: Scenario) -> SleutelKeuze:
    """Return the key of a scenario as a choice, the way ``taakstelling kaart`` has it."""
    return SleutelKeuze(scenario.sleutel, scenario.sleutel, scenario.sleutel_opties)


def measures(scenario: Scenario) -> dict[str, str]:
    """Return what a map of this scenario can show: name to title for the reader."""
    found = {k: v for k, v in _METINGEN.items() if k != "uitruil" or scenario.optimises}
    columns = dict.fromkeys([*figures_now().columns, *own_names()])
    return found | {
        f"{KOLOM}{c}": f"Cijfer: {column_words(str(c))[0]}" for c in columns if c != "gemeente"
    }


def pick_vraag() -> Kaartvraag:
    """Let the user pick the measure, and a key to subtract."""
    now = state.scenario()
    titles = measures(now)
    naam = str(
        st.selectbox(
            "Wat de kaart toont",
            list(titles),
            format_func=titles.__getitem__,
            key="kaart_meting",
            bind="query-params",
        )
    )
    own = own_key(now)
    labels = [k for k in offered(figures_now(), own_names())[0].values() if k != own.label]
    tegen = st.selectbox(
        "Verschil met een tweede sleutel",
        ["", *labels],
        format_func=lambda k: title_of(parse_keuze(k)) if k else "Geen: de kaart zelf",
        key="kaart_tegen",
        bind="query-params",
        disabled=naam not in _OF_A_KEY,
        help="Alleen bij metingen die van een sleutel afhangen.",
    )
    other = parse_keuze(str(tegen)) if tegen and naam in _OF_A_KEY else None
    return Kaartvraag(now, own, naam, other)


def pick_opmaak(vraag: Kaartvraag, beside: DeltaGenerator) -> Opmaak:
    """Let the user make the map up; what is chosen most stands in the column ``beside`` it."""
    first, second = st.columns(2)
    with first, st.expander("Titel en bronregel"):
        titel = st.text_input(
            "Titel",
            key="kaart_titel",
            bind="query-params",
            max_chars=150,
            placeholder="Leeg: een titel die zegt wat de kaart toont",
        )
        bron = st.text_input(
            "Eigen bronregel, naast de vaste",
            key="kaart_bron",
            bind="query-params",
            max_chars=200,
            placeholder="Bijvoorbeeld: opgave van de regio, maart 2025",
        )
        st.caption(load_teksten()["app"]["lrt"]["inleiding"])
    with second, st.expander("Klassen, lijnen en namen"):
        left, right = st.columns(2)
        with left:
            klassen, methode = pick_klassen(vraag.verschil, is_count(vraag.meting))
        with right:
            regio = _regio(vraag.scenario)
            namen = st.slider(
                "Namen bij de grootste waarden", 0, NAMES, 0, key="kaart_namen", bind="query-params"
            )
            uitgelicht = _uitgelicht()
    tell_unused_breaks(vraag.verschil)
    with beside:
        weergave = _one("Weergave", _WEERGAVEN, "kaart_weergave")
        thema = _one("Bestemd voor", _THEMAS, "kaart_thema")
        formaat = _one("Formaat", _FORMATEN, "kaart_formaat")
    return Opmaak(
        weergave, thema, klassen, methode, regio, int(namen), uitgelicht, formaat,
        (titel or "").strip(), (bron or "").strip(),
    )  # fmt: skip


def _one(label: str, titles: dict[str, str], key: str, uitleg: str | None = None) -> str:
    return str(
        st.selectbox(
            label,
            list(titles),
            format_func=titles.__getitem__,
            key=key,
            bind="query-params",
            help=uitleg,
        )
    )


def areas(scenario: Scenario) -> dict[str, str]:
    """Return the areas that can have heavy borders: name to title for the reader."""
    found = {name: title_of_areas(name) for name in GROUPINGS}
    if own := scenario.uitruil.regios:
        found[EIGEN] = f"Eigen gebieden van het scenario ({len(own)})"
    columns = area_columns(session.own_columns())
    return found | {f"{KOLOM}{c}": f"Gelijke getallen in uw kolom {c}" for c in columns}


def _regio(scenario: Scenario) -> str | None:
    words = load_teksten()["app"]["lrt"]
    titles = {"geen": "Geen"} | areas(scenario)
    picked = _one("Dikke lijnen om", titles, "kaart_regio", words["gebieden_uitleg"])
    return None if picked == "geen" else picked


def _uitgelicht() -> tuple[str, ...]:
    shapes = embedded_geometry()
    names = dict(zip(shapes.codes, shapes.namen, strict=True))
    picked = st.multiselect(
        "Uitgelichte gemeenten (naam en omlijning)",
        sorted(names, key=lambda code: names[code].casefold()),
        format_func=names.__getitem__,
        max_selections=NAMES,
        placeholder="Kies gemeenten",
        key="kaart_gemeenten",
        bind="query-params",
    )
    return tuple(sorted(picked))
