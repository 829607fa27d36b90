"""Names in the map: placed one by one where they touch nothing that is already there."""

from collections.abc import Iterator, Sequence

import numpy as np
import shapely
from matplotlib.axes import Axes
from matplotlib.backend_bases import RendererBase
from matplotlib.patheffects import withStroke
from matplotlib.text import Annotation
from matplotlib.transforms import Bbox

from optimiser.maps.geometry import label_point

#: Directions in which a name may move away from its gemeente, best first [degrees].
DIRECTIONS = (0, 180, 90, 270, 45, 135, 315, 225)
#: How far, in heights of the name.
DISTANCES = (0.9, 1.8, 3.0, 4.5)
#: Room kept around a name [pixels at 100 dpi].
PADDING = 1.5


def _shifts(width: float, height: float) -> Iterator[tuple[float, float]]:
    yield 0.0, 0.0
    for distance in DISTANCES:
        for direction in np.radians(DIRECTIONS):
            x = np.cos(direction) * (width / 2 + distance * height)
            y = np.sin(direction) * (height / 2 + distance * height)
            yield float(x), float(y)


def place_labels(
    axes: Axes,
    labels: Sequence[tuple[str, shapely.Geometry]],
    taken: list[Bbox],
    size: float,
    renderer: RendererBase,
) -> list[int]:
    """Write names, most important first, without overlap.

    Parameters
    ----------
    axes
        Its limits and aspect are final.
    labels
        Text and shape of each gemeente.
    taken
        Boxes that must stay free [pixels]; the boxes of the names are added.
    size
        Font size [points].
    renderer
        To measure text with.

    Returns
    -------
    list of int
        Positions in ``labels`` for which there was no room: those are not drawn.
    """
    figure = axes.figure
    room = axes.get_window_extent(renderer)
    to_points = 72.0 / figure.dpi
    omitted = []
    for number, (text, shape) in enumerate(labels):
        point = label_point(shape)
        note = axes.annotate(
            text,
            point,
            xytext=(0, 0),
            textcoords="offset points",
            ha="center",
            va="center",
            fontsize=size,
            linespacing=1.05,
            parse_math=False,
            zorder=6,
            annotation_clip=False,
        )
        note.set_path_effects([withStroke(linewidth=size / 3.5, foreground="white")])
        box = note.get_window_extent(renderer).padded(PADDING)
        shift = _free_shift(box, taken, room)
        if shift is None:
            note.remove()
            omitted.append(number)
            continue
        taken.append(box.translated(*shift))
        if shift != (0.0, 0.0):
            note.set_position((shift[0] * to_points, shift[1] * to_points))
            _leader(axes, note, point, taken[-1])
    return omitted


def _free_shift(box: Bbox, taken: Sequence[Bbox], room: Bbox) -> tuple[float, float] | None:
    for x, y in _shifts(box.width, box.height):
        moved = box.translated(x, y)
        inside = room.x0 <= moved.x0 and moved.x1 <= room.x1
        inside = inside and room.y0 <= moved.y0 and moved.y1 <= room.y1
        if inside and not any(moved.overlaps(other) for other in taken):
            return x, y
    return None


def _leader(axes: Axes, note: Annotation, point: tuple[float, float], box: Bbox) -> None:
    """Draw a thin line from the gemeente to the nearest edge of its name."""
    start = axes.transData.transform(point)
    end = np.clip(start, [box.x0, box.y0], [box.x1, box.y1])
    line = axes.transData.inverted().transform(np.array([start, end]))
    axes.plot(line[:, 0], line[:, 1], color="#333333", linewidth=0.5, zorder=note.zorder - 1)
