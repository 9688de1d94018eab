"""Look through the books for what is missing, what cannot be true and what is left open."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date

from ccb_desktop.data import record_gaps
from ccb_desktop.data.members import lists
from ccb_desktop.data.members.households import list_households
from ccb_desktop.data.members.units import list_posts
from ccb_desktop.data.store import Session, Store
from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.members.lines import MemberLine
from ccb_desktop.domain.papers import mask
from ccb_desktop.domain.record_gaps.checks import RecordDoubt, all_doubts
from ccb_desktop.domain.record_gaps.needed import in_form_order
from ccb_desktop.domain.record_gaps.open_ends import OpenEnd, open_ends
from ccb_desktop.domain.record_gaps.review import GapsReview, review_gaps
from ccb_desktop.domain.users.seeing import sees_all
from ccb_desktop.domain.users.users import User


@dataclass(frozen=True, slots=True)
class BooksReview:
    """Everything that the tab Còn thiếu shows."""

    gaps: GapsReview
    doubts: tuple[RecordDoubt, ...]
    ends: tuple[OpenEnd, ...]


def review_books(store: Store, on: date) -> BooksReview:
    """Look through the books as they are on a day; a mere reader sees no number whole."""
    with store.reading() as session:
        members = lists.list_members(session, on)
        return BooksReview(
            review_gaps(members, record_gaps.load_needed(session), on),
            tuple(_seen(store.user, one) for one in doubts_in(session, on)),
            _open_ends(session, members, on),
        )


def _seen(user: User | None, found: RecordDoubt) -> RecordDoubt:
    if sees_all(user):
        return found
    values = tuple(found.hide_numbers(value, mask) for value in found.doubt.values)
    reason = found.hide_numbers(found.doubt.reason, mask)
    return replace(found, doubt=replace(found.doubt, values=values, reason=reason))


def gaps_in(session: Session, on: date) -> GapsReview:
    """The records of all members held against what is needed."""
    return review_gaps(lists.list_members(session, on), record_gaps.load_needed(session), on)


def doubts_in(session: Session, on: date) -> tuple[RecordDoubt, ...]:
    """What in the books cannot be true on a day, person by person."""
    return all_doubts(record_gaps.list_checked_records(session, on), on)


def open_ends_in(session: Session, on: date) -> tuple[OpenEnd, ...]:
    """What is open about households and units on a day."""
    return _open_ends(session, lists.list_members(session, on), on)


def _open_ends(session: Session, members: list[MemberLine], on: date) -> tuple[OpenEnd, ...]:
    return open_ends(
        members,
        {home.id or 0: home for home in list_households(session)},
        lists.list_unit_lines(session, on),
        list_posts(session),
        on,
    )


def needed_fields(store: Store) -> tuple[str, ...]:
    """The fields that every record should have."""
    with store.reading() as session:
        return record_gaps.load_needed(session)


def choose_needed(store: Store, names: Collection[str], form_id: str | None = None) -> Change:
    """Choose the fields that every record should have.

    Raises:
        Invalid: None is chosen.
    """
    if not in_form_order(names):
        raise Invalid({"needed": "Chọn ít nhất một mục mà hồ sơ nào cũng cần có."})
    with store.writing("Chọn các mục hồ sơ cần có", form_id) as session:
        record_gaps.save_needed(session, names)
    return session.change
