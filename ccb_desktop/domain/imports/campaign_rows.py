"""Rows of the sheets *Hội phí*, *Vận động* and *Chỉ tiêu vận động*."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from ccb_desktop.domain.exchange.typed_rows import TypedRow
from ccb_desktop.domain.funds.campaigns import CampaignTarget, Contribution, DonorKind
from ccb_desktop.domain.funds.dues import DuesHandIn, DuesPayment
from ccb_desktop.domain.funds.funds import Fund
from ccb_desktop.domain.funds.gift_receipts import receipt_for
from ccb_desktop.domain.funds.vouchers import Voucher, VoucherKind
from ccb_desktop.domain.imports.context import Context
from ccb_desktop.domain.imports.matching import CannotTell
from ccb_desktop.domain.imports.merge import differences
from ccb_desktop.domain.imports.money_cells import (
    check_booking,
    check_day,
    fund_of,
    is_repeat,
    named_unit,
    person_certain,
    unit_id_of,
)
from ccb_desktop.domain.imports.money_signatures import contribution_signature, dues_signature
from ccb_desktop.domain.imports.outcome import Outcome
from ccb_desktop.domain.members.units import Unit


def take_dues(context: Context, row: TypedRow) -> None:
    """Take in what a member paid; it is booked when the row names a fund (meaning 11).

    Raises:
        CannotTell: Nobody fits, the fund is not known, or it cannot be booked.
    """
    cells: Mapping[str, Any] = row.values
    person, fund, day = context.person(row), fund_of(context, row), cells["paid_on"]
    unit = named_unit(context, str(cells.get("unit", "")))
    unit_id = unit.id if unit else unit_id_of(context, person, day)
    payment = DuesPayment(
        person_id=person.id or 0,
        year=cells["year"],
        amount_dong=cells["amount_dong"],
        paid_on=day,
        unit_id=unit_id,
    )
    label = f"{person.full_name} – hội phí năm {payment.year}"
    if is_repeat(context, row, [dues_signature(payment, fund.id if fund else None)], label):
        return
    if payment.amount_dong <= 0:
        raise CannotTell("Ghi số tiền lớn hơn 0.", "amount_dong")
    check_day(context, day, "paid_on")
    handing_in = _handing_in(context, payment, fund) if fund else None
    if fund is not None and handing_in is not None:
        check_booking(context, fund, handing_in[1], ("paid_on", ""))
    context.books.money.add_dues(payment, handing_in)
    context.done(row, Outcome.CREATED, label)


def _handing_in(context: Context, payment: DuesPayment, fund: Fund) -> tuple[DuesHandIn, Voucher]:
    """The handing in that a row belongs to, and its receipt, with the row as its first."""
    unit = context.books.units[payment.unit_id] if payment.unit_id is not None else None
    person = context.books.people[payment.person_id]
    hand_in = DuesHandIn(
        unit_id=payment.unit_id,
        year=payment.year,
        handed_on=payment.paid_on,
        fund_id=fund.id or 0,
        amount_dong=payment.amount_dong,
        voucher_id=0,
    )
    receipt = Voucher(
        kind=VoucherKind.RECEIPT,
        issued_on=payment.paid_on,
        fund_id=fund.id or 0,
        amount_dong=payment.amount_dong,
        payer=unit.name if unit else person.full_name,
        content=f"{unit.name if unit else 'Hội viên'} nộp hội phí năm {payment.year}",
        category="Hội phí",
        unit_id=payment.unit_id,
    )
    return hand_in, receipt


def take_contribution(context: Context, row: TypedRow) -> None:
    """Take in what somebody gave; money is booked when it went through a fund (meaning 11).

    Goods of a row whose money went through a fund count apart, as not through the book, unless
    the row says that they did (meaning 13).

    Raises:
        CannotTell: Nothing was given, the fund is not known, or it cannot be booked.
    """
    cells = row.values
    fund = fund_of(context, row)
    unit = named_unit(context, str(cells.get("unit", "")))
    given = _given(context, row, unit, fund)
    if not given.worth_dong and not given.goods:
        raise CannotTell("Ghi số tiền, hoặc hiện vật và giá trị.", "amount_dong")
    booked_in = fund if given.through_book and given.amount_dong > 0 else None
    if booked_in is not None:
        given = replace(given, fund_id=booked_in.id, voucher_id=0)
    parts = _parts(given, apart="through_book" not in cells)
    label = f"{given.donor} – {cells['campaign']}"
    if is_repeat(context, row, [contribution_signature(part) for part in parts], label):
        return
    check_day(context, given.given_on, "given_on")
    money = context.books.money
    if booked_in is not None:
        campaign = money.campaigns[given.campaign_id]
        giving = context.books.units.by_id.get(given.unit_id or 0)
        receipt = receipt_for(campaign, parts[:1], {given.unit_id: giving} if giving else {})
        check_booking(context, booked_in, receipt, ("given_on", ""))
        stand_in = money.book(receipt, context.result, row).stand_in
        parts = [replace(parts[0], voucher_id=stand_in), *parts[1:]]
    for part in parts:
        money.contributions.add(part)
    context.done(row, Outcome.CREATED, label)


def _given(context: Context, row: TypedRow, unit: Unit | None, fund: Fund | None) -> Contribution:
    cells: Mapping[str, Any] = row.values
    donor, day = str(cells["donor"]), cells["given_on"]
    told = DonorKind(cells["donor_kind"]) if "donor_kind" in cells else None
    person = None
    if told in (None, DonorKind.MEMBER):
        person = person_certain(context, donor, unit, day)
    kind = told or (DonorKind.MEMBER if person else DonorKind.OUTSIDER)
    unit_id = unit.id if unit else unit_id_of(context, person, day)
    amount = cells.get("amount_dong", 0)
    return Contribution(
        campaign_id=context.campaign(str(cells["campaign"])).id or 0,
        given_on=day,
        donor=person.full_name if person else donor,
        donor_kind=kind,
        person_id=person.id if person else None,
        unit_id=unit_id,
        amount_dong=amount,
        goods=str(cells.get("goods", "")),
        goods_value_dong=cells.get("goods_value_dong", 0),
        through_book=cells.get("through_book", amount > 0 and fund is not None),
    )


def _parts(given: Contribution, *, apart: bool) -> list[Contribution]:
    """What was given; its goods apart where only its money went through the book."""
    if not apart or not given.through_book or not (given.goods or given.goods_value_dong):
        return [given]
    money = replace(given, goods="", goods_value_dong=0)
    goods = replace(given, amount_dong=0, through_book=False, fund_id=None, voucher_id=None)
    return [money, goods]


def take_campaign_target(context: Context, row: TypedRow) -> None:
    """Take in what a unit is to bring in for a campaign, or correct it.

    Raises:
        CannotTell: No unit is named.
    """
    cells: Mapping[str, Any] = row.values
    money = context.books.money
    unit = named_unit(context, str(cells["unit"]))
    if unit is None:
        raise CannotTell("Ghi chi hội được giao chỉ tiêu.", "unit")
    campaign = context.campaign(str(cells["campaign"]))
    label = f"{campaign.name} – {unit.name}"
    known = money.target_of(campaign.id or 0, unit.id or 0)
    amount = cells["target_dong"]
    if known is None:
        read = CampaignTarget(
            campaign_id=campaign.id or 0, unit_id=unit.id or 0, target_dong=amount
        )
        context.done_to(row, money.add_target(read).id, Outcome.CREATED, label)
        return
    after = replace(known, target_dong=amount)
    if money.targets.put(after):
        changes = differences(known, after, context.print_value)
        context.done_to(row, known.id, Outcome.CHANGED, label, changes)
    else:
        context.done_to(row, known.id, Outcome.UNCHANGED, label)
