"""What is about to be handed out, as Qt sees it: a row for each assignment, cells to type in."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from ccb_desktop.domain.partial_dates import DateProblem, parse_day
from ccb_desktop.domain.printing import number, short_date
from ccb_desktop.domain.tasks.assignments import Assignment
from ccb_desktop.domain.tasks.handing_out import Proposed
from ccb_desktop.domain.tasks.labels import FIELD, LABELS
from ccb_desktop.domain.tasks.quantities import read_quantity

Index = QModelIndex | QPersistentModelIndex

WHO, WHAT, PERIOD, RESPONSIBLE, PLACE, DUE, TARGET = range(7)
_HEADS = (
    "Giao cho",
    LABELS["task_items", "what"],
    LABELS["assignments", "period"],
    FIELD["responsible"],
    FIELD["place"],
    FIELD["due_on"],
    FIELD["target"],
)
_NO_INDEX = QModelIndex()
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class HandOutModel(QAbstractTableModel):
    """Who answers, where, until when and how much can be typed."""

    altered = Signal()
    """Something was typed, or rows were taken out."""

    refused = Signal(str)
    """What was typed cannot be; carries why."""

    def __init__(self) -> None:
        super().__init__()
        self.proposed: list[Proposed] = []

    def show(self, proposed: Sequence[Proposed]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.proposed = list(proposed)
        self.endResetModel()
        self.altered.emit()

    def fill_down(self, column: int, rows: Sequence[int]) -> None:
        """Write what stands in the first of some rows into the others, in one column."""
        if column < RESPONSIBLE or len(rows) < 2:
            return
        field = ("responsible", "place", "due_on", "target")[column - RESPONSIBLE]
        value = getattr(self.proposed[rows[0]].assignment, field)
        for row in rows[1:]:
            self._put(row, **{field: value})
        self._tell_altered()

    def take_out(self, rows: Iterable[int]) -> None:
        """Hand out all but these rows."""
        gone = set(rows)
        self.show([one for row, one in enumerate(self.proposed) if row not in gone])

    # What Qt asks

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        """One for each assignment."""
        return 0 if parent.isValid() else len(self.proposed)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        """What is fixed, and what can be typed."""
        return 0 if parent.isValid() else len(_HEADS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Heads of columns."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{_HEADS[section]} ✎" if section >= RESPONSIBLE else _HEADS[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if section == TARGET else _LEFT
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """The last four columns can be typed in."""
        found = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return found | Qt.ItemFlag.ItemIsEditable if index.column() >= RESPONSIBLE else found

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a cell shows and says."""
        one, column = self.proposed[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(one, column, with_measure=True)
        if role == Qt.ItemDataRole.EditRole:
            return self._text(one, column, with_measure=False)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column == TARGET else _LEFT
        if role == Qt.ItemDataRole.AccessibleTextRole:
            told = self._text(one, column, with_measure=True) or "chưa ghi"
            return f"{one.receiver.name}, {_HEADS[column]}: {told}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._text(one, column, with_measure=True)
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take what was typed; what cannot be is refused, and the cell stays as it was."""
        if role != Qt.ItemDataRole.EditRole:
            return False
        typed = str(value).strip()
        try:
            self._put(index.row(), **_read(index.column(), typed))
        except DateProblem as problem:
            self.refused.emit(str(problem))
            return False
        except ValueError:
            self.refused.emit(f"“{typed}” không phải là số lớn hơn 0. Chỉ tiêu cũ được giữ lại.")
            return False
        self._tell_altered()
        return True

    def _put(self, row: int, **fields: Any) -> None:
        one = self.proposed[row]
        self.proposed[row] = replace(one, assignment=replace(one.assignment, **fields))

    def _tell_altered(self) -> None:
        last = self.index(self.rowCount() - 1, self.columnCount() - 1)
        self.dataChanged.emit(self.index(0, 0), last)
        self.altered.emit()

    @staticmethod
    def _text(one: Proposed, column: int, *, with_measure: bool) -> str:
        made = one.assignment
        if column == TARGET:
            measure = f" {one.item.measure}" if with_measure else ""
            return "" if made.target is None else f"{number(made.target)}{measure}"
        return {
            WHO: one.receiver.name,
            WHAT: one.item.what,
            PERIOD: made.period.label,
            RESPONSIBLE: made.responsible,
            PLACE: made.place,
            DUE: short_date(made.due_on) if made.due_on else "",
        }[column]


def _read(column: int, typed: str) -> dict[str, Any]:
    """The field of a column with what was typed into it.

    Raises:
        DateProblem: It is no day.
        ValueError: It is no amount above zero.
    """
    if column == DUE:
        return {"due_on": parse_day(typed) if typed else None}
    if column == TARGET:
        return {"target": _target(typed) if typed else None}
    return {"responsible" if column == RESPONSIBLE else "place": typed}


def _target(typed: str) -> Decimal:
    found = read_quantity(typed)
    if found is None or found <= 0:
        raise ValueError(typed)
    return found


def assignments_of(proposed: Iterable[Proposed]) -> list[Assignment]:
    """What is to be kept of the rows."""
    return [one.assignment for one in proposed]
