"""What was understood of a sheet: typed rows, and everything the officer should look at."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from ccb_desktop.domain.exchange.source import SourceSheet, SourceWorkbook
from ccb_desktop.domain.own_fields import OwnField

OldCode = Literal["TCVN3", "VNI"]


@dataclass(frozen=True, slots=True)
class TypedRow:
    """One record: field → value, blank cells left out (they never overwrite).

    Attributes:
        kept: Fields that tell whom or what the row means, of which the books keep their own.
    """

    row_number: int
    values: dict[str, object]
    kept: frozenset[str] = frozenset()

    def as_chosen(self) -> "TypedRow":
        """The row as if the cells of which the books keep their own were blank."""
        taken = {name: value for name, value in self.values.items() if name not in self.kept}
        return replace(self, values=taken) if self.kept else self


@dataclass(frozen=True, slots=True)
class CellProblem:
    """A cell that could not be understood.

    Attributes:
        column: The header as it stands in the file; as the program writes it, when the
            sheet has no such column.
        field: The field meant; empty when the whole row is meant.
        value: The cell as it stands in the file.
        message: What is wrong and what to do, in Vietnamese.
        row_kept: Whether the row comes in all the same, without this cell.
    """

    row: int
    column: str
    field: str
    value: str
    message: str
    row_kept: bool


@dataclass(frozen=True, slots=True)
class SkippedRow:
    """A row that is no record (title, sum, repeated header, signature): why, and its text."""

    row: int
    reason: str
    text: str


@dataclass(frozen=True, slots=True)
class Conversion:
    """A cell brought from an old font to Unicode."""

    row: int
    column: str
    field: str
    encoding: OldCode
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """A column with a header or with data: the field it is read as, and some of its cells."""

    index: int
    header: str
    field: str | None
    samples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetMapping:
    """What the officer says about a sheet; the rest is matched by itself.

    Attributes:
        kind: What the sheet holds.
        columns: Column from 0 → field, `None` to leave the column out.
        header_row: The row in which the header ends, as Excel numbers it.
        unit: The unit of the rows that name none.
    """

    kind: str | None = None
    columns: Mapping[int, str | None] = field(default_factory=dict)
    header_row: int | None = None
    unit: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class UnderstoodSheet:
    """One sheet as it was understood.

    Every row that is not blank stands in the header, in `rows`, in `problems` or in
    `skipped_rows`: none is lost silently.

    Attributes:
        kind: Name of the kind of sheet; `None` when it is unknown.
        ignored_reason: Why it is not read, in Vietnamese; empty when it is.
        header_row: The row in which the header ends.
        header_choices: The rows that may be the last of the header: number, what they say.
        missing_fields: Required fields that no column and no title gives.
        shape_key: Equal for sheets of one shape, to remember a matching under.
        own_fields: The branch's own fields, of which a roster may have columns.
    """

    source: SourceSheet
    kind: str | None = None
    ignored_reason: str = ""
    header_row: int | None = None
    header_choices: tuple[tuple[int, str], ...] = ()
    columns: tuple[SheetColumn, ...] = ()
    missing_fields: tuple[str, ...] = ()
    shape_key: str = ""
    rows: tuple[TypedRow, ...] = ()
    problems: tuple[CellProblem, ...] = ()
    skipped_rows: tuple[SkippedRow, ...] = ()
    converted: tuple[Conversion, ...] = ()
    own_fields: tuple[OwnField, ...] = ()

    @property
    def unmatched_headers(self) -> tuple[str, ...]:
        """Headers of columns with data that are not read."""
        return tuple(
            column.header for column in self.columns if column.field is None and column.samples
        )


@dataclass(frozen=True, slots=True)
class UnderstoodWorkbook:
    """One file: the sheets that are read, in the order of import, and those that are not."""

    source: SourceWorkbook
    sheets: tuple[UnderstoodSheet, ...]
    ignored: tuple[UnderstoodSheet, ...]
