"""What became, or would become, of every row of an import."""

from dataclasses import dataclass, field
from enum import StrEnum

from ccb_desktop.domain.exchange.typed_rows import CellProblem, Conversion, UnderstoodSheet


class Outcome(StrEnum):
    """What a row does to the books."""

    CREATED = "CREATED"
    CHANGED = "CHANGED"
    UNCHANGED = "UNCHANGED"
    SKIPPED = "SKIPPED"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field that a row changes; texts as officers read them.

    Attributes:
        cell: The field of the sheet that says so; empty where no single cell does.
    """

    field: str
    before: str
    after: str
    cell: str = ""


@dataclass(frozen=True, slots=True)
class RowResult:
    """One row: what it does, to whom, and what in particular.

    Attributes:
        is_left: Whether the officer leaves it out.
    """

    row: int
    outcome: Outcome
    label: str
    changes: tuple[FieldChange, ...] = ()
    is_left: bool = False


@dataclass(frozen=True, slots=True)
class Duplicate:
    """A row that says again what an earlier row of the sheet, or the books, said.

    Attributes:
        person: Whom or what it tells of.
        same_as_row: The earlier row of the sheet; `None` where it is not one of this sheet.
        same_as: Then, where the same stands: the number of a voucher, or an earlier file.
        is_taken: Whether the row is taken in all the same, because the officer says so.
    """

    row: int
    person: str
    same_as_row: int | None
    same_as: str = ""
    is_taken: bool = False


@dataclass(slots=True)
class SheetResult:
    """One sheet: the outcome of each row, and everything the officer should look at.

    Attributes:
        new_entries: What joins a code list, with the list's name.
    """

    sheet: UnderstoodSheet
    rows: list[RowResult] = field(default_factory=list)
    problems: list[CellProblem] = field(default_factory=list)
    duplicates: list[Duplicate] = field(default_factory=list)
    new_units: list[str] = field(default_factory=list)
    new_campaigns: list[str] = field(default_factory=list)
    new_entries: list[str] = field(default_factory=list)

    @property
    def converted(self) -> tuple[Conversion, ...]:
        """The cells brought from an old font to Unicode."""
        return self.sheet.converted

    @property
    def repeats(self) -> int:
        """How many rows of money are likely repeats of what stands elsewhere."""
        return sum(1 for one in self.duplicates if one.same_as_row is None)

    def count(self, outcome: Outcome) -> int:
        """How many rows have this outcome."""
        return sum(1 for row in self.rows if row.outcome is outcome)


@dataclass(frozen=True, slots=True)
class ImportResult:
    """A whole import: every sheet of every file, in the order of reading."""

    sheets: tuple[SheetResult, ...]
    ignored: tuple[UnderstoodSheet, ...]

    @property
    def problems(self) -> int:
        """How many cells or rows were problems."""
        return sum(len(sheet.problems) for sheet in self.sheets)

    @property
    def changes_anything(self) -> bool:
        """Whether the books would be other than before."""
        writing = (Outcome.CREATED, Outcome.CHANGED)
        return any(sheet.count(outcome) for sheet in self.sheets for outcome in writing)
