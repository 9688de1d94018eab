"""An expulsion is written in one window, tells what follows, and is undone in one step."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ccb_desktop.domain.members.memberships import Status
from ccb_desktop.operations.members.people import load_person_file
from ccb_desktop.ui.emulation.discipline.tab import DisciplineTab
from ccb_desktop.ui.kit.broadcast import Place
from tests.ui.hands import settle
from tests.ui.members.officer import choose, dialog, save


@pytest.fixture
def tab(page):
    page.show_place(Place("emulation", filters={"tab": "disciplines"}))
    settle()
    return page.tab(DisciplineTab)


def test_expelled_in_one_window(tab, store):
    tab.table.view.setFocus()
    QTest.keyClick(tab.table.view, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    form = dialog("Ghi kỷ luật")
    form.form.field("person").set_person("Trần Văn Bình 5", 5)
    choose(form, "form", "Khai trừ")
    form.form.field("reason").set_value("Vi phạm pháp luật")
    save(form)
    (line,) = tab.table.seen_lines()
    assert line.full_name == "Trần Văn Bình 5"
    assert line.state_on(date.today()).startswith("⚠ Còn hạn khiếu nại")
    standing = load_person_file(store, 5).standing_on(date.today())
    assert standing.status is Status.EXPELLED
