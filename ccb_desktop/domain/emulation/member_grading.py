"""The yearly grading of members: who is graded, who is left out, and what it comes to."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from ccb_desktop.domain.emulation.grading import Grade, MemberResult
from ccb_desktop.domain.members.memberships import IN_HOI, Status
from ccb_desktop.domain.partial_dates import PartialDate


class GradedMember(NamedTuple):
    """One line of the grading: a member on the day of the roster, or whoever has a result.

    Attributes:
        status: On the day of the roster; None for one who was never on it by then.
        unit_id: Where he was graded; without a result, where he belongs on the day.
        result_id: Of his `MemberResult`, if he has one.
        grade: Its code; empty while he is not graded.
        grade_before: The code of the year before.
    """

    person_id: int
    full_name: str
    sort_key: str
    born_on: PartialDate | None
    card_no: str
    status: Status | None
    unit_id: int | None
    unit_name: str = ""
    result_id: int | None = None
    grade: str = ""
    grade_before: str = ""
    note: str = ""

    @property
    def is_left_out(self) -> bool:
        """Whether nobody grades him: the exempt, and those who have left (rule 4)."""
        return not self.grade and (self.status is Status.EXEMPT or self.status not in IN_HOI)

    @property
    def waits(self) -> bool:
        """Whether he is still to be graded."""
        return not self.grade and not self.is_left_out


@dataclass(frozen=True, slots=True)
class GradeTally:
    """What a grading comes to: n/N with N = members graded (rule 22)."""

    exemplary: int = 0
    graded: int = 0
    waiting: int = 0
    exempt: int = 0
    suspended: int = 0

    def __add__(self, other: "GradeTally") -> "GradeTally":
        """Of two units together."""
        return GradeTally(
            self.exemplary + other.exemplary,
            self.graded + other.graded,
            self.waiting + other.waiting,
            self.exempt + other.exempt,
            self.suspended + other.suspended,
        )


@dataclass(frozen=True, slots=True)
class UnitTally:
    """The grading of one unit, and that of the year before.

    Attributes:
        unit_id: None for members without a unit.
    """

    unit_id: int | None
    unit_name: str
    now: GradeTally
    before: GradeTally


def tally(members: Iterable[GradedMember]) -> GradeTally:
    """Count a grading."""
    exemplary = graded = waiting = exempt = suspended = 0
    for one in members:
        graded += bool(one.grade)
        exemplary += one.grade == Grade.EXEMPLARY
        waiting += one.waits
        exempt += one.status is Status.EXEMPT and not one.grade
        suspended += one.status is Status.SUSPENDED
    return GradeTally(exemplary, graded, waiting, exempt, suspended)


def tallies_of(results: Iterable[MemberResult]) -> dict[int | None, GradeTally]:
    """Unit → what its grading of a year came to, by the results alone."""
    found: dict[int | None, GradeTally] = {}
    for one in results:
        counted = GradeTally(exemplary=one.grade == Grade.EXEMPLARY, graded=1)
        found[one.unit_id] = found.get(one.unit_id, GradeTally()) + counted
    return found


def by_unit(
    members: Iterable[GradedMember],
    before: Mapping[int | None, GradeTally],
    order: Iterable[int | None],
    names: Mapping[int | None, str],
) -> list[UnitTally]:
    """The grading unit by unit, in the order given; units without anybody are left out.

    Args:
        members: The members of the year.
        before: Unit → what its grading of the year before came to, also of units ended since.
        order: The units in their order.
        names: Unit → what it is called.
    """
    gathered: dict[int | None, list[GradedMember]] = {}
    for one in members:
        gathered.setdefault(one.unit_id, []).append(one)
    ranks = {unit_id: place for place, unit_id in enumerate(order)}
    known = dict.fromkeys([*gathered, *before])
    return [
        UnitTally(
            own, names.get(own, ""), tally(gathered.get(own, ())), before.get(own, GradeTally())
        )
        for own in sorted(known, key=lambda own: ranks.get(own, len(ranks)))
    ]


def to_be_graded(members: Iterable[GradedMember]) -> list[GradedMember]:
    """Whom the grading of all at once takes in: those that wait, but nobody suspended."""
    return [one for one in members if one.waits and one.status is not Status.SUSPENDED]
