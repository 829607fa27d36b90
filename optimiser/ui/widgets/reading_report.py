"""How a file was read, shown before anything is taken over; open questions are answered here."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial

import pandas as pd
import streamlit as st

from optimiser.errors import OptimiserError
from optimiser.io.reading.door import FileTable, examine
from optimiser.io.reading.questions import (
    Answers,
    CodeColumnChoiceError,
    SheetChoiceError,
    Wanted,
)
from optimiser.io.reading.report import report_lines
from optimiser.io.reading.rows.cell_numbers import ASKED
from optimiser.teksten import load_teksten
from optimiser.ui.frame.meldingen import guarded, plain_text
from optimiser.ui.widgets.tables import Column, show_table

_DECIMALS = {"": "(nog te kiezen)", ",": "komma: 1.234 is twaalfhonderdvierendertig",
             ".": "punt: 1.234 is iets meer dan één"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reading:
    """What a page does with files.

    Attributes
    ----------
    key
        Dutch, unique over all pages.
    wanted
        What the table is for.
    faults
        What else is wrong with a table that was read well, in Dutch.
    use
        Takes the table over; called by the button.
    """

    key: str
    wanted: Wanted
    faults: Callable[[FileTable], Sequence[str]]
    use: Callable[[str, bytes, FileTable], None]


def brought(reading: Reading, naam: str, inhoud: bytes) -> None:
    """Keep a file that was brought, until the user says that it was read well.

    Raises
    ------
    OptimiserError
        If it cannot be read and no answer would help; nothing is kept then.
    """
    forget(reading.key)
    # Which sheet or column it is, the page asks.
    with suppress(SheetChoiceError, CodeColumnChoiceError):
        examine(inhoud, naam, wanted=reading.wanted)
    st.session_state[_place(reading.key)] = (naam, inhoud, Answers())


def forget(key: str) -> None:
    """Put a file away that was not taken over."""
    st.session_state.pop(_place(key), None)


def show_reading(reading: Reading) -> None:
    """Show how the file that was brought is read, with its faults, and the button Klopt."""
    held = st.session_state.get(_place(reading.key))
    if held is None:
        return
    naam, inhoud, answers = held
    texts = load_teksten()["app"]["lezen"]
    with st.container(border=True):
        st.header(texts["kop"])
        st.markdown(f"**{plain_text(naam)}**")
        try:
            table = examine(inhoud, naam, answers, reading.wanted)
        except SheetChoiceError as error:
            _ask(reading.key, "sheet", texts["blad"], _names(error.params["bladen"]))
        except CodeColumnChoiceError as error:
            _ask(reading.key, "code_column", texts["kolom"], _names(error.params["kolommen"]))
        else:
            _show(reading, naam, inhoud, table)
        st.button(
            texts["weg"], key=f"lezen_{reading.key}_weg", on_click=forget, args=(reading.key,)
        )


def _show(reading: Reading, naam: str, inhoud: bytes, table: FileTable) -> None:
    texts = load_teksten()["app"]["lezen"]
    st.markdown("\n".join(f"- {plain_text(line)}" for line in report_lines(table.report)))
    if rows := list(table.report.first):
        first = pd.DataFrame(rows, index=[str(n) for n in table.rows[: len(rows)]]).astype(object)
        columns = [Column(str(name), str(name), leeg="") for name in first.columns]
        show_table(first, columns, key=f"lezen_{reading.key}_rijen", titel=texts["rijen"])
    faults = list(table.faults) or list(reading.faults(table))
    if any(ASKED in fault for fault in faults):
        _ask(reading.key, "decimal", texts["decimaal"], list(_DECIMALS), _DECIMALS.get)
    if faults:
        show_table(
            pd.DataFrame({"fout": faults}, index=[str(i) for i in range(len(faults))]),
            [Column("fout", "Wat er niet klopt, per rij en kolom")],
            key=f"lezen_{reading.key}_fouten",
            titel=f"Fouten in het bestand: {len(faults)}",
        )
    st.button(
        texts["klopt"],
        key=f"lezen_{reading.key}_klopt",
        type="primary",
        disabled=bool(faults),
        on_click=guarded(partial(_take, reading, naam, inhoud, table)),
    )


def _take(reading: Reading, naam: str, inhoud: bytes, table: FileTable) -> None:
    reading.use(naam, inhoud, table)
    forget(reading.key)


def _ask(
    key: str,
    field: str,
    question: str,
    options: Sequence[str],
    shown: Callable[[str], str | None] | None = None,
) -> None:
    """Ask one thing; the answer is kept and the file is read again with it."""
    widget = f"lezen_{key}_{field}"

    def answered() -> None:
        naam, inhoud, answers = st.session_state[_place(key)]
        picked = st.session_state[widget]
        st.session_state[_place(key)] = (naam, inhoud, replace(answers, **{field: picked}))

    st.selectbox(
        question,
        options,
        index=None if shown is None else 0,
        placeholder="Kies",
        format_func=lambda one: str(shown(one) if shown else one),
        key=widget,
        on_change=guarded(answered),
    )


def _names(told: object) -> list[str]:
    listed = told if isinstance(told, list) else [told]
    return [str(one).removesuffix(" (verborgen)") for one in listed]


def _place(key: str) -> str:
    return f"_lezen_{key}"


def faults_of(check: Callable[[], object]) -> list[str]:
    """Return what a check has against a table, one fault a line; nothing if it passes."""
    try:
        check()
    except OptimiserError as error:
        listed = error.params.get("lijst") or (str(error.params.get("fouten", error)),)
        return [str(one) for one in listed]  # type: ignore[attr-defined]
    return []
