"""The window of one task: what was told of it step by step, with the evidence."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.attached_files import FileOwner
from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.errors import UserError
from ccb_desktop.domain.labels import FIELD
from ccb_desktop.domain.printing import number, short_date
from ccb_desktop.domain.tasks.labels import FIELD as TASK_FIELD
from ccb_desktop.domain.tasks.labels import LABELS
from ccb_desktop.domain.tasks.lines import TaskLine
from ccb_desktop.domain.tasks.progress import StepLine
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.tasks import progress
from ccb_desktop.ui.kit import messages
from ccb_desktop.ui.kit.columns import Act, Column
from ccb_desktop.ui.kit.empty_note import EmptyText
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.kit.list_dialog import ListDialog
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.papers_list import PapersDialog
from ccb_desktop.ui.kit.record_table import RecordTable
from ccb_desktop.ui.tasks.follow_up.progress_dialogs import report_dialog, step_dialog


class StepsDialog(ListDialog):
    """Steps are added, corrected and taken out here; each act can be undone."""

    def __init__(self, parent: QWidget, desk: Desk, store: Store, line: TaskLine) -> None:
        """Build it; show it with `open()`.

        Args:
            parent: The page or window it belongs to.
            desk: Where acts are told.
            store: The books.
            line: Which task.
        """
        super().__init__(parent, f"{line.who}: {line.item.what}")
        self._desk = desk
        self._store = store
        self._line = line
        self.table: RecordTable[StepLine] = RecordTable(
            "task-steps",
            _COLUMNS,
            id_of=lambda one: one.step.id,
            acts=[
                Act("Thêm tiến độ", lambda _none: self._add(), "none", icon="add"),
                Act("Sửa", self._correct, icon="edit", main=True),
                Act("Minh chứng", self._show_papers, icon="folder", reads=True),
                Act("Bỏ", self._remove, needs="some", icon="delete", shortcut="Delete"),
            ],
            noun="lần báo",
            empty=EmptyText(
                "Chưa báo tiến độ lần nào",
                "Bấm Thêm tiến độ để ghi việc đã làm, kết quả đạt thêm.",
                "Thêm tiến độ",
                self._add,
            ),
            state=desk.state,
        )
        self.show_list(self.table, self._read(), _told(line), (54, 30))
        desk.broadcast.changed.connect(self._hear)

    def _read(self) -> list[StepLine]:
        return progress.list_steps(self._store, self._line.id)

    def _hear(self, change: Change) -> None:
        if change.kinds & {"progress_steps", "attached_files"}:
            self.table.set_lines(self._read())

    def _add(self) -> None:
        self._open(report_dialog(self, self._store, [self._now()]))

    def _correct(self, chosen: Sequence[StepLine]) -> None:
        self._open(step_dialog(self, self._store, self._now(), chosen[0].step))

    def _now(self) -> TaskLine:
        """The task with the steps it has now: the window may stay open over several acts."""
        return progress.load_line(self._store, self._line.id)

    def _show_papers(self, chosen: Sequence[StepLine]) -> None:
        step = chosen[0].step
        title = f"Minh chứng {short_date(step.reported_on)}" if step.reported_on else "Minh chứng"
        owner = FileOwner(progress_id=step.id)
        example = "Ảnh chụp, biên bản, danh sách ký nhận…"
        PapersDialog(self, self._desk, self._store, owner, title, example=example).open()

    def _remove(self, chosen: Sequence[StepLine]) -> None:
        ids = [one.step.id or 0 for one in chosen]
        self._do(lambda: progress.remove_steps(self._store, ids))

    def _open(self, dialog: FormDialog) -> None:
        dialog.saved.connect(self._desk.broadcast.send)
        dialog.open()

    def _do(self, act: Callable[[], Change]) -> None:
        try:
            self._desk.broadcast.send(act())
        except UserError as error:
            messages.tell(self, error)


def _told(line: TaskLine) -> str:
    one = line.assignment
    parts = [f"{line.key_task.title}. Kỳ: {one.period.label}, hạn {short_date(line.ends_on)}"]
    parts += [f"Đã đạt {line.reached}"] if line.reached else []
    parts += [f"Hoàn thành ngày {short_date(one.done_on)}"] if one.done_on else []
    if one.checked_by and one.checked_on:
        found = f": {one.check_note}" if one.check_note else ""
        parts.append(f"{one.checked_by} kiểm tra ngày {short_date(one.checked_on)}{found}")
    return ". ".join(parts) + "."


_COLUMNS: list[Column[StepLine]] = [
    Column(
        "reported_on",
        TASK_FIELD["reported_on"],
        lambda one: short_date(one.step.reported_on) if one.step.reported_on else "Chưa rõ ngày",
        lambda one: one.step.reported_on,
        width=11,
    ),
    Column(
        "amount",
        LABELS["progress_steps", "amount"],
        lambda one: "" if one.step.amount is None else number(one.step.amount),
        lambda one: one.step.amount,
        align="right",
        width=11,
    ),
    Column("note", FIELD["note"], lambda one: one.step.note, width=40),
    Column(
        "papers",
        "Minh chứng",
        lambda one: f"{one.papers} tệp" if one.papers else "",
        lambda one: one.papers,
        width=10,
    ),
]
