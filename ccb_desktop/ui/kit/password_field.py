"""A field for a password: hidden unless it is to be seen, with a word about Caps Lock.

Public: `PasswordField` (str, as it was typed).
"""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QWidget

from ccb_desktop.ui.kit.form_field import Field
from ccb_desktop.ui.kit.widgets import label

_CAPS = "Phím Caps Lock đang bật: chữ gõ vào là chữ in hoa."
_LONGEST = 200


class _PasswordLine(QLineEdit):
    """Notices letters that come large without Shift."""

    typed_large = Signal(bool)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Look at each letter."""
        sign = event.text()
        if sign.isalpha():
            shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.typed_large.emit(sign.isupper() != shifted and sign.upper() != sign.lower())
        super().keyPressEvent(event)


class PasswordField(Field):
    """One line that is not seen; the box beside it shows what stands there."""

    secret = True

    def __init__(self, name: str, text: str, *, shows: bool = True, **rest: Any) -> None:
        """Build it.

        Args:
            name: See `Field`.
            text: See `Field`.
            shows: Whether it has a box that lets it be seen.
            rest: What `Field` takes.
        """
        super().__init__(name, text, **rest)
        self.line = _PasswordLine()
        self.line.setMaxLength(_LONGEST)
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.line.textEdited.connect(self.changed)
        self.line.typed_large.connect(self._tell_caps)
        self.show_box = QCheckBox("Hiện mật khẩu")
        self.show_box.toggled.connect(self.show_letters)
        self._caps = label(_CAPS, "warning")
        self._use(self.line, self._with_box() if shows else None)
        self._layout.insertWidget(2, self._caps)
        self._caps.hide()

    def show_letters(self, shown: bool) -> None:
        """Let it be read, or hide it again."""
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.line.setEchoMode(mode)

    def value(self) -> str:
        """What was typed, sign by sign."""
        return self.line.text()

    def set_value(self, value: Any) -> None:
        """Empty it, or fill it in."""
        self.line.setText("" if value is None else str(value))
        self._caps.hide()

    def typed(self) -> str:
        """Nothing, for drafts lie on the disk."""
        return ""

    def set_typed(self, raw: Any) -> None:
        """A draft has nothing to give back."""

    def _tell_caps(self, large: bool) -> None:
        self._caps.setVisible(large)

    def _with_box(self) -> QWidget:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.line, 1)
        layout.addWidget(self.show_box)
        return row
