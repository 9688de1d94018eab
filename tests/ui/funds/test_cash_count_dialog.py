"""Cash counted note by note in the window, the difference seen and explained."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from ccb_desktop.operations.funds import cash_counts
from ccb_desktop.ui.funds.funds_tab import FundsTab
from tests.ui.hands import button, click, press, settle, type_text
from tests.ui.members.officer import click_row, dialog, dialogs, fault, save, seen, write


@pytest.fixture
def form(page):
    """The count of Quỹ Hội, which holds 1.000.000 in cash."""
    tab = page.tab(FundsTab)
    click_row(tab.table, seen(tab.table).index("Quỹ Hội"))
    menu = button(tab, "Kiểm kê quỹ").menu()
    next(line for line in menu.actions() if line.text() == "Kiểm kê").trigger()
    settle()
    return dialog("Kiểm kê quỹ")


def told(form):
    return " ".join(one.text() for one in form.findChildren(QLabel))


def test_notes_add_up_and_a_difference_must_be_explained(form, store):
    line = form.form.field("pieces").lines[500_000]
    line.setFocus()
    type_text(line, "1")
    press(line, Qt.Key.Key_Tab)
    assert form.form.field("counted_dong").value() == 500_000
    assert "Thiếu 500.000 đồng so với sổ" in told(form)
    save(form)
    assert "Ghi lý do chênh lệch" in fault(form, "reason")
    write(form, "reason", "Còn giữ ở kế toán")
    save(form)
    assert dialogs() == []
    (count,) = cash_counts.list_cash_counts(store)
    assert (count.book_dong, count.counted_dong) == (1_000_000, 500_000)
    assert dict(count.pieces) == {500_000: 1}


def test_a_sum_that_agrees_is_kept_and_listed(form, page, store):
    write(form, "counted_dong", "1 triệu")
    assert "Khớp sổ" in told(form)
    click(button(form, "Ghi biên bản kiểm kê"))
    page.tab(FundsTab)._show_counts()
    window = dialog("Các lần kiểm kê quỹ")
    assert seen(window.table, 1) == ["Quỹ Hội"]
    click_row(window.table, 0)
    press(window.table.view, Qt.Key.Key_Delete)
    assert cash_counts.list_cash_counts(store) == []
