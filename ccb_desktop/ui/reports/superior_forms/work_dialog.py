"""A large window of work over one form: asks before what was done is lost, keeps drafts."""

from collections.abc import Mapping
from datetime import datetime
from functools import partial
from typing import Any
from uuid import uuid4

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from ccb_desktop.domain.errors import UserError
from ccb_desktop.ui.kit import messages
from ccb_desktop.ui.kit.drafts import Draft
from ccb_desktop.ui.kit.page import Desk, ask_for_help
from ccb_desktop.ui.kit.widgets import column, label

_KEEP_AFTER = 800  # milliseconds without a key
_OF_SCREEN = 0.96


class WorkDialog(QDialog):
    """The frame: title, help, drafts, leaving."""

    saved = Signal(object)
    """The `Change` that was made."""

    draft_kind = ""
    """Kind of its drafts (`Draft.kind`)."""

    save_label = "Lưu"

    def __init__(self, parent: QWidget, desk: Desk, title: str, subject: int) -> None:
        """Build the frame; the subject fills `body`.

        Args:
            parent: The tab it belongs to.
            desk: What it is given to work with.
            title: What is done here.
            subject: The form it is about.
        """
        super().__init__(parent)
        self.form_id = uuid4().hex
        self.desk = desk
        self._subject = subject
        self._is_changed = False
        self._later = QTimer(self, interval=_KEEP_AFTER, singleShot=True)
        self._later.timeout.connect(self._keep_draft)
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        QShortcut(QKeySequence.StandardKey.HelpContents, self, partial(ask_for_help, self))
        self.body: QVBoxLayout = column(self, margin=14, spacing=8)
        self.body.addWidget(label(title, "heading"))
        self.resize(self.screen().availableSize() * _OF_SCREEN)

    # What a subject says

    def save(self) -> None:
        """Do the act."""

    def typed(self) -> dict[str, Any]:
        """What was done, as a draft keeps it."""
        return {}

    def take_typed(self, typed: Mapping[str, Any]) -> None:
        """Give back what a draft kept."""

    # What is the same for all

    def note_change(self) -> None:
        """Something was done that is not saved yet."""
        self._is_changed = True
        self._later.start()

    def take_draft(self, draft: Draft) -> None:
        """Go on with a window that a crash had closed; it keeps its id."""
        self.desk.drafts.drop(draft.form_id)
        self.form_id = draft.form_id
        self.take_typed(draft.typed)
        self.note_change()
        self._keep_draft()

    def tell_saved(self, change: object) -> None:
        """Everything is in the books now."""
        self._forget_draft()
        self.saved.emit(change)

    def tell_failed(self, error: UserError) -> None:
        """What was done stays in the window."""
        messages.tell(self, error)

    def reject(self) -> None:
        """Leave; when something was done, ask once."""
        if not self._is_changed:
            self.leave()
            return
        messages.ask(
            self,
            "Những gì vừa làm chưa được lưu.",
            [(self.save_label, self.save), ("Bỏ những gì vừa làm", self.leave)],
            stay="Làm tiếp",
        )

    def leave(self) -> None:
        """Close without asking."""
        self._forget_draft()
        super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        """The cross of the window is the same as `Bỏ`."""
        if self._is_changed and self.isVisible():
            event.ignore()
            self.reject()
        else:
            super().closeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter belongs to the list or line that has the keyboard.

        Qt would press the usual button of a message that this very key has opened.
        """
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    def _keep_draft(self) -> None:
        if self._is_changed:
            self.desk.drafts.keep(
                Draft(
                    form_id=self.form_id,
                    title=self.windowTitle(),
                    page="reports",
                    kind=self.draft_kind,
                    subject=self._subject,
                    typed=self.typed(),
                    kept_at=datetime.now().astimezone(),
                )
            )

    def _forget_draft(self) -> None:
        self._later.stop()
        self._is_changed = False
        self.desk.drafts.drop(self.form_id)
