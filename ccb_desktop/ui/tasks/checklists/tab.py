"""The tab Phiếu việc: the checklist of one unit for a period, marked here, sent and taken back."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QComboBox

from ccb_desktop.domain.errors import UserError
from ccb_desktop.domain.printing import number
from ccb_desktop.domain.tasks.checklists import Checklist
from ccb_desktop.domain.tasks.comparing import FilledFile
from ccb_desktop.domain.tasks.lines import TaskLine
from ccb_desktop.domain.tasks.progress import ProgressReport
from ccb_desktop.domain.tasks.spans import PlanSpan
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.tasks import checklists, progress
from ccb_desktop.operations.tasks.checklists import Checklists, Key
from ccb_desktop.operations.tasks.returned_checklists import read_filled_files
from ccb_desktop.ui.kit import messages
from ccb_desktop.ui.kit.broadcast import Place
from ccb_desktop.ui.kit.choice_fields import CalmComboBox
from ccb_desktop.ui.kit.columns import Act
from ccb_desktop.ui.kit.empty_note import EmptyText
from ccb_desktop.ui.kit.file_dialogs import (
    EXCEL_IN,
    WORD_OUT,
    choose_files,
    choose_folder,
    choose_target,
)
from ccb_desktop.ui.kit.open_file import open_with_pc, tell_written
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.record_table import RecordTable
from ccb_desktop.ui.kit.tabbed_page import PageTab
from ccb_desktop.ui.kit.table_export import export_seen
from ccb_desktop.ui.kit.widgets import button, label, labelled
from ccb_desktop.ui.tasks.checklists.return_dialog import ReturnDialog
from ccb_desktop.ui.tasks.checklists.send_dialog import FORM, SendDialog
from ccb_desktop.ui.tasks.follow_up.cell_dialog import KINDS
from ccb_desktop.ui.tasks.follow_up.progress_dialogs import ids_of
from ccb_desktop.ui.tasks.follow_up.task_acts import MARK_DONE, MORE, TaskActs
from ccb_desktop.ui.tasks.follow_up.task_columns import Glance, task_columns
from ccb_desktop.ui.tasks.span_choice import PlanSpanChoice

_UNIT = "Đơn vị"
_NAMES_TOLD = 6  # of written files, in the message
_NONE = EmptyText(
    "Kỳ này không có việc nào giao cho đơn vị",
    "Chọn năm, kỳ khác ở trên, hoặc giao việc ở thẻ Kế hoạch năm.",
)


class ChecklistTab(PageTab):
    """What one unit has to do in a period."""

    id = "checklist"
    title = "Phiếu việc"
    help_page = "phieu-viec"
    kinds = KINDS | {"units", "unit_names", "settings"}

    def __init__(self, desk: Desk, store: Store) -> None:
        super().__init__(desk, store)
        self._glance = Glance()
        self._found: tuple[Checklist, ...] = ()
        self._wanted: Key | None = None
        self._told = label("", "heading")
        self.span = PlanSpanChoice()
        self.unit = CalmComboBox()
        self.table: RecordTable[TaskLine] = RecordTable(
            "task-checklist",
            [column for column in task_columns(self._glance) if column.id != "who"],
            id_of=lambda line: line.id,
            acts=self._acts(),
            noun="việc",
            empty=_NONE,
            state=desk.state,
            on_export=lambda seen: export_seen(self, desk, store, "Phiếu việc", seen),
        )
        self._build()

    def _build(self) -> None:
        self.unit.setAccessibleName(_UNIT)
        self.unit.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._send = button("Gửi phiếu…", self.send, icon="export", writes=True)
        self.span.add(
            [
                labelled(_UNIT, self.unit),
                self._send,
                button("Nhận phiếu đã điền…", self.receive, icon="open", writes=True),
            ]
        )
        self.body.addWidget(self.span)
        self.body.addWidget(self._told)
        self.body.addWidget(self.table, 1)
        self.span.changed.connect(self.refresh)
        self.unit.activated.connect(self._choose_unit)

    def _acts(self) -> list[Act[TaskLine]]:
        done_today = Act(
            "Xong hôm nay",
            self._mark_today,
            needs="some",
            icon="check",
            shortcut="Ctrl+Shift+D",
            allowed=lambda lines: all(line.assignment.done_on is None for line in lines),
        )
        acts = [done_today, *TaskActs(self, self.desk, self.store).acts()]
        seldom = [replace(act, group=MORE) for act in acts if act.label == MARK_DONE]
        return [*(act for act in acts if act.label != MARK_DONE), *seldom]

    # Reading

    def refresh(self) -> None:
        """Read the checklists of the period again."""
        span, today = self.span.span, date.today()
        self.desk.background.run(
            lambda _progress: checklists.load_checklists(self.store, span, today),
            self._show,
            label="Đang đọc phiếu việc",
            owner=self,
        )

    def show_place(self, place: Place) -> None:
        """Show the year that somebody came here for, or read what came back filled in."""
        files = place.filters.get("files")
        if isinstance(files, list):
            self.read(files)
            return
        year = place.filters.get("year")
        if isinstance(year, int):
            self.span.set_span(year)
            self.refresh()

    def _show(self, read: Checklists) -> None:
        if self.span.offer_years(read.years):
            self.refresh()
            return
        self._found = read.found
        self._glance.on, self._glance.soon_days = date.today(), read.branch.task_soon_days
        keys = [one.recipient.key for one in read.found]
        with QSignalBlocker(self.unit):
            self.unit.clear()
            self.unit.addItems([one.recipient.name for one in read.found])
            self.unit.setCurrentIndex(keys.index(self._wanted) if self._wanted in keys else 0)
        self._send.setEnabled(bool(read.found))
        self._show_unit()

    def _choose_unit(self) -> None:
        seen = self._seen()
        self._wanted = seen.recipient.key if seen else None
        self._show_unit()

    def _show_unit(self) -> None:
        seen = self._seen()
        lines = seen.lines if seen else ()
        self.table.set_lines(lines)
        done = sum(line.is_done_by(self._glance.on) for line in lines)
        late = sum(line.is_overdue(self._glance.on) for line in lines)
        told = (
            f"{seen.recipient.name}, {seen.span.name}: xong {done}/{len(lines)} việc"
            if seen
            else ""
        )
        self._told.setText(f"{told}, quá hạn {late}." if late else f"{told}." if told else "")

    def _seen(self) -> Checklist | None:
        place = self.unit.currentIndex()
        return self._found[place] if 0 <= place < len(self._found) else None

    # Marking

    def _mark_today(self, lines: list[TaskLine]) -> None:
        """Done today, results filled up to their targets; taken back with one undo."""
        report = ProgressReport(reported_on=date.today(), up_to_target=True, done=True)
        try:
            change = progress.report_progress(self.store, ids_of(lines), report)
        except UserError as error:
            messages.tell(self, error)
            return
        self.desk.broadcast.send(change)

    # Sending

    def send(self) -> None:
        """Ask what is sent to whom."""
        seen = self._seen()
        if seen is not None:
            key = seen.recipient.key
            SendDialog(self, self._found, key, self._ask_where).open()

    def _ask_where(self, kind: str, keys: list[Key]) -> None:
        span, on = self.span.span, date.today()
        if kind == FORM:
            title = "Ghi phiếu Excel vào thư mục nào"
            choose_folder(self, title, lambda folder: self._write_forms(span, keys, folder))
            return
        name = checklists.suggested_name(self.store, span, on)
        choose_target(
            self,
            "Ghi phiếu giấy vào đâu",
            name,
            WORD_OUT,
            lambda out: self.desk.background.run(
                lambda _progress: checklists.write_word(self.store, span, keys, on, out),
                lambda written: tell_written(self, [written]),
                label="Đang ghi phiếu việc",
                owner=self,
            ),
        )

    def _write_forms(self, span: PlanSpan, keys: list[Key], folder: Path) -> None:
        on = date.today()
        self.desk.background.run(
            lambda told: checklists.write_excel(self.store, span, keys, on, folder, told.report),
            self._tell_forms,
            label="Đang ghi phiếu việc",
            owner=self,
        )

    def _tell_forms(self, written: Sequence[Path]) -> None:
        if len(written) <= _NAMES_TOLD:
            tell_written(self, written)
            return
        folder = written[0].parent
        messages.ask(
            self,
            f"Đã ghi {number(len(written))} phiếu, đọc lại thấy đúng.\nMỗi đơn vị một tệp, tên tệp "
            f"có tên đơn vị.\nTrong thư mục {folder}",
            [("Mở thư mục", lambda: open_with_pc(self, folder))],
            stay="Đóng",
            drawing="check",
        )

    # Taking back

    def receive(self) -> None:
        """Ask for the files that came back."""
        choose_files(self, "Chọn các phiếu Excel mà đơn vị đã điền", EXCEL_IN, self.read)

    def read(self, paths: Sequence[Path]) -> None:
        """Read files that came back, and show what they say against the books."""
        year = self.span.span.year
        self.desk.background.run(
            lambda told: read_filled_files(paths, told.report),
            lambda files: self._compare(files, year),
            label="Đang đọc phiếu đã điền",
            owner=self,
        )

    def _compare(self, files: list[FilledFile], year: int) -> None:
        dialog = ReturnDialog(self, self.desk, self.store, files, year)
        dialog.saved.connect(self.desk.broadcast.send)
        dialog.open()
