"""The list of vouchers: reversals take off what their vouchers added, drafts are left out."""

from dataclasses import replace
from datetime import date, datetime

from ccb_desktop.domain.fund_papers.voucher_list import voucher_list
from ccb_desktop.domain.funds.lines import VoucherLine
from ccb_desktop.domain.funds.vouchers import Voucher, VoucherKind
from ccb_desktop.domain.member_papers.order import ListOrder, ListSource
from ccb_desktop.domain.papers import row_texts
from tests.paper_values import BRANCH

FIRST = Voucher(
    id=1,
    kind=VoucherKind.RECEIPT,
    number=1,
    posted_at=datetime(2026, 2, 5, 8, 0),
    issued_on=date(2026, 2, 5),
    fund_id=1,
    amount_dong=500,
    content="Thu hội phí",
)


def line(number, kind=VoucherKind.RECEIPT, month=2, amount=500, names=(), **more):
    on = date(2026, month, 5)
    voucher = replace(
        FIRST, id=number, number=number, kind=kind, issued_on=on, amount_dong=amount, **more
    )
    return VoucherLine(voucher=voucher, fund_name="Quỹ Hội", **dict(names))


LINES = [
    line(4, VoucherKind.TRANSFER, amount=9, names={"to_fund_name": "Chân quỹ"}),
    line(3, VoucherKind.REVERSAL, 4, names={"takes_back": VoucherKind.RECEIPT}),
    line(2, VoucherKind.PAYMENT, 3, 70, content="Thăm ốm"),
    line(1, names={"voided_by": "PH-2026-0003"}),
    replace(line(5), voucher=replace(FIRST, id=5, number=None, posted_at=None)),
]


def table(asked=""):
    order = ListOrder(name="vouchers", on=date(2026, 6, 30), filter=asked)
    return voucher_list(ListSource(order=order, branch=BRANCH), LINES).tables[0]


def test_vouchers_stand_by_day_with_their_sums():
    found = list(row_texts(table()))
    assert [row[2] for row in found] == [
        *("PT-2026-0001", "CQ-2026-0004", "PC-2026-0002", "PH-2026-0003")
    ]
    assert found[0][5] == "Thu hội phí (ĐÃ HỦY bằng PH-2026-0003)"
    assert (found[1][3], found[1][-1]) == ("Quỹ Hội → Chân quỹ", "9")
    assert [row[-3:] for row in found[2:]] == [("", "70", ""), ("-500", "", "")]
    assert table().totals[0][-3:] == (0, 70, 9)
    assert "4 phiếu, trong đó 1 phiếu đã hủy" in table().note


def test_only_what_fits_the_words_asked_for_is_told():
    assert [row[2] for row in row_texts(table("tham om"))] == ["PC-2026-0002"]
