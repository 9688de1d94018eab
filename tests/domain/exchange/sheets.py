"""Sheets written down in short for tests."""

from ccb_desktop.domain.exchange.source import MergedRange, SourceRow, SourceSheet


def sheet(*rows, name="DS", first=1, **more):
    """A sheet of these rows; a row of nothing is blank."""
    made = tuple(
        SourceRow(number, tuple(row)) for number, row in enumerate(rows, start=first) if any(row)
    )
    merges = tuple(MergedRange(*merge) for merge in more.pop("merges", ()))
    return SourceSheet(name=name, rows=made, merges=merges, **more)


HEADER = ("STT", "Họ và tên", "Năm sinh", "Chi hội")


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
