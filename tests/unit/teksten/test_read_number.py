"""Numbers as people write them; expected values by reading them aloud."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from optimiser.errors import OptimiserError
from optimiser.teksten import decimal, whole
from optimiser.teksten.number_errors import (
    AmbiguousNumberError,
    ExtremeNumberError,
    NotANumberError,
    NotWholeNumberError,
)
from optimiser.teksten.read_number import (
    read_count,
    read_number,
    read_percentage,
    read_share,
)
from optimiser.teksten.written_number import written


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("13.000", 13000),
        ("13000", 13000),
        ("1.234.567", 1234567),
        ("13 000", 13000),
        ("13\N{NO-BREAK SPACE}000", 13000),
        ("13'000", 13000),
        ("\N{MINUS SIGN}12", -12),
        ("+3", 3),
        ("1.234,0", 1234),
        ("12,0", 12),
        ("1e3", 1000),
        ("0", 0),
    ],
)
def test_a_count_has_points_between_thousands(text, count):
    assert read_count(text) == count


@pytest.mark.parametrize("text", ["13,5", "2.5", "0,061", "0.125", "1.234,5"])
def test_persons_have_no_decimals(text):
    with pytest.raises(NotWholeNumberError):
        read_count(text)


def test_a_comma_before_three_digits_is_asked_where_a_count_is_meant():
    with pytest.raises(AmbiguousNumberError) as caught:
        read_count("13,000")
    assert caught.value.params == {"tekst": "13,000", "duizendtal": "13000", "decimaal": "13,000"}


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("0,061", "0.061"),
        ("-0.100", "-0.1"),
        ("0.125", "0.125"),
        (",5", "0.5"),
        (".25", "0.25"),
        ("1e-07", "0.0000001"),
        ("1,5E+03", "1500"),
        ("1,234,567", "1234567"),
        ("1,234.5", "1234.5"),
        ("1.234,567", "1234.567"),
        ("12 345,678", "12345.678"),
        ("1234.567", "1234.567"),
        ("€ 1.234,50", "1234.5"),
        ("  7 ", "7"),
    ],
)
def test_a_number_that_can_be_read_one_way_is_read(text, number):
    assert read_number(text) == Decimal(number)


def test_a_point_before_three_digits_is_asked_where_decimals_are_possible():
    with pytest.raises(AmbiguousNumberError):
        read_number("1.234")


@pytest.mark.parametrize(
    "text",
    ["", "twaalf", "1.2.3", "12-3", "1,2,3", "1..2", "1.23.456", "5.", "0.123.456", "1 2", "٣",
     "12 %", "1.234,5.6", "1,234.5,6", "nan", "inf", "--1", "1e", "0x10", "1_000", "=1+1"],
)  # fmt: skip
def test_what_is_no_number_is_refused(text):
    with pytest.raises(NotANumberError):
        read_number(text)


def test_a_share_takes_a_percent_sign():
    assert read_share("12 %") == read_share("0,12") == Decimal("0.12")
    assert read_percentage("12 %") == read_percentage("12") == 12


@pytest.mark.parametrize(
    "text", ["1e-1000000", "1e31", "9" * 31, "0," + "0" * 70 + "1", "9" * 5000]
)
def test_an_extreme_number_is_refused_before_it_is_computed(text):
    with pytest.raises(ExtremeNumberError):
        read_number(text)


@given(st.integers(-(10**12), 10**12))
def test_every_count_the_program_prints_is_read_back(count):
    assert read_count(whole(count)) == count


@given(st.integers(-(10**9), 10**9), st.integers(1, 6))
def test_every_decimal_the_program_prints_is_read_back(units, places):
    value = Decimal(units).scaleb(-places)
    assert read_number(decimal(value, places)) == value


@given(st.text("0123456789.,eE+-% '€", max_size=80))
def test_any_text_is_a_number_or_the_users_fault(text):
    try:
        found = written(text)
    except OptimiserError:
        return
    if found is not None:
        assert found.value.is_finite()
        assert (found.other is None) or (abs(found.other) == abs(found.value) * 1000)
