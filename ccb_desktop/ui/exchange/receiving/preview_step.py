"""Third step of an import: what would be written, row by row, before anything is."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ccb_desktop.domain.exchange.source import as_text
from ccb_desktop.domain.exchange.typed_rows import CellProblem
from ccb_desktop.domain.imports.outcome import (
    Duplicate,
    ImportResult,
    Outcome,
    RowResult,
    SheetResult,
)
from ccb_desktop.domain.printing import number
from ccb_desktop.ui.exchange.receiving.import_draft import SheetKey
from ccb_desktop.ui.exchange.receiving.repeats_notice import RepeatsNotice
from ccb_desktop.ui.kit.columns import Column
from ccb_desktop.ui.kit.record_table import RecordTable
from ccb_desktop.ui.kit.widgets import FlowLayout, button, clear, column, give_role, label


class Tell(StrEnum):
    """What a line of the preview tells."""

    PROBLEM = "Chỗ chưa đúng"
    NEW = "Thêm mới"
    CHANGED = "Thay đổi"
    DOUBLE = "Ghi trùng"
    CONVERTED = "Đổi phông chữ"
    NEW_UNIT = "Đơn vị mới"
    NEW_CAMPAIGN = "Đợt vận động mới"
    NEW_ENTRY = "Mục mới của danh mục"
    SKIPPED = "Bỏ qua"
    SAME = "Giữ nguyên"


@dataclass(frozen=True, slots=True)
class PreviewLine:
    """One thing to know before the import is written."""

    id: tuple[int, int, int]
    sheet: str
    row: int
    tells: Tell
    who: str
    detail: str

    @property
    def place(self) -> str:
        """Where it stands: sheet and row."""
        return f"{self.sheet}, dòng {self.row}" if self.row else self.sheet


_OUTCOME = {
    Outcome.CREATED: Tell.NEW,
    Outcome.CHANGED: Tell.CHANGED,
    Outcome.UNCHANGED: Tell.SAME,
    Outcome.SKIPPED: Tell.SKIPPED,
}
_ORDER = list(Tell)
_NAMES = ("full_name", "name", "recipient", "item")
_CHOOSE = "So với sổ: lấy mới hay giữ cũ"
_LEFT = "Bác đã chọn để lại dòng này"
_NOTHING = "Không có gì để ghi: mọi dòng đọc được đều đã có trong sổ."


def preview_lines(result: ImportResult) -> list[PreviewLine]:
    """Everything to look at, what needs the officer first."""
    lines = [
        PreviewLine((number, place, row), sheet.sheet.source.name, row, tells, who, detail)
        for number, sheet in enumerate(result.sheets)
        for place, (row, tells, who, detail) in enumerate(_of_sheet(sheet))
    ]
    return sorted(lines, key=lambda line: (_ORDER.index(line.tells), line.id))


def _of_sheet(sheet: SheetResult) -> list[tuple[int, Tell, str, str]]:
    names = {row.row: row.label for row in sheet.rows if row.outcome is not Outcome.SKIPPED}
    names = _names_in_file(sheet) | names
    refused = {p.row for p in sheet.problems} | {d.row for d in sheet.duplicates}
    lines = [
        (p.row, Tell.PROBLEM, names.get(p.row, ""), f"{_cell(p)}{p.message}")
        for p in sheet.problems
    ]
    lines += [(0, Tell.NEW_UNIT, name, "Sẽ được lập khi nhập") for name in sheet.new_units]
    lines += [(0, Tell.NEW_CAMPAIGN, one, "Sẽ được lập khi nhập") for one in sheet.new_campaigns]
    lines += [
        (0, Tell.NEW_ENTRY, one, "Chưa có trong danh mục, sẽ được thêm; nếu gõ nhầm thì sửa tệp")
        for one in sheet.new_entries
    ]
    lines += [(d.row, Tell.DOUBLE, d.person, _same(d)) for d in sheet.duplicates]
    lines += [
        (c.row, Tell.CONVERTED, c.after, f"Trong tệp ({c.encoding}): {c.before}")
        for c in sheet.converted
    ]
    lines += [
        (row.row, _OUTCOME[row.outcome], row.label, _changes(row))
        for row in sheet.rows
        if row.outcome is not Outcome.SKIPPED or row.row not in refused
    ]
    return lines


def _same(double: Duplicate) -> str:
    """Where the same stands, and what becomes of the row."""
    if double.same_as_row is not None:
        return f"Đã có ở dòng {double.same_as_row}, dòng này không ghi nữa"
    if double.is_taken:
        return f"Giống hệt: {double.same_as}. Dòng này vẫn nhập, vì bác đã đánh dấu"
    return f"Giống hệt: {double.same_as}. Không nhập; muốn nhập thì đánh dấu ở trên danh sách"


def _names_in_file(sheet: SheetResult) -> dict[int, str]:
    """The name that a row of the file gives, also where the row cannot be taken in."""
    columns = sheet.sheet.columns
    place = next((one.index for one in columns if one.field in _NAMES), None)
    if place is None:
        return {}
    return {
        row.number: as_text(row.cells[place])
        for row in sheet.sheet.source.rows
        if len(row.cells) > place
    }


def _cell(problem: CellProblem) -> str:
    """Which cell it is about, where the sentence does not say so itself."""
    if not problem.column:
        return ""
    said = not problem.value or problem.value in problem.message
    return f"Cột {problem.column}: " if said else f"Cột {problem.column} “{problem.value}”: "


def _changes(row: RowResult) -> str:
    if row.is_left:
        return _LEFT
    return "; ".join(
        f"{change.field}: {change.before or '(trống)'} → {change.after or '(trống)'}"
        for change in row.changes
    )


class PreviewStep(QWidget):
    """The counts and the list of everything that would happen."""

    def __init__(
        self, take_repeats: Callable[[SheetKey, bool], object], compare: Callable[[], object]
    ) -> None:
        """Build it empty.

        Args:
            take_repeats: Called with a sheet and whether its repeats are taken.
            compare: Called when each field is to be chosen.
        """
        super().__init__()
        self._compare = compare
        self._repeats = RepeatsNotice(take_repeats)
        self._counts = FlowLayout()
        self._holder = QWidget()
        self._holder.setLayout(self._counts)
        self._table: RecordTable[PreviewLine] = RecordTable(
            "import-preview",
            [
                Column("tells", "Việc", lambda line: line.tells.value, width=14),
                Column("who", "Ai, đơn vị nào", lambda line: line.who, width=24),
                Column("place", "Ở đâu", lambda line: line.place, lambda line: line.id, width=20),
                Column(
                    "detail",
                    "Chi tiết",
                    lambda line: line.detail,
                    tooltip=lambda line: line.detail,
                    width=52,
                ),
            ],
            id_of=lambda line: line.id,
        )
        self._note = label("", "good")
        self._detail = label("")
        self._table.add_choice(
            "Xem", [(None, "Tất cả"), *((t, t.value) for t in Tell)], lambda line: line.tells
        )
        layout = column(self, spacing=12)
        layout.addWidget(self._holder)
        layout.addWidget(self._note)
        layout.addWidget(self._repeats)
        layout.addWidget(self._table, 1)
        layout.addWidget(self._detail)
        self._table.chosen_changed.connect(self._tell_detail)

    def show_result(
        self,
        result: ImportResult,
        repeats: Mapping[SheetKey, int] | None = None,
        taken: Sequence[SheetKey] = (),
        to_choose: int = 0,
    ) -> None:
        """Show what the import would do, and which sheets have likely repeats of money.

        Args:
            result: What it would do.
            repeats: Sheet → rows of it that are likely repeats.
            taken: The sheets of which they are taken all the same.
            to_choose: How many places can be taken or left.
        """
        self._repeats.show_repeats(repeats or {}, taken)
        lines = preview_lines(result)
        clear(self._counts)
        for tells in Tell:
            count = sum(1 for line in lines if line.tells is tells)
            if count or tells in (Tell.NEW, Tell.CHANGED):
                self._counts.addWidget(_card(tells, count))
        if to_choose:
            self._counts.addWidget(button(_CHOOSE, self._compare, icon="columns"))
        self._note.setText("" if result.changes_anything else _NOTHING)
        self._note.setVisible(not result.changes_anything)
        self._table.set_lines(lines)
        self._tell_detail()

    def _tell_detail(self) -> None:
        """What the chosen line says, in full."""
        chosen = self._table.chosen()
        line = chosen[0] if chosen else None
        self._detail.setText(f"{line.place}: {line.who}. {line.detail}" if line else "")
        self._detail.setVisible(line is not None and bool(line.detail))


def _card(tells: Tell, count: int) -> QWidget:
    card = QFrame()
    give_role(card, "card")
    layout = QHBoxLayout(card)  # beside each other: at 150 % the list below needs the room
    layout.setContentsMargins(10, 0, 10, 0)
    layout.addWidget(label(number(count), "figure", wrap=False))
    layout.addWidget(label(tells.value, "soft", wrap=False))
    return card
