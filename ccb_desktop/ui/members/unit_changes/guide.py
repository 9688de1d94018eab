"""A window that asks, shows what would happen, and does it: nothing is written before.

A subclass gives the first step and says what its order, its plan and its act are; reading and
writing run in the worker.
"""

from abc import abstractmethod
from collections.abc import Callable
from functools import partial
from typing import Any
from uuid import uuid4

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QStackedWidget, QWidget

from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.errors import Invalid, Stopped, UserError
from ccb_desktop.domain.long_jobs import Tell
from ccb_desktop.domain.unit_changes.plans import Plan
from ccb_desktop.ui.kit import messages
from ccb_desktop.ui.kit.background import Standing
from ccb_desktop.ui.kit.bottom_bar import in_words
from ccb_desktop.ui.kit.form import Form
from ccb_desktop.ui.kit.page import Desk, ask_for_help
from ccb_desktop.ui.kit.widgets import button, column, label, size_in_letters
from ccb_desktop.ui.members.unit_changes.plan_step import PlanStep

_STEPS = ("Bước 1/2: {asked}", "Bước 2/2: Xem trước rồi ghi")
_LINES, _LETTERS = 34, 54  # size of the window in heights of a line of text


class Guide(QDialog):
    """Two steps: what is wanted, and what would happen."""

    saved = Signal(object)
    """The `Change` that was written."""

    form: Form
    """Where problems are marked."""

    def __init__(self, parent: QWidget, desk: Desk, title: str, asked: str, act: str) -> None:
        """Build the frame; `begin` puts the first step in.

        Args:
            parent: The page it belongs to.
            desk: Whose worker does the jobs.
            title: What is done here.
            asked: What the first step asks.
            act: The last button, saying the act.
        """
        super().__init__(parent)
        self.form_id = uuid4().hex
        self._desk, self._asked, self._act = desk, asked, act
        self._order: Any = None
        self._busy = False
        self._heading = label("", "heading")
        self._stack = QStackedWidget()
        self.plan_step = PlanStep()
        self._leave = button("Bỏ", self.reject)
        self._back = button("Quay lại", self._go_back, icon="back")
        self._next = button("Tiếp tục", self._go_on, role="main", icon="next", shortcut="Ctrl+S")
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        desk.background.moved.connect(self._show_progress)
        QShortcut(QKeySequence.StandardKey.HelpContents, self, partial(ask_for_help, self))

    # What each window says for itself

    @abstractmethod
    def order(self) -> Any:
        """What is asked for.

        Raises:
            Invalid: By field, where something is missing.
        """

    @abstractmethod
    def plan(self, order: Any, report: Tell) -> Plan:
        """What it would do; called in the worker."""

    @abstractmethod
    def write(self, order: Any, report: Tell) -> Change:
        """Do it; called in the worker."""

    # The frame

    def begin(self, first: QWidget) -> None:
        """Put the first step in and show it."""
        self._stack.addWidget(first)
        self.form.lead_on(self._next)
        self._stack.addWidget(self.plan_step)
        layout = column(self, margin=20, spacing=12)
        layout.addWidget(label(self.windowTitle(), "title"))
        layout.addWidget(self._heading)
        layout.addWidget(self._stack, 1)
        layout.addLayout(self._feet())
        size_in_letters(self, _LETTERS, _LINES)
        self._show(0)
        self.form.show_field(next(iter(self.form.fields)))

    def reject(self) -> None:
        """Leave; while it works, stop that first: the books are as before then."""
        if not self._busy:
            super().reject()
            return
        self._desk.background.stop()
        self._leave.setEnabled(False)
        self._heading.setText("Đang dừng…")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the keyboard; in a list it does nothing."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
            return
        pressed = self.focusWidget()
        if isinstance(pressed, QPushButton):
            pressed.click()

    def _feet(self) -> QHBoxLayout:
        feet = QHBoxLayout()
        feet.addWidget(self._leave)
        feet.addStretch(1)
        for made in (self._back, self._next):
            feet.addWidget(made)
        return feet

    def _show(self, step: int) -> None:
        self._stack.setCurrentIndex(step)
        self._heading.setText(_STEPS[step].format(asked=self._asked))
        self._next.setText(self._act if step else "Tiếp tục")
        self._next.setAccessibleName(self._next.text())
        self._back.setVisible(step > 0)
        if step:
            self._next.setFocus()

    def _go_back(self) -> None:
        self._show(0)
        self.form.show_field(next(iter(self.form.fields)))

    def _go_on(self) -> None:
        if self._stack.currentIndex():
            order = self._order
            self._run(lambda report: self.write(order, report), self._written, "Đang ghi vào sổ")
            return
        try:
            problems = self.form.problems()
            if problems:
                raise Invalid(problems)
            self._order = order = self.order()
        except UserError as error:
            self._tell(error)
            return
        self._run(lambda report: self.plan(order, report), self._planned, "Đang xem trước")

    def _planned(self, plan: Plan) -> None:
        self.form.mark({})
        self.plan_step.show_plan(plan)
        self._show(1)
        self._next.setEnabled(bool(plan.lines))

    def _written(self, change: Change) -> None:
        self.saved.emit(change)
        self.accept()

    def _run(self, work: Callable[[Tell], Any], then: Callable[[Any], object], text: str) -> None:
        self._set_busy(busy=True)

        def done(result: Any) -> None:
            self._set_busy(busy=False)
            then(result)

        def failed(error: UserError) -> None:
            self._set_busy(busy=False)
            self._tell(error)

        self._desk.background.run(
            lambda progress: work(progress.report), done, failed, label=text, owner=self
        )

    def _set_busy(self, *, busy: bool) -> None:
        self._busy = busy
        for made in (self._back, self._next):
            made.setEnabled(not busy)
        self._leave.setEnabled(True)
        self._leave.setText("Dừng" if busy else "Bỏ")
        if busy:
            self._heading.setText("Đang làm, chờ một chút…")
        else:
            self._show(self._stack.currentIndex())

    def _show_progress(self, standing: Standing) -> None:
        if self._busy and self._leave.isEnabled():
            self._heading.setText(in_words(standing))

    def _tell(self, error: UserError) -> None:
        """Beside the fields, else in a box."""
        if isinstance(error, Stopped):
            return
        if not isinstance(error, Invalid):
            messages.tell(self, error)
            return
        self._show(0)
        elsewhere = self.form.mark(error.fields)
        if elsewhere:
            messages.tell(self, Invalid({str(i): text for i, text in enumerate(elsewhere)}))
