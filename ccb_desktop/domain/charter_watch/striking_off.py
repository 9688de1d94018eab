"""Rule 5: candidates for striking off, when the books of dues and attendance can tell."""

from collections.abc import Iterator
from datetime import date

from ccb_desktop.domain.charter import Charter, months_after
from ccb_desktop.domain.charter_watch.findings import (
    Finding,
    Rule,
    WatchBooks,
    Watched,
    of_member,
)
from ccb_desktop.domain.members.memberships import Status
from ccb_desktop.domain.partial_dates import PartialDate


def _find(books: WatchBooks) -> Iterator[Finding]:
    if books.paid_on is None or books.attended_on is None:
        return
    for member in books.members:
        paid_on = books.paid_on.get(member.membership_id)
        attended_on = books.attended_on.get(member.membership_id)
        begun = max((day for day in (paid_on, attended_on) if day is not None), default=None)
        since = max(begun or member.since, member.since)
        may_be = member.status is Status.ACTIVE
        if may_be and months_after(since, books.charter.strike_off_months) <= books.on:
            yield _finding(member, since, paid_on, attended_on)


def _finding(
    member: Watched, since: date, paid_on: date | None, attended_on: date | None
) -> Finding:
    return of_member(
        STRIKING_OFF,
        member,
        None,
        evidence=f"Đóng hội phí lần cuối: {_said(paid_on)}; dự sinh hoạt lần cuối: "
        f"{_said(attended_on)}",
        since=PartialDate.of(since),
        advice="Chi hội gặp gỡ, xác minh; Ban Chấp hành xem xét, quyết định",
        paper="strike-off-decision",
    )


def _said(day: date | None) -> str:
    return f"{PartialDate.of(day)}" if day else "sổ không có lần nào"


def _says(charter: Charter) -> str:
    months = charter.strike_off_months
    return (
        f"Tự ý bỏ sinh hoạt và không đóng hội phí {months} tháng liền thì xem xét xóa tên "
        "(mục III.6). Chương trình chỉ nêu tên kèm chứng cứ, không tự xóa ai."
    )


def _lacks(books: WatchBooks) -> str:
    missing = [
        name
        for name, book in (("sổ hội phí", books.paid_on), ("sổ sinh hoạt", books.attended_on))
        if book is None
    ]
    if not missing:
        return ""
    return f"Chương trình chưa có {' và '.join(missing)}, nên chưa tìm được ai."


STRIKING_OFF = Rule(
    id="striking-off",
    number=5,
    label="Xem xét xóa tên",
    says=_says,
    find=_find,
    overdue="hội viên thuộc diện xem xét xóa tên",
    waiting="hội viên thuộc diện xem xét xóa tên",
    lacks=_lacks,
    paper="strike-off-decision",
)
