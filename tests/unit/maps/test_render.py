import io

import pytest
from PIL import Image

from optimiser.maps import MapOptions, MapStyle, draw_map, render
from optimiser.maps.errors import UnknownMapChoiceError

STYLE = MapStyle("Taakstelling", (50.0, 100.0))


@pytest.mark.parametrize(
    ("kind", "start"), [("png", b"\x89PNG"), ("svg", b"<?xml"), ("pdf", b"%PDF")]
)
def test_the_same_map_gives_the_same_bytes(kind, start, country, counts, provincies):
    options = MapOptions(labels=3, regios=provincies)
    first, second = (
        render(draw_map(counts, country, STYLE, options), kind, dpi=60) for _ in range(2)
    )
    assert first == second
    assert first.startswith(start)


def test_a_png_has_300_dots_per_inch_and_carries_its_description(country, counts):
    kaart = draw_map(counts, country, STYLE, MapOptions(size=(2.0, 2.5)))
    picture = Image.open(io.BytesIO(render(kaart)))
    assert picture.size == (600, 750)
    assert picture.info["Description"] == kaart.alt


def test_a_svg_asks_nothing_from_elsewhere(country, counts):
    text = render(draw_map(counts, country, STYLE), "svg").decode()
    assert "<image" not in text
    assert "url(http" not in text
    assert "@import" not in text


def test_an_unknown_format_is_named(country, counts):
    with pytest.raises(UnknownMapChoiceError):
        render(draw_map(counts, country, STYLE), "bmp")
