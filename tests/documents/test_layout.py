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
from ccb_desktop.domain.papers import Column


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


def test_widths_of_text_come_near_the_true_ones():
    assert text_mm("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12, bold=True) == pytest.approx(
        88, rel=0.05
    )
    assert text_mm("Làm nhiệm vụ quốc tế Campuchia", 12) == pytest.approx(58, rel=0.1)


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
