"""Regularity of meetings: months, rates, and what is too rare (rules 9 and 10)."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as some

from ccb_desktop.domain.activities.regularity import (
    Meeting,
    MonthOfMeetings,
    Regularity,
    Roll,
    UnitYear,
    last_meetings,
    year_of_meetings,
)
from ccb_desktop.domain.members.units import Unit, UnitKind, UnitName
from ccb_desktop.domain.partial_dates import PartialDate

ON = date(2026, 10, 15)


def a_unit(own, kind=UnitKind.CHI_HOI, **more):
    return Unit(id=own, code=f"CH{own}", kind=kind, names=(UnitName(f"Chi hội {own}"),), **more)


def year(meetings, met_on, units=None, spans=()):
    named = [(unit, unit.name) for unit in units or [a_unit(1)]]
    return year_of_meetings(2026, ON, named, meetings, met_on, Roll(spans))


def test_the_board_comes_first_and_units_that_ended_are_left_out():
    ended = a_unit(2, ended_on=PartialDate.parse("1/2026"))
    club = a_unit(3, UnitKind.CLUB)
    assert [one.name for one in year([], {}, [a_unit(1), ended, club])] == [
        "Ban Chấp hành Hội",
        "Chi hội 1",
    ]


def test_months_hold_sessions_and_rate():
    meetings = [
        Meeting(1, date(2026, 3, 5), 1, 8),
        Meeting(1, date(2026, 3, 25), 2, 12),
        Meeting(1, date(2026, 4, 2), 1, None),
        Meeting(1, date(2025, 3, 5), 1, 10),
        Meeting(1, date(2026, 11, 1), 1, 10),
    ]
    spans = [(1, date(2020, 1, 1), None)] * 9 + [(1, date(2026, 3, 20), date(2026, 4, 1))]
    _board, one = year(meetings, {1: date(2026, 4, 2)}, spans=spans)
    assert one.months[2] == MonthOfMeetings(3, 20, 9 + 2 * 10)
    assert one.months[3] == MonthOfMeetings(1, 0, 0)
    assert one.sessions == 4
    assert one.rate_told == "20/29 (68,97 %)"
    assert one.months[2].rate_told == "20/29 (68,97 %)"
    told = [one.month_told(month) for month in (3, 4, 10, 11)]
    assert told == ["✔ 3", "✔ 1", "–", ""]


def test_what_is_too_rare_is_told_with_its_day():
    _board, late = year([], {1: date(2026, 7, 14)})
    assert (late.state, late.due_on) == (Regularity.TOO_RARE, date(2026, 10, 14))
    assert late.state_told == "✘ Quá hạn từ 14/10/2026"
    _board, soon = year([], {1: date(2026, 7, 15)})
    assert (soon.state, soon.state_told) == (Regularity.SOON, "! Sắp đến hạn 15/10/2026")
    board, kept = year([], {1: date(2026, 9, 15), None: date(2026, 9, 1)})
    assert kept.state is board.state is Regularity.KEPT
    _board, never = year([], {})
    assert never.state_told == "? Chưa ghi buổi nào"


def test_a_meeting_of_the_whole_is_one_of_its_parts():
    part = a_unit(7, UnitKind.PHAN_HOI, parent_id=1)
    whole, own = date(2026, 5, 1), date(2026, 6, 1)
    assert last_meetings({1: whole}, [part])[7] == whole
    assert last_meetings({1: whole, 7: own}, [part])[7] == own
    assert last_meetings({2: whole}, [part]).get(7) is None


DAYS = some.dates(date(2025, 1, 1), date(2026, 12, 31))


@given(some.lists(some.tuples(some.integers(1, 3), DAYS, some.none() | DAYS)), DAYS)
def test_the_roll_counts_as_one_counts_by_hand(spans, on):
    spans = [(unit, a, None if b is None or b < a else b) for unit, a, b in spans]
    roll = Roll(spans)
    for unit in (1, 2, 3):
        by_hand = sum(u == unit and a <= on and (b is None or on < b) for u, a, b in spans)
        assert roll.members(unit, on) == by_hand


@given(some.integers(-200, 400))
def test_a_state_follows_from_the_due_day_alone(days):
    state = UnitYear(unit_id=1, name="", on=ON, due_on=ON + timedelta(days)).state
    expected = (
        Regularity.TOO_RARE if days < 0 else Regularity.SOON if days <= 30 else Regularity.KEPT
    )
    assert state is expected
