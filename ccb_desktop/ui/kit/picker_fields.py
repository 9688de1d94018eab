"""Fields that suggest while one types: free text with suggestions, and picking a record.

Public: `Suggestion(value, text, detail)`, `SuggestField` (str), `PickerField` (value of
the suggestion | None), `among(texts)` to suggest from a fixed list.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QStringListModel, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit, QStyledItemDelegate

from ccb_desktop.domain.people_names import Query, match_key, normalise
from ccb_desktop.ui.kit.text_fields import LineField

_MOST = 12


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One line of what is suggested.

    Attributes:
        value: What is kept: the id of a record.
        text: What stands in the field once it is chosen.
        detail: What tells two of the same name apart, as year of birth and unit.
    """

    value: Any
    text: str
    detail: str = ""

    @property
    def line(self) -> str:
        """As it stands in the list."""
        return f"{self.text} · {self.detail}" if self.detail else self.text


Provider = Callable[[str], Sequence[Suggestion]]
"""Gets what was typed and gives what fits, best first."""


def among(texts: Iterable[str]) -> Provider:
    """Suggest from a fixed list of texts, found by any beginning of any word, marks or not."""
    kept = [normalise(text) for text in texts]
    keys = [match_key(text) for text in kept]

    def provide(typed: str) -> list[Suggestion]:
        return [Suggestion(kept[i], kept[i]) for i in Query(typed).select(keys, kept)]

    return provide


class _Suggestions(QCompleter):
    """The list that drops down under a line."""

    chosen = Signal(object)
    """A `Suggestion` was chosen, by mouse or keyboard."""

    def __init__(self, line: QLineEdit, provide: Provider) -> None:
        self._lines = QStringListModel()
        super().__init__(self._lines, line)
        self.offered: list[Suggestion] = []
        self._line = line
        self._provide = provide
        self.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.setMaxVisibleItems(_MOST)
        self.setWidget(line)
        popup = self.popup()
        if popup is not None:
            popup.setItemDelegate(QStyledItemDelegate(self))  # rows as high as in other lists
        line.textEdited.connect(self.offer)
        self.activated.connect(self._find)

    def offer(self, text: str) -> None:
        """Ask for what fits, and show it."""
        self.offered = list(self._provide(text))[:_MOST]
        self._lines.setStringList([suggestion.line for suggestion in self.offered])
        popup = self.popup()
        if self.offered and self._line.hasFocus():
            self.complete()
        elif popup is not None:
            popup.hide()

    def _find(self, line: str) -> None:
        """Qt tells the text of the line that was chosen."""
        for suggestion in self.offered:
            if suggestion.line == line:
                self.chosen.emit(suggestion)
                return


class SuggestField(LineField):
    """Free text, with what was written elsewhere suggested; anything may be typed."""

    def __init__(self, name: str, text: str, provide: Provider, **rest: Any) -> None:
        """Build it; `provide` gives suggestions, see `among`."""
        super().__init__(name, text, **rest)
        self.suggestions = _Suggestions(self.line, provide)
        self.suggestions.chosen.connect(self._take)

    def _take(self, suggestion: Suggestion) -> None:
        self.line.setText(suggestion.text)
        self.changed.emit()


class PickerField(LineField):
    """One record, found by typing: its value, or None."""

    def __init__(
        self, name: str, text: str, provide: Provider, *, what: str = "dòng", **rest: Any
    ) -> None:
        """Build it.

        Args:
            name: See `Field`.
            text: See `Field`.
            provide: Gives the records that fit what was typed.
            what: What is picked, as `người`, for the sentence when nothing was.
            rest: What `Field` takes.
        """
        super().__init__(name, text, **rest)
        self._what = what
        self._picked: Suggestion | None = None
        self.suggestions = _Suggestions(self.line, provide)
        self.suggestions.chosen.connect(self._take)
        self.line.setPlaceholderText("Gõ vài chữ rồi chọn")
        self.line.textEdited.connect(self._forget)

    def value(self) -> Any:
        """The value of the record that was picked."""
        return None if self._picked is None else self._picked.value

    def set_value(self, value: Suggestion | None) -> None:
        """Show a picked record."""
        self._picked = value
        self.line.setText("" if value is None else value.text)

    def typed(self) -> Any:
        """Text and value, for a draft."""
        return [self.line.text(), self.value()]

    def set_typed(self, raw: Any) -> None:
        """Text and value, from a draft."""
        text, value = raw
        self.line.setText(text)
        self._picked = None if value is None else Suggestion(value, text)

    def unreadable(self) -> str:
        """Something was typed, but nothing chosen."""
        if self._picked is None and self.line.text().strip():
            return f"Chọn một {self._what} trong danh sách hiện ra khi gõ."
        return ""

    def leave(self) -> None:
        """When what was typed fits one record only, that one is meant."""
        offered = self.suggestions.offered
        if self._picked is None and self.line.text().strip() and len(offered) == 1:
            self._take(offered[0])
        super().leave()

    def _forget(self) -> None:
        self._picked = None

    def _take(self, suggestion: Suggestion) -> None:
        self.set_value(suggestion)
        self.changed.emit()
