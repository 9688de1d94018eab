"""Which entries are needed, and what is looked at of each person for contradictions."""

import json
from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    Text,
    and_,
    exists,
    false,
    func,
    not_,
    or_,
    select,
    type_coerce,
)
from sqlalchemy.orm import Session

from ccb_desktop.data import rows
from ccb_desktop.data.members.units import list_posts, list_units
from ccb_desktop.data.tables import (
    HouseholdRow,
    HouseholdYearRow,
    MembershipEventRow,
    MembershipRow,
    PersonRow,
    SettingRow,
    StandingRow,
)
from ccb_desktop.data.text_days import is_past
from ccb_desktop.domain.members.memberships import MembershipEvent, MembershipKind, in_order
from ccb_desktop.domain.members.units import Post
from ccb_desktop.domain.record_gaps.needed import NEEDED, in_form_order
from ccb_desktop.domain.record_gaps.records import CheckedRecord

_KEY = "needed_fields"
_OF_PERSON = (
    *("full_name", "name_key", "sort_key", "sex", "born_on", "citizen_id", "phone"),
    *("enlisted_on", "discharged_on", "party_joined_on", "party_official_on", "died_on"),
)
_OF_MEMBERSHIP = ("card_no", "joined_on", "card_issued_on", "card_reissued_on")
_KEPT_IN_MEMBERSHIP = (*_OF_MEMBERSHIP, "admission_category")
_OF_HOUSEHOLD = ("poverty", "house_state")


def load_needed(session: Session) -> tuple[str, ...]:
    """The fields that every record should have, in the order of forms."""
    stored = session.scalar(select(SettingRow.value).where(SettingRow.key == _KEY))
    return NEEDED if stored is None else in_form_order(json.loads(stored))


def save_needed(session: Session, names: Iterable[str]) -> None:
    """Keep which fields every record should have."""
    row = session.scalar(select(SettingRow).where(SettingRow.key == _KEY)) or SettingRow(key=_KEY)
    row.value = json.dumps(in_form_order(tuple(names)))
    session.add(row)
    session.flush()


def has_gap(needed: Iterable[str], on: date) -> ColumnElement[bool]:
    """Whether a member lacks an entry that is needed, as `domain.record_gaps.needed` says it.

    For statements over persons and their memberships.
    """
    return or_(false(), *(_lacks(name, on) for name in needed))


def _lacks(name: str, on: date) -> ColumnElement[bool]:
    if name == "party_official_on":
        joined, official = PersonRow.party_joined_on, PersonRow.party_official_on
        return and_(is_past(joined, on), not_(is_past(official, on)))
    if name == "household_head":
        return ~exists().where(
            HouseholdRow.id == PersonRow.household_id, HouseholdRow.head_name != ""
        )
    if name in _OF_HOUSEHOLD:
        return ~exists().where(
            HouseholdYearRow.household_id == PersonRow.household_id,
            HouseholdYearRow.year <= on.year,
            getattr(HouseholdYearRow, name) != "",
        )
    column = getattr(MembershipRow if name in _KEPT_IN_MEMBERSHIP else PersonRow, name)
    return func.coalesce(type_coerce(column, Text), "") == ""


def list_checked_records(session: Session, on: date) -> list[CheckedRecord]:
    """Everybody in the books as he stands on a day, in Vietnamese order."""
    names: dict[int | None, str] = {unit.id: unit.name_on(on) for unit in list_units(session)}
    events, posts = _events(session), _posts(session)
    return [
        CheckedRecord(
            **_plain(row),
            unit_name=names.get(row["unit_id"], ""),
            events=events.get(row["person_id"], ()),
            posts=posts.get(row["person_id"], ()),
        )
        for row in session.execute(_query(on)).mappings()
    ]


def _query(on: date) -> Select[Any]:
    columns = [getattr(PersonRow, name) for name in _OF_PERSON]
    columns += [getattr(MembershipRow, name) for name in _OF_MEMBERSHIP]
    is_member = and_(
        MembershipRow.person_id == PersonRow.id, MembershipRow.kind == MembershipKind.HOI
    )
    stands = and_(
        StandingRow.membership_id == MembershipRow.id,
        StandingRow.from_on <= on,
        or_(StandingRow.to_on.is_(None), StandingRow.to_on > on),
    )
    return (
        select(PersonRow.id.label("person_id"), *columns, StandingRow.status, StandingRow.unit_id)
        .outerjoin(MembershipRow, is_member)
        .outerjoin(StandingRow, stands)
        .order_by(PersonRow.sort_key, PersonRow.id)
    )


def _plain(row: Any) -> dict[str, Any]:
    return {**row, "citizen_id": row["citizen_id"] or "", "card_no": row["card_no"] or ""}


def _events(session: Session) -> dict[int, tuple[MembershipEvent, ...]]:
    """Person → the events of his membership of the Hội."""
    table = MembershipEventRow.__table__
    query = select(table, MembershipRow.person_id).join(
        MembershipRow, MembershipRow.id == table.c.membership_id
    )
    found = rows.list_by_owner(session, MembershipEvent, query, "person_id")
    return {person_id: tuple(in_order(events)) for person_id, events in found.items()}


def _posts(session: Session) -> dict[int, tuple[Post, ...]]:
    found: dict[int, list[Post]] = {}
    for post in list_posts(session):
        found.setdefault(post.person_id or 0, []).append(post)
    return {person_id: tuple(posts) for person_id, posts in found.items()}
