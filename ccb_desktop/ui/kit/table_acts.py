"""The acts of a list: one button each, the context menu, and their keys.

Public: `TableActs(view, bar, acts, chosen)` with `refresh()`, `fit(width)`.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QPushButton, QTableView, QWidget

from ccb_desktop.ui.kit.columns import Act
from ccb_desktop.ui.kit.icons import IconDress, icon
from ccb_desktop.ui.kit.seat import EVERYWHERE, Workplace
from ccb_desktop.ui.kit.widgets import FlowLayout, PushButton, menu_button

_WHY_NOT = {
    "one": "Chọn một dòng trong danh sách trước",
    "some": "Chọn ít nhất một dòng trong danh sách trước",
    "none": "",
}


_REACH = {
    "one": Qt.ShortcutContext.WidgetShortcut,
    "some": Qt.ShortcutContext.WidgetShortcut,
    "none": Qt.ShortcutContext.WindowShortcut,
}
"""Whoever begins something new need not go into the list first; hidden lists do not hear keys."""

_REST = "Việc khác"


@dataclass(frozen=True, slots=True)
class _Placed:
    """A button of the bar, and what stands for it in the menu of those that do not fit."""

    button: QPushButton
    action: QAction


class _Rest:
    """The button that has in its menu what does not fit into the row."""

    def __init__(self) -> None:
        self.opener, self._menu = menu_button(_REST, "more")
        self.opener.hide()
        self._offered: list[_Placed] = []

    def offer(self, placed: list[_Placed]) -> None:
        """Have these in the menu, those of a group in a menu of their own."""
        self.opener.setVisible(bool(placed))
        if placed == self._offered:
            return
        self._offered = placed
        for action in self._menu.actions():
            self._menu.removeAction(action)  # PySide's `clear` would take them for deleted
        for one in placed:
            group = one.button.menu()
            if group is not None and group.title() == _REST:
                self._menu.addActions(group.actions())
            else:
                self._menu.addAction(one.action)


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
        self._place_of_work = EVERYWHERE
        self._pairs = [(act, self._action(act)) for act in acts]
        self._menus: dict[str, QMenu] = {}
        self._openers: dict[str, QPushButton] = {}
        self._placed: list[_Placed] = []
        self._rest = _Rest()
        for act, action in self._pairs:
            self._place(act, action)
        bar.addWidget(self._rest.opener)
        view.activated.connect(self._run_main)
        view.customContextMenuRequested.connect(self._show_menu)
        self.refresh()

    def refresh(self) -> None:
        """Let the buttons tell what can be done with the rows chosen now."""
        chosen = self._chosen()
        open_groups = {
            act.group for act, _action in self._pairs if act.fits(chosen) and not self._whose(act)
        }
        for group, opener in self._openers.items():
            opener.setEnabled(group in open_groups)
        for act, action in self._pairs:
            whose = self._whose(act)
            fits = not whose and act.fits(chosen)
            action.setEnabled(fits)
            shortcut = f" ({act.shortcut})" if act.shortcut else ""
            action.setToolTip(
                f"{act.label}{shortcut}" if fits else whose or _WHY_NOT[act.needs] or act.label
            )

    def stand_in(self, place: Workplace) -> None:
        """Offer only what whoever is at work may do there."""
        if place is not EVERYWHERE or self._place_of_work is not EVERYWHERE:
            self._place_of_work = place
            self.refresh()

    @property
    def may_write(self) -> bool:
        """Whether whoever is at work writes where the list stands."""
        return self._place_of_work.seat.may(self._place_of_work.duties)

    def _whose(self, act: Act[Any]) -> str:
        """Whose act it is, where it is not his who is at work."""
        duties = self._place_of_work.duties if act.duties is None else act.duties
        return "" if act.reads else self._place_of_work.seat.why_not(duties)

    def fit(self, width: int | None) -> None:
        """Keep the buttons that fit into one row of the bar; the menu `Việc khác` has the rest.

        Args:
            width: Of the row, in pixels; None where the bar may go on in more rows.
        """
        kept = self._placed if width is None else self._fitting(width)
        for one in self._placed:
            one.button.setVisible(one in kept)
        self._rest.offer([one for one in self._placed if one not in kept])

    def _fitting(self, width: int) -> list[_Placed]:
        """The buttons that fit, the first ones first."""
        own = {self._rest.opener, *(one.button for one in self._placed)}
        left = width + self._bar.spacing()
        for made in self._bar.widgets():
            if made not in own and not made.isHidden():
                left -= self._taken(made)
        if sum(self._taken(one.button) for one in self._placed) <= left:
            return self._placed
        left -= self._taken(self._rest.opener)
        kept: list[_Placed] = []
        for one in self._placed:
            if one.button.text() != _REST:
                left -= self._taken(one.button)
                if left < 0:
                    break
                kept.append(one)
        return kept

    def _taken(self, widget: QWidget) -> int:
        return widget.sizeHint().width() + self._bar.spacing()

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
            action.setShortcutContext(_REACH[act.needs])
        action.triggered.connect(lambda: self._run(act))
        self._view.addAction(action)
        return action

    def _place(self, act: Act[Any], action: QAction) -> None:
        """Give the act its button, or its line in the menu of its group."""
        if not act.group:
            made = _button_of(act, action)
            self._bar.addWidget(made)
            self._placed.append(_Placed(made, action))
            return
        if act.group not in self._menus:
            opener, menu = menu_button(act.group, act.icon or "edit")
            self._openers[act.group], self._menus[act.group] = opener, menu
            self._bar.addWidget(opener)
            self._placed.append(_Placed(opener, menu.menuAction()))
        self._menus[act.group].addAction(action)

    def _run(self, act: Act[Any]) -> None:
        chosen = self._chosen()
        if act.fits(chosen) and not self._whose(act):
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
