"""The import wizard: files, columns, preview; nothing is written before its last button."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from ccb_desktop.domain.errors import Stopped, UserError
from ccb_desktop.domain.exchange.typed_rows import SheetMapping, UnderstoodWorkbook
from ccb_desktop.domain.imports.batches import rows_told
from ccb_desktop.domain.imports.choices import Choices
from ccb_desktop.domain.imports.outcome import ImportResult
from ccb_desktop.domain.long_jobs import Tell
from ccb_desktop.domain.submissions.arrivals import Arrival, Came
from ccb_desktop.operations import import_workbook
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.import_workbook import ImportDone
from ccb_desktop.operations.submissions.recognising import recognise
from ccb_desktop.ui.exchange.receiving.arrival_acts import ArrivalActs
from ccb_desktop.ui.exchange.receiving.compare_step import CompareStep
from ccb_desktop.ui.exchange.receiving.files_step import FilesStep
from ccb_desktop.ui.exchange.receiving.import_draft import ImportDraft, SheetKey
from ccb_desktop.ui.exchange.receiving.kept_import import day_of, files_of, kept, restore
from ccb_desktop.ui.exchange.receiving.preview_step import PreviewStep
from ccb_desktop.ui.exchange.receiving.sheets_step import SheetsStep
from ccb_desktop.ui.kit import messages
from ccb_desktop.ui.kit.drafts import Draft
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.widgets import button, column, label

_TITLES = (
    "Bước 1/3: Chọn tệp",
    "Bước 2/3: Các bảng và các cột",
    "Bước 3/3: Xem trước rồi ghi",
    "Bước 3/3: So với sổ, lấy mới hay giữ cũ",
)

_COMPARE = 3
_NOT_TAKEN = (Came.REFUSED, Came.GUARDED)
_NO_LIST = (
    "Trong các tệp đã chọn không có danh sách nào để nhập vào sổ. Chọn từng tệp rồi bấm Xem để "
    "biết đó là gì, hoặc chọn thêm tệp Excel."
)


class ImportWizard(QWidget):
    """Three steps over one `ImportDraft`."""

    finished = Signal(object)
    """The import was written; carries `ImportDone`."""

    left = Signal()
    """The officer left the wizard; nothing was written."""

    def __init__(self, desk: Desk, store: Store) -> None:
        super().__init__()
        self._desk = desk
        self._store = store
        self._draft = ImportDraft()
        self._typed: Mapping[str, Any] = {}  # what a crash had closed
        self._title = label("", "heading")
        self._round = 0  # which import it is: what comes back of an earlier one is not wanted
        self._jobs = 0
        self._files = FilesStep(self._have_files, self._recognise, self.see)
        self._arrivals = ArrivalActs(self, desk, store, self._unlock)
        self._sheets = SheetsStep(self._rematch, self._leave_out)
        self._preview = PreviewStep(self._take_repeats, self._compare)
        self._comparison = CompareStep(self._choose)
        self._steps = QStackedWidget()
        for step in (self._files, self._sheets, self._preview, self._comparison):
            self._steps.addWidget(step)
        self._leave = button("Thôi, không nhập", self._give_up, role="plain", icon="close")
        self._back = button("Quay lại", self._go_back, icon="back")
        self._next = button("Tiếp tục", self._go_on, role="main", icon="next")
        self._build()

    def begin(self) -> None:
        """Start a new import at the first step."""
        self._draft = ImportDraft()
        self._typed = {}
        self._round += 1
        self._jobs = 0
        self._files.begin(self._draft.as_of)
        self._show(0)

    def take_draft(self, draft: Draft) -> None:
        """Go on with an import that a crash had closed: its files, then what was chosen of them."""
        self.begin()
        self._draft.form_id, self._typed = draft.form_id, draft.typed
        self._files.begin(day_of(draft.typed))
        self._files.add(files_of(draft.typed))

    def begin_with(self, files: list[Path]) -> None:
        """Start a new import of these files."""
        self.begin()
        self._files.add(files)

    def take_keyboard(self) -> None:
        """The keyboard stands where the officer goes on."""
        if self._steps.currentIndex() == _COMPARE:
            self._comparison.take_keyboard()
        elif self._next.isEnabled():
            self._next.setFocus()
        elif self._steps.currentIndex() < 2:
            (self._files, self._sheets)[self._steps.currentIndex()].take_keyboard()
        else:
            self._leave.setFocus()

    def _build(self) -> None:
        self._sheets.lead_on_to(self._leave)
        feet = QHBoxLayout()
        feet.addWidget(self._leave)
        feet.addStretch(1)
        feet.addWidget(self._back)
        feet.addWidget(self._next)
        layout = column(self, spacing=12)
        layout.addWidget(self._title)
        layout.addWidget(self._steps, 1)
        layout.addLayout(feet)

    def _show(self, step: int) -> None:
        self._steps.setCurrentIndex(step)
        self._title.setText(_TITLES[step])
        self._next.setText({2: "Ghi vào sổ", _COMPARE: "Xong, xem lại"}.get(step, "Tiếp tục"))
        self._next.setAccessibleName(self._next.text())
        self._back.setVisible(0 < step < _COMPARE)
        self._enable()
        self.take_keyboard()

    def _have_files(self) -> None:
        self._enable()
        if self._files.paths:
            self.take_keyboard()

    def _enable(self) -> None:
        """Only what can be done now can be pressed; nothing while a job runs."""
        step, result = self._steps.currentIndex(), self._draft.result
        free = self._jobs == 0
        self._back.setEnabled(free)
        self._files.setEnabled(free)
        self._next.setEnabled(
            free
            and (
                (step == 0 and bool(self._files.paths))
                or (step == 1 and self._draft.can_be_read())
                or step == _COMPARE
                or (step == 2 and result is not None and result.changes_anything)
            )
        )

    def _give_up(self) -> None:
        """Leave; a job that still runs is stopped, and nothing is written."""
        self._round += 1
        if self._jobs:
            self._desk.background.stop()
        self._jobs = 0
        self._desk.drafts.drop(self._draft.form_id)
        self.left.emit()

    def _go_back(self) -> None:
        self._show(self._steps.currentIndex() - 1)

    def _go_on(self) -> None:
        (self._read, self._work_out, self._write, self._work_out)[self._steps.currentIndex()]()

    # First step → second: read the files and understand them

    def _read(self) -> None:
        if not self._files.is_ready():
            return
        unknown = self._files.unknown()
        if unknown:  # somebody stopped the looking
            self._recognise(unknown, self._read)
            return
        arrivals = self._files.known()
        refused = next((one for one in arrivals if one.came in _NOT_TAKEN), None)
        with_lists = [one for one in arrivals if one.sources]
        if refused is not None or not with_lists:
            messages.tell(self, refused.told if refused else _NO_LIST)
            return
        self._draft.as_of, self._draft.arrivals = self._files.as_of, with_lists
        self._draft.sources = [source for one in with_lists for source in one.sources]
        restore(self._draft, self._typed)
        self._typed = {}
        self._keep()
        self._understand(lambda: self._show(1))

    def see(self, arrival: Arrival) -> None:
        """Look into a file that came."""
        self._arrivals.see(arrival)

    def _unlock(self, path: Path, password: str) -> None:
        """Look into a guarded package; where the password is wrong, say so."""

        def go_on() -> None:
            arrival = self._files.arrivals[path]
            if arrival.came is Came.PACKAGE:
                self._arrivals.see(arrival)
            else:
                messages.tell(self, arrival.told)

        self._recognise([path], go_on, password)

    def _recognise(
        self, paths: list[Path], then: Callable[[], object] | None = None, password: str = ""
    ) -> None:
        """Find out what files are, each by itself."""

        def look(report: Tell) -> list[Arrival]:
            return [recognise(self._store, one, report, password=password) for one in paths]

        def show(arrivals: list[Arrival]) -> None:
            self._files.take(arrivals)
            if then is not None:
                then()

        self._run(look, show, "Đang xem tệp")

    def _rematch(self, key: SheetKey, mapping: SheetMapping) -> None:
        self._draft.left_out.discard(key)
        self._draft.forget_choices(key)
        self._draft.mappings[key] = mapping
        self._keep()
        self._understand(self._enable)

    def _leave_out(self, key: SheetKey) -> None:
        self._draft.left_out.add(key)
        self._keep()
        self._understand(self._enable)

    def _understand(self, then: Callable[[], object]) -> None:
        sources, mappings = self._draft.sources, dict(self._draft.mappings)

        def show(workbooks: list[UnderstoodWorkbook]) -> None:
            self._draft.take(workbooks)
            self._sheets.show_draft(self._draft)
            then()

        self._run(
            lambda report: import_workbook.understand_files(self._store, sources, mappings, report),
            show,
            "Đang xem các bảng",
        )

    # Second step → third: what would be written

    def _work_out(self) -> None:
        workbooks, as_of = self._draft.workbooks, self._draft.as_of
        repeats = frozenset(self._draft.repeats)
        choices = self._draft.choices

        def work_out(report: Tell) -> tuple[ImportResult, ImportResult]:
            def preview(choices: Choices) -> ImportResult:
                return import_workbook.preview_import(
                    self._store, workbooks, as_of, report, repeats=repeats, choices=choices
                )

            every = preview({})
            return every, preview(choices) if choices else every

        self._run(work_out, self._have_worked_out, "Đang đối chiếu với sổ")

    def _have_worked_out(self, worked_out: tuple[ImportResult, ImportResult]) -> None:
        draft = self._draft
        draft.whole, draft.result = worked_out
        self._preview.show_result(
            draft.result, draft.repeated(), sorted(draft.repeats), len(draft.compared())
        )
        self._show(2)

    def _compare(self) -> None:
        self._comparison.show_lines(self._draft.compared(), self._draft.choices)
        self._show(_COMPARE)

    def _choose(self, choices: Choices) -> None:
        self._draft.choices = choices
        self._keep()

    def _keep(self) -> None:
        """Keep what is chosen, in case of a crash."""
        self._desk.drafts.keep(kept(self._draft))

    def _take_repeats(self, key: SheetKey, taken: bool) -> None:
        (self._draft.repeats.add if taken else self._draft.repeats.discard)(key)
        self._keep()
        self._work_out()

    # Third step: write

    def _write(self) -> None:
        draft = self._draft

        def write(report: Tell) -> ImportDone:
            import_workbook.remember_columns(self._store, draft.matched_by_hand())
            return import_workbook.run_import(
                self._store,
                draft.workbooks,
                draft.as_of,
                progress=report,
                form_id=draft.form_id,
                repeats=frozenset(draft.repeats),
                choices=draft.choices,
                arrivals=draft.arrivals,
            )

        self._run(
            write,
            partial(self._have_written, form_id=draft.form_id),
            "Đang nhập vào sổ",
            always=True,
        )

    def _have_written(self, done: ImportDone, form_id: str) -> None:
        self._desk.drafts.drop(form_id)
        self._desk.broadcast.send(done.change)
        self.finished.emit(done)

    def _run(
        self,
        work: Callable[[Tell], object],
        then: Callable[..., object],
        text: str,
        *,
        always: bool = False,
    ) -> None:
        """Do a job of this import.

        Args:
            work: The job.
            then: Gets its result, unless the officer has left this import meanwhile.
            text: What is being done.
            always: Whether the result is wanted even so: what is written is written.
        """
        asked = self._round
        self._jobs += 1
        self._enable()

        def done(result: object) -> None:
            if self._round == asked:
                self._jobs -= 1
            if self._round == asked or always:
                then(result)
                self._enable()

        def failed(error: UserError) -> None:
            if self._round == asked:
                self._jobs -= 1
                self._enable()
                self.take_keyboard()
                if not isinstance(error, Stopped):
                    messages.tell(self, error)

        self._desk.background.run(
            lambda progress: work(progress.report), done, failed, label=text, owner=self
        )


def told(done: ImportDone) -> str:
    """What an import did, in one sentence."""
    return f"Đã nhập: {rows_told(done.result)}."
