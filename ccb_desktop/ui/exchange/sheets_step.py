"""Second step of an import: what each sheet is, and which column is what."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QWidget,
)

from ccb_desktop.domain.exchange.sheet_kinds import READABLE_NOW, SHEET_KINDS, sheet_kind
from ccb_desktop.domain.exchange.typed_rows import SheetColumn, SheetMapping, UnderstoodSheet
from ccb_desktop.ui.exchange.import_draft import ImportDraft, SheetKey
from ccb_desktop.ui.kit.choice_fields import CalmComboBox
from ccb_desktop.ui.kit.columns import Column
from ccb_desktop.ui.kit.record_table import RecordTable
from ccb_desktop.ui.kit.widgets import column, give_role, label

_NOT_READ = "Không đọc bảng này"
_LEFT_OUT = "Không lấy cột này"
SheetLine = tuple[SheetKey, UnderstoodSheet]


class SheetsStep(QWidget):
    """Sheets on the left, the columns of the chosen one on the right."""

    def __init__(self, rematch: Callable[[SheetKey, SheetMapping], object]) -> None:
        """Build it.

        Args:
            rematch: Called with what the officer chose for a sheet; the draft is then
                understood anew and shown again.
        """
        super().__init__()
        self._rematch = rematch
        self._draft = ImportDraft()
        self._table: RecordTable[SheetLine] = RecordTable(
            "import-sheets",
            [
                Column("sheet", "Bảng", lambda line: line[1].source.name, width=16),
                Column("kind", "Đọc như", lambda line: _kind_label(line[1]), width=16),
                Column("state", "Tình trạng", lambda line: _state(line[1]), width=22),
                Column("file", "Tệp", lambda line: line[0][0].name, width=20),
            ],
            id_of=lambda line: line[0],
            noun="bảng",
        )
        self._table.chosen_changed.connect(self._show_columns)
        self._panel = QScrollArea()
        self._panel.setWidgetResizable(True)
        self._panel.setAccessibleName("Các cột của bảng đang chọn")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._table, 1)
        layout.addWidget(self._panel, 1)

    def show_draft(self, draft: ImportDraft) -> None:
        """Show the sheets as they are understood now; the chosen one stays chosen."""
        self._draft = draft
        lines = list(draft.sheets().items())
        self._table.set_lines(lines)
        if lines and not self._table.chosen():
            first = next((key for key, sheet in lines if sheet.missing_fields), lines[0][0])
            self._table.choose_ids([first])
        self._show_columns()

    def _show_columns(self) -> None:
        chosen = self._table.chosen()
        self._panel.setWidget(self._columns_of(*chosen[0]) if chosen else QWidget())

    def _columns_of(self, key: SheetKey, sheet: UnderstoodSheet) -> QWidget:
        panel = QWidget()
        give_role(panel, "card")
        layout = column(panel, margin=16, spacing=10)
        layout.addWidget(label(sheet.source.name, "heading"))
        layout.addWidget(label("Bảng này là danh sách gì?"))
        layout.addWidget(self._kind_box(key, sheet))
        if sheet.ignored_reason:
            layout.addWidget(label(sheet.ignored_reason, "soft"))
        for text in _missing(sheet):
            layout.addWidget(label(text, "problem"))
        if sheet.kind in READABLE_NOW:
            layout.addWidget(label("Mỗi cột trong tệp là gì?"))
            layout.addLayout(self._column_boxes(key, sheet))
        layout.addStretch(1)
        return panel

    def _kind_box(self, key: SheetKey, sheet: UnderstoodSheet) -> CalmComboBox:
        box = CalmComboBox()
        box.setAccessibleName("Bảng này là danh sách gì")
        box.addItem(_NOT_READ, None)
        for kind in SHEET_KINDS:
            if kind.name in READABLE_NOW:
                box.addItem(kind.label, kind.name)
        box.setCurrentIndex(max(0, box.findData(sheet.kind)))
        box.activated.connect(lambda _place: self._set_kind(key, box.currentData()))
        return box

    def _column_boxes(self, key: SheetKey, sheet: UnderstoodSheet) -> QGridLayout:
        grid = QGridLayout()
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for place, one in enumerate(sheet.columns):
            box = self._column_box(key, sheet, one)
            title = label(one.header or f"(cột {one.index + 1})")
            title.setBuddy(box)
            samples = label(" · ".join(one.samples[:2]), "soft")
            side = column(spacing=0)
            side.addWidget(title)
            side.addWidget(samples)
            grid.addLayout(side, place, 0)
            grid.addWidget(box, place, 1, Qt.AlignmentFlag.AlignTop)
        return grid

    def _column_box(self, key: SheetKey, sheet: UnderstoodSheet, one: SheetColumn) -> CalmComboBox:
        box = CalmComboBox()
        box.setAccessibleName(f"Cột {one.header} là gì")
        box.addItem(_LEFT_OUT, None)
        for field in sheet_kind(sheet.kind or "").fields:
            box.addItem(field.header, field.name)
        box.setCurrentIndex(max(0, box.findData(one.field)))
        box.activated.connect(lambda _place: self._set_column(key, one.index, box.currentData()))
        return box

    def _mapping(self, key: SheetKey) -> SheetMapping:
        return self._draft.mappings.get(key, SheetMapping(kind=self._draft.sheets()[key].kind))

    def _set_kind(self, key: SheetKey, kind: str | None) -> None:
        self._rematch(key, SheetMapping(kind=kind or ""))

    def _set_column(self, key: SheetKey, index: int, field: str | None) -> None:
        mapping = self._mapping(key)
        chosen = replace(mapping, columns={**mapping.columns, index: field})
        self._rematch(key, chosen)


def _kind_label(sheet: UnderstoodSheet) -> str:
    if sheet.ignored_reason or not sheet.kind:
        return _NOT_READ
    return sheet_kind(sheet.kind).label


def _state(sheet: UnderstoodSheet) -> str:
    if sheet.ignored_reason:
        return "Để nguyên, không đọc"
    if sheet.missing_fields:
        return "Còn thiếu cột bắt buộc"
    unread = f", {len(sheet.unmatched_headers)} cột không lấy" if sheet.unmatched_headers else ""
    return f"{len(sheet.rows)} dòng{unread}"


def _missing(sheet: UnderstoodSheet) -> list[str]:
    if not sheet.missing_fields or sheet.kind not in READABLE_NOW:
        return []
    kind = sheet_kind(sheet.kind or "")
    names = ", ".join(kind.field(name).header for name in sheet.missing_fields)
    return [f"Chưa có cột: {names}. Chọn cột trong tệp chứa nội dung ấy."]
