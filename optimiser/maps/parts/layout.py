"""Where everything goes on the paper: heading, rows of maps, colophon. All in inches."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from math import ceil

from matplotlib.figure import Figure

from optimiser.maps.parts.furniture import add_colophon, add_heading, height_of, wrap
from optimiser.maps.style import MapOptions

HEADING, SUBHEADING, SMALL = 12.0, 9.0, 6.0
EDGE = 0.15
#: Width of the figure by number of maps in a row; beyond that each map is 3,6 inch wide.
WIDTHS = {1: 7.0, 2: 11.5, 3: 15.0}
NARROW = 3.6
#: Width of a column for one legend, in font sizes.
LEGEND_LETTERS = 14.0
#: Height of a map as a multiple of its width.
TALL = 1.1


@dataclass(frozen=True)
class Layout:
    """The division of one figure.

    Attributes
    ----------
    titles
        Heading of each map, in reading order; may be empty.
    columns
        Maps in a row.
    titel
        Heading of the figure, empty for none.
    colophon
        Paragraphs below.
    size
        Width and height of the figure, or nothing to derive them.
    letter
        Font size of legend and names [points], or nothing to derive it.
    legend
        Width of a column for one legend at the left; zero without one.
    """

    titles: tuple[str, ...]
    columns: int
    titel: str
    colophon: tuple[str, ...]
    size: tuple[float, float] | None = None
    letter: float | None = None
    legend: float = 0.0

    @property
    def subheading(self) -> float:
        """Font size of the heading of each map [points]."""
        return SUBHEADING if self.letter is None else max(SUBHEADING, 1.15 * self.letter)

    @property
    def width(self) -> float:
        """Width of the figure."""
        if self.size is not None:
            return self.size[0]
        return WIDTHS.get(self.columns, NARROW * self.columns)

    @property
    def rows(self) -> int:
        """Rows of maps."""
        return ceil(len(self.titles) / self.columns)

    @property
    def panel_width(self) -> float:
        """Width of one map with its share of the edges."""
        return (self.width - 2 * EDGE - self.legend) / self.columns

    @cached_property
    def heading_lines(self) -> list[str]:
        """Lines of the title of the figure."""
        return wrap(self.titel, self.width - 2 * EDGE, HEADING * 1.1) if self.titel else []

    @cached_property
    def colophon_lines(self) -> list[str]:
        """Lines of the small print."""
        width = self.width - 2 * EDGE
        return [line for paragraph in self.colophon for line in wrap(paragraph, width, SMALL)]

    @property
    def _top(self) -> float:
        return EDGE + height_of(len(self.heading_lines), HEADING) + 0.08

    @property
    def _bottom(self) -> float:
        return EDGE + height_of(len(self.colophon_lines), SMALL)

    @cached_property
    def _title_lines(self) -> list[list[str]]:
        return [wrap(title, self.panel_width - 0.2, self.subheading * 1.1) for title in self.titles]

    @property
    def _title_height(self) -> float:
        lines = max(len(lines) for lines in self._title_lines)
        return height_of(lines, self.subheading) + (0.06 if lines else 0.0)

    @property
    def panel_height(self) -> float:
        """Height of one map, its heading included."""
        if self.size is None:
            return self.panel_width * TALL + self._title_height
        return (self.size[1] - self._top - self._bottom) / self.rows

    @property
    def height(self) -> float:
        """Height of the figure."""
        if self.size is not None:
            return self.size[1]
        return self._top + self.rows * self.panel_height + self._bottom

    @property
    def text_size(self) -> float:
        """Font size of legend and names: smaller in smaller maps [points]."""
        return round(3.4 + 0.52 * min(self.panel_width, 7.0), 1)

    def figure(self) -> Figure:
        """Make the figure with heading and colophon."""
        figure = Figure(figsize=(self.width, self.height), facecolor="white")
        if self.heading_lines:
            add_heading(figure, self.heading_lines, HEADING, EDGE)
        add_colophon(figure, self.colophon_lines, SMALL)
        return figure

    def rectangle(self, number: int) -> tuple[float, float, float, float]:
        """Return left, bottom, width and height of a map as parts of the figure."""
        row, column = divmod(number, self.columns)
        left = EDGE + self.legend + column * self.panel_width
        bottom = self._bottom + (self.rows - 1 - row) * self.panel_height
        return (
            left / self.width,
            bottom / self.height,
            (self.panel_width - 0.08) / self.width,
            (self.panel_height - self._title_height) / self.height,
        )

    def legend_rectangle(self) -> tuple[float, float, float, float]:
        """Return the same of the column for one legend."""
        _, bottom, _, height = self.rectangle(0)
        return EDGE / self.width, bottom, self.legend / self.width, height

    def write_title(self, figure: Figure, number: int) -> None:
        """Write the heading of one map above it."""
        left, bottom, _, height = self.rectangle(number)
        top = bottom + height + self._title_height / float(figure.get_size_inches()[1])
        figure.text(
            left,
            top,
            "\n".join(self._title_lines[number]),
            fontsize=self.subheading,
            fontweight="bold",
            va="top",
            ha="left",
            parse_math=False,
        )


def layout_for(
    titles: Sequence[str], titel: str, columns: int, colophon: tuple[str, ...], options: MapOptions
) -> Layout:
    """Divide a figure according to the options."""
    heading = titel if options.kop else ""
    legend = LEGEND_LETTERS * (options.letter or SMALL) / 72 if options.one_legend else 0.0
    return Layout(tuple(titles), columns, heading, colophon, options.size, options.letter, legend)
