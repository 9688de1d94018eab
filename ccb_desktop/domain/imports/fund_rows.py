"""Rows of the sheets *Quỹ* and *Thu chi*."""

from dataclasses import replace

from ccb_desktop.domain.exchange.typed_rows import TypedRow
from ccb_desktop.domain.funds.funds import Fund, FundPurpose, MoneyPlace
from ccb_desktop.domain.funds.gift_receipts import CATEGORY, gift_of_receipt
from ccb_desktop.domain.funds.labels import PLACE_OF_MONEY
from ccb_desktop.domain.funds.openings import OPENING_CONTENT, opening_vouchers
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
)
from ccb_desktop.domain.imports.money_signatures import voucher_signature
from ccb_desktop.domain.imports.outcome import FieldChange, Outcome
from ccb_desktop.domain.money import format_dong

_OPENINGS = {
    MoneyPlace.CASH: "opening_cash_dong",
    MoneyPlace.BANK: "opening_bank_dong",
}


def take_fund(context: Context, row: TypedRow) -> None:
    """Open a fund with what it holds, or correct what it is for.

    Raises:
        CannotTell: It cannot be opened on its day.
    """
    cells, money = row.values, context.books.money
    unit = named_unit(context, str(cells["level"]))
    read = Fund(
        name=str(cells["fund"]),
        purpose=FundPurpose(str(cells["purpose"])),
        unit_id=unit.id if unit else None,
        opened_on=cells["opened_on"],  # type: ignore[arg-type]  # a date, by its type of field
    )
    known = money.fund_named(read.name)
    if known is None:
        check_day(context, read.opened_on, "opened_on")
        fund = money.add_fund(read)
        for voucher in _openings(row, fund):
            money.book(voucher)
        context.done_to(row, fund.id, Outcome.CREATED, fund.name)
        return
    fund = replace(known, purpose=read.purpose, unit_id=read.unit_id)
    changes = _complete_openings(context, row, fund)
    if money.funds.put(fund):
        changes += differences(known, fund, context.print_value)
    if read.opened_on != known.opened_on:
        sentence = (
            f"{known.name} trong sổ mở ngày {known.opened_on:%d/%m/%Y}. Ngày mở không đổi bằng "
            "cách nhập tệp; nếu cần thì sửa ở trang Quỹ Hội."
        )
        context.tell(row, "opened_on", sentence)
    outcome = Outcome.CHANGED if changes else Outcome.UNCHANGED
    context.done_to(row, fund.id, outcome, fund.name, changes)


def _openings(row: TypedRow, fund: Fund) -> list[Voucher]:
    read = {place: row.values.get(cell) for place, cell in _OPENINGS.items()}
    amounts = {place: one for place, one in read.items() if isinstance(one, int)}
    return opening_vouchers(fund, amounts)


def _complete_openings(context: Context, row: TypedRow, fund: Fund) -> list[FieldChange]:
    """Book an opening that no voucher tells of; one that stands is not changed."""
    changes = []
    for voucher in _openings(row, fund):
        place = voucher.place
        held = context.books.money.opening_dong(fund, place)
        if held is None:
            check_day(context, fund.opened_on, "opened_on")
            context.books.money.book(voucher)
            amount = format_dong(voucher.amount_dong)
            changes.append(FieldChange(OPENING_CONTENT[place], "", amount))
        elif held != voucher.amount_dong:
            context.tell(
                row,
                _OPENINGS[place],
                f"Trong sổ, tồn đầu {PLACE_OF_MONEY[place].lower()} của {fund.name} là "
                f"{format_dong(held)} đồng, đã ghi sổ nên không đổi. Nếu sai, hủy phiếu tồn đầu "
                "rồi ghi lại.",
            )
    return changes


def take_voucher(context: Context, row: TypedRow) -> None:
    """Book one receipt or payment; a receipt for a campaign is a contribution too (meaning 11).

    Raises:
        CannotTell: The fund is not known, or it cannot be booked.
    """
    cells = row.values
    fund = fund_of(context, row)
    if fund is None:
        raise CannotTell("Ghi quỹ của khoản thu, chi này.", "fund")
    unit = named_unit(context, str(cells.get("unit", "")))
    campaign = context.campaign(str(cells["campaign"])) if "campaign" in cells else None
    voucher = Voucher(
        kind=VoucherKind(str(cells["kind"])),
        issued_on=cells["issued_on"],  # type: ignore[arg-type]  # a date, by its type of field
        fund_id=fund.id or 0,
        place=MoneyPlace(str(cells.get("money_place", MoneyPlace.CASH))),
        amount_dong=cells["amount_dong"],  # type: ignore[arg-type]  # an int, likewise
        payer=str(cells.get("payer", "")),
        content=str(cells["content"]),
        unit_id=unit.id if unit else None,
        campaign_id=campaign.id if campaign else None,
        old_number=str(cells.get("old_number", "")),
        note=str(cells.get("note", "")),
    )
    if is_repeat(context, row, [voucher_signature(voucher)], voucher.content):
        return
    check_booking(context, fund, voucher)
    gives = voucher.kind is VoucherKind.RECEIPT and campaign is not None
    giver = person_certain(context, voucher.payer, unit, voucher.issued_on) if gives else None
    category = CATEGORY if gives else ""
    voucher = replace(voucher, category=category, person_id=giver.id if giver else None)
    booking = context.books.money.book(voucher, context.result, row)
    if gives:
        given = gift_of_receipt(voucher, unit.name if unit else "")
        context.books.money.contributions.add(replace(given, voucher_id=booking.stand_in))
    context.done(row, Outcome.CREATED, voucher.content)
