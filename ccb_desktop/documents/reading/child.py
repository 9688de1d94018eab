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
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path, PurePath
from typing import BinaryIO

from ccb_desktop.documents.reading.gate import FileKind, check_content
from ccb_desktop.documents.reading.package_gate import unpacked_size
from ccb_desktop.documents.reading.spreadsheets import read_sheets
from ccb_desktop.documents.reading.xlsx_details import WorkbookScan, look_through
from ccb_desktop.domain.errors import BadFile

FLAG = "--reading-process"
"""First argument by which the program knows that it is the reading process."""

HEAD = struct.Struct("<cQ")
"""Before every message: its kind, and how many bytes it has."""

NEEDS = struct.Struct("<QQ")
"""What a `BOUND` message holds: bytes of memory, seconds."""

TOLD, BOUND, REFUSED, NO_MEMORY, DONE = b"T", b"B", b"R", b"M", b"D"

BASE_SECONDS = 8
"""For starting and looking at the file; what is beyond depends on what it holds."""

_MEGABYTE = 1024 * 1024
_BASE_BYTES = 96 * _MEGABYTE
_BYTES_PER_VALUE = 260  # a cell in calamine, in Python and on its way, measured
_BYTES_PER_TEXT = 600  # at most this for the text of one cell, on average
_FACTOR = {FileKind.XLS: 14, FileKind.ODS: 8, FileKind.CSV: 40}


def is_reading_child(argv: Sequence[str]) -> bool:
    """Whether the program was started to be the reading process."""
    return argv[1:2] == [FLAG]


def main() -> None:
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
        scan = look_through(content) if kind is FileKind.XLSX else WorkbookScan()
        bound = memory_needed(content, kind, scan)
        _send(sink, BOUND, NEEDS.pack(bound, seconds_needed(content, scan)))
        _limit_memory(bound)
        sheets = read_sheets(content, kind, scan.details, tell)
        plain = [(s.name, s.hidden, s.rows, s.merges, s.fonts) for s in sheets]
        tell(1, "Đang nhận kết quả")
        _send(sink, DONE, pickle.dumps((sha256(content).hexdigest(), plain), protocol=5))
    except BadFile as refusal:
        _send(sink, REFUSED, str(refusal).encode())
    except MemoryError:
        _send(sink, NO_MEMORY, b"")


def memory_needed(content: bytes, kind: FileKind, scan: WorkbookScan) -> int:
    """How many bytes an honest file of this size and kind can need to be read."""
    if kind is FileKind.XLSX:
        texts = min(3 * scan.text_bytes, _BYTES_PER_TEXT * scan.values + 64 * _MEGABYTE)
        return _BASE_BYTES + _BYTES_PER_VALUE * scan.values + texts
    size = unpacked_size(content) if kind is FileKind.ODS else len(content)
    return _BASE_BYTES + _FACTOR[kind] * size


def seconds_needed(content: bytes, scan: WorkbookScan) -> int:
    """How long an honest file can take on an old PC."""
    return BASE_SECONDS + scan.values // 50_000 + len(content) // 500_000


def _limit_memory(extra: int) -> None:
    """Let the system refuse more memory than that; where it cannot, the program watches."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 (not there on Windows)

    try:
        pages = int(Path("/proc/self/statm").read_text().split()[0])
    except OSError:
        return
    bound = pages * resource.getpagesize() + extra
    resource.setrlimit(resource.RLIMIT_AS, (bound, bound))


def _send(sink: BinaryIO, kind: bytes, body: bytes) -> None:
    sink.write(HEAD.pack(kind, len(body)))
    sink.write(body)
    sink.flush()


if __name__ == "__main__":
    main()
