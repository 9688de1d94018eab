"""What the officer takes of a list, and what he leaves: rows left out, fields kept as they are."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from ccb_desktop.domain.exchange.sheet_kinds import ROSTER_KINDS, WORK_KINDS
from ccb_desktop.domain.imports.outcome import FieldChange

BY_FIELD = (ROSTER_KINDS | WORK_KINDS) - {"member_results", "unit_ratings"}
"""Kinds of sheets of which single fields can be kept; of all others, rows are taken or left.

A posted voucher is never half of one list and half of another.
"""


@dataclass(frozen=True, slots=True)
class SheetChoice:
    """What is left of one sheet; the rest is taken.

    Attributes:
        left: Rows that give nothing.
        kept: Row → fields of the sheet of which the books keep what they say.
    """

    left: frozenset[int] = frozenset()
    kept: Mapping[int, frozenset[str]] = field(default_factory=dict)

    def leaving(self, rows: Iterable[int], *, left: bool = True) -> "SheetChoice":
        """With some rows left out, or taken again."""
        named = frozenset(rows)
        return replace(self, left=self.left | named if left else self.left - named)

    def keeping(self, cells: Iterable[tuple[int, str]], *, kept: bool = True) -> "SheetChoice":
        """With what the books say kept in some fields, or overwritten again.

        Args:
            cells: Row and field of each.
            kept: Whether the books keep what they say.
        """
        found = {row: set(names) for row, names in self.kept.items()}
        for row, name in cells:
            held = found.setdefault(row, set())
            (held.add if kept else held.discard)(name)
        return replace(self, kept={row: frozenset(names) for row, names in found.items() if names})

    def takes(self, row: int, cell: str = "") -> bool:
        """Whether a row, or one field of it, comes into the books."""
        return row not in self.left and not (cell and cell in self.kept.get(row, frozenset()))

    def is_empty(self) -> bool:
        """Whether everything is taken."""
        return not self.left and not self.kept


Choices = Mapping[tuple[Path, str], SheetChoice]
"""File and sheet → what of it is left; a sheet that is not named is taken whole."""


def choosable(kind: str | None, change: FieldChange) -> bool:
    """Whether the books can keep their own in just this field."""
    return bool(change.cell) and kind in BY_FIELD
