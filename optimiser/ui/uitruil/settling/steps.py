"""What can be done with one agreement in the register; every step says who took it."""

from collections.abc import Sequence

import streamlit as st

from optimiser.errors import OptimiserError
from optimiser.register.register import Register
from optimiser.register.stand import Versie
from optimiser.ui.frame.meldingen import guarded
from optimiser.ui.uitruil import draft as held
from optimiser.ui.uitruil.kept import register
from optimiser.ui.uitruil.rows import Rij
from optimiser.uitruil.agreement import Overeenkomst
from optimiser.uitruil.states import FOLLOWS, Status

_LABELS = {
    Status.AKKOORD: "Akkoord van alle partijen",
    Status.GEMELD: "Gemeld aan COA, provincie en BZK",
    Status.VERWERKT: "Verwerkt (alle halfjaren)",
    Status.VERVALLEN: "Laat vervallen",
}


class NoNameError(OptimiserError):
    """A step in the register without a name of who takes it. No facts."""

    code = "register_geen_naam"


def show_steps(now: Versie) -> None:
    """Show the steps that may follow; each is bound to the version that is on the screen."""
    st.text_input("Opmerking bij de stap (mag leeg zijn)", key="register_opmerking")
    with st.container(horizontal=True):
        for status in FOLLOWS[now.status]:
            st.button(
                _LABELS[status], on_click=guarded(_advance), args=(now.nummer, now.versie, status),
                key=f"register_naar_{status}",
            )  # fmt: skip
        if now.status is Status.GEMELD and len(now.overeenkomst.termijnen) > 1:
            for position in now.open:
                halfjaar = position.termijn.halfjaar
                st.button(
                    f"Verwerkt in {halfjaar}", on_click=guarded(_settle),
                    args=(now.nummer, now.versie, halfjaar), key=f"register_verwerk_{halfjaar}",
                )  # fmt: skip
        st.button(
            "Zet in de tabel", on_click=_to_table, args=(now.overeenkomst,), key="register_open"
        )


def add_these(deals: Sequence[Overeenkomst]) -> None:
    """Add agreements as concepts."""
    who, book = _who(), _book()
    for deal in deals:
        book.add(deal, who)


def change_this(nummer: int, gelezen: int, deal: Overeenkomst) -> None:
    """Replace the content of a concept, unless somebody else was first."""
    _book().change(nummer, gelezen, deal, _who())


def _advance(nummer: int, gelezen: int, status: Status) -> None:
    note = st.session_state.get("register_opmerking", "").strip()
    _book().advance(nummer, gelezen, status, _who(), note)


def _settle(nummer: int, gelezen: int, halfjaar: str) -> None:
    _book().settle(nummer, gelezen, halfjaar, _who())


def _to_table(deal: Overeenkomst) -> None:
    """Add the first half-year of an agreement to the table, in place of one of the same name."""
    kept = [row for row in held.rows() if row.uitruil.strip() != deal.naam]
    new = [Rij(deal.naam, code, count) for code, count in deal.termijnen[0].verschillen]
    held.replace_rows([*kept, *new])


def _book() -> Register:
    book = register(make=True)
    if book is None:
        msg = "a register that was made is there"
        raise ValueError(msg)
    return book


def _who() -> str:
    who: str = st.session_state.get("register_wie", "").strip()
    if not who:
        raise NoNameError
    return who
