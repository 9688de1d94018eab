"""The plain form in which sheets pass from the reading process to the program."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

from ccb_desktop.domain.errors import BadFile
from ccb_desktop.domain.exchange.source import CellValue

MOST_ROWS = 200_000

PlainRow = tuple[int, tuple[CellValue, ...]]


@dataclass(slots=True)
class PlainSheet:
    """One sheet; merged ranges as first row, first column, last row, last column."""

    name: str
    hidden: bool = False
    rows: list[PlainRow] = field(default_factory=list)
    merges: list[tuple[int, int, int, int]] = field(default_factory=list)
    fonts: dict[tuple[int, int], str] = field(default_factory=dict)
    is_clean: bool = False


class PlainValues(dict[Any, CellValue]):
    """Cell as a library gives it → cell as the program keeps it; equal cells become one."""

    def __missing__(self, raw: Any) -> CellValue:
        value = _plain(raw)
        self[raw] = value
        return value


def _plain(raw: Any) -> CellValue:
    if isinstance(raw, str):
        text = raw.replace("_x000D_", "\n")
        return None if not text or text.isspace() else text
    if isinstance(raw, float) and raw.is_integer():
        return int(raw)
    if isinstance(raw, bool):
        return int(raw)
    if isinstance(raw, datetime):
        return raw.date()
    if raw is None or isinstance(raw, int | float | date):
        return raw
    if isinstance(raw, time | timedelta):
        return str(raw)
    return str(raw)


def plain_rows(
    sheet_name: str,
    rows: Iterable[Sequence[Any]],
    values: PlainValues,
    *,
    first_column: int = 0,
) -> list[PlainRow]:
    """The rows that are not blank, with their numbers.

    Args:
        sheet_name: For the message when there are too many.
        rows: From the first row of the sheet on.
        values: Shared by the sheets of a file.
        first_column: The column in which each row begins.

    Raises:
        BadFile: The sheet has more rows than are read.
    """
    pad = (None,) * first_column
    take = values.__getitem__
    kept: list[PlainRow] = []
    for number, raw in enumerate(rows, start=1):
        cells = tuple(map(take, raw))
        if cells.count(None) < len(cells):
            kept.append((number, pad + cells if pad else cells))
            if len(kept) > MOST_ROWS:
                raise too_many_rows(sheet_name)
    return kept


def with_cells(
    rows: list[PlainRow], better: Mapping[tuple[int, int], Callable[[CellValue], CellValue]]
) -> list[PlainRow]:
    """The rows with single cells corrected; a row that was blank but for them comes in.

    Args:
        rows: In their order.
        better: (row number, column) → what its value becomes.
    """
    if not better:
        return rows
    by_number = dict(rows)
    opened: dict[int, list[CellValue]] = {}
    for (number, column), correct in better.items():
        cells = opened.setdefault(number, list(by_number.get(number, ())))
        cells += [None] * (column + 1 - len(cells))
        cells[column] = correct(cells[column])
    by_number |= {number: tuple(cells) for number, cells in opened.items()}
    return sorted(by_number.items(), key=lambda row: row[0])


def too_many_rows(sheet_name: str) -> BadFile:
    """The refusal of a sheet that is too long."""
    most = f"{MOST_ROWS:,}".replace(",", ".")
    return BadFile(
        f"trang “{sheet_name}” có hơn {most} dòng. Hãy xóa các dòng thừa hoặc tách thành nhiều tệp."
    )
