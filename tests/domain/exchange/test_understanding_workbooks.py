"""Whole files: old fonts, what the officer says of a sheet, sheets that are not read."""

import unicodedata
from pathlib import Path

import pytest

from ccb_desktop.domain.errors import Stopped
from ccb_desktop.domain.exchange.sheet_kinds import READABLE_NOW
from ccb_desktop.domain.exchange.source import SourceWorkbook
from ccb_desktop.domain.exchange.typed_rows import SheetMapping
from ccb_desktop.domain.exchange.understanding import (
    BLANK,
    HIDDEN,
    UNKNOWN,
    understand,
    understand_workbook,
)
from tests.domain.exchange.sheets import (
    HEADER,
    NO_UNIT,
    TODAY,
    people,
    sheet,
    understood,
    values,
)

# Old fonts


def test_a_column_in_tcvn3_is_converted_and_shown():
    found = understood(
        ("STT", "hä vµ tªn", "n¨m sinh", "chi héi"),
        (1, "NguyÔn V¨n An", 1952, "Chi héi 3"),
        (2, "TrÇn ThÞ B×nh", 1953, "Chi héi 3"),
    )
    assert values(found, "full_name") == ["Nguyễn Văn An", "Trần Thị Bình"]
    names = [c for c in found.converted if c.field == "full_name"]
    assert [(c.row, c.encoding, c.before, c.after) for c in names] == [
        (2, "TCVN3", "NguyÔn V¨n An", "Nguyễn Văn An"),
        (3, "TCVN3", "TrÇn ThÞ B×nh", "Trần Thị Bình"),
    ]


def test_a_column_in_vni():
    found = understood(
        HEADER, (1, "Nguyeãn Vaên An", 1952, "CH 1"), (2, "Ñoã Thò Höông", 1953, "CH 1")
    )
    assert values(found, "full_name") == ["Nguyễn Văn An", "Đỗ Thị Hương"]
    assert {c.encoding for c in found.converted} == {"VNI"}


def test_the_font_of_a_cell_decides_and_clean_cells_stay():
    found = understood(
        HEADER,
        (1, "NguyÔn V¨n An", 1952, "Chi hội 1"),
        (2, "Trần Thị Bình", 1953, "Chi hội 1"),
        fonts={(2, 1): ".VnTime", (3, 1): ".VnTime", (2, 3): ".VnTime"},
    )
    assert values(found, "full_name") == ["Nguyễn Văn An", "Trần Thị Bình"]
    assert [c.row for c in found.converted] == [2]


def test_clean_unicode_is_never_touched():
    rows = [
        (n, unicodedata.normalize(form, "Hoàng Đức Ước"), 1950, "CH 1")
        for n, form in ((1, "NFC"), (2, "NFD"))
    ]
    found = understood(HEADER, *rows)
    assert values(found, "full_name") == ["Hoàng Đức Ước"] * 2
    assert found.converted == ()


# What the officer says


def test_columns_matched_by_hand_go_before_the_others():
    rows = (("Tên", "Sinh", "Ở", "Số"), ("Lê Văn An", 1952, "Chi hội 1", "0912345678"))
    mapping = SheetMapping(
        kind="members",
        columns={0: "full_name", 1: "born_on", 2: "unit", 3: "phone"},
        header_row=1,
    )
    found = understood(*rows, mapping=mapping)
    assert found.kind == "members"
    assert found.rows[0].values["phone"] == "0912345678"
    assert found.unmatched_headers == ()


def test_a_column_can_be_left_out():
    found = understood(
        (*HEADER, "Quê quán"),
        (1, "Lê Văn An", 1952, "CH 1", "Huế"),
        mapping=SheetMapping(columns={4: None}),
    )
    assert "home_town" not in found.rows[0].values
    assert found.unmatched_headers == ("Quê quán",)


def test_another_column_can_be_given_to_a_field():
    found = understood(
        (*HEADER, "Nơi ở cũ"),
        (1, "Lê Văn An", 1952, "CH 1", "CH 2"),
        mapping=SheetMapping(columns={4: "unit"}),
    )
    assert values(found, "unit") == ["CH 2"]


ODD = ("Đồng chí", "Năm", "Thuộc")
SAID = {0: "full_name", 1: "born_on", 2: "unit"}


def odd_list(*names):
    """A list whose header is less like one than the rows below it."""
    rows = [(name, "1950", "Chi hội 1", "Huế", "Kinh", "khỏe") for name in names]
    return (("Danh sách",), ODD, *rows)


def test_the_header_can_be_said_to_stand_in_another_row():
    wrong = understood(*odd_list("Lê Ba"))
    assert (wrong.header_row, wrong.kind) == (3, None)
    assert (2, "Đồng chí · Năm · Thuộc") in wrong.header_choices
    mapping = SheetMapping(kind="members", columns=SAID, header_row=2)
    found = understood(*odd_list("Lê Ba"), mapping=mapping)
    assert found.header_row == 2
    assert values(found, "full_name") == ["Lê Ba"]


def test_a_matching_is_remembered_with_the_row_that_was_guessed_wrong():
    mapping = SheetMapping(kind="members", columns=SAID, header_row=2)
    key = understood(*odd_list("Lê Ba"), mapping=mapping).shape_key
    remembered = {key: SheetMapping(kind="members", columns=SAID)}
    later = sheet((), *odd_list("Trần Tư", "Vũ Năm"))
    found = understand(later, today=TODAY, remembered=remembered)
    assert found.header_row == 3
    assert values(found, "full_name") == ["Trần Tư", "Vũ Năm"]


def test_what_is_said_now_goes_before_what_is_remembered():
    key = understood(HEADER, *people(1)).shape_key
    remembered = {key: SheetMapping(kind="members", columns={2: None})}
    assert understand(sheet(HEADER, *people(1)), today=TODAY, remembered=remembered).missing_fields
    said = SheetMapping(kind="members")
    found = understand(sheet(HEADER, *people(1)), said, today=TODAY, remembered=remembered)
    assert not found.missing_fields


def test_understanding_can_be_stopped_between_columns():
    pulses = iter(range(8))

    def pulse():
        if next(pulses) == 6:
            raise Stopped("Đã dừng.")

    with pytest.raises(Stopped):
        understand(sheet(HEADER, *people(2)), today=TODAY, pulse=pulse)


# Sheets that are not read


def test_hidden_blank_and_unknown_sheets_say_why():
    assert understood(HEADER, *people(1), hidden=True).ignored_reason == HIDDEN
    assert understood().ignored_reason == BLANK
    unknown = understood(("Món", "Giá", "Nơi bán"), ("Gạo", 20000, "Chợ"))
    assert unknown.ignored_reason == UNKNOWN
    assert [(c.header, c.samples) for c in unknown.columns] == [
        ("Món", ("Gạo",)),
        ("Giá", ("20000",)),
        ("Nơi bán", ("Chợ",)),
    ]


def test_a_workbook_in_the_order_of_import():
    posts = sheet(
        ("Họ và tên", "Chức danh", "Phạm vi"), ("Lê Văn An", "Bí thư", "Đảng"), name="Chức danh"
    )
    units = sheet(("Mã", "Tên đơn vị", "Loại"), ("CH1", "Chi hội 1", "Chi hội"), name="Đơn vị")
    ratings = sheet(
        ("Năm", "Đơn vị", "Xếp loại"),
        (2025, "Chi hội 1", "Hoàn thành tốt"),
        name="Xếp loại",
    )
    members = sheet(HEADER, *people(2), name="DS")
    book = SourceWorkbook(Path("a.xlsx"), "0", (posts, ratings, members, units))
    readable = READABLE_NOW - {"unit_ratings"}
    found = understand_workbook(book, today=TODAY, readable=readable)
    assert [s.kind for s in found.sheets] == ["units", "members", "posts"]
    assert [(s.kind, s.ignored_reason) for s in found.ignored] == [
        ("unit_ratings", "Trang Xếp loại đơn vị chưa đọc ở bản này.")
    ]
    assert found.ignored[0].rows == ()


def test_a_mapping_of_one_sheet_is_for_that_sheet():
    book = SourceWorkbook(Path("a.xlsx"), "0", (sheet(NO_UNIT, (1, "Lê Văn An", 1952), name="A"),))
    found = understand_workbook(book, {"A": SheetMapping(unit="Chi hội 1")}, today=TODAY)
    assert values(found.sheets[0], "unit") == ["Chi hội 1"]
