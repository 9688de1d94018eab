"""The figures of a report, each leading to the records behind it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.figures.figure_text import printed
from ccb_desktop.domain.figures.manual import whole_number
from ccb_desktop.domain.figures.values import Figure
from ccb_desktop.domain.printing import number
from ccb_desktop.domain.reports.annexes import ESTIMATE, TARGET
from ccb_desktop.operations import figures as counting
from ccb_desktop.operations.branch import Store
from ccb_desktop.ui.kit.columns import Act, Column, SeenTable
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.record_table import RecordTable
from ccb_desktop.ui.kit.table_export import export_seen
from ccb_desktop.ui.kit.widgets import column, label
from ccb_desktop.ui.reports.desk.draft import DeskReport
from ccb_desktop.ui.reports.desk.figure_charts import FigureChartsDialog
from ccb_desktop.ui.reports.desk.figure_dialogs import (
    can_be_typed,
    can_have_target,
    manual_dialog,
    target_dialog,
)
from ccb_desktop.ui.reports.desk.figure_names import show_names


@dataclass(frozen=True, slots=True)
class FigureLine:
    """One figure beside that of the same period before, and what was typed about it."""

    place: int
    figure: Figure
    before: Figure | None
    typed: Mapping[str, str]

    @property
    def change(self) -> int | None:
        """By how much it grew, where both are numbers."""
        if self.before is None:
            return None
        now, then = self.figure.value, self.before.value
        return now - then if isinstance(now, int) and isinstance(then, int) else None

    def typed_number(self, what: str) -> str:
        """The target or the estimate, as it is printed."""
        indicator = self.figure.indicator
        found = whole_number(self.typed.get(what + indicator.code, ""), indicator)
        return "" if found is None else number(found)

    @property
    def source(self) -> str:
        """From where the figure comes."""
        if self.figure.value is None:
            return "Chưa có"
        return "Sổ" if self.figure.computed is not None else "Nhập tay"


class FiguresTab(QWidget):
    """All indicators of the period."""

    def __init__(self, desk: Desk, store: Store) -> None:
        super().__init__()
        self._desk = desk
        self._store = store
        self._shown: DeskReport | None = None
        self._note = label("", "soft")
        self._table: RecordTable[FigureLine] = RecordTable(
            "figures",
            _columns(),
            id_of=lambda line: line.figure.indicator.code,
            acts=self._acts(),
            noun="chỉ tiêu",
            state=desk.state,
            on_export=self._export,
        )
        self._table.add_choice("Xem", [(None, "Mọi chỉ tiêu"), (True, "Đã có số liệu")], _has_value)
        layout = column(self, margin=12, spacing=10)
        layout.addWidget(self._note)
        layout.addWidget(self._table, 1)
        self._table.keep_one_row()

    def _acts(self) -> list[Act[FigureLine]]:
        return [
            Act(
                "Xem tên",
                self._show_records,
                needs="one",
                icon="members",
                main=True,
                allowed=lambda chosen: chosen[0].figure.computed is not None,
                reads=True,
            ),
            Act(
                "Biểu đồ…",
                self._show_charts,
                needs="one",
                icon="reports",
                allowed=lambda chosen: bool(chosen[0].figure.value),
                reads=True,
            ),
            Act(
                "Chỉ tiêu, ước thực hiện…",
                lambda chosen: self._ask(target_dialog, chosen),
                needs="one",
                icon="edit",
                allowed=lambda chosen: can_have_target(chosen[0].figure),
            ),
            Act(
                "Nhập số bằng tay…",
                lambda chosen: self._ask(manual_dialog, chosen),
                needs="one",
                icon="edit",
                allowed=lambda chosen: can_be_typed(chosen[0].figure),
            ),
        ]

    def show_report(self, shown: DeskReport) -> None:
        """Show the figures of a report."""
        self._shown = shown
        report = shown.report
        before = report.before.by_code if report.before is not None else {}
        self._table.set_lines(
            FigureLine(place, figure, before.get(code), shown.typed)
            for place, (code, figure) in enumerate(report.figures.by_code.items())
        )
        missing = ", ".join(report.missing_books)
        told = [f"Chưa có số liệu: {missing}."] if missing else []
        self._note.setText("\n".join([*told, *report.differences]))
        self._note.setVisible(bool(self._note.text()))

    def _show_charts(self, chosen: list[FigureLine]) -> None:
        if self._shown is None:
            return
        code, period = chosen[0].figure.indicator.code, self._shown.report.figures
        self._desk.background.run(
            lambda _progress: counting.bars_for(self._store, code, period.from_on, period.to_on),
            lambda found: FigureChartsDialog(self, found, self._shown_name()).open(),
            label="Đang vẽ biểu đồ",
            owner=self,
        )

    def _shown_name(self) -> str:
        return self._shown.report.period.name if self._shown else ""

    def _show_records(self, chosen: list[FigureLine]) -> None:
        if self._shown is not None:
            period, code = self._shown.report.figures, chosen[0].figure.indicator.code
            show_names(self, self._desk, self._store, period, code)

    def _ask(
        self,
        make: Callable[[QWidget, Store, DeskReport, Figure], FormDialog],
        chosen: list[FigureLine],
    ) -> None:
        if self._shown is not None:
            dialog = make(self, self._store, self._shown, chosen[0].figure)
            dialog.saved.connect(self._desk.broadcast.send)
            dialog.open()

    def _export(self, seen: SeenTable) -> None:
        export_seen(self, self._desk, self._store, f"Số liệu {self._shown_name()}".strip(), seen)


def _has_value(line: FigureLine) -> bool:
    return line.figure.value is not None


def _columns() -> list[Column[FigureLine]]:
    in_order: Callable[[FigureLine], int] = lambda line: line.place  # noqa: E731 (shared by all)

    def numbers(name: str, text: str, of: Callable[[FigureLine], str]) -> Column[FigureLine]:
        return Column(name, text, of, in_order, align="right", tooltip=of, width=12)

    return [
        Column("label", "Chỉ tiêu", _label, in_order, tooltip=_label, width=25),
        numbers("now", "Kỳ này", lambda line: printed(line.figure)),
        numbers("before", "Cùng kỳ trước", _before),
        numbers("change", "Tăng, giảm", _change),
        numbers("target", "Chỉ tiêu giao", lambda line: line.typed_number(TARGET)),
        numbers("estimate", "Ước thực hiện", lambda line: line.typed_number(ESTIMATE)),
        Column("unit", "Đơn vị tính", lambda line: line.figure.indicator.unit, in_order, width=10),
        Column("source", "Lấy từ", lambda line: line.source, in_order, shown=False, width=10),
    ]


def _label(line: FigureLine) -> str:
    return line.figure.indicator.label


def _before(line: FigureLine) -> str:
    return printed(line.before) if line.before is not None else ""


def _change(line: FigureLine) -> str:
    change = line.change
    return "" if not change else f"{change:+,}".replace(",", ".")
