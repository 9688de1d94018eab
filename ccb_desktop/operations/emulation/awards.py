"""The book of awards: one decision for many at once, corrected, taken out."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date

from ccb_desktop.data import settings
from ccb_desktop.data.emulation import awards
from ccb_desktop.data.members import people
from ccb_desktop.data.members.lists import list_members, unit_names
from ccb_desktop.data.members.units import list_units
from ccb_desktop.data.store import Session, Store
from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.code_lists import offered
from ccb_desktop.domain.emulation.award_book import (
    AwardLine,
    Recipient,
    awarded,
    is_medal,
    medal_year_after,
)
from ccb_desktop.domain.emulation.awards import Award, check_award
from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.members.lines import MemberLine
from ccb_desktop.domain.members.memberships import IN_HOI
from ccb_desktop.domain.printing import number

FORMS, GIVERS = "AWARD_FORM", "AWARD_GIVER"


@dataclass(frozen=True, slots=True, kw_only=True)
class AwardWords:
    """What the forms of awards offer.

    Attributes:
        forms, givers: As the lists of the branch have them.
        units: The units that stand, id and name, in their order.
        branch_name: What the branch itself is called.
    """

    forms: tuple[str, ...]
    givers: tuple[str, ...]
    units: tuple[tuple[int, str], ...]
    branch_name: str


def load_award_words(store: Store, on: date) -> AwardWords:
    """What the forms of awards offer on a day."""
    with store.reading() as session:
        names = unit_names(session, on)
        return AwardWords(
            forms=_texts(session, FORMS),
            givers=_texts(session, GIVERS),
            units=tuple(
                (unit.id or 0, names[unit.id]) for unit in list_units(session) if unit.stands_on(on)
            ),
            branch_name=settings.load_branch(session).name,
        )


def _texts(session: Session, list_name: str) -> tuple[str, ...]:
    codes = settings.list_codes(session, list_name)
    return tuple(label for _code, label in offered(codes, list_name))


def list_awards(store: Store, from_on: date, to_on: date) -> list[AwardLine]:
    """The awards of some days, the latest first."""
    with store.reading() as session:
        return awards.list_awards(session, from_on, to_on)


def latest_day(store: Store) -> date | None:
    """The day of the latest award; nothing where there is none."""
    with store.reading() as session:
        return awards.latest_day(session)


def list_of_person(store: Store, person_id: int) -> list[Award]:
    """The awards of one member, the latest first."""
    with store.reading() as session:
        return awards.list_of_person(session, person_id)


def load_award(store: Store, award_id: int) -> Award:
    """One award.

    Raises:
        NotFound: It is not there any more.
    """
    with store.reading() as session:
        return awards.load_award(session, award_id)


def list_recipients(store: Store, on: date) -> list[MemberLine]:
    """The members of a day, out of whom those who are commended are chosen."""
    with store.reading() as session:
        return [line for line in list_members(session, on) if line.status in IN_HOI]


def medal_holders(store: Store, person_ids: Collection[int]) -> dict[int, str]:
    """Those of some people who have their Kỷ niệm chương already: id and name."""
    with store.reading() as session:
        booked = awards.medal_years(session, person_ids)
        return {
            one.id or 0: one.full_name
            for one in people.load_people(session, list(person_ids))
            if one.medal_year is not None or one.id in booked
        }


def give_awards(
    store: Store, award: Award, recipients: Sequence[Recipient], form_id: str | None = None
) -> Change:
    """Write one decision into the book, for each of those it commends; one act.

    The year of a Kỷ niệm chương is noted on the person as well, where none stands there yet.

    Raises:
        Invalid: By field; nobody is chosen (`recipients`).
    """
    if not recipients:
        raise Invalid({"recipients": "Chọn ít nhất một cá nhân hoặc tập thể được khen."})
    for one in recipients:
        check_award(awarded(award, one), date.today())
    who = recipients[0].name if len(recipients) == 1 else f"{number(len(recipients))} trường hợp"
    with store.writing(f"Ghi khen thưởng {award.form.strip()}: {who}", form_id) as session:
        keep_awards(session, award, recipients)
    return session.change


def keep_awards(session: Session, award: Award, recipients: Sequence[Recipient]) -> list[int]:
    """Keep the awards of a decision within an act that does more; gives their ids."""
    made = []
    for one in recipients:
        new = awarded(award, one)
        made.append(awards.save_award(session, new))
        _note_medal(session, None, new)
    return made


def correct_award(store: Store, award: Award, form_id: str | None = None) -> Change:
    """Correct one award.

    Raises:
        Invalid: By field.
        NotFound: It is not there any more.
    """
    check_award(award, date.today())
    with store.writing(f"Sửa khen thưởng: {award.recipient}", form_id) as session:
        before = awards.load_award(session, award.id or 0)
        kept = replace(
            awarded(award, Recipient(award.recipient_kind, award.recipient)),
            id=award.id,
            person_id=award.person_id,
            unit_id=award.unit_id,
        )
        awards.save_award(session, kept)
        _note_medal(session, before, kept)
    return session.change


def remove_awards(store: Store, award_ids: Sequence[int]) -> Change:
    """Take awards out that should not stand in the book.

    A nomination they came of stands as sent again; the year of a Kỷ niệm chương that followed
    from one goes from the person.

    Raises:
        NotFound: One is not there any more.
    """
    with store.writing(f"Bỏ {number(len(award_ids))} khen thưởng") as session:
        for award_id in award_ids:
            before = awards.load_award(session, award_id)
            awards.delete_award(session, award_id)
            _note_medal(session, before, None)
    return session.change


def _note_medal(session: Session, before: Award | None, after: Award | None) -> None:
    """Let the year on the person follow his medal, unless it was known otherwise."""
    award = after or before
    if award is None or award.person_id is None:
        return
    person = people.load_person(session, award.person_id)
    year = medal_year_after(
        person.medal_year,
        _medal_day(before),
        _medal_day(after),
        awards.medal_years(session, [award.person_id]).get(award.person_id, ()),
    )
    if year != person.medal_year:
        people.save_person(session, replace(person, medal_year=year))


def _medal_day(award: Award | None) -> date | None:
    return award.awarded_on if award is not None and is_medal(award.form) else None
