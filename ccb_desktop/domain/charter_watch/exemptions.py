"""Rule 4: the exempt report to their chi hội every three months."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from ccb_desktop.domain.charter import Charter, charter_on, months_after
from ccb_desktop.domain.charter_watch.findings import (
    Act,
    Finding,
    Rule,
    Urgency,
    WatchBooks,
    Watched,
    entered,
    of_member,
)
from ccb_desktop.domain.members.memberships import EventKind, Status
from ccb_desktop.domain.partial_dates import PartialDate

_SOON = timedelta(days=30)


def report_due(exempt_since: date, reported: Iterable[PartialDate], on: date) -> date:
    """The day by which the next report is due.

    Args:
        exempt_since: First day of the exemption.
        reported: Days of the reports there are; those before the exemption do not count.
        on: The day it is asked, for the charter of that day.
    """
    last = last_report(exempt_since, reported)
    begun = last.last_day if last else exempt_since
    return months_after(begun, charter_on(on).exemption_months)


def last_report(exempt_since: date, reported: Iterable[PartialDate]) -> PartialDate | None:
    """The last report within the exemption."""
    return max((day for day in reported if day.last_day >= exempt_since), default=None)


def _find(books: WatchBooks) -> Iterator[Finding]:
    for member in books.members:
        if member.status is Status.EXEMPT:
            reported = [
                day for day in books.reports.get(member.membership_id, ()) if _is_past(day, books)
            ]
            due_on = report_due(member.since, reported, books.on)
            if due_on - books.on <= _SOON:
                yield _finding(books, member, last_report(member.since, reported), due_on)


def _is_past(day: PartialDate, books: WatchBooks) -> bool:
    return day.first_day <= books.on


def _finding(
    books: WatchBooks, member: Watched, reported_on: PartialDate | None, due_on: date
) -> Finding:
    event = member.latest(EventKind.EXEMPTED)
    since = entered(member, member.since)
    why = f" ({event.reason})" if event is not None and event.reason else ""
    report = f"báo cáo gần nhất {reported_on}" if reported_on else "chưa có báo cáo nào"
    decided = event is not None and bool(event.decision_no)
    return of_member(
        EXEMPTION,
        member,
        event,
        evidence=f"Miễn sinh hoạt từ {since}{why}; {report}"
        + ("" if decided else "; chưa ghi số quyết định"),
        since=reported_on or since,
        due_on=due_on,
        urgency=Urgency.OVERDUE if due_on < books.on else Urgency.DUE,
        advice="Nhắc báo cáo chi hội và ghi ngày báo cáo",
        paper="" if decided else "exemption-decision",
    )


def _says(charter: Charter) -> str:
    months = charter.exemption_months
    return (
        f"Miễn sinh hoạt từ {months} tháng trở lên khi một nửa số hội viên được triệu tập của chi "
        "hội đồng ý, Ban Chấp hành quyết định bằng văn bản; người được miễn vẫn đóng hội phí, cứ "
        f"{months} tháng báo cáo một lần, cuối năm không xếp loại (mục III.5), vắng mặt thì không "
        "tính vào số phải có mặt (mục V.2)."
    )


EXEMPTION = Rule(
    id="exemption",
    number=4,
    label="Báo cáo miễn sinh hoạt",
    says=_says,
    find=_find,
    overdue="hội viên miễn sinh hoạt quá hạn báo cáo",
    waiting="hội viên miễn sinh hoạt sắp đến hạn báo cáo",
    act=Act.REPORT,
    paper="exemption-decision",
)
