"""Việc vừa làm: everything that was done, newest first, each to be looked into and undone."""

from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.changes import Action, Change
from ccb_desktop.domain.people_names import sort_key
from ccb_desktop.domain.printing import number, short_date
from ccb_desktop.domain.record_words import SUBJECT
from ccb_desktop.operations import undo as undoing
from ccb_desktop.operations.action_details import ActionDetails, read_action, read_day
from ccb_desktop.operations.branch import Store
from ccb_desktop.ui.kit.choice_fields import ChoiceField
from ccb_desktop.ui.kit.columns import Act, Column
from ccb_desktop.ui.kit.date_field import DayField
from ccb_desktop.ui.kit.empty_note import EmptyText
from ccb_desktop.ui.kit.field_row import FieldRow
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.record_table import RecordTable
from ccb_desktop.ui.kit.widgets import column
from ccb_desktop.ui.settings.action_details import ActionDetailsDialog

_NEWEST, _TODAY, _YESTERDAY, _DAY = "NEWEST", "TODAY", "YESTERDAY", "DAY"
_ALL = (None, "Tất cả")
_WHEN = (
    (_NEWEST, "200 việc mới nhất"),
    (_TODAY, "Hôm nay"),
    (_YESTERDAY, "Hôm qua"),
    (_DAY, "Một ngày khác"),
)


class ActionsTab(QWidget):
    """The list of acts, the newest or those of a day; read when it is seen."""

    going_back = Signal(int)
    """The books shall go back to before this act."""

    def __init__(self, desk: Desk, store: Store) -> None:
        super().__init__()
        self._desk = desk
        self._store = store
        self._stale = True
        self._when = ChoiceField("when", "Xem việc đã làm", _WHEN, required=True, none="Chọn")
        self._when.set_value(_NEWEST)
        self._day = DayField("day", "Ngày", required=True)
        self._day.set_value(date.today())
        self._day.hide()
        self._table: RecordTable[Action] = RecordTable(
            "actions",
            _COLUMNS,
            id_of=lambda action: action.id,
            acts=[
                Act("Xem chi tiết", self._tell, icon="open", main=True),
                Act("Hoàn tác việc này", self._undo, icon="undo", allowed=_can_undo),
                Act("Phục hồi về trước việc này…", self._go_back, icon="backup"),
                Act("Mọi thay đổi trong ngày", self._tell_day, needs="none", icon="history"),
            ],
            noun="việc",
            empty=EmptyText("Không có việc nào", "Ngày này chưa ghi gì vào sổ."),
            state=desk.state,
        )
        subjects = [(text, text) for text in dict.fromkeys(SUBJECT.values())]
        self._table.add_choice("Sổ", [_ALL, *subjects], _subjects_of)
        self._table.add_choice("Người làm", [_ALL], lambda action: action.done_by, more=True)
        layout = column(self, margin=12, spacing=10)
        layout.addWidget(FieldRow([(self._when, 13), (self._day, 10)]))
        layout.addWidget(self._table, 1)
        self._when.changed.connect(self._choose_when)
        self._day.changed.connect(self.refresh)
        desk.broadcast.changed.connect(self._hear)

    def refresh(self) -> None:
        """Read the acts again."""
        self._stale = False
        if self._day.problem():
            return
        actions = undoing.list_actions(self._store, on=self._on)
        officers = sorted({act.done_by for act in actions if act.done_by}, key=sort_key)
        self._table.filters.set_choices("Người làm", [_ALL, *((name, name) for name in officers)])
        self._table.set_lines(actions)

    def showEvent(self, event: QShowEvent) -> None:
        """What was done meanwhile is read when the tab is seen."""
        super().showEvent(event)
        if self._stale:
            self.refresh()

    @property
    def _on(self) -> date | None:
        """The day whose acts are seen, None for the newest of any day."""
        today = date.today()
        days = {_TODAY: today, _YESTERDAY: today - timedelta(days=1), _DAY: self._day.value()}
        return days.get(self._when.value())

    def _hear(self, _change: Change) -> None:
        self._stale = True
        if self.isVisible():
            self.refresh()

    def _choose_when(self) -> None:
        self._day.setVisible(self._when.value() == _DAY)
        self.refresh()

    def _tell(self, chosen: list[Action]) -> None:
        action = chosen[0]
        self._desk.background.run(
            lambda _progress: read_action(self._store, action.id),
            lambda details: self._show(action.label, details),
            label="Đang đọc việc đã làm",
            owner=self,
        )

    def _tell_day(self, _chosen: list[Action]) -> None:
        on = self._on or date.today()
        self._desk.background.run(
            lambda _progress: read_day(self._store, on),
            lambda details: self._show(f"Mọi thay đổi trong ngày {short_date(on)}", details),
            label="Đang đọc việc đã làm",
            owner=self,
        )

    def _show(self, title: str, details: ActionDetails) -> None:
        dialog = ActionDetailsDialog(self, title, details, self._desk.state)
        dialog.wanted.connect(self._desk.broadcast.go_to)
        dialog.open()

    def _go_back(self, chosen: list[Action]) -> None:
        self.going_back.emit(chosen[0].id)

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


def _subjects_of(action: Action) -> set[str]:
    return {SUBJECT[kind] for kind in action.kinds if kind in SUBJECT}


_COLUMNS: list[Column[Action]] = [
    Column("at", "Ngày giờ", lambda a: f"{a.done_at:%d/%m/%Y %H:%M}", lambda a: a.id, width=16),
    Column("label", "Việc", lambda a: a.label, width=50),
    Column("subject", "Sổ", lambda a: ", ".join(sorted(_subjects_of(a))), width=22),
    Column("state", "Tình trạng", lambda a: "Đã hoàn tác" if a.undone_by else "", width=12),
    Column(
        "changes",
        "Số dòng sổ",
        lambda a: number(a.changes),
        lambda a: a.changes,
        align="right",
        width=10,
    ),
    Column("by", "Người làm", lambda a: a.done_by, width=16),
]
