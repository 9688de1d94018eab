"""The tab Hội phí by key and mouse: ticked, pasted, handed in, voided, prepared anew."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ccb_desktop.domain.funds.dues import DuesPayment, DuesPeriod, DuesRate
from ccb_desktop.domain.funds.funds import FundPurpose
from ccb_desktop.operations.funds import dues, hand_ins
from ccb_desktop.operations.funds.voucher_lists import list_vouchers
from ccb_desktop.ui.funds.dues.arrears_list import ArrearsList
from ccb_desktop.ui.funds.dues.grid_model import DUE, NOT_OWED
from ccb_desktop.ui.funds.dues.tab import DuesTab
from ccb_desktop.ui.funds.page import FundsPage
from ccb_desktop.ui.kit.broadcast import Place
from tests.ledger import held, open_fund
from tests.ui import hands, pictures
from tests.ui.hands import button, click, open_box, press, settle, type_text
from tests.ui.members.officer import dialog

YEAR = date.today().year
KEY = Qt.Key


@pytest.fixture
def fund_id(store):
    """The branch's fund of dues; members owe 36.000 a year."""
    dues.save_rate(store, DuesRate(from_on=date(YEAR, 1, 1), amount_dong=36_000))
    opened = date(YEAR, 1, 1)
    return open_fund(store, "Quỹ hội phí", purpose=FundPurpose.DUES, opened_on=opened)


@pytest.fixture
def tab(fund_id, page):
    page.show_place(Place("funds", filters={"tab": "dues"}))
    settle()
    return page.tab(DuesTab)


def by_month(store):
    """From this year on, dues are told by month."""
    [rate] = dues.load_rules(store).rates
    monthly = DuesRate(id=rate.id, from_on=rate.from_on, period=DuesPeriod.MONTH, amount_dong=3_000)
    dues.save_rate(store, monthly)


def click_cell(tab, row, column):
    place = tab.grid.visualRect(tab.grid.dues.index(row, column)).center()
    QTest.mouseClick(tab.grid.viewport(), Qt.MouseButton.LeftButton, pos=place)
    settle()


def text(tab, row, column):
    return tab.grid.dues.index(row, column).data()


def now(tab):
    """What is ticked, by row."""
    return [tab.ticks.amount(line.person_id) for line in tab.ticks.sheet.lines]


def test_ticks_are_handed_in_as_one_receipt(store, tab, fund_id):
    column = tab.grid.dues.now_column
    assert not tab.hand_in_button.isEnabled()
    click_cell(tab, 0, column)
    press(tab.grid, KEY.Key_Down)
    press(tab.grid, KEY.Key_Space)
    press(tab.grid, KEY.Key_Down)
    type_text(tab.grid, "2")
    type_text(QApplication.focusWidget(), "0.000")
    press(QApplication.focusWidget(), KEY.Key_Return)
    assert now(tab)[:4] == [36_000, 36_000, 20_000, 0]
    click(tab.hand_in_button)
    form = dialog(f"Chi hội 1 nộp hội phí năm {YEAR}")
    assert "92.000 đồng vào Quỹ hội phí" in form._said.text()
    click(form.save_button)
    assert held(store, fund_id, date.today()) == (92_000, 0)
    assert now(tab)[:4] == [0, 0, 0, 0]
    assert [text(tab, row, column) for row in range(3)] == ["✓", "✓", "☐"]


def test_a_column_and_a_row_are_ticked_whole_and_searched_ones_alone(store, tab):
    by_month(store)
    tab.refresh()
    settle()
    members = len(tab.ticks.sheet.lines)
    tab.grid.horizontalHeader().sectionClicked.emit(3)
    assert text(tab, members, 3) == str(members)
    assert set(now(tab)) == {3_000}
    tab.grid.horizontalHeader().sectionClicked.emit(3)
    assert set(now(tab)) == {0}
    type_text(tab.search, tab.ticks.sheet.lines[1].full_name)
    press(tab.search, KEY.Key_Down)
    press(tab.grid, KEY.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    assert now(tab)[1] == 36_000
    click(button(tab, "Bỏ chọn"))
    click(button(tab, "Chọn tất cả"))
    assert sum(amount > 0 for amount in now(tab)) == len(tab.grid.seen_rows()) < members


def test_names_are_pasted_and_those_unknown_are_told(tab):
    name = tab.ticks.sheet.lines[2].full_name
    QApplication.clipboard().setText(f"1\t{name}\t12.000\n2\tKhông Có Ai\t5.000")
    press(tab.grid, KEY.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert "Không có ai tên như vậy" in open_box().text() + open_box().informativeText()
    click(button(open_box(), "Đánh dấu 1 người"))
    assert now(tab)[2] == 12_000


def test_ticks_of_one_unit_wait_while_another_is_looked_at(tab):
    click_cell(tab, 0, tab.grid.dues.now_column)
    for place in (1, 0):
        tab.unit.setCurrentIndex(place)
        tab.unit.activated.emit(place)
        settle()
    assert now(tab)[0] == 36_000


def test_a_voided_handing_in_is_prepared_anew(store, tab, fund_id):
    click_cell(tab, 0, tab.grid.dues.now_column)
    click(tab.hand_in_button)
    click(dialog(f"Chi hội 1 nộp hội phí năm {YEAR}").save_button)
    tab.books._show_hand_ins()
    settle()
    made = dialog(f"Các lần nộp hội phí năm {YEAR}")
    made.table.choose_ids([made.table.seen_lines()[0].hand_in.id])
    click(button(made, "Hủy lần nộp…"))
    form = dialog("Hủy lần nộp hội phí")
    type_text(form.form.field("reason").line, "Ghi nhầm người")
    click(form.save_button)
    assert held(store, fund_id, date.today()) == (0, 0)
    click(button(made, "Ghi lại"))
    assert now(tab)[0] == 36_000


def test_who_paid_outside_the_book_is_noted_and_taken_out_again(store, tab, fund_id):
    column = tab.grid.dues.now_column
    click_cell(tab, 0, column)
    click(tab.hand_in_button)
    form = dialog(f"Chi hội 1 nộp hội phí năm {YEAR}")
    form.form.field("fund_id").set_value(0)
    form.form.changed.emit()
    assert "không có phiếu thu" in form._said.text()
    click(button(form, "Ghi đã nộp"))
    assert (text(tab, 0, column), held(store, fund_id, date.today())) == ("✓", (0, 0))
    tab.books._show_outside()
    settle()
    made = dialog(f"Hội phí năm {YEAR} ghi ngoài sổ quỹ")
    made.table.choose_ids([1])
    click(button(made, "Bỏ khoản này"))
    assert (text(tab, 0, column), made.table.seen_lines()) == ("☐", [])


def test_what_goes_up_becomes_a_draft(store, tab, fund_id):
    [rate] = dues.load_rules(store).rates
    dues.save_rate(
        store, DuesRate(id=rate.id, from_on=rate.from_on, amount_dong=36_000, upper_percent=50)
    )
    click_cell(tab, 0, tab.grid.dues.now_column)
    payments = list(tab.ticks.payments(date.today()))
    form = hand_ins.HandInForm(
        unit_id=tab.key[0], year=YEAR, handed_on=date.today(), fund_id=fund_id
    )
    hand_ins.hand_in_dues(store, form, payments)
    tab.books._show_hand_over()
    settle()
    over = dialog("Nộp hội phí lên cấp trên")
    assert "Còn phải nộp: 18.000 đồng" in over._said.text()
    click(over.save_button)
    lines = list_vouchers(store, date.today(), date.today())
    [draft] = [one.voucher for one in lines if one.voucher.category == "Nộp cấp trên"]
    assert (draft.amount_dong, draft.is_posted) == (18_000, False)


def test_a_first_rate_is_asked_for_where_there_is_none(store, page):
    page.show_place(Place("funds", filters={"tab": "dues"}))
    settle()
    tab = page.tab(DuesTab)
    click(button(tab, "Ghi mức hội phí"))
    rates = dialog("Mức hội phí và tỷ lệ trích")
    rates._edit(None)
    form = dialog("Thêm mức hội phí")
    type_text(form.form.field("amount_dong").line, "60.000")
    type_text(form.form.field("upper_percent").line, "30")
    click(form.save_button)
    assert [(one.amount_dong, one.upper_percent) for one in dues.load_rules(store).rates] == [
        (60_000, 30)
    ]
    assert text(tab, 0, DUE) == "60.000"


def test_what_was_paid_before_there_is_a_rate_is_seen_and_nobody_is_called_exempt(store, page):
    line = dues.load_sheet(store, 1, YEAR).lines[0]
    paid = DuesPayment(
        person_id=line.person_id, year=YEAR, amount_dong=20_000, paid_on=date(YEAR, 1, 5), unit_id=1
    )
    dues.record_payments(store, [paid])
    page.show_place(Place("funds", filters={"tab": "dues"}))
    settle()
    tab = page.tab(DuesTab)
    assert text(tab, 0, DUE) == NOT_OWED
    assert "20.000 đồng, chưa có mức hội phí" in tab._sums.text()
    assert tab._note.isHidden()


def test_whoever_is_exempt_owes_nothing_until_it_is_taken_back(store, tab):
    tab.books._show_exemptions()
    settle()
    made = dialog("Người được miễn hội phí")
    click(button(made, "Thêm người được miễn"))
    form = dialog("Thêm người được miễn hội phí")
    type_text(form.form.field("age_from").line, "60")
    click(form.save_button)
    assert made.table.seen().rows[0][0] == "Từ 60 tuổi trở lên"
    assert text(tab, 0, DUE) == "miễn"
    made.table.choose_ids([1])
    click(button(made, "Bỏ"))
    assert text(tab, 0, DUE) == "36.000"


def test_arrears_are_listed_and_lead_to_the_person(tab, desk):
    unit_id, _year = tab.key
    tab.books.show_arrears(unit_id)
    settle()
    made = next(one for one in tab.findChildren(ArrearsList) if one.isVisible())
    assert all(row[3] == row[5] != "0" for row in made.table.seen().rows)
    assert {one.unit_id for one in made.table.seen_lines()} == {unit_id}
    wanted = []
    desk.broadcast.wanted.connect(wanted.append)
    first = made.table.seen_lines()[0].person_id
    made.table.choose_ids([first])
    click(button(made, "Mở hồ sơ"))
    assert [(place.page, place.record_id) for place in wanted] == [("members", first)]


def test_what_was_ticked_comes_back_after_the_program_ended_suddenly(store, tab, desk):
    click_cell(tab, 2, tab.grid.dues.now_column)
    tab._later.timeout.emit()
    [draft] = desk.drafts.left_over()
    after = hands.show(FundsPage(desk, store))
    after.show_place(Place("funds", filters={"draft": draft}))
    settle()
    again = after.tab(DuesTab)
    assert now(again)[2] == 36_000
    again._clear()
    again._later.timeout.emit()
    assert desk.drafts.left_over() == []


@pytest.mark.parametrize("monthly", [False, True])
def test_nothing_is_cut_off(store, page, tab, look, monthly):
    if monthly:
        by_month(store)
        tab.refresh()
    for percent in pictures.SIZES:
        look.set_percent(percent)
        settle()
        pictures.take(page.frame, look, f"dues-{monthly}", sizes=(percent,))
        look.set_percent(percent)
        settle()
        assert pictures.cut_off(tab) == []
        assert pictures.nameless(tab) == []
