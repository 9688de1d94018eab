"""Book 5 on paper: sums of months, what it held, the printed anchor."""

from datetime import date

from ccb_desktop.domain.fund_papers.cash_book import Anchor, FundBook, cash_books
from ccb_desktop.domain.funds.cash_book import BookedVoucher, CashBook, cash_book_lines
from ccb_desktop.domain.funds.funds import Fund, FundPurpose
from ccb_desktop.domain.funds.vouchers import VoucherKind
from ccb_desktop.domain.member_papers.order import ListOrder, ListSource
from ccb_desktop.domain.papers import SumRow, row_texts
from tests.paper_values import BRANCH

BEGIN, END = date(2026, 1, 1), date(2026, 6, 30)
ANCHOR = Anchor(12, "90ab12cd" * 8)


def a_book():
    found = [
        BookedVoucher(
            voucher_id=number,
            happened_on=date(2026, month, 5),
            kind=VoucherKind.RECEIPT if amount > 0 else VoucherKind.PAYMENT,
            number=f"P-{number}",
            content="Thu hội phí" if amount > 0 else "Thăm ốm",
            payer="Lê Văn Sáu" if amount > 0 else "",
            amount_dong=amount,
        )
        for number, (month, amount) in enumerate([(1, 500), (1, -200), (3, 900)], 1)
    ]
    lines = cash_book_lines(1000, found)
    book = CashBook(fund_id=1, from_on=BEGIN, to_on=END, opening_dong=1000, lines=lines)
    fund = Fund(id=1, name="Quỹ Hội", purpose=FundPurpose.OTHER, opened_on=BEGIN)
    return FundBook(fund, "Hội cơ sở", book)


def paper(*books, **order):
    source = ListSource(order=ListOrder(name="cash-book", on=END, **order), branch=BRANCH)
    return cash_books(source, books, ANCHOR)


def test_months_have_their_sums_and_the_book_its_closing():
    table = paper(a_book()).tables[0]
    sums = [row[3:] for row in table.rows if isinstance(row, SumRow)]
    assert sums == [("Cộng tháng 1/2026", 500, 200, 1300), ("Cộng tháng 3/2026", 900, 0, 2200)]
    assert [row[3:] for row in table.totals] == [
        ("Cộng cả kỳ", 1400, 200, None),
        ("Tồn cuối kỳ, ngày 30/06/2026", None, None, 2200),
    ]
    assert list(row_texts(table))[:2] == [
        ("01/01/2026", "", "", "Tồn đầu kỳ", "", "", "1.000"),
        ("05/01/2026", "P-1", "", "Thu hội phí - Lê Văn Sáu", "500", "", "1.500"),
    ]


def test_the_history_is_anchored_at_the_foot_of_each_book():
    first, second = paper(a_book(), a_book()).tables
    for table in (first, second):
        assert table.note.endswith("đến việc số 12, dấu niêm 90ab 12cd 90ab 12cd.")
    assert "Hai nghìn hai trăm đồng" in first.note


def test_a_filter_leaves_only_lines_that_fit_with_their_own_sum():
    table = paper(a_book(), filter="tham om").tables[0]
    assert [row[3:] for row in table.rows] == [
        ("Thăm ốm", None, 200, 1300),
        ("Cộng các dòng chọn được", 0, 200, None),
    ]
    assert table.totals == ()


def test_without_any_fund_the_paper_says_so():
    assert paper().tables[0].note == "Chưa có quỹ nào trong kỳ này."
    assert len(paper().signatures) == 3
