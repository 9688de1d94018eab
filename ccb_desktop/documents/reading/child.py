"""The reading process: takes a file on its input, gives its sheets on its output.

Parsing what others have sent happens here, apart from the program and its store, with a bound
on memory. Nothing is opened, fetched or run; the file comes in as bytes, and plain values go
out.
"""

import gc
import os
import pickle
import struct
import sys
import threading
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path, PurePath
from typing import BinaryIO, NoReturn

from ccb_desktop.documents.reading.gate import FileKind, check_content
from ccb_desktop.documents.reading.ods_details import look_through_ods
from ccb_desktop.documents.reading.package_gate import BROKEN, unpacked_size
from ccb_desktop.documents.reading.plain import PlainSheet
from ccb_desktop.documents.reading.sheet_details import SheetDetails
from ccb_desktop.documents.reading.spreadsheets import Tell, read_sheets, take_details
from ccb_desktop.documents.reading.xls_details import look_through_xls
from ccb_desktop.documents.reading.xlsx_details import look_through_xlsx
from ccb_desktop.domain.errors import BadFile

FLAG = "--reading-process"
"""First argument by which the built program knows that it is the reading process."""

HEAD = struct.Struct("<cQ")
"""Before every message: its kind, and how many bytes it has."""

NEEDS = struct.Struct("<QQ")
"""What a `BOUND` message holds: bytes of memory, seconds."""

TOLD, BOUND, REFUSED, NO_MEMORY, DONE = b"T", b"B", b"R", b"M", b"D"

BASE_SECONDS = 8
"""For starting and looking at the file; what is beyond depends on what it holds."""

_MEGABYTE = 1024 * 1024
_BASE_BYTES = 96 * _MEGABYTE
_MOST_MEMORY = 1536 * _MEGABYTE
# A cell takes some 170 bytes in calamine, in Python and on its way, and 20 to 40 in a sheet.
_FACTOR = {FileKind.XLSX: 10, FileKind.XLS: 14, FileKind.ODS: 8, FileKind.CSV: 40}
Look = Callable[[bytes], dict[str, SheetDetails]]
_LOOK_THROUGH: dict[FileKind, Look] = {
    FileKind.XLSX: look_through_xlsx,
    FileKind.XLS: look_through_xls,
    FileKind.ODS: look_through_ods,
}
_SCANNED_FIRST = 32 * _MEGABYTE  # from here on, too long sheets are refused before all else


def main() -> NoReturn:
    """Read the file that comes on the input, answer on the output, and end."""
    gc.disable()  # everything made here lives until the end
    with os.fdopen(0, "rb", closefd=False) as source, os.fdopen(1, "wb", closefd=False) as sink:
        answer(source.read(), PurePath(sys.argv[2]).suffix, sink)
        sink.flush()
    os._exit(0)  # without taking a million cells apart one by one


def answer(content: bytes, suffix: str, sink: BinaryIO) -> None:
    """Send the sheets of a file, or why they cannot be read."""

    def tell(part: float, words: str) -> None:
        _send(sink, TOLD, f"{part:.3f} {words}".encode())

    try:
        kind = check_content(content, suffix)
        size = size_to_read(content, kind)
        _send(sink, BOUND, NEEDS.pack(memory_needed(kind, size), seconds_needed(size)))
        _limit_memory(memory_needed(kind, size))
        plain = [
            (sheet.name, sheet.hidden, sheet.rows, sheet.merges, sheet.fonts, sheet.is_clean)
            for sheet in _read(content, kind, size, tell)
        ]
        tell(1, "Đang nhận kết quả")
        _send(sink, DONE, pickle.dumps((sha256(content).hexdigest(), plain), protocol=5))
    except BadFile as refusal:
        _send(sink, REFUSED, str(refusal).encode())
    except MemoryError:
        _send(sink, NO_MEMORY, b"")


def _read(content: bytes, kind: FileKind, size: int, tell: Tell) -> list[PlainSheet]:
    """The sheets with all that is known of them."""
    look = _LOOK_THROUGH.get(kind)
    if look is None:
        return read_sheets(content, kind, tell)
    scan = _Scan(look, content)
    if size > _SCANNED_FIRST:
        scan.result()
    sheets = read_sheets(content, kind, tell)
    details = scan.result()
    for sheet in sheets:
        if sheet.name in details:
            take_details(sheet, details[sheet.name])
    return sheets


class _Scan:
    """The pass over the bytes of a workbook, made beside calamine's, which leaves a core free."""

    def __init__(self, look: Look, content: bytes) -> None:
        self._look, self._content = look, content
        self._found: dict[str, SheetDetails] = {}
        self._failure: Exception | None = None
        self._thread = threading.Thread(target=self._run)
        self._thread.start()

    def _run(self) -> None:
        try:
            self._found = self._look(self._content)
        except Exception as failure:  # handed to whoever asks for the result
            self._failure = failure

    def result(self) -> dict[str, SheetDetails]:
        """What it found, once it is at its end.

        Raises:
            BadFile: A sheet is too long or endlessly wide, or the file is spoilt.
        """
        self._thread.join()
        if self._failure is None:
            return self._found
        if isinstance(self._failure, BadFile | MemoryError):
            raise self._failure
        raise BadFile(BROKEN) from self._failure


def size_to_read(content: bytes, kind: FileKind) -> int:
    """How many bytes there are to read when all is unpacked."""
    packed = kind in (FileKind.XLSX, FileKind.ODS)
    return unpacked_size(content) if packed else len(content)


def memory_needed(kind: FileKind, size: int) -> int:
    """How many bytes an honest file of this kind and size can need to be read."""
    return min(_BASE_BYTES + _FACTOR[kind] * size, _MOST_MEMORY)


def seconds_needed(size: int) -> int:
    """How long an honest file of this size can take on an old PC."""
    return BASE_SECONDS + size // (2 * _MEGABYTE)


def _limit_memory(extra: int) -> None:
    """Let the system refuse more memory than that; where it cannot, the program watches."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 (not there on Windows)

    try:
        pages = int(Path("/proc/self/statm").read_text().split()[5])
    except OSError:
        return
    bound = pages * resource.getpagesize() + extra
    resource.setrlimit(resource.RLIMIT_DATA, (bound, bound))


def _send(sink: BinaryIO, kind: bytes, body: bytes) -> None:
    sink.write(HEAD.pack(kind, len(body)))
    sink.write(body)
    sink.flush()


if __name__ == "__main__":
    main()
