"""Who takes over: what provinces or regions lose and gain, from true totals."""

import streamlit as st

from optimiser.compare.changes.stromen import Stromen, sum_stromen
from optimiser.compare.vergelijking import Vergelijking
from optimiser.gegevens.gegevens import GROUPINGS
from optimiser.teksten import counted, load_teksten, signed, whole
from optimiser.teksten.gebieden import gebied_titel
from optimiser.ui.frame import session
from optimiser.ui.frame.meldingen import plain_text
from optimiser.ui.vergelijken.labels import name_of
from optimiser.ui.widgets.tables import Column, TableOptions, show_table

#: Most regions for which the matrix is readable; with more only the totals are shown.
MOST = 15


def show_stromen(found: Vergelijking, naar: str) -> None:
    """Show per region what it loses and gains, and between which regions it then moves."""
    kind = str(
        st.segmented_control(
            "Tussen",
            list(GROUPINGS),
            default=GROUPINGS[0],
            required=True,
            format_func=gebied_titel,
            key="tussen",
            bind="query-params",
        )
    )
    persons = [found.gemeenten[label] for label in (found.tegen, naar)]
    groups = session.gegevens().regios_of(kind, found.gemeenten.index)
    flows = sum_stromen(persons[0], persons[1], groups)
    st.markdown(_headline(flows, name_of(found.keuzes[naar])))
    if flows.matrix.empty or max(flows.matrix.shape) > MOST:
        _totals(flows, kind)
    else:
        left, right = st.columns([4, 5])
        with left:
            _totals(flows, kind)
        with right:
            _matrix(flows)
    st.caption(load_teksten()["app"]["vergelijken"]["stromen"])


def _headline(flows: Stromen, key: str) -> str:
    saldo = flows.regios["saldo"]
    across = int(saldo.clip(lower=0).sum())
    moved = int(flows.regios["meer"].sum())
    if not across:
        told = load_teksten()["app"]["vergelijken"]["stromen_geen"]
        return str(told.format(verschuift=counted(moved, "persoon", "personen")))
    most, least = str(saldo.idxmax()), str(saldo.idxmin())
    facts = {
        "sleutel": plain_text(key),
        "verschuift": counted(moved, "persoon", "personen"),
        "over": whole(across),
        "meeste": plain_text(most),
        "winst": signed(int(saldo[most])),
        "minste": plain_text(least),
        "verlies": signed(int(saldo[least])),
    }
    return str(load_teksten()["app"]["vergelijken"]["stromen_kop"].format_map(facts))


def _totals(flows: Stromen, kind: str) -> None:
    titel = gebied_titel(kind)
    columns = (
        Column("regio", titel),
        Column("minder", "Minder", whole, "Som van de gemeenten die minder krijgen, in personen"),
        Column("meer", "Meer", whole, "Som van de gemeenten die meer krijgen, in personen"),
        Column("binnen", "Blijft binnen", whole, "Wat binnen het gebied van gemeente wisselt"),
        Column("saldo", "Per saldo", signed, "Meer min minder, in personen"),
    )
    table = flows.regios.sort_values("saldo").rename_axis("regio").reset_index()
    sums: dict[str, object] = {
        name: int(table[name].sum()) for name in ("minder", "meer", "binnen", "saldo")
    }
    show_table(
        table,
        columns,
        key="vergelijk_stromen",
        titel=f"Wat elk gebied afgeeft en overneemt, per {titel.lower()} (personen)",
        options=TableOptions(totals={"regio": "Totaal"} | sums, height=30),
    )


def _matrix(flows: Stromen) -> None:
    matrix = flows.matrix
    table = matrix.rename_axis("van").reset_index().assign(som=list(matrix.sum(axis=1)))
    columns = [Column("van", "Van \N{DOWNWARDS ARROW} naar \N{RIGHTWARDS ARROW}")]
    columns += [Column(str(name), str(name), _or_dash) for name in matrix.columns]
    columns.append(Column("som", "Totaal", whole))
    sums: dict[str, object] = {str(name): int(matrix[name].sum()) for name in matrix.columns}
    show_table(
        table,
        columns,
        key="vergelijk_matrix",
        titel="Van welk gebied naar welk gebied (personen; naar rato verdeeld)",
        options=TableOptions(totals={"van": "Totaal", "som": int(table["som"].sum())} | sums),
    )


def _or_dash(value: int) -> str:
    return whole(value) if value else "–"
