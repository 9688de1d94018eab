"""Reports of the exempt in the practice branch: most are in time, some are missing."""

from ccb_desktop.domain.charter_watch.exemptions import report_due
from ccb_desktop.domain.members.memberships import Status, standing_on
from ccb_desktop.domain.practice.branch import make_practice_branch
from ccb_desktop.domain.practice.calendar import REFERENCE_DAY


def test_some_are_overdue_and_most_are_not():
    made = make_practice_branch(320, 1)
    days = {}
    for report in made.exemption_reports:
        days.setdefault(report.membership_id, []).append(report.reported_on)
    overdue = 0
    for membership_id, reported in days.items():
        course = made.books.standings_of(made.books.memberships[membership_id])
        standing = standing_on(course, REFERENCE_DAY)
        assert standing.status is Status.EXEMPT
        assert all(standing.from_on < day.first_day <= REFERENCE_DAY for day in reported)
        overdue += report_due(standing.from_on, reported, REFERENCE_DAY) < REFERENCE_DAY
    assert 0 < overdue < len(days) / 2
