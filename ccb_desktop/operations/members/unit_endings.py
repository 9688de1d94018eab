"""End a unit, and let whoever is still in it go on in another."""

from dataclasses import replace
from datetime import date, timedelta

from ccb_desktop.data.members import memberships, units
from ccb_desktop.data.store import Session, Store
from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.members.checks import check_unit
from ccb_desktop.domain.members.memberships import EventKind, MembershipEvent
from ccb_desktop.domain.members.units import Unit, UnitKind
from ccb_desktop.domain.partial_dates import PartialDate


def end_unit(store: Store, unit: Unit, form_id: str | None = None) -> Change:
    """End a unit on its `ended_on`; its members move to its successor on the day after.

    Members of a phân hội stay in their chi hội; those of a club leave it.

    Raises:
        Invalid: By field: no day, somebody is left and no successor named, or a part of the
            unit still stands.
    """
    check_unit(unit)
    if unit.ended_on is None:
        raise Invalid({"ended_on": "Ghi ngày kết thúc."})
    with store.writing(f"Kết thúc {unit.name}", form_id) as session:
        _check_parts(session, unit, unit.ended_on.last_day)
        units.save_unit(session, unit)
        if unit.kind is UnitKind.CLUB:
            _leave_club(session, unit)
        else:
            _move_all(session, unit, unit.ended_on.last_day + timedelta(days=1))
    return session.change


def _check_parts(session: Session, unit: Unit, last_day: date) -> None:
    parts = [part for part in units.list_units(session) if part.parent_id == unit.id]
    standing = [part.name for part in parts if part.stands_on(last_day + timedelta(days=1))]
    if standing:
        raise Invalid({"ended_on": f"Kết thúc các phân hội trước: {', '.join(standing)}."})


def _leave_club(session: Session, club: Unit) -> None:
    for membership in memberships.list_of_club(session, club.id or 0):
        if membership.ended_on is None:
            memberships.save_membership(session, replace(membership, ended_on=club.ended_on))


def _move_all(session: Session, unit: Unit, on: date) -> None:
    target = unit.parent_id if unit.kind is UnitKind.PHAN_HOI else unit.successor_id
    staying = memberships.list_in_unit(session, unit.id or 0, on)
    if staying and target is None:
        raise Invalid(
            {
                "successor_id": f"Còn {len(staying)} hội viên trong {unit.name}: "
                "chọn đơn vị nhận, hoặc ghi chuyển chi hội cho từng người trước."
            }
        )
    for membership_id, unit_id in staying:
        event = MembershipEvent(
            membership_id=membership_id,
            kind=EventKind.MOVED_UNIT,
            happened_on=PartialDate.of(on),
            unit_id=target,
            from_unit_id=unit_id,
            reason=f"{unit.name} kết thúc",
        )
        memberships.save_event(session, event)
