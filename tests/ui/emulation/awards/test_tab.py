"""A decision for two members at once, written by keyboard; a second medal asks first."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ccb_desktop.domain.emulation.award_book import Recipient
from ccb_desktop.domain.emulation.awards import Award, AwardRecipient
from ccb_desktop.operations.emulation import awards
from ccb_desktop.ui.emulation.awards.tab import AwardsTab
from ccb_desktop.ui.emulation.people_field import Chosen
from ccb_desktop.ui.kit.broadcast import Place
from tests.ui.hands import button, click, open_box, press, settle
from tests.ui.members.officer import dialog, save, write

TODAY = date.today()


@pytest.fixture
def tab(page):
    page.show_place(Place("emulation", filters={"tab": "awards"}))
    settle()
    return page.tab(AwardsTab)


def begin(tab):
    tab.window().activateWindow()
    settle()
    tab.table.view.setFocus()
    QTest.keyClick(tab.table.view, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    return dialog("Ghi khen thưởng")


def choose_people(form, *people):
    field = form.form.field("recipients")
    field._add([Chosen(one, name, "") for one, name in people])


def listed(store):
    return [one.award for one in awards.list_awards(store, date(2020, 1, 1), TODAY)]


def test_one_decision_for_two(tab, store):
    form = begin(tab)
    choose_people(form, (5, "Trần Văn Bình 5"), (6, "Trần Văn Bình 6"))
    write(form, "form", "Giấy khen")
    write(form, "giver", "Hội CCB phường")
    assert "Hội cơ sở tặng biểu dương" in form._remark.text()
    write(form, "giver", "UBND phường")
    assert form._remark.isHidden()
    save(form)
    assert {one.person_id for one in listed(store)} == {5, 6}
    assert tab._sums.text() == "Số lượt: Giấy khen 2."


def test_a_second_medal_asks_before_it_is_written(tab, store):
    medal = Award(
        awarded_on=date(2020, 5, 1), recipient="", form="Kỷ niệm chương", giver="Trung ương Hội"
    )
    who = Recipient(AwardRecipient.MEMBER, "Trần Văn Bình 5", 5)
    tab.desk.broadcast.send(awards.give_awards(store, medal, [who]))
    form = begin(tab)
    choose_people(form, (5, "Trần Văn Bình 5"))
    write(form, "form", "Kỷ niệm chương")
    write(form, "giver", "Trung ương Hội")
    press(form, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert len(listed(store)) == 1
    click(button(open_box(), "Vẫn ghi"))
    assert len(listed(store)) == 2
