"""The deep look into a store: everything that can be worked out is worked out again."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from ccb_desktop.data import rows, seals
from ccb_desktop.data.migrations.steps import STEPS
from ccb_desktop.data.tables import (
    HouseholdRow,
    MembershipEventRow,
    MembershipRow,
    PersonRow,
    StandingRow,
    UnitNameRow,
)
from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.members.memberships import (
    ENTRIES,
    EXITS,
    IN_HOI,
    Membership,
    MembershipEvent,
    MembershipKind,
    Standing,
    check_course,
    in_order,
    is_on_roll_without_entry,
    standings,
)
from ccb_desktop.domain.people_names import search_key, sort_key

_AT_ONCE = 500
_NAMED = 5


def history_findings(connection: Any, anchor: tuple[int, str] | None) -> Iterator[str]:
    """What is wrong with the history.

    Args:
        connection: A raw connection.
        anchor: Number and seal of an act as noted elsewhere: in the newest manifest, or at
            the foot of a printed book.
    """
    broken = seals.broken_links(connection)
    if broken:
        yield (
            f"Nhật ký đã bị sửa ngoài chương trình, bắt đầu từ việc số {broken[0]} "
            f"({len(broken)} việc không khớp dấu niêm)."
        )
    if anchor is not None and not seals.holds(connection, *anchor):
        yield (
            f"Nhật ký không còn việc số {anchor[0]} như bản sao lưu gần nhất đã ghi: một phần "
            "nhật ký đã bị cắt bỏ hoặc viết lại."
        )


def schema_findings(connection: Any) -> Iterator[str]:
    """Whether every table, index and guard of the store is the one that we made."""
    here, ours = _objects_of(connection), _objects_of(_fresh())
    for name in sorted(here.keys() | ours.keys()):
        if here.get(name) != ours.get(name):
            yield f"Cấu trúc tệp số liệu đã bị sửa ngoài chương trình: {name}."


def _fresh() -> Any:
    connection = sqlcipher.connect(":memory:", isolation_level=None)
    for statements in STEPS:
        for statement in statements:
            connection.execute(statement)
    return connection


def _objects_of(connection: Any) -> dict[str, str]:
    found = connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")
    return {name: " ".join(sql.split()) for name, sql in found}


def key_findings(session: Session) -> Iterator[str]:
    """Whether the prepared keys of names are those that the names give today."""
    stale = 0
    people = select(
        PersonRow.full_name, PersonRow.sort_by_first_word, PersonRow.name_key, PersonRow.sort_key
    )
    for name, first_word, name_key, order in session.execute(people):
        fresh = (search_key(name), sort_key(name, by_first_word=first_word))
        stale += (name_key, order) != fresh
    for query in (
        select(UnitNameRow.name, UnitNameRow.name_key),
        select(HouseholdRow.head_name, HouseholdRow.head_key),
    ):
        stale += sum(search_key(name) != key for name, key in session.execute(query))
    if stale:
        yield f"{stale} tên có khóa tìm kiếm cũ; hãy chạy lại bản chương trình mới nhất."


def membership_findings(session: Session) -> Iterator[str]:
    """Whether every course of events can be, standings follow from them, and rule 14 holds."""
    impossible: list[str] = []
    unlike: list[str] = []
    totals: Counter[str] = Counter()
    for course in _courses(session):
        if not course.is_possible():
            impossible.append(course.name)
        if course.kept != standings(course.membership, course.events):
            unlike.append(course.name)
        totals.update(course.counted())
    if impossible:
        yield f"Biến động không nối tiếp nhau được: {_names(impossible)}."
    if unlike:
        yield f"Trạng thái lưu sẵn không đúng với biến động: {_names(unlike)}."
    if totals["in"] - totals["out"] != _count_in_hoi(session):
        yield "Tổng số hội viên không khớp: đầu kỳ + vào − ra khác số đang có (quy tắc 14)."
    doubled = _with_two_memberships(session)
    if doubled:
        yield f"Một người có hai tư cách hội viên: {_names(doubled)}."


@dataclass(frozen=True, slots=True)
class _Course:
    """One membership of the Hội with its events and the standings kept beside them."""

    name: str
    membership: Membership
    events: list[MembershipEvent]
    kept: list[Standing]

    def is_possible(self) -> bool:
        """Whether the events can follow each other."""
        try:
            check_course(self.membership, self.events)
        except Invalid:
            return False
        return True

    def counted(self) -> dict[str, int]:
        """How often he came into the Hội and how often he left it."""
        kinds = [event.kind for event in self.events]
        opening = is_on_roll_without_entry(in_order(self.events))
        stood = opening and self.membership.on_roll_from is not None
        return {
            "in": int(stood) + sum(kind in ENTRIES for kind in kinds),
            "out": sum(kind in EXITS for kind in kinds),
        }


def _courses(session: Session) -> Iterator[_Course]:
    """Every membership of the Hội, read in blocks, so that their number does not matter."""
    hoi = select(MembershipRow.id).where(MembershipRow.kind == MembershipKind.HOI)
    ids = session.scalars(hoi.order_by(MembershipRow.id)).all()
    for start in range(0, len(ids), _AT_ONCE):
        yield from _some_courses(session, ids[start : start + _AT_ONCE])


def _some_courses(session: Session, ids: Sequence[int]) -> Iterator[_Course]:
    events: dict[int, list[MembershipEvent]] = {i: [] for i in ids}
    kept: dict[int, list[Standing]] = {i: [] for i in ids}
    for row in session.execute(_of(MembershipEventRow, ids)).mappings():
        events[row["membership_id"]].append(rows.value_of(MembershipEvent, row))
    for row in session.execute(_of(StandingRow, ids).order_by(StandingRow.from_on)).mappings():
        kept[row["membership_id"]].append(rows.value_of(Standing, row))
    query = (
        select(MembershipRow.__table__, PersonRow.full_name)
        .join(PersonRow, PersonRow.id == MembershipRow.person_id)
        .where(MembershipRow.id.in_(ids))
    )
    for row in session.execute(query).mappings():
        own = row["id"]
        membership = rows.value_of(Membership, row)
        yield _Course(row["full_name"], membership, events[own], kept[own])


def _of(table: type[MembershipEventRow | StandingRow], ids: Sequence[int]) -> Select[Any]:
    return select(table.__table__).where(table.membership_id.in_(ids))


def _count_in_hoi(session: Session) -> int:
    query = select(func.count()).where(StandingRow.to_on.is_(None), StandingRow.status.in_(IN_HOI))
    return session.scalar(query) or 0


def _with_two_memberships(session: Session) -> list[str]:
    query = (
        select(PersonRow.full_name)
        .join(MembershipRow, MembershipRow.person_id == PersonRow.id)
        .where(MembershipRow.kind == MembershipKind.HOI)
        .group_by(PersonRow.id)
        .having(func.count() > 1)
    )
    return list(session.scalars(query))


def _names(names: Sequence[str]) -> str:
    named = ", ".join(names[:_NAMED])
    return named if len(names) <= _NAMED else f"{named} và {len(names) - _NAMED} người khác"
