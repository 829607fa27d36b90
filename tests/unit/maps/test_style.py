import pytest

from optimiser.maps import MapStyle
from optimiser.maps.errors import MapClassesError


@pytest.mark.parametrize("breaks", [(), (2.0, 1.0), (1.0, 1.0), (float("inf"),), (float("nan"),)])
def test_breaks_that_do_not_ascend_are_refused(breaks):
    with pytest.raises(MapClassesError):
        MapStyle("x", breaks)


def test_more_classes_than_an_eye_can_tell_are_refused():
    with pytest.raises(MapClassesError):
        MapStyle("x", tuple(range(11)))


@pytest.mark.parametrize("breaks", [(-2.0, 1.0), (-1.0, 0.0, 1.0)])
def test_differences_need_classes_symmetric_around_zero(breaks):
    with pytest.raises(MapClassesError):
        MapStyle("x", breaks, diverging=True)


def test_n_breaks_make_n_plus_one_classes():
    assert MapStyle("x", (1.0, 2.0, 3.0)).classes == 4
