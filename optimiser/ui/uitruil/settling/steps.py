"""What can be done with one agreement in the register; every step says who took it."""

from collections.abc import Mapping, Sequence

import streamlit as st

from optimiser.register.stand import Versie
from optimiser.ui.frame.meldingen import guarded
from optimiser.ui.uitruil import draft as held
from optimiser.ui.uitruil.settling.approvals import show_approval
from optimiser.ui.uitruil.settling.hand import book, user
from optimiser.ui.uitruil.steps import AGREEMENTS, go_to
from optimiser.ui.uitruil.terug import set_return, table_rows
from optimiser.uitruil.agreement import Overeenkomst
from optimiser.uitruil.states import FOLLOWS, Status

_LABELS = {
    Status.GEMELD: "Gemeld aan COA, provincie en BZK",
    Status.VERWERKT: "Verwerkt (alle halfjaren)",
    Status.VERVALLEN: "Laat vervallen",
}


def show_steps(now: Versie, names: Mapping[str, str]) -> None:
    """Show the steps that may follow; each is bound to the version that is on the screen."""
    if now.status is Status.CONCEPT:
        show_approval(now, names)
    st.text_input("Opmerking bij de stap (bij een stap terug: de reden)", key="register_opmerking")
    with st.container(horizontal=True):
        for status in FOLLOWS[now.status]:
            if status is Status.AKKOORD:
                continue
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
        if now.status is not Status.CONCEPT:
            st.button(
                "Neem de laatste stap terug", on_click=guarded(_step_back),
                args=(now.nummer, now.versie), key="register_terug",
            )  # fmt: skip
        st.button(
            "Zet in de tabel",
            on_click=guarded(_to_table),
            args=(now.overeenkomst,),
            key="register_open",
        )


def add_these(deals: Sequence[Overeenkomst], again: bool) -> None:
    """Add agreements as concepts; ``again`` if the user said that one is a second one."""
    who = user()
    book().add_all(deals, who, again=again)


def change_this(nummer: int, gelezen: int, deal: Overeenkomst) -> None:
    """Replace the content of a concept, unless somebody else was first."""
    book().change(nummer, gelezen, deal, user())


def _advance(nummer: int, gelezen: int, status: Status) -> None:
    note = st.session_state.get("register_opmerking", "").strip()
    book().advance(nummer, gelezen, status, user(), note)


def _step_back(nummer: int, gelezen: int) -> None:
    note = st.session_state.get("register_opmerking", "")
    book().step_back(nummer, gelezen, user(), note)


def _settle(nummer: int, gelezen: int, halfjaar: str) -> None:
    book().settle(nummer, gelezen, halfjaar, user())


def _to_table(deal: Overeenkomst) -> None:
    """Add an agreement to the table, in place of one of the same name; what goes back too."""
    kept = [row for row in held.rows() if row.uitruil.strip() != deal.naam]
    told = [
        (deal.naam, c, n, term.halfjaar) for term in deal.termijnen for c, n in term.verschillen
    ]
    new, later = table_rows(told, deal.termijnen[0].halfjaar)
    if later is not None:
        set_return(later)
    held.replace_rows([*kept, *new])
    go_to(AGREEMENTS)
