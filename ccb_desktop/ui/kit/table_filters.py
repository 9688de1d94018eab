"""The row above a list: the search box and the filters the page offers.

Public: `TableFilters` with `bar`, `search`, `add_choice`, `choose`, `clear`.
"""

from collections.abc import Callable, Collection, Sequence
from typing import Any

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from ccb_desktop.ui.kit.search_line import SearchLine
from ccb_desktop.ui.kit.widgets import FlowLayout, button, label


class TableFilters:
    """What may hide rows of a list, all in one place, and one button to see all again."""

    def __init__(
        self,
        on_query: Callable[[str], None],
        on_rule: Callable[[str, Callable[[Any], bool] | None], None],
    ) -> None:
        self.bar = FlowLayout(spacing=12)
        self.search = SearchLine("Gõ để lọc danh sách này")
        self._on_rule = on_rule
        self._choices: list[QComboBox] = []
        self._all = button("Xem tất cả", self.clear, role="link")
        self.search.textChanged.connect(on_query)
        self.search.textChanged.connect(self._show_clear)
        self.bar.addWidget(self.search)
        self.bar.addWidget(self._all)
        self._all.hide()

    def add_choice(
        self, text: str, choices: Sequence[tuple[Any, str]], value_of: Callable[[Any], Any]
    ) -> None:
        """One more filter with its label beside it."""
        box = QComboBox()
        box.setAccessibleName(text)
        for value, shown in choices:
            box.addItem(shown, value)
        box.currentIndexChanged.connect(
            lambda: self._on_rule(text, _rule(box.currentData(), value_of))
        )
        box.currentIndexChanged.connect(self._show_clear)
        self._choices.append(box)
        self.bar.removeWidget(self._all)
        self.bar.addWidget(_labelled(text, box))
        self.bar.addWidget(self._all)

    def choose(self, text: str, value: Any) -> None:
        """Set the filter of this label to a value."""
        for box in self._choices:
            if box.accessibleName() == text:
                box.setCurrentIndex(max(0, box.findData(value)))

    def clear(self) -> None:
        """See all rows again."""
        self.search.clear()
        for box in self._choices:
            box.setCurrentIndex(0)

    def _show_clear(self) -> None:
        narrowed = bool(self.search.text()) or any(b.currentIndex() > 0 for b in self._choices)
        self._all.setVisible(narrowed)


def _rule(wanted: Any, value_of: Callable[[Any], Any]) -> Callable[[Any], bool] | None:
    """What a line must fulfil, or None where every line is wanted."""
    if wanted is None:
        return None

    def fits(line: Any) -> bool:
        value = value_of(line)
        if isinstance(value, Collection) and not isinstance(value, str):
            return wanted in value
        return bool(value == wanted)

    return fits


def _labelled(text: str, box: QComboBox) -> QWidget:
    """The box with its name before it."""
    pair = QWidget()
    layout = QHBoxLayout(pair)
    layout.setContentsMargins(0, 0, 0, 0)
    name = label(f"{text}:", "soft", wrap=False)
    name.setBuddy(box)
    layout.addWidget(name)
    layout.addWidget(box)
    return pair
