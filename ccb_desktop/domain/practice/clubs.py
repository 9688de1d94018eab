"""Members of the clubs of ex-servicemen, younger than those of the Hội."""

from datetime import date, timedelta

from ccb_desktop.domain.imports.books import Books
from ccb_desktop.domain.members.memberships import Membership, MembershipKind
from ccb_desktop.domain.members.people import Person
from ccb_desktop.domain.members.units import Unit
from ccb_desktop.domain.partial_dates import PartialDate
from ccb_desktop.domain.practice.calendar import REFERENCE_DAY
from ccb_desktop.domain.practice.dice import Dice
from ccb_desktop.domain.practice.households import make_home
from ccb_desktop.domain.practice.lives import Life, live
from ccb_desktop.domain.practice.people import make_person

_CONSCRIPT = Life(
    category=7,
    weight=1,
    enlisted=(date(1992, 1, 1), date(2020, 12, 31)),
    years=(2, 3),
    periods=("PEACETIME",),
    ranks=("Binh nhất", "Hạ sĩ", "Trung sĩ"),
)


def make_club_members(dice: Dice, books: Books, clubs: list[Unit], numbers: range) -> None:
    """Enter the members of the clubs, each with one of the numbers; one in ten has left.

    The first club is new and small; the others share the rest.
    """
    new, *others = clubs
    for number in numbers:
        club = new if (number - numbers.start) % 6 == 0 else dice.pick(others)
        lived = live(dice, _CONSCRIPT)
        home = make_home(dice, dice.number(1, 9))
        person = books.add_person(make_person(dice, number, lived, **home._asdict()))
        founded = club.founded_on.first_day if club.founded_on else lived.discharged_on
        joined_on = dice.day(max(founded, lived.discharged_on), REFERENCE_DAY)
        left_on = dice.day(joined_on, REFERENCE_DAY)
        books.add_membership(
            Membership(
                person_id=person.id,
                kind=MembershipKind.CLUB,
                unit_id=club.id,
                joined_on=PartialDate.of(joined_on),
                ended_on=PartialDate.of(left_on) if dice.chance(10) else None,
            )
        )


def was_in_club(person: Person, club: Unit, admitted_on: date) -> Membership:
    """The earlier membership of a club, of somebody who then entered the Hội."""
    return Membership(
        person_id=person.id,
        kind=MembershipKind.CLUB,
        unit_id=club.id,
        joined_on=PartialDate(2019),
        ended_on=PartialDate.of(admitted_on - timedelta(days=1)),
        note="Đã vào Hội",
    )
