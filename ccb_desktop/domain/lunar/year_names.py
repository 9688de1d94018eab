"""Lunar years and days in words, as calendars on the wall have them: `năm Bính Ngọ`."""

from datetime import date

from ccb_desktop.domain.lunar.calendar import to_lunar

_STEMS = ("Giáp", "Ất", "Bính", "Đinh", "Mậu", "Kỷ", "Canh", "Tân", "Nhâm", "Quý")
_BRANCHES = (
    *("Tý", "Sửu", "Dần", "Mão", "Thìn", "Tỵ"),
    *("Ngọ", "Mùi", "Thân", "Dậu", "Tuất", "Hợi"),
)
_FIRST_OF_SIXTY = 4  # the year 4 was a Giáp Tý


def year_name(year: int) -> str:
    """The name of a lunar year in the round of sixty: 2026 is `Bính Ngọ`."""
    place = year - _FIRST_OF_SIXTY
    return f"{_STEMS[place % 10]} {_BRANCHES[place % 12]}"


def lunar_date_words(day: date) -> str:
    """A day by the lunar calendar: `âm lịch ngày 21 tháng 10 năm Bính Ngọ`.

    Raises:
        OutOfCalendar: The day is not from 1900 to 2100.
    """
    lunar = to_lunar(day)
    leap = " nhuận" if lunar.leap else ""
    return f"âm lịch ngày {lunar.day} tháng {lunar.month}{leap} năm {year_name(lunar.year)}"
