"""Rows of the sheet *Biến động*: what happened to members, each on its day."""

from dataclasses import replace
from datetime import date, timedelta

from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.exchange.typed_rows import TypedRow
from ccb_desktop.domain.imports.context import Context
from ccb_desktop.domain.imports.matching import CannotTell
from ccb_desktop.domain.imports.merge import as_known_partial, as_partial, differences, take_in
from ccb_desktop.domain.imports.outcome import Outcome
from ccb_desktop.domain.labels import EVENT_KIND
from ccb_desktop.domain.members.memberships import (
    ENTRIES,
    EventKind,
    Membership,
    MembershipEvent,
    check_course,
)
from ccb_desktop.domain.members.people import Person
from ccb_desktop.domain.partial_dates import PartialDate

_CELLS = ("elsewhere", "until_on", "decision_no", "decision_on", "reason", "note")


def event_day(row: TypedRow) -> date:
    """Events are taken in by day, then as they stand in the sheets."""
    return as_known_partial(row.values["happened_on"]).first_day


def take_event(context: Context, row: TypedRow) -> None:
    """Take one event into the books.

    Raises:
        CannotTell: Nobody fits, or the event cannot follow the others.
    """
    person = context.person(row)
    membership = _membership_for(context, row, person)
    read = _read_event(context, row, membership)
    known = _same_event(context, membership, read)
    label = f"{person.full_name} – {EVENT_KIND[read.kind]}"
    if known is None:
        membership = _on_roll_before(context, membership, read)
        _check(context, membership, read)
        added = context.books.add_event(read)
        _note_death(context, person, read)
        context.done_to(row, added.id, Outcome.CREATED, label)
        return
    after = take_in(known, _filled(read, row.kept), (*_CELLS, "happened_on"))
    if not context.books.events.put(after):
        context.done_to(row, known.id, Outcome.UNCHANGED, label)
        return
    changes = differences(known, after, context.print_value)
    context.done_to(row, known.id, Outcome.CHANGED, label, changes)


def _membership_for(context: Context, row: TypedRow, person: Person) -> Membership:
    known = context.books.hoi_membership(person)
    if known is not None:
        return known
    if row.values["event_kind"] not in ENTRIES or "unit" not in row.values:
        raise CannotTell(f"{person.full_name} chưa có trong danh sách hội viên.")
    unit = context.unit(str(row.values["unit"]))
    return context.books.add_membership(Membership(person_id=person.id, unit_id=unit.id))


def _read_event(context: Context, row: TypedRow, membership: Membership) -> MembershipEvent:
    cells = row.values
    kind = EventKind(str(cells["event_kind"]))
    event = MembershipEvent(
        membership_id=membership.id,
        kind=kind,
        happened_on=as_known_partial(cells["happened_on"]),
        until_on=as_partial(cells.get("until_on")),
        decision_on=as_partial(cells.get("decision_on")),
        elsewhere=str(cells.get("elsewhere", "")),
        decision_no=str(cells.get("decision_no", "")),
        reason=str(cells.get("reason", "")),
        note=str(cells.get("note", "")),
    )
    if kind is EventKind.MOVED_UNIT:
        return _read_move(context, row, membership, event)
    unit_id = context.unit(str(cells["unit"])).id if "unit" in cells else membership.unit_id
    stays = kind in ENTRIES and unit_id == membership.unit_id
    sub_unit_id = membership.sub_unit_id if stays else None
    return replace(event, unit_id=unit_id, sub_unit_id=sub_unit_id)


def _read_move(
    context: Context, row: TypedRow, membership: Membership, event: MembershipEvent
) -> MembershipEvent:
    """A move: the unit column is the one left, `Nơi đi/đến` the one joined (meaning 4)."""
    if not event.elsewhere:
        raise CannotTell("Ghi chi hội chuyển đến vào cột Nơi đi/đến.", "elsewhere")
    joined = context.unit(event.elsewhere)
    left = context.unit(str(row.values["unit"])).id if "unit" in row.values else None
    sub_unit_id = membership.sub_unit_id if joined.id == membership.unit_id else None
    return replace(
        event, elsewhere="", unit_id=joined.id, from_unit_id=left, sub_unit_id=sub_unit_id
    )


def _same_event(
    context: Context, membership: Membership, read: MembershipEvent
) -> MembershipEvent | None:
    alike = (e for e in context.books.events_of(membership) if e.kind is read.kind)
    return next((e for e in alike if e.happened_on.agrees_with(read.happened_on)), None)


def _filled(event: MembershipEvent, kept: frozenset[str]) -> dict[str, object]:
    names = {*_CELLS, "happened_on"} - kept
    return {name: getattr(event, name) for name in names if getattr(event, name)}


def _on_roll_before(context: Context, membership: Membership, event: MembershipEvent) -> Membership:
    """The membership, on the roll before the event where only the list's day said since when.

    Who has no `Ngày vào Hội` counts from the day of the list; what happened to him before it
    as to a member shows that he was one already.
    """
    since, day = membership.on_roll_from, event.happened_on
    if membership.joined_on is not None or since is None or event.kind in ENTRIES:
        return membership
    if since.first_day <= day.last_day:
        return membership
    earlier = replace(membership, on_roll_from=PartialDate.of(day.first_day - timedelta(days=1)))
    context.books.put_membership(earlier)
    return earlier


def _check(context: Context, membership: Membership, event: MembershipEvent) -> None:
    try:
        check_course(membership, [*context.books.events_of(membership), event])
    except Invalid as fault:
        raise CannotTell(str(fault), "happened_on") from fault


def _note_death(context: Context, person: Person, event: MembershipEvent) -> None:
    if event.kind is EventKind.DECEASED and event.happened_on.refines(person.died_on):
        context.books.put_person(replace(person, died_on=event.happened_on))
