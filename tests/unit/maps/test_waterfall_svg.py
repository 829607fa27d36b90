"""The waterfall and the small charts draw what they are given, no more."""

import re
from xml.etree import ElementTree as ET

from optimiser.maps.charts.months_svg import months_svg
from optimiser.maps.charts.waterfall_svg import Bar, waterfall_svg

SVG = "{http://www.w3.org/2000/svg}"
BARS = [
    Bar("saldo\nbegin", -20, standing=True),
    Bar("taakstelling", 100),
    Bar("gehuisvest", -60),
    Bar("onverklaard", 5, apart=True),
    Bar("saldo\neind", 25, standing=True),
]


def rects(svg):
    return [r for r in ET.fromstring(svg).iter(f"{SVG}rect") if r.get("x") is not None]


def test_every_bar_hangs_where_the_one_before_ends():
    drawn = rects(waterfall_svg(BARS, "alt"))
    tops = [float(r.get("y")) for r in drawn]
    ends = [top + float(r.get("height")) for top, r in zip(tops, drawn, strict=True)]
    # -20 to 80, 80 to 20, 20 to 25, then a standing 25: one person has one height.
    person = (ends[1] - tops[1]) / 100
    assert abs((ends[0] - tops[0]) / person - 20) < 0.1
    assert abs(ends[1] - ends[0]) < 0.1
    assert abs(tops[2] - tops[1]) < 0.1
    assert abs(ends[2] - ends[3]) < 0.1
    assert abs(tops[4] - tops[3]) < 0.1


def test_signs_words_and_what_nobody_explains():
    svg = waterfall_svg(BARS, "van -20 naar 25 & meer")
    assert "<title>van -20 naar 25 &amp; meer</title>" in svg
    assert "+100" in svg
    assert "\N{MINUS SIGN}60" in svg
    assert sum(r.get("fill") == "url(#apart)" for r in rects(svg)) == 1


def test_all_small_charts_have_one_scale_and_unknown_is_a_gap():
    svg = months_svg({"A": [3.0, None], "B": [1.0, -2.0]}, ["2020-1", "2020-2"], "alt")
    bars = [r for r in rects(svg) if r.get("fill") not in {"#ffffff", None}]
    heights = [float(r.get("height")) for r in bars]
    assert len(heights) == 3
    assert abs(heights[0] / heights[1] - 3) < 0.05
    assert abs(heights[2] / heights[1] - 2) < 0.05
    assert re.findall(r">(2020-[12])<", svg).count("2020-1") == 2
