"""A list beside the books: each field that a row changes, each row that is new, to be chosen."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ccb_desktop.domain.exchange.source import as_text
from ccb_desktop.domain.imports.choices import Choices, SheetChoice, choosable
from ccb_desktop.domain.imports.outcome import Outcome, RowResult, SheetResult

SheetKey = tuple[Path, str]
_WHOLE_ROW = "Cả dòng"
_MOST_CELLS = 8  # of a new row, told so that it is known


@dataclass(frozen=True, slots=True)
class ComparedLine:
    """One thing that the officer takes or leaves.

    Attributes:
        sheet: The file and sheet that say so.
        cell: The field of the sheet; empty where the row is taken or left as a whole.
        who: Whom or what the row tells of.
        field: What is changed, in the officers' words.
        before: What stands in the books.
        after: What the file says.
        is_new: Whether the row tells of something that the books do not have.
    """

    sheet: SheetKey
    row: int
    place: int
    cell: str
    who: str
    field: str
    before: str
    after: str
    is_new: bool = False

    @property
    def id(self) -> tuple[SheetKey, int, str, int]:
        """Stays the same whatever is chosen."""
        return self.sheet, self.row, self.cell, self.place

    def is_taken(self, choices: Choices) -> bool:
        """Whether it comes into the books."""
        return choices.get(self.sheet, SheetChoice()).takes(self.row, self.cell)


def compared_lines(sheets: Mapping[SheetKey, SheetResult]) -> list[ComparedLine]:
    """All that can be taken or left: what changes first, in the order of the file, then the new."""
    lines = [line for key, sheet in sheets.items() for line in _of_sheet(key, sheet)]
    return sorted(lines, key=lambda line: line.is_new)


def with_more(lines: Sequence[ComparedLine], others: Iterable[ComparedLine]) -> list[ComparedLine]:
    """Lines with those others that came up only because something was left.

    Two rows of one household tell the same of it; where the first is left, the second says it.
    """
    known = {(line.sheet, line.row, line.cell) for line in lines}
    more = [line for line in others if (line.sheet, line.row, line.cell) not in known]
    return sorted([*lines, *more], key=lambda line: line.is_new)


def chosen(choices: Choices, lines: Iterable[ComparedLine], *, taken: bool) -> Choices:
    """The choices, with some lines taken or left."""
    of_sheet: dict[SheetKey, list[ComparedLine]] = {}
    for line in lines:
        of_sheet.setdefault(line.sheet, []).append(line)
    found = dict(choices)
    for sheet, of in of_sheet.items():
        choice = found.get(sheet, SheetChoice())
        choice = choice.keeping([(one.row, one.cell) for one in of if one.cell], kept=not taken)
        # a field is taken only of a row that is taken
        rows = [one.row for one in of if taken or not one.cell]
        found[sheet] = choice.leaving(rows, left=not taken)
    return {key: choice for key, choice in found.items() if not choice.is_empty()}


def _of_sheet(key: SheetKey, sheet: SheetResult) -> Iterator[ComparedLine]:
    cells = {row.number: row.cells for row in sheet.sheet.source.rows}
    for row in sorted(sheet.rows, key=lambda done: done.row):
        if row.outcome is Outcome.CREATED:
            told = [as_text(cell) for cell in cells.get(row.row, ()) if as_text(cell)]
            said = "; ".join(told[:_MOST_CELLS])
            yield ComparedLine(key, row.row, 0, "", row.label, "Dòng mới", "", said, is_new=True)
        elif row.outcome is Outcome.CHANGED:
            yield from _of_row(key, sheet.sheet.kind, row)


def _of_row(key: SheetKey, kind: str | None, row: RowResult) -> Iterator[ComparedLine]:
    if not row.changes:
        yield ComparedLine(key, row.row, 0, "", row.label, _WHOLE_ROW, "", "")
    for place, one in enumerate(row.changes):
        cell = one.cell if choosable(kind, one) else ""
        yield ComparedLine(key, row.row, place, cell, row.label, one.field, one.before, one.after)
