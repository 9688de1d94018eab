"""A list as it stands in its file: sheets, rows and cells before anything is understood."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class ErrorValue:
    """A cell whose stored value is an error, such as `#REF!`."""

    code: str


NO_STORED_VALUE = "="
"""The code of a formula that was saved without its result."""

CellValue = str | int | float | date | ErrorValue | None
"""Whole numbers are `int`, TRUE and FALSE are 1 and 0, a blank cell is `None`."""


class SourceRow(NamedTuple):
    """One row that is not blank; `number` as Excel shows it, `cells` from column A on."""

    number: int
    cells: tuple[CellValue, ...]


@dataclass(frozen=True, slots=True)
class MergedRange:
    """Cells merged into one; rows as Excel numbers them, columns from 0, both inclusive."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceSheet:
    """One sheet.

    Attributes:
        rows: In their order, blank ones left out; some may be shorter than others.
        merges: Merged cells, where the format tells.
        fonts: (row number, column) → font, only for cells in a TCVN3 or VNI font.
        is_clean: Known to hold no sign of an old font in any text.
    """

    name: str
    hidden: bool = False
    rows: tuple[SourceRow, ...] = ()
    merges: tuple[MergedRange, ...] = ()
    fonts: Mapping[tuple[int, int], str] = field(default_factory=dict)
    is_clean: bool = False


@dataclass(frozen=True, slots=True)
class SourceWorkbook:
    """One file; `sha256` tells whether the very same file was brought before."""

    path: Path
    sha256: str
    sheets: tuple[SourceSheet, ...]


def as_text(value: CellValue) -> str:
    """A cell as an officer would write it: `19/05/1952`, `1952`, `#REF!`; blank is empty."""
    if value is None:
        return ""
    if isinstance(value, date):
        return f"{value:%d/%m/}{value.year:04}"
    if isinstance(value, ErrorValue):
        return value.code
    return str(value)
