"""What one percent does, in words."""

import pytest

from optimiser.report.vergelijking.manipulatie import effect_sentence


@pytest.mark.parametrize(
    ("less", "more", "told"),
    [
        (-7, 8, "hoger, dan krijgt Urk 108 personen in plaats van 100 (+8). Is het 1 % lager"),
        (-7, 8, "dan krijgt Urk 93 personen in plaats van 100 (\N{MINUS SIGN}7)."),
        (0, 0, "1 % hoger of lager, dan krijgt Urk evenveel: 100 personen."),
        (0, 1, "Is het 1 % lager, dan krijgt Urk evenveel: 100 personen."),
    ],
)
def test_the_sentence_says_what_happens_either_way(less, more, told):
    effect = {"basis": 100, "verschil_minder": less, "verschil_meer": more, "per_procent": 0.99}
    sentence = effect_sentence(effect, "Urk", "Huishoudens")
    assert told in sentence
    assert sentence.endswith("Het exacte aandeel verandert 0,99\N{NO-BREAK SPACE}%.")


def test_one_percent_of_nothing_is_nothing():
    nothing = {"basis": 0, "verschil_minder": 0, "verschil_meer": 0, "per_procent": 0.0}
    assert "is nul" in effect_sentence(nothing, "Urk", "Eigen kolom: plekken")
