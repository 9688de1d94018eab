"""The book of discipline: decided, lifted, taken out; an expulsion ends the membership as well."""

from dataclasses import replace
from datetime import date

from ccb_desktop.data.emulation import disciplines
from ccb_desktop.data.members import memberships, people
from ccb_desktop.data.store import Session, Store
from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.emulation.awards import (
    Discipline,
    DisciplineForm,
    check_discipline,
)
from ccb_desktop.domain.emulation.discipline_book import DisciplineLine, expelled, expulsion_of
from ccb_desktop.domain.emulation.labels import DISCIPLINE_FORM
from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.members.memberships import check_course
from ccb_desktop.operations.members.events import keep_event


def list_disciplines(store: Store) -> list[DisciplineLine]:
    """Everything that was decided, the latest first."""
    with store.reading() as session:
        return disciplines.list_disciplines(session)


def list_of_person(store: Store, person_id: int) -> list[DisciplineLine]:
    """What was decided of one member, the latest first."""
    with store.reading() as session:
        return disciplines.list_of_person(session, person_id)


def load_discipline(store: Store, discipline_id: int) -> tuple[Discipline, str]:
    """One measure, and of whom it was decided.

    Raises:
        NotFound: It is not there any more.
    """
    with store.reading() as session:
        found = disciplines.load_discipline(session, discipline_id)
        return found, people.load_person(session, found.person_id).full_name


def save_discipline(store: Store, discipline: Discipline, form_id: str | None = None) -> Change:
    """Write a measure into the book, or correct one; the membership follows an expulsion.

    Raises:
        Invalid: By field; `person` where nobody of the Hội was chosen, `decided_on` where he is
            not in the Hội on the day of his expulsion.
        NotFound: It is not there any more.
    """
    check_discipline(discipline, date.today())
    kept = replace(
        discipline,
        decision_no=discipline.decision_no.strip(),
        reason=discipline.reason.strip(),
        note=discipline.note.strip(),
    )
    with store.reading() as session:
        name = people.load_person(session, kept.person_id).full_name
    act = "Ghi kỷ luật" if kept.id is None else "Sửa kỷ luật"
    told = f"{act} {DISCIPLINE_FORM[kept.form].lower()}: {name}"
    with store.writing(told, form_id) as session:
        before = None if kept.id is None else disciplines.load_discipline(session, kept.id)
        disciplines.save_discipline(session, kept)
        _let_membership_follow(session, before, kept)
    return session.change


def lift_discipline(
    store: Store, discipline_id: int, ended_on: date, form_id: str | None = None
) -> Change:
    """Write down that a measure has ceased to weigh on somebody.

    Raises:
        Invalid: The day lies before that of the decision, or was not yet: `ended_on`.
        NotFound: It is not there any more.
    """
    found, name = load_discipline(store, discipline_id)
    if ended_on > date.today():
        raise Invalid({"ended_on": f"Ngày {ended_on:%d/%m/%Y} chưa tới."})
    kept = replace(found, ended_on=ended_on)
    check_discipline(kept, date.today())
    with store.writing(f"Ghi hết hiệu lực kỷ luật: {name}", form_id) as session:
        disciplines.save_discipline(session, kept)
    return session.change


def remove_discipline(store: Store, discipline_id: int) -> Change:
    """Take a measure out that should not stand in the book; with an expulsion goes its event.

    Raises:
        Invalid: What happened to the membership afterwards cannot follow without it.
        NotFound: It is not there any more.
    """
    found, name = load_discipline(store, discipline_id)
    with store.writing(f"Bỏ kỷ luật: {name}") as session:
        disciplines.delete_discipline(session, discipline_id)
        _let_membership_follow(session, found, None)
    return session.change


def _let_membership_follow(
    session: Session, before: Discipline | None, after: Discipline | None
) -> None:
    """Record, correct or take out the event that belongs to an expulsion."""
    expels = after is not None and after.form is DisciplineForm.EXPULSION
    did = before is not None and before.form is DisciplineForm.EXPULSION
    one = after or before
    if one is None or not (expels or did):
        return
    membership = memberships.hoi_membership_of(session, one.person_id)
    if membership is None or membership.id is None:
        if not expels:
            return
        raise Invalid({"person": "Người này không phải hội viên nên không khai trừ được."})
    events = memberships.list_events(session, membership.id)
    known = expulsion_of(before, events) if before is not None else None
    if after is not None and expels:
        known = known or expulsion_of(after, events)
        try:
            keep_event(session, expelled(after, membership.id, known))
        except Invalid as error:
            told = error.fields.get("happened_on")
            raise Invalid({"decided_on": told} if told else error.fields) from error
    elif known is not None:
        memberships.delete_event(session, known)
        check_course(membership, memberships.list_events(session, membership.id))
