"""What differs between two reports of a period, figure by figure, each with its records."""

from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.reports.differences import CAUSE, FigureDifference
from ccb_desktop.domain.reports.differences_paper import signed
from ccb_desktop.operations import report_differences
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.report_differences import ReportDifferences
from ccb_desktop.ui.kit.columns import Act, Column
from ccb_desktop.ui.kit.empty_note import EmptyText
from ccb_desktop.ui.kit.file_dialogs import EXCEL_OUT, WORD_OUT, choose_target
from ccb_desktop.ui.kit.list_dialog import ListDialog
from ccb_desktop.ui.kit.names_dialog import NameLine, NamesDialog, name_lines
from ccb_desktop.ui.kit.open_file import tell_written
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.record_table import RecordTable


class DifferencesDialog(ListDialog):
    """The list; Enter shows the records behind a figure."""

    def __init__(self, parent: QWidget, desk: Desk, store: Store, found: ReportDifferences) -> None:
        """Build it; show it with `open()`.

        Args:
            parent: The tab.
            desk: What the tab was given.
            store: The books.
            found: What differs.
        """
        super().__init__(parent, "So sánh số liệu báo cáo")
        self._desk = desk
        self._store = store
        self._found = found
        self.table: RecordTable[FigureDifference] = RecordTable(
            "differences",
            _columns(),
            id_of=lambda one: one.code,
            acts=self._acts(),
            noun="chỉ tiêu khác nhau",
            empty=EmptyText("Hai bản có số liệu như nhau", "Không có chỉ tiêu nào khác."),
            state=desk.state,
        )
        note = "\n".join((f"Bản trước: {found.earlier}.", f"Bản sau: {found.later}.", *found.notes))
        self.show_list(self.table, found.figures, note, letters=(64, 36))

    def _acts(self) -> list[Act[FigureDifference]]:
        return [
            Act(
                "Xem do đâu",
                self._show_causes,
                icon="members",
                main=True,
                allowed=lambda chosen: bool(chosen[0].causes),
                reads=True,
            ),
            Act("Ghi ra Word", lambda _none: self._write("docx"), "none", "print", reads=True),
            Act("Ghi ra Excel", lambda _none: self._write("xlsx"), "none", "export", reads=True),
        ]

    def _show_causes(self, chosen: list[FigureDifference]) -> None:
        one = chosen[0]
        title = f"{one.label}: {one.earlier} → {one.later}"
        dialog = NamesDialog(self, title, _lines(one), self._desk.state, noun="khoản")
        dialog.place_wanted.connect(lambda _place: self.accept())
        dialog.place_wanted.connect(self._desk.broadcast.go_to)
        dialog.open()

    def _write(self, ending: str) -> None:
        choose_target(
            self,
            "Ghi bảng so sánh vào đâu",
            report_differences.suggested_name(self._store, ending),
            EXCEL_OUT if ending == "xlsx" else WORD_OUT,
            lambda out: self._desk.background.run(
                lambda _progress: report_differences.write_differences(
                    self._store, self._found, out
                ),
                lambda written: tell_written(self, [written]),
                label="Đang ghi bảng so sánh",
                owner=self,
            ),
        )


def _lines(one: FigureDifference) -> list[NameLine]:
    """The records, each with what became of it."""
    plain = name_lines([by.record for by in one.causes])
    return [
        NameLine(
            line.number,
            line.name,
            line.on,
            CAUSE[by.cause] + (f", trước là {by.earlier}" if by.earlier else ""),
            line.place,
        )
        for line, by in zip(plain, one.causes, strict=True)
    ]


def _columns() -> list[Column[FigureDifference]]:
    return [
        Column("label", "Chỉ tiêu", lambda one: one.label, width=28),
        Column("earlier", "Bản trước", lambda one: one.earlier, align="right", width=14),
        Column("later", "Bản sau", lambda one: one.later, align="right", width=14),
        Column("change", "Tăng, giảm", _change, lambda one: one.change, align="right", width=12),
        Column("causes", "Do đâu", lambda one: one.summary, width=24),
        Column("unit", "Đơn vị tính", lambda one: one.unit, width=10, shown=False),
    ]


def _change(one: FigureDifference) -> str:
    return signed(one.change) if one.change else ""
