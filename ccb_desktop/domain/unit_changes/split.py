"""One unit gives members to new or other units on a day; it goes on or ends.

As with a merger, figures of days before stay as they were.
"""

from collections.abc import Iterable
from datetime import date, timedelta

from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.imports.books import Books
from ccb_desktop.domain.members.memberships import (
    IN_HOI,
    Membership,
    MembershipKind,
    standing_on,
)
from ccb_desktop.domain.members.told_names import told_names
from ccb_desktop.domain.members.units import Unit, UnitKind
from ccb_desktop.domain.people_names import search_key
from ccb_desktop.domain.printing import number
from ccb_desktop.domain.unit_changes.moving import CLOSED, MOVED, Moving, Place
from ccb_desktop.domain.unit_changes.orders import (
    EndOrder,
    NewUnit,
    Share,
    SplitOrder,
    Target,
    check_day,
    check_new,
    new_unit,
)
from ccb_desktop.domain.unit_changes.plans import Plan, counted_ways, first_of


def split_unit(books: Books, order: SplitOrder, today: date) -> Plan:
    """Work out a split in the books.

    Args:
        books: The books as they are; afterwards as they would be.
        order: What is asked for.
        today: Nothing is written for days to come.

    Raises:
        Invalid: By field: `on`, `shares`, `into`, `name`, `code` or `ends`.
    """
    unit = books.units[order.unit_id]
    _check(books, order, unit, today)
    moving = Moving(books, order.on, f"Tách {unit.name}")
    for share in order.shares:
        place = _place(moving, unit, share.into)
        _give(moving, unit, place, share)
    if order.ends:
        _end_empty(moving, unit)
    return Plan(
        label=split_label(books.units.by_id.values(), order),
        told=tuple(_told(moving, unit, ends=order.ends)),
        lines=tuple(moving.plan.lines),
    )


def end_unit(books: Books, order: EndOrder, today: date) -> Plan:
    """Work out how a unit ends, with its phân hội; those of a club without heir leave it.

    Raises:
        Invalid: By field: `ended_on`, or `successor_id` where somebody is left and no heir named.
    """
    unit = books.units[order.unit_id]
    on = order.last_day + timedelta(days=1)
    try:
        check_day(order.last_day, [], today)
    except Invalid as fault:
        raise Invalid({"ended_on": str(fault)}) from fault
    if not unit.stands_on(order.last_day):
        raise Invalid({"ended_on": "Ngày này đơn vị chưa thành lập hoặc đã kết thúc."})
    moving = Moving(books, on, f"{unit.name} kết thúc")
    parts = [p for p in books.units.by_id.values() if p.parent_id == unit.id and not p.ended_on]
    heir = _heir_of(unit, order)
    if heir is None:
        _end_without_heir(moving, unit, parts)
    else:
        heirs = {one.id or 0: heir for one in (unit, *parts)}
        moving.move_members(heirs)
        moving.move_homes(heirs)
    ended = {one.id or 0 for one in (unit, *parts)}
    moving.close_posts(ended, {} if heir is None else dict.fromkeys(ended, heir))
    for part in parts:
        moving.end(part, None)
    moving.end(unit, order.heir_id)
    return Plan(
        label=end_label(books.units.by_id.values(), order),
        told=tuple(_told(moving, unit, ends=True)),
        lines=tuple(moving.plan.lines),
    )


def split_label(units: Iterable[Unit], order: SplitOrder) -> str:
    """How a split is called in the history."""
    names = told_names(units, order.on - timedelta(days=1))
    goals = [
        share.into.name.strip() if isinstance(share.into, NewUnit) else names[share.into]
        for share in order.shares
    ]
    return f"Tách {names[order.unit_id]}: {first_of(goals)}"


def end_label(units: Iterable[Unit], order: EndOrder) -> str:
    """How an ending is called in the history."""
    return f"Kết thúc {told_names(units, order.last_day)[order.unit_id]}"


def _heir_of(unit: Unit, order: EndOrder) -> Place | None:
    if unit.kind is UnitKind.PHAN_HOI:
        return Place(unit.parent_id or 0)
    return None if order.heir_id is None else Place(order.heir_id)


def _end_without_heir(moving: Moving, unit: Unit, parts: list[Unit]) -> None:
    if unit.kind is UnitKind.CLUB:
        moving.leave_clubs(unit.id or 0)
        return
    staying = len(members_of(moving.books, unit, moving.on))
    if staying:
        raise Invalid(
            {
                "successor_id": f"Còn {staying} hội viên trong {unit.name}: "
                "chọn đơn vị nhận, hoặc ghi chuyển chi hội cho từng người trước."
            }
        )


def members_of(books: Books, unit: Unit, on: date) -> list[Membership]:
    """Who is in a unit on a day."""
    found = []
    for membership in books.memberships.by_id.values():
        if membership.kind is MembershipKind.CLUB:
            if membership.unit_id == unit.id and _belongs(membership, on):
                found.append(membership)
            continue
        standing = standing_on(books.standings_of(membership), on)
        is_in = standing is not None and standing.status in IN_HOI
        if is_in and standing and unit.id in (standing.unit_id, standing.sub_unit_id):
            found.append(membership)
    return found


def _belongs(membership: Membership, on: date) -> bool:
    since = membership.joined_on or membership.on_roll_from
    begun = since is None or since.first_day <= on
    return begun and (membership.ended_on is None or on <= membership.ended_on.last_day)


def _check(books: Books, order: SplitOrder, unit: Unit, today: date) -> None:
    check_day(order.on, [unit], today)
    chosen = [one for share in order.shares for one in share.membership_ids]
    there = {membership.id for membership in members_of(books, unit, order.on)}
    if not chosen:
        raise Invalid({"shares": "Chọn người rồi chọn đơn vị mà họ chuyển đến."})
    if len(chosen) != len(set(chosen)):
        raise Invalid({"shares": "Có người được chọn cho hai đơn vị."})
    if set(chosen) - there:
        raise Invalid({"shares": f"Có người không ở {unit.name} vào ngày {order.on:%d/%m/%Y}."})
    if order.ends and there - set(chosen):
        left = len(there - set(chosen))
        raise Invalid({"ends": f"Còn {left} người chưa chọn đơn vị, nên chưa kết thúc được."})
    new = [share.into for share in order.shares if isinstance(share.into, NewUnit)]
    if len({search_key(unit.code) for unit in new}) < len(new):
        raise Invalid({"code": "Hai đơn vị mới không mang chung một mã."})
    for share in order.shares:
        _check_target(books, order, unit, share.into, today)


def _check_target(books: Books, order: SplitOrder, unit: Unit, into: Target, today: date) -> None:
    if isinstance(into, NewUnit):
        check_new(books, into, [unit.id or 0] if order.ends else [])
        kind, is_part = into.kind, into.kind is UnitKind.PHAN_HOI
    else:
        target = books.units[into]
        check_day(order.on, [target], today)
        kind = target.kind
        is_part = kind is UnitKind.PHAN_HOI and target.parent_id in (unit.id, unit.parent_id)
    fits = kind is unit.kind if unit.kind is not UnitKind.CHI_HOI else kind is UnitKind.CHI_HOI
    if not (fits or (is_part and unit.kind is not UnitKind.CLUB)) or into == unit.id:
        raise Invalid({"into": "Đơn vị nhận phải cùng loại với đơn vị được tách."})


def _place(moving: Moving, unit: Unit, into: Target) -> Place:
    """Where a share goes; a phân hội is one of the unit's chi hội."""
    chi_hoi_id = unit.parent_id if unit.kind is UnitKind.PHAN_HOI else unit.id
    if isinstance(into, NewUnit):
        parent = chi_hoi_id if into.kind is UnitKind.PHAN_HOI else None
        made = new_unit(into, moving.on, parent, unit.former_ward)
        target = moving.found(made, made.name)
    else:
        target = moving.books.units[into]
    if target.kind is UnitKind.PHAN_HOI:
        return Place(target.parent_id or 0, target.id)
    return Place(target.id or 0)


def _give(moving: Moving, unit: Unit, place: Place, share: Share) -> None:
    books, own = moving.books, unit.id or 0
    heirs = {own: place}
    if place.unit_id != own:
        parts = [part for part in books.units.by_id.values() if part.parent_id == own]
        heirs |= {part.id or 0: place for part in parts}
    chosen = [books.memberships[one] for one in share.membership_ids]
    moving.move_some(chosen, heirs)
    people = {membership.person_id or 0 for membership in chosen}
    if place.unit_id != own:
        homes = {books.people[one].household_id for one in people}
        moving.move_homes(heirs, {home for home in homes if home is not None})
        moving.close_posts(heirs.keys(), heirs, people)


def _end_empty(moving: Moving, unit: Unit) -> None:
    units = list(moving.books.units.by_id.values())
    parts = [part for part in units if part.parent_id == unit.id and part.ended_on is None]
    moving.close_posts({one.id or 0 for one in (unit, *parts)}, {})
    for part in parts:
        moving.end(part, None)
    moving.end(unit, None)


def _told(moving: Moving, unit: Unit, *, ends: bool) -> list[str]:
    moved, closed = moving.plan.of(MOVED), moving.plan.of(CLOSED)
    who = "thành viên" if unit.kind is UnitKind.CLUB else "hội viên"
    told = []
    if moved:
        told.append(
            f"Từ ngày {moving.on:%d/%m/%Y}, {number(len(moved))} {who} chuyển: "
            f"{counted_ways(moving.ways)}."
        )
    if ends:
        told.append(f"{unit.name} kết thúc, ngày cuối {moving.eve:%d/%m/%Y}.")
    else:
        staying = len(members_of(moving.books, unit, moving.on))
        told.append(f"{unit.name} còn {number(staying)} {who}.")
    if closed:
        told.append(f"{number(len(closed))} chức danh thôi giữ.")
    told.append("Danh sách, số liệu, báo cáo của những ngày trước đó giữ nguyên.")
    return told
