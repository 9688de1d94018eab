"""The tab Đợt tặng quà by hand: begun, chosen, printed, paid, one absent, all taken back."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit

from ccb_desktop.domain.visits.rounds import Handed
from ccb_desktop.domain.visits.visits import RecipientKind
from ccb_desktop.operations.visits import round_payments, rounds
from ccb_desktop.ui.kit.broadcast import Place
from ccb_desktop.ui.kit.query_dialog import QueryDialog
from ccb_desktop.ui.visits.rounds.tab import RoundsTab
from tests.ledger import held
from tests.ui import pictures
from tests.ui.hands import button, click, open_box, settle, type_text

HELD = 1_000_000  # of the first fund in cash, before anything is given
TITLE = "Tặng quà Tết Bính Ngọ"
TODAY = date.today()


@pytest.fixture
def tab(page):
    made = page.tab(RoundsTab)
    page._tabs.setCurrentWidget(made)
    settle()
    return made


def dialog():
    settle()
    seen = [w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible()]
    return next(w for w in seen if hasattr(w, "form"))


def fill(form, name, text):
    line = form.field(name).line
    line.setFocus()
    type_text(line, text)


def begin(tab, store):
    """A round of 50.000 đồng out of the first fund, begun by hand."""
    tab.begin_round()
    made = dialog()
    fill(made.form, "title", TITLE)
    fill(made.form, "amount_dong", "50000")
    made.form.field("fund_id").set_value(1)
    assert made.save()
    settle()
    assert tab.view.isVisible()
    return rounds.list_lines(store)[0].round.id


def choose_wounded(tab):
    tab._choose()
    settle()
    made = dialog()
    box = next(box for value, box in made.form.field("policies")._boxes if value == "THUONG_BINH")
    click(box)
    settle()
    assert "hiện có 1.000.000 đồng" in made._intro.text()
    assert made.save()
    settle()


def states(store):
    return [one.handed for one in rounds.open_round(store, 1, TODAY).listed]


def test_a_round_from_beginning_to_end(page, tab, store):
    begin(tab, store)
    choose_wounded(tab)
    people = len(states(store))
    assert people > 3
    click(tab.view.pay_button)
    made = dialog()
    made.save()
    settle()
    click(button(open_box(), "Ghi sổ, chi quà"))
    settle()
    assert set(states(store)) == {Handed.RECEIVED}
    assert held(store, 1)[0] == HELD - 50_000 * people
    lines = tab.view.table.seen_lines()
    assert lines[0].payment.startswith("PC-")
    tab.view.table.choose_ids({lines[0].line.id})
    tab._absent(tab.view.table.chosen())
    dialog().save()
    settle()
    click(button(open_box(), "Ghi sổ, hoàn tiền"))
    settle()
    assert states(store).count(Handed.ABSENT) == 1
    assert held(store, 1)[0] == HELD - 50_000 * (people - 1)
    assert "vắng 1 người" in tab.view._told.text()


def test_an_outsider_is_added_and_taken_off(page, tab, store):
    round_id = begin(tab, store)
    tab._add(round_id)
    made = dialog()
    fill(made.form, "recipient", "Bà Đặng Thị Sáu")
    assert not made.save()  # no member is called so
    made.form.field("recipient_kind").set_value(RecipientKind.POLICY_FAMILY)
    assert made.save()
    settle()
    line = tab.view.table.seen_lines()[0]
    assert (line.line.recipient, line.line.amount_dong) == ("Bà Đặng Thị Sáu", 50_000)
    tab._remove_recipients([line])
    settle()
    assert states(store) == []


def test_a_round_that_was_paid_is_taken_back_with_a_reason(page, tab, store):
    begin(tab, store)
    choose_wounded(tab)
    tab._void()
    assert "chưa chi" in open_box().text()
    open_box().close()
    round_payments.pay_round(store, 1, TODAY)
    tab._void()
    made = dialog()
    fill(made.form, "reason", "Ghi nhầm quỹ")
    assert made.save()
    settle()
    assert (held(store, 1)[0], set(states(store))) == (HELD, {Handed.LISTED})


def test_any_field_of_the_roster_can_be_asked_with_the_cost_beside(page, tab, store):
    begin(tab, store)
    tab._choose()
    settle()
    made = dialog()
    made.form.field("age").set_value(60)
    made.ask_more()
    settle()
    asked = made.findChild(QueryDialog)
    assert "× 50.000 đồng" in asked.told.text()
    assert asked.findChildren(QLineEdit, options=Qt.FindChildOption.FindDirectChildrenOnly) == []
    click(button(asked, "Đưa vào danh sách"))
    settle()
    assert len(states(store)) > 3
    assert tab.view.table.seen_lines()[0].line.why == "Tuổi từ 60 trở lên"


def test_somebody_is_led_to_a_round_and_back(page, tab, store):
    begin(tab, store)
    tab.leave()
    settle()
    assert tab.table.seen_lines()[0].round.title == TITLE
    tab.show_place(Place("visits", 1, {"tab": "rounds"}))
    settle()
    assert tab.view.isVisible()


@pytest.mark.parametrize("opened", [False, True])
def test_nothing_is_cut_off_on_an_old_screen(page, tab, store, look, opened):
    begin(tab, store)
    choose_wounded(tab)
    if not opened:
        tab.leave()
    for percent in pictures.SIZES:
        look.set_percent(percent)
        settle()
        assert pictures.cut_off(tab) == []
    assert pictures.nameless(tab) == []
