"""Fields to type in: a line, several lines, a number, an amount of money.

Public: `TextField` (str), `LongTextField` (str), `NumberField` (int | Decimal |
None), `YearField` (int | None), `AmountField` (int đồng | None).
"""

import unicodedata
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QWidget

from ccb_desktop.domain import money, people_names, printing
from ccb_desktop.ui.kit.form_field import Field
from ccb_desktop.ui.kit.widgets import label


class LineField(Field):
    """A field with one line; the base of all that are typed."""

    def __init__(self, name: str, text: str, *, after: str = "", **rest: Any) -> None:
        """Build it.

        Args:
            name: See `Field`.
            text: See `Field`.
            after: What stands behind the line, as `%`.
            rest: What `Field` takes.
        """
        super().__init__(name, text, **rest)
        self.line = QLineEdit()
        self.line.textEdited.connect(self.changed)
        self._use(self.line, _with_text_after(self.line, after) if after else None)

    def typed(self) -> str:
        """The text as it stands."""
        return self.line.text()

    def said(self) -> str:
        """The text as it stands."""
        return self.line.text().strip()

    def set_typed(self, raw: Any) -> None:
        """The text as it stood."""
        self.line.setText(str(raw))

    def value(self) -> Any:
        """The text in normal form."""
        return people_names.normalise(self.line.text())

    def set_value(self, value: Any) -> None:
        """Show a text."""
        self.line.setText("" if value is None else str(value))


class TextField(LineField):
    """One line of free text: str, empty where nothing is written."""

    def __init__(self, name: str, text: str, *, longest: int = 500, **rest: Any) -> None:
        """Build it; `longest` is the number of letters it takes."""
        super().__init__(name, text, **rest)
        self.line.setMaxLength(longest)


class LongTextField(Field):
    """Several lines of free text: str, empty where nothing is written."""

    def __init__(self, name: str, text: str, *, lines: int = 3, **rest: Any) -> None:
        """Build it; `lines` is its height."""
        self._lines = lines
        self.box = QPlainTextEdit()
        super().__init__(name, text, **{"wide": True, **rest})
        self.box.setTabChangesFocus(True)
        self.box.textChanged.connect(self.changed)
        self._use(self.box)
        self._fit()

    def value(self) -> str:
        """The text, NFC, without blank lines around it."""
        return unicodedata.normalize("NFC", self.box.toPlainText()).strip()

    def said(self) -> str:
        """The text as it stands."""
        return self.value()

    def set_value(self, value: Any) -> None:
        """Show a text."""
        self.box.blockSignals(True)
        self.box.setPlainText(value or "")
        self.box.blockSignals(False)

    def changeEvent(self, event: QEvent) -> None:
        """The lines grow with the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        self.box.setFixedHeight(self.fontMetrics().lineSpacing() * (self._lines + 1))


class NumberField(LineField):
    """A number: int, or Decimal where it has decimals; None when empty."""

    def __init__(
        self,
        name: str,
        text: str,
        *,
        least: int = 0,
        most: int = 999_999_999,
        decimals: int = 0,
        **rest: Any,
    ) -> None:
        """Build it.

        Args:
            name: See `Field`.
            text: See `Field`.
            least: The smallest number that makes sense.
            most: The largest one.
            decimals: How many digits may stand behind the comma.
            rest: What `LineField` takes.
        """
        super().__init__(name, text, **rest)
        self._least, self._most, self._decimals = least, most, decimals

    def value(self) -> int | Decimal | None:
        """The number."""
        return self._read()

    def set_value(self, value: Any) -> None:
        """Show a number as it is printed: `1.862`, `0,35`."""
        self.line.setText("" if value is None else printing.number(value))

    def unreadable(self) -> str:
        """Letters in it, or out of bounds."""
        if not self.line.text().strip():
            return ""
        number = self._read()
        if number is None:
            kind = "số" if self._decimals else "số nguyên"
            return f"“{self.line.text().strip()}” không phải là {kind}."
        if not self._least <= number <= self._most:
            return (
                f"Số này phải từ {printing.number(self._least)} đến {printing.number(self._most)}."
            )
        return ""

    def _read(self) -> int | Decimal | None:
        plain = self.line.text().replace(" ", "").replace(".", "")
        whole, comma, part = plain.partition(",")
        sign = "-" if whole.startswith("-") else ""
        digits = whole.removeprefix("-")
        if not digits.isascii() or not digits.isdigit() or len(digits) > 15:
            return None
        if not comma:
            return int(sign + digits)
        if not part.isascii() or not part.isdigit() or len(part) > self._decimals:
            return None
        return Decimal(f"{sign}{digits}.{part}")


class YearField(NumberField):
    """A year of four digits, shown without points: int, or None when empty."""

    def set_value(self, value: Any) -> None:
        """Show a year: `2026`."""
        self.line.setText("" if value is None else str(value))

    def unreadable(self) -> str:
        """No year, or one out of bounds."""
        if not self.line.text().strip():
            return ""
        year = self._read()
        if year is None or not self._least <= year <= self._most:
            return f"Ghi một năm từ {self._least} đến {self._most}."
        return ""


_NOTHING_SAID = "\N{NO-BREAK SPACE}"
"""Keeps the line of the words, so that what stands below does not move as an amount is typed."""


class AmountField(LineField):
    """An amount of money in whole đồng, echoed in words; None when empty."""

    def __init__(self, name: str, text: str, **rest: Any) -> None:
        """Build it; see `Field`."""
        super().__init__(name, text, **{"after": "đồng", **rest})
        self.echo = label("", "soft")
        self._layout.insertWidget(2, self.echo)
        self.line.textChanged.connect(self._say)
        self._say()

    def value(self) -> int | None:
        """The amount in đồng."""
        try:
            return money.parse_amount(self.line.text())
        except money.AmountProblem:
            return None

    def set_value(self, value: Any) -> None:
        """Show an amount: `1.200.000`."""
        self.line.setText("" if value is None else printing.number(value))

    def unreadable(self) -> str:
        """Why the text is no amount."""
        if not self.line.text().strip():
            return ""
        try:
            money.parse_amount(self.line.text())
        except money.AmountProblem as problem:
            return str(problem)
        return ""

    def leave(self) -> None:
        """Show the amount as it was understood."""
        amount = self.value()
        if amount is not None:
            self.set_value(amount)
        super().leave()

    def _say(self) -> None:
        amount = self.value()
        self.echo.setText(_NOTHING_SAID if amount is None else money.in_words(amount))


def _with_text_after(line: QLineEdit, after: str) -> QWidget:
    pair = QWidget()
    layout = QHBoxLayout(pair)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(line, 1)
    layout.addWidget(label(after, wrap=False))
    return pair
