"""The course of a membership in plain sentences, from the events of the roster."""

from collections.abc import Callable, Iterable, Mapping

from ccb_desktop.domain.members.memberships import (
    EventKind,
    Membership,
    MembershipEvent,
    in_order,
    is_on_roll_without_entry,
)
from ccb_desktop.domain.partial_dates import PartialDate

UnitNames = Mapping[int | None, str]
_Say = Callable[[MembershipEvent, UnitNames], str]


def course_in_words(
    membership: Membership, events: Iterable[MembershipEvent], unit_names: UnitNames
) -> list[str]:
    """One sentence for each thing that happened, in order.

    Args:
        membership: A membership of the Hội.
        events: Its events.
        unit_names: What units are called.
    """
    ordered = in_order(events)
    told = []
    if is_on_roll_without_entry(ordered) and membership.on_roll_from is not None:
        begun = f"{day_in_words(membership.on_roll_from)}: có tên trong danh sách hội viên"
        told.append(begun + _at(unit_names.get(membership.unit_id, "")) + ".")
    return told + [_sentence(event, unit_names) for event in ordered]


def day_in_words(day: PartialDate) -> str:
    """`Ngày 01/03/2024`, `Tháng 5/1990`, `Năm 1990`."""
    return f"{('Năm', 'Tháng', 'Ngày')[day.precision - 1]} {day}"


def _sentence(event: MembershipEvent, unit_names: UnitNames) -> str:
    """`Ngày 01/03/2024: chuyển từ Chi hội 1 sang Chi hội 3, theo quyết định số 12`."""
    words = _WORDS[event.kind](event, unit_names)
    decided = _decision(event)
    reasons = "; ".join(part.rstrip(".") for part in (event.reason, event.note) if part)
    because = f" Lý do, ghi chú: {reasons}." if reasons else ""
    return f"{day_in_words(event.happened_on)}: {words}{decided}.{because}"


def _decision(event: MembershipEvent) -> str:
    number = f" số {event.decision_no}" if event.decision_no else ""
    on = f" ngày {event.decision_on}" if event.decision_on else ""
    return f", theo quyết định{number}{on}" if number or on else ""


def _at(unit: str) -> str:
    return f", sinh hoạt ở {unit}" if unit else ""


def _entered(how: str) -> _Say:
    return lambda event, units: how + _at(units.get(event.unit_id, ""))


def _came(event: MembershipEvent, units: UnitNames) -> str:
    came = f" từ {event.elsewhere}" if event.elsewhere else ""
    return f"chuyển đến{came}{_at(units.get(event.unit_id, ''))}"


def _went(event: MembershipEvent, _units: UnitNames) -> str:
    return f"chuyển đi {event.elsewhere}" if event.elsewhere else "chuyển đi"


def _moved(event: MembershipEvent, units: UnitNames) -> str:
    left, joined = units.get(event.from_unit_id, ""), units.get(event.unit_id, "")
    return f"chuyển{f' từ {left}' if left else ''}{f' sang {joined}' if joined else ' chi hội'}"


def _paused(how: str) -> _Say:
    return lambda event, _units: how + (f" đến {event.until_on}" if event.until_on else "")


_WORDS: dict[EventKind, _Say] = {
    EventKind.ADMITTED: _entered("kết nạp vào Hội"),
    EventKind.READMITTED: _entered("kết nạp lại vào Hội"),
    EventKind.TRANSFERRED_IN: _came,
    EventKind.TRANSFERRED_OUT: _went,
    EventKind.MOVED_UNIT: _moved,
    EventKind.EXEMPTED: _paused("được miễn sinh hoạt"),
    EventKind.RESUMED: _paused("sinh hoạt trở lại"),
    EventKind.SUSPENDED: _paused("bị đình chỉ sinh hoạt"),
    EventKind.STRUCK_OFF: _paused("bị xóa tên"),
    EventKind.RESIGNED: _paused("xin ra khỏi Hội"),
    EventKind.EXPELLED: _paused("bị khai trừ"),
    EventKind.DECEASED: _paused("từ trần"),
}
