"""Rule 3: readmission once, after a year, and not of everybody."""

from collections.abc import Iterator

from ccb_desktop.domain.charter import LEFT_BY_DECISION, Charter, readmission_concerns
from ccb_desktop.domain.charter_watch.findings import (
    Finding,
    Rule,
    WatchBooks,
    Watched,
    of_member,
)
from ccb_desktop.domain.members.memberships import EventKind, MembershipEvent, in_order


def _find(books: WatchBooks) -> Iterator[Finding]:
    for member in books.present:
        event = _readmission(member)
        if event is None or not books.is_recent(event.happened_on.last_day):
            continue
        earlier = [one for one in member.events if one is not event]
        concerns = readmission_concerns(earlier, event.happened_on.first_day)
        if concerns:
            yield of_member(
                READMISSION,
                member,
                event,
                evidence=f"Kết nạp lại ngày {event.happened_on}. {' '.join(concerns)}",
                since=event.happened_on,
                advice="Xem lại quyết định kết nạp lại, hỏi ý kiến Hội cấp trên",
            )


def _readmission(member: Watched) -> MembershipEvent | None:
    """His last return after a leaving by decision, whatever it was recorded as."""
    found, has_left = None, False
    for event in in_order(member.events):
        if event.kind in LEFT_BY_DECISION:
            has_left = True
        elif event.kind is EventKind.READMITTED or (has_left and event.kind is EventKind.ADMITTED):
            found = event
    return found


def _says(charter: Charter) -> str:
    return (
        f"Kết nạp lại sau ít nhất {charter.readmission_months} tháng kể từ ngày xóa tên hoặc khai "
        "trừ, và chỉ một lần (mục III.3). Không kết nạp lại người tự xin ra khỏi Hội, người bỏ "
        "sinh hoạt và không đóng hội phí 12 tháng, người hủy thẻ (mục III.4)."
    )


READMISSION = Rule(
    id="readmission",
    number=3,
    label="Kết nạp lại",
    says=_says,
    find=_find,
    overdue="người kết nạp lại chưa đúng hướng dẫn",
    waiting="người kết nạp lại chưa đúng hướng dẫn",
)
