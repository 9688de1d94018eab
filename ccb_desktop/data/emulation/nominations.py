"""Nominations in the store, and the evidence beside everybody who may be put forward."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from ccb_desktop.data import rows
from ccb_desktop.data.emulation.awards import list_up_to
from ccb_desktop.data.emulation.disciplines import list_disciplines
from ccb_desktop.data.members.lists import list_members, unit_names
from ccb_desktop.data.members.people import load_people
from ccb_desktop.data.members.units import list_units
from ccb_desktop.data.settings import list_codes
from ccb_desktop.data.tables import MemberResultRow, NominationRow, UnitRatingRow
from ccb_desktop.domain.code_lists import labels_of
from ccb_desktop.domain.emulation.award_book import is_medal
from ccb_desktop.domain.emulation.awards import Award, AwardRecipient, Nomination, NominationStage
from ccb_desktop.domain.emulation.candidates import Candidate
from ccb_desktop.domain.emulation.discipline_book import is_in_force, told
from ccb_desktop.domain.emulation.grading import Grade, Rating
from ccb_desktop.domain.emulation.labels import RATING
from ccb_desktop.domain.errors import NotFound
from ccb_desktop.domain.members.memberships import IN_HOI
from ccb_desktop.domain.people_names import sort_key

Grades = dict[int, dict[int, tuple[str, str]]]
"""Person or unit → year → code and label."""


def list_nominations(session: Session, year: int) -> list[Nomination]:
    """Who is put forward for what in a year."""
    query = select(NominationRow.__table__).where(NominationRow.year == year)
    return rows.list_values(session, Nomination, query.order_by(NominationRow.id))


def list_of_person(session: Session, person_id: int) -> list[Nomination]:
    """What one member was put forward for, the latest year first."""
    query = select(NominationRow.__table__).where(NominationRow.person_id == person_id)
    ordered = query.order_by(NominationRow.year.desc(), NominationRow.id.desc())
    return rows.list_values(session, Nomination, ordered)


def list_years(session: Session) -> list[int]:
    """The years of which there are nominations, the latest first."""
    return sorted(session.scalars(select(NominationRow.year).distinct()), reverse=True)


def load_nominations(session: Session, ids: Sequence[int]) -> list[Nomination]:
    """Some nominations.

    Raises:
        NotFound: One is not there any more.
    """
    query = select(NominationRow.__table__).where(NominationRow.id.in_(ids))
    found = {one.id: one for one in rows.list_values(session, Nomination, query)}
    if len(found) < len(set(ids)):
        raise NotFound("Đề nghị này không còn trong sổ. Hãy mở lại danh sách.")
    return [found[own] for own in ids]


def save_nomination(session: Session, nomination: Nomination) -> int:
    """Insert or overwrite a nomination; gives the id."""
    return rows.save(session, NominationRow, nomination)


def delete_nomination(session: Session, nomination_id: int) -> None:
    """Take a nomination out."""
    rows.delete_one(session, NominationRow, nomination_id)


# --- Evidence -----------------------------------------------------------------------------------


@dataclass(slots=True)
class Evidence:
    """What the books say of everybody, read once.

    Attributes:
        grades, ratings: Of members, of units.
        graded, rated: The years of which there is any of them.
        awards: By kind and id of the recipient.
        weighing: Person → what weighs on him, in words.
        nominated: By kind and id → forms.
    """

    grades: Grades = field(default_factory=dict)
    ratings: Grades = field(default_factory=dict)
    graded: set[int] = field(default_factory=set)
    rated: set[int] = field(default_factory=set)
    awards: dict[tuple[AwardRecipient, int], list[Award]] = field(default_factory=dict)
    weighing: dict[int, str] = field(default_factory=dict)
    nominated: dict[tuple[AwardRecipient, int], set[str]] = field(default_factory=dict)


def read_evidence(session: Session, year: int, on: date) -> Evidence:
    """What the books say of everybody up to a day, for the nominations of a year."""
    found = Evidence()
    labels = labels_of(list_codes(session, "MEMBER_GRADE"), "MEMBER_GRADE")
    result, rated = MemberResultRow, UnitRatingRow
    for of_year, own, code in session.execute(select(result.year, result.person_id, result.grade)):
        found.grades.setdefault(own, {})[of_year] = code, labels.get(code, code)
        found.graded.add(of_year)
    for of_year, own, rating in session.execute(select(rated.year, rated.unit_id, rated.rating)):
        found.ratings.setdefault(own, {})[of_year] = rating.value, RATING[rating]
        found.rated.add(of_year)
    for award in list_up_to(session, on):
        whom = award.person_id or award.unit_id
        if whom is not None:
            found.awards.setdefault((award.recipient_kind, whom), []).append(award)
    for line in list_disciplines(session, to_on=on):
        if is_in_force(line.discipline, on):
            found.weighing.setdefault(line.discipline.person_id, told(line.discipline))
    for one in list_nominations(session, year):
        whom = one.person_id or one.unit_id
        if whom is not None and one.stage is not NominationStage.REFUSED:
            found.nominated.setdefault((one.recipient_kind, whom), set()).add(one.form)
    return found


def list_candidates(session: Session, year: int, on: date) -> list[Candidate]:
    """The members of a day with what the books say of them, in Vietnamese order."""
    evidence = read_evidence(session, year, on)
    return [
        Candidate(
            person_id=line.person_id,
            name=line.full_name,
            sort_key=line.sort_key,
            unit_id=line.unit_id,
            unit_name=line.unit_name,
            born_on=line.born_on,
            card_no=line.card_no,
            joined_on=line.joined_on,
            posts=line.hoi_posts,
            **_of_member(evidence, line.person_id, line.medal_year, on),
        )
        for line in list_members(session, on)
        if line.status in IN_HOI
    ]


def _of_member(evidence: Evidence, own: int, medal_year: int | None, on: date) -> dict[str, Any]:
    awards = evidence.awards.get((AwardRecipient.MEMBER, own), [])
    booked = [one.awarded_on.year for one in awards if is_medal(one.form)]
    return {
        "on": on,
        "grades": _up_to(evidence.grades.get(own, {}), on.year),
        "best": Grade.EXEMPLARY.value,
        "settled": on.year in evidence.graded,
        "awards": tuple(awards),
        "medal_year": medal_year or min(booked, default=None),
        "discipline": evidence.weighing.get(own, ""),
        "nominated": frozenset(evidence.nominated.get((AwardRecipient.MEMBER, own), ())),
    }


def list_unit_candidates(session: Session, year: int, on: date) -> list[Candidate]:
    """The units of a day with what the books say of them, in their order."""
    evidence, names = read_evidence(session, year, on), unit_names(session, on)
    return [
        _unit_candidate(evidence, unit.id or 0, names[unit.id], on)
        for unit in list_units(session)
        if unit.stands_on(on)
    ]


def _unit_candidate(evidence: Evidence, own: int, name: str, on: date) -> Candidate:
    return Candidate(
        kind=AwardRecipient.UNIT,
        name=name,
        sort_key=sort_key(name),
        unit_id=own,
        unit_name=name,
        on=on,
        grades=_up_to(evidence.ratings.get(own, {}), on.year),
        best=Rating.EXCELLENT.value,
        settled=on.year in evidence.rated,
        awards=tuple(evidence.awards.get((AwardRecipient.UNIT, own), ())),
        nominated=frozenset(evidence.nominated.get((AwardRecipient.UNIT, own), ())),
    )


def strangers(session: Session, year: int, on: date, person_ids: Sequence[int]) -> list[Candidate]:
    """People who are put forward but on no roll of the day."""
    evidence = read_evidence(session, year, on)
    return [
        Candidate(
            person_id=one.id,
            name=one.full_name,
            sort_key=sort_key(one.full_name),
            born_on=one.born_on,
            **_of_member(evidence, one.id or 0, one.medal_year, on),
        )
        for one in load_people(session, list(person_ids))
    ]


def _up_to(grades: dict[int, tuple[str, str]], year: int) -> dict[int, tuple[str, str]]:
    return {of_year: found for of_year, found in grades.items() if of_year <= year}
