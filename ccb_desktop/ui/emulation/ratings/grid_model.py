"""The table of units as Qt sees it: a row for each unit, a column for each criterion."""

from decimal import Decimal, InvalidOperation
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFont

from ccb_desktop.domain.emulation.labels import CRITERION_KIND, EVIDENCE, RATING
from ccb_desktop.domain.emulation.score_sheets import ScoredUnit, unscored
from ccb_desktop.domain.emulation.score_table import ScoreTable
from ccb_desktop.domain.emulation.scores import Criterion, CriterionKind, Evidence
from ccb_desktop.domain.printing import number
from ccb_desktop.ui.emulation.words import told_rating

Index = QModelIndex | QPersistentModelIndex

NAME = 0
_TOTAL, _RANK, _RATING, _PROPOSED, _STRENGTH, _BEFORE = range(6)
_TAIL = ("Cộng", "Hạng", "Xếp loại", "Theo điểm", "Trong sạch, vững mạnh", "Năm trước")
_NO_INDEX = QModelIndex()
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_SIGN = {CriterionKind.BONUS: " (+)", CriterionKind.DEDUCTION: " (−)"}


class RatingsModel(QAbstractTableModel):
    """Units × criteria, then sum, rank and ratings."""

    points_typed = Signal(object, object, object)
    """A unit, a criterion, and the points typed for them; None takes them back."""

    refused = Signal(str)
    """What was typed is no number of points; carries why."""

    def __init__(self) -> None:
        super().__init__()
        self.table: ScoreTable | None = None
        self._sums: dict[int, Decimal | None] = {}
        self._ranks: dict[int, int] = {}

    def show(self, table: ScoreTable) -> None:
        """Show another table; where rows and columns are the same, only their texts change."""
        same = self.table is not None and _shape(self.table) == _shape(table)
        if not same:
            self.beginResetModel()
        self.table = table
        self._sums, self._ranks = table.sums, table.ranks
        if same:
            self.dataChanged.emit(
                self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1)
            )
        else:
            self.endResetModel()

    # Where what stands

    @property
    def criteria(self) -> tuple[Criterion, ...]:
        """The criteria, in the order of their columns."""
        return self.table.criteria if self.table else ()

    def unit_at(self, row: int) -> ScoredUnit | None:
        """The unit of a row."""
        units = self.table.units if self.table else ()
        return units[row] if 0 <= row < len(units) else None

    def criterion_at(self, column: int) -> Criterion | None:
        """The criterion of a column; None where it is another column."""
        place = column - 1
        return self.criteria[place] if 0 <= place < len(self.criteria) else None

    def is_rating(self, column: int) -> bool:
        """Whether a column holds the rating."""
        return self._tail(column) == _RATING

    def is_strength(self, column: int) -> bool:
        """Whether a column holds the entry of the second list."""
        return self._tail(column) == _STRENGTH

    def _tail(self, column: int) -> int:
        return column - 1 - len(self.criteria)

    def letters(self, column: int) -> int:
        """How many letters wide a column is."""
        if column == NAME:
            return 11
        criterion = self.criterion_at(column)
        if criterion is not None:
            return 4 if criterion.kind is CriterionKind.POINTS else 6
        return {_TOTAL: 6, _RANK: 5, _STRENGTH: 24}.get(self._tail(column), 20)

    # What Qt asks

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        """Units."""
        return 0 if parent.isValid() or self.table is None else len(self.table.units)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        """The unit, its points, and what they come to."""
        return 0 if parent.isValid() else 1 + len(self.criteria) + len(_TAIL)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Heads of columns: the number of a criterion, its text as a tool tip."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        criterion = self.criterion_at(section)
        if role == Qt.ItemDataRole.DisplayRole:
            if criterion is not None:
                return f"{criterion.number}{_SIGN.get(criterion.kind, '')}"
            return "Đơn vị" if section == NAME else _TAIL[self._tail(section)]
        if role == Qt.ItemDataRole.ToolTipRole and criterion is not None:
            return told_criterion(criterion)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if self._is_number(section) else _LEFT
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Points can be typed; everything can be walked through."""
        found = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if self.criterion_at(index.column()) is not None:
            found |= Qt.ItemFlag.ItemIsEditable
        return found

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a cell shows and says."""
        unit = self.unit_at(index.row())
        if unit is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return self.text(unit, index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if self._is_number(index.column()) else _LEFT
        if role == Qt.ItemDataRole.FontRole and self._tail(index.column()) in (_TOTAL, _RATING):
            bold = QFont()
            bold.setBold(True)
            return bold
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return self.told(unit, index.column())
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take the points that were typed; the store is written by who listens."""
        unit, criterion = self.unit_at(index.row()), self.criterion_at(index.column())
        if unit is None or criterion is None or role != Qt.ItemDataRole.EditRole:
            return False
        typed = str(value).strip()
        if typed == self.text(unit, index.column()):
            return False
        points = None
        if typed:
            try:
                points = Decimal(typed.replace(",", "."))
            except InvalidOperation:
                self.refused.emit(f"“{typed}” không phải là số điểm. Ghi số, ví dụ 8 hoặc 8,5.")
                return False
        self.points_typed.emit(unit, criterion, points)
        return True

    # Words

    def text(self, unit: ScoredUnit, column: int) -> str:
        """What a cell shows."""
        criterion = self.criterion_at(column)
        if column == NAME:
            return unit.name
        if criterion is not None:
            given = unit.points.get(criterion.id or 0)
            return "" if given is None else number(given)
        return self._tail_text(unit, self._tail(column))

    def _tail_text(self, unit: ScoredUnit, tail: int) -> str:
        total = self._sums.get(unit.unit_id)
        if tail == _TOTAL:
            return "" if total is None else number(total)
        if tail == _RANK:
            return str(self._ranks.get(unit.unit_id, ""))
        if tail == _STRENGTH:
            labels = self.table.labels if self.table else {}
            return labels.get(unit.strength, unit.strength)
        if tail == _PROPOSED:
            return self._proposal(unit)
        return told_rating(unit.rating if tail == _RATING else unit.rating_before)

    def _proposal(self, unit: ScoredUnit) -> str:
        """What the points come to, or how many criteria wait for theirs."""
        proposed = self.table.proposed(unit) if self.table else None
        if proposed is not None:
            return RATING[proposed]
        waiting = len(unscored(self.criteria, unit))
        return f"còn {waiting} tiêu chí" if unit.points and waiting else ""

    def told(self, unit: ScoredUnit, column: int) -> str:
        """A cell in words: whose, what for, and what the books say of it."""
        criterion = self.criterion_at(column)
        if criterion is None:
            head = self.headerData(column, Qt.Orientation.Horizontal)
            told = f"{unit.name}, {head}: {self.text(unit, column) or 'chưa có'}"
            return f"{told}{self._keys(column)}"
        given = self.text(unit, column)
        parts = [f"{unit.name} – {told_criterion(criterion)}"]
        parts.append(f"đã chấm {given} điểm" if given else "chưa chấm")
        fact = unit.facts.get(criterion.id or 0)
        if fact is not None:
            proposed = fact.points(criterion.most_points)
            points = "" if proposed is None else f" → đề nghị {number(proposed)} điểm"
            parts.append(f"sổ ghi: {fact.text}{points}")
        elif criterion.evidence is not Evidence.NONE:
            parts.append(f"sổ chưa có số liệu: {EVIDENCE[criterion.evidence].lower()}")
        return " · ".join(parts)

    def _keys(self, column: int) -> str:
        """What each digit sets in a column."""
        offered: list[str] = []
        if self.is_rating(column):
            offered = list(RATING.values())
        elif self.is_strength(column) and self.table is not None:
            offered = [label for _code, label in self.table.strengths]
        keys = ", ".join(f"{key} {label.lower()}" for key, label in enumerate(offered, 1))
        return f" · bấm phím {keys}; Delete bỏ" if keys else ""

    def _is_number(self, column: int) -> bool:
        return self.criterion_at(column) is not None or self._tail(column) in (_TOTAL, _RANK)


def told_criterion(criterion: Criterion) -> str:
    """`Tiêu chí 2: Sinh hoạt đều (tối đa 15)`."""
    kind = (
        ""
        if criterion.kind is CriterionKind.POINTS
        else f"{CRITERION_KIND[criterion.kind].lower()}, "
    )
    return (
        f"Tiêu chí {criterion.number}: {criterion.text} "
        f"({kind}tối đa {number(criterion.most_points)})"
    )


def _shape(table: ScoreTable) -> tuple[Any, ...]:
    return [unit.unit_id for unit in table.units], [one.id for one in table.criteria]
