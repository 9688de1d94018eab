"""Erase what the books know of somebody who has left, with all figures of the past unchanged."""

import contextlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ccb_desktop.data.funds import loans
from ccb_desktop.data.members import memberships, people, units
from ccb_desktop.data.personal_data import books, erasing, history_erasing
from ccb_desktop.data.settings import load_branch
from ccb_desktop.data.store import Session, Store
from ccb_desktop.data.tasks import assignments
from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.errors import Conflict
from ccb_desktop.domain.funds.loan_state import outstanding_dong
from ccb_desktop.domain.members.memberships import IN_HOI, MembershipKind, standing_on, standings
from ccb_desktop.domain.personal_data.erasure import (
    Departed,
    Erasure,
    bonds,
    check_erasure,
    pseudonym,
)
from ccb_desktop.operations.users.beside import unseal_beside


@dataclass(frozen=True, slots=True, kw_only=True)
class ErasurePlan:
    """What an erasure would do.

    Attributes:
        name: What the person is called today.
        becomes: What he would be called.
        bonds: What still binds him, in sentences; where there is one, nothing is erased.
        files: How many photos and papers would go.
        relatives: How many relatives would lose their names.
        lines: How many lines of the history tell of him.
    """

    person_id: int
    name: str
    becomes: str
    bonds: tuple[str, ...]
    files: int
    relatives: int
    lines: int


def plan_erasure(store: Store, person_id: int) -> ErasurePlan:
    """What erasing a person's data would do, before anything is done.

    Raises:
        NotFound: Nobody has this id.
    """
    with store.reading() as session:
        person = people.load_person(session, person_id)
        subject = _subject(session, person_id)
        records = erasing.records_of(session, person_id)
        lines = history_erasing.lines_of(session, subject, records)
        return ErasurePlan(
            person_id=person_id,
            name=person.full_name,
            becomes=subject.pseudonym,
            bonds=_bonds(session, person_id, date.today()),
            files=len(records["attached_files"]),
            relatives=len(records["relatives"]),
            lines=sum(history_erasing.is_telling(line, subject) for line in lines),
        )


def list_departed(store: Store) -> list[Departed]:
    """Everybody in the books who is no member any more, by name; the erased are left out."""
    with store.reading() as session:
        return books.list_departed(session, date.today())


def erase(
    store: Store, person_id: int, decision_no: str, reason: str, form_id: str | None = None
) -> Change:
    """Erase a person's data from the books, their history and the drafts on this PC.

    This is not undone. Vouchers, frozen reports and what was sent keep their words.

    Raises:
        Invalid: Fields `decision_no`, `reason`.
        Conflict: Something still binds him.
        NotFound: Nobody has this id.
    """
    check_erasure(decision_no, reason)
    with store.reading() as session:
        known = people.load_person(session, person_id)
        subject = _subject(session, person_id)
        numbers = {known.citizen_id or "", known.phone, known.insurance_no}
        numbers |= {one.card_no or "" for one in memberships.list_memberships(session, person_id)}
    with store.writing(f"Xóa dữ liệu cá nhân: {subject.pseudonym}", form_id) as session:
        held = _bonds(session, person_id, date.today())
        if held:
            raise Conflict(" ".join(("Chưa xóa được. Sổ vẫn nguyên.", *held)))
        records = erasing.records_of(session, person_id)
        completed = load_branch(session).age_rule == "COMPLETED_YEARS"
        shas = erasing.erase_records(session, subject, records, keep_birthday=completed)
        history_erasing.erase_history(
            session,
            subject,
            history_erasing.lines_of(session, subject, records),
            action_id=session.action_id,
            erased_on=date.today(),
            decision_no=decision_no.strip(),
            reason=reason.strip(),
        )
        erasing.drop_contents(session, shas)
    _drop_drafts(store, person_id, {*subject.names, *numbers})
    return session.change


def list_erasures(store: Store) -> list[Erasure]:
    """Whose data was erased, the oldest first."""
    with store.reading() as session:
        return books.list_erasures(session)


def _subject(session: Session, person_id: int) -> erasing.Subject:
    ids = erasing.ids_of(session, person_id)
    name = people.load_person(session, person_id).full_name
    return erasing.Subject(
        person_id=person_id,
        ids=ids,
        names=history_erasing.known_names(session, ids) | {name},
        pseudonym=pseudonym(books.next_erasure(session)),
    )


def _bonds(session: Session, person_id: int, on: date) -> tuple[str, ...]:
    posts = [post for post in units.list_posts(session, [person_id]) if post.held_on(on)]
    lent = loans.list_loans_of(session, person_id)
    tasks = assignments.list_lines(session, on)
    return bonds(
        is_member=_is_member(session, person_id, on),
        is_erased=books.is_erased(session, person_id),
        posts=[post.title for post in posts],
        loans=[file.loan.code for file in lent if outstanding_dong(file, on)],
        drafts=books.count_drafts_of(session, person_id),
        tasks=sum(
            line.assignment.person_id == person_id and not line.is_done_by(on) for line in tasks
        ),
    )


def _is_member(session: Session, person_id: int, on: date) -> bool:
    for held in memberships.list_memberships(session, person_id):
        if held.kind is MembershipKind.CLUB:
            if held.ended_on is None:
                return True
            continue
        course = standings(held, memberships.list_events(session, held.id or 0))
        stands = standing_on(course, on)
        if stands is not None and stands.status in IN_HOI:
            return True
    return False


def _drop_drafts(store: Store, person_id: int, telling: Iterable[str]) -> None:
    """Remove the drafts of forms about him; one that cannot be read was sealed by other books."""
    needles = [one for one in telling if one.strip()]
    for file in store.folder.drafts.glob("*.json"):
        with contextlib.suppress(OSError, ValueError):
            draft = json.loads(unseal_beside(store, file.read_bytes()))
            said = json.dumps(draft, ensure_ascii=False)
            is_his = draft.get("page") == "members" and draft.get("subject") == person_id
            if is_his or any(needle in said for needle in needles):
                file.unlink()
