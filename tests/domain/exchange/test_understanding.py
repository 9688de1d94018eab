"""Whole sheets: every row a record, a problem or listed as skipped; units from titles."""

import pytest

from ccb_desktop.domain.exchange import rows as reasons
from ccb_desktop.domain.exchange.source import ErrorValue
from ccb_desktop.domain.exchange.typed_rows import SheetMapping
from ccb_desktop.domain.members.people import Sex
from tests.domain.exchange.sheets import (
    HEADER,
    NO_UNIT,
    people,
    problems,
    skipped,
    understood,
    values,
)

# Rows that are no records


def test_titles_sums_repeated_headers_and_signatures_are_listed():
    found = understood(
        ("HỘI CCB PHƯỜNG", None, "CỘNG HÒA"),
        HEADER,
        ("(1)", "(2)", "(3)", "(4)"),
        *people(2),
        HEADER,
        *people(1, start=3),
        (None, "Cộng", 3),
        ("Tổng cộng: 3 đồng chí",),
        ("Danh sách này có 3 người",),
        (None, None, None, "An Lạc, ngày 30 tháng 6 năm 2026"),
        (None, "NGƯỜI LẬP BIỂU", None, "CHI HỘI TRƯỞNG"),
        (),
        (None, "Trần Văn Khánh", None, "Lê Thị Hoa"),
    )
    assert [row.row_number for row in found.rows] == [4, 5, 7]
    assert found.problems == ()
    assert skipped(found) == {
        1: reasons.ABOVE,
        6: reasons.REPEATED_HEADER,
        8: reasons.SUM,
        9: reasons.SUM,
        10: reasons.REMARK,
        11: reasons.SIGNATURE,
        12: reasons.SIGNATURE,
        14: reasons.SIGNATURE,
    }


@pytest.mark.parametrize("name", ["Tống Văn Cộng", "Công Thị Nam", "Chi Văn Tổng", "Hội Văn An"])
def test_names_that_look_like_other_rows_are_names(name):
    found = understood(HEADER, (1, name, 1952, "Chi hội 1"))
    assert values(found, "full_name") == [name]


def test_numbered_rows_without_anything_are_skipped():
    found = understood(HEADER, *people(2), (3,), (4,))
    assert skipped(found) == {4: reasons.ONLY_SERIAL, 5: reasons.ONLY_SERIAL}


def test_a_row_with_a_name_only_is_a_problem_not_nothing():
    found = understood(HEADER, (1, "Nguyễn Văn An"), *people(1, start=2))
    assert [(p.row, p.message, p.row_kept) for p in found.problems] == [
        (2, "Thiếu Ngày sinh.", False),
        (2, "Thiếu Chi hội.", False),
    ]
    assert len(found.rows) == 1


def test_a_row_without_its_name_is_a_problem():
    found = understood(HEADER, (1, None, 1952, "Chi hội 1"))
    assert problems(found) == [(2, "Họ và tên", "", False)]


def test_below_a_second_header_with_other_columns_every_row_is_a_problem():
    found = understood(
        HEADER,
        *people(2),
        ("STT", "Năm sinh", "Họ và tên", "Chi hội"),
        (1, 1960, "Lê Văn Tám", "Chi hội 1"),
        (2, 1961, "Lê Văn Chín", "Chi hội 1"),
    )
    assert [p.row for p in found.problems] == [5, 6]
    assert "tiêu đề thứ hai" in found.problems[0].message
    assert len(found.rows) == 2


# Units


def test_unit_titles_between_the_rows():
    found = understood(
        NO_UNIT,
        ("I. CHI HỘI 1",),
        (1, "Nguyễn Văn An", 1952),
        ("Phân hội 2",),
        (2, "Lê Văn Bình", 1953),
        ("Chi hội  4", None, 1),
        (1, "Trần Văn Cường", 1954),
    )
    assert values(found, "unit") == ["Chi hội 1", "Chi hội 1", "Chi hội 4"]
    assert values(found, "sub_unit") == [None, "Phân hội 2", None]
    assert found.missing_fields == ()
    assert set(skipped(found)) == {2, 4, 6}


def test_the_unit_named_only_above_the_header():
    found = understood(("DANH SÁCH HỘI VIÊN CHI HỘI 5",), NO_UNIT, (1, "Nguyễn Văn An", 1952))
    assert values(found, "unit") == ["Chi hội 5"]


def test_two_units_above_the_header_are_none():
    found = understood(("DANH SÁCH CHI HỘI 2, 3",), NO_UNIT, (1, "Nguyễn Văn An", 1952))
    assert found.rows == ()
    assert found.missing_fields == ("unit",)


def test_the_officer_names_the_unit():
    found = understood(NO_UNIT, (1, "Nguyễn Văn An", 1952), mapping=SheetMapping(unit="Chi hội 9"))
    assert values(found, "unit") == ["Chi hội 9"]


def test_a_cell_of_its_own_goes_before_the_title():
    found = understood(
        HEADER, ("Chi hội 3",), (1, "Lê Văn An", 1952, "Chi hội 7"), (2, "Lê Văn Ba", 1953, None)
    )
    assert values(found, "unit") == ["Chi hội 7", "Chi hội 3"]


def test_places_name_the_units_where_nothing_else_does():
    found = understood(NO_UNIT, ("KHU PHỐ 1",), (1, "Nguyễn Văn An", 1952))
    assert values(found, "unit") == ["Khu phố 1"]


def test_cells_merged_downwards_hold_for_each_row():
    found = understood(
        HEADER,
        (1, "Nguyễn Văn An", 1952, "Chi hội 2"),
        (2, "Nguyễn Thị Bình", 1955),
        (3, "Nguyễn Văn Cường", 1960, "Chi hội 3"),
        merges=[(2, 3, 3, 3)],
    )
    assert values(found, "unit") == ["Chi hội 2", "Chi hội 2", "Chi hội 3"]


# Names in two columns, sex in two columns


def test_a_name_written_over_two_columns():
    header = ("STT", "Họ và tên", None, "Năm sinh", "Chi hội")
    found = understood(
        header, (1, "Nguyễn Văn", "An", 1952, "CH 1"), (2, "Lê Thị", "Bình", 1953, "CH 1")
    )
    assert values(found, "full_name") == ["Nguyễn Văn An", "Lê Thị Bình"]


def test_family_name_and_given_name_apart():
    header = ("STT", "Họ đệm", "Tên", "Năm sinh", "Chi hội")
    found = understood(header, (1, "NGUYỄN VĂN", "AN", 1952, "CH 1"))
    assert values(found, "full_name") == ["Nguyễn Văn An"]


def test_sex_and_birth_from_two_columns():
    found = understood(
        ("STT", "Họ và tên", "Năm sinh", None, "Chi hội"),
        (None, None, "Nam", "Nữ", None),
        (1, "Nguyễn Văn An", 1952, None, "CH 1"),
        (2, "Lê Thị Bình", None, "5/1960", "CH 1"),
        (3, "Lê Văn Hai", 1950, 1951, "CH 1"),
        (4, "Lê Văn Không", None, None, "CH 1"),
    )
    assert values(found, "sex") == [Sex.MALE, Sex.FEMALE]
    assert [str(born) for born in values(found, "born_on")] == ["1952", "5/1960"]
    assert [(p.row, p.field, p.row_kept) for p in found.problems] == [
        (5, "born_on", False),
        (6, "born_on", False),
    ]


# Problems


def test_an_optional_cell_is_left_out_a_required_one_drops_the_row():
    found = understood(
        (*HEADER, "CCCD", "Quê quán"),
        (1, "Nguyễn Văn An", 1952, "CH 1", "12", "Hà Nội"),
        (2, "Lê Văn Bình", "32/1/1950", "CH 1", "34", "Huế"),
    )
    assert problems(found) == [
        (2, "CCCD", "12", True),
        (3, "Năm sinh", "32/1/1950", False),
        (3, "CCCD", "34", False),
    ]
    assert found.rows[0].values["home_town"] == "Hà Nội"
    assert "citizen_id" not in found.rows[0].values
    assert len(found.rows) == 1


def test_an_error_value_is_a_problem_of_its_cell():
    found = understood((*HEADER, "Quê quán"), (1, "Lê Văn An", 1952, "CH 1", ErrorValue("#REF!")))
    assert problems(found) == [(2, "Quê quán", "#REF!", True)]
    assert len(found.rows) == 1


def test_blank_cells_are_absent():
    found = understood((*HEADER, "Quê quán"), (1, "Lê Văn An", 1952, "CH 1", None))
    assert set(found.rows[0].values) == {"full_name", "born_on", "unit"}


def test_a_policy_cell_fills_class_and_rate_beside_it():
    found = understood(
        (*HEADER, "Diện chính sách", "Tỷ lệ thương tật"),
        (1, "Lê Văn An", 1952, "CH 1", "Thương binh 3/4 (41%)", None),
        (2, "Lê Văn Ba", 1952, "CH 1", "Thương binh 41%", 45),
    )
    assert values(found, "policy_grade") == ["3/4", None]
    assert values(found, "policy_rate") == [41, 45]
