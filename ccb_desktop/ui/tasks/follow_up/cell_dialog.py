"""The window behind a cell of the matrix: its tasks, and what is done with them."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.tasks.lines import TaskLine
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.tasks import following
from ccb_desktop.ui.kit.empty_note import EmptyText
from ccb_desktop.ui.kit.list_dialog import ListDialog
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.record_table import RecordTable
from ccb_desktop.ui.tasks.follow_up.task_acts import TaskActs
from ccb_desktop.ui.tasks.follow_up.task_columns import Glance, task_columns

KINDS = frozenset({"assignments", "progress_steps", "task_items", "key_tasks"})
"""The tables whose change is a change of what is shown of tasks."""


class CellDialog(ListDialog):
    """Stays open over several acts, and shows what came of each."""

    def __init__(
        self,
        parent: QWidget,
        desk: Desk,
        store: Store,
        title: str,
        lines: Sequence[TaskLine],
        soon_days: int,
    ) -> None:
        """Build it; show it with `open()`.

        Args:
            parent: The tab it belongs to.
            desk: Where acts are told.
            store: The books.
            title: The unit and the item.
            lines: The tasks.
            soon_days: From how many days before its end on one is due soon.
        """
        super().__init__(parent, title)
        self._store = store
        self._ids = [line.id for line in lines]
        self.table: RecordTable[TaskLine] = RecordTable(
            "task-cell",
            task_columns(Glance(soon_days=soon_days)),
            id_of=lambda line: line.id,
            acts=TaskActs(self, desk, store).acts(),
            noun="việc",
            empty=EmptyText("Không giao việc nào ở ô này", ""),
            state=desk.state,
        )
        self.show_list(self.table, lines, letters=(64, 32))
        self.table.choose_ids(self._ids[:1])
        self.table.view.setFocus()
        desk.broadcast.changed.connect(self._hear)

    def _hear(self, change: Change) -> None:
        if change.kinds & KINDS:
            self.table.set_lines(following.lines_of(self._store, self._ids, date.today()))
