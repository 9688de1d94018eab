"""What rosters say of unit and status, held against the events when all of them are in."""

from dataclasses import replace

from ccb_desktop.domain.imports.context import Claim, Context
from ccb_desktop.domain.imports.outcome import FieldChange, Outcome, SheetResult
from ccb_desktop.domain.labels import EVENT_KIND, FIELD
from ccb_desktop.domain.members.memberships import (
    IN_HOI,
    EventKind,
    Membership,
    MembershipEvent,
    Standing,
    Status,
)
from ccb_desktop.domain.partial_dates import PartialDate

_STATUS_EVENT = {
    Status.EXEMPT: EventKind.EXEMPTED,
    Status.SUSPENDED: EventKind.SUSPENDED,
    Status.ACTIVE: EventKind.RESUMED,
}


def settle(context: Context) -> None:
    """Let a unit or status that no event explains hold from the day of the list (meaning 3)."""
    places: dict[int, dict[int, int]] = {}
    for claim in context.claims:
        changes = _settle_unit(context, claim) + _settle_status(context, claim)
        if not changes:
            continue
        result = claim.result
        if id(result) not in places:
            places[id(result)] = {done.row: at for at, done in enumerate(result.rows)}
        _add_changes(result, places[id(result)][claim.row.row_number], changes)


def _add_changes(result: SheetResult, place: int, changes: list[FieldChange]) -> None:
    done = result.rows[place]
    if done.outcome is not Outcome.CREATED:
        every = (*done.changes, *changes)
        result.rows[place] = replace(done, outcome=Outcome.CHANGED, changes=every)


def _last_standing(context: Context, claim: Claim) -> tuple[Membership, Standing] | None:
    """How the person stands last, while he is in the Hội."""
    membership = context.books.hoi_membership(claim.person)
    course = context.books.standings_of(membership) if membership else []
    if membership is None or not course or course[-1].status not in IN_HOI:
        return None
    return membership, course[-1]


def _settle_unit(context: Context, claim: Claim) -> list[FieldChange]:
    """Bring a member to the unit of the roster, when it is not where he stands."""
    found = None if "unit" in claim.row.kept else _last_standing(context, claim)
    if found is None:
        return []
    books, (membership, last) = context.books, found
    unit_id, sub_unit_id = claim.unit_id, claim.sub_unit_id
    wanted_sub_unit = sub_unit_id if sub_unit_id is not None else last.sub_unit_id
    if last.unit_id == unit_id and last.sub_unit_id == wanted_sub_unit:
        return []
    if not books.events_of(membership) and last.from_on >= context.as_of:
        books.put_membership(replace(membership, unit_id=unit_id, sub_unit_id=sub_unit_id))
    else:
        moved = MembershipEvent(
            membership_id=membership.id,
            kind=EventKind.MOVED_UNIT,
            happened_on=PartialDate.of(max(context.as_of, last.from_on)),
            unit_id=unit_id,
            sub_unit_id=sub_unit_id,
            from_unit_id=last.unit_id,
        )
        books.add_event(moved)
    return [_change_of_unit(context, last, claim)]


def _change_of_unit(context: Context, last: Standing, claim: Claim) -> FieldChange:
    if last.unit_id != claim.unit_id:
        cell, ends = "unit", [("unit_id", last.unit_id), ("unit_id", claim.unit_id)]
    else:
        cell = "sub_unit"
        ends = [("sub_unit_id", last.sub_unit_id), ("sub_unit_id", claim.sub_unit_id)]
    before, after = (context.print_value(*end) for end in ends)
    return FieldChange(FIELD[cell], before, after, cell)


def _settle_status(context: Context, claim: Claim) -> list[FieldChange]:
    """Let the status of the roster hold, unless he stands so on its day or later."""
    told = claim.row.as_chosen().values
    found = _last_standing(context, claim) if "status" in told else None
    if found is None:
        return []
    membership, last = found
    wanted = Status(str(told["status"]))
    course = context.books.standings_of(membership)
    stood = [s for s in course if s.to_on is None or s.to_on > context.as_of]
    if any(standing.status is wanted for standing in stood):
        return []
    event = MembershipEvent(
        membership_id=membership.id,
        kind=_STATUS_EVENT[wanted],
        happened_on=PartialDate.of(max(context.as_of, last.from_on)),
        unit_id=last.unit_id,
    )
    context.books.add_event(event)
    return [FieldChange(EVENT_KIND[event.kind], "", str(event.happened_on), "status")]
