"""Keeps the keyboard where the officer works, when it would be pushed into a bar that passes.

Public: `FocusReturn(bar)` with `give_back()`. A button that turns grey under the keyboard, or a
bar that goes while it has it, hands it to whatever comes next; here it goes back instead, or to
the list beside it. Who goes into the bar by Tab or mouse stays there.
"""

import shiboken6
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget


class FocusReturn(QObject):
    """Remembers what last had the keyboard beside a bar in the same window."""

    def __init__(self, bar: QWidget) -> None:
        super().__init__(bar)
        self._bar = bar
        self._last: QWidget | None = None
        self._is_pushed = False
        self._pushed = QTimer(self, interval=0, singleShot=True)
        self._pushed.timeout.connect(self._undo_push)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._note)

    def give_back(self) -> None:
        """Give the keyboard back, if it is in the bar."""
        inside = self._bar.window().focusWidget()
        target = self._target()
        if inside is not None and self._bar.isAncestorOf(inside) and target is not None:
            target.setFocus()

    def _note(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is None or not shiboken6.isValid(self._bar):
            return
        if self._bar.isAncestorOf(new):
            self._is_pushed = not self._holds()
            self._pushed.start()
        elif new.window() is self._bar.window():
            self._last = new

    def _undo_push(self) -> None:
        if self._is_pushed or not self._holds():
            self.give_back()

    def _holds(self) -> bool:
        """Whether what last had the keyboard could have kept it."""
        last = self._last
        return last is not None and shiboken6.isValid(last) and _takes(last)

    def _target(self) -> QWidget | None:
        """What had it; where that cannot take it, the list that is nearest to it."""
        near = self._last
        if near is None or not shiboken6.isValid(near):
            return None
        if _takes(near):
            return near
        while (near := near.parentWidget()) is not None:
            for view in near.findChildren(QAbstractItemView):
                if _takes(view):
                    return view
        return None


def _takes(widget: QWidget) -> bool:
    return widget.isEnabled() and widget.isVisible()
