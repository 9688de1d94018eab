"""Several units become one on a day: people, phân hội, posts and households go along.

Figures of a day before stay as they were: the merged units stand until the eve, and everybody
stands in them until then; of the day itself one event each tells that he moved.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.imports.books import Books
from ccb_desktop.domain.members.told_names import told_names
from ccb_desktop.domain.members.units import Unit, UnitKind
from ccb_desktop.domain.printing import number
from ccb_desktop.domain.unit_changes.moving import CLOSED, MOVED, Moving, Place
from ccb_desktop.domain.unit_changes.orders import (
    MergeOrder,
    NewUnit,
    Parts,
    check_day,
    check_new,
    free_code,
    new_unit,
)
from ccb_desktop.domain.unit_changes.plans import Plan, counted_ways, first_of


def merge_units(books: Books, order: MergeOrder, today: date) -> Plan:
    """Work out a merger in the books.

    Args:
        books: The books as they are; afterwards as they would be.
        order: What is asked for.
        today: Nothing is written for days to come.

    Raises:
        Invalid: By field: `unit_ids`, `on`, `into`, `name` or `code`.
    """
    merged = [books.units[unit_id] for unit_id in order.unit_ids]
    _check(books, order, merged, today)
    label = merge_label(books.units.by_id.values(), order)
    moving = Moving(books, order.on, label)
    target = _target(moving, order, merged)
    ending = [unit for unit in merged if unit.id != target.id]
    heirs = _Heirs(moving, target, order.parts).of_all(ending)
    moving.move_members(heirs)
    moving.move_homes(heirs)
    moving.close_posts(heirs.keys() - {target.id}, heirs)
    for unit in ending:
        moving.end(unit, target.id)
    return Plan(
        label=label,
        told=tuple(_told(moving, ending, target)),
        lines=tuple(moving.plan.lines),
    )


def merge_label(units: Iterable[Unit], order: MergeOrder) -> str:
    """How a merger is called, in the history and as the reason of each move."""
    names = told_names(units, order.on - timedelta(days=1))
    merged = first_of([names[unit_id] for unit_id in order.unit_ids])
    into = order.into
    goal = into.name.strip() if isinstance(into, NewUnit) else names[into]
    return f"Gộp {merged} thành {goal}"


def _check(books: Books, order: MergeOrder, merged: list[Unit], today: date) -> None:
    if len({unit.kind for unit in merged}) != 1 or len({u.parent_id for u in merged}) != 1:
        raise Invalid({"unit_ids": "Chỉ gộp các đơn vị cùng loại; phân hội thì cùng chi hội."})
    into = order.into
    if isinstance(into, NewUnit):
        check_day(order.on, merged, today)
        check_new(books, replace(into, kind=merged[0].kind), order.unit_ids)
        return
    target = books.units[into]
    if not set(order.unit_ids) - {target.id}:
        raise Invalid({"into": "Chọn đơn vị nhận khác với đơn vị được gộp."})
    if (target.kind, target.parent_id) != (merged[0].kind, merged[0].parent_id):
        raise Invalid({"into": "Đơn vị nhận phải cùng loại với các đơn vị được gộp."})
    check_day(order.on, [*merged, target], today)


def _target(moving: Moving, order: MergeOrder, merged: list[Unit]) -> Unit:
    if not isinstance(order.into, NewUnit):
        return moving.books.units[order.into]
    wards = {unit.former_ward for unit in merged}
    new = replace(order.into, kind=merged[0].kind)
    ward = wards.pop() if len(wards) == 1 else ""
    unit = new_unit(new, order.on, merged[0].parent_id, ward)
    return moving.found(unit, unit.name)


class _Heirs:
    """Works out where the people of each unit go, founding the phân hội that go along."""

    def __init__(self, moving: Moving, target: Unit, parts: Parts) -> None:
        self._moving = moving
        self._target = target
        self._parts = parts
        self._heirs: dict[int, Place] = {}

    def of_all(self, ending: list[Unit]) -> dict[int, Place]:
        """Unit or phân hội → its heir."""
        target_id = self._target.id or 0
        for unit in ending:
            self._heirs[unit.id or 0] = self._heir_of(unit)
        one_each = self._parts is Parts.ONE_EACH and self._target.kind is UnitKind.CHI_HOI
        stood = self._target.stands_on(self._moving.eve)
        if one_each and stood and not self._parts_of(self._target):
            self._heirs[target_id] = Place(target_id, self._found_part(self._target.name))
        for unit in ending:
            for part in self._parts_of(unit):
                self._heirs[part.id or 0] = self._heir_of_part(unit, part)
        return self._heirs

    def _heir_of(self, unit: Unit) -> Place:
        target_id = self._target.id or 0
        if unit.kind is UnitKind.PHAN_HOI:
            return Place(unit.parent_id or 0, target_id)
        if unit.kind is UnitKind.CHI_HOI and self._parts is Parts.ONE_EACH:
            return Place(target_id, self._found_part(unit.name))
        return Place(target_id)

    def _heir_of_part(self, unit: Unit, part: Unit) -> Place:
        target_id, books = self._target.id or 0, self._moving.books
        if part.founded_on is not None and part.founded_on.first_day >= self._moving.on:
            books.units.put(replace(part, parent_id=target_id))
            return Place(target_id, part.id)
        heir = self._heirs[unit.id or 0]
        if self._parts is Parts.GO_ALONG:
            heir = Place(target_id, self._found_part(part.name, unit))
        self._moving.end(part, heir.sub_unit_id)
        return heir

    def _parts_of(self, unit: Unit) -> list[Unit]:
        units = self._moving.books.units.by_id.values()
        return [part for part in units if part.parent_id == unit.id and part.ended_on is None]

    def _found_part(self, name: str, of: Unit | None = None) -> int:
        """A phân hội of the target; where it has one of that name, the old chi hội is named."""
        taken = {part.name.casefold() for part in self._parts_of(self._target)}
        if name.casefold() in taken and of is not None:
            name = f"{name} ({of.name})"
        books = self._moving.books
        place = len(self._parts_of(self._target)) + 1
        code = free_code(books, f"{self._target.code}-PH{place}")
        new = NewUnit(name, code, UnitKind.PHAN_HOI)
        part = new_unit(new, self._moving.on, self._target.id)
        return self._moving.found(part, f"{name}, {self._target.name}").id or 0


def _told(moving: Moving, ending: list[Unit], target: Unit) -> list[str]:
    moved, closed = moving.plan.of(MOVED), moving.plan.of(CLOSED)
    names = first_of([moving.names_before[unit.id] for unit in ending])
    told = [f"Từ ngày {moving.on:%d/%m/%Y}, {names} gộp vào {target.name}."]
    who = "thành viên" if target.kind is UnitKind.CLUB else "hội viên"
    told.append(
        f"{number(len(moved))} {who} chuyển: {counted_ways(moving.ways)}."
        if moved
        else f"Không có {who} nào phải chuyển."
    )
    told.append(
        f"Ngày cuối của các đơn vị thôi hoạt động: {moving.eve:%d/%m/%Y}. Danh sách, số liệu, "
        "báo cáo của những ngày trước đó giữ nguyên."
    )
    if closed:
        told.append(
            f"{number(len(closed))} chức danh ở các đơn vị ấy thôi giữ; "
            "ghi chức danh mới ở hồ sơ từng người."
        )
    return told
