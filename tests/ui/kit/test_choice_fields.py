"""Boxes to choose from: what drops down is seen whole."""

import pytest
from PySide6.QtWidgets import QWidget

from ccb_desktop.ui.kit.choice_fields import CalmComboBox
from tests.ui.hands import settle, show


@pytest.mark.parametrize("count", [1, 2, 12])
def test_the_list_of_a_box_shows_every_choice_whole(qt_app, count):
    window = QWidget()
    box = CalmComboBox()
    box.setParent(window)
    box.resize(90, 40)
    for place in range(count):
        box.addItem(f"Chi hội {place} (phường sáp nhập tên rất dài)")
    show(window)
    box.showPopup()
    settle()
    view = box.view()
    last = view.visualRect(box.model().index(count - 1, 0))
    assert view.viewport().rect().contains(last)
    assert view.viewport().width() >= view.sizeHintForColumn(0)
    box.hidePopup()
