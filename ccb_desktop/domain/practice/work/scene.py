"""The units of the practice branch and who stands in them on a day, looked up once."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from ccb_desktop.domain.funds.dues import DuesPayment
from ccb_desktop.domain.imports.books import Books
from ccb_desktop.domain.members.memberships import IN_HOI, Standing, Status
from ccb_desktop.domain.members.people import Person
from ccb_desktop.domain.members.units import Unit, UnitKind
from ccb_desktop.domain.practice.calendar import REFERENCE_DAY
from ccb_desktop.domain.practice.money.roll import Enrolled

FIRST_YEAR, LAST_YEAR = 2024, REFERENCE_DAY.year
"""The years of which the books tell what was done."""


class Called(NamedTuple):
    """A member of the Hội as he stands on a day."""

    person: Person
    status: Status

    @property
    def is_active(self) -> bool:
        """Whether he is neither exempt nor suspended."""
        return self.status is Status.ACTIVE


class Scene:
    """What everything of work is made from.

    Attributes:
        chi_hoi: All of them, the one that ended included.
        standing: Those of the last day.
        clubs: All of them.
        members: How many are in the Hội on the last day of the books.
        silent: People who have stopped paying dues, and do not come either.
    """

    def __init__(
        self, books: Books, roll: Sequence[Enrolled], members: int, silent: Collection[int] = ()
    ) -> None:
        self.books = books
        self.roll = roll
        self.members = members
        self.silent = silent
        units = list(books.units.by_id.values())
        self.chi_hoi = [unit for unit in units if unit.kind is UnitKind.CHI_HOI]
        self.standing = [unit for unit in self.chi_hoi if unit.stands_on(REFERENCE_DAY)]
        self.clubs = [unit for unit in units if unit.kind is UnitKind.CLUB]
        self._in_unit: dict[int, list[tuple[Person, Standing]]] = defaultdict(list)
        for one in roll:
            for standing in one.course:
                if standing.status in IN_HOI and standing.unit_id is not None:
                    self._in_unit[standing.unit_id].append((one.person, standing))

    def steady(self) -> list[Person]:
        """The members of whom the books tell nothing else since before they begin."""
        return [
            one.person
            for one in self.roll
            if len(one.course) == 1
            and one.course[0].from_on <= date(FIRST_YEAR, 1, 1)
            and one.unit_on(REFERENCE_DAY) is not None
        ]

    def called(self, unit_id: int | None, day: date) -> Iterator[Called]:
        """The members of the Hội who stand in a unit on a day, the exempt among them."""
        for person, standing in self._in_unit[unit_id or 0]:
            if standing.from_on <= day and (standing.to_on is None or day < standing.to_on):
                yield Called(person, standing.status)

    def count(self, unit_id: int | None, day: date) -> int:
        """How many of them are active."""
        return sum(one.is_active for one in self.called(unit_id, day))


def silent_since(payments: Iterable[DuesPayment], year: int = FIRST_YEAR) -> frozenset[int]:
    """Who had paid dues before a year, and then no more."""
    last: dict[int, int] = {}
    for one in payments:
        last[one.person_id] = max(one.year, last.get(one.person_id, one.year))
    return frozenset(person_id for person_id, paid in last.items() if paid < year)


def place_of(unit: Unit) -> str:
    """Where a unit meets; no two units meet at the same place."""
    number = unit.code.lstrip("CHLB")
    return f"Sân bóng khu {number}" if unit.kind is UnitKind.CLUB else f"Nhà văn hóa tổ {number}"
