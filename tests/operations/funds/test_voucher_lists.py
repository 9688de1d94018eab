"""Lists of the treasurer: vouchers of some days with their names, and who may pay."""

from datetime import date

from ccb_desktop.domain.funds.vouchers import VoucherKind
from ccb_desktop.operations.funds import voucher_lists, vouchers
from tests import books
from tests.ledger import a_voucher, open_fund, pay, receive

MARCH = date(2026, 3, 1), date(2026, 3, 31)


def test_a_period_shows_its_vouchers_and_every_draft(store):
    fund = open_fund(store, cash=1_000)
    receive(store, fund, 500, content="Trong kỳ", issued_on=date(2026, 3, 15))
    receive(store, fund, 500, content="Ngoài kỳ", issued_on=date(2026, 4, 15))
    vouchers.save_draft(store, a_voucher(fund, 70, content="Nháp", issued_on=date(2026, 5, 1)))
    lines = voucher_lists.list_vouchers(store, *MARCH)
    assert [(line.voucher.content, line.is_draft) for line in lines] == [
        ("Nháp", True),
        ("Trong kỳ", False),
    ]
    assert lines[1].fund_name == "Quỹ Hội"
    assert [line.signed_dong for line in lines] == [0, 500]


def test_a_reversal_and_its_voucher_name_each_other_and_come_to_nothing(store):
    fund = open_fund(store, cash=1_000)
    paid = pay(store, fund, 300, issued_on=date(2026, 3, 15))
    vouchers.void_voucher(store, paid.id, "Ghi nhầm", on=date(2026, 3, 20))
    reversal, first = voucher_lists.list_vouchers(store, *MARCH)
    assert (reversal.voids, first.voided_by) == ("PC-2026-0001", "PH-2026-0001")
    assert reversal.deed is first.deed is VoucherKind.PAYMENT
    assert reversal.signed_dong + first.signed_dong == 0
    assert not (reversal.can_be_voided or first.can_be_voided)
    assert voucher_lists.load_line(store, paid.id) == first


def test_wordings_are_remembered_by_kind_the_latest_first(store):
    fund = open_fund(store, cash=1_000)
    for content in ("Thu nước", "Thu điện", "Thu nước"):
        receive(store, fund, 1, content=content)
    pay(store, fund, 1, content="Chi điện")
    assert voucher_lists.list_contents(store, VoucherKind.RECEIPT) == ["Thu nước", "Thu điện"]


def test_payers_stand_in_their_unit_of_the_day(store):
    unit = books.add_unit(store)
    books.add_member(store, "Trần Văn Ba", unit, address="12 Lê Lợi")
    (payer,) = voucher_lists.list_payers(store, date(2026, 3, 1))
    assert (payer.full_name, payer.unit_id, payer.unit_name, payer.address) == (
        "Trần Văn Ba",
        unit,
        "Chi hội 1",
        "12 Lê Lợi",
    )
