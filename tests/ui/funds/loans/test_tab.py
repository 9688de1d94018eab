"""The tab Cho vay by key and mouse: a loan given, taken back, put off, given up, voided."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt

from ccb_desktop.domain.funds.loans import Loan
from ccb_desktop.domain.printing import number
from ccb_desktop.operations.funds import loans
from ccb_desktop.operations.funds.loans import Paid
from ccb_desktop.ui.funds.loans.tab import base_words
from ccb_desktop.ui.kit.broadcast import Place
from tests.ledger import held
from tests.ui.hands import button, click, open_box, press, settle
from tests.ui.members.officer import choose, click_row, dialog, fault, save, seen, write

TODAY = date.today()
LATE = Loan(
    code="V1",
    borrower="Trần Văn Bình 1",
    fund_id=2,
    principal_dong=300_000,
    lent_on=TODAY - timedelta(days=90),
    due_on=TODAY - timedelta(days=10),
    voucher_id=0,
)


@pytest.fixture
def tab(page):
    page.show_place(Place("funds", filters={"tab": "loans"}))
    settle()
    return page._tabs.currentWidget()


@pytest.fixture
def lent(store):
    return loans.lend(store, LATE)[1]


def agree(form, act):
    """Ctrl+S, and the button of the question that names the act."""
    save(form)
    click(button(open_box(), act))


def told(tab):
    return base_words(tab._found.book)


def test_a_loan_is_given_and_its_fund_must_have_the_money(store, tab):
    click(button(tab, "Cho vay"))
    form = dialog("Cho vay")
    write(form, "borrower", "Lê Thị Chín")
    choose(form, "fund_id", "Chân quỹ")
    write(form, "principal_dong", "600k")
    assert "thiếu 100.000 đồng" in form._balance.text()
    agree(form, "Ghi sổ phiếu chi")
    assert "không đủ tiền mặt" in fault(form, "principal_dong")
    write(form, "principal_dong", "400k")
    later = TODAY.replace(day=1, year=TODAY.year + 1)
    write(form, "due_on", f"{later:%d/%m/%Y}")
    write(form, "rate", "0,5")
    write(form, "instalments", "2")
    assert seen(form._schedule, 2) == ["200.000", "200.000"]
    agree(form, "Ghi sổ phiếu chi")
    (file,) = loans.list_loans(store)
    assert (file.loan.rate_thousandths, file.loan.principal_dong) == (500, 400_000)
    assert held(store, 2, TODAY) == (100_000, 0)
    assert seen(tab.table, 1) == ["Lê Thị Chín"]
    assert "Chân quỹ 500.000 đồng" in told(tab)


def test_who_owes_already_is_told_and_a_form_that_a_crash_closed_opens_again(lent, page, tab):
    tab.lend()
    form = dialog("Cho vay")
    write(form, "borrower", "trần văn bình 1")
    assert "V1 còn 300.000 đồng (quá hạn 10 ngày)" in form._owing.text()
    write(form, "principal_dong", "70k")
    form._keep_draft()
    (draft,) = tab.desk.drafts.left_over()
    form.form.settle()
    form.close()
    page.show_place(Place("funds", filters={"draft": draft}))
    again = dialog("Cho vay")
    assert again.form.field("principal_dong").value() == 70_000
    again.form.settle()


def test_money_that_comes_back_is_parted_and_the_parts_may_be_changed(store, lent, tab):
    loans.correct_words(store, replace(lent, note="ghi lại"))
    click_row(tab.table, 0)
    click(button(tab, "Thu nợ"))
    form = dialog("Thu nợ")
    write(form, "amount_dong", "350.000")
    assert form.form.field("principal_dong").value() == 300_000
    assert "Trả thừa 50.000 đồng" in form._over.text()
    write(form, "interest_dong", "20000")
    assert form.form.field("amount_dong").value() == 320_000
    agree(form, "Ghi sổ phiếu thu")
    (paid,) = loans.list_loans(store)[0].repayments
    assert (paid.principal_dong, paid.interest_dong) == (300_000, 20_000)
    assert seen(tab.table) == []


def test_interest_that_is_left_is_taken_when_the_principal_has_come(store, tab):
    loan = loans.lend(store, replace(LATE, rate_thousandths=1000))[1]
    loans.repay(store, loan.id, Paid(paid_on=TODAY, principal_dong=300_000))
    tab.refresh()
    tab.table.show_all()
    settle()
    left = tab.table.seen_lines()[0].interest_due_dong
    assert 8_500 < left < 9_500
    assert seen(tab.table, 3) == [f"Hết gốc, còn lãi {number(left)}"]
    click_row(tab.table, 0)
    click(button(tab, "Thu nợ"))
    form = dialog("Thu nợ")
    write(form, "amount_dong", str(left))
    agree(form, "Ghi sổ phiếu thu")
    assert seen(tab.table, 3) == ["Đã trả hết"]


def test_papers_of_the_chosen_loans_are_written(lent, tab, tmp_path, monkeypatch):
    asked = []
    told = []
    place = "ccb_desktop.ui.kit.form_writing"
    monkeypatch.setattr(
        f"{place}.choose_target",
        lambda _tab, _title, name, _kinds, then: (asked.append(name), then(tmp_path / name)),
    )
    monkeypatch.setattr(f"{place}.tell_written", lambda _tab, paths: told.extend(paths))
    click_row(tab.table, 0)
    acts = {act.label: act for act in tab._printing()}
    for label in ("Giấy vay vốn", "Giấy nhắc nợ"):
        acts[label].run(tab.table.chosen())
    click(button(dialog("Số của văn bản"), "Tiếp tục"))
    settle()
    assert [path.exists() for path in told] == [True, True]
    assert [name.split("_")[0] for name in asked] == ["Giay-vay-von", "Giay-nhac-no"]


def test_overdue_loans_say_so_and_lead_here(lent, page, tab):
    page.show_place(Place("funds", filters={"tab": "loans", "show": "overdue"}))
    settle()
    assert seen(tab.table, 3) == ["▲ Quá hạn 10 ngày"]
    assert "Quá hạn: 1 khoản, 300.000 đồng" in told(tab)


def test_words_are_corrected_and_a_borrower_of_the_roster_is_offered(store, lent, tab):
    click_row(tab.table, 0)
    tab._correct(tab.table.chosen())
    form = dialog("Sửa khoản vay V1")
    write(form, "borrower", "Văn Bình 2")
    popup = form.form.field("borrower").suggestions.popup()
    press(popup, Qt.Key.Key_Down)
    press(popup, Qt.Key.Key_Return)
    write(form, "purpose", "nuôi bò")
    save(form)
    loan = loans.load_loan(store, lent.id).loan
    assert (loan.borrower, loan.purpose) == ("Trần Văn Bình 2", "nuôi bò")
    assert (loan.person_id, loan.principal_dong) == (2, 300_000)


def test_a_loan_is_put_off_and_given_up(store, lent, tab):
    click_row(tab.table, 0)
    tab._extend(tab.table.chosen())
    form = dialog("Gia hạn nợ")
    write(form, "due_on", f"{TODAY + timedelta(days=200):%d/%m/%Y}")
    save(form)
    assert seen(tab.table, 3) == ["Đang vay"]
    tab._write_off(tab.table.chosen())
    form = dialog("Xóa nợ")
    save(form)
    assert "Chưa ghi" in fault(form, "write_off_decision")
    write(form, "write_off_decision", "12/QĐ-CCB")
    save(form)
    assert loans.list_loans(store)[0].loan.written_off_dong == 300_000


def test_a_repayment_and_then_the_loan_are_taken_back(store, lent, tab):
    loans.repay(store, lent.id, Paid(paid_on=TODAY, principal_dong=100_000))
    tab.refresh()
    settle()
    click_row(tab.table, 0)
    press(tab.table.view, Qt.Key.Key_Return)
    file = dialog("Khoản vay V1")
    click_row(file.history, 1)
    click(button(file, "Hủy lần trả này…"))
    form = dialog("Hủy lần trả")
    write_reason(form)
    assert seen(tab.table, 4) == ["300.000"]
    click_row(tab.table, 0)
    tab._void(tab.table.chosen())
    write_reason(dialog("Hủy khoản vay"))
    assert loans.list_loans(store)[0].loan.voided_on == TODAY
    assert held(store, 2, TODAY) == (500_000, 0)


def write_reason(form):
    form.form.field("reason").set_value("Ghi nhầm người")
    save(form)
    settle()


def test_a_past_day_shows_the_loans_of_that_day(lent, tab):
    tab._choose_day(TODAY - timedelta(days=91))
    settle()
    assert seen(tab.table) == []
    tab._choose_day(TODAY - timedelta(days=90))
    settle()
    assert seen(tab.table, 3) == ["Đang vay"]
