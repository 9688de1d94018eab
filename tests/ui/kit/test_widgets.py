"""Rows that wrap, icons that follow the text, plain texts."""

from functools import partial

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QColor, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ccb_desktop import paths
from ccb_desktop.ui.kit import icons
from ccb_desktop.ui.kit.widgets import FlowLayout, button, label
from tests.ui.hands import press, settle, show


def flow(*widths, **how):
    ground = QWidget()
    layout = FlowLayout(ground, spacing=10, **how)
    for width in widths:
        made = QPushButton()
        made.setFixedSize(width, 40)
        layout.addWidget(made)
    return ground, layout


def places(layout):
    return [layout.itemAt(i).geometry().topLeft().toTuple() for i in range(layout.count())]


def test_a_row_wraps_where_the_width_ends(qt_app):
    ground, layout = flow(100, 100, 100)
    assert layout.heightForWidth(320) == 40
    assert layout.heightForWidth(319) == 90
    assert layout.heightForWidth(90) == 140
    show(ground, 230, 90)
    assert places(layout) == [(0, 0), (110, 0), (0, 50)]


def test_hidden_items_take_no_room(qt_app):
    _ground, layout = flow(100, 100, 100)
    layout.itemAt(0).widget().hide()
    assert layout.heightForWidth(210) == 40
    assert layout.sizeHint().width() == 210


def test_the_first_item_may_push_the_others_to_the_end(qt_app):
    ground = QWidget()
    layout = FlowLayout(ground, spacing=10, stretch_first=True)
    layout.addWidget(label("Hội viên", wrap=False))
    last = QPushButton()
    last.setFixedSize(100, 40)
    layout.addWidget(last)
    show(ground, 500, 40)
    assert last.geometry().right() == 499


def test_some_widgets_can_be_put_first(qt_app):
    _ground, layout = flow(10, 20, 30)
    new = QPushButton()
    third = layout.itemAt(2).widget()
    layout.put_first([new, third])
    assert [layout.itemAt(i).widget() for i in (0, 1)] == [new, third]
    assert layout.count() == 4
    assert layout.takeAt(0).widget() is new
    assert layout.takeAt(9) is None


def test_names_are_never_read_as_markup(qt_app):
    assert label("<b>An</b> & Bình").textFormat() == Qt.TextFormat.PlainText


def test_every_drawing_is_drawn_in_the_colour_asked_for(qt_app):
    names = [file.stem for file in sorted((paths.resources() / "icons").glob("*.svg"))]
    assert len(names) > 40
    for name in names:
        image = icons.pixmap(name, QColor("#ff0000"), 24).toImage()
        seen = [
            image.pixelColor(x, y)
            for x in range(24)
            for y in range(24)
            if image.pixelColor(x, y).alpha() > 200
        ]
        assert seen, name
        if not name.endswith(("-dark", "-light")):
            assert all(colour.red() > 200 and colour.green() < 60 for colour in seen), name


def test_icons_grow_with_the_text(qt_app, look):
    made = show(button("Thêm", lambda: None, icon="add"), 200, 60)
    before = made.iconSize().height()
    look.set_percent(200)
    settle()
    assert made.iconSize().height() >= 1.8 * before


def test_enter_presses_the_button_that_has_the_keyboard(qt_app):
    pressed = []
    dialog = QDialog()
    layout = QVBoxLayout(dialog)
    for text in ("Lưu", "Bỏ"):
        layout.addWidget(button(text, partial(pressed.append, text)))
    save, leave = (layout.itemAt(place).widget() for place in range(2))
    save.setDefault(True)
    show(dialog, 300, 200)
    leave.setFocus()
    press(leave, Qt.Key.Key_Return)
    press(leave, Qt.Key.Key_Space)
    assert pressed == ["Bỏ", "Bỏ"]


def double_click(first, second):
    """Press `first` twice as one double click, of which the second press finds `second`."""
    QTest.mouseClick(first, Qt.MouseButton.LeftButton)
    settle()
    place = QPointF(second.rect().center())
    for kind in (QEvent.Type.MouseButtonDblClick, QEvent.Type.MouseButtonRelease):
        event = QMouseEvent(
            kind,
            place,
            second.mapToGlobal(place),
            Qt.MouseButton.LeftButton,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(second, event)
    settle()


def test_a_double_click_does_not_press_the_button_that_comes_in_its_place(qt_app):
    steps, done = QStackedWidget(), []
    look = button("Xem", lambda: steps.setCurrentIndex(1))
    keep = button("Ghi", lambda: done.append("Ghi"))
    steps.addWidget(look)
    steps.addWidget(keep)
    show(steps)
    double_click(look, keep)
    assert steps.currentIndex() == 1 and done == []
    double_click(keep, keep)
    assert done == ["Ghi", "Ghi"]
    steps.setCurrentIndex(0)
    double_click(look, keep)
    assert done == ["Ghi", "Ghi"]
