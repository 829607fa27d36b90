"""Seek the fewest agreements for the region; show how sure that is, and take it over."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

import streamlit as st

from optimiser.report.uitruil.found import voorstel_table
from optimiser.teksten import whole
from optimiser.ui.frame import background, state
from optimiser.ui.frame.meldingen import guarded, plain_text
from optimiser.ui.uitruil import draft as held
from optimiser.ui.uitruil.kept import bound_situation
from optimiser.ui.uitruil.region.apart import find_apart
from optimiser.ui.uitruil.region.found import deals_table, found_lines, share_field
from optimiser.ui.uitruil.rows import Rij
from optimiser.ui.uitruil.steps import AGREEMENTS, go_to
from optimiser.ui.uitruil.words import DOELEN, KEUZES, say
from optimiser.ui.widgets.fields import parse_count
from optimiser.ui.widgets.tables import Column, TableOptions, show_table
from optimiser.uitruil.errors import InvalidSearchError
from optimiser.uitruil.fewest.afspraken import Afspraak, Decompositie, Methode, Regels
from optimiser.uitruil.toets.beginstand import Beginstand
from optimiser.uitruil.zoekvraag import Doel, Keuze, Vondst, Zoekvraag

_WORK = "_zoektaak"
_DEALS = (
    Column("van", "Geeft af"),
    Column("naar", "Neemt over"),
    Column("personen", "Personen", whole),
)


def show_search(
    stand: Beginstand, names: Mapping[str, str], naam: str, codes: tuple[str, ...]
) -> None:
    """Show the exchange that was found for the region; it is sought when first asked for."""
    out = set(st.session_state.get("zoek_zonder", []))
    inside = tuple(code for code in codes if code not in out)
    _first(stand, naam, inside)
    if background.running(_WORK) is not None:
        background.show_progress(_WORK, "Zoeken")
    elif (found := background.outcome(_WORK, _asked(stand, naam, inside))) is not None:
        _show(found, names)
    with st.expander("Anders zoeken: doel, grens, regels"):
        st.markdown(say("zoek_uitleg"))
        with st.container(key="uitruil_zoekvelden"):
            _fields(names, codes)
        st.button(
            "Zoek een uitruil",
            type="primary",
            disabled=len(inside) < 2,
            on_click=guarded(_start),
            args=(naam, inside),
            key="uitruil_zoek",
        )


def _first(stand: Beginstand, naam: str, codes: tuple[str, ...]) -> None:
    """Seek without being asked where somebody's limit is known; once per region and situation."""
    known = any(stand.gemeenten[code].kan is not None for code in codes)
    where = "|".join([stand.herkomst.scenario_sha256, stand.herkomst.data_version, naam, *codes])
    if len(codes) < 2 or not known or st.session_state.get("_zoek_voor") == where:
        return
    st.session_state["_zoek_voor"] = where
    _seek(bound_situation(), naam, codes, Zoekvraag())


def _fields(names: Mapping[str, str], codes: tuple[str, ...]) -> None:
    left, right = st.columns(2)
    left.selectbox("Doel", list(DOELEN), format_func=lambda d: DOELEN[Doel(d)], key="zoek_doel")
    right.selectbox("Kies", list(KEUZES), format_func=lambda k: KEUZES[Keuze(k)], key="zoek_keuze")
    with left:
        share_field()
    right.text_input("Rekentijd, ongeveer (seconden)", "10", key="zoek_seconden")
    with st.expander("Regels: partners, kleinste aantal, wie niet meedoet"):
        one, two = st.columns(2)
        one.text_input("Hoogstens partners per gemeente (leeg: geen grens)", key="zoek_partners")
        two.text_input("Ten minste personen per overeenkomst", "1", key="zoek_kleinste")
        order = sorted(codes, key=names.__getitem__)
        st.multiselect(
            "Doen niet mee", order, format_func=names.__getitem__,
            placeholder="Kies gemeenten", key="zoek_zonder",
        )  # fmt: skip
        pairs = [f"{a}-{b}" for i, a in enumerate(order) for b in order[i + 1 :]]
        st.multiselect(
            "Sluiten niets met elkaar",
            pairs if len(order) <= 30 else [],
            format_func=lambda pair: " – ".join(names[code] for code in pair.split("-")),
            placeholder="Kies paren" if len(order) <= 30 else "Alleen tot en met 30 gemeenten",
            disabled=len(order) > 30,
            key="zoek_verboden",
        )


def _question() -> Zoekvraag:
    """Return what the fields ask.

    Raises
    ------
    NoNumberError, InvalidSearchError
        If a field cannot be read.
    """
    typed = st.session_state
    rules = Regels(
        partners=_number("zoek_partners", "Hoogstens partners"),
        kleinste=_number("zoek_kleinste", "Ten minste personen") or 1,
        verboden=frozenset(frozenset(p.split("-")) for p in typed.get("zoek_verboden", [])),
    )
    seconds = _number("zoek_seconden", "Seconden") or 10
    if not 1 <= seconds <= 120:
        raise InvalidSearchError(reden="De rekentijd is 1 tot en met 120 seconden.")
    return Zoekvraag(Doel(typed["zoek_doel"]), Keuze(typed["zoek_keuze"]), rules, float(seconds))


def _number(key: str, label: str) -> int | None:
    text = st.session_state.get(key, "").strip()
    if not text:
        return None
    number = parse_count(text, label)
    if number < 1:
        raise InvalidSearchError(reden=f"{label}: vul een geheel getal van ten minste 1 in.")
    return number


def _start(naam: str, codes: tuple[str, ...]) -> None:
    _seek(bound_situation(), naam, codes, _question())


def _seek(stand: Beginstand, naam: str, codes: tuple[str, ...], question: Zoekvraag) -> None:
    st.session_state["_zoekvraag"] = repr(question)
    background.start(
        _WORK,
        _asked(stand, naam, codes),
        partial(find_apart, stand, naam, codes, question),
        question.seconden,
    )


def _asked(stand: Beginstand, naam: str, codes: tuple[str, ...]) -> str:
    """Return question and situation as text; an answer to another one is not shown."""
    origin = stand.herkomst
    asked = st.session_state.get("_zoekvraag", "")
    return "|".join([origin.scenario_sha256, origin.data_version, naam, ",".join(codes), asked])


def _show(found: Vondst, names: Mapping[str, str]) -> None:
    told, shown = st.columns(2)
    with told:
        lines = found_lines(found, state.scenario())
        st.markdown("\n".join(f"- {plain_text(line)}" for line in lines))
    if found.decompositie is None or not found.afspraken:
        return
    options = found.decompositie.oplossingen
    with told:
        number = 0
        if len(options) > 1:
            number = st.radio(
                "Oplossingen die even goed zijn",
                range(len(options)),
                format_func=lambda n: f"Oplossing {n + 1}",
                horizontal=True,
                key="zoek_oplossing",
            )
        _offer(_rows(found, options[number]))
    with shown:
        titel = f"Gevonden voor {found.regio}: oplossing {number + 1} van {len(options)}"
        show_table(
            deals_table(options[number], names), _DEALS, key="uitruil_gevonden", titel=titel,
            options=TableOptions(height=18, most=8),
        )  # fmt: skip


def _offer(rows: list[Rij]) -> None:
    with st.container(horizontal=True):
        st.button(
            "Neem dit voorstel over", type="primary", on_click=_take, args=(rows,),
            key="zoek_vervang",
        )  # fmt: skip
        if held.rows():
            st.button(
                "Voeg toe aan de afspraken die er staan", on_click=_take,
                args=([*held.rows(), *rows],), key="zoek_voeg_toe",
            )  # fmt: skip


def _rows(found: Vondst, deals: tuple[Afspraak, ...]) -> list[Rij]:
    chosen = Decompositie((deals,), 0, Methode.GROEPEN, volledig=False)
    table = voorstel_table([replace(found, decompositie=chosen)], {})
    return [Rij(*row[:3]) for row in table.itertuples(index=False)]


def _take(rows: list[Rij]) -> None:
    """Put the proposal in the table, to adjust there."""
    held.replace_rows(rows)
    go_to(AGREEMENTS)
