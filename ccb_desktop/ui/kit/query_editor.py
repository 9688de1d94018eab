"""Conditions and groups of conditions, added and taken away row by row.

    editor = QueryEditor(fields)
    editor.set_query(query)
    editor.changed.connect(...)
    editor.query()

Public: `QueryEditor`.
"""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from ccb_desktop.domain.queries import (
    HOW_LABEL,
    HOWS,
    Condition,
    FieldKind,
    Group,
    How,
    Join,
    QueryField,
    by_id,
)
from ccb_desktop.ui.kit.choice_fields import CalmComboBox
from ccb_desktop.ui.kit.widgets import FlowLayout, button, column, give_role, label

_JOINS = (
    (Join.ALL, "đúng TẤT CẢ các điều sau (VÀ)"),
    (Join.ANY, "đúng ÍT NHẤT MỘT điều sau (HOẶC)"),
    (Join.NONE, "KHÔNG đúng điều nào sau đây (KHÔNG)"),
)
_DEEPEST = 3


class QueryEditor(QScrollArea):
    """The filter as a group, within which groups may stand."""

    changed = Signal()

    def __init__(self, fields: Sequence[QueryField]) -> None:
        super().__init__()
        self._fields = fields
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.root = GroupEditor(fields)
        self.set_query(Group())

    def query(self) -> Group:
        """What stands there."""
        return self.root.group()

    def set_query(self, query: Group) -> None:
        """Show a filter; an empty one begins with one condition."""
        self.root = GroupEditor(self._fields)
        self.root.changed.connect(self.changed)
        ground = QWidget()
        body = column(ground, margin=4)
        body.addWidget(self.root)
        body.addStretch(1)
        self.setWidget(ground)
        if query.parts:
            self.root.show_group(query)
        else:
            self.root.add_condition()


class GroupEditor(QFrame):
    """One group: how its parts belong together, the parts, and the way to more of them."""

    changed = Signal()
    unwanted = Signal()
    """The whole group is to be taken away."""

    def __init__(self, fields: Sequence[QueryField], depth: int = 1) -> None:
        super().__init__()
        self._fields = fields
        self._depth = depth
        self.parts: list[ConditionEditor | GroupEditor] = []
        self.join = CalmComboBox()
        self.join.setAccessibleName("Các điều trong nhóm")
        for _value, shown in _JOINS:
            self.join.addItem(shown)
        self.join.currentIndexChanged.connect(self.changed)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        self._build()
        give_role(self, "card")

    def group(self) -> Group:
        """What stands there."""
        join = _JOINS[self.join.currentIndex()][0]
        return Group(
            join,
            tuple(
                part.group() if isinstance(part, GroupEditor) else part.condition()
                for part in self.parts
            ),
        )

    def show_group(self, group: Group) -> None:
        """Show a group, in the place of what stands there."""
        self.join.setCurrentIndex([join for join, _ in _JOINS].index(group.join))
        for part in group.parts:
            if isinstance(part, Group):
                self.add_group().show_group(part)
            else:
                self.add_condition().show_condition(part)

    def add_condition(self) -> "ConditionEditor":
        """One more condition."""
        made = ConditionEditor(self._fields)
        self._add(made)
        return made

    def add_group(self) -> "GroupEditor":
        """One more group within this one."""
        made = GroupEditor(self._fields, self._depth + 1)
        self._add(made)
        return made

    def _build(self) -> None:
        layout = column(self, margin=10, spacing=8)
        head = FlowLayout()
        head.addWidget(label("Tìm người" if self._depth == 1 else "Nhóm:", "field", wrap=False))
        head.addWidget(self.join)
        if self._depth > 1:
            head.addWidget(button("Bỏ nhóm", self.unwanted.emit, icon="delete"))
        feet = FlowLayout()
        feet.addWidget(button("Thêm điều kiện", self._add_by_hand, icon="add"))
        if self._depth < _DEEPEST:
            feet.addWidget(button("Thêm nhóm", self._add_group_by_hand, icon="add"))
        layout.addLayout(head)
        layout.addLayout(self._rows)
        layout.addLayout(feet)

    def _add_by_hand(self) -> None:
        self.add_condition().field.setFocus()
        self.changed.emit()

    def _add_group_by_hand(self) -> None:
        self.add_group().add_condition().field.setFocus()
        self.changed.emit()

    def _add(self, part: "ConditionEditor | GroupEditor") -> None:
        part.changed.connect(self.changed)
        part.unwanted.connect(lambda: self._take_away(part))
        self.parts.append(part)
        self._rows.addWidget(part)

    def _take_away(self, part: "ConditionEditor | GroupEditor") -> None:
        self.parts.remove(part)
        self._rows.removeWidget(part)
        part.hide()
        part.deleteLater()
        self.changed.emit()


class ConditionEditor(QWidget):
    """One row: the field, what is asked of it, and the value."""

    changed = Signal()
    unwanted = Signal()
    """The condition is to be taken away."""

    def __init__(self, fields: Sequence[QueryField]) -> None:
        super().__init__()
        self._fields = by_id(fields)
        self._hows: list[How] = []
        self.field = _box("Mục")
        for one in fields:
            self.field.addItem(one.label, one.id)
        self.how = _box("Điều hỏi")
        self.text = QLineEdit()
        self.text.setAccessibleName("Giá trị")
        self.choice = _box("Giá trị chọn")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for widget, share in ((self.field, 3), (self.how, 3), (self.text, 3), (self.choice, 3)):
            row.addWidget(widget, share)
        row.addWidget(button("Bỏ", self.unwanted.emit, icon="delete"))
        self.field.currentIndexChanged.connect(self._offer)
        self.how.currentIndexChanged.connect(self._ask)
        self.text.textChanged.connect(self.changed)
        self.choice.currentIndexChanged.connect(self.changed)
        self._offer()

    def condition(self) -> Condition:
        """What stands there."""
        how = self._hows[self.how.currentIndex()]
        if how in (How.EMPTY, How.FILLED):
            return Condition(self._asked.id, how)
        coded = self._asked.kind is FieldKind.CODE
        value = str(self.choice.currentData() or "") if coded else self.text.text().strip()
        return Condition(self._asked.id, how, value)

    def show_condition(self, condition: Condition) -> None:
        """Show a condition; one about a field that is gone shows the first field.

        A code that is offered no more stands there as it is kept.
        """
        self.field.setCurrentIndex(max(0, self.field.findData(condition.field)))
        if condition.how in self._hows:
            self.how.setCurrentIndex(self._hows.index(condition.how))
        self.text.setText(condition.value)
        if condition.value and self.choice.findData(condition.value) < 0:
            self.choice.addItem(condition.value, condition.value)
        self.choice.setCurrentIndex(max(0, self.choice.findData(condition.value)))

    @property
    def _asked(self) -> QueryField:
        return self._fields[self.field.currentData()]

    def _offer(self) -> None:
        """Offer what can be asked of the field, and its codes."""
        asked = self._asked
        self._hows = list(HOWS[asked.kind])
        self.how.blockSignals(True)
        self.how.clear()
        self.how.addItems([HOW_LABEL[how] for how in self._hows])
        self.how.blockSignals(False)
        self.choice.blockSignals(True)
        self.choice.clear()
        for code, shown in asked.choices:
            self.choice.addItem(shown, code)
        self.choice.blockSignals(False)
        self.text.setPlaceholderText(_EXAMPLES[asked.kind])
        self._ask()

    def _ask(self) -> None:
        """Show the place for the value, where one is needed."""
        needed = self._hows[self.how.currentIndex()] not in (How.EMPTY, How.FILLED)
        coded = self._asked.kind is FieldKind.CODE
        self.text.setVisible(needed and not coded)
        self.choice.setVisible(needed and coded)
        self.changed.emit()


_EXAMPLES = {
    FieldKind.TEXT: "Chữ cần tìm",
    FieldKind.DATE: "Ví dụ 1952, 5/1952",
    FieldKind.NUMBER: "Ví dụ 80",
    FieldKind.CODE: "",
}


def _box(name: str) -> CalmComboBox:
    made = CalmComboBox()
    made.setAccessibleName(name)
    made.setSizeAdjustPolicy(made.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumContentsLength(9)
    return made
