"""How nominations are spread over units, against the members each of them has."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from ccb_desktop.domain.printing import number, percent


class UnitShare(NamedTuple):
    """The nominations of one unit beside its members.

    Attributes:
        members, all_members: Its own, and those of all units.
        nominated, all_nominated: Likewise.
    """

    unit_id: int | None
    unit_name: str
    members: int
    all_members: int
    nominated: int
    all_nominated: int

    @property
    def least(self) -> int:
        """Its part of the nominations by members, rounded down."""
        return self.members * self.all_nominated // self.all_members if self.all_members else 0

    @property
    def most(self) -> int:
        """The same rounded up."""
        if not self.all_members:
            return 0
        return -(-self.members * self.all_nominated // self.all_members)

    @property
    def warning(self) -> str:
        """Whether it has more or fewer than its part; empty where it has about that."""
        if self.nominated > self.most:
            return f"▲ nhiều hơn phần theo hội viên {number(self.nominated - self.most)} người"
        if self.nominated < self.least:
            return f"▼ ít hơn phần theo hội viên {number(self.least - self.nominated)} người"
        return ""

    @property
    def told_members(self) -> str:
        """Its share of the members: `20,00 %`."""
        return percent(self.members, self.all_members) if self.all_members else ""

    @property
    def told_nominated(self) -> str:
        """Its share of the nominations."""
        return percent(self.nominated, self.all_nominated) if self.all_nominated else ""


def balance(
    units: Iterable[tuple[int | None, str]],
    members: Mapping[int | None, int],
    nominated: Mapping[int | None, int],
) -> list[UnitShare]:
    """The units in their order, each with its part.

    Args:
        units: Id and name; those without members and nominations are left out.
        members: How many members each has.
        nominated: How many of them are put forward; distinct people (rule 13).
    """
    named = [(own, name) for own, name in units if members.get(own, 0) or nominated.get(own, 0)]
    whole = sum(members.get(own, 0) for own, _name in named)
    chosen = sum(nominated.get(own, 0) for own, _name in named)
    return [
        UnitShare(own, name, members.get(own, 0), whole, nominated.get(own, 0), chosen)
        for own, name in named
    ]


def told_balance(shares: Iterable[UnitShare]) -> str:
    """The units that have more or fewer than their part, in one sentence; empty of none."""
    told = [f"{one.unit_name} {one.warning}" for one in shares if one.warning]
    return f"Chưa cân đối: {'; '.join(told)}." if told else ""
