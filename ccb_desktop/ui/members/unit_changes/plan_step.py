"""What would happen, before it does: sentences, warnings, and every record that changes."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from ccb_desktop.domain.unit_changes.plans import Plan, PlanLine
from ccb_desktop.ui.kit.columns import Column
from ccb_desktop.ui.kit.record_table import RecordTable
from ccb_desktop.ui.kit.widgets import clear, column, label


class PlanStep(QWidget):
    """Shows one plan."""

    def __init__(self) -> None:
        super().__init__()
        self.table: RecordTable[PlanLine] = RecordTable(
            "unit-plan",
            [
                Column("tells", "Việc", lambda line: line.tells, width=13),
                Column("who", "Ai, đơn vị nào", lambda line: line.who, width=24),
                Column("before", "Trước", lambda line: line.before, width=25, tooltip=_before),
                Column("after", "Sau", lambda line: line.after, width=30, tooltip=_after),
            ],
            id_of=lambda line: line.id,
        )
        self._holder = QWidget()
        self._words: QVBoxLayout = column(self._holder, spacing=6)
        self._ground = QScrollArea()
        self._ground.setWidgetResizable(True)
        self._ground.setFrameShape(QScrollArea.Shape.NoFrame)
        self._ground.setWidget(self._holder)
        layout = column(self, spacing=8)
        layout.addWidget(self._ground, 2)
        layout.addWidget(self.table, 3)
        layout.addStretch(1)

    def show_plan(self, plan: Plan) -> None:
        """Show another plan."""
        clear(self._words)
        for sentence in plan.warnings:
            self._words.addWidget(label(sentence, "warning"))
        for sentence in plan.told:
            self._words.addWidget(label(sentence))
        self.table.set_lines(plan.lines)
        self.table.setVisible(bool(plan.lines))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The sentences have the room they need, and the list the rest."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        bar = self._ground.verticalScrollBar().sizeHint().width()
        needed = self._words.heightForWidth(max(1, self.width() - bar))
        self._ground.setMaximumHeight(max(0, needed))


def _before(line: PlanLine) -> str:
    return line.before


def _after(line: PlanLine) -> str:
    return line.after
