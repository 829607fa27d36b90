"""The measures beside the keys, what they mean, and what using a key would take."""

import pandas as pd
import streamlit as st

from optimiser.compare.vergelijking import Vergelijking
from optimiser.indicators import MATEN
from optimiser.indicators.maat import Eenheid, Richting
from optimiser.report.vergelijking.notes import notes
from optimiser.report.vergelijking.tables import definitions, keys_table, write_value
from optimiser.teksten import load_teksten
from optimiser.ui.frame import session
from optimiser.ui.frame.meldingen import plain_text
from optimiser.ui.vergelijken.labels import name_of, title_of
from optimiser.ui.widgets.tables import Column, TableOptions, show_table

#: Behind the best value of a row: words, not a colour.
BEST = " (beste)"


def measures(found: Vergelijking) -> pd.DataFrame:
    """Return the table measures x keys as text, the best of a row in words.

    Columns ``maat``, ``eenheid`` (and which way is better), and one per position of a key
    (``"0"``, ``"1"``, ...); index the name of the measure.
    """
    rows = {}
    for naam, maat in MATEN.items():
        cells = {
            str(i): write_value(naam, found.maten.at[naam, label])
            + (BEST if found.beste.at[naam, label] else "")
            for i, label in enumerate(found.labels)
        }
        better = "" if maat.richting is Richting.GEEN else f"; {maat.richting.value} is beter"
        told = {"maat": maat.titel, "eenheid": f"{unit_of(naam)}{better}"}
        rows[naam] = told | cells
    return pd.DataFrame.from_dict(rows, orient="index")


def hints() -> dict[str, str]:
    """Return the definition of every measure, by its name."""
    return {naam: maat.uitleg.definitie for naam, maat in MATEN.items()}


def unit_of(naam: str) -> str:
    """Return the unit as it is written: a part is shown as a percentage."""
    unit = MATEN[naam].eenheid
    return "procent" if unit is Eenheid.DEEL else unit.value


#: The question a measure answers, in reading order.
QUESTIONS = {
    "betaalt": (
        "verplaatst", "stijgers", "dalers", "inwoners_stijgers", "inwoners_dalers",
        "grootste_stijging", "grootste_daling", "grootste_sprong", "draagvlak_proxy",
    ),
    "inwoners": (
        "hoover_inwoners", "gini_inwoners", "theil_inwoners", "theil_tussen", "last_hoogste",
        "last_laagste",
    ),
    "woningen": (
        "hoover_vrijkomend", "gini_vrijkomend", "beslag_landelijk", "beslag_hoogste", "boven_norm",
        "personen_boven_norm", "tekort_kan", "tekort_wil",
    ),
    "stabiel": (
        "wisseling", "wisseling_hoogste", "afronding_groot", "afronding_klein",
        "afronding_opgeteld",
    ),
}  # fmt: skip


def questions() -> dict[str, tuple[str, ...]]:
    """Return every measure under its question; one that is new stands in the last."""
    placed = {naam for names in QUESTIONS.values() for naam in names}
    last = list(QUESTIONS)[-1]
    rest = tuple(naam for naam in MATEN if naam not in placed)
    return QUESTIONS | {last: (*QUESTIONS[last], *rest)}


def show_maten(found: Vergelijking) -> None:
    """Show the measures folded by question; a picked one is explained below its table."""
    titles = load_teksten()["app"]["vergelijken_vragen"]
    columns = [Column("maat", "Maat", None, "Kies een maat voor de uitleg onder de tabel")]
    columns += [
        Column(str(i), title_of(found.keuzes[k]), str, name_of(found.keuzes[k]))
        for i, k in enumerate(found.labels)
    ]
    columns.append(Column("eenheid", "Eenheid", None, "En wat beter is, als een maat dat zegt"))
    against = name_of(found.keuzes[found.tegen])
    every = measures(found)
    st.caption(load_teksten()["app"]["vergelijken"]["maten"].format(tegen=plain_text(against)))
    for number, (code, names) in enumerate(questions().items()):
        with st.expander(titles[code], expanded=number == 0):
            picked = show_table(
                every.loc[list(names)],
                columns,
                key=f"vergelijk_maten_{code}",
                titel=str(titles[code]),
                options=TableOptions(pick=True, height=200, hints=hints()),
            )
            if picked is not None:
                _explain(picked)
    with st.expander("Alle definities, bronnen en grenzen van de maten"):
        named = {"titel": "Maat", "definitie": "Definitie", "eenheid": "Eenheid"}
        named |= {"bron": "Bron", "grenzen": "Wat de maat niet zegt"}
        show_table(
            definitions(),
            [Column(naam, titel) for naam, titel in named.items()],
            key="vergelijk_definities",
            titel="Definities van de maten",
            options=TableOptions(search=True),
        )


def _explain(naam: str) -> None:
    told, unit = MATEN[naam].uitleg, unit_of(naam)
    with st.container(border=True):
        st.markdown(f"**{plain_text(told.titel)}** ({plain_text(unit)})")
        st.markdown(plain_text(told.definitie))
        st.markdown(f"Wat de maat niet zegt: {plain_text(told.grenzen)}")
        st.caption(f"Bron: {plain_text(told.bron)}")


def show_sleutels(found: Vergelijking) -> None:
    """Show legal status, own policy and perverse incentive of each key, folded."""
    named = {
        "titel": "Sleutel",
        "juridische_status": "Juridische status",
        "zelf_te_sturen": "Kan een gemeente haar aantal zelf verlagen",
        "prikkel": "Verkeerde prikkel of blinde vlek",
        "bron": "Bron",
        "beschikbaar": "Beschikbaar",
    }
    table = keys_table(found)
    table["titel"] = table["sleutel"].map(_names(found)).fillna(table["titel"])
    with st.expander("Mag het, en wat lokt het uit?"):
        show_table(
            table,
            [Column(naam, titel) for naam, titel in named.items()],
            key="vergelijk_status",
            titel="Juridische status en prikkels per sleutel",
        )


def show_noten(found: Vergelijking) -> None:
    """Show assumptions, what is missing, and where everything comes from."""
    for line in notes(found, session.gegevens(), _names(found)):
        told = line.replace("* is de beste", "(beste) is de beste")
        st.caption(plain_text(told.replace("Met --indeling ", "Met de indeling van ")))


def _names(found: Vergelijking) -> dict[str, str]:
    """Return label to name of every key that was asked for, also of one without an answer."""
    return {k.label: name_of(k) for k in (*found.vraag.keuzes, *found.keuzes.values())}
