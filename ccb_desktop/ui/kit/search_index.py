"""What was typed, looked up in one folded text per row; without any window.

Public: `SearchIndex(columns, search_key)` with `take(lines)`, `prepare(until)`,
`answer(query, among)`, `forget_answers()`. A query that goes on looks only among what its
beginning found.
"""

import time
from collections.abc import Callable, Sequence
from typing import Generic, TypeVar, overload

from ccb_desktop.domain.people_names import Query, match_key, normalise
from ccb_desktop.ui.kit.columns import Column

T = TypeVar("T")


class SearchIndex(Generic[T]):
    """The search keys of some columns of a list, made once."""

    def __init__(
        self, columns: Sequence[Column[T]], search_key: Callable[[T], str] | None = None
    ) -> None:
        """Start with no lines.

        Args:
            columns: The columns that are looked into.
            search_key: A `people_names.match_key` that the line already carries; without it
                the key is made from the texts of the columns.
        """
        self._columns = columns
        self._key_of = search_key or self._made_key
        self.take([])

    def take(self, lines: Sequence[T]) -> None:
        """Look into other lines."""
        self._lines = lines
        self._keys: list[str] = []
        self.forget_answers()

    def forget_answers(self) -> None:
        """The rows to look among are others now."""
        self._answers: list[tuple[str, Sequence[int]]] = []

    def prepare(self, until: float | None = None) -> bool:
        """Make keys ahead; stop at about this moment of the monotonic clock.

        Returns:
            Whether all keys are ready.
        """
        while len(self._keys) < len(self._lines):
            start = len(self._keys)
            self._keys.extend(map(self._key_of, self._lines[start : start + 250]))
            if until is not None and time.monotonic() > until:
                break
        return len(self._keys) == len(self._lines)

    def answer(self, text: str, among: Sequence[int]) -> Sequence[int]:
        """The places among these whose rows fit a query, in their order."""
        while self._answers and not text.startswith(self._answers[-1][0]):
            self._answers.pop()
        if not self._answers or self._answers[-1][0] != text:
            self.prepare()
            wider = self._answers[-1][1] if self._answers else among
            places = Query(text).select(self._keys, _Texts(self), wider)
            self._answers.append((text, places))
        return self._answers[-1][1]

    def text_of(self, place: int) -> str:
        """What a query with marks looks into."""
        line = self._lines[place]
        return normalise(" ".join(column.text(line) for column in self._columns))

    def __len__(self) -> int:
        """How many lines there are."""
        return len(self._lines)

    def _made_key(self, line: T) -> str:
        return match_key(normalise(" ".join(column.text(line) for column in self._columns)))


class _Texts(Sequence[str], Generic[T]):
    """The texts of all lines, each made only when it is asked for."""

    def __init__(self, index: SearchIndex[T]) -> None:
        self._index = index

    @overload
    def __getitem__(self, place: int) -> str: ...

    @overload
    def __getitem__(self, place: slice) -> Sequence[str]: ...

    def __getitem__(self, place: int | slice) -> str | Sequence[str]:
        if isinstance(place, slice):
            return [self._index.text_of(at) for at in range(len(self))[place]]
        return self._index.text_of(place)

    def __len__(self) -> int:
        return len(self._index)
