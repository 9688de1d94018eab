"""Recording visits by the keyboard: paid, told, kept over a crash, once by a double click."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ccb_desktop.domain.partial_dates import PartialDate
from ccb_desktop.domain.visits.rounds import UsualAmount
from ccb_desktop.domain.visits.visits import PaidBy, Visit
from ccb_desktop.operations.funds import funds
from ccb_desktop.operations.members.people import load_person_file, save_person
from ccb_desktop.operations.visits import usual, visits
from ccb_desktop.ui.kit.broadcast import Place
from ccb_desktop.ui.kit.page_tabs import PageTabs
from tests.ledger import held
from tests.ui.hands import button, click, open_box, settle
from tests.ui.members.officer import choose, dialog, dialogs, save, write

TODAY = date.today()


@pytest.fixture
def tab(page):
    page.show_place(Place("visits", filters={"tab": "visits"}))
    return page.findChild(PageTabs).currentWidget()


def begin(tab):
    tab.table.view.setFocus()
    QTest.keyClick(tab.table.view, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    return dialog("Ghi thăm hỏi")


def listed(store):
    return visits.list_visits(store, date(2026, 1, 1), TODAY)


def test_a_visit_is_paid_and_the_next_one_begun(tab, store):
    form = begin(tab)
    write(form, "recipient", "Cụ Lê Thị Mơ")
    choose(form, "recipient_kind", "Thân nhân")
    choose(form, "occasion", "Ốm đau")
    write(form, "amount_dong", "300000")
    choose(form, "fund_id", "Quỹ Hội")
    assert "Ghi sổ xong còn 700.000 đồng" in form._told.text()
    QTest.keyClick(
        form,
        Qt.Key.Key_S,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    click(button(open_box(), "Ghi sổ, lập phiếu chi"))
    values = form.form.values()
    assert (values["recipient"], values["amount_dong"]) == ("", None)
    assert values["occasion"] == "SICK"
    (line,) = listed(store)
    assert (line.visit.recipient, line.payment) == ("Cụ Lê Thị Mơ", "PC-2026-0001")
    form.close()
    settle()
    assert [line.visit.recipient for line in tab.table.seen_lines()] == ["Cụ Lê Thị Mơ"]
    assert "Hội: 1 lượt, 1 người, 300.000 đồng" in tab._sums.text()


def test_the_usual_amount_comes_by_itself_and_what_is_typed_stays(tab, store):
    usual.save_usual_amount(
        store, UsualAmount(occasion="SICK", amount_dong=500_000, from_on=date(2026, 1, 1))
    )
    form = begin(tab)
    choose(form, "occasion", "Ốm đau")
    assert form.form.values()["amount_dong"] == 500_000
    choose(form, "occasion", "Khó khăn")
    assert form.form.values()["amount_dong"] is None
    write(form, "amount_dong", "70000")
    choose(form, "occasion", "Ốm đau")
    assert form.form.values()["amount_dong"] == 70_000


def test_the_usual_amount_is_that_of_the_age_of_who_is_visited(tab, page, store):
    person = load_person_file(store, 5).person
    save_person(store, replace(person, born_on=PartialDate(TODAY.year - 80)))
    for age, dong in ((70, 300_000), (80, 500_000), (90, 700_000)):
        wish = UsualAmount(
            occasion="LONGEVITY", from_age=age, amount_dong=dong, from_on=date(2026, 1, 1)
        )
        usual.save_usual_amount(store, wish)
    due = Visit(
        visited_on=TODAY, occasion="LONGEVITY", recipient="Trần", person_id=5, amount_dong=500_000
    )
    page.show_place(Place("visits", filters={"tab": "visits", "write": due}))
    form = dialog("Ghi thăm hỏi")
    assert form.form.values()["amount_dong"] == 500_000
    choose(form, "occasion", "Khó khăn")
    assert form.form.values()["amount_dong"] is None
    choose(form, "occasion", "Mừng thọ")
    assert form.form.values()["amount_dong"] == 500_000
    write(form, "recipient", "Cụ Lê Thị Mơ")
    choose(form, "recipient_kind", "Khác")
    assert form.form.values()["amount_dong"] is None


def test_a_reunion_asks_for_its_theme_and_a_unit_pays_out_of_its_fund(tab, store):
    form = begin(tab)
    write(form, "recipient", "Gia đình ông Tư")
    choose(form, "recipient_kind", "Gia đình chính sách")
    choose(form, "occasion", "Gặp mặt")
    write(form, "amount_dong", "100000")
    choose(form, "paid_by", "Chi hội")
    save(form)
    assert form.form.field("theme").shown_problem
    write(form, "theme", "Mặt trận Vị Xuyên")
    save(form)
    click(button(open_box(), "Ghi sổ, lập phiếu chi"))
    (line,) = listed(store)
    assert (line.visit.theme, line.visit.paid_by) == ("Mặt trận Vị Xuyên", PaidBy.CHI_HOI)
    assert line.fund_name == "Quỹ chi hội 1"
    assert dialogs() == []


def test_what_was_typed_before_a_crash_is_offered_again(tab, page, desk, store):
    form = begin(tab)
    write(form, "recipient", "Bà Sáu")
    write(form, "amount_dong", "100000")
    choose(form, "paid_by", "Chi hội")
    form._keep_draft()
    (draft,) = desk.drafts.left_over()
    form.form.settle()
    form.close()
    page.show_place(Place("visits", filters={"draft": draft}))
    again = dialog("Ghi thăm hỏi")
    values = again.form.values()
    assert (values["recipient"], values["paid_by"]) == ("Bà Sáu", PaidBy.CHI_HOI)
    fund = next(one.id for one in funds.list_funds(store) if one.name == "Quỹ chi hội 1")
    assert values["fund_id"] == fund
    assert held(store, fund) == (300_000, 0)
