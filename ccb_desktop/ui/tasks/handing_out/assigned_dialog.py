"""The window Việc đã giao: what was handed out, what of the four clears lacks, mended here."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.errors import UserError
from ccb_desktop.domain.tasks.clears import count_clears
from ccb_desktop.domain.tasks.lines import TaskLine
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.tasks import handing_out
from ccb_desktop.ui.kit import messages
from ccb_desktop.ui.kit.columns import Act
from ccb_desktop.ui.kit.empty_note import EmptyText
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.kit.list_dialog import ListDialog
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.record_table import RecordTable
from ccb_desktop.ui.kit.table_export import export_seen
from ccb_desktop.ui.kit.widgets import label
from ccb_desktop.ui.tasks.handing_out.assigned_lines import (
    LACKING_CHOICES,
    assigned_columns,
    clears_told,
    lacks,
)
from ccb_desktop.ui.tasks.handing_out.mend_dialogs import assignment_dialog, mend_dialog

_LACKING = "Xem"


class AssignedDialog(ListDialog):
    """Assignments of a year or of some items; each can be mended or taken back."""

    def __init__(
        self,
        parent: QWidget,
        desk: Desk,
        store: Store,
        title: str,
        read: Callable[[], list[TaskLine]],
        *,
        only_lacking: bool = False,
    ) -> None:
        """Build and fill the window; show it with `open()`.

        Args:
            parent: The tab it belongs to.
            desk: What the tab was given.
            store: The books.
            title: What is listed.
            read: Reads the lines, now and after every change.
            only_lacking: Whether at first only those are seen that lack one of the four clears.
        """
        super().__init__(parent, title)
        self._desk, self._store, self._read = desk, store, read
        self._told = label("")
        self.table: RecordTable[TaskLine] = RecordTable(
            "assigned",
            assigned_columns(),
            id_of=lambda line: line.id,
            acts=self._acts(),
            noun="việc đã giao",
            empty=EmptyText("Chưa giao việc nào", "Đóng cửa sổ này rồi bấm “Giao việc”."),
            state=desk.state,
            on_export=lambda seen: export_seen(self, desk, store, title, seen),
        )
        self.table.add_choice(_LACKING, [(None, "Tất cả"), *LACKING_CHOICES], lacks)
        self.show_list(self.table, [], letters=(72, 36))
        layout = self.layout()
        if isinstance(layout, QVBoxLayout):
            layout.insertWidget(1, self._told)
        self._fill()
        if only_lacking:
            self.table.filters.choose(_LACKING, True)

    def _acts(self) -> list[Act[TaskLine]]:
        return [
            Act("Sửa", self._edit, icon="edit", main=True),
            Act("Điền cho nhiều việc", self._mend, needs="some", icon="columns"),
            Act("Rút lại", self._withdraw, needs="some", icon="delete", shortcut="Delete"),
        ]

    def _edit(self, chosen: list[TaskLine]) -> None:
        self._open(assignment_dialog(self, self._store, chosen[0]))

    def _mend(self, chosen: list[TaskLine]) -> None:
        self._open(mend_dialog(self, self._store, chosen))

    def _withdraw(self, chosen: list[TaskLine]) -> None:
        ids = [line.id for line in chosen]
        try:
            self._tell(handing_out.withdraw_assignments(self._store, ids))
        except UserError as error:
            messages.tell(self, error)

    def _open(self, dialog: FormDialog) -> None:
        dialog.saved.connect(self._tell)
        dialog.open()

    def _tell(self, change: Change) -> None:
        self._fill()
        self._desk.broadcast.send(change)

    def _fill(self) -> None:
        lines: Sequence[TaskLine] = self._read()
        self._told.setText(clears_told(count_clears(lines)))
        self.table.set_lines(lines)
