"""The tab Sổ quỹ: a fund's book with its running balance, and months locked from there."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from ccb_desktop.operations.funds import funds, locks, vouchers
from ccb_desktop.ui.funds.locks_dialog import LocksDialog, period_lines, told_locks
from ccb_desktop.ui.kit.broadcast import Place
from tests.ledger import pay, receive
from tests.ui.hands import button, click, open_box, press
from tests.ui.members.officer import click_row, dialog, pick, save, seen, write

MARCH = date(2026, 3, 1), date(2026, 3, 31)


@pytest.fixture
def fund_id(store):
    return next(one.id for one in funds.list_funds(store) if one.name == "Chân quỹ")


@pytest.fixture
def tab(page, store, fund_id):
    """The book of Chân quỹ in March, with a voucher voided."""
    receive(store, fund_id, 200, content="Thu lãi", issued_on=date(2026, 3, 2))
    paid = pay(store, fund_id, 300, content="Mua hoa", issued_on=date(2026, 3, 3))
    vouchers.void_voucher(store, paid.id, "Ghi nhầm", on=date(2026, 3, 4))
    page.show_place(Place("funds", fund_id, {"tab": "cash_book"}))
    made = page._tabs.currentWidget()
    made._span.set_span(*MARCH)
    made.refresh()
    return made


def test_each_line_has_its_balance_and_the_voided_one_its_mark(tab):
    assert tab._fund.box.currentText() == "Chân quỹ"
    assert seen(tab.table, 6) == ["500.200", "499.900", "500.200"]
    assert seen(tab.table, 3)[1] == "Mua hoa (ĐÃ HỦY bằng PH-2026-0001)"
    assert "Tồn đến hết ngày 31/03/2026: 500.200 đồng · Chưa khóa sổ" in tab._sums.text()


def test_another_fund_and_place_are_read_when_chosen(tab):
    pick(tab._fund.box, "Quỹ Hội")
    pick(tab._place.box, "Ngân hàng")
    assert seen(tab.table) == []
    assert "Tồn đến hết ngày 31/03/2026: 2.000.000 đồng" in tab._sums.text()


def test_a_month_is_locked_after_asking_and_unlocked_with_a_reason(tab, store):
    click(button(tab, "Khóa sổ"))
    window = dialog("Khóa sổ quỹ")
    click_row(window.table, seen(window.table).index("Tháng 3/2026"))
    press(window.table.view, Qt.Key.Key_Return)
    click(button(open_box(), "Khóa tháng 3/2026"))
    assert [lock.label for lock in locks.list_locks(store)] == ["tháng 3/2026"]
    assert tab._sums.text().endswith("Kỳ này đã khóa sổ")
    click(button(window, "Mở khóa"))
    form = dialog("Mở khóa tháng 3/2026")
    write(form, "reason", "Ghi sót một phiếu")
    save(form)
    assert locks.list_locks(store) == []
    assert isinstance(window, LocksDialog)


def test_months_of_a_locked_year_are_told_to_be_locked_with_it(store):
    locks.lock_period(store, 2025, None)
    lines = period_lines(2025, date(2026, 3, 10), locks.list_locks(store))
    told = {line.label: line.state for line in lines}
    assert list(told)[:3] == ["tháng 2/2026", "tháng 1/2026", "năm 2025"]
    assert told["năm 2025"] == "Đã khóa"
    assert told["tháng 12/2025"] == "Đã khóa cùng năm 2025"
    assert told["tháng 1/2026"] == "Chưa khóa"
    assert told_locks(locks.list_locks(store), date(2025, 12, 1), MARCH[1]) == "Đã khóa 1/4 tháng"
