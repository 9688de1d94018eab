"""A field for a password: hidden unless it is to be seen, with a word about Caps Lock.

Public: `PasswordField` (str, as it was typed); `typed_twice(first, text)` for a new one.
"""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
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
    missing = "Chưa gõ"

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
        self._again: PasswordField | None = None

    def goes_on_to(self, again: "PasswordField") -> None:
        """Let Tab lead to the field of the second typing before the box that shows both."""
        self._again = again
        self.show_box.toggled.connect(again.show_letters)

    def showEvent(self, event: QShowEvent) -> None:
        """Widgets have an order once they stand in one window."""
        super().showEvent(event)
        if self._again is not None and self._again.window() is self.window():
            self.setTabOrder(self.line, self._again.line)
            self.setTabOrder(self._again.line, self.show_box)

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


def typed_twice(first: PasswordField, text: str) -> list[Field]:
    """A password that nobody has typed before, and the same once more.

    Args:
        first: The field of the first typing.
        text: What the second one is called, as `Gõ lại mật khẩu ấy`.
    """
    again = PasswordField("again", text, required=True, shows=False, wide=first.wide)
    again.missing = "Chưa"
    first.goes_on_to(again)
    return [first, again]
