"""Funds and vouchers for tests, in short."""

from datetime import date

from ccb_desktop.domain.funds.funds import Fund, FundPurpose, MoneyPlace
from ccb_desktop.domain.funds.vouchers import Voucher, VoucherKind
from ccb_desktop.operations.funds import funds, vouchers

OPENED = date(2026, 1, 1)


def open_fund(store, name="Quỹ Hội", cash=0, bank=0, purpose=FundPurpose.OTHER, **more):
    """Open a fund; gives its id."""
    fund = Fund(name=name, purpose=purpose, **{"opened_on": OPENED, **more})
    funds.open_fund(store, fund, {MoneyPlace.CASH: cash, MoneyPlace.BANK: bank})
    return next(one.id for one in funds.list_funds(store) if one.name == name)


def a_voucher(fund_id, amount, kind=VoucherKind.RECEIPT, **more):
    """A voucher as an officer would fill it in."""
    values = {"issued_on": date(2026, 3, 15), "content": "Thu, chi để thử", **more}
    return Voucher(kind=kind, fund_id=fund_id, amount_dong=amount, **values)


def receive(store, fund_id, amount, **more):
    """Post a receipt; gives it as posted."""
    return vouchers.post_voucher(store, a_voucher(fund_id, amount, **more))[1]


def pay(store, fund_id, amount, **more):
    """Post a payment; gives it as posted."""
    return vouchers.post_voucher(store, a_voucher(fund_id, amount, VoucherKind.PAYMENT, **more))[1]


def held(store, fund_id, on=date(2026, 12, 31)):
    """What a fund holds on a day: cash and bank."""
    line = next(one for one in funds.list_balances(store, on) if one.fund.id == fund_id)
    return line.by_place[MoneyPlace.CASH], line.by_place[MoneyPlace.BANK]
