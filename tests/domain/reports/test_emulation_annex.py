"""Annex 6: what each unit came to, with both parts of each share, and the awards."""

from datetime import date
from decimal import Decimal

from ccb_desktop.domain.emulation.awards import AwardRecipient
from ccb_desktop.domain.emulation.grading import Rating
from ccb_desktop.domain.figures.work_book import Rated
from ccb_desktop.domain.reports.emulation_annex import emulation_annex, emulation_of_period
from tests.domain.figures.rosters import a_member
from tests.domain.figures.works import a_rating, a_result, an_award, work_books

FIRST, LAST = date(2025, 1, 1), date(2025, 12, 31)
PEOPLE = (a_member(1, unit_id=1), a_member(2, unit_id=2))
GRADED = (a_result(10), a_result(20, "NOT_REACHED", unit_id=2), a_result(30, unit_id=2))


def annex(**work):
    found = emulation_of_period(work_books(*PEOPLE, **work), {"STRONG": "Vững mạnh"}, FIRST, LAST)
    return emulation_annex(found)


def labels(table):
    return [column.label for column in table.columns]


def test_without_findings_and_awards_there_is_no_annex():
    assert emulation_of_period(work_books(graded=(a_result(year=2023),)), {}, FIRST, LAST) is None


def test_a_year_has_the_columns_of_what_was_found():
    (table,) = annex(graded=GRADED).tables
    assert labels(table) == ["STT", "Đơn vị", "Bình xét", "Đạt", "%"]
    assert table.rows == [
        (1, "Chi hội 1", 1, 1, Decimal("100.00")),
        (2, "Chi hội 2", 2, 1, Decimal("50.00")),
    ]
    assert table.totals == ((None, "Toàn Hội", 3, 2, Decimal("66.67")),)


def test_phan_hoi_stand_only_where_they_were_rated():
    rated = (a_rating(1, Rating.EXCELLENT), Rated(3, 2025, 3, Rating.DONE, "STRONG"))
    (table,) = annex(rated=rated).tables
    assert labels(table)[2:] == ["Xếp loại", "Trong sạch, vững mạnh"]
    assert [row[1:] for row in table.rows] == [
        ("Chi hội 1", "Hoàn thành xuất sắc", ""),
        ("Phân hội 1", "Hoàn thành", "Vững mạnh"),
    ]


def test_awards_stand_by_unit_and_by_form():
    awards = (
        an_award(person_id=10),
        an_award(person_id=20, id=2),
        an_award(unit_id=1, id=3, recipient_kind=AwardRecipient.UNIT),
        an_award("Cờ thi đua", id=4, recipient_kind=AwardRecipient.BRANCH),
        an_award(awarded_on=date(2024, 1, 1), id=5),
    )
    by_unit, by_form = annex(awards=awards).tables
    assert labels(by_unit)[2:] == ["Cờ thi đua", "Giấy khen", "Cộng"]
    assert [row[1:] for row in by_unit.rows] == [
        ("Chi hội 1", None, 2, 2),
        ("Chi hội 2", None, 1, 1),
        ("Hội, các tập thể và cá nhân khác", 1, None, 1),
    ]
    assert by_unit.totals[0][2:] == (1, 3, 4)
    assert [row[1:] for row in by_form.rows] == [
        ("Cờ thi đua", None, None, 1, 1),
        ("Giấy khen", 2, 1, None, 3),
    ]
    assert by_form.totals == ((None, "Cộng", 2, 1, 1, 4),)
