"""Two people chosen on the page Hội viên are held side by side; one or three are not."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QRadioButton

from ccb_desktop.operations.doubles import list_decisions
from ccb_desktop.ui.members.compare_dialog import CompareDialog
from tests.ui.hands import button, click, press, settle


def opened():
    settle()
    windows = QApplication.topLevelWidgets()
    return [w for w in windows if isinstance(w, CompareDialog) and w.isVisible()]


@pytest.mark.parametrize(("ids", "enabled"), [([1], False), ([1, 2], True), ([1, 2, 3], False)])
def test_exactly_two_are_wanted(page, ids, enabled):
    page.members.choose_ids(ids)
    settle()
    assert button(page, "So sánh hai người").isEnabled() is enabled


def test_two_little_alike_can_be_compared_and_left_as_they_are(page, store):
    page.members.choose_ids([1, 2])
    settle()
    click(button(page, "So sánh hai người"))
    (window,) = opened()
    names = [b for b in window.findChildren(QRadioButton) if "Họ và tên" in b.accessibleName()]
    assert len(names) == 2
    press(window, Qt.Key.Key_Escape)
    assert opened() == []
    assert list_decisions(store) == ([], [])


def test_arrows_choose_between_the_two_entries_of_a_field(page):
    page.members.choose_ids([1, 2])
    settle()
    click(button(page, "So sánh hai người"))
    (window,) = opened()
    kept, other = (
        b for b in window.findChildren(QRadioButton) if "Họ và tên" in b.accessibleName()
    )
    kept.setFocus()
    press(kept, Qt.Key.Key_Right)
    assert other.isChecked()
    press(other, Qt.Key.Key_Left)
    assert kept.isChecked()
