"""Sheets written down in short for tests."""

from datetime import date

from ccb_desktop.domain.exchange.source import MergedRange, SourceRow, SourceSheet
from ccb_desktop.domain.exchange.understanding import understand

TODAY = date(2026, 6, 30)


def sheet(*rows, name="DS", first=1, **more):
    """A sheet of these rows; a row of nothing is blank."""
    made = tuple(
        SourceRow(number, tuple(row)) for number, row in enumerate(rows, start=first) if any(row)
    )
    merges = tuple(MergedRange(*merge) for merge in more.pop("merges", ()))
    return SourceSheet(name=name, rows=made, merges=merges, **more)


HEADER = ("STT", "Họ và tên", "Năm sinh", "Chi hội")
NO_UNIT = ("STT", "Họ và tên", "Năm sinh", "Nơi ở")


def people(count, start=1):
    """Rows under `HEADER`."""
    return [
        (
            number,
            f"Nguyễn Văn {['An', 'Bình', 'Cường', 'Dũng', 'Em'][number % 5]}",
            1950 + number % 20,
            f"Chi hội {number % 3 + 1}",
        )
        for number in range(start, start + count)
    ]


def understood(*rows, mapping=None, **more):
    """What is understood of a sheet of these rows."""
    return understand(sheet(*rows, **more), mapping, today=TODAY)


def skipped(found):
    """Row → why it is no record."""
    return {row.row: row.reason for row in found.skipped_rows}


def problems(found):
    """The problems: row, column, value, whether the row is kept."""
    return [(p.row, p.column, p.value, p.row_kept) for p in found.problems]


def values(found, name):
    """One field of every row."""
    return [row.values.get(name) for row in found.rows]
