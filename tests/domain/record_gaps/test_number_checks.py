"""Doubts about CCCD and phones, once with somebody in them and once without."""

import pytest

from ccb_desktop.domain.members.people import Sex
from ccb_desktop.domain.record_gaps import number_checks as checks
from tests.domain.record_gaps.record_values import ON, a_record


@pytest.mark.parametrize(
    ("number", "wrong"),
    [
        ("001052000123", False),
        ("123456789", False),
        ("", False),
        ("00105200012", True),
        ("00105200012A", True),
    ],
)
def test_the_length_of_a_citizen_id(number, wrong):
    assert bool(checks.wrong_citizen_id(a_record(citizen_id=number), ON)) is wrong


@pytest.mark.parametrize(
    ("number", "born", "year"),
    [
        ("001052000123", "19/5/1952", None),
        ("001053000123", "19/5/1952", 1953),
        ("001152000123", "1952", None),
        ("001204000123", "2004", None),
        ("001304000123", "1/2004", None),
        ("001004000123", "2004", 1904),
        ("001052000123", None, None),
        ("123456789", "1952", None),
    ],
)
def test_the_year_of_birth_in_a_citizen_id(number, born, year):
    found = checks.other_year_in_citizen_id(a_record(citizen_id=number, born_on=born), ON)
    assert (found is not None) == (year is not None)
    if found:
        assert found.reason == f"Số CCCD là của người sinh năm {year}."
        assert found.values[1] == f"CCCD: {number}"


@pytest.mark.parametrize(
    ("number", "sex", "wrong"),
    [
        ("001052000123", Sex.MALE, False),
        ("001152000123", Sex.MALE, True),
        ("001152000123", Sex.FEMALE, False),
        ("001204000123", Sex.FEMALE, True),
        ("001304000123", Sex.FEMALE, False),
        ("001152000123", None, False),
        ("123456789", Sex.FEMALE, False),
    ],
)
def test_the_sex_in_a_citizen_id(number, sex, wrong):
    found = checks.other_sex_in_citizen_id(a_record(citizen_id=number, sex=sex), ON)
    assert bool(found) is wrong


@pytest.mark.parametrize(
    ("phone", "wrong"),
    [
        ("", False),
        ("0912345678", False),
        ("0912.345.678", False),
        ("+84 912 345 678", False),
        ("024 3825 1234", False),
        ("0912345678; 0987654321", False),
        ("0912345678 - 0987654321", False),
        ("091234567", True),
        ("0912345678, 12", True),
        ("912345678", True),
        ("không có", True),
    ],
)
def test_the_length_of_a_phone(phone, wrong):
    assert bool(checks.wrong_phone(a_record(phone=phone), ON)) is wrong
