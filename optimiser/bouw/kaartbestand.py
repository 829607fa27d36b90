"""Write the geometry and the Dutch words of the interactive map: one JavaScript module.

``python -m optimiser.bouw.kaartbestand`` writes ``optimiser/ui/kaart/assets/geometrie.js`` from
the embedded borders, tiles, main places and regions, and from the section ``interactieve_kaart``
of the Dutch texts. The same input gives the same bytes; a test compares.
"""

import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import pandas as pd
import shapely

from optimiser.bouw.bogen import Arcs, Point, to_arcs
from optimiser.io.gemeentegrenzen import embedded
from optimiser.io.tables import read_regios
from optimiser.teksten import load_teksten

#: Size of one unit of the map on the screen [m]; the borders are simplified far more.
UNIT = 25
GROUPINGS = ("provincie", "veiligheidsregio", "corop", "arbeidsmarktregio")
TARGET = Path(__file__).resolve().parents[1] / "ui" / "kaart" / "assets" / "geometrie.js"
HEADING = "// Made by python -m optimiser.bouw.kaartbestand; do not edit.\n"


def kaartbestand() -> str:
    """Return the text of the module: ``GEO`` and ``TEKSTEN``."""
    borders = embedded.read_gemeentegrenzen()
    shapes = borders.geometry.to_numpy()
    west, _, east, north = (round(edge) for edge in shapely.total_bounds(shapes))
    south = round(shapely.total_bounds(shapes)[1])
    arcs = to_arcs(shapes)
    corner = (west, north)
    places = embedded.read_hoofdplaatsen().reindex(borders.index)
    tiles = embedded.read_tegelkaart().reindex(borders.index)
    geo = {
        "versie": embedded.kaart_versie(),
        "breedte": -(-(east - west) // UNIT),
        "hoogte": -(-(north - south) // UNIT),
        "codes": list(borders.index),
        "namen": list(borders["gemeente"]),
        "bogen": [_deltas(line, corner) for line in arcs.lines],
        "eigenaars": [number for pair in arcs.owners for number in pair],
        "vlakken": arcs.rings,
        "midden": [part for row in _centres(arcs) for part in _on_screen(row, corner)],
        "plaats": [
            part
            for x, y in zip(places["x"], places["y"], strict=True)
            for part in _on_screen((int(x), int(y)), corner)
        ],
        "tegels": tiles[["kolom", "rij"]].to_numpy().ravel().tolist(),
        "regios": {name: _region(name, borders.index) for name in GROUPINGS},
        "bron": embedded.grenzen_bron(),
    }
    words = load_teksten()["interactieve_kaart"]
    return f"{HEADING}export const GEO = {_json(geo)};\nexport const TEKSTEN = {_json(words)};\n"


def _json(content: object) -> str:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


def _on_screen(point: Point, corner: Point) -> Point:
    """Turn metres into units from the north-west corner, downwards; halves go up."""
    x, y = point[0] - corner[0], corner[1] - point[1]
    return (2 * x + UNIT) // (2 * UNIT), (2 * y + UNIT) // (2 * UNIT)


def _deltas(line: tuple[Point, ...], corner: Point) -> list[int]:
    """Write an arc as its first point and the steps that follow, without standing still."""
    points = [_on_screen(point, corner) for point in line]
    row = [*points[0]]
    for (ax, ay), (bx, by) in pairwise(points):
        if (ax, ay) != (bx, by):
            row += [bx - ax, by - ay]
    return row


def _centres(arcs: Arcs) -> list[Point]:
    """Return the centre of gravity of each shape [m], in whole numbers: the same everywhere."""
    centres = []
    for rings in arcs.rings:
        area = sum_x = sum_y = 0
        for ring in rings:
            for number in ring:
                line = arcs.lines[number] if number >= 0 else arcs.lines[~number][::-1]
                for (ax, ay), (bx, by) in pairwise(line):
                    cross = ax * by - bx * ay
                    area += cross
                    sum_x += (ax + bx) * cross
                    sum_y += (ay + by) * cross
        centres.append((sum_x // (3 * area), sum_y // (3 * area)))
    return centres


def _region(name: str, codes: pd.Index) -> dict[str, Any]:
    names = read_regios()[name].reindex(codes)
    known = sorted(names.dropna().unique())
    numbers = [-1 if pd.isna(one) else known.index(one) for one in names]
    return {"namen": known, "nummers": numbers}


def main() -> None:
    """Write the module."""
    TARGET.write_text(kaartbestand(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
