"""Members as the book of dues needs them: name, birth and course, read in two statements."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from ccb_desktop.data import rows
from ccb_desktop.data.tables import MembershipRow, PersonRow, StandingRow
from ccb_desktop.domain.funds.dues_arrears import DuesPayer
from ccb_desktop.domain.members.memberships import IN_HOI, MembershipKind, Standing


def load_payers(
    session: Session, *, person_id: int | None = None, unit_id: int | None = None
) -> list[DuesPayer]:
    """Members with their whole past, in Vietnamese order.

    Args:
        session: A session.
        person_id: Only this person.
        unit_id: Only those who are or were in this chi hội.
    """
    session.flush()
    people = (
        select(MembershipRow.id, PersonRow.id, PersonRow.full_name, PersonRow.born_on)
        .join(PersonRow, PersonRow.id == MembershipRow.person_id)
        .where(MembershipRow.kind == MembershipKind.HOI)
        .order_by(PersonRow.sort_key, PersonRow.id)
    )
    courses = select(
        StandingRow.membership_id,
        StandingRow.from_on,
        StandingRow.to_on,
        StandingRow.status,
        StandingRow.unit_id,
        StandingRow.sub_unit_id,
    ).order_by(StandingRow.membership_id, StandingRow.from_on)
    wanted = select(MembershipRow.id)
    if person_id is not None:
        wanted = wanted.where(MembershipRow.person_id == person_id)
    if unit_id is not None:
        was_there = select(StandingRow.membership_id).where(
            StandingRow.unit_id == unit_id, StandingRow.status.in_(IN_HOI)
        )
        wanted = wanted.where(MembershipRow.id.in_(was_there))
    if person_id is not None or unit_id is not None:
        people = people.where(MembershipRow.id.in_(wanted))
        courses = courses.where(StandingRow.membership_id.in_(wanted))
    course_of: dict[int, list[Standing]] = {}
    for membership_id, from_on, to_on, status, unit, sub in rows.raw(session).execute(courses):
        turn = Standing(from_on, to_on, status, unit, sub)
        course_of.setdefault(membership_id, []).append(turn)
    return [
        DuesPayer(owner, name, born_on, tuple(course_of.get(membership_id, ())))
        for membership_id, owner, name, born_on in rows.raw(session).execute(people)
    ]
