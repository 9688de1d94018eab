"""The acts of a list: one button each, the context menu, and their keys.

Public: `TableActs(view, bar, acts, chosen)` with `refresh()`.
"""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QPushButton, QTableView

from ccb_desktop.ui.kit.columns import Act
from ccb_desktop.ui.kit.icons import IconDress, icon
from ccb_desktop.ui.kit.widgets import FlowLayout, PushButton

_WHY_NOT = {
    "one": "Chọn một dòng trong danh sách trước",
    "some": "Chọn ít nhất một dòng trong danh sách trước",
    "none": "",
}


class TableActs:
    """Every act is a `QAction`; buttons, menu and keys all lead to it."""

    def __init__(
        self,
        view: QTableView,
        bar: FlowLayout,
        acts: Sequence[Act[Any]],
        chosen: Callable[[], list[Any]],
    ) -> None:
        self._bar = bar
        self._view = view
        self._chosen = chosen
        self._pairs = [(act, self._action(act)) for act in acts]
        self._menus: dict[str, QMenu] = {}
        self._openers: dict[str, QPushButton] = {}
        for act, action in self._pairs:
            self._place(act, action)
        view.activated.connect(self._run_main)
        view.customContextMenuRequested.connect(self._show_menu)
        self.refresh()

    def refresh(self) -> None:
        """Let the buttons tell what can be done with the rows chosen now."""
        chosen = self._chosen()
        open_groups = {act.group for act, _action in self._pairs if act.fits(chosen)}
        for group, opener in self._openers.items():
            opener.setEnabled(group in open_groups)
        for act, action in self._pairs:
            fits = act.fits(chosen)
            action.setEnabled(fits)
            shortcut = f" ({act.shortcut})" if act.shortcut else ""
            action.setToolTip(
                f"{act.label}{shortcut}" if fits else _WHY_NOT[act.needs] or act.label
            )

    def context_menu(self) -> QMenu:
        """All acts, as the right mouse button and the menu key show them."""
        menu = QMenu(self._view)
        groups: dict[str, QMenu] = {}
        for act, action in self._pairs:
            if act.icon:
                action.setIcon(icon(act.icon, self._view))
            if act.group and act.group not in groups:
                groups[act.group] = menu.addMenu(act.group)
            groups.get(act.group, menu).addAction(action)
        return menu

    def _action(self, act: Act[Any]) -> QAction:
        action = QAction(act.label, self._view)
        if act.shortcut:
            action.setShortcut(QKeySequence(act.shortcut))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(lambda: self._run(act))
        self._view.addAction(action)
        return action

    def _place(self, act: Act[Any], action: QAction) -> None:
        """Give the act its button, or its line in the menu of its group."""
        if not act.group:
            self._bar.addWidget(_button_of(act, action))
            return
        if act.group not in self._menus:
            opener = PushButton(act.group)
            opener.setProperty("menu", "true")
            IconDress(opener, act.icon or "edit")
            self._openers[act.group] = opener
            self._menus[act.group] = QMenu(opener)
            opener.setMenu(self._menus[act.group])
            self._bar.addWidget(opener)
        self._menus[act.group].addAction(action)

    def _run(self, act: Act[Any]) -> None:
        chosen = self._chosen()
        if act.fits(chosen):
            act.run(chosen)

    def _run_main(self) -> None:
        for act, _action in self._pairs:
            if act.main:
                self._run(act)

    def _show_menu(self, place: QPoint) -> None:
        if self._pairs:
            menu = self.context_menu()
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(self._view.viewport().mapToGlobal(place))


def _button_of(act: Act[Any], action: QAction) -> QPushButton:
    """A button that follows its action."""
    made = PushButton(act.label)
    if act.icon:
        IconDress(made, act.icon)

    def follow() -> None:
        made.setEnabled(action.isEnabled())
        made.setToolTip(action.toolTip())

    action.changed.connect(follow)
    made.clicked.connect(action.trigger)
    follow()
    return made
