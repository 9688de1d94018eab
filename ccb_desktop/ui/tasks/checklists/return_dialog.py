"""The window Nhận phiếu việc: every row against the books, before any of it is written."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import Any
from uuid import uuid4

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QWidget

from ccb_desktop.domain.errors import AlreadyDone, UserError
from ccb_desktop.domain.printing import number, short_date
from ccb_desktop.domain.tasks.comparing import ComparedRow, FilledFile, Found
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.tasks import returned_checklists
from ccb_desktop.operations.tasks.returned_checklists import Place
from ccb_desktop.ui.kit import messages
from ccb_desktop.ui.kit.columns import Act
from ccb_desktop.ui.kit.date_field import DayField
from ccb_desktop.ui.kit.empty_note import EmptyText
from ccb_desktop.ui.kit.form import Form
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.kit.page import Desk, ask_for_help
from ccb_desktop.ui.kit.record_table import RecordTable
from ccb_desktop.ui.kit.table_export import export_seen
from ccb_desktop.ui.kit.widgets import button, column, label
from ccb_desktop.ui.tasks.checklists.compared_lines import (
    WORDS,
    compared_columns,
    counted,
    in_order,
    told_row,
)

_TITLE = "Nhận phiếu việc đã điền"
_DAY = "received_on"
_WIDE, _HIGH = 84, 42  # in heights of the text


class ReturnDialog(QDialog):
    """What is new is taken in with one act; each row can be left out."""

    saved = Signal(object)
    """The `Change` that taking in has made."""

    def __init__(
        self, parent: QWidget, desk: Desk, store: Store, files: Sequence[FilledFile], year: int
    ) -> None:
        """Build and fill the window; show it with `open()`.

        Args:
            parent: The tab it belongs to.
            desk: Where the arrangement of columns is remembered.
            store: The books.
            files: What came back.
            year: The year of the plan.
        """
        super().__init__(parent)
        self._store, self._files, self._year = store, files, year
        self._form_id = uuid4().hex
        self._left_out: set[Place] = set()
        self._rows: list[ComparedRow] = []
        self._told, self._detail = label("", "heading"), label("")
        self._received_on = date.today()
        self.table: RecordTable[ComparedRow] = RecordTable(
            "returned-checklists",
            compared_columns(self._left_out),
            id_of=lambda row: row.place,
            acts=[
                Act(
                    "Ghi hay không ghi dòng này",
                    self._turn,
                    needs="some",
                    icon="check",
                    shortcut="Delete",
                    main=True,
                    allowed=lambda chosen: all(row.found is Found.NEW for row in chosen),
                )
            ],
            noun="dòng",
            empty=EmptyText("Phiếu không có dòng nào", ""),
            state=desk.state,
            on_export=lambda seen: export_seen(self, desk, store, "Nhận phiếu việc", seen),
        )
        self.table.add_choice("Xem", [(None, "Tất cả"), *WORDS.items()], lambda row: row.found)
        self._day = button("", self._ask_day, icon="calendar")
        self._take = button("Ghi vào sổ", self.take, role="main", icon="check", shortcut="Ctrl+S")
        self._build()
        self._compare()

    def _build(self) -> None:
        self.setWindowTitle(_TITLE)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        QShortcut(QKeySequence.StandardKey.HelpContents, self, partial(ask_for_help, self))
        layout = column(self, margin=16, spacing=8)
        layout.addWidget(self._told)
        layout.addWidget(self.table, 1)
        self.table.add_to_foot(self._take)
        self.table.add_to_foot(button("Bỏ", self.reject, icon="close"))
        foot = QHBoxLayout()
        foot.addWidget(self._detail, 1)
        foot.addWidget(self._day)
        layout.addLayout(foot)
        letter, room = self.fontMetrics().height(), self.screen().availableSize()
        self.resize(
            min(letter * _WIDE, round(room.width() * 0.97)),
            min(letter * _HIGH, round(room.height() * 0.97)),
        )
        self.table.chosen_changed.connect(self._tell_detail)
        self.table.view.setFocus()

    # Comparing

    def _compare(self) -> None:
        """Compare with the books as they are now."""
        self._rows = returned_checklists.compare_files(
            self._store, self._files, self._year, self._received_on
        )
        self._day.setText(f"Số liệu đến ngày {short_date(self._received_on)}…")
        self.table.set_lines(in_order(self._rows))
        if not self.table.chosen() and self._rows:
            self.table.choose_ids([in_order(self._rows)[0].place])
        self._tell()

    def _ask_day(self) -> None:
        """Another day for the figures; it moves days of being done that a form does not tell."""
        form = Form()
        form.add([DayField(_DAY, "Số liệu tính đến ngày", required=True)])
        form.set_values({_DAY: self._received_on})

        def keep(values: dict[str, Any], _form_id: str) -> None:
            returned_checklists.check_received(values[_DAY])
            self._received_on = values[_DAY]
            self._compare()

        FormDialog(
            self,
            "Ngày của số liệu",
            form,
            keep,
            intro="Dùng cho phiếu không ghi ngày của số liệu.",
            save_label="Dùng ngày này",
        ).open()

    def _tell(self) -> None:
        wanted = len(self._wanted())
        files = f"{number(len(self._files))} phiếu. " if len(self._files) > 1 else ""
        self._told.setText(files + counted(self._rows, self._left_out))
        self._take.setText(f"Ghi {number(wanted)} dòng vào sổ" if wanted else "Không có gì để ghi")
        self._take.setEnabled(bool(wanted))
        self._tell_detail()

    def _tell_detail(self) -> None:
        chosen = self.table.chosen()
        self._detail.setText(told_row(chosen[0]) if chosen else "")

    # Acts

    def _wanted(self) -> list[Place]:
        new = (row.place for row in self._rows if row.found is Found.NEW)
        return [place for place in new if place not in self._left_out]

    def _turn(self, chosen: list[ComparedRow]) -> None:
        """Leave out what would be taken, and take again what was left out."""
        self._left_out.symmetric_difference_update(row.place for row in chosen)
        self.table.set_lines(in_order(self._rows))
        self._tell()

    def take(self) -> None:
        """Take in what is wanted, and close."""
        try:
            change = returned_checklists.take_in(
                self._store,
                self._files,
                self._year,
                self._received_on,
                self._wanted(),
                self._form_id,
            )
        except AlreadyDone:
            self.accept()
            return
        except UserError as error:
            messages.tell(self, error)
            self._compare()
            return
        self.accept()
        self.saved.emit(change)
