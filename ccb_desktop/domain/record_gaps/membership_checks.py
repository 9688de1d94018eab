"""Doubts about membership, its events and the posts held: after death, in the future, too old."""

from datetime import date

from ccb_desktop.domain.labels import EVENT_KIND, FIELD, STATUS
from ccb_desktop.domain.members.memberships import IN_HOI, EventKind, MembershipEvent
from ccb_desktop.domain.partial_dates import PartialDate
from ccb_desktop.domain.record_gaps.records import (
    CheckedRecord,
    Doubt,
    least_years,
    surely_before,
    told,
)

_OLDEST = 100


def dead_but_member(record: CheckedRecord, _on: date) -> Doubt | None:
    """A day of death is known, and still he counts as a member."""
    if record.died_on is None or record.status not in IN_HOI or record.status is None:
        return None
    return Doubt(
        "events",
        "Đã ghi ngày mất mà vẫn tính là hội viên. Ghi biến động từ trần.",
        (told("died_on", record.died_on), told("status", STATUS[record.status])),
    )


def days_of_death_differ(record: CheckedRecord, _on: date) -> Doubt | None:
    """The event of his death has another day than his record."""
    event = _first_of(record, EventKind.DECEASED)
    if record.died_on is None or event is None or event.happened_on.agrees_with(record.died_on):
        return None
    return Doubt(
        "died_on",
        "Ngày mất khác ngày của biến động từ trần.",
        (told("died_on", record.died_on), _event_told(event)),
    )


def days_of_joining_differ(record: CheckedRecord, _on: date) -> Doubt | None:
    """The event of his admission has another day than his card."""
    event = _first_of(record, EventKind.ADMITTED)
    joined = record.joined_on
    if joined is None or event is None or event.happened_on.agrees_with(joined):
        return None
    return Doubt(
        "joined_on",
        "Ngày vào Hội khác ngày của biến động kết nạp.",
        (told("joined_on", joined), _event_told(event)),
    )


def event_in_the_future(record: CheckedRecord, on: date) -> Doubt | None:
    """An event that is still to come."""
    event = next((e for e in record.events if e.happened_on.first_day > on), None)
    if event is None:
        return None
    return Doubt("events", "Biến động ghi vào ngày chưa đến.", (_event_told(event),))


def event_after_death(record: CheckedRecord, _on: date) -> Doubt | None:
    """Something happened to his membership after he had died."""
    died = record.died_on
    late = (e for e in record.events if e.kind is not EventKind.DECEASED)
    event = next((e for e in late if died and surely_before(died, e.happened_on)), None)
    if died is None or event is None:
        return None
    return Doubt(
        "events", "Có biến động sau ngày mất.", (told("died_on", died), _event_told(event))
    )


def event_before_birth(record: CheckedRecord, _on: date) -> Doubt | None:
    """Something happened to his membership before he was born."""
    born = record.born_on
    event = next((e for e in record.events if born and surely_before(e.happened_on, born)), None)
    if born is None or event is None:
        return None
    return Doubt(
        "born_on", "Có biến động trước ngày sinh.", (told("born_on", born), _event_told(event))
    )


def post_after_death(record: CheckedRecord, on: date) -> Doubt | None:
    """A post that he took up, or still holds, after his death."""
    died = record.died_on
    if died is None:
        return None
    for post in record.posts:
        begun = post.from_on is not None and surely_before(died, post.from_on)
        if begun or (post.held_on(on) and died.last_day < on):
            held = f"{FIELD['title']}: {post.title}{_since(post.from_on)}"
            return Doubt("posts", "Giữ chức danh sau ngày mất.", (told("died_on", died), held))
    return None


def very_old(record: CheckedRecord, on: date) -> Doubt | None:
    """Over a hundred years old and still a member: to be asked after."""
    born, today = record.born_on, PartialDate.of(on)
    if born is None or record.status is None or record.status not in IN_HOI:
        return None
    if least_years(born, today) <= _OLDEST:
        return None
    return Doubt(
        "born_on",
        f"Đã ngoài {_OLDEST} tuổi mà vẫn là hội viên, cần hỏi lại chi hội.",
        (told("born_on", born), told("status", STATUS[record.status])),
    )


def _first_of(record: CheckedRecord, kind: EventKind) -> MembershipEvent | None:
    return next((event for event in record.events if event.kind is kind), None)


def _event_told(event: MembershipEvent) -> str:
    return f"{EVENT_KIND[event.kind]}: {event.happened_on}"


def _since(day: PartialDate | None) -> str:
    return f" từ {day}" if day else ""
