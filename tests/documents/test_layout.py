"""Columns on a page."""

import pytest

from ccb_desktop.documents.layout import (
    fit,
    lines_needed,
    name_in_lines,
    room_mm,
    subject_in_lines,
    surely_fits,
    text_mm,
)
from ccb_desktop.domain.member_papers.anniversaries import birthdays
from ccb_desktop.domain.member_papers.doubles_list import doubles
from ccb_desktop.domain.member_papers.gap_lists import open_end_list, suspicious
from ccb_desktop.domain.member_papers.incomplete import incomplete
from ccb_desktop.domain.member_papers.movements import movement_book, movements, new_members
from ccb_desktop.domain.member_papers.roster import roster, roster_book
from ccb_desktop.domain.member_papers.unit_list import exempt_due, units
from ccb_desktop.domain.papers import CellKind, Column
from ccb_desktop.domain.visit_papers.longevity_list import longevity_list
from tests.paper_values import a_source


def test_the_room_is_what_the_margins_leave():
    assert (room_mm(landscape=False), room_mm(landscape=True)) == (165, 252)


@pytest.mark.parametrize(
    ("widths", "size"), [((100, 65), 12), ((100, 80), 11), ((120, 78), 10), ((200, 200), 9)]
)
def test_a_table_fills_the_room_and_its_letters_shrink_with_it(widths, size):
    fitted = fit([Column("", width) for width in widths], 165)
    assert sum(fitted.widths_mm) == pytest.approx(165)
    assert fitted.font_size == size


def test_a_sheet_may_be_wider_than_the_page():
    fitted = fit([Column("", 100)] * 10, 252, narrowest=0.7)
    assert sum(fitted.widths_mm) == pytest.approx(700)


@pytest.mark.parametrize(
    ("text", "regular", "bold"),
    [
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 83.7, 87.7),
        ("Độc lập - Tự do - Hạnh phúc", 48.9, 51.7),
        ("Nguyễn Khắc Khuyến", 37.9, 40.0),
        ("1.862 (99,34 %)", 27.5, 28.2),
        ("99000072", 16.9, 16.9),
    ],
)
def test_widths_of_text_are_those_of_the_letters(text, regular, bold):
    assert text_mm(text, 12) == pytest.approx(regular, rel=0.01)
    assert text_mm(text, 12, bold=True) == pytest.approx(bold, rel=0.01)


def test_lines_keep_words_whole_and_breaks():
    assert lines_needed("Chi hội 1", 30, 12) == 1
    assert lines_needed("Số 184 phố An Bình, phường An Lạc", 30, 12) == 3
    assert lines_needed("một\nhai", 100, 12) == 2
    assert lines_needed("x" * 100, 20, 12) > 5
    assert surely_fits(30, 12) < surely_fits(30, 9)


def test_a_long_name_breaks_before_its_place():
    name = "HỘI CỰU CHIẾN BINH PHƯỜNG AN LẠC"
    assert name_in_lines(name, 67, 12, bold=True) == "HỘI CỰU CHIẾN BINH\nPHƯỜNG AN LẠC"
    assert name_in_lines(name, 103, 12, bold=True) == name
    assert name_in_lines("HỘI CCB XÃ ĐÔ", 67, 12) == "HỘI CCB XÃ ĐÔ"


def test_a_long_subject_breaks_after_its_first_comma():
    long = "Kết quả công tác Hội 6 tháng đầu năm 2026, phương hướng 6 tháng cuối năm, và hơn nữa"
    assert subject_in_lines(long, 165, 14).split("\n") == [
        "Kết quả công tác Hội 6 tháng đầu năm 2026,",
        "phương hướng 6 tháng cuối năm, và hơn nữa",
    ]
    assert subject_in_lines("Kết quả năm 2026, phương hướng", 165, 14).count("\n") == 0
    assert subject_in_lines("Kết quả " * 30, 165, 14).count("\n") == 0


LONGEST = {
    "STT": "1862",
    "Số thẻ": "999999999",
    "CCCD": "001052000123",
    "Điện thoại": "0912345678",
    "Số quyết định": "115/QĐ-CCB",
    "Giới tính": "Nam",
    "Chi hội": "Chi hội 12",
    "Mã": "CLB12",
}
"""What must stand in one line."""

MAKERS = {
    "roster": lambda source: roster(source, (), ()),
    "roster book": lambda source: roster_book(source, (), ()),
    "new members": lambda source: new_members(source, (), (), ()),
    "movements": lambda source: movements(source, ()),
    "movement book": lambda source: movement_book(source, (), ()),
    "birthdays": lambda source: birthdays(source, ()),
    "longevity": lambda source: longevity_list(source, ()),
    "incomplete": lambda source: incomplete(source, ()),
    "suspicious": lambda source: suspicious(source, ()),
    "open ends": lambda source: open_end_list(source, ()),
    "duplicates": lambda source: doubles(source, ()),
    "units": lambda source: units(source, ()),
    "exempt due": lambda source: exempt_due(source, (), (), {}),
}


@pytest.mark.parametrize("name", MAKERS)
def test_no_list_breaks_a_number_a_date_or_a_word_of_its_head(name):
    for table in MAKERS[name](a_source()).tables:
        fitted = fit(table.columns, room_mm(landscape=True))
        for column, width in zip(table.columns, fitted.widths_mm, strict=True):
            day = "28/12/2026" if column.kind is CellKind.DATE else ""
            held = text_mm(LONGEST.get(column.label, day), fitted.font_size)
            words = [text_mm(w, fitted.font_size, bold=True) for w in column.label.split()]
            assert max(held, *words) <= width - 2, (column.label, width)
