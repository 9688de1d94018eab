"""The members of the practice branch: person, household, membership and events of each."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any, NamedTuple

from ccb_desktop.domain.imports.books import Books
from ccb_desktop.domain.members.memberships import Membership, MembershipEvent
from ccb_desktop.domain.members.people import Person, Sex
from ccb_desktop.domain.partial_dates import PartialDate
from ccb_desktop.domain.practice import lives
from ccb_desktop.domain.practice.calendar import FIRST_DAY
from ccb_desktop.domain.practice.clubs import was_in_club
from ccb_desktop.domain.practice.courses import (
    ENTERED,
    Course,
    courses_of_those_gone,
    courses_of_those_here,
    placed,
    turns_of,
    with_decisions,
)
from ccb_desktop.domain.practice.dice import Dice
from ccb_desktop.domain.practice.households import Home, make_home, make_household
from ccb_desktop.domain.practice.lives import Lived, live
from ccb_desktop.domain.practice.people import make_person
from ccb_desktop.domain.practice.posts import Serving
from ccb_desktop.domain.practice.units import Place, Units

_FIRST_JOINED = date(1990, 12, 6)
_LAST_JOINED = date(2023, 12, 31)
_BOOKS_BEGUN = PartialDate(2020)
_DAY_BEFORE = FIRST_DAY - timedelta(days=1)

_LIVES = {
    Course.NEW: lives.RECENT,
    Course.EXEMPT: lives.OF_THE_WARS,
    Course.DIED: lives.OF_THE_WARS,
}
"""Who was just admitted is young, who is exempt or has died was old; others are mixed."""


class Entrant(NamedTuple):
    """What is settled of a member before anything is entered."""

    number: int
    course: Course
    place: Place
    lived: Lived
    turns: list[MembershipEvent]

    @property
    def entered_on(self) -> PartialDate | None:
        """The day of the entry that his membership begins with; `None` for the others."""
        return self.turns[0].happened_on if self.course in ENTERED else None

    @property
    def died_on(self) -> PartialDate | None:
        """The day of his death."""
        return self.turns[-1].happened_on if self.course is Course.DIED else None


class MemberMaker:
    """Enters member after member into the books.

    Attributes:
        serving: The members of whom nothing is told but that they serve.
    """

    def __init__(self, dice: Dice, books: Books, units: Units) -> None:
        self.serving: list[Serving] = []
        self._dice = dice
        self._books = books
        self._units = units
        self._first_lives = list(lives.ONE_OF_EACH)
        self._last_man_in: dict[int, tuple[int | None, Home]] = {}
        self._events: list[MembershipEvent] = []
        self._newcomers = 0

    def make_all(self) -> None:
        """Enter everyone who has a place in the Hội, and those who left within two years."""
        dice, places = self._dice, self._units.places
        here = list(zip(courses_of_those_here(len(places)), places, strict=True))
        gone = [(course, dice.pick(places)) for course in courses_of_those_gone(len(places))]
        for number, (course, place) in enumerate(dice.shuffled([*here, *gone]), start=1):
            lived = live(dice, self._life_for(course))
            self._enter(Entrant(number, course, place, lived, turns_of(dice, course)))
        for event in with_decisions(self._events):
            self._books.add_event(event)

    def _life_for(self, course: Course) -> lives.Life:
        """The first steady members bring all nine categories; then it is left to chance."""
        if course is Course.STEADY and self._first_lives:
            return self._first_lives.pop()
        return self._dice.weighted(_LIVES.get(course, lives.ALL))

    def _enter(self, entrant: Entrant) -> None:
        person = self._add_person(entrant)
        membership = self._add_membership(entrant, person)
        self._events += placed(entrant.turns, entrant.place, membership)
        if entrant.course is Course.STEADY:
            self.serving.append(Serving(person, entrant.place, entrant.lived.born_on.year))
        if entrant.course is Course.NEW:
            self._remember_club(entrant, person)

    def _add_person(self, entrant: Entrant) -> Person:
        """Half of the women live with the man entered last in their unit."""
        dice, unit_id = self._dice, entrant.place.unit_id
        person = make_person(dice, entrant.number, entrant.lived, **_death(entrant))
        household_id, home = None, make_home(dice, unit_id)
        if person.sex is Sex.FEMALE and dice.chance(50):
            household_id, home = self._last_man_in.pop(unit_id, (None, home))
        if household_id is None:
            household = make_household(dice, person.full_name, unit_id, home)
            household_id = self._books.add_household(household).id
        if person.sex is Sex.MALE:
            self._last_man_in[unit_id] = household_id, home
        return self._books.add_person(replace(person, household_id=household_id, **home._asdict()))

    def _add_membership(self, entrant: Entrant, person: Person) -> Membership:
        dice, lived, place = self._dice, entrant.lived, entrant.place
        entered_on = entrant.entered_on
        since = dice.day(max(lived.discharged_on, _FIRST_JOINED), _LAST_JOINED)
        joined_on: PartialDate | None = dice.remembered(since)
        if entrant.course is Course.NEW:
            joined_on = entered_on
        elif dice.chance(3):
            joined_on = None
        found_on = entered_on.first_day if entered_on else _DAY_BEFORE
        return self._books.add_membership(
            Membership(
                person_id=person.id,
                admission_category=lived.life.category if dice.chance(98) else None,
                joined_on=joined_on,
                card_no=f"99{entrant.number:06}" if dice.chance(96) else "",
                card_issued_on=PartialDate(dice.number(2023, 2025)) if dice.chance(60) else None,
                on_roll_from=None if entered_on else joined_on or _BOOKS_BEGUN,
                unit_id=place.unit_on(found_on),
                sub_unit_id=place.sub_unit_on(found_on),
            )
        )

    def _remember_club(self, entrant: Entrant, person: Person) -> None:
        """Every third newcomer had been in a club before."""
        self._newcomers += 1
        if self._newcomers % 3 == 1 and entrant.entered_on is not None:
            club = self._dice.pick(self._units.clubs)
            self._books.add_membership(was_in_club(person, club, entrant.entered_on.first_day))


def _death(entrant: Entrant) -> dict[str, Any]:
    if entrant.died_on is None:
        return {}
    return {"died_on": entrant.died_on, "burial_place": "Nghĩa trang nhân dân phường"}
