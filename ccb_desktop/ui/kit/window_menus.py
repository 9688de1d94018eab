"""The menus of the main window, every line with its shortcut.

Public: `WindowMenus(window)` with `bar`, `add(menu, label, act, shortcut)`, `add_undo(bar)`,
`add_look(look)`.
"""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QMenuBar, QSizePolicy

from ccb_desktop.ui.kit import text_size
from ccb_desktop.ui.kit.look import Look
from ccb_desktop.ui.kit.theme import THEMES
from ccb_desktop.ui.kit.undo_bar import UndoBar

V = TypeVar("V")

_SHOWN = {"Trang": "&Trang", "Sửa": "&Sửa", "Xem": "&Xem", "Trợ giúp": "Trợ &giúp"}
# With the letter that opens the menu together with Alt.


class WindowMenus(QObject):
    """Menus by name; a name that is new makes a new menu before `Trợ giúp`."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._menus: dict[str, QMenu] = {}
        self.bar = QMenuBar()
        self.bar.setNativeMenuBar(False)
        self.bar.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        for name, shown in _SHOWN.items():
            self._menus[name] = self.bar.addMenu(shown)

    def add(self, menu: str, label: str, act: Callable[[], object], shortcut: str = "") -> QAction:
        """Put a line into a menu."""
        action = QAction(label, self._window)
        if shortcut:
            action.setShortcut(QKeySequence(shortcut))
        action.triggered.connect(lambda: act())
        self._menu(menu).addAction(action)
        return action

    def add_undo(self, bar: UndoBar) -> None:
        """Undo and redo; undoing tells itself where there is nothing to be undone."""
        self.add("Sửa", "Hoàn tác việc vừa làm", bar.undo_last, "Ctrl+Z")
        redo = self.add("Sửa", "Làm lại", bar.redo_last, "Ctrl+Y")

        def follow() -> None:
            redo.setEnabled(bar.can_redo)

        bar.stacks_changed.connect(follow)
        follow()

    def add_look(self, look: Look) -> None:
        """Text size and theme, the present ones ticked."""
        larger = self.add("Xem", "Chữ to hơn", look.larger, "Ctrl++")
        larger.setShortcuts([QKeySequence("Ctrl++"), QKeySequence("Ctrl+=")])  # without Shift too
        self.add("Xem", "Chữ nhỏ hơn", look.smaller, "Ctrl+-")
        self._look = look
        self._sizes = self._choices("Cỡ chữ", {step: f"{step} %" for step in text_size.STEPS})
        self._themes = self._choices("Màu nền", {t.id: t.label for t in THEMES.values()})
        for step, action in self._sizes.items():
            action.triggered.connect(partial(_choose, look.set_percent, step))
        for name, action in self._themes.items():
            action.triggered.connect(partial(_choose, look.set_theme, name))
        look.changed.connect(self._tick)
        self._tick()

    def _tick(self) -> None:
        """Mark what is seen now."""
        self._sizes[self._look.percent].setChecked(True)
        self._themes[self._look.theme.id].setChecked(True)

    def _choices(self, label: str, choices: Mapping[V, str]) -> dict[V, QAction]:
        """A menu of which one line is ticked."""
        menu = self._menu("Xem").addMenu(label)
        group = QActionGroup(menu)
        made = {}
        for value, text in choices.items():
            made[value] = QAction(text, group, checkable=True)
            menu.addAction(made[value])
        return made

    def _menu(self, name: str) -> QMenu:
        if name not in self._menus:
            self._menus[name] = QMenu(name, self._window)
            last = self._menus["Trợ giúp"].menuAction()
            self.bar.insertMenu(last, self._menus[name])
        return self._menus[name]


def _choose(choose: Callable[[V], object], value: V, *_ticked: bool) -> None:
    """Qt tells whether the line is ticked now; it always is."""
    choose(value)
