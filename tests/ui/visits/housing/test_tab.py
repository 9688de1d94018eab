"""The tab Nhà ở by hand: a house paid, followed up, handed over, voided and written again."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog

from ccb_desktop.domain.members.households import Household, HouseholdYear, state_in
from ccb_desktop.domain.visits.housing import (
    HousingKind,
    HousingPayment,
    HousingSource,
    HousingSupport,
)
from ccb_desktop.operations.members import people
from ccb_desktop.operations.visits import housing
from ccb_desktop.ui.visits.housing.tab import HousingTab
from tests.books import add_member
from tests.ledger import held, open_fund
from tests.ui import pictures
from tests.ui.hands import button, click, make_desk, open_box, press, settle, show, type_text

HEAD = "Phạm Văn Hảo"
TODAY = date.today()


@pytest.fixture
def fund(store):
    """A fund, and a member who lives in a dilapidated house."""
    add_member(store, HEAD)
    person = next(one for one in people.list_members(store, TODAY) if one.full_name == HEAD)
    home = Household(head_name=HEAD, years=(HouseholdYear(year=2025, house_state="DILAPIDATED"),))
    people.save_household(store, home, person.person_id)
    return open_fund(store, "Quỹ Nghĩa tình đồng đội", cash=50_000_000)


@pytest.fixture
def tab(store, fund, tmp_path, qt_app):
    desk = make_desk(tmp_path / "nhap-do")
    made = HousingTab(desk, store)
    made.refresh()
    desk.broadcast.changed.connect(lambda _change: made.refresh())
    return show(made, 1180, 620)


def dialog():
    settle()
    seen = [w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible()]
    return next(w for w in seen if hasattr(w, "form"))


def fill(form, name, text):
    line = form.field(name).line
    line.clear()
    line.setFocus()
    type_text(line, text)
    form.field(name).leave()


def the_house(store):
    (line,) = housing.list_lines(store, TODAY)
    return line.support


def act(tab, text):
    """Do an act of the list with its only house."""
    (line,) = tab.table.seen_lines()
    tab.table.choose_ids({line.support.id})
    next(one for one in tab._acts() if one.label == text).run([line])


def test_a_member_in_need_is_helped_paid_and_gets_his_house(tab, store, fund):
    click(button(tab, "Hộ nhà tạm, dột nát (1)…"))
    listed = next(w for w in QApplication.topLevelWidgets() if w.windowTitle().startswith("Hội v"))
    click(button(listed, "Ghi hỗ trợ"))
    form = dialog().form
    assert form.field("head_name").value() == HEAD
    form.field("kind").set_value(HousingKind.NEW)
    fill(form, "cost_dong", "80tr")
    fill(form, "branch_dong", "20tr")
    form.field("fund_id").set_value(fund)
    form.field("fund_id").changed.emit()
    assert "còn thiếu 60.000.000 đồng" in dialog()._raised.text()
    assert "còn 30.000.000 đồng" in dialog()._balance.text()
    press(dialog(), Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    box = open_box()
    assert "Hai mươi triệu đồng" in box.informativeText()
    click(button(box, "Ghi sổ phiếu chi"))
    assert held(store, fund)[0] == 30_000_000
    assert the_house(store).person_id is not None
    assert not tab._in_need.isVisible()

    act(tab, "Bàn giao")
    given = dialog()
    assert "Tạm, dột nát" in given.form.field("house_state")._hint.text()
    given.form.field("house_state").set_value("SOLID")
    click(button(given, "Ghi bàn giao"))
    assert the_house(store).handed_over_on == TODAY
    home = housing.household_of(store, the_house(store))
    assert state_in(home.years, TODAY.year).house_state == "SOLID"
    assert "bàn giao 1 nhà (xây mới 1, sửa chữa 0); Hội chi 20.000.000" in tab._told.text()


def test_a_wrong_payment_is_voided_and_written_again(tab, store, fund):
    house = HousingSupport(
        head_name="Lê Văn Tư",
        branch_dong=5_000_000,
        sources=(HousingSource(source="Mặt trận", amount_dong=1),),
    )
    housing.save_housing(store, house, HousingPayment(fund, TODAY))
    tab.refresh()
    act(tab, "Mở, ghi tiến độ")
    assert not dialog().form.field("branch_dong").isVisible()
    fill(dialog().form, "started_on", f"{TODAY:%d/%m/%Y}")
    click(button(dialog(), "Lưu"))
    assert the_house(store).started_on == TODAY
    act(tab, "Hủy phiếu chi…")
    fill(dialog().form, "reason", "Ghi nhầm số tiền")
    click(button(dialog(), "Hủy phiếu chi"))
    assert held(store, fund)[0] == 50_000_000
    tab._year.setCurrentIndex(0)
    settle()
    assert [line.support.counts for line in tab.table.seen_lines()] == [False]
    act(tab, "Ghi lại cho đúng…")
    fill(dialog().form, "branch_dong", "4tr")
    click(button(dialog(), "Lưu"))
    new = housing.list_lines(store, TODAY)[0].support
    assert (new.branch_dong, new.voucher_id, new.sources_dong) == (4_000_000, None, 1)


@pytest.mark.parametrize("percent", pictures.SIZES)
def test_nothing_is_cut_off(tab, store, fund, look, percent):
    house = HousingSupport(
        head_name=HEAD,
        kind=HousingKind.REPAIR,
        cost_dong=90_000_000,
        branch_dong=20_000_000,
        sources=(HousingSource(source="Quỹ Vì người nghèo", amount_dong=60_000_000),),
    )
    housing.save_housing(store, house, HousingPayment(fund, TODAY))
    look.set_percent(percent)
    tab.refresh()
    settle()
    pictures.take(tab, look, "housing", sizes=(percent,), size=(1180, 620))
    assert pictures.cut_off(tab) == [] and pictures.nameless(tab) == []
    tab.begin()
    seen = dialog()
    seen.form.set_values({"fund_id": fund, "branch_dong": 5_000_000, "cost_dong": 9_000_000})
    seen._follow()
    pictures.take(
        seen, look, "housing-dialog", sizes=(percent,), size=(seen.width(), seen.height())
    )
    assert pictures.cut_off(seen) == [] and pictures.nameless(seen) == []
