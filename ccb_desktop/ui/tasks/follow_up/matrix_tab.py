"""The tab Theo dõi: units × items of a year or a period, and what is done with the cells."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QComboBox, QWidget

from ccb_desktop.domain.task_papers.task_matrix import LEGEND
from ccb_desktop.domain.tasks.assignments import TaskState
from ccb_desktop.domain.tasks.labels import TASK_STATE
from ccb_desktop.domain.tasks.lines import TaskLine
from ccb_desktop.domain.tasks.matrix import Matrix
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.tasks import following
from ccb_desktop.ui.kit.broadcast import Place
from ccb_desktop.ui.kit.choice_fields import CalmComboBox
from ccb_desktop.ui.kit.empty_note import EmptyNote, EmptyText
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.tabbed_page import PageTab
from ccb_desktop.ui.kit.table_export import export_seen
from ccb_desktop.ui.kit.widgets import FlowLayout, button, column, label, labelled
from ccb_desktop.ui.tasks.follow_up.cell_dialog import KINDS, CellDialog
from ccb_desktop.ui.tasks.follow_up.matrix_grid import MatrixGrid
from ccb_desktop.ui.tasks.follow_up.paper_menu import paper_menu
from ccb_desktop.ui.tasks.follow_up.review_dialog import ReviewDialog
from ccb_desktop.ui.tasks.follow_up.task_acts import TaskActs
from ccb_desktop.ui.tasks.span_choice import PlanSpanChoice

_NONE = EmptyText(
    "Không có việc nào đã giao trong kỳ này",
    "Chọn năm hoặc kỳ khác ở trên, hoặc giao việc ở thẻ Kế hoạch năm.",
)


class MatrixTab(PageTab):
    """What each unit has done of what it was given."""

    id = "matrix"
    title = "Theo dõi"
    help_page = "theo-doi-nhiem-vu"
    kinds = KINDS | {"units", "unit_names", "settings"}

    def __init__(self, desk: Desk, store: Store) -> None:
        super().__init__(desk, store)
        self.span = PlanSpanChoice()
        self.shown = CalmComboBox()
        self.grid = MatrixGrid()
        self._acts = TaskActs(self, desk, store)
        self._note = EmptyNote(self.grid)
        self._told = label("", "heading")
        self._cell = label("", "soft")
        self._build()
        self.span.changed.connect(self.refresh)
        self.shown.activated.connect(
            lambda _place: self.grid.cells.set_measured(self.shown.currentData())
        )
        self.grid.opened.connect(self._open)
        self.grid.selectionModel().currentChanged.connect(self._tell_cell)
        self.grid.selectionModel().selectionChanged.connect(lambda _on, _off: self._enable())

    def _build(self) -> None:
        self.shown.setAccessibleName("Trong ô")
        self.shown.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.shown.addItem("Số việc xong / giao", False)
        self.shown.addItem("Kết quả / chỉ tiêu", True)
        papers = paper_menu(self, "In", lambda: self.span.span)
        self.span.add([labelled("Trong ô", self.shown), papers])
        self._buttons = [
            button("Mở ô", self._open_current, icon="open"),
            button(
                "Ghi tiến độ",
                lambda: self._with_chosen(self._acts.report),
                icon="edit",
                writes=True,
            ),
            button("Đánh dấu xong", self._mark_done, icon="check", shortcut="Ctrl+D", writes=True),
        ]
        row = FlowLayout()
        for made in self._buttons:
            row.addWidget(made)
        row.addWidget(button("Xem kết quả kỳ", self._review, icon="reports"))
        self.body.addWidget(self.span)
        self.body.addLayout(row)
        self.body.addWidget(self._told)
        self.body.addWidget(self.grid, 1)
        foot = column(spacing=2)
        foot.addWidget(self._cell)
        foot.addWidget(label(f"{LEGEND}; · không giao.", "soft"))
        self.body.addLayout(foot)
        self._enable()

    # Reading

    def refresh(self) -> None:
        """Read the matrix again."""
        span, today = self.span.span, date.today()
        self.desk.background.run(
            lambda _progress: following.load_matrix(self.store, span, today),
            lambda found: self._show(*found),
            label="Đang đọc việc đã giao",
            owner=self,
        )

    def show_place(self, place: Place) -> None:
        """Show the year that somebody came here for."""
        year = place.filters.get("year")
        if isinstance(year, int):
            self.span.set_span(year)
            self.refresh()

    def _show(self, matrix: Matrix, years: tuple[int, ...]) -> None:
        held = self.grid.currentIndex()
        place = held.row(), held.column()
        if self.span.offer_years(years):
            self.refresh()
            return
        self.grid.cells.show(matrix)
        self._told.setText(_told(matrix))
        if matrix.lines:
            self._note.go()
            self.grid.setCurrentIndex(self.grid.cells.index(max(1, place[0]), max(1, place[1])))
        else:
            self._note.tell(_NONE)
            self._cell.setText("")
        self._enable()

    def _tell_cell(self, now: QModelIndex) -> None:
        self._cell.setText(self.grid.cells.told(now) if now.isValid() else "")

    def _enable(self) -> None:
        has_lines = bool(self._chosen())
        for made in self._buttons:
            made.setEnabled(has_lines)

    # Acts

    def _chosen(self) -> list[TaskLine]:
        """The tasks behind all chosen cells, each once."""
        found: dict[int, TaskLine] = {}
        for index in self.grid.selectedIndexes():
            found |= {line.id: line for line in self.grid.cells.lines_at(index)}
        return list(found.values())

    def _with_chosen(self, act: Callable[[list[TaskLine]], None]) -> None:
        self.safely(lambda: act(self._chosen()))

    def _mark_done(self) -> None:
        """Of the chosen cells only what is not done yet."""
        chosen = self._chosen()
        left = [line for line in chosen if line.assignment.done_on is None]
        self._with_chosen(lambda _chosen: self._acts.mark_done(left or chosen))

    def _open_current(self) -> None:
        self._open(self.grid.currentIndex())

    def _open(self, index: QModelIndex) -> None:
        lines = self.grid.cells.lines_at(index)
        if lines:
            self._show_tasks(self, self.grid.cells.told(index).split(". ")[0], lines)

    def _show_tasks(self, parent: QWidget, title: str, lines: Sequence[TaskLine]) -> None:
        matrix = self.grid.cells.matrix
        if matrix is not None:
            CellDialog(parent, self.desk, self.store, title, lines, matrix.soon_days).open()

    def _review(self) -> None:
        """What was reached in the period that is chosen."""
        matrix, name = self.grid.cells.matrix, self.span.span.name
        if matrix is not None:
            title = f"Kết quả thực hiện nhiệm vụ {name}"
            ReviewDialog(
                self,
                title,
                matrix,
                state=self.desk.state,
                show_tasks=self._show_tasks,
                on_export=lambda seen: export_seen(self, self.desk, self.store, title, seen),
            ).open()


def _told(matrix: Matrix) -> str:
    """The whole in one line."""
    whole = matrix.tally()
    if not whole.handed:
        return ""
    counts = [
        f"{TASK_STATE[state].lower()} {whole.count(state)}"
        for state in (TaskState.OVERDUE, TaskState.DUE_SOON, TaskState.NOT_BEGUN)
        if whole.count(state)
    ]
    rest = f"; {', '.join(counts)}" if counts else ""
    units = len(matrix.recipients)
    return f"Giao {whole.handed} việc cho {units} nơi, xong {whole.done}{rest}."
