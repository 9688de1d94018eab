"""Rows of *Quỹ* and *Thu chi*: what is booked, and what is a problem of its row."""

import pytest

from ccb_desktop.domain.funds.campaigns import DonorKind
from ccb_desktop.domain.funds.funds import MoneyPlace
from ccb_desktop.domain.funds.vouchers import VoucherKind
from tests.domain.imports.importing import (
    CASH_ROWS,
    FUNDS,
    a_fund,
    booked,
    no_books,
    outcomes,
    problems,
    take,
)


def test_a_fund_holds_its_openings_on_its_first_day():
    books = no_books()
    take(books, a_fund(cash=500, bank=300))
    assert booked(books) == [("OPENING", "CASH", 500), ("OPENING", "BANK", 300)]


def test_funds_of_the_branch_and_of_units():
    books = no_books()
    rows = [
        ("A", "Hội", "Khác"),
        ("B", "Chi hội 2", "Chân quỹ"),
        ("C", "Hội phường An Lạc", "Khác"),
    ]
    done = take(books, (FUNDS, *((*row, "1/1/2025", None, None) for row in rows)))
    levels = [fund.unit_id for fund in books.money.funds.by_id.values()]
    assert levels == [None, books.units.of_code("CH2").id, None]
    assert done.sheets[0].new_units == ["Chi hội 2"]


def test_receipts_and_payments_are_booked_in_order_of_day():
    books = no_books()
    rows = [
        ("5/3/2025", "Chi", "Quỹ A", "Nước uống", "Ông Ba", "", "", 200, "Tiền mặt", "PC7", ""),
        ("1/3/2025", "Thu", "quy a", "Ủng hộ", "", "CH 2", "", 900, "Chuyển khoản", "", "sổ tay"),
    ]
    take(books, a_fund(cash=500), (CASH_ROWS, *rows))
    assert booked(books) == [
        ("OPENING", "CASH", 500),
        ("RECEIPT", "BANK", 900),
        ("PAYMENT", "CASH", 200),
    ]
    receipt, payment = (one.voucher for one in books.money.to_post()[1:])
    assert (payment.payer, payment.old_number, payment.unit_id) == ("Ông Ba", "PC7", None)
    assert (receipt.note, books.units[receipt.unit_id].name) == ("sổ tay", "CH 2")


@pytest.mark.parametrize(
    ("day", "fund", "amount", "column", "said"),
    [
        ("1/3/2025", "Quỹ B", 5, "Quỹ", "Không có quỹ nào tên “Quỹ B”"),
        ("31/12/2024", "Quỹ A", 5, "Ngày", "mở ngày 01/01/2025"),
        ("1/3/2999", "Quỹ A", 5, "Ngày", "chưa tới"),
        ("1/3/2025", "Quỹ A", 0, "Số tiền", "lớn hơn 0"),
    ],
)
def test_what_cannot_be_booked_is_a_problem_of_its_row(day, fund, amount, column, said):
    books = no_books()
    row = (day, "Thu", fund, "Tiền", "", "Chi hội 7", "Đợt mới", amount, "", "", "")
    done = take(books, a_fund(), (CASH_ROWS, row))
    ((number, where, sentence),) = problems(done)
    assert (number, where) == (2, column)
    assert said in sentence
    assert outcomes(done)[1] == ["SKIPPED"]
    assert booked(books) == []
    assert books.units.named("Chi hội 7", "CHI_HOI") is None
    assert not books.money.campaigns.by_id


def test_a_receipt_that_names_a_campaign_is_a_gift_too_and_a_payment_is_not():
    books = no_books()
    rows = [
        ("1/3/2025", "Thu", "Quỹ A", "Nhận tiền", "Ông Bảy", "", "Vì đồng đội", 900, "", "", ""),
        ("1/3/2025", "Thu", "Quỹ A", "Nhận tiền", "", "CH 2", "Vì đồng đội", 800, "", "", ""),
        ("2/3/2025", "Chi", "Quỹ A", "Chuyển lên", "", "", "vì đồng đội", 700, "", "", ""),
    ]
    done = take(books, a_fund(), (CASH_ROWS, *rows))
    given = list(books.money.contributions.by_id.values())
    assert [(one.donor, one.donor_kind, one.amount_dong) for one in given] == [
        ("Ông Bảy", DonorKind.OUTSIDER, 900),
        ("CH 2", DonorKind.UNIT, 800),
    ]
    assert all(one.through_book and one.voucher_id < 0 for one in given)
    campaigns = {one.voucher.campaign_id for one in books.money.to_post()}
    assert campaigns == {one.id for one in books.money.campaigns.by_id.values()}
    assert done.sheets[1].new_campaigns == ["Vì đồng đội"]


def test_two_equal_rows_of_one_file_are_two():
    books = no_books()
    row = ("1/3/2025", "Thu", "Quỹ A", "Tiền", "", "", "", 900, "", "", "")
    done = take(books, a_fund(), (CASH_ROWS, row, row))
    assert outcomes(done)[1] == ["CREATED", "CREATED"]
    assert [one.voucher.kind for one in books.money.to_post()] == [VoucherKind.RECEIPT] * 2
    assert {one.voucher.place for one in books.money.to_post()} == {MoneyPlace.CASH}
