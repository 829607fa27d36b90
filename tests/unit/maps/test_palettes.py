import itertools

import numpy as np
import pytest
from matplotlib.colors import to_rgb

from optimiser.maps import MapStyle, class_colours, palette_names
from optimiser.maps.errors import UnknownMapChoiceError
from optimiser.maps.palettes import class_dots

SIX, SEVEN = (1.0, 2.0, 3.0, 4.0, 5.0), (-9.0, -3.0, -1.0, 1.0, 3.0, 9.0)
# Viénot, Brettel & Mollon (1999): what a protanope and a deuteranope see, in linear RGB.
BLIND = {
    "protan": [[0.11238, 0.88762, 0], [0.11238, 0.88762, 0], [0.00401, -0.00401, 1]],
    "deutan": [[0.29275, 0.70725, 0], [0.29275, 0.70725, 0], [-0.02234, 0.02234, 1]],
}


def linear(colour):
    rgb = np.array(to_rgb(colour))
    return np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)


def lightness(colour):
    """CIE L*, 0 black to 100 white."""
    y = float(linear(colour) @ [0.2126, 0.7152, 0.0722])
    return 116 * y ** (1 / 3) - 16 if y > 0.008856 else 903.3 * y


@pytest.mark.parametrize("name", palette_names(diverging=False))
def test_a_quantity_gets_darker_with_every_class_so_grey_copies_read(name):
    tones = [lightness(c) for c in class_colours(MapStyle("x", SIX, palette=name))]
    assert all(a - b > 6 for a, b in itertools.pairwise(tones))


@pytest.mark.parametrize("name", palette_names(diverging=True))
def test_differences_get_darker_away_from_zero_on_both_sides(name):
    style = MapStyle("x", SEVEN, palette=name, diverging=True)
    tones = [lightness(c) for c in class_colours(style)]
    assert all(b - a > 6 for a, b in itertools.pairwise(tones[:4]))
    assert all(a - b > 6 for a, b in itertools.pairwise(tones[3:]))


@pytest.mark.parametrize("name", palette_names(diverging=True))
@pytest.mark.parametrize("kind", BLIND)
def test_gain_and_loss_differ_for_the_colour_blind(name, kind):
    colours = class_colours(MapStyle("x", SEVEN, palette=name, diverging=True))
    seen = [np.array(BLIND[kind]) @ linear(c) for c in colours]
    for away in (1, 2):
        assert (
            np.abs(
                np.sqrt(np.clip(seen[3 - away], 0, 1)) - np.sqrt(np.clip(seen[3 + away], 0, 1))
            ).max()
            > 0.15
        )


@pytest.mark.parametrize("name", palette_names(diverging=True))
def test_grey_tells_loss_from_gain_by_dots_that_stand_out(name):
    style = MapStyle("x", SEVEN, palette=name, diverging=True)
    colours, dots = class_colours(style), class_dots(style)
    tones = [lightness(colour) for colour in colours]
    # Without dots a copy shows -9 as it shows +9: their tones differ less than two classes do (30).
    assert all(abs(tones[n] - tones[-1 - n]) < 25 for n in range(3))
    assert all(abs(lightness(dots[n]) - tones[n]) > 30 for n in range(3))
    assert dots[3:] == ("",) * 4


def test_a_palette_for_quantities_is_refused_for_differences():
    with pytest.raises(UnknownMapChoiceError):
        class_colours(MapStyle("x", (-1.0, 1.0), palette="grijs", diverging=True))
