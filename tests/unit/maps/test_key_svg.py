"""Scatter and histogram for the screen: counts on the picture are those of the table."""

import re
from fractions import Fraction
from xml.etree import ElementTree

import pandas as pd
import pytest

from optimiser.maps.charts.histogram_svg import histogram_svg
from optimiser.maps.charts.scatter_svg import scatter_svg


def make(rows):
    frame = pd.DataFrame(rows, columns=["gemeente", "was", "wordt"])
    change = frame["wordt"] - frame["was"]
    frame["verschil_per_1000"] = [Fraction(int(d), 10) for d in change]
    return frame


@pytest.fixture
def table():
    """One rises, two fall (one of them to zero), one stays."""
    rows = [("Grootstad", 100, 130), ("Middelstad", 50, 30), ("Dorp", 10, 0), ("Gelijk", 5, 5)]
    return make(rows)


def test_the_legend_counts_who_gets_more_and_fewer(table):
    drawn = scatter_svg(table, ("oud", "nieuw"))
    ElementTree.fromstring(drawn)
    for told in ("meer personen (1)", "minder personen (2)", "evenveel (1)"):
        assert f">{told}<" in drawn
    assert all(f">{name}<" in drawn for name in ("Grootstad", "Middelstad", "Dorp"))
    assert ">Gelijk<" not in drawn


def test_who_gets_more_is_drawn_above_the_line(table):
    drawn = scatter_svg(table, ("oud", "nieuw"))
    line = re.search(r'M(\d+) (\d+)L(\d+) (\d+)" stroke="#333333"', drawn)
    left, floor, right, top = map(float, line.groups())
    more, fewer, same = (
        [tuple(map(float, p)) for p in re.findall(r"M([\d.]+) ([\d.]+)m", path)]
        for path in re.findall(r'<path d="([^"]*)" fill="#[0-9a-f]+" fill-opacity', drawn)
    )

    def above(x, y):
        on_line = floor - (x - left) / (right - left) * (floor - top)
        return round(on_line - y, 0)

    assert above(*more[0]) > 0
    assert all(above(*point) < 0 for point in fewer)
    assert above(*same[0]) == 0


def test_the_bars_hold_every_gemeente(table):
    drawn = ElementTree.fromstring(histogram_svg(table))
    bars = [float(r.get("height")) for r in drawn.findall("{*}rect")[1:]]
    # +3, -2, -1 and 0 per 1.000: four different bars of one gemeente each.
    assert [round(b / max(bars), 3) for b in bars if b > 0] == [1.0] * 4


def test_names_are_escaped_and_long_ones_cut(table):
    table.loc[0, "gemeente"] = "<script>&"
    drawn = scatter_svg(table, ("<b>", "heel " * 40))
    ElementTree.fromstring(drawn)
    assert "<script>" not in drawn
    assert "heel…" in drawn


@pytest.mark.parametrize("rows", [[("A", 0, 0)], [("A", 1, 1), ("B", 0, 0)], [("A", 5, 0)]])
def test_a_table_in_which_nothing_happens_is_drawn_too(rows):
    for drawn in (scatter_svg(make(rows), ("oud", "nieuw")), histogram_svg(make(rows))):
        ElementTree.fromstring(drawn)
        assert "nan" not in drawn


def test_names_at_the_edge_stay_inside_the_plot():
    rows = [(f"Gemeente met een naam {i}", 600 - 40 * i, 0) for i in range(6)]
    drawn = ElementTree.fromstring(scatter_svg(make(rows), ("oud", "nieuw")))
    named = [t for t in drawn.findall("{*}text") if (t.text or "").startswith("Gemeente met")]
    places = [float(text.get("y")) for text in named]
    assert len(named) == 6
    assert all(20 < y < 404 for y in places)
    assert min(abs(a - b) for i, a in enumerate(places) for b in places[:i]) >= 14
    assert {text.get("text-anchor") for text in named} == {"end"}
