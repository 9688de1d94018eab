"""The figures of a report, each leading to the records behind it."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.errors import UserError
from ccb_desktop.domain.figures.figure_text import printed
from ccb_desktop.domain.figures.values import Figure, Figures
from ccb_desktop.domain.reports.report import PeriodicReport
from ccb_desktop.operations import figures as counting
from ccb_desktop.operations.branch import Store
from ccb_desktop.ui.kit import messages
from ccb_desktop.ui.kit.broadcast import Place
from ccb_desktop.ui.kit.columns import Act, Column
from ccb_desktop.ui.kit.names_dialog import NamesDialog, name_lines
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.record_table import RecordTable
from ccb_desktop.ui.kit.widgets import column, label


@dataclass(frozen=True, slots=True)
class FigureLine:
    """One figure beside that of the same period before."""

    place: int
    figure: Figure
    before: Figure | None

    @property
    def change(self) -> int | None:
        """By how much it grew, where both are numbers."""
        if self.before is None:
            return None
        now, then = self.figure.value, self.before.value
        return now - then if isinstance(now, int) and isinstance(then, int) else None


class FiguresTab(QWidget):
    """All indicators of the period."""

    def __init__(self, desk: Desk, store: Store) -> None:
        super().__init__()
        self._desk = desk
        self._store = store
        self._figures: Figures | None = None
        self._note = label("", "soft")
        self._table: RecordTable[FigureLine] = RecordTable(
            "figures",
            _columns(),
            id_of=lambda line: line.figure.indicator.code,
            acts=[
                Act(
                    "Xem ai, đơn vị nào",
                    self._show_records,
                    needs="one",
                    icon="members",
                    main=True,
                )
            ],
            noun="chỉ tiêu",
            state=desk.state,
        )
        self._table.add_choice("Xem", [(None, "Mọi chỉ tiêu"), (True, "Đã có số liệu")], _has_value)
        layout = column(self, margin=12, spacing=10)
        layout.addWidget(self._note)
        layout.addWidget(self._table, 1)

    def show_report(self, report: PeriodicReport) -> None:
        """Show the figures of a report."""
        self._figures = report.figures
        before = report.before.by_code if report.before is not None else {}
        self._table.set_lines(
            FigureLine(place, figure, before.get(code))
            for place, (code, figure) in enumerate(report.figures.by_code.items())
        )
        missing = ", ".join(report.missing_books)
        told = [f"Chưa có số liệu: {missing}."] if missing else []
        self._note.setText("\n".join([*told, *report.differences]))

    def _show_records(self, chosen: list[FigureLine]) -> None:
        if self._figures is None:
            return
        code = chosen[0].figure.indicator.code
        try:
            found = counting.figures_for(
                self._store,
                self._figures.from_on,
                self._figures.to_on,
                indicators=[code],
                with_records=True,
            )
        except UserError as error:
            messages.tell(self, error)
            return
        figure = found.by_code[code]
        title = f"{figure.indicator.label}: {printed(figure)}"
        dialog = NamesDialog(self, title, name_lines(figure.records), self._desk.state)
        dialog.person_wanted.connect(self._open_person)
        dialog.open()

    def _open_person(self, person_id: int) -> None:
        self._desk.broadcast.go_to(Place("members", person_id))


def _has_value(line: FigureLine) -> bool:
    return line.figure.value is not None


def _columns() -> list[Column[FigureLine]]:
    in_order: Callable[[FigureLine], int] = lambda line: line.place  # noqa: E731 (shared by all)
    return [
        Column("label", "Chỉ tiêu", lambda line: line.figure.indicator.label, in_order, width=40),
        Column(
            "now", "Kỳ này", lambda line: printed(line.figure), in_order, align="right", width=18
        ),
        Column("before", "Cùng kỳ trước", _before, in_order, align="right", width=18),
        Column("change", "Tăng, giảm", _change, in_order, align="right", width=12),
        Column("unit", "Đơn vị", lambda line: line.figure.indicator.unit, in_order, width=12),
    ]


def _before(line: FigureLine) -> str:
    return printed(line.before) if line.before is not None else ""


def _change(line: FigureLine) -> str:
    change = line.change
    return "" if not change else f"{change:+,}".replace(",", ".")
