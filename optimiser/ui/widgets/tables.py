"""Tables one can sort, search, read aloud and print, with numbers the Dutch way.

Streamlit's own table is a drawing: it follows the browser's language, cannot be printed and its
menus are English. This one is HTML: headers are buttons, cells are text, the order is by value.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import isnan
from typing import Any

import pandas as pd
import streamlit as st

from optimiser.ui.widgets.component import packaged

#: Filled by the script; Streamlit sends it with every rerun, so it is short.
_HTML = '<div class="tabel"></div>'
#: Written where a figure is not there; never a zero.
UNKNOWN = "niet beschikbaar"


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table.

    Attributes
    ----------
    naam
        Column in the table.
    titel
        Above it, in Dutch.
    form
        Value to text, such as ``optimiser.teksten.whole``; a column with one is aligned right.
    uitleg
        What it is, shown on hover and focus.
    leeg
        Written where there is no value: it is not there, unless another reason is given.
    """

    naam: str
    titel: str
    form: Callable[[Any], str] | None = None
    uitleg: str = ""
    leeg: str = UNKNOWN


def table_model(
    table: pd.DataFrame, columns: Sequence[Column], totals: Mapping[str, object] | None = None
) -> dict[str, Any]:
    """Return what the browser draws: headers, texts, values to sort by, a row of totals.

    >>> from optimiser.teksten import whole
    >>> told = table_model(pd.DataFrame({"n": [1234, None]}), [Column("n", "Personen", whole)])
    >>> told["rows"], told["values"]
    ([['1.234'], ['niet beschikbaar']], [[1234.0], [None]])
    """
    picked = [table[column.naam].tolist() for column in columns]
    texts = [[_text(v, c) for v in cells] for cells, c in zip(picked, columns, strict=True)]
    values = [[_sortable(v, c) for v in cells] for cells, c in zip(picked, columns, strict=True)]
    return {
        "heads": [
            {"titel": c.titel, "uitleg": c.uitleg, "number": c.form is not None} for c in columns
        ],
        "rows": [list(row) for row in zip(*texts, strict=True)],
        "values": [list(row) for row in zip(*values, strict=True)],
        "ids": [str(i) for i in table.index],
        "totals": None
        if totals is None
        else [_text(totals[c.naam], c) if c.naam in totals else "" for c in columns],
    }


def packed(model: Mapping[str, Any]) -> dict[str, Any]:
    """Write every different cell of a column once; a step of a slider sends the whole table.

    A cell is its text, or text and value where these differ. Where no two cells of a column are the
    same, they stand in the order of the rows and ``at`` is None.

    >>> packed({"rows": [["a", "1"], ["b", "1"]], "values": [["a", 1.0], ["b", 1.0]]})["columns"]
    [{'cells': ['a', 'b'], 'at': None}, {'cells': [['1', 1.0]], 'at': [0, 0]}]
    """
    columns = []
    by_column = [zip(*model[name], strict=True) for name in ("rows", "values")]
    for texts, values in zip(*by_column, strict=True):
        pairs = list(zip(texts, values, strict=True))
        place = {pair: number for number, pair in enumerate(dict.fromkeys(pairs))}
        cells = [text if text == value else [text, value] for text, value in place]
        same = len(cells) < len(pairs)
        columns.append({"cells": cells, "at": [place[pair] for pair in pairs] if same else None})
    rest = {name: told for name, told in model.items() if name not in {"rows", "values"}}
    return rest | {"columns": columns}


def show_table(
    table: pd.DataFrame,
    columns: Sequence[Column],
    *,
    key: str,
    titel: str,
    options: "TableOptions | None" = None,
) -> str | None:
    """Show a table; return the row that was picked, if rows can be picked.

    Parameters
    ----------
    table
        Rows; the index identifies them.
    columns
        What is shown, in order. The first one names the row.
    key
        Dutch, unique over all pages.
    titel
        Caption, also read aloud.
    options
        Search box, totals, picking; see ``TableOptions``.

    Returns
    -------
    str or None
        Index of the picked row.
    """
    wanted = TableOptions() if options is None else options
    data = table_model(table, columns, wanted.totals) | {
        "titel": titel,
        "search": wanted.search,
        "pick": wanted.pick,
        "height": wanted.height,
        "most": wanted.most,
        "hints": [wanted.hints.get(str(i), "") for i in table.index] if wanted.hints else [],
        "remove": wanted.remove is not None,
    }

    def pressed() -> None:
        row = st.session_state[key].get("wis")
        if wanted.remove is not None and row in data["ids"]:
            wanted.remove(row)

    result = packaged("tabel", _HTML)(
        data=packed(data), key=key, on_gekozen_change=_nothing, on_wis_change=pressed
    )
    picked = getattr(result, "gekozen", None)
    return picked if picked in set(data["ids"]) else None


@dataclass(frozen=True, slots=True)
class TableOptions:
    """How a table behaves.

    Attributes
    ----------
    search
        Whether rows can be searched by any text in them.
    totals
        Values for a last row, by column.
    pick
        Whether the first cell of a row is a button that picks it.
    height
        Height to which a long table is kept, in which it scrolls [rem].
    most
        Rows above which it is a long table.
    hints
        What a row is, by its index; shown on hover over its first cell.
    remove
        Called with the index of a row whose delete button was pressed, before the page is drawn
        again; without it rows have no such button.
    """

    search: bool = False
    totals: Mapping[str, object] | None = None
    pick: bool = False
    height: int = 30
    most: int = 20
    hints: Mapping[str, str] | None = None
    remove: Callable[[str], None] | None = None


def _nothing() -> None:
    """Take the event; the value is read from the result."""


def _missing(value: object) -> bool:
    return value is None or value is pd.NA or (isinstance(value, float) and isnan(value))


def _text(value: object, column: Column) -> str:
    if _missing(value):
        return column.leeg
    return str(value) if column.form is None or isinstance(value, str) else column.form(value)


def _sortable(value: Any, column: Column) -> float | str | None:  # noqa: ANN401 - any cell
    if _missing(value):
        return None
    return str(value) if column.form is None or isinstance(value, str) else float(value)
