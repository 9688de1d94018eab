"""Fields to choose in: one of a list, several of a list, yes or no.

Public: `ChoiceField` (one value | `empty`), `ChecklistField` (tuple of values), `YesNoField`
(bool | None). Choices are pairs of value and label.
"""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QRadioButton, QStyledItemDelegate, QWidget

from ccb_desktop.ui.kit.form_field import Field
from ccb_desktop.ui.kit.widgets import FlowLayout, clear

Choices = Sequence[tuple[Any, str]]


class CalmComboBox(QComboBox):
    """A box that does not change when the wheel only passes over it."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMaxVisibleItems(12)
        # Only a styled delegate gives the rows the height the style sheet asks for.
        self.setItemDelegate(QStyledItemDelegate(self))
        self.view().setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def showPopup(self) -> None:
        """Show the choices below the box, as wide as the longest of them."""
        view = self.view()
        view.ensurePolished()
        bar = view.verticalScrollBar().sizeHint().width()
        view.setMinimumWidth(view.sizeHintForColumn(0) + bar + 2 * view.frameWidth())
        super().showPopup()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll."""
        event.ignore()


class ChoiceField(Field):
    """One of a list; empty is offered first unless the field is required and filled."""

    missing = "Chưa chọn"

    def __init__(
        self,
        name: str,
        text: str,
        choices: Choices,
        *,
        none: str = "Chưa ghi",
        empty: Any = None,
        **rest: Any,
    ) -> None:
        """Build it.

        Args:
            name: See `Field`.
            text: See `Field`.
            choices: Values and labels.
            none: What stands for nothing chosen.
            empty: The value when nothing is chosen: None, or "" for codes.
            rest: What `Field` takes.
        """
        super().__init__(name, text, **rest)
        self.box = CalmComboBox()
        # Qt would give back an enum as plain text, so the values stand beside the box.
        self._values: list[Any] = []
        self._offer([(empty, none), *choices])
        self.box.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.box.setMinimumContentsLength(12)
        self.box.activated.connect(self.changed)
        self._use(self.box)

    def set_choices(self, choices: Choices) -> None:
        """Offer other values; what was chosen stays if it is still among them."""
        chosen, nothing = self.value(), (self._values[0], self.box.itemText(0))
        self._values.clear()
        self.box.clear()
        self._offer([nothing, *choices])
        self.box.setCurrentIndex(self._values.index(chosen) if chosen in self._values else 0)

    def value(self) -> Any:
        """The chosen value, or what `empty` says."""
        return self._values[self.box.currentIndex()]

    def set_value(self, value: Any) -> None:
        """Choose; a value that is no longer offered is kept and shown as it is."""
        if value not in self._values:
            self._offer([(value, str(value))])
        self.box.setCurrentIndex(self._values.index(value))

    def typed(self) -> Any:
        """The chosen value as text, where JSON needs it."""
        value = self.value()
        return None if value is None else str(value)

    def set_typed(self, raw: Any) -> None:
        """Choose what a draft kept, if it is still offered."""
        for place, value in enumerate(self._values):
            if raw == (None if value is None else str(value)):
                self.box.setCurrentIndex(place)

    def _offer(self, choices: Choices) -> None:
        for value, shown in choices:
            self._values.append(value)
            self.box.addItem(shown)


class ChecklistField(Field):
    """Several of a list: a tuple of values, in the order of the list."""

    def __init__(self, name: str, text: str, choices: Choices, **rest: Any) -> None:
        """Build it; see `ChoiceField`."""
        super().__init__(name, text, **{"wide": True, **rest})
        self._ground = QWidget()
        self._flow = FlowLayout(self._ground, spacing=12)
        self._boxes: list[tuple[Any, QCheckBox]] = []
        for value, shown in choices:
            self._add(value, shown)
        self._use(self._ground)

    def set_choices(self, choices: Choices) -> None:
        """Offer other values; none of them is chosen."""
        self._boxes.clear()
        clear(self._flow)
        for value, shown in choices:
            self._add(value, shown)

    def value(self) -> tuple[Any, ...]:
        """The chosen values."""
        return tuple(value for value, box in self._boxes if box.isChecked())

    def set_value(self, value: Any) -> None:
        """Choose exactly these; values no longer offered are kept and shown."""
        wanted = set(value or ())
        for extra in sorted(wanted - {known for known, _box in self._boxes}, key=str):
            self._add(extra, str(extra))
        for known, box in self._boxes:
            box.setChecked(known in wanted)

    def typed(self) -> list[str]:
        """The chosen values as JSON keeps them."""
        return [str(value) for value in self.value()]

    def set_typed(self, raw: Any) -> None:
        """Choose what a draft kept."""
        for value, box in self._boxes:
            box.setChecked(str(value) in raw)

    def focus(self) -> None:
        """Put the keyboard on the first box."""
        if self._boxes:
            self._boxes[0][1].setFocus()

    def _add(self, value: Any, shown: str) -> None:
        box = QCheckBox(shown.replace("&", "&&"))  # a single & would mark a key
        box.setAccessibleName(f"{self.text}: {shown}")
        box.clicked.connect(self.changed)
        box.installEventFilter(self)
        self._boxes.append((value, box))
        self._flow.addWidget(box)


class YesNoField(Field):
    """Yes, no, or not known: bool, or None."""

    def __init__(
        self, name: str, text: str, *, yes: str = "Có", no: str = "Không", **rest: Any
    ) -> None:
        """Build it; `yes` and `no` are what the two choices say."""
        super().__init__(name, text, **rest)
        ground = QWidget()
        flow = FlowLayout(ground, spacing=16)
        self._buttons = {True: QRadioButton(yes), False: QRadioButton(no)}
        for value, made in self._buttons.items():
            made.setAutoExclusive(False)
            made.setAccessibleName(f"{text}: {made.text()}")
            made.clicked.connect(lambda on, value=value: self._clicked(value, on=on))
            made.installEventFilter(self)
            flow.addWidget(made)
        self._use(ground)

    def value(self) -> bool | None:
        """What was chosen."""
        return next((value for value, made in self._buttons.items() if made.isChecked()), None)

    def set_value(self, value: Any) -> None:
        """Choose."""
        for known, made in self._buttons.items():
            made.setChecked(known == value)

    def focus(self) -> None:
        """Put the keyboard on the first choice."""
        self._buttons[True].setFocus()

    def _clicked(self, value: bool, *, on: bool) -> None:
        """One of both, or, by a second click, neither."""
        self.set_value(value if on else None)
        self.changed.emit()
