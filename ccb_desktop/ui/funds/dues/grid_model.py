"""The grid of dues as Qt sees it: a row for each member, sums below, ticks that can be set."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFont

from ccb_desktop.domain.funds.dues_sheet import DuesLine, DuesSheet, Ticks
from ccb_desktop.domain.money import AmountProblem, format_dong, parse_amount

Index = QModelIndex | QPersistentModelIndex

NAME, BORN, DUE = range(3)
_FIRST_MONTH = 3
_PAID, _NOW, _LACKING = "PAID", "NOW", "LACKING"
_BEHIND = (_PAID, _NOW, _LACKING)
_HEADS = {_PAID: "Đã nộp", _NOW: "Nộp lần này", _LACKING: "Còn thiếu"}

DONE, OPEN, TICKED, NOT_OWED = "✓", "☐", "☑", "–"
_SPOKEN = {DONE: "đã nộp", OPEN: "chưa nộp", TICKED: "đánh dấu nộp", NOT_OWED: "không phải nộp"}
_NO_INDEX = QModelIndex()
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class DuesModel(QAbstractTableModel):
    """Members × months, or members × the year as a whole."""

    ticked = Signal()
    """Other members or months are ticked."""

    refused = Signal(str)
    """What was typed is no amount; carries why."""

    def __init__(self) -> None:
        super().__init__()
        self.ticks = Ticks(DuesSheet(unit_id=None, year=0, monthly=False, lines=()))
        self.may_tick = True
        self._nothing = NOT_OWED  # what is owed by those who owe nothing

    def show(self, ticks: Ticks, *, rated: bool = True) -> None:
        """Show another grid, with what is ticked in it.

        Args:
            ticks: The grid.
            rated: Whether there is a rate: else nobody is called exempt.
        """
        self.beginResetModel()
        self.ticks = ticks
        self._nothing = "miễn" if rated else NOT_OWED
        self.endResetModel()

    @property
    def sheet(self) -> DuesSheet:
        """What is shown."""
        return self.ticks.sheet

    @property
    def months(self) -> int:
        """How many columns of months there are."""
        return 12 if self.sheet.monthly else 0

    @property
    def now_column(self) -> int:
        """The column of what is paid now."""
        return _FIRST_MONTH + self.months + 1

    def month_of(self, column: int) -> int | None:
        """The month of a column; `None` where it is no column of a month."""
        month = column - _FIRST_MONTH + 1
        return month if 1 <= month <= self.months else None

    def is_spare(self, column: int) -> bool:
        """Whether a column gives its room to the twelve months: they tell what was paid."""
        return self.sheet.monthly and (column == BORN or column == self.now_column - 1)

    def line_at(self, row: int) -> DuesLine | None:
        """The member of a row; `None` for the sums."""
        lines = self.sheet.lines
        return lines[row] if 0 <= row < len(lines) else None

    # Ticking

    def can_tick(self, index: Index) -> bool:
        """Whether something can be ticked here: it is owed and not paid yet."""
        line, month = self.line_at(index.row()), self.month_of(index.column())
        if line is None or not self.may_tick:
            return False
        if month is not None:
            return line.lacking_by_month[month - 1] > 0
        owes = line.lacking_dong > 0 or self.ticks.amount(line.person_id) > 0
        return index.column() == self.now_column and owes

    def is_ticked(self, index: Index) -> bool:
        """Whether it is ticked; in the last column, whether everything that lacks is."""
        line, month = self.line_at(index.row()), self.month_of(index.column())
        if line is None:
            return False
        if month is not None:
            return month in self.ticks.of(line.person_id)
        return 0 < self.ticks.amount(line.person_id) >= line.lacking_dong

    def tick(self, indexes: list[Index], on: bool) -> None:
        """Tick or untick some cells."""
        for index in indexes:
            line, month = self.line_at(index.row()), self.month_of(index.column())
            if line is None or not self.can_tick(index):
                continue
            if month is not None:
                self.ticks.tick(line.person_id, month, on)
            else:
                self.ticks.tick_row(line.person_id, on)
        self.tell_ticked()

    def tell_ticked(self) -> None:
        """Show what is ticked now."""
        last = self.index(self.rowCount() - 1, self.columnCount() - 1)
        self.dataChanged.emit(self.index(0, 0), last)
        self.ticked.emit()

    # What Qt asks

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        """Members, and the row of sums."""
        lines = 0 if parent.isValid() else len(self.sheet.lines)
        return lines + 1 if lines else 0

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        """Who and what is due, months, and the sums of each."""
        return 0 if parent.isValid() else _FIRST_MONTH + self.months + len(_HEADS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Heads of columns."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        month = self.month_of(section)
        if role == Qt.ItemDataRole.DisplayRole:
            return f"T{month}" if month else self._head(section)
        if role == Qt.ItemDataRole.ToolTipRole and (month or section == self.now_column):
            return "Bấm để đánh dấu cả cột"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignCenter if month else self._align(section)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """What is paid now can be typed; everything can be walked through."""
        found = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        is_typed = index.column() == self.now_column and self.may_tick
        if is_typed and self.line_at(index.row()) is not None:
            found |= Qt.ItemFlag.ItemIsEditable
        return found

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a cell shows and says."""
        line = self.line_at(index.row())
        if role == Qt.ItemDataRole.DisplayRole:
            return self._sum(index.column()) if line is None else self._text(line, index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole:
            centred = self.month_of(index.column())
            return Qt.AlignmentFlag.AlignCenter if centred else self._align(index.column())
        if role == Qt.ItemDataRole.FontRole and line is None:
            bold = QFont()
            bold.setBold(True)
            return bold
        if line is None:
            return None
        if role == Qt.ItemDataRole.EditRole:
            amount = self.ticks.amount(line.person_id)
            return format_dong(amount) if amount else ""
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return self._spoken(line, index.column())
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take the amount that was typed; an empty one takes the ticks away."""
        line = self.line_at(index.row())
        if line is None or role != Qt.ItemDataRole.EditRole:
            return False
        try:
            amount = parse_amount(str(value)) if str(value).strip() else 0
        except AmountProblem as problem:
            self.refused.emit(str(problem))
            return False
        self.ticks.set_amount(line.person_id, amount)
        self.tell_ticked()
        return True

    # Words

    def _head(self, section: int) -> str:
        known = {NAME: "Họ và tên", BORN: "Sinh", DUE: "Phải nộp"}
        return known.get(section) or _HEADS[self._kind(section)]

    def _kind(self, column: int) -> str:
        return _BEHIND[column - _FIRST_MONTH - self.months]

    def _align(self, column: int) -> Qt.AlignmentFlag:
        return _LEFT if column in (NAME, BORN) else _RIGHT

    def _text(self, line: DuesLine, column: int) -> str:
        month = self.month_of(column)
        if month is not None:
            return self._sign(line, month)
        if column == NAME:
            return self._name(line)
        if column == BORN:
            return str(line.born_on.year) if line.born_on else ""
        if column == DUE:
            return format_dong(line.due_dong) if line.due_dong else self._nothing
        return self._money(line, self._kind(column))

    def _name(self, line: DuesLine) -> str:
        """The name; with the year of birth where months stand in the place of its column."""
        born = f" ({line.born_on.year})" if self.sheet.monthly and line.born_on else ""
        return f"{line.full_name}{born}"

    def _money(self, line: DuesLine, kind: str) -> str:
        if kind == _PAID:
            return format_dong(line.paid_dong)
        now = self.ticks.amount(line.person_id)
        if kind == _LACKING:
            return format_dong(max(0, line.lacking_dong - now))
        if now:
            return f"{TICKED} {format_dong(now)}"
        return OPEN if line.lacking_dong else DONE if line.due_dong else NOT_OWED

    def _sign(self, line: DuesLine, month: int) -> str:
        if not line.due_by_month[month - 1]:
            return NOT_OWED
        if month in self.ticks.of(line.person_id):
            return TICKED
        return OPEN if line.lacking_by_month[month - 1] else DONE

    def _sum(self, column: int) -> str:
        month = self.month_of(column)
        if month is not None:
            signs = [self._sign(line, month) for line in self.sheet.lines]
            return str(signs.count(DONE) + signs.count(TICKED))
        if column == NAME:
            return "Cộng"
        if column == BORN:
            return ""
        if column == DUE:
            return format_dong(self.sheet.due_dong)
        now = self.ticks.amount_dong
        if self._kind(column) == _LACKING:
            lines = self.sheet.lines
            left = (one.lacking_dong - self.ticks.amount(one.person_id) for one in lines)
            return format_dong(sum(max(0, one) for one in left))
        return format_dong(self.sheet.paid_dong if self._kind(column) == _PAID else now)

    def _spoken(self, line: DuesLine, column: int) -> str:
        month = self.month_of(column)
        if month is None:
            return f"{line.full_name}, {self._head(column)}: {self._text(line, column)}"
        sign = _SPOKEN[self._sign(line, month)]
        lacking = line.lacking_by_month[month - 1]
        owed = f", còn {format_dong(lacking)} đồng" if lacking else ""
        return f"{line.full_name}, tháng {month}: {sign}{owed}"
