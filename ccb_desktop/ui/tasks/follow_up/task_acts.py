"""What can be done with tasks wherever they are listed: progress, done, looked at, steps."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.errors import UserError
from ccb_desktop.domain.tasks.lines import TaskLine
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.tasks import progress
from ccb_desktop.ui.kit import messages
from ccb_desktop.ui.kit.columns import Act
from ccb_desktop.ui.kit.drafts import Draft
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.tasks.follow_up.progress_dialogs import (
    ids_of,
    inspected_dialog,
    report_dialog,
)
from ccb_desktop.ui.tasks.follow_up.steps_dialog import StepsDialog

REPORT_DRAFT = "task_progress"
"""Kind of drafts of reports."""

MARK_DONE = "Đánh dấu xong"
"""The act that says that tasks are done, asked for the day."""

MORE = "Việc khác"
"""The button under which seldom acts stand."""


class TaskActs:
    """The acts of one list of tasks; what they change is told to everybody."""

    def __init__(self, parent: QWidget, desk: Desk, store: Store) -> None:
        self._parent = parent
        self._desk = desk
        self._store = store

    def acts(self) -> list[Act[TaskLine]]:
        """For a list of tasks."""
        return [
            Act("Ghi tiến độ", self.report, needs="some", icon="edit"),
            Act(MARK_DONE, self.mark_done, needs="some", icon="check", shortcut="Ctrl+D"),
            Act("Các lần báo, minh chứng", self._show_steps, icon="open", main=True, reads=True),
            Act("Ghi kiểm tra", self._inspect, needs="some", icon="more", group=MORE),
            Act("Bỏ dấu xong", self._reopen, needs="some", group=MORE, allowed=_all_done),
        ]

    def report(self, lines: Sequence[TaskLine]) -> None:
        """Tell progress of some."""
        self._open_report(report_dialog(self._parent, self._store, lines), lines)

    def mark_done(self, lines: Sequence[TaskLine]) -> None:
        """Say that some are done; who has a result has it filled up to the target."""
        self._open_report(report_dialog(self._parent, self._store, lines, done=True), lines)

    def reopen_report(self, draft: Draft) -> None:
        """Go on with a report that a crash had closed.

        Raises:
            NotFound: The task is not there any more.
        """
        line = progress.load_line(self._store, draft.subject or 0)
        dialog = report_dialog(self._parent, self._store, [line])
        self._open_report(dialog, [line])
        dialog.take_draft(draft)

    def _reopen(self, lines: Sequence[TaskLine]) -> None:
        self._do(lambda: progress.reopen(self._store, ids_of(lines)))

    def _inspect(self, lines: Sequence[TaskLine]) -> None:
        self._open(inspected_dialog(self._parent, self._store, lines))

    def _show_steps(self, lines: Sequence[TaskLine]) -> None:
        StepsDialog(self._parent, self._desk, self._store, lines[0]).open()

    def _open_report(self, dialog: FormDialog, lines: Sequence[TaskLine]) -> None:
        """What is told of one task is kept in case of a crash."""
        if len(lines) == 1:
            drafts = self._desk.drafts
            dialog.keep_drafts(drafts, page="tasks", kind=REPORT_DRAFT, subject=lines[0].id)
        self._open(dialog)

    def _open(self, dialog: FormDialog) -> None:
        dialog.saved.connect(self._desk.broadcast.send)
        dialog.open()

    def _do(self, act: Callable[[], Change]) -> None:
        try:
            self._desk.broadcast.send(act())
        except UserError as error:
            messages.tell(self._parent, error)


def _all_done(lines: Sequence[TaskLine]) -> bool:
    return all(line.assignment.done_on is not None for line in lines)
