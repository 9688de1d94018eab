"""Which rows of a list are seen, and in what order; without any window.

Public: `RowOrder`. Rows are named by their place in `lines`; `visible` holds the places that
are seen, in order. 100,000 rows stay quick because every key is prepared once: one folded
text per row for the search, one list of sort keys per column that was ever sorted by; and
because a query that goes on looks only among what its beginning found.
"""

import time
from collections.abc import Callable, Iterable, Sequence
from typing import Any, Generic, TypeVar, overload

from ccb_desktop.domain.people_names import Query, match_key, normalise
from ccb_desktop.ui.kit.columns import Column

T = TypeVar("T")


class RowOrder(Generic[T]):
    """Filters and sorts the lines of one list."""

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
        self._columns = columns
        self._search_key = search_key or self._made_key
        self._rules: dict[str, Callable[[T], bool]] = {}
        self._sorted_by: tuple[Column[T], bool] | None = None
        self._order: Sequence[int] = []
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

    @property
    def is_narrowed(self) -> bool:
        """Whether a query or a rule may hide lines."""
        return bool(self.query.strip() or self._rules)

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
        while len(self._keys) < len(self.lines):
            start = len(self._keys)
            self._keys.extend(map(self._search_key, self.lines[start : start + 250]))
            if until is not None and time.monotonic() > until:
                break
        return len(self._keys) == len(self.lines)

    def _forget(self) -> None:
        """Drop everything prepared from the lines."""
        self._keys: list[str] = []
        self._sort_keys: dict[str, list[Any]] = {}
        self._order = self._sorted_order()
        self._ruled: Sequence[int] = self._order
        self._found: list[tuple[str, Sequence[int]]] = []

    def _refresh(self) -> None:
        """Apply the rules to the order, then the query."""
        rules, lines = tuple(self._rules.values()), self.lines
        self._ruled = self._order
        for rule in rules:
            self._ruled = [place for place in self._ruled if rule(lines[place])]
        self._found = []
        self._search()

    def _search(self) -> None:
        """Apply the query, beginning from the longest beginning of it already answered."""
        text = self.query
        while self._found and not text.startswith(self._found[-1][0]):
            self._found.pop()
        if not text.strip():
            self.visible = self._ruled
            return
        if not self._found or self._found[-1][0] != text:
            among = self._found[-1][1] if self._found else self._ruled
            self.prepare()
            places = Query(text).select(self._keys, _Texts(self), among)
            self._found.append((text, places))
        self.visible = self._found[-1][1]

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

    def _made_key(self, line: T) -> str:
        return match_key(self.text_of(line))

    def text_of(self, line: T) -> str:
        """What the query looks into when it has marks."""
        return normalise(" ".join(c.text(line) for c in self._columns if c.searched))


class _Texts(Sequence[str], Generic[T]):
    """The texts of all lines, each made only when it is asked for."""

    def __init__(self, order: RowOrder[T]) -> None:
        self._order = order

    @overload
    def __getitem__(self, place: int) -> str: ...

    @overload
    def __getitem__(self, place: slice) -> Sequence[str]: ...

    def __getitem__(self, place: int | slice) -> str | Sequence[str]:
        if isinstance(place, slice):
            return [self._order.text_of(line) for line in self._order.lines[place]]
        return self._order.text_of(self._order.lines[place])

    def __len__(self) -> int:
        return len(self._order.lines)
