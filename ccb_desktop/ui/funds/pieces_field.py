"""Counting cash: how many notes of each value, and what they come to."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QIntValidator, QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget

from ccb_desktop.domain.funds.cash_counts import NOTES_DONG, sum_of_pieces
from ccb_desktop.domain.money import in_words
from ccb_desktop.domain.printing import number
from ccb_desktop.ui.kit.form_field import Field
from ccb_desktop.ui.kit.widgets import label

_MOST_PIECES = 999_999
_SIDE_BY_SIDE = 2  # columns of notes


class PiecesField(Field):
    """A number of pieces for each note in use: value → pieces, those of none left out."""

    def __init__(self, name: str, text: str, **rest: Any) -> None:
        """Build it; see `Field`."""
        super().__init__(name, text, **{"wide": True, **rest})
        self.lines: dict[int, QLineEdit] = {}
        self._sums: dict[int, QLabel] = {}
        self._total = label("", "heading")
        ground = QWidget()
        self._grid = QGridLayout(ground)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(6)
        self._build()
        self._use(self.lines[NOTES_DONG[0]], ground)
        for note, line in self.lines.items():
            line.setAccessibleName(f"Số tờ {number(note)} đồng")
        self._layout.insertWidget(2, self._total)
        self._say()

    def value(self) -> Mapping[int, int]:
        """Value of the note → how many."""
        pieces = {note: _count(line.text()) for note, line in self.lines.items()}
        return {note: count for note, count in pieces.items() if count}

    def set_value(self, value: Any) -> None:
        """Show a count."""
        for note, line in self.lines.items():
            count = (value or {}).get(note, 0)
            line.setText(str(count) if count else "")
        self._say()

    def typed(self) -> Any:
        """As JSON keeps it."""
        return {str(note): count for note, count in self.value().items()}

    def set_typed(self, raw: Any) -> None:
        """What a draft kept."""
        self.set_value({int(note): count for note, count in raw.items()})

    def is_empty(self) -> bool:
        """Whether no note was counted."""
        return not self.value()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on to the next note; behind the last one it is the form's."""
        lines = list(self.lines.values())
        present = next((place for place, line in enumerate(lines) if line.hasFocus()), len(lines))
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and not event.isAutoRepeat() and present + 1 < len(lines):
            lines[present + 1].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """The boxes grow with the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _build(self) -> None:
        half = -(-len(NOTES_DONG) // _SIDE_BY_SIDE)
        for place, note in enumerate(NOTES_DONG):
            line, total = QLineEdit(), label("", "soft", wrap=False)
            line.setValidator(QIntValidator(0, _MOST_PIECES, line))
            line.textEdited.connect(self._edited)
            self.lines[note], self._sums[note] = line, total
            left = place // half * 4
            row = place % half
            self._grid.addWidget(label(f"{number(note)} ×", wrap=False), row, left)
            self._grid.addWidget(line, row, left + 1)
            self._grid.addWidget(total, row, left + 2)
        for side in range(_SIDE_BY_SIDE):
            self._grid.setColumnStretch(side * 4 + 2, 1)
        self._fit()

    def _fit(self) -> None:
        letter = self.fontMetrics().height()
        for line in self.lines.values():
            line.setFixedWidth(letter * 5)
        for total in self._sums.values():
            total.setMinimumWidth(letter * 6)

    def _edited(self) -> None:
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        pieces = self.value()
        for note, total in self._sums.items():
            total.setText(f"= {number(note * pieces[note])}" if note in pieces else "")
        whole = sum_of_pieces(pieces)
        self._total.setText(f"Cộng: {number(whole)} đồng ({in_words(whole)})" if pieces else "")
        self._total.setVisible(bool(pieces))


def _count(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() else 0
