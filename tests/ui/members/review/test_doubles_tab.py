"""The tab Ghi trùng and the comparison, driven by key and mouse, and looked at."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QMainWindow, QRadioButton, QWidget

from ccb_desktop.domain.members.memberships import IN_HOI, EventKind
from ccb_desktop.operations import undo
from ccb_desktop.operations.doubles import list_decisions
from ccb_desktop.operations.members.people import list_members, load_person_file, save_person
from ccb_desktop.ui.kit.broadcast import Place
from ccb_desktop.ui.kit.undo_bar import UndoBar
from ccb_desktop.ui.kit.widgets import column
from ccb_desktop.ui.members.compare_dialog import CompareDialog
from ccb_desktop.ui.members.review.doubles_tab import DoublesTab
from ccb_desktop.ui.members.review.page import ReviewPage
from tests.books import add_event
from tests.ui import pictures
from tests.ui.hands import button, click, no_box, open_box, press, settle, show
from tests.ui.members.review.overlap import overlap

COUNT = 6


@pytest.fixture
def review(qt_app, desk, store):
    """The page Rà soát on a branch of which six people stand in the list of another ward too."""
    overlap(store, COUNT)
    made = ReviewPage(desk, store)
    window, ground = QMainWindow(), QWidget()
    window.setCentralWidget(ground)
    made.frame = window  # Python lets go of a window nobody holds
    made.undo_bar = UndoBar(
        window, desk.broadcast, desk.background, lambda action_id: undo.undo(store, action_id)
    )
    middle = column(ground, spacing=0)  # as in the main window
    middle.addWidget(made, 1)
    middle.addWidget(made.undo_bar)
    show(window, *pictures.SCREEN)
    made.show_place(Place("review", filters={"tab": "doubles"}))
    settle()
    return made


@pytest.fixture
def tab(review):
    return review.tab(DoublesTab)


def choose(tab, *places):
    lines = tab.candidates.seen_lines()
    tab.candidates.choose_ids([lines[place].ids for place in places])
    settle()
    return [lines[place] for place in places]


def dialog():
    settle()
    return next(
        w for w in QApplication.topLevelWidgets() if isinstance(w, CompareDialog) and w.isVisible()
    )


def shown(tab):
    settle()
    return len(tab.candidates.seen_lines())


def members(store):
    return sum(line.status in IN_HOI for line in list_members(store, date.today()))


def test_the_pairs_are_listed_with_their_reasons_and_a_unit_can_be_looked_at(tab):
    assert shown(tab) == COUNT
    first = tab.candidates.seen_lines()[0]
    assert "cùng họ tên" in first.reasons
    units = [unit for unit in (1, 2, 3) if unit == first.first.unit_id]
    tab.candidates.filters.choose("Chi hội", units[0])
    assert 0 < shown(tab) < COUNT
    assert first.ids in [pair.ids for pair in tab.candidates.seen_lines()]


def test_two_are_compared_and_merged_by_keyboard_and_taken_back_with_the_mouse(tab, store):
    before = members(store)
    (pair,) = choose(tab, 0)
    tab.candidates.view.setFocus()
    press(tab.candidates.view, Qt.Key.Key_Return)
    window = dialog()
    phone = [b for b in window.findChildren(QRadioButton) if "Nơi ở" in b.accessibleName()]
    phone[1].setFocus()
    press(phone[1], Qt.Key.Key_Space)
    chosen = phone[1].accessibleName()
    press(window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert no_box()
    assert shown(tab) == COUNT - 1
    assert members(store) == before - 1
    (merge,), _apart = list_decisions(store)
    assert load_person_file(store, merge.kept_id).person.address in chosen
    assert {merge.kept_id, merge.absorbed_id} == set(pair.ids)
    tab._view.setCurrentIndex(1)
    tab.decisions.choose_ids([tab.decisions.seen_lines()[0].id])
    click(button(tab, "Lấy lại như trước"))
    assert members(store) == before
    assert shown(tab) == COUNT


def test_several_are_merged_at_once(tab, store):
    before = members(store)
    choose(tab, 0, 1, 2)
    click(button(tab, "Gộp"))
    assert no_box()
    assert shown(tab) == COUNT - 3
    assert members(store) == before - 3


def test_not_the_same_leaves_the_list_and_comes_back(tab, store):
    choose(tab, 0)
    click(button(tab, "So sánh"))
    click(button(dialog(), "Không phải một người"))
    assert shown(tab) == COUNT - 1
    choose(tab, 0, 1)
    click(button(tab, "Không phải một người"))
    assert shown(tab) == COUNT - 3
    tab._view.setCurrentIndex(1)
    assert [one.said for one in tab.decisions.seen_lines()] == ["Không phải một người"] * 3
    tab.decisions.choose_ids([tab.decisions.seen_lines()[0].id])
    click(button(tab, "Lấy lại như trước"))
    assert shown(tab) == COUNT - 2


def ticked(window, words):
    """The box to tick that begins with these words."""
    return next(box for box in window.findChildren(QCheckBox) if box.text().startswith(words))


def contradict(tab, store):
    """Let the first pair leave the Hội twice, each in its own way; gives the pair."""
    pair = choose(tab, 0)[0]
    for person_id, kind, on in (
        (pair.first.person_id, EventKind.STRUCK_OFF, "1/2/2026"),
        (pair.second.person_id, EventKind.DECEASED, "3/3/2026"),
    ):
        membership = load_person_file(store, person_id).memberships[0]
        tab.desk.broadcast.send(add_event(store, membership.id, kind, on))
    settle()
    tab.candidates.choose_ids([pair.ids])
    settle()
    return pair


def test_events_that_contradict_each_other_are_asked_about_in_the_comparison(tab, store):
    contradict(tab, store)
    click(button(tab, "Gộp"))
    box = open_box()
    assert "So sánh" in box.informativeText()
    box.close()
    settle()
    click(button(tab, "So sánh"))
    window = dialog()
    struck_off, deceased = (ticked(window, f"Giữ: {kind}") for kind in ("Xóa tên", "Từ trần"))
    assert (struck_off.isChecked(), deceased.isChecked()) == (True, False)
    deceased.setChecked(True)
    settle()
    assert not window.merge_button.isEnabled()
    assert "không có tên trong Hội" in window._problem.text()
    struck_off.setChecked(False)
    settle()
    click(window.merge_button)
    (merge,), _apart = list_decisions(store)
    events = load_person_file(store, merge.kept_id).events
    assert {event.kind for event in events} & {EventKind.STRUCK_OFF, EventKind.DECEASED} == {
        EventKind.DECEASED
    }


def test_what_depends_on_a_merge_is_told(tab, store):
    choose(tab, 0)
    click(button(tab, "Gộp"))
    (merge,), _apart = list_decisions(store)
    kept = load_person_file(store, merge.kept_id).person
    save_person(store, replace(kept, note="Đã hỏi lại"))
    tab._view.setCurrentIndex(1)
    tab.decisions.choose_ids([tab.decisions.seen_lines()[0].id])
    click(button(tab, "Lấy lại như trước"))
    assert f"“Sửa hồ sơ {kept.full_name}”" in open_box().text()
    assert list_decisions(store)[0] == [merge]


def photograph(window, look, name, size=pictures.SCREEN):
    for percent in pictures.SIZES:
        look.set_percent(percent)
        settle()
        pictures.take(window, look, name, sizes=(percent,), size=size)
        look.set_percent(percent)
        settle()
        assert pictures.cut_off(window) == []
        assert pictures.nameless(window) == []
    look.set_percent(100)


def test_the_tab_is_photographed(review, tab, look):
    choose(tab, 1)
    photograph(review.window(), look, "doubles")
    click(button(tab, "Gộp"))
    choose(tab, 1)
    click(button(tab, "Không phải một người"))
    tab._view.setCurrentIndex(1)
    photograph(review.window(), look, "doubles-decided")


@pytest.mark.parametrize("theme", ["light", "high_contrast"])
def test_the_comparison_is_photographed(tab, store, look, theme):
    look.set_theme(theme)
    contradict(tab, store)
    click(button(tab, "So sánh"))
    window = dialog()
    photograph(window, look, f"compare-{theme}", size=(1240, 690))
    click(ticked(window, "Xem cả những mục giống nhau"))
    photograph(window, look, f"compare-all-{theme}", size=(1240, 1500))
