"""What an event must say by itself, and the units that follow from the events before it."""

from collections.abc import Iterable
from dataclasses import replace

from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.members.memberships import (
    EventKind,
    Membership,
    MembershipEvent,
    standing_on,
    standings,
)


def with_units(
    membership: Membership, others: Iterable[MembershipEvent], event: MembershipEvent
) -> MembershipEvent:
    """Fill in the unit left by a move, and the unit in which any other event found him."""
    before = standing_on(standings(membership, others), event.happened_on.first_day)
    now = before.unit_id if before else membership.unit_id
    if event.kind is EventKind.MOVED_UNIT:
        return replace(event, from_unit_id=event.from_unit_id or now)
    return replace(event, unit_id=event.unit_id or now)


def check_event(event: MembershipEvent) -> None:
    """See that an event is complete in itself.

    Raises:
        Invalid: By field.
    """
    faults: dict[str, str] = {}
    if event.kind is EventKind.MOVED_UNIT and event.unit_id is None:
        faults["unit"] = "Chọn chi hội mà hội viên chuyển đến."
    elif event.kind is EventKind.MOVED_UNIT and not _goes_elsewhere(event):
        faults["unit"] = "Chi hội chuyển đến phải khác chi hội đang sinh hoạt."
    until = event.until_on
    if until is not None and until.last_day < event.happened_on.first_day:
        faults["until_on"] = "Ngày hết hạn đứng trước ngày bắt đầu."
    if faults:
        raise Invalid(faults)


def _goes_elsewhere(event: MembershipEvent) -> bool:
    return event.unit_id != event.from_unit_id or event.sub_unit_id is not None
