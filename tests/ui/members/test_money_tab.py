"""The tab Tiền of a person's file, and the way from it to a voucher."""

import pytest
from PySide6.QtCore import Qt

from ccb_desktop.operations.members.people import load_person_file
from ccb_desktop.ui.kit.broadcast import Place
from ccb_desktop.ui.members.money_tab import MoneyTab
from tests.operations.funds.test_person_money import make_money
from tests.ui import pictures
from tests.ui.hands import press, settle
from tests.ui.members.officer import click_row, dialogs, open_file


@pytest.fixture
def name(store):
    return load_person_file(store, 1).person.full_name


def money_tab(page, name):
    form = open_file(page, name, "Tiền")
    settle()
    return form, form.findChild(MoneyTab)


def test_nothing_is_said_in_one_sentence(page, name):
    _form, tab = money_tab(page, name)
    assert "chưa ghi khoản tiền nào" in tab._told.text()
    assert not any(table.isVisible() for _title, table in tab._parts)


def test_his_money_is_seen_and_a_voucher_is_one_key_away(page, store, desk, name, look):
    make_money(store, 1, name)
    wanted = []
    desk.broadcast.wanted.connect(wanted.append)
    form, tab = money_tab(page, name)
    assert "còn thiếu" in tab._told.text()
    assert [len(table.seen_lines()) for _title, table in tab._parts] == [2, 1, 1, 3]
    pictures.take(form, look, "person-money")
    assert not pictures.nameless(form)
    click_row(tab.vouchers, 1)
    press(tab.vouchers.view, Qt.Key.Key_Return)
    chosen = tab.vouchers.seen_lines()[1].voucher.id
    assert wanted == [Place("funds", chosen, {"tab": "vouchers"})]
    assert form not in dialogs()
