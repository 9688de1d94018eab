"""What would happen, before it does: sentences, warnings, and every record that changes."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ccb_desktop.domain.members.unit_changes.plans import Plan, PlanLine
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
                Column("tells", "Việc", lambda line: line.tells, width=15),
                Column("who", "Ai, đơn vị nào", lambda line: line.who, width=26),
                Column("before", "Trước", lambda line: line.before, width=26, tooltip=_before),
                Column("after", "Sau", lambda line: line.after, width=34, tooltip=_after),
            ],
            id_of=lambda line: line.id,
        )
        self._holder = QWidget()
        self._words: QVBoxLayout = column(self._holder, spacing=6)
        layout = column(self, spacing=12)
        layout.addWidget(self._holder)
        layout.addWidget(self.table, 1)

    def show_plan(self, plan: Plan) -> None:
        """Show another plan."""
        clear(self._words)
        for sentence in plan.told:
            self._words.addWidget(label(sentence))
        for sentence in plan.warnings:
            self._words.addWidget(label(sentence, "warning"))
        self.table.set_lines(plan.lines)
        self.table.setVisible(bool(plan.lines))


def _before(line: PlanLine) -> str:
    return line.before


def _after(line: PlanLine) -> str:
    return line.after
