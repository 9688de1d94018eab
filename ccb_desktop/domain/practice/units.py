"""The units of the practice branch, and where in them each member stands."""

from datetime import date, timedelta
from typing import Any, NamedTuple

from ccb_desktop.domain.imports.books import Books
from ccb_desktop.domain.members.units import Unit, UnitKind, UnitName
from ccb_desktop.domain.partial_dates import PartialDate
from ccb_desktop.domain.practice.calendar import FIRST_DAY, MERGED_ON, REFERENCE_DAY
from ccb_desktop.domain.practice.dice import Dice

FORMER_WARDS = ("An Thịnh", "Tân Phú Hạ", "Bến Chùa")
_FOUNDED = (PartialDate(1990, 12, 6), PartialDate(1992), PartialDate(1998, 5), PartialDate(2004))
_SPLIT_OVER = 30  # rule 9: a chi hội of more members may form phân hội; not all of them do


class Place(NamedTuple):
    """Where a member stands, and in which chi hội he stood until `moved_on`."""

    unit_id: int
    sub_unit_id: int | None = None
    before_id: int | None = None
    moved_on: date = date.min

    def unit_on(self, day: date) -> int:
        """The chi hội in which he stands on a day."""
        return self.before_id if self.before_id and day < self.moved_on else self.unit_id

    def sub_unit_on(self, day: date) -> int | None:
        """The phân hội in which he stands on a day."""
        return None if self.before_id and day < self.moved_on else self.sub_unit_id


class Units(NamedTuple):
    """The units that stand, the one that ended, and a place for each member of today."""

    chi_hoi: list[Unit]
    phan_hoi: list[Unit]
    clubs: list[Unit]
    ended: Unit
    places: list[Place]


def make_units(dice: Dice, books: Books, members: int) -> Units:
    """Enter the units of a branch of that many members into its books."""
    count = _chi_hoi_count(members)
    chi_hoi = [_add_chi_hoi(books, number, renamed=number == 2) for number in range(1, count + 1)]
    ended = _add_chi_hoi(
        books,
        count + 1,
        ended_on=PartialDate.of(MERGED_ON - timedelta(days=1)),
        successor_id=chi_hoi[-1].id,
    )
    clubs = [_add_club(books, number) for number in range(1, _club_count(members) + 1)]
    phan_hoi: list[Unit] = []
    places: list[Place] = []
    for unit, size in zip(chi_hoi, _sizes(dice, members, count), strict=True):
        parts = _split(dice, books, unit, size)
        phan_hoi += parts
        places += _places_in(dice, unit, parts, size)
    _let_some_move(dice, places, chi_hoi, ended)
    return Units(chi_hoi, phan_hoi, clubs, ended, dice.shuffled(places))


def _chi_hoi_count(members: int) -> int:
    """13 in a branch of usual size, up to 60 in the largest."""
    if members < 100:
        return max(1, members // 8)
    return min(60, 13 + max(0, members - 320) * 47 // 4680)


def _club_count(members: int) -> int:
    return 2 + min(6, members // 800)


def _add_chi_hoi(books: Books, number: int, *, renamed: bool = False, **more: Any) -> Unit:
    names: tuple[UnitName, ...] = (UnitName(f"Chi hội {number}"),)
    if renamed:
        names = (UnitName("Chi hội Tổ 7"), UnitName(names[0].name, PartialDate.of(MERGED_ON)))
    unit = Unit(
        code=f"CH{number}",
        kind=UnitKind.CHI_HOI,
        names=names,
        former_ward=FORMER_WARDS[number % len(FORMER_WARDS)],
        founded_on=_FOUNDED[number % len(_FOUNDED)],
        **more,
    )
    added: Unit = books.units.add(unit)
    return added


def _add_club(books: Books, number: int) -> Unit:
    founded = PartialDate(2026, 3, 22) if number == 1 else PartialDate(2014 + number)
    club = Unit(
        code=f"CLB{number}",
        kind=UnitKind.CLUB,
        names=(UnitName(f"CLB Cựu quân nhân {number}"),),
        founded_on=founded,
    )
    added: Unit = books.units.add(club)
    return added


def _sizes(dice: Dice, members: int, count: int) -> list[int]:
    """How many members each chi hội has: the largest about three times the smallest."""
    weights = [dice.number(5, 15) for _ in range(count)]
    total, passed, sizes = sum(weights), 0, []
    for weight in weights:
        sizes.append(members * (passed + weight) // total - members * passed // total)
        passed += weight
    return sizes


def _split(dice: Dice, books: Books, unit: Unit, size: int) -> list[Unit]:
    """The phân hội of a chi hội, about 30 members in each, if it has any."""
    if size <= _SPLIT_OVER or dice.chance(30):
        return []
    parts = [
        Unit(
            code=f"{unit.code}-PH{number}",
            kind=UnitKind.PHAN_HOI,
            names=(UnitName(f"Phân hội {number}"),),
            parent_id=unit.id,
            founded_on=PartialDate(2019, 3, 20),
        )
        for number in range(1, min(9, 2 + size // 60) + 1)
    ]
    return [books.units.add(part) for part in parts]


def _places_in(dice: Dice, unit: Unit, parts: list[Unit], size: int) -> list[Place]:
    choices = [Place(unit.id or 0, part.id) for part in parts] or [Place(unit.id or 0)]
    return [dice.pick(choices) for _ in range(size)]


def _let_some_move(dice: Dice, places: list[Place], chi_hoi: list[Unit], ended: Unit) -> None:
    """Some of the successor's members come from the ended unit; a few others just moved."""
    for number, place in enumerate(places):
        if place.unit_id == ended.successor_id and dice.chance(40):
            places[number] = place._replace(before_id=ended.id, moved_on=MERGED_ON)
        elif dice.chance(2):
            before = dice.pick(chi_hoi)
            if before.id != place.unit_id:
                moved_on = dice.day(FIRST_DAY, REFERENCE_DAY)
                places[number] = place._replace(before_id=before.id, moved_on=moved_on)
