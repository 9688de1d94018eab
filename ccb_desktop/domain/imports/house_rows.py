"""Rows of the sheet *Hỗ trợ nhà ở*: a house is told of again when it goes on."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from ccb_desktop.domain.exchange.typed_rows import TypedRow
from ccb_desktop.domain.imports.context import Context
from ccb_desktop.domain.imports.matching import CannotTell, Identity, find_person
from ccb_desktop.domain.imports.merge import as_partial, differences
from ccb_desktop.domain.imports.money_cells import check_not_ahead, named_unit, unit_id_of
from ccb_desktop.domain.imports.outcome import FieldChange, Outcome
from ccb_desktop.domain.labels import FIELD
from ccb_desktop.domain.members.people import Person
from ccb_desktop.domain.members.units import Unit
from ccb_desktop.domain.money import format_dong
from ccb_desktop.domain.visits.housing import HousingKind, HousingSource, HousingSupport

OTHER_SOURCES = "Nguồn khác"
"""What the money of others is called where a list does not say whose it is."""

_TOLD_OTHERWISE = ("person_id", "unit_id", "sources")
_TOLD_APART = ("unit_id", "kind", "started_on")


def take_house(context: Context, row: TypedRow) -> None:
    """Take in the help for one house, or what is new of it; nothing is booked (meaning 11).

    Raises:
        CannotTell: It was handed over before it was begun, or on a day that has not come.
    """
    cells: Mapping[str, Any] = row.values
    houses = context.books.money.houses
    for field in ("started_on", "handed_over_on"):
        if field in cells:
            check_not_ahead(context, cells[field], field)
    unit = named_unit(context, str(cells.get("unit", "")))
    person = _head(context, row, unit)
    known = _known(context, row, unit)
    head_name = person.full_name if person else str(cells["household_head"])
    found = known or HousingSupport(head_name=head_name)
    after = _read(context, row, found, unit, person)
    _check_days(after)
    label = after.head_name
    if known is None:
        context.done_to(row, houses.add(after).id, Outcome.CREATED, label)
        return
    changes = _changes(context, known, after)
    if houses.put(after):
        context.done_to(row, known.id, Outcome.CHANGED, label, changes)
    else:
        context.done_to(row, known.id, Outcome.UNCHANGED, label)


def _head(context: Context, row: TypedRow, unit: Unit | None) -> Person | None:
    """The head of the household where he is of the roster for certain."""
    cells: Mapping[str, Any] = row.values
    born_on = as_partial(cells.get("born_on"))
    unit_id = unit.id if unit else None
    who = Identity(full_name=str(cells["household_head"]), born_on=born_on, unit_id=unit_id)
    try:
        found = find_person(context.books, who)
    except CannotTell:
        return None
    if found is None or born_on is not None:
        return found
    return found if unit_id in context.books.unit_ids_of(found) else None


def _known(context: Context, row: TypedRow, unit: Unit | None) -> HousingSupport | None:
    """The house of the books that a row tells of: nothing that both say differs."""
    cells: Mapping[str, Any] = row.values
    told = {**cells, "unit_id": unit.id if unit else None}
    for house in context.books.money.houses_of(str(cells["household_head"])):
        both = ((getattr(house, name), told.get(name)) for name in _TOLD_APART)
        if all(None in pair or pair[0] == pair[1] for pair in both):
            return house
    return None


def _read(
    context: Context,
    row: TypedRow,
    found: HousingSupport,
    unit: Unit | None,
    person: Person | None,
) -> HousingSupport:
    """What the books say of a house with the cells of a row taken in."""
    cells: Mapping[str, Any] = row.values
    unit_id = unit.id if unit else found.unit_id
    if unit_id is None and found.id is None:
        unit_id = unit_id_of(context, person, cells.get("started_on", context.as_of))
    after = replace(
        found,
        person_id=person.id if person else found.person_id,
        unit_id=unit_id,
        kind=HousingKind(cells["kind"]) if "kind" in cells else found.kind,
        started_on=cells.get("started_on", found.started_on),
        handed_over_on=cells.get("handed_over_on", found.handed_over_on),
        note=str(cells.get("note", found.note)),
    )
    return replace(
        after,
        branch_dong=_branch_dong(context, row, found),
        sources=_sources(context, row, found),
    )


def _branch_dong(context: Context, row: TypedRow, found: HousingSupport) -> int:
    """What the branch gives; money that passed the cash book is not changed by a list."""
    told = row.values.get("branch_amount_dong")
    if not isinstance(told, int) or told == found.branch_dong:
        return found.branch_dong
    if found.voucher_id is None:
        return told
    held = format_dong(found.branch_dong)
    context.tell(
        row,
        "branch_amount_dong",
        f"Hội đã chi {held} đồng cho nhà này bằng phiếu trong sổ quỹ nên không đổi. Nếu sai, "
        "hủy phiếu ấy ở trang Quỹ Hội rồi ghi lại.",
    )
    return found.branch_dong


def _sources(context: Context, row: TypedRow, found: HousingSupport) -> tuple[HousingSource, ...]:
    """What others give; a list knows only the sum."""
    told = row.values.get("other_amount_dong")
    held = found.sources_dong
    if not isinstance(told, int) or told == held:
        return found.sources
    if not found.sources:
        return (HousingSource(source=OTHER_SOURCES, amount_dong=told),)
    if len(found.sources) == 1 and found.sources[0].source == OTHER_SOURCES:
        return (replace(found.sources[0], amount_dong=told),)
    context.tell(
        row,
        "other_amount_dong",
        f"Trong sổ, các nguồn khác của nhà này cộng lại là {format_dong(held)} đồng, ghi theo "
        "từng nguồn nên không đổi. Nếu sai, sửa từng nguồn ở trang Thăm hỏi.",
    )
    return found.sources


def _check_days(house: HousingSupport) -> None:
    if house.started_on and house.handed_over_on and house.handed_over_on < house.started_on:
        raise CannotTell("Ngày bàn giao đứng trước ngày khởi công.", "handed_over_on")


def _changes(context: Context, before: HousingSupport, after: HousingSupport) -> list[FieldChange]:
    changes = differences(before, after, context.print_value, without=_TOLD_OTHERWISE)
    if before.unit_id != after.unit_id:
        names = [context.print_value("unit_id", one.unit_id) for one in (before, after)]
        changes.append(FieldChange(FIELD["unit"], *names))
    if before.sources != after.sources:
        sums = [format_dong(house.sources_dong) for house in (before, after)]
        changes.append(FieldChange(OTHER_SOURCES, *sums))
    return changes
