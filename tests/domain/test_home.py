"""What the first page says about reports that are due, and what its pictures say."""

from ccb_desktop.domain.home import (
    Group,
    YearEnd,
    age_message,
    doubles_waiting,
    years_message,
)
from ccb_desktop.domain.waiting import Behind


def test_the_picture_of_years_says_how_it_went():
    years = (YearEnd(2025, 1862, 10, 4), YearEnd(2026, 1850, 0, 12))
    assert years_message(years) == (
        "Theo năm: hiện có 1.850 hội viên, giảm 12 so với cuối năm 2025"
    )
    assert years_message(years[:1]) == "Theo năm: hiện có 1.862 hội viên"


def test_the_picture_of_ages_says_how_many_are_old():
    nobody = Behind(lambda _one: False)
    groups = [Group("", count, nobody) for count in (1, 0, 2, 1)]
    assert age_message(groups) == "Theo tuổi: 3 trong 4 hội viên từ 70 tuổi trở lên"


def test_people_in_the_books_twice_lead_to_where_they_are_compared():
    assert doubles_waiting(0) == ()
    (waiting,) = doubles_waiting(1200)
    assert (waiting.count, waiting.sentence) == (
        1200,
        "cặp hồ sơ trùng họ tên và năm sinh, có thể là một người",
    )
    assert (waiting.page, waiting.filters) == ("review", {"tab": "doubles"})
