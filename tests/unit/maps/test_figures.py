import itertools

import numpy as np
import pandas as pd
import pytest
import shapely
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.collections import PathCollection
from matplotlib.colors import to_hex
from matplotlib.text import Annotation

from optimiser.maps import (
    Colofon,
    MapOptions,
    MapStyle,
    Panel,
    Theme,
    class_colours,
    draw_map,
    draw_pair,
    draw_panels,
    draw_triptych,
)

STYLE = MapStyle("Taakstelling", (50.0, 100.0, 200.0, 300.0), eenheid="personen")
DIFFERENCE = MapStyle("Verschil", (-100.0, -1.0, 1.0, 100.0), diverging=True)
COLOFON = Colofon("CBS", "1 januari 2025", "Huisvestingswet 2014", "abc123abc123")


def renderer_of(figure):
    return FigureCanvasAgg(figure).get_renderer()


def colours(axes):
    (first, *_) = [c for c in axes.collections if isinstance(c, PathCollection)]
    return [to_hex(c) for c in first.get_facecolor()]


def names_on(axes):
    found = [t for t in axes.texts if isinstance(t, Annotation)]
    return [t for t in found if t.get_text() != "N"]


@pytest.mark.parametrize("view", ["country", "tiles"])
@pytest.mark.parametrize("theme", list(Theme))
def test_names_do_not_touch_each_other_the_legend_or_the_edge(
    view, theme, counts, provincies, request
):
    geometry = request.getfixturevalue(view)
    options = MapOptions(theme, labels=25, label_values=True, regios=provincies)
    kaart = draw_map(counts, geometry, STYLE, options)
    renderer = renderer_of(kaart.figure)
    axes = kaart.figure.axes[0]
    boxes = [text.get_window_extent(renderer) for text in names_on(axes)]
    assert len(boxes) + len(kaart.zonder_label) == 25
    assert len(boxes) >= 15
    legend = axes.get_legend().get_window_extent(renderer)
    for one, other in itertools.combinations([*boxes, legend], 2):
        assert not one.overlaps(other)
    frame = kaart.figure.bbox
    assert all(frame.x0 <= b.x0 and b.x1 <= frame.x1 and b.y0 >= frame.y0 for b in boxes)


@pytest.mark.parametrize("view", ["country", "tiles"])
def test_the_legend_is_whole_and_covers_no_gemeente(view, counts, request):
    geometry = request.getfixturevalue(view)
    long = MapStyle("Lang", (1e6, 2e6), eenheid="een eenheid met een heel erg lange naam erbij")
    for style in (STYLE, long):
        kaart = draw_map(counts, geometry, style)
        axes = kaart.figure.axes[0]
        box = axes.get_legend().get_window_extent(renderer_of(kaart.figure))
        assert box.x0 >= 0
        assert box.y1 <= kaart.figure.bbox.y1
        (x0, y0), (x1, y1) = axes.transData.inverted().transform([box.min, box.max])
        assert not shapely.intersects(geometry.shapes, shapely.box(x0, y0, x1, y1)).any()


@pytest.mark.parametrize("panels", [1, 2, 3, 6])
def test_heading_and_small_print_stay_inside_the_figure(panels, counts, country):
    several = [Panel(f"Kaart {n}", counts, STYLE) for n in range(panels)]
    options = MapOptions(colofon=COLOFON)
    kaart = draw_panels(several, country, options, "Een titel die " * 12)
    renderer = renderer_of(kaart.figure)
    bottom = min(axes.get_window_extent(renderer).y0 for axes in kaart.figure.axes)
    for text in kaart.figure.texts:
        box = text.get_window_extent(renderer)
        assert box.x0 >= 0
        assert box.x1 <= kaart.figure.bbox.x1
        assert box.y1 <= kaart.figure.bbox.y1
        assert box.y0 >= 0
    small_print = kaart.figure.texts[1].get_window_extent(renderer)
    assert small_print.y1 <= bottom


def test_the_small_print_tells_source_law_version_and_that_it_is_indicative(counts, country):
    kaart = draw_map(counts, country, STYLE, MapOptions(colofon=COLOFON))
    text = " ".join(t.get_text() for t in kaart.figure.texts).replace("\n", " ")
    for part in (
        "Bron: CBS.",
        "1 januari 2025",
        "Huisvestingswet 2014",
        "abc123abc123",
        "Indicatief",
        "CBS/Kadaster",
        "Middag en Ezinge",
    ):
        assert part in text


def test_what_is_missing_is_hatched_counted_and_named(country, counts):
    values = counts.drop("GM0363").astype(object)
    values["GM7777"] = 5
    kaart = draw_map(values, country, STYLE)
    assert kaart.zonder_waarde == ("GM0363",)
    assert kaart.zonder_geometrie == ("GM7777",)
    axes = kaart.figure.axes[0]
    assert any(collection.get_hatch() for collection in axes.collections)
    entries = [text.get_text() for text in axes.get_legend().get_texts()]
    assert entries[-1] == "geen gegevens (1)"
    small_print = " ".join(t.get_text() for t in kaart.figure.texts)
    assert "Amsterdam" in small_print
    assert "GM7777" in small_print


def test_the_legend_counts_every_gemeente_once(country, counts):
    legend = draw_map(counts, country, STYLE).figure.axes[0].get_legend()
    entries = [text.get_text() for text in legend.get_texts()]
    assert entries == [
        "minder dan 50 (49)",
        "50 tot 100 (50)",
        "100 tot 200 (100)",
        "200 tot 300 (100)",
        "300 of meer (43)",
    ]


def test_the_same_value_has_the_same_colour_in_both_maps_despite_an_outlier(squares):
    first = pd.Series([10, 60, 150, 250], index=list(squares.codes))
    second = first.copy()
    second["GM0004"] = 10**9
    kaart = draw_pair((Panel("a", first, STYLE), Panel("b", second, STYLE)), squares)
    one, other = (colours(axes) for axes in kaart.figure.axes)
    assert one[:3] == other[:3] == list(class_colours(STYLE))[:3]
    assert other[3] == class_colours(STYLE)[-1]


def test_the_third_map_is_the_second_minus_the_first(squares):
    first = pd.Series([10, 60, None, 250], index=list(squares.codes))
    second = pd.Series([10, 55, 5, 900], index=list(squares.codes))
    panels = (Panel("a", first, STYLE), Panel("b", second, STYLE))
    kaart = draw_triptych(panels, DIFFERENCE, squares)
    palette = class_colours(DIFFERENCE)
    assert colours(kaart.figure.axes[2]) == [palette[2], palette[1], "#ffffff", palette[4]]


@pytest.mark.parametrize("theme", Theme)
def test_losses_are_dotted_so_that_grey_copies_read(squares, theme):
    values = pd.Series([-50, -1, 0, 50], index=list(squares.codes))
    kaart = draw_map(values, squares, DIFFERENCE, MapOptions(theme))
    canvas = FigureCanvasAgg(kaart.figure)
    canvas.draw()
    picture = np.asarray(canvas.buffer_rgba())[..., :3]
    grey = picture @ [0.2126, 0.7152, 0.0722]
    axes = kaart.figure.axes[0]
    spread = []
    for shape in squares.shapes:
        x, y = axes.transData.transform((shape.centroid.x, shape.centroid.y)).astype(int)
        part = grey[grey.shape[0] - y - 15 : grey.shape[0] - y + 15, x - 15 : x + 15]
        spread.append(part.max() - part.min())
    # Of 256 tones of grey: what is below zero has dots, far from its own tone; the rest is even.
    assert min(spread[:2]) > 80
    assert spread[2:] == [0, 0]


def test_a_dollar_sign_in_a_name_is_just_a_dollar_sign(squares):
    values = pd.Series([1, 2, 3, 4], index=list(squares.codes))
    style = MapStyle("Prijs $x^2$ in $", (2.0,), eenheid="$")
    kaart = draw_map(values, squares, style)
    FigureCanvasAgg(kaart.figure).draw()
    assert kaart.figure.texts[0].get_text() == "Prijs $x^2$ in $"


def test_the_wanted_size_is_the_size(counts, country):
    kaart = draw_map(counts, country, STYLE, MapOptions(size=(5.0, 5.5), kop=False))
    assert tuple(kaart.figure.get_size_inches()) == (5.0, 5.5)
    assert all(text.get_text() != "Taakstelling" for text in kaart.figure.texts)


def test_only_chosen_gemeenten_get_a_name(country, counts):
    kaart = draw_map(counts, country, STYLE, MapOptions(labels=("GM0014", "GM0935")))
    texts = {text.get_text() for text in names_on(kaart.figure.axes[0])}
    assert texts == {"Groningen", "Maastricht"}


def test_a_figure_without_maps_is_a_bug_of_the_caller(country):
    with pytest.raises(ValueError, match="no panels"):
        draw_panels([], country)
