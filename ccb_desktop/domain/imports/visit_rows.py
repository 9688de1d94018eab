"""Rows of the sheet *Thăm hỏi*."""

from collections.abc import Hashable, Mapping
from dataclasses import replace
from typing import Any

from ccb_desktop.domain.exchange.typed_rows import TypedRow
from ccb_desktop.domain.funds.funds import Fund
from ccb_desktop.domain.imports.context import Context
from ccb_desktop.domain.imports.matching import CannotTell, find_person
from ccb_desktop.domain.imports.money_cells import (
    check_booking,
    check_not_ahead,
    fund_of,
    is_repeat,
    named_unit,
    person_certain,
    unit_id_of,
)
from ccb_desktop.domain.imports.money_signatures import visit_signature
from ccb_desktop.domain.imports.outcome import Outcome
from ccb_desktop.domain.members.people import Person
from ccb_desktop.domain.members.units import Unit
from ccb_desktop.domain.visits.payments import level_of, payment_for
from ccb_desktop.domain.visits.visits import PaidBy, RecipientKind, Visit

_OF_ROSTER = (RecipientKind.POLICY_FAMILY, RecipientKind.POOR_HOUSEHOLD)
"""Kinds of recipients who often stand on the roster themselves."""


def take_visit(context: Context, row: TypedRow) -> None:
    """Take in one visit; its money is paid out of the fund it names, if any (meaning 11).

    Raises:
        CannotTell: A member is not found, the fund is not known or of the other level, or it
            cannot be booked.
    """
    cells: Mapping[str, Any] = row.values
    money = context.books.money
    fund = fund_of(context, row)
    unit = named_unit(context, str(cells.get("unit", "")))
    try:
        person = _person(context, row, unit)
    except CannotTell:
        if _is_kept_by_name(context, row, unit, fund):
            return
        raise
    visit = _read(context, row, person, unit, fund)
    label = _label(context, visit)
    if is_repeat(context, row, [_signature(visit)], label):
        return
    check_not_ahead(context, visit.visited_on, "visited_on")
    if fund is None or visit.fund_id is None:
        money.visits.add(visit)
    else:
        _see_level(fund, visit)
        payment = payment_for(visit, visit.fund_id, _occasion(context, visit))
        check_booking(context, fund, payment, ("visited_on", ""))
        money.add_visit(visit, money.book(payment, context.result, row))
    context.done(row, Outcome.CREATED, label)


def _see_level(fund: Fund, visit: Visit) -> None:
    """See that money of one level comes out of a fund of that level (rule 18)."""
    if level_of(fund) is not visit.paid_by:
        whose, told = ("Hội", "chi hội") if fund.unit_id is None else ("chi hội", "Hội")
        raise CannotTell(
            f"“{fund.name}” là quỹ của {whose} mà Cấp chi ghi {told}. Sửa cấp chi, "
            "hoặc ghi quỹ đúng cấp, rồi nhập lại.",
            "paid_by",
        )


def _person(context: Context, row: TypedRow, unit: Unit | None) -> Person | None:
    """The recipient where he is of the roster; a member must be, others only may."""
    cells: Mapping[str, Any] = row.values
    kind = RecipientKind(cells["recipient_kind"])
    if kind is RecipientKind.MEMBER:
        return context.person(row)
    if "born_on" in cells or "card_no" in cells:
        try:
            return find_person(context.books, context.identity(row, unit.id if unit else None))
        except CannotTell:
            return None
    if kind in _OF_ROSTER and unit is not None:
        return person_certain(context, str(cells["full_name"]), unit, cells["visited_on"])
    return None


def _is_kept_by_name(context: Context, row: TypedRow, unit: Unit | None, fund: Fund | None) -> bool:
    """Whether the books have the very visit to a member known by his name alone."""
    visit = _read(context, row, None, unit, fund)
    if _signature(visit) not in context.books.money.said:
        return False
    return is_repeat(context, row, [_signature(visit)], _label(context, visit))


def _read(
    context: Context, row: TypedRow, person: Person | None, unit: Unit | None, fund: Fund | None
) -> Visit:
    cells: Mapping[str, Any] = row.values
    amount = cells.get("amount_dong", 0)
    day = cells["visited_on"]
    visit = Visit(
        visited_on=day,
        occasion=str(cells["occasion"]),
        theme=str(cells.get("theme", "")),
        recipient_kind=RecipientKind(cells["recipient_kind"]),
        recipient=person.full_name if person else str(cells["full_name"]),
        person_id=person.id if person else None,
        unit_id=unit.id if unit else unit_id_of(context, person, day),
        paid_by=PaidBy(cells["paid_by"]),
        amount_dong=amount,
        goods=str(cells.get("goods", "")),
        goods_value_dong=cells.get("goods_value_dong", 0),
        note=str(cells.get("note", "")),
    )
    return replace(visit, fund_id=fund.id) if fund is not None and amount else visit


def _signature(visit: Visit) -> Hashable:
    return visit_signature(visit, visit.fund_id)


def _occasion(context: Context, visit: Visit) -> str:
    return context.code_labels.get("OCCASION", {}).get(visit.occasion, visit.occasion)


def _label(context: Context, visit: Visit) -> str:
    return f"{visit.recipient} – {_occasion(context, visit)}"
