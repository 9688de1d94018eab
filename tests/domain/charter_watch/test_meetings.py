"""Rules 9 and 10: who has not met for too long, once the book can tell."""

from datetime import date

from ccb_desktop.domain.charter_watch.findings import Urgency
from ccb_desktop.domain.charter_watch.meetings import MEETING
from ccb_desktop.domain.members.units import UnitKind
from tests.domain.charter_watch.books import a_unit, books, found, names

UNITS = (a_unit(1), a_unit(2, UnitKind.CLUB, "CLB CQN"), a_unit(3, name="Chi hội 3"))


def test_more_than_three_months_without_a_meeting():
    met = {None: date(2026, 5, 4), 1: date(2026, 3, 29), 3: date(2026, 3, 30)}
    [one] = found(MEETING, units=UNITS, met_on=met)
    assert (one.name, one.due_on, one.urgency) == (
        *("Chi hội 1", date(2026, 6, 29)),
        Urgency.OVERDUE,
    )


def test_who_never_met_is_told_too_and_clubs_are_not():
    assert names(MEETING, units=UNITS, met_on={}) == ["Ban Chấp hành Hội", "Chi hội 1", "Chi hội 3"]


def test_a_phan_hoi_is_told_with_its_chi_hoi():
    part = a_unit(4, UnitKind.PHAN_HOI, "Phân hội 1", parent_id=1)
    met = {None: date(2026, 6, 1), 1: date(2026, 6, 1)}
    assert names(MEETING, units=(UNITS[0], part), met_on=met) == ["Phân hội 1 (Chi hội 1)"]


def test_without_the_book_it_says_so_and_finds_nobody():
    assert names(MEETING, units=UNITS) == []
    assert "chưa ghi buổi sinh hoạt" in MEETING.lacks(books())
    assert MEETING.lacks(books(met_on={})) == ""
