"""The register as tables: which agreements are shown, their parties, their history."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

import pandas as pd
import streamlit as st

from optimiser.datapunt.held import grootboek_key, read_grootboek
from optimiser.errors import OptimiserError
from optimiser.register.stand import Versie
from optimiser.report.papier.words import sort_name
from optimiser.report.uitruil.registered.carried_out import Uitgevoerd, read_carried_out
from optimiser.report.uitruil.registered.herinneringen import (
    herinneringen,
    herinneringen_ics,
    herinneringen_table,
)
from optimiser.report.uitruil.registered.register_table import (
    changes_text,
    gemeente_table,
    local_time,
)
from optimiser.teksten import signed, whole
from optimiser.ui.frame import session, state
from optimiser.ui.frame.admission import zicht
from optimiser.ui.uitruil.words import say
from optimiser.ui.widgets.downloads import offer_file
from optimiser.ui.widgets.tables import Column, TableOptions, show_table
from optimiser.uitruil.states import Status

_COLUMNS = (
    Column("naam", "Overeenkomst"),
    Column("nummer", "Nummer", whole),
    Column("status", "Status"),
    Column("halfjaren", "Halfjaar"),
    Column("partijen", "Wie en hoeveel"),
    Column("open", "Nog uit te voeren"),
    Column("versie", "Versie", whole),
    Column("wie", "Laatst door"),
    Column("tijdstip", "Op (Nederlandse tijd)"),
)
_HISTORY = (
    Column("tijdstip", "Op (Nederlandse tijd)"),
    Column("versie", "Versie", whole),
    Column("wie", "Wie"),
    Column("wat", "Wat"),
    Column("status", "Status daarna"),
    Column("partijen", "Wie en hoeveel"),
    Column("opmerking", "Opmerking"),
    Column("controle", "Controlegetal"),
)
_PARTIES = (
    Column("halfjaar", "Halfjaar"),
    Column("gemeente", "Gemeente"),
    Column("verschil", "Verschil", signed, "In personen"),
    Column("goedgekeurd", "College akkoord"),
    Column("uitgevoerd", "Uitgevoerd"),
    Column("realisatie", "Realisatie", None, "Gehuisvest in dat halfjaar, in personen"),
    Column("saldo", "Saldo", None, "Nog te huisvesten na dat halfjaar; een min is een voorsprong"),
    Column("peildatum", "Peildatum"),
)
_REMINDERS = (
    Column("voor", "Vóór"),
    Column("nummer", "Nummer", whole),
    Column("uitruil", "Overeenkomst"),
    Column("halfjaar", "Halfjaar"),
    Column("wat", "Wat"),
)
_ALL = "alle"


def pick_versions(versions: Sequence[Versie], names: Mapping[str, str]) -> list[Versie]:
    """Let the user pick which agreements to see: of a gemeente, a half-year, in a state."""
    codes = {code for one in versions for code in one.overeenkomst.partijen}
    halves = sorted({t.halfjaar for one in versions for t in one.overeenkomst.termijnen})
    called = {code: names.get(code, code) for code in codes}
    ordered = sorted(called, key=lambda code: sort_name(called[code]))
    with st.container(horizontal=True):
        gemeente = _filter("Gemeente", "gemeente", ordered, called)
        halfjaar = _filter("Halfjaar", "halfjaar", halves)
        status = _filter("Status", "status", [str(one) for one in Status])
    found = [
        one
        for one in versions
        if (gemeente == _ALL or gemeente in one.overeenkomst.partijen)
        and (halfjaar == _ALL or halfjaar in [t.halfjaar for t in one.overeenkomst.termijnen])
        and status in (_ALL, str(one.status))
    ]
    if not found:
        st.info(say("register_geen_gevonden"))
    return found


def _filter(
    label: str, word: str, options: Sequence[str], called: Mapping[str, str] | None = None
) -> str:
    bound = state.remembered(f"register_bij_{word}", _ALL)
    if st.session_state[bound["key"]] not in options:
        st.session_state[bound["key"]] = _ALL
    names = called or {}
    picked = st.selectbox(
        label, [_ALL, *options], format_func=lambda one: names.get(one, one), width=220, **bound
    )
    return str(picked)


def show_versions(versions: Sequence[Versie], names: Mapping[str, str]) -> None:
    """Show agreements as they stand."""
    if not versions:
        return
    show_table(
        _table(versions, names).set_index("nummer", drop=False),
        _COLUMNS,
        key="uitruil_register",
        titel="Register van overeenkomsten",
        options=TableOptions(search=len(versions) > 8),
    )


def show_parties(now: Versie) -> None:
    """Show per half-year and gemeente what was agreed, and what the data point says was done."""
    table = gemeente_table([now], _carried_out(now))
    show_table(
        table, _PARTIES, key="uitruil_partijen", titel="Per gemeente: afgesproken en gerealiseerd"
    )
    st.caption(say("realisatie_bron"))


def show_history(history: Sequence[Versie], names: Mapping[str, str]) -> None:
    """Show everything that happened to an agreement."""
    show_table(_table(history, names), _HISTORY, key="uitruil_historie", titel="Geschiedenis")


def show_reminders(versions: Sequence[Versie]) -> None:
    """Show what must still happen and before which day, with a file for a calendar."""
    found = herinneringen(versions)
    if not found:
        return
    with st.expander(f"Wat nog moet gebeuren ({len(found)}), eerst vóór {found[0].dag:%d-%m-%Y}"):
        show_table(
            herinneringen_table(found), _REMINDERS, key="uitruil_herinneringen",
            titel="Wat nog moet gebeuren",
        )  # fmt: skip
        offer_file(
            "Herinneringen (agenda)",
            lambda: herinneringen_ics(found, datetime.now(UTC)),
            naam="uitruil-herinneringen.ics", mime="text/calendar", key="register_agenda",
        )  # fmt: skip


def _carried_out(now: Versie) -> Uitgevoerd:
    halves = sorted({term.halfjaar for term in now.overeenkomst.termijnen})
    try:
        told = (*grootboek_key(), *halves)
        return session.kept(
            "uitgevoerd", told, lambda: read_carried_out(read_grootboek(zicht()), halves)
        )
    except OptimiserError:
        return {}


def _table(versions: Sequence[Versie], names: Mapping[str, str]) -> pd.DataFrame:
    rows = [
        {
            "nummer": one.nummer,
            "naam": one.overeenkomst.naam,
            "status": str(one.status),
            "halfjaren": ", ".join(term.halfjaar for term in one.overeenkomst.termijnen),
            "partijen": changes_text(one, names),
            "open": ", ".join(position.termijn.halfjaar for position in one.open) or "niets",
            "versie": one.versie,
            "wie": one.wie,
            "wat": one.wat,
            "tijdstip": local_time(one.tijdstip),
            "opmerking": one.opmerking,
            "controle": one.sha256[:12],
        }
        for one in versions
    ]
    return pd.DataFrame(rows)
