"""Who of the practice branch stood where on which day, for his dues and what he gave."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from ccb_desktop.domain.imports.books import Books
from ccb_desktop.domain.members.memberships import IN_HOI, MembershipKind, Standing
from ccb_desktop.domain.members.people import Person


class Enrolled(NamedTuple):
    """A member with his course through time."""

    person: Person
    course: Sequence[Standing]

    def unit_on(self, day: date) -> int | None:
        """The chi hội in which he stands on a day; `None` when he is not in the Hội."""
        for standing in self.course:
            if standing.from_on <= day and (standing.to_on is None or day < standing.to_on):
                return standing.unit_id if standing.status in IN_HOI else None
        return None

    def months_of(self, year: int, until: int = 12) -> int:
        """On the last days of how many months of a year, to the month `until`, he is a member."""
        first, last = date(year, 1, 31), last_day(year, until)
        whole = any(
            one.status in IN_HOI
            and one.from_on <= first
            and (one.to_on is None or one.to_on > last)
            for one in self.course
        )
        if whole:
            return until
        return sum(self.unit_on(last_day(year, month)) is not None for month in range(1, until + 1))

    def age_in(self, year: int) -> int:
        """His age by rule 15; 0 where nobody knows it."""
        return year - self.person.born_on.year if self.person.born_on else 0


def last_day(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def roll_of(books: Books) -> list[Enrolled]:
    """Everybody who is or was in the Hội, in the order of the books."""
    return [
        Enrolled(books.people[membership.person_id or 0], books.standings_of(membership))
        for membership in books.memberships.by_id.values()
        if membership.kind is MembershipKind.HOI
    ]
