"""Rule 2: the ceremony of admission is held in time after the decision."""

from collections.abc import Iterator

from ccb_desktop.domain.charter import Charter
from ccb_desktop.domain.charter_watch.findings import (
    Act,
    Finding,
    Rule,
    WatchBooks,
    Watched,
    decided_on,
    decision_of,
    not_written_down,
    of_member,
)
from ccb_desktop.domain.members.memberships import EventKind, MembershipEvent

_ADMISSIONS = (EventKind.ADMITTED, EventKind.READMITTED)


def _find(books: WatchBooks) -> Iterator[Finding]:
    for member, event in not_written_down(books, books.present, _ADMISSIONS, "ceremony_on"):
        yield _finding(books, member, event)


def _finding(books: WatchBooks, member: Watched, event: MembershipEvent) -> Finding:
    days = books.charter.ceremony_working_days
    due_on = books.calendar.working_day_after(decided_on(event), days)
    return of_member(
        CEREMONY,
        member,
        event,
        evidence=f"{decision_of(event)}; chưa ghi ngày lễ kết nạp",
        since=event.decision_on or event.happened_on,
        due_on=due_on,
        urgency=books.urgency(due_on),
        advice="Tổ chức lễ kết nạp và ghi ngày lễ",
        paper="admission-decision",
    )


def _says(charter: Charter) -> str:
    return (
        f"Lễ kết nạp được tổ chức trong {charter.ceremony_working_days} ngày làm việc kể từ ngày "
        "có quyết định kết nạp (Hướng dẫn 09/HD-CCB, mục II). Chỉ hỏi các quyết định trong một "
        "năm gần đây."
    )


CEREMONY = Rule(
    id="ceremony",
    number=2,
    label="Lễ kết nạp",
    says=_says,
    find=_find,
    overdue="người quá hạn lễ kết nạp",
    waiting="người chờ lễ kết nạp",
    act=Act.CEREMONY,
    paper="admission-decision",
    in_working_days=True,
)
