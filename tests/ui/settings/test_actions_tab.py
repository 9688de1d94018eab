"""Việc vừa làm by key and mouse: a day, a book, what an act changed, the record behind it."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt

from ccb_desktop.domain.users.users import Role, User
from ccb_desktop.operations.undo import list_actions, undo
from ccb_desktop.ui.kit.broadcast import Place
from ccb_desktop.ui.settings.action_details import ActionDetailsDialog
from ccb_desktop.ui.settings.actions_tab import ActionsTab
from tests.books import add_event, add_member, add_unit, names_on_roll
from tests.ui import pictures
from tests.ui.hands import act, button, click, make_desk, open_box, press, settle, show
from tests.ui.members.officer import click_row, pick, seen


@pytest.fixture
def desk(tmp_path):
    return make_desk(tmp_path / "drafts")


@pytest.fixture
def tab(qt_app, store, desk):
    store.user = User(name="Cán bộ Một", roles=frozenset({Role.CLERK}))
    unit = add_unit(store)
    add_member(store, unit_id=unit, citizen_id="001052000001")
    return show(ActionsTab(desk, store), 1180, 700)


def choose(field, text):
    pick(field.box, text)
    field.box.activated.emit(field.box.currentIndex())
    settle()


def details(tab):
    settle()
    return next(box for box in tab.findChildren(ActionDetailsDialog) if box.isVisible())


def open_act(tab, text):
    labels = seen(tab._table, 1)
    click_row(tab._table, next(at for at, label in enumerate(labels) if text in label))
    press(tab._table.view, Qt.Key.Key_Return)
    return details(tab)


def test_acts_of_a_day_are_chosen(tab):
    assert len(seen(tab._table)) == 3
    choose(tab._when, "Hôm qua")
    assert seen(tab._table) == []
    choose(tab._when, "Một ngày khác")
    assert tab._day.isVisible()
    assert len(seen(tab._table)) == 3
    tab._day.set_value(date.today() - timedelta(days=400))
    tab._day.changed.emit()
    assert seen(tab._table) == []
    choose(tab._when, "Hôm nay")
    assert (len(seen(tab._table)), tab._day.isVisible()) == (3, False)


def test_acts_of_a_book_are_chosen(tab):
    tab._table.filters.choose("Sổ", "Đơn vị, nhiệm kỳ")
    assert seen(tab._table, 1) == ["Ghi đơn vị Chi hội 1"]


def test_acts_of_an_officer_are_chosen(tab):
    tab._table.filters.choose("Người làm", "Cán bộ Một")
    assert len(seen(tab._table)) == 2


def test_an_act_tells_what_it_changed_and_leads_to_the_file(tab, desk):
    wanted = []
    desk.broadcast.wanted.connect(wanted.append)
    dialog = open_act(tab, "Thêm hội viên: Nguyễn Văn An")
    assert seen(dialog.table, 1) == ["Thêm: Hồ sơ", "Thêm: Thẻ và chi hội"]
    assert "Họ và tên: Nguyễn Văn An; Ngày sinh: 1952" in seen(dialog.table, 3)[0]
    click_row(dialog.table, 0)
    press(dialog.table.view, Qt.Key.Key_Return)
    assert wanted == [Place("members", 1)]


def test_everything_of_the_day_is_told_together(tab, store, desk):
    desk.broadcast.send(add_event(store, 1, "EXEMPTED", "1/2/2025"))
    settle()
    assert "miễn sinh hoạt" in seen(tab._table, 1)[0]
    act(tab, "Mọi thay đổi trong ngày")
    dialog = details(tab)
    assert date.today().strftime("%d/%m/%Y") in dialog.windowTitle()
    dialog.table.filters.choose("Mục", "membership_events")
    assert [row[:2] for row in dialog.table.seen().rows] == [["Nguyễn Văn An", "Thêm: Biến động"]]


def test_what_is_gone_cannot_be_opened(tab, store, desk):
    added = next(act for act in tab._table.seen_lines() if "Thêm hội viên" in act.label)
    desk.broadcast.send(undo(store, added.id))
    dialog = open_act(tab, "Hoàn tác: Thêm hội viên")
    click_row(dialog.table, 0)
    assert not button(dialog, "Mở ra xem").isEnabled()


def test_pictures(tab, look):
    dialog = open_act(tab, "Thêm hội viên")
    for window, name in ((tab, "actions"), (dialog, "action-details")):
        for percent in pictures.SIZES:
            pictures.take(window, look, name, sizes=(percent,), size=(1180, 700))
            look.set_percent(percent)
            settle()
            assert pictures.cut_off(window) == []
            assert pictures.nameless(window) == []
            look.set_percent(100)


def test_several_acts_are_undone_after_asking_once(tab, desk, store):
    changes, told = [], []
    desk.broadcast.changed.connect(changes.append)
    desk.broadcast.told.connect(told.append)
    press(tab._table.view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    undoing = button(tab._table, "Hoàn tác việc này")
    assert not undoing.isEnabled()
    assert "Lập sổ là việc đầu tiên" in tab._why.text()
    ids = [act.id for act in list_actions(store) if act.can_be_undone]
    tab._table.choose_ids(ids)
    settle()
    assert undoing.isEnabled()
    assert tab._why.text() == ""
    click(undoing)
    box = open_box()
    assert box.text() == "Hoàn tác 2 việc, việc mới trước, việc cũ sau?"
    click(button(box, "Hoàn tác"))
    assert len(changes) == 2
    assert [text.split(".")[0] for text in told] == ["Đã hoàn tác 2 việc"]
    assert names_on_roll(store) == []


def test_thousands_of_acts_are_listed_from_the_beginning(tab, store):
    unit = add_unit(store, "CH9", "Chi hội 9")
    for count in range(210):
        add_member(store, f"Nguyễn Văn {count}", unit_id=unit)
    tab.refresh()
    assert len(seen(tab._table)) == 200
    choose(tab._when, "Từ đầu đến nay")
    assert len(seen(tab._table)) == 214
    choose(tab._when, "7 ngày qua")
    assert len(seen(tab._table)) == 214


def test_the_tab_is_seen_whole_at_large_text(tab, look):
    for percent in (100, 150):
        look.set_percent(percent)
        settle()
        assert pictures.cut_off(tab) == []
