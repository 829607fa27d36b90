"""The immediate test of the table, in plain Dutch, per agreement and for all together."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pandas as pd
import streamlit as st

from optimiser.report.uitruil.table import (
    finding_text,
    names_by_code,
    region_lines,
    toets_table,
)
from optimiser.teksten import counted, decimal, signed, whole
from optimiser.teksten.zinnen import sentence
from optimiser.ui.frame.meldingen import plain_text
from optimiser.ui.uitruil.cards import both_claims
from optimiser.ui.uitruil.words import MATEN, OORDELEN
from optimiser.ui.widgets.tables import UNKNOWN, Column, TableOptions, show_table
from optimiser.uitruil.toets.beginstand import Beginstand
from optimiser.uitruil.toets.bevinding import Bevinding, Ernst
from optimiser.uitruil.toets.check import check_uitruil
from optimiser.uitruil.toets.measures import Voorkeur
from optimiser.uitruil.toets.uitslag import Toetsuitslag, Uitslag
from optimiser.uitruil.toets.vooruit import Vooruitslag
from optimiser.uitruil.voorstel import Voorstel

_SIGNS = {Ernst.FOUT: "✖ Mag niet", Ernst.WAARSCHUWING: "⚠ Let op", Ernst.INFORMATIE: "Ter info"}
#: Up to so many agreements their findings are open at once; of more, one is picked.
FEW = 3
#: Tables of many agreements scroll, so that what was found stays in sight.
_LOW = TableOptions(height=18, most=8)
_COLUMNS = (
    Column("uitruil", "Overeenkomst"),
    Column("gemeente", "Gemeente"),
    Column("mag", "Oordeel", None, "Of deze overeenkomst op zichzelf kan doorgaan"),
    Column("formule", "Formule", whole, "Taakstelling volgens de formule, in personen"),
    Column("bindend", "Al bindend", signed, "Wat al bindende overeenkomsten wijzigen, in personen"),
    Column("verschil", "Deze", signed, "Wat deze overeenkomst wijzigt, in personen"),
    Column("na", "Na", whole, "Taakstelling na deze overeenkomst, in personen"),
    Column("per_1000", "Per 1.000 inw.", None, "Vóór en na, personen per 1.000 inwoners"),
    Column("beslag", "Beslag", None, "Vóór en na, deel van de vrijkomende corporatiewoningen"),
    Column("beter", "Partij is", None, "Naar de gekozen maat"),
)


def run_test(
    voorstellen: Sequence[Voorstel], stand: Beginstand, lopend: Sequence[Voorstel]
) -> Toetsuitslag:
    """Test the agreements by the measure that the user picked."""
    return check_uitruil(voorstellen, stand, picked_measure(), lopend)


def picked_measure() -> Voorkeur:
    """Return the measure by which a party is better off; in the address as ``maat``."""
    wanted = st.session_state.get("maat") or st.query_params.get("maat")
    return Voorkeur(wanted) if wanted in set(Voorkeur) else Voorkeur.GELIJKMATIG


def pick_measure() -> None:
    """Let the user say when a party is better off."""
    st.selectbox(
        "Wanneer is een partij beter af?",
        list(Voorkeur),
        format_func=lambda maat: MATEN[Voorkeur(maat)],
        key="maat",
        bind="query-params",
        width=420,
    )


def show_test(uitslag: Toetsuitslag) -> None:
    """Show the verdict, the numbers per party, and every finding with its reason."""
    _verdict(uitslag)
    names = names_by_code(uitslag.stand)
    show_table(
        _rows(uitslag), _COLUMNS, key="uitruil_toets", titel="Toets per overeenkomst en gemeente",
        options=_LOW,
    )  # fmt: skip
    _findings(uitslag, names)
    grave = [found for found in uitslag.samen if found.ernst is not Ernst.INFORMATIE]
    rest = [found for found in uitslag.samen if found.ernst is Ernst.INFORMATIE]
    if grave:
        st.markdown(f"**Alle overeenkomsten samen**\n\n{_lines(grave, names)}")
    sums = [f"- {plain_text(line)}." for line in region_lines(uitslag)]
    total = f"Nederland: {whole(uitslag.som_voor)} personen vóór en {whole(uitslag.som_na)} na"
    with st.expander("De sommen, wat is aangenomen en wat niet is getoetst"):
        st.markdown("\n".join([f"- {total}.", *sums, _lines(rest, names, bare=True)]))


def show_later(outcome: Toetsuitslag | Vooruitslag, halfjaar: str) -> None:
    """Show the road of every party in the half-year in which persons go back."""
    table = toets_table([outcome])
    if table.empty:
        return
    refused = [text for text in table["reden"].unique() if text]
    table["mag"] = table["mag"].map({"ja": "✔ mag", "nee": "✖ mag niet"})
    unknown = isinstance(outcome, Vooruitslag)
    empty = "niet bekend" if unknown else UNKNOWN
    columns = [replace(column, leeg=empty) for column in _COLUMNS if column.naam in table]
    title = f"Toets van wat teruggaat in {halfjaar}"
    with st.expander(title, expanded=bool(refused) or len(table) <= 2 * FEW):
        show_table(table, columns, key="uitruil_toets_later", titel=title, options=_LOW)
        if unknown:
            st.caption(sentence("bevindingen", "nog_niet_bekendgemaakt", {"halfjaar": halfjaar}))
        if refused:
            st.error(plain_text(" ".join(refused)))


def _findings(uitslag: Toetsuitslag, names: Mapping[str, str]) -> None:
    """Show what was found per agreement; of many, one at a time, the refused ones first."""
    shown = uitslag.uitslagen
    if len(shown) > FEW:
        by_name = {one.voorstel.naam: one for one in sorted(shown, key=lambda one: one.mag)}
        naam = st.selectbox(
            "Bekijk de bevindingen van één overeenkomst",
            list(by_name),
            format_func=lambda naam: _heading(by_name[naam]),
            key="uitruil_bevindingen",
        )
        st.markdown(_lines(by_name[naam].bevindingen, names))
        return
    for one in shown:
        with st.expander(plain_text(_heading(one)), expanded=True):
            st.markdown(_lines(one.bevindingen, names))


def _heading(one: Uitslag) -> str:
    notes = sum(found.ernst is not Ernst.INFORMATIE for found in one.bevindingen)
    word = "✔ kan doorgaan" if one.mag else "✖ kan niet doorgaan"
    told = counted(notes, "opmerking", "opmerkingen") if notes else "geen opmerkingen"
    return f"{one.voorstel.naam}: {word}, {told}"


def _verdict(uitslag: Toetsuitslag) -> None:
    number = counted(len(uitslag.uitslagen), "overeenkomst", "overeenkomsten")
    refused = [plain_text(one.voorstel.naam) for one in uitslag.uitslagen if not one.mag]
    if uitslag.mag:
        st.success(f"**Kan doorgaan.** {number}, samen som nul; niemand anders verandert.")
    elif refused:
        st.error(f"**Kan zo niet doorgaan.** Niet in orde: {', '.join(refused)}.")
    else:
        st.error("**Kan zo niet doorgaan.** Elk apart is in orde, maar samen niet; zie hieronder.")


def _lines(findings: Sequence[Bevinding], names: Mapping[str, str], *, bare: bool = False) -> str:
    """Write findings as a list, the gravest first; ``bare`` leaves out how grave they are."""
    order = list(Ernst)
    ranked = sorted(findings, key=lambda found: order.index(found.ernst))
    told = (("" if bare else f"{_SIGNS[f.ernst]}: ", finding_text(f, names)) for f in ranked)
    return "\n".join(f"- {sign}{plain_text(text)}" for sign, text in told)


def _rows(uitslag: Toetsuitslag) -> pd.DataFrame:
    rows = [
        {
            "uitruil": one.voorstel.naam,
            "gemeente": row.gemeente,
            "mag": "✔ mag" if one.mag else "✖ mag niet",
            "formule": row.formule,
            "bindend": row.bindend,
            "verschil": row.verschil,
            "na": row.na,
            "per_1000": f"{decimal(row.per_1000_voor, 2)} → {decimal(row.per_1000_na, 2)}",
            "beslag": both_claims(row),
            "beter": OORDELEN[row.oordeel],
        }
        for one in uitslag.uitslagen
        for row in one.rijen
    ]
    return pd.DataFrame(rows, columns=[column.naam for column in _COLUMNS])
