"""The table of agreements: type in it, or fill it with the form; add, delete."""

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from optimiser.errors import OptimiserError
from optimiser.report.papier.words import changes_in_words
from optimiser.ui.frame.meldingen import guarded
from optimiser.ui.uitruil import draft as held
from optimiser.ui.uitruil.rows import Rij, fresh_name
from optimiser.ui.uitruil.terug import pick_return, return_in
from optimiser.ui.uitruil.toets import pick_measure
from optimiser.ui.uitruil.words import say
from optimiser.ui.widgets.fields import parse_count


class NoPersonsError(OptimiserError):
    """What was typed is no whole number of persons above zero. Facts: ``invoer``."""

    code = "geen_personen"


#: Height of a row of the editor [px], and most rows that are shown at once.
ROW, SHOWN = 35, 7
_COLUMNS = ["uitruil", "gemeente", "verschil", "terug"]


def edit_rows(names: Mapping[str, str], codes: tuple[str, ...], halfjaar: str) -> list[Rij]:
    """Let the user edit the agreements; return the rows as they stand.

    Parameters
    ----------
    names
        Gm_code to name, unique, of all gemeenten that may take part.
    codes
        Those of the region: they come first in the form.
    halfjaar
        Of the situation; persons may go back in a later one.
    """
    _form(names, codes)
    above = st.container(horizontal=True, vertical_alignment="bottom")
    after = _typed(names, return_in(halfjaar))
    if held.remember(after):
        st.rerun()
    with above:
        pick_return(halfjaar)
        pick_measure()
        _delete(names, after)
    return after


def _form(names: Mapping[str, str], codes: tuple[str, ...]) -> None:
    order = [*sorted(codes, key=names.__getitem__)]
    order += sorted(set(names) - set(codes), key=names.__getitem__)
    with st.form("uitruil_toevoegen", clear_on_submit=False, enter_to_submit=True):
        st.markdown("**Afspraak toevoegen**")
        # One row: Tab walks through the fields in the order one reads them.
        left, middle, right, deal, button = st.columns([3, 3, 1, 2, 1], vertical_alignment="bottom")
        for place, label, key in (
            (left, "Geeft personen af", "uitruil_van"),
            (middle, "Neemt personen over", "uitruil_naar"),
        ):
            place.selectbox(
                label, order, format_func=names.__getitem__, index=None,
                placeholder="Typ een naam", key=key,
            )  # fmt: skip
        right.text_input("Personen", key="uitruil_aantal", autocomplete="off")
        deal.text_input(
            "Bij overeenkomst",
            key="uitruil_naam",
            autocomplete="off",
            placeholder="leeg: een nieuwe",
        )
        button.form_submit_button("Voeg toe", on_click=guarded(_add))


def _add() -> None:
    """Add both sides of an agreement; what lacks is left open in the table, not refused."""
    rows, typed = held.rows(), st.session_state
    text = typed["uitruil_aantal"].strip()
    persons = parse_count(text, "Personen") if text else None
    if persons is not None and persons < 1:
        raise NoPersonsError(invoer=text)
    name = typed["uitruil_naam"].strip() or fresh_name(rows)
    sides = ((typed["uitruil_van"], -1), (typed["uitruil_naar"], 1))
    counts = [None if persons is None else sign * persons for _, sign in sides]
    new = [Rij(name, code or "", n) for (code, _), n in zip(sides, counts, strict=True)]
    held.replace_rows([*rows, *new])
    typed["uitruil_aantal"] = ""


def _typed(names: Mapping[str, str], terug: str | None) -> list[Rij]:
    labels = dict(sorted(names.items(), key=lambda item: item[1]))
    key, start = held.table("|".join([*labels.values(), terug or ""]))
    extra = {row.gm_code: row.gm_code for row in start if row.gm_code and row.gm_code not in names}
    labels |= extra
    back = {label: code for code, label in labels.items()}
    frame = pd.DataFrame(
        [(r.uitruil, labels.get(r.gm_code), r.verschil, r.terug) for r in start], columns=_COLUMNS
    ).astype({"uitruil": "object", "gemeente": "object", "verschil": "Int64", "terug": "Int64"})
    edited = st.data_editor(
        frame,
        key=key,
        num_rows="dynamic",
        hide_index=True,
        placeholder="",
        width="stretch",
        height="auto" if len(start) < SHOWN else ROW * (SHOWN + 2),
        column_config={
            "uitruil": st.column_config.TextColumn(
                "Overeenkomst", max_chars=80, help=say("tabel_uitleg")
            ),
            "gemeente": st.column_config.SelectboxColumn("Gemeente", options=list(back)),
            "verschil": st.column_config.NumberColumn("Personen (+ of −)", step=1, format="%+d"),
            "terug": None
            if terug is None
            else st.column_config.NumberColumn(
                f"Terug in {terug} (leeg: alles)", step=1, format="%+d"
            ),
        },
    )
    cells = edited.astype(object).where(edited.notna(), None).itertuples(index=False)
    rows = [
        Rij(str(name or ""), back.get(label, label or ""), _count(n), _count(back_again))
        for name, label, n, back_again in cells
    ]
    return [row for row in rows if not row.leeg or row.uitruil]


def _count(cell: int | None) -> int | None:
    return None if cell is None else int(cell)


def _delete(names: Mapping[str, str], rows: list[Rij]) -> None:
    options: dict[str, set[int]] = {}
    for number, row in enumerate(rows):
        if row.uitruil:
            options.setdefault(f"Hele overeenkomst {row.uitruil}", set()).add(number)
    for number, row in enumerate(rows):
        told = changes_in_words([(row.gm_code, row.verschil or 0)], names)
        options[f"Rij {number + 1}: {row.uitruil}, {told}"] = {number}
    if rows:
        options["Alle rijen"] = set(range(len(rows)))
    with st.popover("Verwijderen …", disabled=not rows, key="uitruil_verwijderen"):
        picked = st.selectbox(
            "Wat verwijderen?", list(options), index=None, placeholder="Maak een keuze",
            key="uitruil_weg",
        )  # fmt: skip
        gone = options.get(picked or "", set())
        kept = [row for number, row in enumerate(rows) if number not in gone]
        st.button(
            "Verwijder", disabled=not gone, on_click=held.replace_rows, args=(kept,),
            key="uitruil_verwijder",
        )  # fmt: skip
