"""The log of exports, the list of erasures, consent, and corrections from the history."""

import json
from collections.abc import Collection, Iterable
from datetime import date, datetime, time, timedelta

from sqlalchemy import func, select, text
from sqlalchemy.orm import Session

from ccb_desktop.data.members.lists import standing_on
from ccb_desktop.data.tables import (
    ActionRow,
    ErasureRow,
    MembershipRow,
    PersonalExportRow,
    PersonRow,
    RecordChangeRow,
    StandingRow,
    VoucherRow,
)
from ccb_desktop.domain.changes import RecordChange
from ccb_desktop.domain.members.consent import Consent, ConsentLine, consent_of
from ccb_desktop.domain.members.memberships import IN_HOI, MembershipKind
from ccb_desktop.domain.personal_data.erasure import Departed, Erasure
from ccb_desktop.domain.personal_data.exports import PersonalExport, ids_as_text, ids_of_text


def add_export(session: Session, export: PersonalExport) -> None:
    """Enter a file that left."""
    session.add(
        PersonalExportRow(
            made_at=export.made_at,
            done_by=export.done_by,
            what=export.what,
            file_name=export.file_name,
            people=export.people,
            person_ids=ids_as_text(export.person_ids),
            masked=export.masked,
        )
    )
    session.flush()


def list_exports(
    session: Session, from_on: date | None = None, to_on: date | None = None
) -> list[PersonalExport]:
    """The files that left in a time, the newest first."""
    query = select(PersonalExportRow).order_by(PersonalExportRow.id.desc())
    return [
        export
        for row in session.scalars(query)
        if _is_within((export := _export(row)).made_at.date(), from_on, to_on)
    ]


def list_exports_of(session: Session, person_id: int) -> list[PersonalExport]:
    """The files in which somebody certainly stood, the oldest first."""
    found = list_exports(session)
    return [export for export in reversed(found) if person_id in export.person_ids]


def _export(row: PersonalExportRow) -> PersonalExport:
    return PersonalExport(
        id=row.id,
        made_at=row.made_at,
        done_by=row.done_by,
        what=row.what,
        file_name=row.file_name,
        people=row.people,
        person_ids=ids_of_text(row.person_ids),
        masked=row.masked,
    )


def _is_within(day: date, from_on: date | None, to_on: date | None) -> bool:
    return (from_on or day) <= day <= (to_on or day)


def list_erasures(session: Session) -> list[Erasure]:
    """Whose data was erased, the oldest first."""
    rows: Iterable[ErasureRow] = session.scalars(select(ErasureRow).order_by(ErasureRow.id))
    return [
        Erasure(
            id=row.id,
            person_id=row.person_id,
            erased_on=row.erased_on,
            decision_no=row.decision_no,
            reason=row.reason,
            emptied=len(json.loads(row.lines)),
        )
        for row in rows
    ]


def is_erased(session: Session, person_id: int) -> bool:
    """Whether somebody's data was erased."""
    query = select(ErasureRow.id).where(ErasureRow.person_id == person_id)
    return session.scalar(query) is not None


def list_departed(session: Session, on: date) -> list[Departed]:
    """Everybody who is no member of the Hội or of a club on a day, in Vietnamese order."""
    held, stands, person = MembershipRow, StandingRow, PersonRow
    in_hoi = (
        select(held.person_id)
        .join(stands, stands.membership_id == held.id)
        .where(*standing_on(on), stands.status.in_(IN_HOI))
    )
    in_club = select(held.person_id).where(
        held.kind == MembershipKind.CLUB, held.ended_on.is_(None)
    )
    query = (
        select(person.id, person.full_name, person.born_on)
        .where(person.id.not_in(in_hoi), person.id.not_in(in_club))
        .where(person.id.not_in(select(ErasureRow.person_id)))
        .order_by(person.sort_key, person.id)
    )
    return [Departed(*found) for found in session.execute(query)]


def next_erasure(session: Session) -> int:
    """The number that the next erasure gets."""
    query = text("SELECT coalesce(max(id), 0) + 1 FROM erasures")
    return int(session.scalar(query) or 1)


def count_drafts_of(session: Session, person_id: int) -> int:
    """How many vouchers that are not posted name somebody."""
    query = select(func.count()).where(
        VoucherRow.person_id == person_id, VoucherRow.posted_at.is_(None)
    )
    return session.scalar(query) or 0


def consents_of_all(session: Session) -> dict[int, ConsentLine]:
    """Person → what the books say of his consent."""
    person = PersonRow
    query = select(
        person.id,
        person.consent_on,
        person.consent_paper,
        person.consent_withdrawn_on,
        person.consent_withdrawn_reason,
        person.consent_note,
    )
    return {row.id: ConsentLine(*row[1:]) for row in session.execute(query)}


def withdrawn_people(session: Session) -> dict[int, str]:
    """Person who took his consent back → his name, in Vietnamese order."""
    person = PersonRow
    query = (
        select(person.id, person.full_name, person.consent_on, person.consent_withdrawn_on)
        .where(person.consent_withdrawn_on.is_not(None))
        .order_by(person.sort_key, person.id)
    )
    return {
        row.id: row.full_name
        for row in session.execute(query)
        if consent_of(row.consent_on, row.consent_withdrawn_on) is Consent.WITHDRAWN
    }


def corrected_in(
    session: Session, kinds: Collection[str], from_on: date, to_on: date, most: int
) -> tuple[list[RecordChange], int]:
    """Records of some tables that were corrected in a time, the newest first.

    What came in at once with a workbook is a correction like any other.

    Returns:
        The newest, and how many more there are.
    """
    line, act = RecordChangeRow, ActionRow
    first = datetime.combine(from_on, time())
    last = datetime.combine(to_on, time()) + timedelta(days=1)
    wanted = (
        line.kind.in_(kinds),
        line.before.is_not(None),
        line.after.is_not(None),
        line.erased_hash.is_(None),
        act.done_at >= first,
        act.done_at < last,
    )
    joined = select(line, act).join(act, act.id == line.action_id).where(*wanted)
    total = select(func.count(line.id)).join(act, act.id == line.action_id).where(*wanted)
    found = [
        RecordChange(
            *(one.id, one.label, one.done_at, one.done_by, change.kind, change.record_id),
            before=json.loads(change.before or "{}"),
            after=json.loads(change.after or "{}"),
        )
        for change, one in session.execute(joined.order_by(line.id.desc()).limit(most))
    ]
    return found, (session.scalar(total) or 0) - len(found)
