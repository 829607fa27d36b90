"""Scatter and histogram of two keys: counts on the picture are those of the table."""

from fractions import Fraction

import pandas as pd
import pytest

from optimiser.maps.charts.frontier import to_png
from optimiser.maps.charts.two_keys import draw_histogram, draw_scatter


@pytest.fixture
def table():
    """One rises, two fall (one of them to zero), one stays."""
    rows = [("Grootstad", 100, 130), ("Middelstad", 50, 30), ("Dorp", 10, 0), ("Gelijk", 5, 5)]
    frame = pd.DataFrame(rows, columns=["gemeente", "was", "wordt"])
    people = [10_000, 5_000, 1_000, 500]
    change = frame["wordt"] - frame["was"]
    frame["verschil_per_1000"] = [
        Fraction(1000 * int(d), n) for d, n in zip(change, people, strict=True)
    ]
    return frame


def test_the_legend_counts_who_gets_more_and_fewer(table):
    figure = draw_scatter(table, ("oud", "nieuw"), ["Bron: rekenvoorbeeld"])
    axes = figure.axes[0]
    texts = [text.get_text() for text in axes.get_legend().get_texts()]
    assert texts[0] == "gelijk aantal"
    assert texts[1:] == [
        "meer personen (1 gemeente)",
        "minder personen (2 gemeenten)",
        "evenveel (1 gemeente)",
    ]
    line = axes.lines[0]
    assert list(line.get_xdata()) == list(line.get_ydata())
    named = {text.get_text() for text in axes.texts}
    assert named == {"Grootstad", "Middelstad", "Dorp"}
    assert to_png(figure).startswith(b"\x89PNG")


def test_the_bars_hold_every_gemeente(table):
    axes = draw_histogram(table, "nieuw", ["Bron: rekenvoorbeeld"]).axes[0]
    assert sum(bar.get_height() for bar in axes.patches) == 4
