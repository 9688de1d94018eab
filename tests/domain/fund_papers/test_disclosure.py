"""Disclosure sheets: what a fund had, took in, spent, has and has lent."""

from datetime import date
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from ccb_desktop.domain.fund_papers.disclosure import FundDisclosure, disclosure
from ccb_desktop.domain.funds.funds import Fund, FundPurpose, MoneyPlace
from ccb_desktop.domain.funds.turnovers import Flow, Turnover
from ccb_desktop.domain.funds.vouchers import VoucherKind
from ccb_desktop.domain.member_papers.order import ListOrder, ListSource
from ccb_desktop.domain.papers import row_texts
from tests.paper_values import BRANCH

END = date(2026, 6, 30)
FUND = Fund(id=1, name="Chân quỹ", purpose=FundPurpose.BASE, opened_on=date(2026, 1, 1))


def flow(deed, comes_in, dong, category=""):
    return Flow(1, "2026-03", deed, comes_in, category, dong)


def sheets(*flows, lent=None):
    came = sum(f.dong for f in flows if f.comes_in and f.deed is VoucherKind.RECEIPT)
    went = sum(f.dong for f in flows if f.deed is VoucherKind.PAYMENT)
    moved = sum(f.dong for f in flows if f.deed is VoucherKind.TRANSFER)
    turnover = Turnover(opening_dong=900, in_dong=came, out_dong=went, moved_out_dong=moved)
    shown = FundDisclosure(
        fund=FUND,
        level="Hội cơ sở",
        turnover=turnover,
        flows=flows,
        by_place={MoneyPlace.CASH: turnover.closing_dong},
        lent_dong=lent or 0,
        has_lent=lent is not None,
    )
    source = ListSource(order=ListOrder(name="disclosure", on=END), branch=BRANCH)
    return disclosure(source, [shown, shown])


def rows(paper):
    return [row[1:3] for row in row_texts(paper.tables[0])]


def test_categories_stand_under_their_sum_the_largest_first_what_was_moved_last():
    receipt, payment = VoucherKind.RECEIPT, VoucherKind.PAYMENT
    paper = sheets(
        flow(receipt, True, 100, "Hội phí"),
        flow(receipt, True, 300, "Ủng hộ"),
        flow(receipt, True, 50, "Ủng hộ"),
        flow(payment, False, 70),
        flow(VoucherKind.TRANSFER, False, 200),
        flow(VoucherKind.OPENING, True, 900),
    )
    assert rows(paper) == [
        ("Tồn đầu kỳ", "900"),
        ("Thu trong kỳ", "450"),
        ("Ủng hộ", "350"),
        ("Hội phí", "100"),
        ("Chi trong kỳ", "270"),
        ("Không ghi khoản mục", "70"),
        ("Chuyển sang quỹ khác", "200"),
        ("Tồn cuối kỳ", "1.080"),
        ("Tiền mặt", "1.080"),
        ("Tiền gửi ngân hàng", "0"),
    ]
    assert "Một nghìn không trăm tám mươi đồng" in paper.tables[0].note
    assert paper.apart


def test_loans_are_told_of_funds_that_lend_even_where_none_stands():
    assert rows(sheets(lent=100))[-2:] == [
        ("Dư nợ cho vay đến 30/06/2026", "100"),
        ("Cộng tồn quỹ và dư nợ cho vay", "1.000"),
    ]
    assert rows(sheets(lent=0))[-1] == ("Cộng tồn quỹ và dư nợ cho vay", "900")
    assert "Dư nợ" not in str(rows(sheets()))


@given(st.lists(st.tuples(st.booleans(), st.integers(-500, 500), st.sampled_from("abc"))))
def test_the_parts_add_up_to_their_sum(found):
    paper = sheets(
        *(
            flow(VoucherKind.RECEIPT if came else VoucherKind.PAYMENT, came, dong, category)
            for came, dong, category in found
        )
    )
    table = [list(row) for row in paper.tables[0].rows]
    heads = [at for at, row in enumerate(table) if isinstance(row[0], str)]
    for head, following in pairwise(heads[1:4]):
        assert table[head][2] == sum(row[2] for row in table[head + 1 : following])
