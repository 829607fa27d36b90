import numpy as np
import pandas as pd
from hypothesis import given
from hypothesis import strategies as st
from matplotlib.colors import BoundaryNorm

from optimiser.maps import MapStyle, class_counts, class_labels, class_of

BREAKS = (1.0, 10.0, 100.0)
STYLE = MapStyle("Inwoners", BREAKS)
DIFFERENCE = MapStyle("Verschil", (-20.0, -5.0, -1.0, 1.0, 5.0, 20.0), diverging=True)
NUMBERS = st.floats(-1e6, 1e6, allow_nan=False) | st.sampled_from([*BREAKS, -1.0, -5.0, 0.0])


@given(st.lists(NUMBERS, min_size=1, max_size=20))
def test_classes_are_those_of_a_boundary_norm_extended_at_both_ends(numbers):
    norm = BoundaryNorm(BREAKS, STYLE.classes, extend="both")
    found = np.clip(norm(numbers), 0, norm.Ncmap - 1)
    assert class_of(pd.Series(numbers), STYLE).tolist() == found.tolist()


@given(st.lists(NUMBERS, min_size=1, max_size=10), NUMBERS)
def test_an_outlier_elsewhere_does_not_change_the_class_of_a_value(numbers, outlier):
    alone = class_of(pd.Series(numbers), STYLE).tolist()
    assert class_of(pd.Series([*numbers, outlier]), STYLE).tolist()[:-1] == alone


@given(NUMBERS)
def test_a_loss_and_an_equal_gain_lie_equally_far_from_the_middle(number):
    gain, loss = class_of(pd.Series([number, -number]), DIFFERENCE)
    assert gain + loss == DIFFERENCE.classes - 1


def test_every_gemeente_is_counted_once_also_those_without_a_value():
    classes = class_of(pd.Series([0, 1, 5, 100, None, pd.NA], dtype="Int64"), STYLE)
    assert class_counts(classes, STYLE) == ((1, 2, 0, 1), 2)


def test_there_is_a_label_for_each_class_and_decimals_have_a_comma():
    style = MapStyle("Aandeel", (0.5, 1.25), decimals=2)
    assert class_labels(style) == ("minder dan 0,50", "0,50 tot 1,25", "1,25 of meer")
    assert len(class_labels(DIFFERENCE)) == DIFFERENCE.classes


def test_a_wide_middle_class_is_not_called_no_difference():
    style = MapStyle("Verschil", (-2.0, 2.0), diverging=True)
    assert class_labels(style)[1] == "tussen −2 en +2"


def test_nan_is_no_class():
    assert class_of(pd.Series([np.nan]), STYLE).tolist() == [-1]
