"""Rule 7: a suspension has an end, and not a late one."""

from collections.abc import Iterator
from datetime import date, timedelta

from ccb_desktop.domain.charter import Charter
from ccb_desktop.domain.charter_watch.findings import (
    Finding,
    Rule,
    Urgency,
    WatchBooks,
    Watched,
    of_member,
)
from ccb_desktop.domain.members.memberships import EventKind, MembershipEvent, Status, in_order
from ccb_desktop.domain.partial_dates import PartialDate
from ccb_desktop.domain.printing import short_date

_SOON = timedelta(days=21)


def _find(books: WatchBooks) -> Iterator[Finding]:
    for member in books.members:
        if member.status is Status.SUSPENDED:
            found = _finding(books, member, _run(member))
            if found is not None:
                yield found


def _run(member: Watched) -> list[MembershipEvent]:
    """The suspension of today with what it prolongs, first to last."""
    run: list[MembershipEvent] = []
    for event in reversed(in_order(member.events)):
        if event.kind is EventKind.MOVED_UNIT:
            continue
        if event.kind is not EventKind.SUSPENDED or (run and _ended_before(event, run[0])):
            break
        run.insert(0, event)
    return run


def _ended_before(event: MembershipEvent, following: MembershipEvent) -> bool:
    until = event.until_on
    return (
        until is not None and until.last_day + timedelta(days=1) < following.happened_on.first_day
    )


def _finding(books: WatchBooks, member: Watched, run: list[MembershipEvent]) -> Finding | None:
    usual, longest = books.charter.suspension_working_days
    begun = run[0].happened_on if run else PartialDate.of(member.since)
    last_allowed = books.calendar.working_day_after(begun.first_day, longest)
    usual_end = books.calendar.working_day_after(begun.first_day, usual)
    until = run[-1].until_on if run else None
    ends_on = until.last_day if until else (last_allowed if len(run) > 1 else usual_end)
    too_long = ends_on > last_allowed or last_allowed < books.on
    if not too_long and ends_on - books.on > _SOON:
        return None
    return of_member(
        SUSPENSION,
        member,
        run[-1] if run else None,
        evidence=f"Đình chỉ từ {begun}; {_says_end(until, ends_on)}"
        + (f"; quá {longest} ngày làm việc ({short_date(last_allowed)})" if too_long else ""),
        since=begun,
        due_on=min(ends_on, last_allowed),
        urgency=Urgency.OVERDUE if too_long else books.urgency(ends_on),
        advice="Kết thúc đình chỉ: ghi sinh hoạt trở lại hoặc hình thức kỷ luật"
        if too_long
        else f"Kết thúc đình chỉ, hoặc gia hạn không quá {longest} ngày làm việc",
    )


def _says_end(until: PartialDate | None, ends_on: date) -> str:
    if until is not None:
        return f"đến {until}"
    return f"chưa ghi ngày hết, tính đến {short_date(ends_on)}"


def _says(charter: Charter) -> str:
    usual, longest = charter.suspension_working_days
    return (
        f"Đình chỉ sinh hoạt {usual} ngày làm việc; kể cả gia hạn không quá {longest} ngày làm "
        "việc (mục XV)."
    )


SUSPENSION = Rule(
    id="suspension",
    number=7,
    label="Đình chỉ sinh hoạt",
    says=_says,
    find=_find,
    overdue="hội viên quá hạn đình chỉ",
    waiting="hội viên sắp hết hạn đình chỉ",
    in_working_days=True,
)
