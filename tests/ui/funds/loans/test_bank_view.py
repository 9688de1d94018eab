"""The policy bank's groups in the window: entered, summed, drawn over time, taken out."""

from datetime import date

from ccb_desktop.domain.funds.loans import BankLoanCount
from ccb_desktop.operations.funds import bank_loans
from ccb_desktop.ui.kit.broadcast import Place
from tests.ui.hands import button, click, settle
from tests.ui.members.officer import click_row, dialog, save, seen, write


def test_a_count_is_entered_seen_and_taken_out(store, page):
    early = BankLoanCount(
        counted_on=date(2025, 12, 31), group_name="Tổ Xóm Đình", households=20, balance_dong=90
    )
    bank_loans.save_bank_count(store, early)
    page.show_place(Place("funds", filters={"tab": "loans", "view": "bank"}))
    settle()
    view = page._tabs.currentWidget().bank
    click(button(view, "Ghi số liệu"))
    form = dialog("Ghi số liệu NHCSXH")
    write(form, "group_name", "Tổ Xóm Đình")
    write(form, "counted_on", "30/6/2026")
    write(form, "households", "18")
    write(form, "balance_dong", "1,2 tỷ")
    save(form)
    assert seen(view.table) == ["30/06/2026", "31/12/2025"]
    assert "18 hộ, dư nợ 1.200.000.000 đồng" in view._told.text()
    assert [bar.label for bar in view.chart.bars] == ["12/2025", "6/2026"]
    click_row(view.table, 0)
    click(button(view, "Bỏ"))
    assert seen(view.table) == ["31/12/2025"]
