"""Lunar years bear the names of the round of sixty."""

from datetime import date

from ccb_desktop.domain.lunar.year_names import lunar_date_words, year_name


def test_years_have_their_names():
    assert [year_name(year) for year in (1945, 1968, 1975, 2024, 2026)] == [
        *("Ất Dậu", "Mậu Thân", "Ất Mão", "Giáp Thìn", "Bính Ngọ")
    ]
    assert year_name(1984) == year_name(2044) == "Giáp Tý"


def test_a_day_in_words():
    assert lunar_date_words(date(2026, 2, 17)) == "âm lịch ngày 1 tháng 1 năm Bính Ngọ"
    assert lunar_date_words(date(2025, 8, 1)).startswith("âm lịch ngày 8 tháng 6 nhuận")
