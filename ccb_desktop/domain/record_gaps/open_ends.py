"""What is open about households and units: no finding of this year, no head, no unit."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ccb_desktop.domain.charter_watch.unit_heads import HEAD_TITLES, leads_unit
from ccb_desktop.domain.labels import UNIT_KIND
from ccb_desktop.domain.members.households import Household
from ccb_desktop.domain.members.lines import MemberLine, UnitLine
from ccb_desktop.domain.members.memberships import IN_HOI
from ccb_desktop.domain.members.units import Post, PostScope, Unit, UnitKind
from ccb_desktop.domain.people_names import fold, search_key


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


def units_without_head(
    units: Iterable[UnitLine],
    posts: Iterable[Post],
    places: Mapping[int | None, int | None],
    on: date,
) -> list[OpenEnd]:
    """Units in being whose head nobody is.

    Args:
        units: All of them.
        posts: All of them, whoever holds them and wherever.
        places: In which phân hội a person stands; lists name a post there by the chi hội only.
        on: The day.
    """
    held = [
        post
        for post in posts
        if post.scope is PostScope.HOI and post.held_on(on) and is_head(post.title)
    ]
    return [
        _open_unit(OpenEndKind.UNIT_HEAD, one, f"{one.members} {_whom(one.unit)}")
        for one in units
        if _stands(one.unit, on) and not any(_heads(post, one.unit, places) for post in held)
    ]


def _heads(post: Post, unit: Unit, places: Mapping[int | None, int | None]) -> bool:
    if post.unit_id == unit.id:
        return True
    is_of_kind = fold(post.title) == fold(HEAD_TITLES.get(unit.kind, ""))
    return is_of_kind and leads_unit(post, unit, places.get(post.person_id))


def _whom(unit: Unit) -> str:
    """Who is in a unit; those of a club are not members of the Hội by that."""
    return "thành viên" if unit.kind is UnitKind.CLUB else "hội viên"


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
    places: dict[int | None, int | None] = {one.person_id: one.sub_unit_id for one in members}
    return (
        *members_without_unit(members, by_id, on),
        *units_without_head(units, posts, places, on),
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
