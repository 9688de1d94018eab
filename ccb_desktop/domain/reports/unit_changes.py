"""The roster changes by chi hội, worked out from the book that the figures are counted from."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from ccb_desktop.domain.figures.books import FigureQuery, RosterBook
from ccb_desktop.domain.member_papers.roster_changes import UnitChanges, changes_by_unit
from ccb_desktop.domain.members.memberships import EventKind, Status
from ccb_desktop.domain.members.told_names import told_names
from ccb_desktop.domain.members.units import Unit
from ccb_desktop.domain.partial_dates import PartialDate

Units = dict[int | None, Unit]


class _Standing(NamedTuple):
    membership_id: int
    status: Status
    unit_id: int | None
    unit_name: str


class _Movement(NamedTuple):
    event_id: int
    membership_id: int
    kind: EventKind
    happened_on: PartialDate
    unit_id: int | None
    unit_name: str


def roster_changes(book: RosterBook, from_on: date, to_on: date) -> tuple[UnitChanges, ...]:
    """The changes of every chi hội that had members in the period; none without a roster."""
    query = FigureQuery(from_on=from_on, to_on=to_on)
    units: Units = {unit.id: unit for unit in book.units}
    changes = changes_by_unit(
        _standings(book, units, query.eve),
        _standings(book, units, to_on),
        _movements(book, units, query),
    )
    return tuple(_told_apart(changes, units))


def _told_apart(changes: Sequence[UnitChanges], units: Units) -> Iterator[UnitChanges]:
    """A unit that ended in the period may bear the name of one that came with a merged ward."""
    rows_of = Counter(unit.unit_name for unit in changes)
    for one in changes:
        ward = units[one.unit_id].former_ward if one.unit_id in units else ""
        doubled = rows_of[one.unit_name] > 1 and ward
        yield replace(one, unit_name=f"{one.unit_name} ({ward})") if doubled else one


def _standings(book: RosterBook, units: Units, day: date) -> Iterator[_Standing]:
    names = told_names(units.values(), day)
    for member, standing in book.present_on(day):
        name = names.get(standing.unit_id, "")
        yield _Standing(member.membership_id, standing.status, standing.unit_id, name)


def _movements(book: RosterBook, units: Units, query: FigureQuery) -> Iterator[_Movement]:
    for place, event in enumerate(book.events):
        if query.holds(event.happened_on):
            name = _name(units, event.unit_id, event.happened_on.first_day)
            yield _Movement(
                place, event.membership_id, event.kind, event.happened_on, event.unit_id, name
            )


def _name(units: Units, unit_id: int | None, day: date) -> str:
    return units[unit_id].name_on(day) if unit_id in units else ""
