"""What the exempt of the practice branch have reported: most in time, some not lately."""

from collections.abc import Iterator
from datetime import date, timedelta

from ccb_desktop.domain.charter import charter_on, months_after
from ccb_desktop.domain.charter_watch.reports import ExemptionReport
from ccb_desktop.domain.imports.books import Books
from ccb_desktop.domain.members.memberships import EventKind, Status, standing_on
from ccb_desktop.domain.partial_dates import PartialDate
from ccb_desktop.domain.practice.calendar import REFERENCE_DAY

_EARLY = timedelta(days=6)
_LATE_ONE_IN = 4


def make_exemption_reports(books: Books) -> Iterator[ExemptionReport]:
    """Reports a few days before they are due; of one in four the last is missing."""
    for place, (membership_id, since) in enumerate(_exempt(books), 1):
        days = list(_report_days(since))
        for day in days[:-1] if place % _LATE_ONE_IN == 0 else days:
            yield ExemptionReport(membership_id=membership_id, reported_on=PartialDate.of(day))


def _exempt(books: Books) -> Iterator[tuple[int, date]]:
    """The memberships that are exempt on the last day of the books, and since when."""
    events = books.events.by_id.values()
    once = {event.membership_id or 0 for event in events if event.kind is EventKind.EXEMPTED}
    for membership_id in sorted(once):
        course = books.standings_of(books.memberships[membership_id])
        standing = standing_on(course, REFERENCE_DAY)
        if standing is not None and standing.status is Status.EXEMPT:
            yield membership_id, standing.from_on


def _report_days(since: date) -> Iterator[date]:
    months = charter_on(since).exemption_months
    day = months_after(since, months) - _EARLY
    while day <= REFERENCE_DAY:
        yield day
        day = months_after(day, months) - _EARLY
