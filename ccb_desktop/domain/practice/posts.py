"""Who holds which post in the practice branch and outside it."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any, NamedTuple

from ccb_desktop.domain.imports.books import Books
from ccb_desktop.domain.members.people import Person
from ccb_desktop.domain.members.units import Post, PostScope, Unit
from ccb_desktop.domain.partial_dates import PartialDate
from ccb_desktop.domain.practice.calendar import ELECTED_ON
from ccb_desktop.domain.practice.dice import Dice
from ccb_desktop.domain.practice.units import Place, Units

_ELECTED = PartialDate.of(ELECTED_ON)
_ELECTED_IN_UNITS = PartialDate(2025, 2)
_BEFORE = PartialDate(2020, 5)
_UNTIL = PartialDate.of(ELECTED_ON - timedelta(days=1))
_STANDING_COMMITTEE = ("Chủ tịch", "Phó Chủ tịch", "Ủy viên BTV", "Ủy viên BTV")
_CHI_HOI_TITLES = ("Chi hội trưởng", "Chi hội phó")
_OUTSIDE = (
    (PostScope.PARTY, "Bí thư chi bộ", "Chi bộ tổ dân phố"),
    (PostScope.PARTY, "Phó Bí thư chi bộ", "Chi bộ tổ dân phố"),
    (PostScope.GOVERNMENT, "Đại biểu HĐND", "HĐND phường"),
    (PostScope.FRONT, "Trưởng ban công tác Mặt trận", "Ban công tác Mặt trận tổ dân phố"),
    (PostScope.MASS_ORG, "Chi hội trưởng Người cao tuổi", "Hội Người cao tuổi phường"),
    (PostScope.STREET_GROUP, "Tổ trưởng tổ dân phố", "Tổ dân phố"),
)


class Serving(NamedTuple):
    """A member who can be elected, and where he stands."""

    person: Person
    place: Place
    born_year: int


def board_titles(members: int) -> tuple[str, ...]:
    """The posts of the board, as many as rule 10 allows a branch of that many members."""
    if members < 12:
        return _STANDING_COMMITTEE[:2]
    if members <= 30:
        return (*_STANDING_COMMITTEE[:2], "Ủy viên BCH")
    if members <= 100:
        return (*_STANDING_COMMITTEE[:2], *("Ủy viên BCH",) * 4)
    return (*_STANDING_COMMITTEE, *("Ủy viên BCH",) * 9)


def make_posts(dice: Dice, books: Books, units: Units, serving: Sequence[Serving]) -> str:
    """Enter the posts into the books; gives the chairman's name.

    Args:
        dice: For what is left to chance.
        books: The posts go into them, and into each unit whom to turn to.
        units: The units to be led.
        serving: Those who can be elected, at least one.
    """
    titles = board_titles(len(units.places))
    board, others = serving[: len(titles)], serving[len(titles) :] or serving
    for member, title in zip(board, titles, strict=False):
        _add(books, member, title, elected=True, from_on=_ELECTED)
    inspecting = zip(board[1:], ("Trưởng ban Kiểm tra", "Ủy viên BKT", "Ủy viên BKT"), strict=False)
    for member, title in inspecting:
        _add(books, member, title, elected=True, from_on=_ELECTED)
    _add(books, others[-1], "Chủ tịch", elected=True, from_on=_BEFORE, to_on=_UNTIL)
    _lead_chi_hoi(books, units, others)
    _lead_phan_hoi(books, units, others)
    for number, club in enumerate(units.clubs):
        _lead(books, club, others[-1 - number % len(others)], "Chủ nhiệm CLB")
    for member in serving:
        if dice.chance(12):
            _add_outside(dice, books, member)
    return serving[0].person.full_name


def _add(books: Books, member: Serving, title: str, **more: Any) -> None:
    books.add_post(Post(person_id=member.person.id, title=title, **more))


def _lead(books: Books, unit: Unit, member: Serving, title: str) -> None:
    """Let somebody lead a unit, and be whom to turn to."""
    _add(books, member, title, unit_id=unit.id, from_on=_ELECTED_IN_UNITS, elected=True)
    person = member.person
    books.units.put(replace(unit, contact_name=person.full_name, contact_phone=person.phone))


def _lead_chi_hoi(books: Books, units: Units, members: Sequence[Serving]) -> None:
    in_unit = defaultdict(list)
    for member in members:
        in_unit[member.place.unit_id].append(member)
    for unit in units.chi_hoi:
        for member, title in zip(in_unit[unit.id or 0], _CHI_HOI_TITLES, strict=False):
            if title == _CHI_HOI_TITLES[0]:
                _lead(books, unit, member, title)
            else:
                _add(books, member, title, unit_id=unit.id, from_on=_ELECTED_IN_UNITS)
    once = [member for member in members if member.place.before_id == units.ended.id]
    for member in once[:1]:
        _add(
            books,
            member,
            _CHI_HOI_TITLES[0],
            unit_id=units.ended.id,
            from_on=_BEFORE,
            to_on=units.ended.ended_on,
        )


def _lead_phan_hoi(books: Books, units: Units, members: Sequence[Serving]) -> None:
    leaders = {member.place.sub_unit_id: member for member in members}
    for unit in units.phan_hoi:
        if unit.id in leaders:
            _lead(books, unit, leaders[unit.id], "Phân hội trưởng")


def _add_outside(dice: Dice, books: Books, member: Serving) -> None:
    scope, title, organisation = dice.pick(_OUTSIDE)
    since = PartialDate(dice.number(2019, 2025))
    _add(books, member, title, scope=scope, organisation=organisation, from_on=since)
