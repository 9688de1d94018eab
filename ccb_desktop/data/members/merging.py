"""What belongs to one person handed over to another, table by table."""

from collections.abc import Mapping

from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import Session, aliased

from ccb_desktop.data.tables import (
    ActivityRow,
    AssignmentRow,
    AttachedFileRow,
    AttendanceRow,
    AwardRow,
    CommitmentRow,
    ContributionRow,
    DeathCaseRow,
    DisciplineRow,
    DuesExemptionRow,
    DuesPaymentRow,
    ExemptionReportRow,
    HousingSupportRow,
    IllnessRow,
    LoanRow,
    MemberResultRow,
    NominationRow,
    NotDoubleRow,
    OwnFieldRow,
    OwnValueRow,
    PostRow,
    RelativeRow,
    RoundRecipientRow,
    VisitRow,
    VoucherRow,
)
from ccb_desktop.domain.activities.activities import Presence
from ccb_desktop.domain.emulation.awards import NominationStage
from ccb_desktop.domain.merging.fields import join_texts
from ccb_desktop.domain.tasks.commitments import Kept

_REFUSED = NominationStage.REFUSED

OwnValues = dict[int, tuple[str, str]]
"""Field of the branch's own → its label and what it says of a person."""

HANDED_OVER = frozenset(
    {
        *("policies.person_id", "memberships.person_id", "posts.person_id"),
        *("not_doubles.first_id", "not_doubles.second_id", "person_merges.kept_id"),
        *("attached_files.person_id", "own_values.person_id"),
        *("membership_events.membership_id", "exemption_reports.membership_id"),
        *("vouchers.person_id", "dues_payments.person_id", "dues_exemptions.person_id"),
        *("contributions.person_id", "loans.person_id"),
        *("visits.person_id", "round_recipients.person_id", "housing_supports.person_id"),
        *("illnesses.person_id", "relatives.person_id", "death_cases.person_id"),
        *("assignments.person_id", "commitments.person_id", "attendances.person_id"),
        *("member_results.person_id", "awards.person_id", "disciplines.person_id"),
        "nominations.person_id",
    }
)
"""Columns that name a person or a membership, and are seen to when two people are merged."""


def own_values(session: Session, person_id: int) -> OwnValues:
    """What the branch's own fields say of a person."""
    query = (
        select(OwnFieldRow.id, OwnFieldRow.label, OwnValueRow.value)
        .join(OwnValueRow, OwnValueRow.field_id == OwnFieldRow.id)
        .where(OwnValueRow.person_id == person_id)
        .order_by(OwnFieldRow.position, OwnFieldRow.id)
    )
    return {row.id: (row.label, row.value) for row in session.execute(query)}


def count_files(session: Session, person_id: int) -> int:
    """How many photos and papers are attached to a person."""
    query = select(func.count()).where(AttachedFileRow.person_id == person_id)
    return session.scalar(query) or 0


def move_posts(session: Session, from_id: int, to_id: int) -> None:
    """Let one person hold the posts of another."""
    session.execute(update(PostRow).where(PostRow.person_id == from_id).values(person_id=to_id))


def move_money(session: Session, from_id: int, to_id: int) -> None:
    """Let what one person paid, gave and borrowed be another's; vouchers keep their words."""
    for table in (VoucherRow, DuesPaymentRow, DuesExemptionRow, ContributionRow, LoanRow):
        moved = update(table).where(table.person_id == from_id).values(person_id=to_id)
        session.execute(moved)
    session.expire_all()


def move_welfare(session: Session, from_id: int, to_id: int) -> None:
    """Let what one person was given, and those he has near him, be another's."""
    for table in (VisitRow, RoundRecipientRow, HousingSupportRow, IllnessRow, RelativeRow):
        moved = update(table).where(table.person_id == from_id).values(person_id=to_id)
        session.execute(moved)
    kept = session.scalar(select(DeathCaseRow.id).where(DeathCaseRow.person_id == to_id))
    of_other = DeathCaseRow.person_id == from_id
    if kept is None:
        session.execute(update(DeathCaseRow).where(of_other).values(person_id=to_id))
    else:
        session.execute(delete(DeathCaseRow).where(of_other))
    session.expire_all()


def move_work(session: Session, from_id: int, to_id: int) -> None:
    """Let what one person was charged with, attended and was given be another's.

    Of two lines for one meeting, and of two gradings of one year, the other's own stays; of two
    nominations for one award, that which is settled; of two commitments for one year, one that
    says what both say.
    """
    _join_on_rolls(session, from_id, to_id)
    _join_commitments(session, from_id, to_id)
    _join_nominations(session, from_id, to_id)
    for once, key in ((AttendanceRow, "activity_id"), (MemberResultRow, "year")):
        held = select(getattr(once, key)).where(once.person_id == to_id)
        doubled = getattr(once, key).in_(held)
        session.execute(delete(once).where(once.person_id == from_id, doubled))
    every = (AttendanceRow, MemberResultRow, AssignmentRow, CommitmentRow, AwardRow)
    for table in (*every, DisciplineRow, NominationRow):
        moved = update(table).where(table.person_id == from_id).values(person_id=to_id)
        session.execute(moved)
    session.expire_all()


def _join_on_rolls(session: Session, from_id: int, to_id: int) -> None:
    """Of one man who stood twice on a roll: he was there once, if he was there at all.

    The number of members of a meeting follows its roll (`save_roll_call`).
    """
    mine, his = aliased(AttendanceRow), aliased(AttendanceRow)
    twice = (
        select(mine, his, ActivityRow)
        .join(his, his.activity_id == mine.activity_id)
        .join(ActivityRow, ActivityRow.id == mine.activity_id)
        .where(mine.person_id == to_id, his.person_id == from_id)
    )
    for own, other, meeting in session.execute(twice).all():
        if other.presence is not Presence.PRESENT:
            continue
        if own.presence is not Presence.PRESENT:
            own.presence = Presence.PRESENT
        elif meeting.members_present is not None:
            meeting.members_present -= 1
    session.flush()


def _join_commitments(session: Session, from_id: int, to_id: int) -> None:
    """Who signed twice for a year has signed once: for both, on the earlier of both days."""
    own, other = (
        session.scalars(select(CommitmentRow).where(CommitmentRow.person_id == one)).all()
        for one in (to_id, from_id)
    )
    known = {one.year: one for one in own}
    for one in other:
        twin = known.get(one.year)
        if twin is None:
            continue
        twin.content = join_texts(twin.content, one.content)
        twin.note = join_texts(twin.note, one.note)
        twin.signed_on = min(filter(None, (twin.signed_on, one.signed_on)), default=None)
        if twin.kept is Kept.OPEN:
            twin.kept = one.kept
        session.delete(one)
    session.flush()


def _join_nominations(session: Session, from_id: int, to_id: int) -> None:
    """Who was put forward twice for the same is asked for once, so that nobody is awarded twice."""
    own, other = (
        session.scalars(select(NominationRow).where(NominationRow.person_id == one)).all()
        for one in (to_id, from_id)
    )
    known = {(one.year, one.form.casefold()): one for one in own if one.stage is not _REFUSED}
    for one in other:
        twin = known.get((one.year, one.form.casefold()))
        if twin is None or one.stage is _REFUSED:
            continue
        if one.stage is not NominationStage.AWARDED:
            session.delete(one)
        elif twin.stage is not NominationStage.AWARDED:
            session.delete(twin)
    session.flush()


def move_reports(session: Session, from_membership: int, to_membership: int) -> None:
    """Let the reports of an exempt member belong to another membership."""
    session.execute(
        update(ExemptionReportRow)
        .where(ExemptionReportRow.membership_id == from_membership)
        .values(membership_id=to_membership)
    )


def move_files(session: Session, from_id: int, to_id: int) -> None:
    """Attach the files of one person to another; one that both have is there once."""
    known = select(AttachedFileRow.sha256).where(AttachedFileRow.person_id == to_id)
    held = set(session.scalars(known))
    for file in session.scalars(
        select(AttachedFileRow).where(AttachedFileRow.person_id == from_id)
    ).all():
        if file.sha256 in held:
            session.delete(file)
        else:
            file.person_id = to_id
    session.flush()


def move_own_values(session: Session, from_id: int, to_id: int, chosen: Mapping[int, str]) -> None:
    """Let one person have the chosen values, and another none any more."""
    session.execute(delete(OwnValueRow).where(OwnValueRow.person_id == from_id))
    known = {
        row.field_id: row
        for row in session.scalars(select(OwnValueRow).where(OwnValueRow.person_id == to_id))
    }
    for field_id, value in chosen.items():
        if field_id in known:
            known[field_id].value = value
        else:
            session.add(OwnValueRow(person_id=to_id, field_id=field_id, value=value))
    session.flush()


def move_not_doubles(session: Session, from_id: int, to_id: int) -> None:
    """Who was another than the one person is another than the other, told once."""
    pairs = session.scalars(select(NotDoubleRow)).all()
    known = {frozenset((pair.first_id, pair.second_id)) for pair in pairs}
    for pair in pairs:
        ids = {pair.first_id, pair.second_id}
        if from_id not in ids:
            continue
        moved = frozenset(ids - {from_id} | {to_id})
        if len(moved) < len(ids) or moved in known:
            session.delete(pair)
        else:
            pair.first_id, pair.second_id = sorted(moved)
    session.flush()
