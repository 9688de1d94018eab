"""Việc vừa làm: everything that was done, newest first, each to be looked into and undone."""

from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ccb_desktop.domain.changes import Action, Change, UndoEffect
from ccb_desktop.domain.errors import Forbidden, Stopped
from ccb_desktop.domain.people_names import sort_key
from ccb_desktop.domain.printing import number, short_date
from ccb_desktop.domain.record_words import SUBJECT
from ccb_desktop.domain.users.duties import Duty, check_kinds
from ccb_desktop.operations import undo as undoing
from ccb_desktop.operations.action_details import ActionDetails, read_action, read_day
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.undo import Undone
from ccb_desktop.ui.kit import messages
from ccb_desktop.ui.kit.choice_fields import ChoiceField
from ccb_desktop.ui.kit.columns import Act, Column
from ccb_desktop.ui.kit.date_field import DayField
from ccb_desktop.ui.kit.empty_note import EmptyText
from ccb_desktop.ui.kit.field_row import FieldRow
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.record_table import RecordTable
from ccb_desktop.ui.kit.widgets import column, label
from ccb_desktop.ui.settings.action_details import ActionDetailsDialog

_NEWEST, _TODAY, _YESTERDAY, _DAY = "NEWEST", "TODAY", "YESTERDAY", "DAY"
_WEEK, _MONTH, _YEAR, _EVER = "WEEK", "MONTH", "YEAR", "EVER"
_DAYS_BACK = {_WEEK: 6, _MONTH: 29, _YEAR: 365}
_ALL = (None, "Tất cả")
_WHEN = (
    (_NEWEST, "200 việc mới nhất"),
    (_TODAY, "Hôm nay"),
    (_YESTERDAY, "Hôm qua"),
    (_WEEK, "7 ngày qua"),
    (_MONTH, "30 ngày qua"),
    (_YEAR, "Một năm qua"),
    (_EVER, "Từ đầu đến nay"),
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
        self._why = label("", "soft")
        self._table: RecordTable[Action] = RecordTable(
            "actions",
            _COLUMNS,
            id_of=lambda action: action.id,
            acts=self._acts(),
            noun="việc",
            empty=EmptyText("Không có việc nào", "Ngày này chưa ghi gì vào sổ."),
            state=desk.state,
        )
        subjects = [(text, text) for text in dict.fromkeys(SUBJECT.values())]
        self._table.add_choice("Sổ", [_ALL, *subjects], _subjects_of, more=True)
        self._table.add_choice("Người làm", [_ALL], lambda action: action.done_by, more=True)
        layout = column(self, margin=12, spacing=10)
        layout.addLayout(self._head())
        layout.addWidget(self._table, 1)
        self._table.keep_one_row()
        self._table.chosen_changed.connect(self._tell_why)
        self._when.changed.connect(self._choose_when)
        self._day.changed.connect(self.refresh)
        desk.broadcast.changed.connect(self._hear)

    def _head(self) -> QHBoxLayout:
        """What is seen, and beside it why not: the list keeps its height from line to line."""
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(FieldRow([(self._when, 13), (self._day, 10)]))
        head.addWidget(self._why, 1, Qt.AlignmentFlag.AlignBottom)
        return head

    def _acts(self) -> list[Act[Action]]:
        return [
            Act("Xem chi tiết", self._tell, icon="open", main=True, reads=True),
            Act(
                "Hoàn tác việc này",
                self._ask,
                "some",
                icon="undo",
                allowed=self._can_undo,
                duties=(),
            ),
            Act(
                "Phục hồi về trước việc này…",
                self._go_back,
                icon="backup",
                duties=(Duty.RESTORE,),
            ),
            Act(
                "Mọi thay đổi trong ngày",
                self._tell_day,
                needs="none",
                icon="history",
                reads=True,
            ),
        ]

    def refresh(self) -> None:
        """Read the acts again."""
        self._stale = False
        if self._day.problem():
            return
        back = _DAYS_BACK.get(self._when.value())
        from_on = date.today() - timedelta(days=back) if back is not None else None
        if self._when.value() == _EVER:
            from_on = date.min
        actions = undoing.list_actions(self._store, on=self._on, from_on=from_on)
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

    def _tell_why(self) -> None:
        """Say why what is chosen cannot be undone, or what undoing it means."""
        chosen = self._table.chosen()
        told = (one.why_not or self._whose(one) for one in chosen)
        self._why.setText(next(filter(None, told), ""))

    def _can_undo(self, chosen: list[Action]) -> bool:
        return all(one.can_be_undone and not self._whose(one) for one in chosen)

    def _whose(self, action: Action) -> str:
        """Whose it is to undo an act, where it is not his who is at work."""
        reverses = action.effect is UndoEffect.REVERSES
        try:
            check_kinds(self._desk.seat.user, action.kinds, only_voids=reverses)
        except Forbidden as error:
            return str(error)
        return ""

    def _ask(self, chosen: list[Action]) -> None:
        """Undo at once; ask before several, and before vouchers are taken back."""
        money = sum(one.effect is UndoEffect.REVERSES for one in chosen)
        if not money and len(chosen) == 1:
            self._undo(chosen)
            return
        asked = [f"Hoàn tác {number(len(chosen))} việc, việc mới trước, việc cũ sau?"]
        if money:
            asked.append(
                f"{number(money)} việc có phiếu đã ghi sổ: chương trình ghi phiếu hủy, và phiếu "
                "hủy thì không hoàn tác được nữa."
            )
        asked.append("Gặp việc không hoàn tác được thì dừng ở đó; những việc trước đó đã xong.")
        messages.ask_before(self, "\n".join(asked), "Hoàn tác", lambda: self._undo(chosen))

    def _undo(self, chosen: list[Action]) -> None:
        ids = [one.id for one in chosen]
        self._desk.background.run(
            lambda progress: undoing.undo_many(self._store, ids, progress.report),
            self._undone,
            label="Đang hoàn tác",
            owner=self,
        )

    def _undone(self, undone: Undone) -> None:
        for change in undone.changes:
            self._desk.broadcast.send(change)
        if len(undone.changes) > 1:
            self._desk.broadcast.told.emit(
                f"Đã hoàn tác {number(len(undone.changes))} việc. Tên từng việc ở Cài đặt, thẻ "
                "Việc vừa làm."
            )
        if undone.stopped_at is None:
            return
        label_of, error = undone.stopped_at
        if isinstance(error, Stopped) and not undone.changes:
            return
        told = f"Chưa hoàn tác được “{label_of}”."
        if undone.changes:
            told = f"Đã hoàn tác {len(undone.changes)} việc, rồi dừng ở việc “{label_of}”."
        messages.tell(self, f"{told}\n{error}")


def _subjects_of(action: Action) -> set[str]:
    return {SUBJECT[kind] for kind in action.kinds if kind in SUBJECT}


def _state_of(action: Action) -> str:
    if action.undone_by is not None:
        return "Đã hoàn tác"
    return _STATE[action.effect]


_STATE = {
    UndoEffect.PLAYED_BACK: "",
    UndoEffect.REVERSES: "Hoàn tác bằng phiếu hủy",
    UndoEffect.FINAL: "Không hoàn tác được",
}

_COLUMNS: list[Column[Action]] = [
    Column("at", "Ngày giờ", lambda a: f"{a.done_at:%d/%m/%Y %H:%M}", lambda a: a.id, width=16),
    Column("label", "Việc", lambda a: a.label, width=50),
    Column("subject", "Sổ", lambda a: ", ".join(sorted(_subjects_of(a))), width=22),
    Column("state", "Tình trạng", _state_of, tooltip=lambda a: a.why_not, width=22),
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
