"""Partial dates: reading, printing, bounds, order, and which of two is better known."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccb_desktop.domain.partial_dates import DateProblem, PartialDate, parse_day

days = st.dates(min_value=date(1000, 1, 1))


@st.composite
def partial_dates(draw):
    full = draw(days)
    known = draw(st.integers(1, 3))
    return PartialDate(*(full.year, full.month, full.day)[:known])


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("19/5/1952", "1952-05-19"),
        ("19-05-1952", "1952-05-19"),
        ("19.5.1952", "1952-05-19"),
        (" 19 / 5 / 1952 ", "1952-05-19"),
        ("19 5 1952", "1952-05-19"),
        ("5/1952", "1952-05"),
        ("05-1952", "1952-05"),
        ("1952", "1952"),
        ("1952-05-19", "1952-05-19"),
        ("1952-05", "1952-05"),
        ("1952/5/19", "1952-05-19"),
        ("1952-05-19 00:00:00", "1952-05-19"),
        ("1952-05-19T00:00:00.000", "1952-05-19"),
        ("ngày 19 tháng 5 năm 1952", "1952-05-19"),
        ("Tháng 5 năm 1952", "1952-05"),
        ("Năm 1952", "1952"),
        ("29/02/1952", "1952-02-29"),
    ],
)
def test_reads_what_officers_write(text, iso):
    assert PartialDate.parse(text).iso == iso


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("31/02/1950", "không có"),
        ("29/2/1951", "không có"),
        ("13/1952", "không có"),
        ("5/19/1952", "không có"),
        ("0/1952", "không có"),
        ("0000", "không có"),
        ("19/5/52", "bốn chữ số"),
        ("5/52", "bốn chữ số"),
        ("52", "bốn chữ số"),
        ("", "không phải là ngày tháng"),
        ("không rõ", "không phải là ngày tháng"),
        ("19/5/1952/1", "không phải là ngày tháng"),
        ("19/5/", "không phải là ngày tháng"),
        ("119/5/1952", "một hoặc hai chữ số"),
        ("1952/1952", "một hoặc hai chữ số"),
        ("١٩٥٢", "không phải là ngày tháng"),
    ],
)
def test_refuses_with_a_sentence(text, said):
    with pytest.raises(DateProblem, match=said):
        PartialDate.parse(text)


@pytest.mark.parametrize(
    "parts", [(1950, 2, 31), (1951, 13), (1951, 0), (0,), (10000,), (1951, None, 3), (1951, 1, 0)]
)
def test_dates_that_do_not_exist_cannot_be_made(parts):
    with pytest.raises(ValueError):
        PartialDate(*parts)


@pytest.mark.parametrize(
    ("parts", "printed"),
    [((1952, 5, 19), "19/05/1952"), ((1951, 2), "2/1951"), ((1952,), "1952")],
)
def test_prints_as_meaning_7_says(parts, printed):
    assert str(PartialDate(*parts)) == printed


@given(partial_dates())
def test_printed_and_stored_forms_read_back(value):
    assert PartialDate.parse(str(value)) == value
    assert PartialDate.parse(value.iso) == value
    assert PartialDate.from_iso(value.iso) == value


@pytest.mark.parametrize("text", ["", "19/5/1952", "1952-5", "1952-05-19T00", "52", " 1952"])
def test_stored_form_is_strict(text):
    with pytest.raises(ValueError):
        PartialDate.from_iso(text)


@given(partial_dates())
def test_every_possible_day_lies_within_the_bounds(value):
    assert value.first_day <= value.last_day
    assert value.is_complete == (value.first_day == value.last_day)
    assert PartialDate.of(value.first_day).agrees_with(value)
    assert PartialDate.of(value.last_day).agrees_with(value)
    assert PartialDate.of(value.first_day).iso.startswith(value.iso)


def test_bounds_of_february_in_a_leap_year():
    assert PartialDate(1952, 2).last_day == date(1952, 2, 29)
    assert PartialDate(1952).last_day == date(1952, 12, 31)


@given(partial_dates(), partial_dates())
def test_order_is_by_first_day_then_the_less_precise_first(one, other):
    assert (one < other) == ((one.first_day, one.precision) < (other.first_day, other.precision))
    assert (one <= other) == (one < other or one == other)
    if one == other:
        assert hash(one) == hash(other)


@given(partial_dates(), partial_dates())
def test_stored_text_sorts_as_the_dates_do(one, other):
    assert (one.iso < other.iso) == (one < other)


def test_a_date_is_not_compared_with_something_else():
    assert PartialDate(1952) != "1952"
    with pytest.raises(TypeError):
        PartialDate(1952) < date(1952, 1, 1)  # noqa: B015 (the comparison itself must fail)


@pytest.mark.parametrize(
    ("new", "known", "takes_its_place"),
    [
        ("19/5/1952", None, True),
        ("1952", None, True),
        ("19/5/1952", "1952", True),
        ("5/1952", "1952", True),
        ("19/5/1952", "20/5/1952", True),
        ("19/5/1952", "19/5/1952", False),
        ("1952", "1952", False),
        ("1953", "1952", True),
        ("1952", "19/5/1952", False),
        ("1953", "19/5/1952", False),
        ("5/1952", "19/5/1952", False),
        ("6/1952", "19/5/1952", True),
        ("1952", "5/1952", False),
        ("1953", "5/1952", True),
    ],
)
def test_which_of_two_dates_is_kept(new, known, takes_its_place):
    before = None if known is None else PartialDate.parse(known)
    assert PartialDate.parse(new).refines(before) is takes_its_place


@given(partial_dates(), partial_dates())
def test_two_dates_never_replace_each_other_when_they_agree(one, other):
    if one.agrees_with(other):
        assert one.refines(other) == (one.precision > other.precision)


@given(days)
def test_a_day_of_the_command_line(day):
    assert parse_day(day.isoformat()) == day
    assert parse_day(f"{day:%d/%m/}{day.year}") == day


@pytest.mark.parametrize("text", ["2026-06", "2026", "hôm nay", "31/02/2026"])
def test_a_day_of_the_command_line_is_complete(text):
    with pytest.raises(DateProblem):
        parse_day(text)
