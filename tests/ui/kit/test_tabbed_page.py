"""A page of tabs builds the tab that is seen; the others come when they are chosen."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from ccb_desktop.domain.changes import Change
from ccb_desktop.ui.kit.broadcast import Place
from ccb_desktop.ui.kit.tabbed_page import PageTab, TabbedPage
from tests.ui.hands import make_desk, press, show


class Lined(PageTab):
    """A tab of one line, which counts how often it was read."""

    def __init__(self, desk, store):
        super().__init__(desk, store)
        self.times_read, self.places = 0, []
        self.line = QLineEdit()
        self.body.addWidget(self.line)

    def refresh(self):
        self.times_read += 1

    def show_place(self, place):
        self.places.append(place)


class First(Lined):
    id, title, kinds = "first", "Một", frozenset({"fund"})


class Second(Lined):
    id, title, kinds, help_page = "second", "Hai", frozenset({"voucher"}), "hai"


class Third(Lined):
    id, title = "third", "Ba"


@pytest.fixture
def page(qt_app, tmp_path):
    return show(TabbedPage(make_desk(tmp_path), None, "Trang", "Để thử", (First, Second, Third)))


def built(page):
    return {type(tab) for tab in page.findChildren(PageTab)}


def test_a_tab_is_built_and_read_when_it_is_chosen(page):
    assert built(page) == {First}
    assert page.tab(First).times_read == 1
    bar = page._tabs.tabBar()
    bar.setFocus()
    press(bar, Qt.Key.Key_Right)
    assert built(page) == {First, Second}
    assert [bar.tabText(place) for place in range(bar.count())] == ["Một", "Hai", "Ba"]
    assert (page._tabs.currentWidget(), bar.hasFocus()) == (page.tab(Second), True)
    assert (page.tab(Second).times_read, page.help_page) == (1, "hai")
    press(page.focusWidget(), Qt.Key.Key_Tab)
    assert page.tab(Second).line.hasFocus()
    press(bar, Qt.Key.Key_Left)
    assert (page.tab(First).times_read, page.help_page) == (1, "")


def test_a_tab_built_behind_the_one_that_is_seen_leaves_it_alone(page):
    first = page.tab(First)
    first.line.setFocus()
    third = page.tab(Third)
    assert (page._tabs.currentWidget(), page._tabs.indexOf(third)) == (first, 2)
    assert first.line.hasFocus()
    assert third.times_read == 0


def test_whoever_is_led_to_a_tab_finds_it_built(page):
    place = Place("page", filters={"tab": "third"})
    page.show_place(place)
    assert built(page) == {First, Third}
    assert page._tabs.currentWidget() is page.tab(Third)
    assert page.tab(Third).places == [place]


def test_a_change_is_read_by_the_tabs_it_touches(page):
    page.tab(Third)
    page.kinds = frozenset({"fund", "voucher"})
    for kind, times in (("voucher", 1), ("fund", 2), ("person", 2)):
        change = Change(action_id=1, label="Sửa quỹ", kinds=frozenset({kind}))
        page.desk.broadcast.changed.emit(change)
        assert page.tab(First).times_read == times
    page._tabs.setCurrentIndex(1)
    assert page.tab(Second).times_read == 1
