"""What a gemeente wins or loses when its own figure is one percent higher or lower."""

import pandas as pd
import streamlit as st

from optimiser.compare.vergelijking import Vergelijking
from optimiser.report.vergelijking.manipulatie import effect_of, effect_sentence, effects
from optimiser.teksten import load_teksten, percentage, signed, whole
from optimiser.ui.frame.meldingen import plain_text
from optimiser.ui.vergelijken.kept import own_figure_effects
from optimiser.ui.vergelijken.labels import name_of
from optimiser.ui.widgets.tables import Column, TableOptions, show_table

_ONE = percentage(0.01, 0)
_EFFECT = (
    Column("basis", "Nu", whole, "Personen met de cijfers zoals ze zijn"),
    Column("verschil_minder", f"Cijfer {_ONE} lager", signed, "Personen meer of minder"),
    Column("verschil_meer", f"Cijfer {_ONE} hoger", signed, "Personen meer of minder"),
    Column(
        "per_procent",
        f"Aandeel per {_ONE}",
        lambda value: percentage(value / 100, 2),
        "Zoveel procent verandert het exacte aandeel als het cijfer 1 % verandert",
    ),
)


def show_eigen_cijfer(found: Vergelijking, code: str, naar: str) -> None:
    """Show it for the picked gemeente under every key, and for all gemeenten under one."""
    tables = {label: own_figure_effects(found.vraag, found.keuzes[label]) for label in found.labels}
    name = str(found.gemeenten.at[code, "gemeente"])
    told = effect_sentence(effect_of(tables[naar], code), name, name_of(found.keuzes[naar]))
    st.markdown(plain_text(told))
    names = {label: name_of(keuze) for label, keuze in found.keuzes.items()}
    show_table(
        effects(tables, code, names),
        (Column("sleutel", "Sleutel"), *_EFFECT),
        key="vergelijk_cijfer",
        titel=f"Wat 1 % lager of hoger eigen cijfer doet met {name} (personen)",
    )
    with st.expander("Wat 1 % doet bij elke gemeente"):
        _every(tables[naar], found, naar)
    st.caption(load_teksten()["app"]["vergelijken"]["eigen_cijfer"])


def _every(table: pd.DataFrame, found: Vergelijking, naar: str) -> None:
    show_table(
        table.assign(gemeente=found.gemeenten["gemeente"], per_procent=table["elasticiteit"]),
        (Column("gemeente", "Gemeente"), *_EFFECT),
        key="vergelijk_cijfer_alle",
        titel=f"Eigen cijfer 1 % lager of hoger onder {name_of(found.keuzes[naar])} (personen)",
        options=TableOptions(search=True),
    )
