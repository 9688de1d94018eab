"""What is open about households and units: no finding of this year, no head, no unit."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ccb_desktop.domain.labels import UNIT_KIND
from ccb_desktop.domain.members.households import Household
from ccb_desktop.domain.members.lines import MemberLine, UnitLine
from ccb_desktop.domain.members.memberships import IN_HOI
from ccb_desktop.domain.members.units import Post, PostScope, Unit, UnitKind
from ccb_desktop.domain.people_names import search_key


class OpenEndKind(StrEnum):
    """What is open."""

    HOUSEHOLD = "HOUSEHOLD"
    UNIT_HEAD = "UNIT_HEAD"
    EMPTY_UNIT = "EMPTY_UNIT"
    NO_UNIT = "NO_UNIT"


OPEN_END = {
    OpenEndKind.HOUSEHOLD: "Hộ chưa có mức sống năm nay",
    OpenEndKind.UNIT_HEAD: "Đơn vị chưa có người đứng đầu",
    OpenEndKind.EMPTY_UNIT: "Đơn vị không có hội viên",
    OpenEndKind.NO_UNIT: "Hội viên chưa có chi hội",
}
"""Kind → what officers call it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenEnd:
    """One household, unit or member with something open.

    Attributes:
        name: The head of the household, the unit, or the member.
        said: What more is known of it.
        person_id: Whose file deals with it.
        unit_id: The unit to which it leads where no person does.
    """

    kind: OpenEndKind
    name: str
    unit_name: str = ""
    said: str = ""
    person_id: int | None = None
    unit_id: int | None = None


def homes_without_finding(
    members: Sequence[MemberLine], homes: Mapping[int, Household], year: int
) -> list[OpenEnd]:
    """Households of members whose standard of living nobody has found out this year."""
    living: dict[int, list[MemberLine]] = {}
    for line in members:
        if line.household_id is not None:
            living.setdefault(line.household_id, []).append(line)
    return [
        _open_home(homes[home_id], people)
        for home_id, people in living.items()
        if not any(y.year == year and y.poverty for y in homes[home_id].years)
    ]


def _open_home(home: Household, people: Sequence[MemberLine]) -> OpenEnd:
    years = [finding.year for finding in home.years if finding.poverty]
    last = f"Ghi gần nhất năm {max(years)}" if years else "Chưa ghi năm nào"
    return OpenEnd(
        kind=OpenEndKind.HOUSEHOLD,
        name=home.head_name,
        unit_name=people[0].unit_name,
        said=f"{last}. Hội viên trong hộ: {', '.join(line.full_name for line in people)}",
        person_id=people[0].person_id,
    )


def units_without_head(units: Iterable[UnitLine], posts: Sequence[Post], on: date) -> list[OpenEnd]:
    """Units in being whose head nobody is."""
    headed = {
        post.unit_id
        for post in posts
        if post.scope is PostScope.HOI and post.held_on(on) and is_head(post.title)
    }
    return [
        _open_unit(OpenEndKind.UNIT_HEAD, one, f"{one.members} hội viên")
        for one in units
        if _stands(one.unit, on) and one.unit.id not in headed
    ]


def empty_units(units: Iterable[UnitLine], on: date) -> list[OpenEnd]:
    """Units in being without anybody in them."""
    return [
        _open_unit(OpenEndKind.EMPTY_UNIT, one, "")
        for one in units
        if _stands(one.unit, on) and not one.members
    ]


def members_without_unit(
    members: Iterable[MemberLine], units: Mapping[int | None, Unit], on: date
) -> list[OpenEnd]:
    """Members who stand in no unit, or in one that has ended."""
    found: list[OpenEnd] = []
    for line in members:
        unit = units.get(line.unit_id)
        if unit is None or not unit.stands_on(on):
            said = f"{line.unit_name} đã kết thúc" if unit is not None else ""
            found.append(
                OpenEnd(
                    kind=OpenEndKind.NO_UNIT,
                    name=line.full_name,
                    unit_name=line.unit_name,
                    said=said,
                    person_id=line.person_id,
                )
            )
    return found


def is_head(title: str) -> bool:
    """Whether a post is that of the head of its unit: `Chi hội trưởng`, `Chủ nhiệm CLB`."""
    words = search_key(title).split()
    return "pho" not in words and ("truong" in words or "chu nhiem" in " ".join(words))


def open_ends(
    lines: Iterable[MemberLine],
    homes: Mapping[int, Household],
    units: Sequence[UnitLine],
    posts: Sequence[Post],
    on: date,
) -> tuple[OpenEnd, ...]:
    """Everything that is open on a day, kind by kind."""
    members = [line for line in lines if line.status in IN_HOI]
    by_id: dict[int | None, Unit] = {one.unit.id: one.unit for one in units}
    return (
        *members_without_unit(members, by_id, on),
        *units_without_head(units, posts, on),
        *empty_units(units, on),
        *homes_without_finding(members, homes, on.year),
    )


def _stands(unit: Unit, on: date) -> bool:
    return unit.kind is not UnitKind.BRANCH and unit.stands_on(on)


def _open_unit(kind: OpenEndKind, one: UnitLine, said: str) -> OpenEnd:
    return OpenEnd(
        kind=kind,
        name=one.name,
        unit_name=one.parent_name or UNIT_KIND[one.unit.kind],
        said=said,
        unit_id=one.unit.id,
    )
