"""What was typed, looked up in one folded text per row; without any window.

Public: `SearchIndex(columns, search_key)` with `take(lines)`, `prepare(until)`,
`answer(query, among)`, `forget_answers()`. A query that goes on looks only among what its
beginning found.
"""

import time
from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

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
        self._search_key = search_key
        self.take([])

    def take(self, lines: Sequence[T]) -> None:
        """Look into other lines."""
        self._lines = lines
        self._keys: list[str] = []
        self._texts: list[str] = []
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
            self._prepare_some(self._lines[len(self._keys) : len(self._keys) + 250])
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
            places = Query(text).select(self._keys, self._texts, wider)
            self._answers.append((text, places))
        return self._answers[-1][1]

    def _prepare_some(self, lines: Sequence[T]) -> None:
        """Keys decide most queries; the texts are read where the query has marks."""
        texts = [
            normalise(" ".join([column.text(line) for column in self._columns])) for line in lines
        ]
        self._texts += texts
        self._keys += map(self._search_key, lines) if self._search_key else map(match_key, texts)
