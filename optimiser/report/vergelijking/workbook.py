"""The workbook of a comparison: live sums and differences, definitions, sources, provenance."""

from collections.abc import Mapping, Sequence

import pandas as pd

from optimiser.compare.changes.groepen import is_without_group
from optimiser.compare.changes.splitsing import splitsing_alle
from optimiser.compare.vergelijking import Vergelijking
from optimiser.gegevens.gegevens import Gegevens
from optimiser.io.writing.workbook import Formula, Sheet, to_xlsx
from optimiser.report.vergelijking.notes import notes, takeover_note
from optimiser.report.vergelijking.tables import (
    MISSING,
    definitions,
    group_names,
    groups_table,
    keys_table,
    measures_numbers,
    outliers_table,
    takeover_table,
)

_WHOLE = "#,##0"
_SIGNED = "+#,##0;-#,##0;0"
_SHEET = "Gemeenten"
#: Criterion of SUMIF for gemeenten that belong to no group.
EMPTY = '""'


def workbook(
    gevonden: Vergelijking, gegevens: Gegevens, sources: pd.DataFrame | None = None
) -> bytes:
    """Return a comparison as an XLSX file.

    Parameters
    ----------
    gevonden
        The comparison.
    gegevens
        For the regions.
    sources
        Rows of the embedded sources, one file a row; left out when None.

    Returns
    -------
    bytes
        Sheets Maten, Sleutels, Gemeenten (differences and sums are formulas), one per grouping
        (sums per group are formulas on Gemeenten), Uitschieters, one Overname per key,
        Definities, Bronnen, Herkomst.
    """
    labels, rows = gevonden.labels, gevonden.gemeenten
    width = dict.fromkeys([*labels, "inwonertal", "was", "wordt"], _WHOLE)
    sheets = [
        Sheet("Maten", measures_numbers(gevonden), (), dict.fromkeys(labels, "#,##0.0000")),
        Sheet("Sleutels", keys_table(gevonden)),
        _gemeenten(gevonden, gegevens),
    ]
    where = list(_columns(gevonden, gegevens))
    for name in group_names():
        if rows[name].notna().any() if name in rows else True:
            sheets.append(_group(gevonden, name, where, gegevens))
    split = splitsing_alle(gevonden, gegevens).fillna(MISSING)
    parts = dict.fromkeys(("theil", "tussen", "binnen"), "0.000000") | {"deel_tussen": "0.0%"}
    sheets.append(Sheet("Splitsing", split, (), parts))
    sheets.append(
        Sheet("Uitschieters", outliers_table(gevonden), (), width | {"verschil": _SIGNED})
    )
    for number, label in enumerate(labels[1:], start=1):
        if _closes(gevonden, label):
            table = takeover_table(gevonden, label, gegevens)
            formats = dict.fromkeys(("minder", "meer", "binnen"), _WHOLE) | {"saldo": _SIGNED}
            sheets.append(Sheet(f"Overname {number}", table, (), formats))
    sheets.append(Sheet("Definities", definitions()))
    if sources is not None:
        sheets.append(Sheet("Bronnen", sources))
    lines = [*notes(gevonden, gegevens), takeover_note()]
    return to_xlsx(sheets, lines)


def _closes(gevonden: Vergelijking, label: str) -> bool:
    rows = gevonden.gemeenten
    return int(rows[label].sum()) == int(rows[gevonden.tegen].sum())


def _columns(gevonden: Vergelijking, gegevens: Gegevens) -> Mapping[str, pd.Series]:
    """Return the columns of the sheet Gemeenten, regions beside what the comparison has."""
    rows = gevonden.gemeenten
    fixed = ["gemeente", "provincie", "grootteklasse", "stedelijkheid"]
    regions = [name for name in group_names() if name not in fixed]
    columns = {"gm_code": pd.Series(rows.index, index=rows.index)}
    columns |= {name: rows[name] for name in fixed}
    columns |= {name: gegevens.regios_of(name, rows.index) for name in regions}
    columns |= {name: rows[name] for name in ("inwonertal", *gevonden.labels)}
    return columns


def _letter(column: int) -> str:
    from xlsxwriter.utility import xl_col_to_name

    return str(xl_col_to_name(column))


def _gemeenten(gevonden: Vergelijking, gegevens: Gegevens) -> Sheet:
    """Persons per gemeente; every difference is a formula on the two columns it compares."""
    table = pd.DataFrame(_columns(gevonden, gegevens))
    order, base = list(table.columns), gevonden.tegen
    for label in gevonden.labels[1:]:
        new, old = _letter(order.index(label)), _letter(order.index(base))
        change = gevonden.verschil(label)
        table[f"verschil {label}"] = [
            Formula(f"={new}{row}-{old}{row}", int(value))
            for row, value in enumerate(change, start=2)
        ]
    sums = [
        "inwonertal",
        *gevonden.labels,
        *(c for c in table.columns if c.startswith("verschil ")),
    ]
    signed = {column: _SIGNED for column in sums if column.startswith("verschil ")}
    formats = dict.fromkeys(["inwonertal", *gevonden.labels], _WHOLE) | signed
    return Sheet(_SHEET, table, sums, formats)


def _group(gevonden: Vergelijking, name: str, where: Sequence[str], gegevens: Gegevens) -> Sheet:
    """Write sums per group as formulas on the sheet Gemeenten, so they follow a change there."""
    table = groups_table(gevonden, name, gegevens).astype(object)
    last = len(gevonden.gemeenten) + 1
    key = _letter(where.index(name))
    for column in ("inwonertal", *gevonden.labels):
        source = _letter(where.index(column))
        table[column] = [
            Formula(
                f"=SUMIF({_SHEET}!${key}$2:${key}${last},"
                f"{EMPTY if is_without_group(group, name) else f'$A{row}'},"
                f"{_SHEET}!{source}$2:{source}${last})",
                int(value),
            )
            for row, (group, value) in enumerate(
                zip(table[name], table[column], strict=True), start=2
            )
        ]
    sums = ["gemeenten", "inwonertal", *gevonden.labels]
    return Sheet(name.capitalize(), table, sums, dict.fromkeys(sums, _WHOLE))
