"""Second step of an import: what each sheet is, and which column is what."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QWidget,
)

from ccb_desktop.domain.exchange.own_columns import with_own_fields
from ccb_desktop.domain.exchange.sheet_kinds import READABLE_NOW, SHEET_KINDS, sheet_kind
from ccb_desktop.domain.exchange.typed_rows import SheetColumn, SheetMapping, UnderstoodSheet
from ccb_desktop.domain.printing import number
from ccb_desktop.ui.exchange.receiving.import_draft import ImportDraft, SheetKey
from ccb_desktop.ui.kit.choice_fields import CalmComboBox
from ccb_desktop.ui.kit.columns import Column
from ccb_desktop.ui.kit.record_table import RecordTable
from ccb_desktop.ui.kit.text_fields import TextField
from ccb_desktop.ui.kit.widgets import column, give_role, label

_NOT_READ = "Không đọc bảng này"
_LEFT_OUT = "Không lấy cột này"
_WHAT = "Bảng này là danh sách gì"
_HEADER = "Dòng tiêu đề cột"
_WHICH_ROW = "Tiêu đề các cột ở dòng nào? Nếu gồm nhiều dòng thì chọn dòng cuối."
SheetLine = tuple[SheetKey, UnderstoodSheet]


class SheetsStep(QWidget):
    """Sheets on the left, the columns of the chosen one on the right."""

    def __init__(
        self,
        rematch: Callable[[SheetKey, SheetMapping], object],
        leave_out: Callable[[SheetKey], object],
    ) -> None:
        """Build it.

        Args:
            rematch: Called with what the officer chose for a sheet; the draft is then
                understood anew and shown again.
            leave_out: Called with a sheet that shall not be read; likewise.
        """
        super().__init__()
        self._rematch = rematch
        self._leave_out = leave_out
        self._draft = ImportDraft()
        self._after: QWidget | None = None
        self._walking: tuple[SheetKey, int] | None = None  # the column that is changed just now
        self._before_walk = SheetMapping()
        self._table: RecordTable[SheetLine] = RecordTable(
            "import-sheets",
            [
                Column("sheet", "Bảng", lambda line: line[1].source.name, width=13),
                Column("state", "Tình trạng", lambda line: _state(line[1]), width=20),
                Column("kind", "Đọc như", lambda line: _kind_label(line[1]), width=14),
                Column("file", "Tệp", lambda line: line[0][0].name, width=20),
            ],
            id_of=lambda line: line[0],
            noun="bảng",
        )
        self._table.chosen_changed.connect(self._show_columns)
        self._panel = QScrollArea()
        self._panel.setWidgetResizable(True)
        self._panel.setAccessibleName("Các cột của bảng đang chọn")
        self._lacking = label("", "problem")
        sides = QHBoxLayout()
        sides.addWidget(self._table, 1)
        sides.addWidget(self._panel, 1)
        layout = column(self, spacing=8)
        layout.addLayout(sides, 1)
        layout.addWidget(self._lacking)

    def show_draft(self, draft: ImportDraft) -> None:
        """Show the sheets as they are understood now; the chosen one stays chosen."""
        self._draft = draft
        lines = list(draft.sheets().items())
        self._table.set_lines(lines)
        if lines and not self._table.chosen():
            first = next((key for key, _sheet in draft.lacking()), lines[0][0])
            self._table.choose_ids([first])
        self._lacking.setText(_lacking_told(draft.lacking()))
        self._lacking.setVisible(bool(self._lacking.text()))
        self._show_columns()

    def lead_on_to(self, widget: QWidget) -> None:
        """Tab goes on to this widget after the last column."""
        self._after = widget

    def take_keyboard(self) -> None:
        """The keyboard stands where it is said what the chosen sheet holds."""
        boxes = self._panel.findChildren(CalmComboBox)
        next((box for box in boxes if box.accessibleName() == _WHAT), self._table).setFocus()

    def _show_columns(self) -> None:
        """Show the columns of the chosen sheet; keyboard and place stay where they are."""
        chosen = self._table.chosen()
        had, place = self._name_of_focus(), self._panel.verticalScrollBar().value()
        panel = self._columns_of(*chosen[0]) if chosen else QWidget()
        old = self._panel.takeWidget()
        if old is not None:
            old.deleteLater()  # a box in it may still be telling what was chosen
        self._panel.setWidget(panel)
        self._panel.verticalScrollBar().setValue(place)
        controls = [w for w in panel.findChildren(QWidget) if isinstance(w, QComboBox | QLineEdit)]
        for widget in controls:
            if had and widget.accessibleName() == had:
                widget.setFocus()
        ends = [self._after] if self._after is not None else []
        for one, following in pairwise([self._panel, *controls, *ends]):
            QWidget.setTabOrder(one, following)

    def _name_of_focus(self) -> str:
        """What the control in the panel is called that has the keyboard."""
        held = self.window().focusWidget()
        inside = held is not None and self._panel.isAncestorOf(held)
        return held.accessibleName() if held is not None and inside else ""

    def _columns_of(self, key: SheetKey, sheet: UnderstoodSheet) -> QWidget:
        panel = QWidget()
        give_role(panel, "card")
        layout = column(panel, margin=16, spacing=10)
        layout.addWidget(label(sheet.source.name, "heading"))
        layout.addWidget(label(key[0].name, "soft"))
        layout.addWidget(label("Bảng này là danh sách gì?"))
        layout.addWidget(self._kind_box(key, sheet))
        if sheet.ignored_reason:
            layout.addWidget(label(sheet.ignored_reason, "soft"))
        for text in _missing(sheet):
            layout.addWidget(label(text, "problem"))
        if sheet.header_choices:
            layout.addWidget(label(_WHICH_ROW))
            layout.addWidget(self._header_box(key, sheet))
        if sheet.kind in READABLE_NOW and not sheet.ignored_reason:
            if "unit" in sheet.missing_fields or self._mapping(key).unit:
                layout.addWidget(self._unit_field(key))
            layout.addWidget(label("Mỗi cột trong tệp là gì?"))
            layout.addLayout(self._column_boxes(key, sheet))
        layout.addStretch(1)
        return panel

    def _kind_box(self, key: SheetKey, sheet: UnderstoodSheet) -> CalmComboBox:
        box = _narrow_box()
        box.setAccessibleName(_WHAT)
        box.addItem(_NOT_READ, None)
        for kind in SHEET_KINDS:
            if kind.name in READABLE_NOW:
                box.addItem(kind.label, kind.name)
        known = None if sheet.ignored_reason else sheet.kind
        box.setCurrentIndex(max(0, box.findData(known)))
        box.activated.connect(lambda _place: self._set_kind(key, box.currentData()))
        return box

    def _header_box(self, key: SheetKey, sheet: UnderstoodSheet) -> CalmComboBox:
        """The rows that may be the header; column numbers stand for the row above them."""
        box = _narrow_box()
        box.setAccessibleName(_HEADER)
        for row, text in sheet.header_choices:
            box.addItem(f"Dòng {row}: {text}", row)
        rows = [row for row, _text in sheet.header_choices]
        box.setCurrentIndex(bisect_right(rows, sheet.header_row or 0) - 1)
        box.setToolTip(box.currentText())
        box.activated.connect(lambda _place: self._set_header_row(key, box.currentData()))
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
        box = _narrow_box()
        box.setAccessibleName(f"Cột {one.header} là gì")
        box.addItem(_LEFT_OUT, None)
        for field in with_own_fields(sheet_kind(sheet.kind or ""), sheet.own_fields).fields:
            box.addItem(field.header, field.name)
        box.setCurrentIndex(max(0, box.findData(one.field)))
        box.setToolTip(box.currentText())
        box.activated.connect(lambda _place: self._set_column(key, one.index, box.currentData()))
        return box

    def _unit_field(self, key: SheetKey) -> TextField:
        """Where no column and no title names the unit, the officer does."""
        field = TextField("unit", "Cả bảng này là của chi hội nào?", hint="Ví dụ: Chi hội 5")
        field.set_value(self._mapping(key).unit or "")
        field.line.editingFinished.connect(lambda: self._set_unit(key, field.value()))
        return field

    def _mapping(self, key: SheetKey) -> SheetMapping:
        """What the officer said of a sheet so far; else what it is read as now."""
        sheet = self._draft.sheets()[key]
        as_read = {one.index: one.field for one in sheet.columns}
        read = SheetMapping(kind=sheet.kind, columns=as_read, header_row=sheet.header_row)
        return self._draft.mappings.get(key, read)

    def _set_kind(self, key: SheetKey, kind: str | None) -> None:
        self._walking = None
        if kind is None:
            self._leave_out(key)
        else:
            row = self._mapping(key).header_row
            self._rematch(key, SheetMapping(kind=kind, header_row=row))

    def _set_header_row(self, key: SheetKey, row: int) -> None:
        """The header stands in another row: what its columns are is found anew."""
        self._walking = None
        said = self._draft.mappings.get(key, SheetMapping())
        self._rematch(key, SheetMapping(kind=said.kind, header_row=row, unit=said.unit))

    def _set_column(self, key: SheetKey, index: int, field: str | None) -> None:
        """One column holds a field: the one that held it before is left out.

        Arrow keys pass over other choices on their way; what those took is given back.
        """
        if self._walking != (key, index):
            self._walking, self._before_walk = (key, index), self._mapping(key)
        known = self._before_walk
        others = {place: None if name == field else name for place, name in known.columns.items()}
        self._rematch(key, replace(known, columns={**others, index: field}))

    def _set_unit(self, key: SheetKey, unit: str | None) -> None:
        self._walking = None
        if (unit or None) != self._mapping(key).unit:
            self._rematch(key, replace(self._mapping(key), unit=unit or None))


def _narrow_box() -> CalmComboBox:
    """A box that takes the room there is; its list shows every choice in full."""
    box = CalmComboBox()
    box.setSizeAdjustPolicy(CalmComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(9)
    return box


def _lacking_told(lacking: Sequence[SheetLine]) -> str:
    """Which sheet lacks what, and where to mend it; empty when nothing does."""
    if not lacking:
        return ""
    (path, name), sheet = lacking[0]
    more = f" và {len(lacking) - 1} bảng khác" if len(lacking) > 1 else ""
    return (
        f"Chưa đi tiếp được: bảng “{name}” của tệp {path.name} chưa có cột {_names_of(sheet)}"
        f"{more}. Chọn bảng ấy ở bên trái, rồi chỉ ở bên phải cột nào trong tệp ghi nội dung ấy. "
        f"Nếu không cần bảng ấy thì chọn “{_NOT_READ}”."
    )


def _names_of(sheet: UnderstoodSheet) -> str:
    kind = sheet_kind(sheet.kind or "")
    return ", ".join(kind.field(name).header for name in sheet.missing_fields)


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
    return f"{number(len(sheet.rows))} dòng{unread}"


def _missing(sheet: UnderstoodSheet) -> list[str]:
    if not sheet.missing_fields or sheet.kind not in READABLE_NOW:
        return []
    return [f"Chưa có cột: {_names_of(sheet)}. Chọn ở dưới đây cột nào trong tệp ghi nội dung ấy."]
