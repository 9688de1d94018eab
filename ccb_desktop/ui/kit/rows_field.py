"""A field that holds several values of one kind, each edited in a small window of its own.

    RowsField("policies", FIELD["policies"], COLUMNS, edit_policy, noun="diện chính sách",
              to_raw=..., from_raw=...)

Public: `RowsField` (tuple of values). `edit(parent, value | None, put)` opens a window on one
value, None for a new one, and calls `put(value)` when it is filled in.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar

from PySide6.QtWidgets import QWidget

from ccb_desktop.ui.kit.columns import Act, Column
from ccb_desktop.ui.kit.empty_note import EmptyText
from ccb_desktop.ui.kit.form_field import Field
from ccb_desktop.ui.kit.record_table import RecordTable

T = TypeVar("T")

Put = Callable[[T], None]
Edit = Callable[[QWidget, T | None, Put[T]], object]


@dataclass(frozen=True, slots=True)
class _Numbered(Generic[T]):
    number: int
    value: T


class RowsField(Field, Generic[T]):
    """A short list within a form; it is saved with the form."""

    def __init__(
        self,
        name: str,
        text: str,
        columns: Sequence[Column[T]],
        edit: Edit[T],
        *,
        noun: str,
        to_raw: Callable[[T], Any],
        from_raw: Callable[[Any], T],
        rows: int = 3,
        **rest: Any,
    ) -> None:
        """Build it.

        Args:
            name: See `Field`.
            text: See `Field`.
            columns: What is seen of each value.
            edit: Opens a window on a value; see above.
            noun: What one value is, as `diện chính sách`.
            to_raw: A value as a draft can keep it in JSON.
            from_raw: The way back.
            rows: How many rows there is room for.
            rest: What `Field` takes.
        """
        super().__init__(name, text, **{"wide": True, **rest})
        self._edit = edit
        self._to_raw, self._from_raw = to_raw, from_raw
        self._lines: list[_Numbered[T]] = []
        self.table: RecordTable[_Numbered[T]] = RecordTable(
            f"rows-{name}",
            [_on_value(column) for column in columns],
            id_of=lambda line: line.number,
            acts=self._acts(noun),
            noun=noun,
            empty=EmptyText(f"Chưa ghi {noun} nào", ""),
            brief=rows,
        )
        self._use(self.table.view, self.table)

    def value(self) -> tuple[T, ...]:
        """The values in their order."""
        return tuple(line.value for line in self._lines)

    def set_value(self, value: Any) -> None:
        """Show these values."""
        self._show([_Numbered(number, one) for number, one in enumerate(value or ())])

    def typed(self) -> list[Any]:
        """The values as a draft keeps them."""
        return [self._to_raw(value) for value in self.value()]

    def set_typed(self, raw: Any) -> None:
        """The values from a draft."""
        self.set_value([self._from_raw(one) for one in raw])

    def _acts(self, noun: str) -> list[Act[_Numbered[T]]]:
        return [
            Act(f"Thêm {noun}", lambda _none: self._add(), needs="none", icon="add"),
            Act("Sửa", lambda chosen: self._change(chosen[0]), icon="edit", main=True),
            Act("Bỏ", self._remove, needs="some", icon="delete", shortcut="Delete"),
        ]

    def _add(self) -> None:
        def put(value: T) -> None:
            number = max((line.number for line in self._lines), default=-1) + 1
            self._put([*self._lines, _Numbered(number, value)])

        self._edit(self, None, put)

    def _change(self, line: _Numbered[T]) -> None:
        def put(value: T) -> None:
            changed = _Numbered(line.number, value)
            self._put([changed if one.number == line.number else one for one in self._lines])

        self._edit(self, line.value, put)

    def _remove(self, chosen: list[_Numbered[T]]) -> None:
        gone = {line.number for line in chosen}
        self._put([line for line in self._lines if line.number not in gone])

    def _put(self, lines: list[_Numbered[T]]) -> None:
        self._show(lines)
        self.changed.emit()

    def _show(self, lines: list[_Numbered[T]]) -> None:
        self._lines = lines
        self.table.set_lines(lines)


def _on_value(column: Column[T]) -> Column[_Numbered[T]]:
    """The same column for a numbered value."""
    text, order = column.text, column.sort_key
    made: Column[Any] = replace(column, total=None, tooltip=None)
    return replace(
        made,
        text=lambda line: text(line.value),
        sort_key=None if order is None else lambda line: order(line.value),
    )
