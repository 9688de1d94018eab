"""The whole roster in memory and back, for imports: few statements, however many rows."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy.orm import Session

from ccb_desktop.data import rows
from ccb_desktop.data.manual_figures import list_manual_figures
from ccb_desktop.data.members import households, people, units
from ccb_desktop.data.members.memberships import refresh_standings
from ccb_desktop.data.members.own_fields import list_own_entries
from ccb_desktop.data.shelves import Pulse, in_pieces, next_ids, read_all, write_shelf
from ccb_desktop.data.tables import (
    HouseholdRow,
    HouseholdYearRow,
    ManualFigureRow,
    MembershipEventRow,
    MembershipRow,
    OwnValueRow,
    PersonRow,
    PolicyRow,
    PostRow,
    Row,
    UnitNameRow,
    UnitRow,
)
from ccb_desktop.domain.imports.books import Books
from ccb_desktop.domain.imports.shelf import Shelf
from ccb_desktop.domain.members.memberships import Membership, MembershipEvent
from ccb_desktop.domain.people_names import search_key

_SHELVED: tuple[type[Row], ...] = (
    UnitRow,
    PersonRow,
    MembershipRow,
    MembershipEventRow,
    PostRow,
    HouseholdRow,
    ManualFigureRow,
    OwnValueRow,
)


def load_books(session: Session) -> Books:
    """The roster as it is."""
    return Books(
        units=units.list_units(session),
        people=people.load_people(session),
        memberships=read_all(session, MembershipRow, Membership),
        events=read_all(session, MembershipEventRow, MembershipEvent),
        posts=units.list_posts(session),
        households=households.list_households(session),
        manual_figures=list_manual_figures(session),
        own_entries=list_own_entries(session),
        next_ids=next_ids(session, _SHELVED),
    )


def write_books(session: Session, books: Books, pulse: Pulse = lambda: None) -> None:
    """Write what is new or changed; the standings are worked out anew where needed."""
    _write_units(session, books)
    write_shelf(session, HouseholdRow, books.households, pulse)
    write_shelf(session, PersonRow, books.people, pulse)
    write_shelf(session, MembershipRow, books.memberships, pulse)
    write_shelf(session, MembershipEventRow, books.events, pulse)
    write_shelf(session, PostRow, books.posts, pulse)
    write_shelf(session, ManualFigureRow, books.manual_figures, pulse)
    write_shelf(session, OwnValueRow, books.own_entries, pulse)
    _write_parts(session, PolicyRow, "person_id", "policies", books.people)
    _write_parts(session, HouseholdYearRow, "household_id", "years", books.households)
    touched = [m.id for m in (*books.memberships.new, *books.memberships.changed)]
    touched += [e.membership_id for e in (*books.events.new, *books.events.changed)]
    ids = sorted({membership_id for membership_id in touched if membership_id})
    for some in in_pieces(ids, pulse):
        refresh_standings(session, some)
    pulse()


def _write_units(session: Session, books: Books) -> None:
    new = books.units.new
    rows.insert_many(session, UnitRow, [rows.columns_of(unit, UnitRow) for unit in new])
    names = [
        rows.columns_of(name, UnitNameRow, unit_id=unit.id, name_key=search_key(name.name))
        for unit in new
        for name in unit.names
    ]
    rows.insert_many(session, UnitNameRow, names)
    for unit in books.units.changed:
        units.save_unit(session, unit)


def _write_parts(
    session: Session, table: type[Row], owner: str, parts: str, shelf: Shelf[Any]
) -> None:
    """Parts of new owners by one statement; those of changed owners one owner at a time."""
    new: list[rows.Columns] = []
    for record in shelf.new:
        for part in getattr(record, parts):
            columns = rows.columns_of(part, table, **{owner: record.id})
            columns.pop("id", None)
            new.append(columns)
    rows.insert_many(session, table, new)
    for record in shelf.changed:
        _save_own(session, table, owner, record, getattr(record, parts))


def _save_own(
    session: Session, table: type[Row], owner: str, record: Any, parts: Sequence[Any]
) -> None:
    if table is HouseholdYearRow:
        households.save_years(session, record.id, parts)
    else:
        rows.save_parts(session, table, owner, record.id, parts)
