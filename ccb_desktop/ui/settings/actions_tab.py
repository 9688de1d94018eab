"""Việc vừa làm: everything that was done, newest first, each to be undone in one click."""

from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.changes import Action
from ccb_desktop.domain.printing import number
from ccb_desktop.operations import undo as undoing
from ccb_desktop.operations.branch import Store
from ccb_desktop.ui.kit.columns import Act, Column
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.record_table import RecordTable
from ccb_desktop.ui.kit.widgets import column, label


class ActionsTab(QWidget):
    """The list of acts."""

    def __init__(self, desk: Desk, store: Store) -> None:
        super().__init__()
        self._desk = desk
        self._store = store
        self._table: RecordTable[Action] = RecordTable(
            "actions",
            [
                Column(
                    "at",
                    "Ngày giờ",
                    lambda a: f"{a.done_at:%d/%m/%Y %H:%M}",
                    lambda a: a.id,
                    width=16,
                ),
                Column("label", "Việc", lambda a: a.label, width=50),
                Column(
                    "state",
                    "Tình trạng",
                    lambda a: "Đã hoàn tác" if a.undone_by else "",
                    width=14,
                ),
                Column(
                    "changes",
                    "Số dòng sổ",
                    lambda a: number(a.changes),
                    lambda a: a.changes,
                    align="right",
                    width=10,
                ),
                Column("by", "Người làm", lambda a: a.done_by, shown=False, width=16),
            ],
            id_of=lambda action: action.id,
            acts=[
                Act("Hoàn tác việc này", self._undo, needs="one", icon="undo", allowed=_can_undo)
            ],
            noun="việc",
            state=desk.state,
        )
        layout = column(self, margin=12, spacing=10)
        layout.addWidget(
            label("Mọi việc đã làm đều còn ở đây. Chọn một việc để đưa về như trước.", "soft")
        )
        layout.addWidget(self._table, 1)

    def refresh(self) -> None:
        """Read the acts again."""
        self._table.set_lines(undoing.list_actions(self._store))

    def _undo(self, chosen: list[Action]) -> None:
        action_id = chosen[0].id
        self._desk.background.run(
            lambda _progress: undoing.undo(self._store, action_id),
            self._desk.broadcast.send,
            label="Đang hoàn tác",
            owner=self,
        )


def _can_undo(chosen: list[Action]) -> bool:
    return all(action.undone_by is None for action in chosen)
