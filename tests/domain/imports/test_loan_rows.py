"""Rows of *Vay vốn*, *Trả vốn* and *Vốn NHCSXH*."""

import pytest

from tests.domain.imports.importing import (
    BANK_LOANS,
    LOANS,
    REPAYMENTS,
    ROSTER,
    a_fund,
    booked,
    no_books,
    outcomes,
    problems,
    take,
)

PEOPLE = (ROSTER, ("1", "Nguyễn Văn An", "1950", "Chi hội 1", "1990", ""))


def lend(code="V1", name="Nguyễn Văn An", amount=1000, rate=0.5, due="1/3/2026"):
    return (code, name, "1950", "Chi hội 1", "Quỹ A", amount, rate, "1/3/2025", due, "Làm vườn")


LENT = lend()


def bring(*repayments, loans=(LENT,), cash=5000):
    books = no_books()
    sheets = [PEOPLE, a_fund(cash=cash), (LOANS, *loans)]
    done = take(books, *sheets, *([(REPAYMENTS, *repayments)] if repayments else []))
    return books, done


def test_a_loan_is_paid_out_and_comes_back_as_one_receipt():
    books, done = bring(("v1", "1/6/2025", 400, 15), ("V1", "1/9/2025", 0, 10))
    assert not problems(done)
    assert booked(books)[1:] == [
        ("PAYMENT", "CASH", 1000),
        ("RECEIPT", "CASH", 415),
        ("RECEIPT", "CASH", 10),
    ]
    (loan,) = books.money.loans.by_id.values()
    assert (loan.rate_thousandths, books.money.outstanding_dong(loan)) == (500, 600)
    vouchers = [one.voucher for one in books.money.to_post()[1:]]
    assert [one.category for one in vouchers] == ["Cho vay", "Thu hồi vốn vay", "Lãi cho vay"]
    assert vouchers[1].content == "Thu nợ vay vốn, mã V1: gốc 400 đồng, lãi 15 đồng"


@pytest.mark.parametrize(
    ("row", "column", "said"),
    [
        (("V9", "1/6/2025", 400, 0), "Mã vay", "Không có khoản vay nào mang mã V9"),
        (("V1", "28/2/2025", 400, 0), "Ngày", "không thể trả trước"),
        (("V1", "1/6/2025", 1001, 0), "Gốc", "chỉ còn nợ 1.000 đồng"),
        (("V1", "1/6/2025", 0, 0), "Gốc", "lớn hơn 0"),
    ],
)
def test_what_cannot_come_back_is_a_problem(row, column, said):
    books, done = bring(row)
    ((_row, where, sentence),) = problems(done)
    assert where == column
    assert said in sentence
    assert not books.money.repayments.by_id


def test_of_too_many_repayments_the_last_by_day_is_the_problem():
    _books, done = bring(("V1", "1/9/2025", 600, 0), ("V1", "1/6/2025", 600, 0))
    assert [row for row, _column, _said in problems(done)] == [2]
    assert outcomes(done)[-1] == ["SKIPPED", "CREATED"]


def test_a_borrower_must_be_known():
    books, done = bring(loans=[lend(name="Trần Văn Tư")])
    assert "Không tìm thấy Trần Văn Tư" in problems(done)[0][2]
    assert not books.money.loans.by_id


def test_a_code_means_one_loan():
    books, done = bring(loans=[lend(), lend(), lend(amount=2000)])
    assert outcomes(done)[-1] == ["CREATED", "SKIPPED", "SKIPPED"]
    assert "đã dùng cho khoản 1.000 đồng" in problems(done)[0][2]
    assert len(books.money.loans.by_id) == 1


def test_a_due_day_before_the_loan_is_left_out():
    books, done = bring(loans=[lend(due="1/2/2025")])
    assert [column for _row, column, _said in problems(done)] == ["Hạn trả"]
    assert [one.due_on for one in books.money.loans.by_id.values()] == [None]


def test_a_loan_for_which_money_lacks_takes_its_repayments_along():
    books, done = bring(("V1", "1/6/2025", 400, 0), cash=999)
    assert [one.voucher.kind for one in books.money.to_post()] == ["OPENING"]
    assert not books.money.loans.by_id
    assert not books.money.repayments.by_id
    said = [sentence for _row, _column, sentence in problems(done)]
    assert "sẽ thiếu 1 đồng" in said[0]
    assert "lần trả cũng chưa nhập" in said[1]


def test_a_group_of_the_policy_bank_is_counted_and_corrected():
    books = no_books()
    take(books, (BANK_LOANS, ("31/1/2025", "Tổ 1", 38, 1500, 5)))
    done = take(books, (BANK_LOANS, ("31/1/2025", "TỔ 1", 39, None, None)))
    (count,) = books.money.bank_loan_counts.by_id.values()
    assert (count.households, count.balance_dong, count.overdue_dong) == (39, 1500, 5)
    assert outcomes(done) == [["CHANGED"]]
