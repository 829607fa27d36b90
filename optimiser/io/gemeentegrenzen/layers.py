"""Which layer of a file holds the gemeenten: the one whose column has their codes.

Where several have them, the one layer that is called after gemeenten goes first; else it is asked.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import pyogrio

from optimiser.io.gemeentegrenzen.errors import GrenzenLayerChoiceError, InvalidGrenzenError

GM_CODE = re.compile(r"GM\d{4}", re.ASCII)
#: Columns in which bare numbers are codes, in lower case.
NAMES = ("gm_code", "statcode", "gemeentecode", "gm_statcode", "code", "identificatie")
#: Rows that are looked at.
_SOME = 300


def code_column(columns: Mapping[str, Sequence[object]]) -> str | None:
    """Return the column with codes of gemeenten, or with bare numbers under a usual name.

    >>> code_column({"naam": ["a", "b"], "id": ["GM0003", "GM0010"]})
    'id'
    """
    if (full := _full_codes(columns)) is not None:
        return full
    for name, cells in _texts(columns).items():
        bare = sum(re.fullmatch(r"\d{1,4}(?:\.0)?", cell, re.ASCII) is not None for cell in cells)
        if name.lower() in NAMES and cells and bare * 2 > len(cells):
            return name
    return None


def _full_codes(columns: Mapping[str, Sequence[object]]) -> str | None:
    for name, cells in _texts(columns).items():
        if cells and sum(GM_CODE.fullmatch(cell) is not None for cell in cells) * 2 > len(cells):
            return name
    return None


def _texts(columns: Mapping[str, Sequence[object]]) -> dict[str, list[str]]:
    return {name: [str(cell).strip() for cell in cells] for name, cells in columns.items()}


def pick_layer(path: Path, name: str, wanted: str | None) -> str:
    """Return the layer to read.

    Raises
    ------
    GrenzenLayerChoiceError
        If several hold gemeenten, or none with the wanted name is there.
    InvalidGrenzenError
        If there is no layer with shapes, or none of several holds codes.
    """
    layers = [str(layer) for layer, kind in pyogrio.list_layers(path) if kind is not None]
    if not layers:
        raise InvalidGrenzenError(bestand=name, reden="er staat geen kaartlaag in")
    return choose(layers, wanted, name, lambda layer: _columns(path, layer))


def choose(layers: Iterable[str], wanted: str | None, name: str, columns_of) -> str:  # type: ignore[no-untyped-def] # noqa: ANN001
    """Choose among layers by the columns of each; see ``pick_layer``."""
    known = list(layers)
    if wanted is not None:
        if wanted not in known:
            raise GrenzenLayerChoiceError(bestand=name, lagen=known)
        return wanted
    if len(known) == 1:
        return known[0]
    columns = {layer: columns_of(layer) for layer in known}
    full = [layer for layer in known if _full_codes(columns[layer]) is not None]
    # Numbers of provinces and countries look like bare codes; written in full they do not.
    found = full or [layer for layer in known if code_column(columns[layer]) is not None]
    named = [layer for layer in found if "gemeente" in layer.lower()]
    if len(found) > 1 and len(named) == 1:
        return named[0]
    if len(found) > 1:
        raise GrenzenLayerChoiceError(bestand=name, lagen=found)
    if not found:
        reason = f"geen van de kaartlagen heeft gemeentecodes: {', '.join(known[:10])}"
        raise InvalidGrenzenError(bestand=name, reden=reason)
    return found[0]


def _columns(path: Path, layer: str) -> dict[str, list[object]]:
    table = pyogrio.read_dataframe(path, layer=layer, read_geometry=False, max_features=_SOME)
    return {str(column): list(table[column]) for column in table.columns}
