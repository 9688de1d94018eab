"""A window around a form: save, save and go on, leave; nothing typed is lost.

    dialog = FormDialog(self, "Thêm hội viên", form, save=self._save, more=True)
    dialog.keep_drafts(desk.drafts, page="members", kind="member", subject=None)
    dialog.saved.connect(desk.broadcast.send)
    dialog.open()

`save(values, form_id)` does the act and gives its `Change`; `Invalid` marks the fields, any
other `UserError` is told, and the dialog stays open with everything in it.
"""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from typing import Any
from uuid import uuid4

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QWidget

from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.errors import AlreadyDone, Invalid, UserError
from ccb_desktop.domain.users.duties import Duty
from ccb_desktop.ui.kit import messages
from ccb_desktop.ui.kit.drafts import NOWHERE, Draft, Drafts
from ccb_desktop.ui.kit.form import Form
from ccb_desktop.ui.kit.page import ask_for_help, page_of
from ccb_desktop.ui.kit.seat import EVERYWHERE, place_of
from ccb_desktop.ui.kit.widgets import button, column, label

Save = Callable[[dict[str, Any], str], Change | None]

_SAVE = "Lưu"
_KEEP_AFTER = 800  # milliseconds without a key


class _FirstPress(QObject):
    """Keeps out of a window the second press of the double click that opened it."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Until something was pressed here, no press can be the second one."""
        if event.type() is QEvent.Type.MouseButtonPress:
            watched.removeEventFilter(self)
        return event.type() is QEvent.Type.MouseButtonDblClick


class FormDialog(QDialog):
    """Enter goes on, Ctrl+S saves, Esc leaves, F1 helps; leaving with changes asks once."""

    saved = Signal(object)
    """The `Change` that saving has made, if it made one."""

    is_form = True
    """What stands in it is part of one act; see `seat.place_of`."""

    duties: tuple[Duty, ...] | None = None
    """Where everybody may open it to read: whose work it is to change what stands in it."""

    renewed = Signal()
    """The form was filled in anew: emptied for the next one, or with what a draft kept."""

    def __init__(
        self,
        parent: QWidget | None,
        title: str,
        form: Form,
        save: Save,
        *,
        intro: str = "",
        save_label: str = _SAVE,
        more: bool = False,
        more_label: str = "Lưu và thêm tiếp",
        can_come_back: bool = True,
    ) -> None:
        """Build the dialog; show it with `open()`.

        Args:
            parent: The page it belongs to.
            title: What is done here, as `Thêm hội viên`.
            form: The form, filled in with what is known.
            save: Does the act.
            intro: One line above the form, where it needs explaining.
            save_label: The act, where it is more than saving: `Kết nạp`.
            more: Whether there is a button to save and begin the next one.
            more_label: What that button says.
            can_come_back: Whether the act can be undone; else leaving never offers to do it.
        """
        super().__init__(parent)
        self.form_id = uuid4().hex
        self.form = form
        form.keeps_text = False
        self._save = save
        self._save_label = save_label
        self._more_label = more_label if more else ""
        self._can_come_back = can_come_back
        self._drafts: Drafts | None = None
        self._draft_of: dict[str, Any] = {}
        self._intro = label("", "soft")
        self._later = QTimer(self, interval=_KEEP_AFTER, singleShot=True)
        self._later.timeout.connect(self._keep_draft)
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        QShortcut(QKeySequence.StandardKey.HelpContents, self, partial(ask_for_help, self))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._build(title, intro)
        form.changed.connect(self._later.start)

    def set_intro(self, intro: str) -> None:
        """Say another line above the form; an empty one takes no room."""
        self._intro.setText(intro)
        self._intro.setVisible(bool(intro))

    def keep_drafts(
        self, drafts: Drafts, *, page: str, kind: str, subject: int | None = None
    ) -> None:
        """Keep what is typed in case of a crash; see `Draft` for the words.

        Without it what is typed is kept as text, which is shown again but not filled in.
        """
        self._drafts = drafts
        self._draft_of = {"page": page, "kind": kind, "subject": subject}

    def take_draft(self, draft: Draft) -> None:
        """Go on with a form that a crash had closed; it keeps its id."""
        if self._drafts is not None:
            self._drafts.drop(draft.form_id)
        self.form_id = draft.form_id
        self.form.set_typed(draft.typed)
        self.renewed.emit()
        self._keep_draft()

    def save(self) -> bool:
        """Save and close; tells whether it was saved."""
        if not self._saved():
            return False
        self.accept()
        return True

    def save_and_go_on(self) -> None:
        """Save, and empty the form for the next one."""
        if self._saved():
            self.form_id = uuid4().hex
            self.form.set_typed(self._empty)
            self.renewed.emit()
            self.form.settle()
            self.form.show_field(next(iter(self.form.fields)))

    def reject(self) -> None:
        """Leave; when something was typed, ask once."""
        if not self.form.is_changed:
            self._leave()
            return
        keep = [(self._save_label, self.save)] if self._can_come_back else []
        messages.ask(
            self,
            "Những gì vừa gõ chưa được lưu.",
            [*keep, ("Bỏ những gì vừa gõ", self._leave)],
            stay="Gõ tiếp",
            stay_is_usual=not keep,
        )

    def closeEvent(self, event: QCloseEvent) -> None:
        """The cross of the window is the same as `Bỏ`."""
        if self.form.is_changed and self.isVisible():
            event.ignore()
            self.reject()
        else:
            super().closeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin in the first field."""
        handle = self.windowHandle()
        if handle is not None:
            handle.installEventFilter(_FirstPress(handle))
        super().showEvent(event)
        self._look_at_seat()
        if self.form.fields:
            next(iter(self.form.fields.values())).focus()

    def _look_at_seat(self) -> None:
        """Let nobody type what he could not save."""
        place = EVERYWHERE if self.duties is None else place_of(self)
        whose = place.seat.why_not(place.duties)
        if whose:
            self.form.let_read()
            self.set_intro(f"Bác xem được. {whose}.\n{self._intro.text()}".rstrip())
            for made in (*self._savers, self._must):
                made.hide()
            self._leaver.setText("Đóng")
            self._leaver.setAccessibleName("Đóng")

    def _build(self, title: str, intro: str) -> None:
        layout = column(self, margin=20, spacing=12)
        layout.addWidget(label(title, "title"))
        layout.addWidget(self._intro)
        self.set_intro(intro)
        layout.addWidget(self.form, 1)
        layout.addLayout(self._button_row())
        letter = self.fontMetrics().height()
        self._empty = self.form.typed()
        room = self.screen().availableSize()
        wanted = self.form.wanted_size(letter * 44)
        self.resize(
            min(wanted.width() + 60, round(room.width() * 0.95)),
            min(wanted.height() + letter * 9, round(room.height() * 0.92)),
        )

    def _button_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self._must = label("", "soft", wrap=False)
        if any(field.required for field in self.form.fields.values()):
            self._must.setText("Ô có dấu * phải ghi")
        self._leaver = button("Bỏ", self.reject)
        row.addWidget(self._must)
        row.addStretch(1)
        row.addWidget(self._leaver)
        for made in self.further_buttons():
            row.addWidget(made)
        self._savers: list[QPushButton] = []
        if self._more_label:
            self._savers.append(
                button(self._more_label, self.save_and_go_on, shortcut="Ctrl+Shift+S")
            )
        icon = "save" if self._save_label == _SAVE else "check"
        self.save_button: QPushButton = button(
            self._save_label, self.save, role="main", icon=icon, shortcut="Ctrl+S"
        )
        self._savers.append(self.save_button)
        for made in self._savers:
            row.addWidget(made)
        self.form.lead_on(self.save_button)
        return row

    def further_buttons(self) -> Sequence[QPushButton]:
        """Buttons of the subject, between leaving and saving; asked for once."""
        return ()

    def _saved(self) -> bool:
        """Do the act; False where something must be mended first."""
        if not self.is_filled_in():
            return False
        try:
            change = self._save(self.form.values(), self.form_id)
        except UserError as error:
            return self.tell_failed(error)
        self.tell_saved(change)
        return True

    def is_filled_in(self) -> bool:
        """Whether it can be saved as it stands; marks the fields that must be mended first."""
        problems = self.form.problems()
        if problems:
            self._mark(Invalid(problems))
        return not problems

    def tell_failed(self, error: UserError) -> bool:
        """Mark or tell why it was not saved; true where it had been saved before."""
        if isinstance(error, AlreadyDone):
            messages.tell(self.parentWidget(), error)
            self.tell_saved(None)
            return True
        if isinstance(error, Invalid):
            self._mark(error)
        else:
            messages.tell(self, error)
        return False

    def tell_saved(self, change: Change | None) -> None:
        """Everything typed is in the books now."""
        self._forget_draft()
        self.form.mark({})
        self.form.settle()
        if change is not None:
            self.saved.emit(change)

    def _mark(self, invalid: Invalid) -> None:
        elsewhere = self.form.mark(invalid.fields)
        if elsewhere:
            messages.tell(self, Invalid({str(i): text for i, text in enumerate(elsewhere)}))

    def _leave(self) -> None:
        self._forget_draft()
        self.form.settle()
        super().reject()

    def _keep_draft(self) -> None:
        if self._drafts is None:
            self._keep_as_text()
        if self._drafts is None or not self.form.is_changed:
            return
        is_text = self._draft_of["page"] == NOWHERE
        self._drafts.keep(
            Draft(
                form_id=self.form_id,
                title=self.windowTitle(),
                typed=self.form.told() if is_text else self.form.typed(),
                kept_at=datetime.now().astimezone(),
                **self._draft_of,
            )
        )

    def _keep_as_text(self) -> None:
        """Nobody can open this form again by itself, but what was typed shall not be lost."""
        page = page_of(self)
        if page is not None:
            self.keep_drafts(page.desk.drafts, page=NOWHERE, kind="text")

    def _forget_draft(self) -> None:
        self._later.stop()
        if self._drafts is not None:
            self._drafts.drop(self.form_id)
