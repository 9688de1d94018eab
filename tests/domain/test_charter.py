"""The numbers of the charter, months, and what speaks against readmission."""

from datetime import date

import pytest

from ccb_desktop.domain.charter import CHARTERS, charter_on, months_after, readmission_concerns
from ccb_desktop.domain.members.memberships import EventKind, MembershipEvent
from ccb_desktop.domain.partial_dates import PartialDate


def left(kind, on, reason=""):
    return MembershipEvent(kind=EventKind(kind), happened_on=PartialDate.parse(on), reason=reason)


def test_days_before_the_first_charter_have_its_numbers():
    assert charter_on(date(1990, 1, 1)) is CHARTERS[0]
    assert charter_on(date(2026, 1, 1)).ceremony_working_days == 30


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2025, 11, 30), 3, date(2026, 2, 28)),
        (date(2023, 11, 30), 3, date(2024, 2, 29)),
        (date(2026, 6, 30), 12, date(2027, 6, 30)),
    ],
)
def test_months_end_with_the_month(day, months, later):
    assert months_after(day, months) == later


def test_nothing_speaks_against_one_who_never_left():
    assert readmission_concerns([left("ADMITTED", "1990")], date(2026, 1, 1)) == []


def test_twelve_months_are_counted_from_the_day_of_leaving():
    events = [left("EXPELLED", "5/3/2025")]
    assert readmission_concerns(events, date(2026, 3, 5)) == []
    [said] = readmission_concerns(events, date(2026, 3, 4))
    assert "Chưa đủ 12 tháng" in said and "05/03/2026" in said


@pytest.mark.parametrize(
    ("reason", "count"),
    [
        ("Không sinh hoạt, không đóng hội phí 12 tháng liền", 1),
        ("Bỏ sinh hoạt", 1),
        ("Tự hủy thẻ", 1),
        ("Không tiến bộ sau 12 tháng giúp đỡ", 0),
        ("", 0),
    ],
)
def test_who_walked_away_is_not_taken_back(reason, count):
    said = readmission_concerns([left("STRUCK_OFF", "2020", reason)], date(2026, 1, 1))
    assert len(said) == count


def test_the_last_leaving_counts():
    events = [left("RESIGNED", "2010"), left("READMITTED", "2012"), left("EXPELLED", "2020")]
    said = readmission_concerns(events, date(2026, 1, 1))
    assert said == ["Đã kết nạp lại một lần; theo hướng dẫn chỉ được kết nạp lại một lần."]
