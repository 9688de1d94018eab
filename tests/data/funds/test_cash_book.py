"""The cash book read from a real store."""

from datetime import date

from ccb_desktop.data.funds.cash_book import cash_book
from ccb_desktop.domain.funds.funds import MoneyPlace
from ccb_desktop.domain.funds.vouchers import VoucherKind
from ccb_desktop.operations.funds import vouchers
from tests.ledger import a_voucher, open_fund, pay, receive

FEBRUARY = date(2026, 2, 1)
END = date(2026, 12, 31)


def read(store, fund_id, from_on=FEBRUARY, to_on=END, place=None):
    with store.reading() as session:
        return cash_book(session, fund_id, from_on, to_on, place)


def told(book):
    return [(line.receipt_no or line.payment_no, line.balance_dong) for line in book.lines]


def test_a_book_begins_with_what_was_there_and_names_what_was_voided(store):
    fund_id, other = open_fund(store, cash=100), open_fund(store, "Quỹ khác", cash=7)
    first = receive(store, fund_id, 50)
    pay(store, fund_id, 30)
    receive(store, other, 1)
    vouchers.void_voucher(store, first.id, "ghi nhầm", date(2026, 5, 2))
    book = read(store, fund_id)
    assert (book.opening_dong, book.closing_dong) == (100, 70)
    assert told(book) == [("PT-2026-0001", 150), ("PC-2026-0001", 120), ("PH-2026-0001", 70)]
    assert book.lines[0].booked.voided_by == "PH-2026-0001"
    assert book.lines[2].booked.voids == "PT-2026-0001"
    assert (book.in_dong, book.out_dong) == (0, 30)
    assert told(read(store, fund_id, date(2026, 4, 1))) == [("PH-2026-0001", 70)]


def test_money_that_changes_its_place_is_told_only_of_one_place(store):
    fund_id = open_fund(store, cash=100)
    goes = {"to_fund_id": fund_id, "to_place": MoneyPlace.BANK}
    vouchers.post_voucher(store, a_voucher(fund_id, 70, VoucherKind.TRANSFER, **goes))
    assert told(read(store, fund_id)) == []
    assert told(read(store, fund_id, place=MoneyPlace.BANK)) == [("CQ-2026-0001", 70)]
    whole = read(store, fund_id, date(2026, 1, 1))
    assert (whole.opened_dong, whole.opening_dong, whole.closing_dong) == (100, 0, 100)
