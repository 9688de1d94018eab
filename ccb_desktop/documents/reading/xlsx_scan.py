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


@dataclass(slots=True)
class SheetScan:
    """What the quick pass over one sheet found.

    Attributes:
        values: Filled cells.
        doubtful: Whether there are error cells or formulas without a stored result.
    """

    values: int = 0
    rows: int = 0
    last_row: int = 0
    last_column: int = 0
    doubtful: bool = False


ROW_NUMBER = re.compile(rb'<(?:\w+:)?row\b[^>]*?\br="(\d{1,7})"')
_LETTERS = re.compile(rb' r="([A-Z]{1,3})\d')
_DOUBTFUL = re.compile(rb't="e"|</f>(?:<v ?/>|<v></v>)?</c>|<f\b[^>]*/></c>')


def scan_sheet(package: zipfile.ZipFile, part: str) -> SheetScan:
    """Count what a sheet really holds, whatever it says of its own size."""
    found = SheetScan()
    for piece in row_pieces(chunks(package, part)):
        values = piece.count(b"<v>") + piece.count(b"<is>")
        if not found.doubtful and (b'"e"' in piece or b"<f" in piece):
            found.doubtful = _DOUBTFUL.search(piece) is not None
        if values:
            found.values += values
            found.rows += 1
            number = ROW_NUMBER.search(piece)
            found.last_row = max(found.last_row, int(number[1]) if number else found.rows)
            last = _LETTERS.match(piece, piece.rfind(b' r="'))
            found.last_column = max(found.last_column, column_of(last[1]) if last else 0)
    return found


def check_scan(sheet_name: str, found: SheetScan) -> None:
    """Refuse sheets that are too long, or almost empty but endlessly wide.

    Raises:
        BadFile: With the name of the sheet and what to do.
    """
    if found.rows > MOST_ROWS:
        raise too_many_rows(sheet_name)
    area = found.last_row * (found.last_column + 1)
    if area > _SPARSE_FROM and area > _SPARSE_RATIO * found.values:
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
