"""Which rows of a list are seen, and in what order; without any window.

Public: `RowOrder`. Rows are named by their place in `lines`; `visible` holds the places that
are seen, in order. 100,000 rows stay quick because every key is prepared once: one folded
text per row for the search (`search_index.py`), one list of sort keys per column that was
ever sorted by.
"""

import time
from collections.abc import Callable, Iterable, Sequence
from typing import Any, Generic, TypeVar

from ccb_desktop.ui.kit.columns import Column
from ccb_desktop.ui.kit.search_index import SearchIndex

T = TypeVar("T")


class RowOrder(Generic[T]):
    """Filters and sorts the lines of one list.

    Attributes:
        found_elsewhere: Whether the query fits no column by which rows are known, so that
            the rows seen are those that fit in another column.
    """

    def __init__(
        self, columns: Sequence[Column[T]], search_key: Callable[[T], str] | None = None
    ) -> None:
        """Start with no lines.

        Args:
            columns: All columns of the list, seen or not.
            search_key: A `people_names.match_key` that the line already carries; without it
                the key is made from the texts of the searched columns.
        """
        self.lines: list[T] = []
        self.visible: Sequence[int] = []
        self.query = ""
        searched = [column for column in columns if column.searched]
        named = [column for column in searched if column.named]
        self._indexes = [SearchIndex(named or searched, search_key)]
        if named:
            self._indexes.append(SearchIndex(searched))
        self._rules: dict[str, Callable[[T], bool]] = {}
        self._sorted_by: tuple[Column[T], bool] | None = None
        self._order: Sequence[int] = []
        self.found_elsewhere = False
        self._forget()

    def set_lines(self, lines: Iterable[T]) -> None:
        """Take other lines; query, rules and sorting stay."""
        self.lines = list(lines)
        self._forget()
        self._refresh()

    def set_query(self, text: str) -> None:
        """Show only the lines that fit what was typed."""
        self.query = text
        self._search()

    def set_rule(self, name: str, rule: Callable[[T], bool] | None) -> None:
        """Show only the lines that fit this rule too; None takes the rule of that name away."""
        if rule is None:
            self._rules.pop(name, None)
        else:
            self._rules[name] = rule
        self._refresh()

    def sort_by(self, column: Column[T] | None, *, descending: bool = False) -> None:
        """Order by a column; None gives back the order in which the lines came."""
        self._sorted_by = None if column is None else (column, descending)
        self._order = self._sorted_order()
        self._refresh()

    def seen(self) -> list[T]:
        """The lines that are seen, in order."""
        return [self.lines[place] for place in self.visible]

    def prepare(self, seconds: float | None = None) -> bool:
        """Make search keys ahead, while nobody waits for them.

        Args:
            seconds: Stop after about this time; None finishes.

        Returns:
            Whether all keys are ready.
        """
        until = None if seconds is None else time.monotonic() + seconds
        return all(index.prepare(until) for index in self._indexes)

    def _forget(self) -> None:
        """Drop everything prepared from the lines."""
        for index in self._indexes:
            index.take(self.lines)
        self._sort_keys: dict[str, list[Any]] = {}
        self._order = self._sorted_order()
        self._ruled: Sequence[int] = self._order

    def _refresh(self) -> None:
        """Apply the rules to the order, then the query."""
        rules, lines = tuple(self._rules.values()), self.lines
        self._ruled = self._order
        for rule in rules:
            self._ruled = [place for place in self._ruled if rule(lines[place])]
        for index in self._indexes:
            index.forget_answers()
        self._search()

    def _search(self) -> None:
        """Apply the query: to the columns by which rows are known, else to all of them."""
        self.found_elsewhere = False
        self.visible = self._ruled
        if not self.query.strip():
            return
        for index in self._indexes:
            self.visible = index.answer(self.query, self._ruled)
            if self.visible:
                self.found_elsewhere = index is not self._indexes[0]
                return

    def _sorted_order(self) -> Sequence[int]:
        """All places in the chosen order; lines without a key come last either way."""
        if self._sorted_by is None:
            return range(len(self.lines))
        column, descending = self._sorted_by
        keys = self._sort_keys.get(column.id)
        if keys is None:
            keys = self._sort_keys[column.id] = [column.order_of(line) for line in self.lines]
        filled = [place for place, key in enumerate(keys) if key is not None]
        filled.sort(key=keys.__getitem__, reverse=descending)
        if len(filled) < len(keys):
            filled += [place for place, key in enumerate(keys) if key is None]
        return filled
