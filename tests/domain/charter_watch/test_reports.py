"""Reports of the exempt as values."""

from datetime import date

import pytest

from ccb_desktop.domain.charter_watch.reports import (
    ExemptionReport,
    check_report_day,
    days_by_membership,
)
from ccb_desktop.domain.errors import Invalid
from tests.domain.charter_watch.books import day


def test_days_by_membership():
    reports = [
        ExemptionReport(membership_id=number, reported_on=day(on))
        for number, on in ((1, "1/3/2026"), (2, "2/3/2026"), (1, "6/2026"))
    ]
    assert days_by_membership(reports) == {
        1: (day("1/3/2026"), day("6/2026")),
        2: (day("2/3/2026"),),
    }


def test_a_report_of_the_future_is_refused():
    check_report_day(day("6/2026"), date(2026, 6, 1))
    with pytest.raises(Invalid, match="chưa đến"):
        check_report_day(day("2/6/2026"), date(2026, 6, 1))
