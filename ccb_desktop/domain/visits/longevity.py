"""Who is wished long life in a year, and what is usually given for it."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from ccb_desktop.domain.members.lines import MemberLine
from ccb_desktop.domain.members.memberships import IN_HOI
from ccb_desktop.domain.members.people import AgeRule, is_longevity_age
from ccb_desktop.domain.visits.rounds import UsualAmount
from ccb_desktop.domain.visits.usual import usual_on
from ccb_desktop.domain.visits.visits import Occasion, RecipientKind


class GreatAge(NamedTuple):
    """A member who reaches an age in a year at which the Hội wishes long life.

    Attributes:
        usual: What is usually given to him for it.
    """

    age: int
    member: MemberLine
    usual: UsualAmount | None


def great_ages(
    members: Iterable[MemberLine],
    rule: AgeRule,
    year: int,
    usual: Iterable[UsualAmount] = (),
    on: date | None = None,
) -> list[GreatAge]:
    """Members who reach 70, 75, 80 … 100 or more in a year (rule 15), the oldest first.

    Args:
        members: Who is asked; those who are not in the Hội are passed over.
        rule: How age is reckoned.
        year: The year.
        usual: The dated table of usual amounts.
        on: The day on which they are given; the first of the year where none is said.
    """
    known, day = tuple(usual), on or date(year, 1, 1)
    found = []
    for line in members:
        age = rule.age_in(line.born_on, year)
        if line.status in IN_HOI and age is not None and is_longevity_age(age):
            gift = usual_on(known, Occasion.LONGEVITY, RecipientKind.MEMBER, day, age)
            found.append(GreatAge(age, line, gift))
    return sorted(found, key=lambda one: (-one.age, one.member.sort_key))
