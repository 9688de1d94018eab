"""Keeps what is typed into a form that stands in a page or in a window of its own kind.

Public: `TextDraft(form, is_changed, told)`. A `FormDialog` keeps its form itself; every other form
makes one of these when it is typed into on a page, so that none can be forgotten. It is kept
as text (`drafts.NOWHERE`).
"""

from collections.abc import Callable
from datetime import datetime
from uuid import uuid4

from PySide6.QtCore import QCoreApplication, QObject, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from ccb_desktop.ui.kit.drafts import NOWHERE, Draft, Drafts
from ccb_desktop.ui.kit.page import page_of

_LOOK_EVERY = 800  # milliseconds


class TextDraft(QObject):
    """Kept while the form holds something that was not saved; gone with it."""

    def __init__(
        self, form: QWidget, is_changed: Callable[[], bool], told: Callable[[], dict[str, str]]
    ) -> None:
        """Watch a form from now on.

        Args:
            form: The form.
            is_changed: Whether it holds something that was not saved.
            told: Label → what was typed.
        """
        super().__init__(form)
        self._form = form
        self._is_changed = is_changed
        self._told = told
        self._id = uuid4().hex
        self._kept: dict[str, str] = {}
        self._drafts: Drafts | None = None
        self._timer = QTimer(self, interval=_LOOK_EVERY)
        self._timer.timeout.connect(self.look)

    def begin(self) -> None:
        """Something was typed; look again and again until it is saved or left."""
        self._timer.start()

    def look(self) -> None:
        """Keep what is new; forget it where it was saved, or its window left."""
        window = self._form.window()
        left = isinstance(window, QDialog) and not window.isVisible()
        if left or not self._is_changed():
            self._timer.stop()
            self._kept = {}
            if self._drafts is not None:
                self._drafts.drop(self._id)
            return
        told = self._told()
        page = page_of(self._form)
        if page is None or not told or told == self._kept:
            return
        if self._drafts is None:
            drafts, own = page.desk.drafts, self._id
            self._form.destroyed.connect(lambda: drafts.drop(own))
            _app().aboutToQuit.connect(lambda: drafts.drop(own))
        self._kept, self._drafts = told, page.desk.drafts
        title = window.windowTitle() if isinstance(window, QDialog) else page.title
        self._drafts.keep(
            Draft(
                form_id=self._id,
                page=NOWHERE,
                kind="text",
                title=title,
                subject=None,
                typed=dict(told),
                kept_at=datetime.now().astimezone(),
            )
        )


def _app() -> QCoreApplication:
    app = QApplication.instance()
    if app is None:
        raise RuntimeError("forms are shown by an application")
    return app
