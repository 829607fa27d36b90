"""TopoJSON to features: undo the rounding, stitch the arcs to rings."""

from collections.abc import Sequence
from typing import Any

Point = tuple[float, float]
#: Most points after arcs are stitched: a small file can name one long arc a million times.
MAX_POINTS = 2_000_000


def _decoded(topology: dict[str, Any]) -> list[list[Point]]:
    transform = topology.get("transform")
    arcs: list[list[Point]] = []
    for arc in topology["arcs"]:
        if transform is None:
            arcs.append([(float(p[0]), float(p[1])) for p in arc])
            continue
        (sx, sy), (tx, ty) = transform["scale"], transform["translate"]
        x = y = 0
        points = []
        for step in arc:
            x, y = x + step[0], y + step[1]
            points.append((x * sx + tx, y * sy + ty))
        arcs.append(points)
    return arcs


def _ring(numbers: Sequence[int], arcs: Sequence[Sequence[Point]]) -> list[Point]:
    """Join arcs end to end; ``~n`` means arc ``n`` backwards."""
    points: list[Point] = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points.extend(arc if not points else arc[1:])
    return points


def _references(layer: dict[str, Any]) -> list[int]:
    """Return every arc that a layer uses, once for each use."""
    found: list[int] = []
    waiting: list[Any] = [
        shape["arcs"]
        for shape in (layer["geometries"] if layer["type"] == "GeometryCollection" else [layer])
    ]
    while waiting:
        one = waiting.pop()
        if isinstance(one, list):
            waiting.extend(one)
        else:
            found.append(int(one))
    return found


def topojson_columns(shape: dict[str, Any]) -> dict[str, list[object]]:
    """Return the attributes of an object of a topology, by column.

    >>> topojson_columns({"geometries": [{"properties": {"a": 1}}, {"properties": {"a": 2}}]})
    {'a': [1, 2]}
    """
    rows = [one.get("properties") or {} for one in shape.get("geometries", [shape])]
    names = {name for row in rows for name in row}
    return {str(name): [row.get(name) for row in rows] for name in sorted(names, key=str)}


def topojson_features(topology: dict[str, Any], name: str | None = None) -> list[dict[str, Any]]:
    """Turn one object of a topology into GeoJSON features.

    Parameters
    ----------
    topology
        As read.
    name
        The object; may be left out where there is one.

    Raises
    ------
    KeyError, IndexError, TypeError, ValueError
        If it is not TopoJSON with polygons, or holds several objects and no name is given.

    >>> square = {"type": "Polygon", "arcs": [[0]], "properties": {"gm_code": "GM0001"}}
    >>> arcs = [[[0, 0], [2, 0], [0, 2], [-2, -2]]]
    >>> found = topojson_features({"objects": {"a": square}, "arcs": arcs,
    ...     "transform": {"scale": [0.5, 0.5], "translate": [5, 52]}})
    >>> found[0]["geometry"]["coordinates"]
    [[(5.0, 52.0), (6.0, 52.0), (6.0, 53.0), (5.0, 52.0)]]
    """
    (layer,) = [one for key, one in topology["objects"].items() if name in {None, key}]
    arcs = _decoded(topology)
    used = _references(layer)
    if sum(len(arcs[n if n >= 0 else ~n]) for n in used) > MAX_POINTS:
        msg = f"more than {MAX_POINTS} points after stitching"
        raise ValueError(msg)
    features = []
    for shape in layer["geometries"] if layer["type"] == "GeometryCollection" else [layer]:
        if shape["type"] == "Polygon":
            coordinates: Any = [_ring(ring, arcs) for ring in shape["arcs"]]
        elif shape["type"] == "MultiPolygon":
            coordinates = [[_ring(ring, arcs) for ring in part] for part in shape["arcs"]]
        else:
            msg = f"not a polygon: {shape['type']}"
            raise ValueError(msg)
        geometry = {"type": shape["type"], "coordinates": coordinates}
        attributes = shape.get("properties", {})
        features.append({"type": "Feature", "properties": attributes, "geometry": geometry})
    return features
