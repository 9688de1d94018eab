"""Whom a person has near him and what ails him: visits, illnesses, relatives."""

from dataclasses import dataclass, replace
from datetime import date

from ccb_desktop.data.members.people import load_person
from ccb_desktop.data.store import Session, Store
from ccb_desktop.data.visits import care, visits
from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.users.seeing import seen_illness, seen_relative
from ccb_desktop.domain.visits.care import Illness, Relative
from ccb_desktop.domain.visits.care_checks import check_illness, check_relative
from ccb_desktop.domain.visits.lines import VisitLine


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonCare:
    """What the books of welfare say of one person, the latest first."""

    visits: tuple[VisitLine, ...] = ()
    illnesses: tuple[Illness, ...] = ()
    relatives: tuple[Relative, ...] = ()


def load_person_care(store: Store, person_id: int) -> PersonCare:
    """Visits, illnesses and relatives of a person, as who is at work may see them."""
    with store.reading() as session:
        found = person_care_in(session, person_id)
    user = store.user
    return replace(
        found,
        illnesses=tuple(seen_illness(user, one) for one in found.illnesses),
        relatives=tuple(seen_relative(user, one) for one in found.relatives),
    )


def person_care_in(session: Session, person_id: int) -> PersonCare:
    """As `load_person_care`, within a block that reads more."""
    return PersonCare(
        visits=tuple(visits.list_visits_of(session, person_id)),
        illnesses=tuple(care.list_illnesses_of(session, person_id)),
        relatives=tuple(care.list_relatives_of(session, person_id)),
    )


def save_illness(store: Store, illness: Illness, form_id: str | None = None) -> Change:
    """Add or correct an illness; it is open while its last day is not known.

    Raises:
        Invalid: By field.
        NotFound: The person, or the illness, is not there any more.
    """
    check_illness(illness, date.today())
    name = _name_of(store, illness.person_id)
    with store.writing(f"Ghi ốm đau, điều trị: {name}", form_id) as session:
        care.save_illness(session, illness)
    return session.change


def remove_illness(store: Store, illness: Illness) -> Change:
    """Take out an illness that was entered by mistake."""
    name = _name_of(store, illness.person_id)
    with store.writing(f"Bỏ ốm đau, điều trị: {name}") as session:
        care.delete_illness(session, illness.id or 0)
    return session.change


def save_relative(store: Store, relative: Relative, form_id: str | None = None) -> Change:
    """Add or correct a relative.

    Raises:
        Invalid: By field.
        NotFound: The person, or the relative, is not there any more.
    """
    check_relative(relative)
    name = _name_of(store, relative.person_id)
    tidy = replace(relative, full_name=relative.full_name.strip())
    with store.writing(f"Ghi thân nhân {tidy.full_name} của {name}", form_id) as session:
        care.save_relative(session, tidy)
    return session.change


def remove_relative(store: Store, relative: Relative) -> Change:
    """Take out a relative."""
    name = _name_of(store, relative.person_id)
    with store.writing(f"Bỏ thân nhân {relative.full_name} của {name}") as session:
        care.delete_relative(session, relative.id or 0)
    return session.change


def _name_of(store: Store, person_id: int) -> str:
    with store.reading() as session:
        return load_person(session, person_id).full_name
