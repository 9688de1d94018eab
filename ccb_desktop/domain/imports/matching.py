"""Which person of the books a row of a list means (`exchange.md`, *Matching people*)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from ccb_desktop.domain.imports.books import Books
from ccb_desktop.domain.members.people import Person
from ccb_desktop.domain.partial_dates import PartialDate


class CannotTell(Exception):  # noqa: N818 (it reads as what happened to the row)
    """A row that names nobody for certain; `str()` is the sentence, `field` the cell."""

    def __init__(self, sentence: str, field: str = "full_name") -> None:
        super().__init__(sentence)
        self.field = field


@dataclass(frozen=True, slots=True)
class Identity:
    """What a row says to tell who is meant."""

    full_name: str
    born_on: PartialDate | None = None
    card_no: str = ""
    citizen_id: str = ""
    unit_id: int | None = None
    joined_unit_id: int | None = None
    """The unit to which a move brings him."""
    on: date | None = None
    """The day of which the row tells; in lists without one, the present."""


class Mention(NamedTuple):
    """Where the present import named a person already, and as whom."""

    place: tuple[int, int]
    """Number of the sheet in the import, row in the sheet."""
    identity: Identity


def find_person(books: Books, who: Identity) -> Person | None:
    """The person whom a row means for certain, `None` when there is none.

    Raises:
        CannotTell: Numbers contradict each other, or several people fit.
    """
    found = _by_number(books, who)
    if found is not None:
        return found
    fitting = _by_name(books, who, _named(books, who))
    if len(fitting) > 1:
        raise CannotTell(
            f"Có {len(fitting)} người cùng tên {who.full_name}, chưa rõ là ai. "
            "Ghi thêm số thẻ, số CCCD hoặc chi hội."
        )
    return fitting[0] if fitting else None


def find_for_roster(books: Books, who: Identity, mentions: Mapping[int, Mention]) -> Person | None:
    """The person whom a row of a roster means; several that fit are none for certain.

    Namesakes that stand in one import with different units or different full dates of
    birth are different people.

    Raises:
        CannotTell: Numbers contradict each other.
    """
    found = _by_number(books, who)
    if found is not None:
        return found
    named = [
        person
        for person in _named(books, who)
        if not _stands_apart(mentions.get(person.id or 0), who)
    ]
    fitting = _by_name(books, who, named)
    return fitting[0] if len(fitting) == 1 else None


def _named(books: Books, who: Identity) -> list[Person]:
    return books.people_named(who.full_name, who.born_on.year if who.born_on else None)


def _stands_apart(mention: Mention | None, who: Identity) -> bool:
    if mention is None:
        return False
    other = mention.identity
    if None not in (who.unit_id, other.unit_id) and who.unit_id != other.unit_id:
        return True
    return _full_dates_differ(who.born_on, other.born_on)


def _full_dates_differ(one: PartialDate | None, other: PartialDate | None) -> bool:
    if one is None or other is None:
        return False
    return one.is_complete and other.is_complete and one != other


def _by_number(books: Books, who: Identity) -> Person | None:
    by_card = books.person_with_card(who.card_no) if who.card_no else None
    by_citizen_id = books.person_with_citizen_id(who.citizen_id) if who.citizen_id else None
    if by_card is not None:
        _refuse_other_citizen_id(by_card, who)
        if by_citizen_id is not None and by_citizen_id.id != by_card.id:
            raise CannotTell(_two_people(by_card, by_citizen_id), "card_no")
        return by_card
    if by_citizen_id is not None:
        membership = books.hoi_membership(by_citizen_id)
        if who.card_no and membership is not None and membership.card_no not in ("", who.card_no):
            raise CannotTell(
                f"Số CCCD này đang ghi cho {by_citizen_id.full_name}, "
                f"người có số thẻ {membership.card_no}.",
                "citizen_id",
            )
    return by_citizen_id


def _refuse_other_citizen_id(person: Person, who: Identity) -> None:
    if _numbers_differ(who.citizen_id, person.citizen_id):
        raise CannotTell(
            f"Số thẻ này đang ghi cho {person.full_name}, người có số CCCD khác.", "card_no"
        )


def _numbers_differ(one: str, other: str) -> bool:
    """Whether two citizen IDs are of two people; a CMND and a CCCD may be of one."""
    return bool(one and other) and one != other and len(one) == len(other)


def _two_people(by_card: Person, by_citizen_id: Person) -> str:
    return (
        f"Số thẻ này đang ghi cho {by_card.full_name}, "
        f"còn số CCCD đang ghi cho {by_citizen_id.full_name}."
    )


def _by_name(books: Books, who: Identity, named: Sequence[Person]) -> list[Person]:
    """Those of the name who can be meant; date and unit decide only between several."""
    fitting = [person for person in named if _can_be(books, person, who)]
    if len(fitting) > 1 and who.born_on is not None:
        same_date = [p for p in fitting if p.born_on and p.born_on.agrees_with(who.born_on)]
        fitting = same_date or fitting
    for unit_id in (who.joined_unit_id, who.unit_id):
        if len(fitting) > 1 and unit_id is not None:
            fitting = [p for p in fitting if unit_id in books.unit_ids_of(p, who.on)] or fitting
    return fitting


def _can_be(books: Books, person: Person, who: Identity) -> bool:
    born = person.born_on
    if who.born_on is not None and (born is None or born.year != who.born_on.year):
        return False
    if _numbers_differ(who.citizen_id, person.citizen_id):
        return False
    if not who.card_no:
        return True
    membership = books.hoi_membership(person)
    return membership is None or membership.card_no in ("", who.card_no)
