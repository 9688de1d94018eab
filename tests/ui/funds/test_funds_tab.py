"""The tab Các quỹ by key and mouse: opened with what it holds, seen at a day, closed."""

from datetime import date

from ccb_desktop.operations.funds import funds
from ccb_desktop.ui.funds.funds_tab import FundsTab
from tests.ledger import held
from tests.ui.hands import button, click, settle
from tests.ui.members.officer import (
    choose,
    click_row,
    dialog,
    fault,
    save,
    seen,
    write,
)


def tab_of(page):
    return page.tab(FundsTab)


def test_both_levels_are_told_apart_and_together(page):
    tab = tab_of(page)
    assert tab._sums.text() == (
        "Quỹ của Hội: 3.500.000 đồng · Quỹ của chi hội: 300.000 đồng · Cộng: 3.800.000 đồng"
    )
    tab._show_day(date(2025, 12, 31))
    settle()
    assert seen(tab.table) == []  # nothing was opened yet


def test_a_fund_is_opened_with_what_it_holds(page, store):
    tab = tab_of(page)
    click(button(tab, "Mở quỹ"))
    form = dialog("Mở quỹ")
    write(form, "name", "Quỹ tình nghĩa")
    choose(form, "purpose", "Tình nghĩa")
    write(form, "cash_dong", "5 triệu")
    save(form)
    made = next(one for one in funds.list_funds(store) if one.name == "Quỹ tình nghĩa")
    assert held(store, made.id) == (5_000_000, 0)
    assert "Quỹ tình nghĩa" in seen(tab.table)


def test_a_fund_that_holds_money_is_not_closed(page):
    tab = tab_of(page)
    click_row(tab.table, seen(tab.table).index("Chân quỹ"))
    menu = button(tab, "Sửa quỹ").menu()
    next(line for line in menu.actions() if line.text() == "Đóng quỹ").trigger()
    form = dialog("Đóng Chân quỹ")
    save(form)
    assert "còn 500.000 đồng" in fault(form, "closed_on")


def test_a_payment_begins_with_the_chosen_fund(page):
    tab = tab_of(page)
    click_row(tab.table, seen(tab.table).index("Chân quỹ"))
    click(button(tab, "Chi"))
    assert dialog("Phiếu chi").form.field("fund_id").box.currentText() == "Chân quỹ"
