"""What is chosen: the page's word when it changes, else the user's."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from optimiser.ui.kaart.choice import Choice, followed, picked

A, B, C = ("GM0014",), ("GM0034",), ("GM0037",)


def pick(held, codes, multiple=False):
    return picked(held, {"nr": held.number + 1, "codes": list(codes)}, multiple=multiple)


def test_a_page_that_says_nothing_keeps_what_the_user_picked():
    held = pick(followed(None, ()), A)
    assert followed(held, ()).chosen == A


def test_a_page_that_takes_over_the_pick_changes_nothing():
    held = pick(followed(None, ()), A)
    assert followed(held, A) == Choice(A, A, 1)


def test_going_back_in_a_list_does_not_bring_back_an_old_click():
    held = followed(None, A)
    held = followed(pick(held, B), A)
    assert held.chosen == B
    held = followed(held, C)
    assert followed(held, A).chosen == A


def test_one_choice_stays_one():
    assert pick(Choice(), A + B).chosen == ()
    assert pick(Choice(), A + B, multiple=True).chosen == A + B


@pytest.mark.parametrize(
    "event",
    [
        None,
        [],
        {"nr": "1", "codes": []},
        {"nr": 1, "codes": "GM0014"},
        {"nr": 1, "codes": ["GM14"]},
        {"nr": 1, "codes": ["GM0014\n"]},
        {"nr": 1, "codes": [14]},
        {"nr": 1, "codes": [f"GM{n:04}" for n in range(1001)]},
    ],
)
def test_odd_messages_leave_the_choice_as_it_was(event):
    held = Choice(A, B, 3)
    assert picked(held, event, multiple=True) == held


@given(st.lists(st.sampled_from(["GM0014", "GM0034", "GM0037"]), max_size=6))
def test_nobody_is_chosen_twice(codes):
    chosen = pick(Choice(), codes, multiple=True).chosen
    assert sorted(set(codes)) == sorted(chosen)
