"""Lists of money from a real store: what they say fits together."""

from datetime import date

import pytest

from ccb_desktop.domain.funds.funds import MoneyPlace
from ccb_desktop.domain.funds.vouchers import VoucherKind
from ccb_desktop.domain.papers import row_texts
from ccb_desktop.operations import papers
from ccb_desktop.operations.funds import vouchers
from tests.ledger import a_voucher, open_fund, pay, receive

END = date(2026, 6, 30)


@pytest.fixture
def funds(store):
    """Two funds; one is paid in, out and moved from, and one receipt is voided."""
    first, second = open_fund(store, cash=900), open_fund(store, "Chân quỹ")
    receive(store, first, 500, category="Hội phí")
    wrong = receive(store, first, 60, category="Hội phí")
    pay(store, first, 120, category="Phúng viếng", issued_on=date(2026, 4, 2))
    goes = {"to_fund_id": second, "to_place": MoneyPlace.BANK}
    vouchers.post_voucher(store, a_voucher(first, 200, VoucherKind.TRANSFER, **goes))
    vouchers.void_voucher(store, wrong.id, "ghi nhầm", date(2026, 5, 2))
    return first, second


def tables(store, name, **more):
    return papers.list_rows(store, papers.ListOrder(name=name, on=END, **more)).tables


def test_the_disclosure_nets_what_was_voided_and_tells_what_was_moved(store, funds):
    first, second = (
        dict(row[1:3] for row in row_texts(one)) for one in tables(store, "disclosure")
    )
    assert first["Thu trong kỳ"] == first["Hội phí"] == "500"
    assert (first["Chi trong kỳ"], first["Chuyển sang quỹ khác"]) == ("320", "200")
    assert (first["Tồn đầu kỳ"], first["Tồn cuối kỳ"]) == ("900", "1.080")
    assert (second["Chuyển từ quỹ khác"], second["Tiền gửi ngân hàng"]) == ("200", "200")


def test_a_filter_that_names_a_fund_asks_for_it(store, funds):
    for name in ("disclosure", "cash-book"):
        (one,) = tables(store, name, filter="chân quỹ")
        assert one.title == "Chân quỹ (Hội cơ sở)"


def test_vouchers_of_one_fund_are_those_that_touch_it(store, funds):
    assert len(tables(store, "vouchers")[0].rows) == 6
    (moved,) = tables(store, "vouchers", fund="Chân quỹ")[0].rows
    assert moved[2] == "CQ-2026-0001"


def test_the_months_of_the_summary_end_with_what_all_funds_hold(store, funds):
    of_funds, months, _base = tables(store, "year-summary")
    assert of_funds.totals[-1][-2] == months.totals[0][-1] == 1280
    assert [tuple(row) for row in months.rows][2:5] == [
        ("3/2026", 560, 0, 0, 0, 560, 0, 1460),
        ("4/2026", 0, 120, 0, 0, 0, 120, 1340),
        ("5/2026", -60, 0, 0, 0, -60, 0, 1280),
    ]
    assert months.totals[0][1:3] == (500, 120)


def test_a_branch_without_funds_has_papers_that_say_so(store):
    for name in ("cash-book", "disclosure", "year-summary"):
        assert "Chưa" in tables(store, name)[0].note
    assert tables(store, "vouchers")[0].rows == []
