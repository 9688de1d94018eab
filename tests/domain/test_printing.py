"""Numbers and dates in print."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ccb_desktop.domain.printing import (
    long_date,
    number,
    official_count,
    percent,
    percentage,
    roman,
    share,
    short_date,
)

some = settings(deadline=None, max_examples=200)
numbers = st.integers(-(10**15), 10**15) | st.decimals(-(10**9), 10**9, places=4)


def read(printed):
    return Decimal(printed.replace(".", "").replace(",", "."))


@pytest.mark.parametrize(
    ("value", "decimals", "printed"),
    [
        (1862, None, "1.862"),
        (0, None, "0"),
        (102_350_000, None, "102.350.000"),
        (Decimal("0.35"), None, "0,35"),
        (Decimal("2.50"), None, "2,5"),
        (Decimal("1E+3"), None, "1.000"),
        (Decimal("-1234.5"), None, "-1.234,5"),
        (Decimal("0.345"), 2, "0,35"),
        (Decimal("1234.995"), 2, "1.235,00"),
        (7, 1, "7,0"),
        (Decimal("-0.004"), 2, "0,00"),
    ],
)
def test_number(value, decimals, printed):
    assert number(value, decimals=decimals) == printed


@given(numbers)
@some
def test_a_printed_number_reads_back(value):
    assert read(number(value)) == value
    assert abs(read(number(value, decimals=2)) - value) <= Decimal("0.005")


def test_shares_of_the_published_reports():
    assert share(1849, 1862) == "1.849/1.862 (99,30 %)"
    assert percent(1494, 1504) == "99,34 %"
    assert percent(1, 1) == "100,00 %"
    assert str(percentage(1849, 1862)) == "99.30"


def test_halves_are_rounded_up():
    assert percentage(1, 800) == Decimal("0.13")  # 0.125
    assert percentage(3, 800) == Decimal("0.38")  # 0.375
    assert percentage(Decimal("2.5"), 4) == Decimal("62.50")


@given(st.integers(0, 10**6), st.integers(1, 10**6))
@some
def test_a_percentage_is_within_half_a_hundredth_and_never_below_a_half(part, whole):
    hundredths = percentage(part, whole) * 100
    excess = 2 * whole * hundredths - 2 * part * 10_000
    assert -whole < excess <= whole
    assert percentage(part, whole).as_tuple().exponent == -2


@pytest.mark.parametrize("printed", [percentage, percent, share])
def test_no_percentage_of_nothing(printed):
    with pytest.raises(ZeroDivisionError):
        printed(3, 0)


def test_counts_of_official_text():
    assert [official_count(count) for count in (0, 1, 8, 9, 10, 1862)] == [
        *("0", "01", "08", "09", "10", "1.862")
    ]


@pytest.mark.parametrize(
    ("day", "long", "short"),
    [
        (date(2026, 2, 5), "ngày 05 tháng 02 năm 2026", "05/02/2026"),
        (date(2026, 1, 31), "ngày 31 tháng 01 năm 2026", "31/01/2026"),
        (date(2026, 3, 9), "ngày 09 tháng 3 năm 2026", "09/03/2026"),
        (date(2026, 12, 10), "ngày 10 tháng 12 năm 2026", "10/12/2026"),
    ],
)
def test_dates(day, long, short):
    assert long_date(day) == long
    assert short_date(day) == short


def test_roman_numerals():
    assert [roman(value) for value in (1, 4, 9, 14, 40, 90, 400, 1988, 3999)] == [
        *("I", "IV", "IX", "XIV", "XL", "XC", "CD", "MCMLXXXVIII", "MMMCMXCIX")
    ]
    for outside in (0, -1, 4000):
        with pytest.raises(ValueError):
            roman(outside)


def test_every_roman_numeral_reads_back():
    sizes = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
    for value in range(1, 4000):
        signs = [sizes[sign] for sign in roman(value)]
        read_back = sum(
            -size if size < behind else size
            for size, behind in zip(signs, [*signs[1:], 0], strict=True)
        )
        assert read_back == value
