"""Counts what the sheets of a packed workbook really hold, in one quick pass over their XML."""

import re
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ccb_desktop.documents.reading.plain import MOST_ROWS, too_many_rows
from ccb_desktop.domain.errors import BadFile

_CHUNK = 1024 * 1024
_SPARSE_FROM = 3_000_000  # cells of the rectangle from A1 to the last filled one
_SPARSE_RATIO = 20


def row_pieces(stream: Iterable[bytes]) -> Iterator[bytes]:
    """The XML of a sheet cut behind each row."""
    rest = b""
    for chunk in stream:
        *rows, rest = (rest + chunk).split(b"</row>")
        yield from rows
    yield rest


def chunks(package: zipfile.ZipFile, part: str) -> Iterator[bytes]:
    """A part of the package, piece by piece."""
    with package.open(part) as stream:
        while chunk := stream.read(_CHUNK):
            yield chunk


_ROW_NUMBER = re.compile(rb'<row\b[^>]*?\br="(\d{1,7})"')


def row_number(piece: bytes) -> int:
    """The number of the row that ends such a piece, 0 when it says none.

    Before it may stand rows without cells, which have no end of their own.
    """
    at = piece.rfind(b"<row ")
    found = _ROW_NUMBER.match(piece, at) if at >= 0 else None
    return int(found[1]) if found else 0


@dataclass(slots=True)
class SheetScan:
    """What a pass over one sheet found.

    Attributes:
        values: Filled cells.
        rows: Rows; of a close look, only those with filled cells.
        last_column: Of its cells; of a close look, of its filled cells.
        doubtful: Whether there are error cells or formulas without a stored result.
    """

    values: int = 0
    rows: int = 0
    last_row: int = 0
    last_column: int = 0
    doubtful: bool = False

    @property
    def is_suspect(self) -> bool:
        """Whether it seems too long, or almost empty but endlessly wide."""
        area = self.last_row * (self.last_column + 1)
        return self.rows > MOST_ROWS or area > max(_SPARSE_FROM, _SPARSE_RATIO * self.values)


_LETTERS = re.compile(rb"[A-Z]{1,3}(?![A-Z])")
_DOUBTFUL = re.compile(rb't="e"|</f>(?:<v ?/>|<v></v>)?</c>|<f\b[^>]*/></c>')


def scan_sheet(package: zipfile.ZipFile, part: str) -> SheetScan:
    """See what a sheet really holds, whatever it says of its own size."""
    found = SheetScan()
    rest = b""
    ends: set[bytes] = set()
    for chunk in chunks(package, part):
        whole, _, rest = (rest + chunk).rpartition(b"</row>")
        found.values += whole.count(b"<v>") + whole.count(b"<is>")
        found.doubtful = found.doubtful or _is_doubtful(whole)
        rows = whole.split(b"</row>")
        found.rows += len(rows)
        found.last_row = max(found.last_row, row_number(rows[-1]) or found.rows)
        # The letters of the last cell of each row; most rows end in the same column.
        ends |= {row[(at := row.rfind(b' r="')) + 4 : at + 7] for row in rows}
    letters = [match[0] for end in ends if (match := _LETTERS.match(end))]
    found.last_column = max(map(column_of, letters), default=0)
    return look_closely(package, part, found.doubtful) if found.is_suspect else found


def _is_doubtful(rows: bytes) -> bool:
    return (b't="e"' in rows or b"<f" in rows) and _DOUBTFUL.search(rows) is not None


def look_closely(package: zipfile.ZipFile, part: str, doubtful: bool) -> SheetScan:
    """Count only rows and columns with filled cells: many sheets are formatted to their end."""
    found = SheetScan(doubtful=doubtful)
    for row in row_pieces(chunks(package, part)):
        last = max(row.rfind(b"<v>"), row.rfind(b"<is>"))
        if last < 0:
            continue
        found.values += row.count(b"<v>") + row.count(b"<is>")
        found.rows += 1
        found.last_row = max(found.last_row, row_number(row) or found.rows)
        place = row.rfind(b' r="', 0, last) + 4
        letters = _LETTERS.match(row, place, place + 4)
        found.last_column = max(found.last_column, column_of(letters[0]) if letters else 0)
    return found


def check_scan(sheet_name: str, found: SheetScan) -> None:
    """Refuse sheets that are too long, or almost empty but endlessly wide.

    Raises:
        BadFile: With the name of the sheet and what to do.
    """
    if found.rows > MOST_ROWS:
        raise too_many_rows(sheet_name)
    if found.is_suspect:
        raise BadFile(
            f"trang “{sheet_name}” có ô nằm rất xa phần danh sách (tới dòng {found.last_row})."
            " Hãy chép phần danh sách sang một tệp mới rồi lưu."
        )


def column_of(letters: bytes) -> int:
    """The column from 0 of its letters: `A` is 0, `AA` 26."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number - 1
