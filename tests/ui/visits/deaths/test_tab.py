"""A death recorded in the window by keys and mouse: asked once before the payment, and resumed."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QTabWidget

from ccb_desktop.domain.code_lists import DEATH_PAPER, Code
from ccb_desktop.domain.funds.loans import Loan
from ccb_desktop.domain.partial_dates import PartialDate
from ccb_desktop.domain.visits.care import DeathCase, Relative
from ccb_desktop.domain.visits.death_steps import DeathSteps
from ccb_desktop.domain.visits.visits import PaidBy
from ccb_desktop.operations.branch import list_codes, save_code
from ccb_desktop.operations.funds import loans
from ccb_desktop.operations.funds.funds import list_funds
from ccb_desktop.operations.members.people import list_members
from ccb_desktop.operations.visits import deaths
from ccb_desktop.ui.kit.broadcast import Place
from ccb_desktop.ui.kit.held_note import HeldNote
from ccb_desktop.ui.visits.deaths.death_dialog import DeathDialog
from ccb_desktop.ui.visits.deaths.tab import DeathsTab
from tests.ledger import held, open_fund
from tests.ui.hands import button, click, open_box, press, settle, type_text

TODAY = date.today()


@pytest.fixture
def member(store):
    return list_members(store, TODAY)[0]


def tab_of(page):
    return page.tab(DeathsTab)


def window_of(page, member):
    page.show_place(Place("visits", member.person_id, {"tab": "deaths"}))
    settle()
    return next(one for one in page.findChildren(DeathDialog) if one.isVisible())


def fill(dialog, name, text):
    line = dialog.form.field(name).line
    line.setFocus()
    line.selectAll()
    type_text(line, text)


def test_a_death_is_recorded_paid_and_resumed(page, store, member):
    opened = {fund.id: held(store, fund.id)[0] for fund in list_funds(store)}
    dialog = window_of(page, member)
    fill(dialog, "died_on", "10/3/2026")
    assert dialog.form.field("lunar_death_day").value() == "22/1"
    press(dialog.form.field("branch_fund_id").box, Qt.Key.Key_Down)
    fill(dialog, "branch_amount_dong", "300000")
    assert dialog.save_button.text() == "Lưu và ghi sổ phiếu chi"
    press(dialog, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert dialog.findChild(QTabWidget).currentIndex() == 1  # the day of the visit lacks
    fill(dialog, "branch_visited_on", "11/3/2026")
    notes = [note.text() for note in dialog.findChildren(HeldNote)]
    assert any("Ghi sổ xong còn" in note for note in notes)  # what the fund holds, and will
    press(dialog, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    click(button(open_box(), "Lưu và ghi sổ phiếu chi"))
    file = deaths.load_death(store, member.person_id, TODAY)
    assert file.visit_by(PaidBy.BRANCH).amount_dong == 300_000
    assert file.event is not None
    fund = file.visit_by(PaidBy.BRANCH).fund_id
    assert held(store, fund)[0] == opened[fund] - 300_000
    page.refresh()
    settle()
    lines = tab_of(page).table.seen_lines()
    line = next(one for one in lines if one.person_id == member.person_id)
    assert (line.state, line.branch_dong) == ("Đang làm", 300_000)
    resumed = window_of(page, member)
    assert "branch_amount_dong" not in resumed.form.fields  # what is recorded is told, not asked
    assert resumed.form.field("died_on").value() == file.person.died_on


def test_what_was_typed_comes_back_after_a_crash(page, desk, store, member):
    relative = Relative(person_id=member.person_id, full_name="Lê Thị Mơ", relation="Vợ")
    first = window_of(page, member)
    fill(first, "died_on", "10/3/2026")
    first.form.field("relatives").set_value((relative,))
    first._keep_draft()
    (draft,) = desk.drafts.left_over()
    first.form.settle()
    first.close()
    settle()
    page.show_place(Place("visits", filters={"draft": draft}))
    settle()
    again = next(one for one in page.findChildren(DeathDialog) if one.isVisible())
    assert again.form.field("relatives").value() == (relative,)
    assert again.form.field("died_on").value() == PartialDate.parse("10/3/2026")


def test_papers_are_ticked_from_the_list_of_the_branch_and_old_ones_stay(page, store, member):
    steps = DeathSteps(
        case=DeathCase(person_id=member.person_id, papers=frozenset({"KIN_ID"})),
        died_on=PartialDate.parse("10/3/2026"),
    )
    deaths.save_death(store, steps)
    for code in list_codes(store, DEATH_PAPER):
        if code.code in ("KIN_ID", "DECISION_62"):
            save_code(store, replace(code, retired=True))
    save_code(store, Code(list_name=DEATH_PAPER, code="", label="Bản sao sổ hộ khẩu"))
    dialog = window_of(page, member)
    boxes = {box.text(): box for box in dialog.findChildren(QCheckBox)}
    assert boxes["CCCD của thân nhân đứng đơn"].isChecked()
    assert not any("62" in text for text in boxes)
    press(boxes["Bản sao sổ hộ khẩu"], Qt.Key.Key_Space)
    press(dialog, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    file = deaths.load_death(store, member.person_id, TODAY)
    assert file.case.papers == {"KIN_ID", "Bản sao sổ hộ khẩu"}


def test_a_death_is_not_closed_over_a_loan_without_a_word(page, store, member):
    loan = Loan(
        code="V2026-99",
        borrower=member.full_name,
        person_id=member.person_id,
        fund_id=open_fund(store, "Quỹ cho vay", cash=5_000_000),
        principal_dong=2_000_000,
        lent_on=TODAY,
        due_on=TODAY + timedelta(days=90),
        voucher_id=0,
    )
    loans.lend(store, loan)
    died = PartialDate.parse("10/3/2026")
    case = DeathCase(person_id=member.person_id)
    deaths.save_death(store, DeathSteps(case=case, died_on=died))
    dialog = window_of(page, member)
    dialog.form.field("closed_on").set_value(TODAY)
    press(dialog, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    box = open_box()
    assert "Còn nợ vốn vay 2.000.000 đồng" in box.informativeText()
    click(button(box, "Vẫn ghi là xong"))
    settle()
    assert deaths.load_death(store, member.person_id, TODAY).case.closed_on == TODAY
    page.refresh()
    settle()
    lines = tab_of(page).table.seen_lines()
    line = next(one for one in lines if one.person_id == member.person_id)
    assert "khoản vay" in [matter.short for matter in line.open]
