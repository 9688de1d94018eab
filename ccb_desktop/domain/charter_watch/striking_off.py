"""Rule 5: candidates for striking off, as far as the books of dues and attendance can tell."""

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

_NOT_KEPT = "chi hội chưa điểm danh, phải hỏi chi hội"


def _find(books: WatchBooks) -> Iterator[Finding]:
    """Where no attendance is kept, by the dues alone, which each finding says."""
    if books.paid_on is None:
        return
    attended = books.attended_on or {}
    for member in books.members:
        paid_on = books.paid_on.get(member.membership_id)
        attended_on = attended.get(member.membership_id)
        begun = max((day for day in (paid_on, attended_on) if day is not None), default=None)
        since = max(begun or member.since, member.since, books.dues_since)
        may_be = member.status is Status.ACTIVE
        if may_be and months_after(since, books.charter.strike_off_months) <= books.on:
            evidence = (
                f"Hội phí đã đóng đến: {_said(paid_on)}; "
                f"dự sinh hoạt lần cuối: {_attended(books, member, attended_on)}"
            )
            yield _finding(member, since, evidence)


def _attended(books: WatchBooks, member: Watched, attended_on: date | None) -> str:
    """His last meeting; where there is none, since when his chi hội calls the roll at all."""
    if attended_on is not None:
        return _said(attended_on)
    since = books.roll_since.get(member.unit_id or 0)
    if since is None:
        return _NOT_KEPT
    return f"không có buổi nào từ khi chi hội điểm danh ({PartialDate.of(since)})"


def _finding(member: Watched, since: date, evidence: str) -> Finding:
    return of_member(
        STRIKING_OFF,
        member,
        None,
        evidence=evidence,
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
    if books.paid_on is None:
        return (
            "Sổ chưa ghi lần nộp hội phí nào, nên chưa tìm được ai. "
            "Ghi ở trang Quỹ Hội, thẻ Hội phí."
        )
    if books.attended_on is None:
        return (
            "Sổ chưa có buổi sinh hoạt nào điểm danh nên mới xét theo hội phí; ai có bỏ sinh hoạt "
            "hay không phải hỏi chi hội. Điểm danh ở trang Hoạt động."
        )
    return ""


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
