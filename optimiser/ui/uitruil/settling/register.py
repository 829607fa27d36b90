"""The register on the page: add what is in the table, take steps, look back."""

from collections.abc import Sequence

import streamlit as st

from optimiser.errors import OptimiserError
from optimiser.io.register_place import chosen_name, own_place, place_in_words
from optimiser.register.errors import RegisterMissingError
from optimiser.register.stand import Versie
from optimiser.report.uitruil.table import names_by_code
from optimiser.teksten import Melding, melding_for
from optimiser.ui.frame import state
from optimiser.ui.frame.admission import may
from optimiser.ui.frame.meldingen import guarded, plain_text
from optimiser.ui.uitruil.kept import register
from optimiser.ui.uitruil.settling.overview import (
    pick_versions,
    show_history,
    show_parties,
    show_reminders,
    show_versions,
)
from optimiser.ui.uitruil.settling.steps import add_these, change_this, show_steps
from optimiser.ui.uitruil.words import say
from optimiser.ui.widgets.fields import ask_name
from optimiser.uitruil.agreement import Overeenkomst
from optimiser.uitruil.states import BINDING, Status
from optimiser.uitruil.toets.beginstand import Beginstand
from optimiser.uitruil.voorstel import Voorstel, from_overeenkomst
from optimiser.zicht.werkruimte import Rol


def running_agreements(
    halfjaar: str, voorstellen: Sequence[Voorstel]
) -> tuple[list[Voorstel], Melding | None]:
    """Return what already binds in a half-year, apart from what the table itself holds.

    A register that cannot be read does not stop the page: the message says what is not tested.
    """
    own = {(one.naam, one.verschillen) for one in voorstellen}
    try:
        book = register()
        if book is None and not own_place():
            raise RegisterMissingError(register=chosen_name())
        versions = () if book is None else book.stand(BINDING)
    except OptimiserError as error:
        return [], melding_for(error, in_app=True)
    terms = (from_overeenkomst(one.overeenkomst, halfjaar, one.nummer) for one in versions)
    found = [term for term in terms if term is not None]
    return [term for term in found if (term.naam, term.verschillen) not in own], None


def show_register(stand: Beginstand, deals: Sequence[Overeenkomst]) -> None:
    """Show the register, and what can be done with one agreement."""
    st.markdown(say("register_uitleg"))
    st.caption(place_in_words())
    allowed = may(Rol.VASTSTELLER)
    if allowed:
        ask_name("Uw naam (komt in het register)", **state.remembered("register_wie"))
    book = register()
    if book is None and not own_place():
        st.warning(say("register_geen"))
        st.button("Maak hier een register", on_click=guarded(_make), key="register_maak")
        return
    versions = () if book is None else book.stand()
    if allowed:
        _offer_to_add(versions, deals)
    else:
        st.caption(say("register_lezen"))
    if not versions:
        st.markdown("Het register is nog leeg.")
        return
    names = names_by_code(stand)
    shown = pick_versions(versions, names)
    show_versions(shown, names)
    show_reminders(versions)
    if book is not None:
        st.caption(say("register_kop").format(kop=book.kop()))
    _one(shown, names, deals)


def _offer_to_add(versions: Sequence[Versie], deals: Sequence[Overeenkomst]) -> None:
    here = [v.overeenkomst for v in versions if v.status is not Status.VERVALLEN]
    new = [deal for deal in deals if deal not in here]
    twice = {one.termijnen for one in here} & {one.termijnen for one in new}
    again = bool(twice) and st.checkbox(say("register_nogmaals"), key="register_nogmaals")
    st.button(
        "Zet de afspraken uit de tabel als concept in het register",
        disabled=not new,
        on_click=guarded(add_these),
        args=(new, again),
        key="register_voeg_toe",
    )
    if not new:
        st.caption(say("register_staat_er" if deals else "register_eerst_goed"))


def _make() -> None:
    register(make=True)


def _one(versions: Sequence[Versie], names: dict[str, str], deals: Sequence[Overeenkomst]) -> None:
    told = {v.nummer: f"{v.nummer}: {v.overeenkomst.naam}" for v in versions}
    if len(told) == 1:  # nothing to choose
        st.session_state["register_nummer"] = next(iter(told))
    number = st.selectbox(
        "Bekijk of wijzig een overeenkomst", list(told), index=None,
        placeholder="Kies een nummer", format_func=told.__getitem__, key="register_nummer",
    )  # fmt: skip
    if number is None:
        return
    now = next(v for v in versions if v.nummer == number)
    allowed = may(Rol.VASTSTELLER)
    if allowed:
        show_steps(now, names)
    same = [deal for deal in deals if deal.naam == now.overeenkomst.naam]
    if allowed and now.status is Status.CONCEPT and same and same[0] != now.overeenkomst:
        st.button(
            "Vervang dit concept door de afspraak met dezelfde naam uit de tabel",
            on_click=guarded(change_this), args=(now.nummer, now.versie, same[0]),
            key="register_wijzig",
        )  # fmt: skip
    show_parties(now)
    book = register()
    history = () if book is None else book.history(number)
    with st.expander(f"Geschiedenis van {plain_text(now.overeenkomst.naam)}"):
        show_history(history, names)
