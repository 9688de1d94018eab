"""The row above a list: the search box and the filters the page offers.

Public: `TableFilters` with `bar`, `more_bar`, `search`, `see_all`, `add_choice`, `add_own`,
`tell`, `set_choices`, `choose`, `chosen`, `clear`. Filters that are seldom wanted wait behind the
button `Lọc thêm` and unfold in a row of their own, so that the acts beside the button stay where
they are.
"""

from collections.abc import Callable, Collection, Sequence
from typing import Any

from PySide6.QtWidgets import QComboBox, QWidget

from ccb_desktop.ui.kit.choice_fields import CalmComboBox
from ccb_desktop.ui.kit.search_line import SearchLine
from ccb_desktop.ui.kit.widgets import FlowLayout, button, labelled

_HINT = "Gõ để lọc danh sách này"


class TableFilters:
    """What may hide rows of a list, all in one place, and one button to see all again."""

    def __init__(
        self,
        on_query: Callable[[str], None],
        on_rule: Callable[[str, Callable[[Any], bool] | None], None],
        on_told: Callable[[], None],
    ) -> None:
        self.bar = FlowLayout(spacing=8)
        self.more_bar = FlowLayout(spacing=12)
        self.search = SearchLine(_HINT)
        self._on_rule = on_rule
        self._on_told = on_told
        self._choices: list[QComboBox] = []
        self._open: list[QWidget] = []
        self._folded: list[QWidget] = []
        self._own: list[tuple[Callable[[], bool], Callable[[], None]]] = []
        self._unfolded = self._low = False
        self._more = button("Lọc thêm", self._unfold, icon="filter")
        self.see_all = button("Xem tất cả", self.clear, role="link")
        self.search.textChanged.connect(on_query)
        self._arrange()

    def add_choice(
        self,
        text: str,
        choices: Sequence[tuple[Any, str]],
        value_of: Callable[[Any], Any],
        *,
        more: bool = False,
    ) -> None:
        """One more filter with its label beside it; `more` puts it behind `Lọc thêm`."""
        box = CalmComboBox()
        box.setAccessibleName(text)
        for value, shown in choices:
            box.addItem(shown, value)
        box.currentIndexChanged.connect(
            lambda: self._on_rule(text, _rule(box.currentData(), value_of))
        )
        box.currentIndexChanged.connect(self._tell)
        self._choices.append(box)
        (self._folded if more else self._open).append(labelled(text, box))
        self._arrange()

    def add_own(
        self, opener: QWidget, is_set: Callable[[], bool], clear: Callable[[], None]
    ) -> None:
        """A filter of the page's own beside the others: its button, and how it is taken away."""
        self._open.append(opener)
        self._own.append((is_set, clear))
        self._arrange()

    def set_low(self, is_low: bool) -> None:
        """Where few lines fit, every filter waits behind `Lọc thêm`."""
        self._low = is_low
        self.search.set_short("Gõ để lọc" if is_low else _HINT, is_low)
        for made in (*self._open, self.see_all):
            self.bar.removeWidget(made)
            self.more_bar.removeWidget(made)
            made.show()
        self._arrange()
        (self.more_bar if is_low else self.bar).addWidget(self.see_all)

    def tell(self) -> None:
        """A filter of the page's own has changed."""
        self._tell()

    def set_choices(self, text: str, choices: Sequence[tuple[Any, str]]) -> None:
        """Offer other values in the filter of this label; what is chosen stays if it can."""
        box = self._box(text)
        chosen = box.currentData()
        box.blockSignals(True)
        box.clear()
        for value, shown in choices:
            box.addItem(shown, value)
        box.setCurrentIndex(max(0, box.findData(chosen)))
        box.blockSignals(False)
        if box.currentData() != chosen:
            box.currentIndexChanged.emit(box.currentIndex())

    def choose(self, text: str, value: Any) -> None:
        """Set the filter of this label to a value."""
        box = self._box(text)
        box.setCurrentIndex(max(0, box.findData(value)))

    def chosen(self, text: str) -> Any:
        """What the filter of this label is set to; None where it shows all rows."""
        return self._box(text).currentData()

    def clear(self) -> None:
        """See all rows again."""
        self.search.clear()
        for box in self._choices:
            box.setCurrentIndex(0)
        for _is_set, clear in self._own:
            clear()

    def _box(self, text: str) -> QComboBox:
        return next(box for box in self._choices if box.accessibleName() == text)

    def _arrange(self) -> None:
        """Search box, filters, the button and what it unfolds."""
        folded = self._waiting()
        self.bar.put_first((self.search, *(o for o in self._open if o not in folded), self._more))
        self.more_bar.put_first(folded)
        self._more.setVisible(bool(folded))
        self._fold()

    def _unfold(self) -> None:
        self._unfolded = not self._unfolded
        self._fold()

    def _fold(self) -> None:
        for pair in self._waiting():
            pair.setVisible(self._unfolded)
        self._tell()

    def _waiting(self) -> list[QWidget]:
        """The filters behind the button."""
        return [*self._open, *self._folded] if self._low else self._folded

    def _tell(self) -> None:
        """Offer the way back to all rows, and say how many folded filters are at work."""
        set_ones = [box for box in self._choices if box.currentIndex() > 0]
        own = any(is_set() for is_set, _clear in self._own)
        is_seen = self._unfolded or not self._low
        # the search box has its own way back
        self.see_all.setVisible(is_seen and (own or bool(set_ones)))
        waiting = self._waiting()
        at_work = sum(box.parentWidget() in waiting for box in set_ones)
        told = f"Lọc thêm ({at_work})" if at_work else "Lọc thêm"
        self._more.setText("Lọc ít lại" if self._unfolded else told)
        self._more.setAccessibleName(self._more.text())
        self._on_told()


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
