"""Rule 6: letters of introduction are handed in in time."""

from collections.abc import Iterator

from ccb_desktop.domain.charter import Charter
from ccb_desktop.domain.charter_watch.findings import (
    Act,
    Finding,
    Rule,
    WatchBooks,
    Watched,
    decided_on,
    not_written_down,
    of_member,
)
from ccb_desktop.domain.members.memberships import EventKind, MembershipEvent

_TRANSFERS = (EventKind.TRANSFERRED_IN, EventKind.TRANSFERRED_OUT)


def _find(books: WatchBooks) -> Iterator[Finding]:
    for member, event in not_written_down(books, books.members, _TRANSFERS, "letter_on"):
        yield _finding(books, member, event)


def _finding(books: WatchBooks, member: Watched, event: MembershipEvent) -> Finding:
    leaves = event.kind is EventKind.TRANSFERRED_OUT
    days = books.charter.transfer_working_days
    due_on = books.calendar.working_day_after(decided_on(event), days)
    return of_member(
        TRANSFER,
        member,
        event,
        evidence=f"{_moved(event)}{_letter(event)}; chưa ghi ngày nộp giấy",
        since=event.decision_on or event.happened_on,
        due_on=due_on,
        urgency=books.urgency(due_on),
        advice="Hỏi nơi đến đã nhận giấy chưa, ghi ngày nộp giấy"
        if leaves
        else "Nhận giấy giới thiệu và hồ sơ, ghi ngày nộp giấy",
        paper="introduction" if leaves else "",
    )


def _moved(event: MembershipEvent) -> str:
    where = f" {event.elsewhere}" if event.elsewhere else ""
    if event.kind is EventKind.TRANSFERRED_OUT:
        return f"Chuyển đi{where} ngày {event.happened_on}"
    return f"Chuyển đến{f' từ{where}' if where else ''} ngày {event.happened_on}"


def _letter(event: MembershipEvent) -> str:
    if not event.decision_no:
        return ""
    dated = f" ngày {event.decision_on}" if event.decision_on else ""
    return f", giấy giới thiệu {event.decision_no}{dated}"


def _says(charter: Charter) -> str:
    return (
        "Hội viên chuyển sinh hoạt phải nộp giấy giới thiệu và hồ sơ cho nơi đến trong "
        f"{charter.transfer_working_days} ngày làm việc (mục IV.3). Chỉ hỏi các lần chuyển trong "
        "một năm gần đây."
    )


TRANSFER = Rule(
    id="transfer",
    number=6,
    label="Giấy giới thiệu",
    says=_says,
    find=_find,
    overdue="người quá hạn nộp giấy giới thiệu",
    waiting="người chưa nộp giấy giới thiệu",
    act=Act.LETTER,
    paper="introduction",
    in_working_days=True,
)
