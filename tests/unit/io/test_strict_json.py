"""JSON that would take far more room in memory than on disk is refused before it is read."""

import json

import pytest

from optimiser.errors import UnreadableFileError
from optimiser.io.strict_json import MAX_DIGITS, read_json


@pytest.mark.parametrize(
    "part", ["[],", '{"a":1},', "[1],", '{"k":{}},', "[[],[]],"], ids=lambda part: part
)
def test_a_large_text_of_brackets_is_refused_without_reading_it(part, monkeypatch):
    monkeypatch.setattr(json, "loads", lambda *_args, **_more: pytest.fail("it was read"))
    with pytest.raises(UnreadableFileError) as caught:
        read_json(f"[{part * (1_000_000 // len(part))}1]", "a.json")
    assert "lege lijsten en objecten" in caught.value.params["reden"]


def test_borders_in_whole_metres_and_small_texts_of_brackets_are_read():
    ring = ",".join(f"[{100_000 + i},{400_000 + i}]" for i in range(60_000))
    assert len(read_json(f"[{ring}]", "a.json")) == 60_000
    assert len(read_json(f"[{'[],' * 1000}1]", "a.json")) == 1001


def test_a_number_without_end_is_refused():
    assert read_json("1" * MAX_DIGITS, "a.json") > 0
    with pytest.raises(UnreadableFileError) as caught:
        read_json("1" * (MAX_DIGITS + 1), "a.json")
    assert "meer dan 4000 cijfers" in caught.value.params["reden"]
