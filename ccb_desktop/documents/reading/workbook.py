"""From a file on disk to its sheets: `read_workbook` is all that others need."""

import errno
import gc
import io
import os
import pickle
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import IO, Any, NoReturn

import psutil

import ccb_desktop
from ccb_desktop.documents.reading import child
from ccb_desktop.documents.reading.gate import check_size
from ccb_desktop.domain.errors import BadFile, FileInUse, NotFound
from ccb_desktop.domain.exchange.source import (
    ErrorValue,
    MergedRange,
    SourceRow,
    SourceSheet,
    SourceWorkbook,
)

Progress = Callable[[float, str], None]
"""Told how far it is, 0 to 1, and in words; may raise to stop."""

_LOOK_EVERY = 0.05  # seconds
_MEMORY_AT_FIRST = 192 * 1024 * 1024
_NO_MEMORY = (
    "đọc tệp này cần quá nhiều bộ nhớ, có thể vì có ô nằm rất xa phần danh sách. Hãy mở bằng Excel,"
    " chép phần danh sách sang một tệp mới rồi lưu."
)
_TOO_LONG = "đọc tệp này mất quá nhiều thời gian. Hãy mở bằng Excel, lưu sang tệp mới rồi đưa vào."
_ENDED = "tệp bị hỏng nên không đọc được. Hãy mở bằng Excel rồi lưu sang tệp mới."


def read_workbook(path: Path, progress: Progress | None = None) -> SourceWorkbook:
    """Read every sheet of a file, in a process of its own.

    Args:
        path: An `.xlsx`, `.xlsm`, `.xls`, `.ods` or `.csv` file.
        progress: Called about twenty times a second; when it raises, reading ends at once
            and what it raised comes out of here.

    Raises:
        BadFile: It is no readable list, or not a safe one; the sentence says what to do.
        FileInUse: Another program holds it.
        NotFound: It is not there.
    """
    content = _content(path)
    try:
        digest, sheets = _ask(content, path, progress or _nobody)
    except BadFile as refusal:
        raise BadFile(
            f"Không đọc được “{path.name}”: {refusal} Số liệu trong chương trình không thay đổi."
        ) from refusal.__cause__
    return SourceWorkbook(path, digest, tuple(_sheet(path, *plain) for plain in sheets))


def _nobody(_part: float, _words: str) -> None:
    """For callers who need not be told."""


def _content(path: Path) -> bytes:
    """The whole file, at one moment."""
    try:
        with path.open("rb") as file:
            check_size(os.fstat(file.fileno()).st_size)
            return file.read()
    except FileNotFoundError as error:
        raise NotFound(
            f"Không tìm thấy tệp “{path.name}”. Có thể đã rút USB hoặc tệp đã chuyển đi nơi khác."
        ) from error
    except BadFile as refusal:
        raise BadFile(f"Không đọc được “{path.name}”: {refusal}") from None
    except IsADirectoryError as error:
        raise BadFile(f"“{path.name}” là thư mục. Hãy chọn tệp danh sách ở bên trong.") from error
    except OSError as error:
        _tell_why(path, error)


def _tell_why(path: Path, error: OSError) -> NoReturn:
    if isinstance(error, PermissionError) or error.errno in (errno.EBUSY, errno.ETXTBSY):
        if path.is_dir():
            raise BadFile(f"“{path.name}” là thư mục. Hãy chọn tệp ở bên trong.") from error
        raise FileInUse(
            f"Tệp “{path.name}” đang mở ở chương trình khác hoặc máy không cho đọc. "
            "Hãy đóng tệp ấy trong Excel rồi làm lại."
        ) from error
    raise BadFile(
        f"Máy không đọc được “{path.name}”, có thể USB hoặc ổ đĩa bị lỗi. "
        "Hãy chép tệp sang máy rồi làm lại."
    ) from error


# --- The reading process --------------------------------------------------------------------


def _ask(content: bytes, path: Path, progress: Progress) -> tuple[str, list[Any]]:
    """Give a file to the reading process and wait for its sheets."""
    progress(0, "Đang mở tệp")
    with _reading_process(path) as process:
        messages: SimpleQueue[tuple[bytes, bytes] | None] = SimpleQueue()
        talk = threading.Thread(target=_talk, args=(process, content, messages), daemon=True)
        talk.start()
        return _wait(process, messages, progress)


@contextmanager
def _reading_process(path: Path) -> Iterator["subprocess.Popen[bytes]"]:
    """The process; gone at the end in any case."""
    process = subprocess.Popen(
        [*_program(), child.FLAG, path.name],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=Path(ccb_desktop.__file__).parent.parent,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    try:
        yield process
    finally:
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                _close(pipe)


def _close(pipe: Any) -> None:
    try:
        pipe.close()
    except OSError:  # what was not sent yet cannot be sent any more
        return


def _program() -> list[str]:
    """What to start: the built program itself, or this Python."""
    if getattr(sys, "frozen", False):
        return [sys.executable]
    return [sys.executable, "-m", "ccb_desktop.documents.reading.child"]


def _talk(
    process: "subprocess.Popen[bytes]",
    content: bytes,
    messages: "SimpleQueue[tuple[bytes, bytes] | None]",
) -> None:
    """Send the file, then pass on every message; `None` at the end."""
    try:
        assert process.stdin is not None and process.stdout is not None
        process.stdin.write(content)
        process.stdin.close()
        while (message := _message(process.stdout)) is not None:
            messages.put(message)
    except (OSError, ValueError):  # it has ended, or was ended
        pass
    messages.put(None)


def _message(stream: IO[bytes]) -> tuple[bytes, bytes] | None:
    head = stream.read(child.HEAD.size)
    if len(head) < child.HEAD.size:
        return None
    kind, size = child.HEAD.unpack(head)
    body = stream.read(size)
    return (kind, body) if len(body) == size else None


def _wait(
    process: "subprocess.Popen[bytes]",
    messages: "SimpleQueue[tuple[bytes, bytes] | None]",
    progress: Progress,
) -> tuple[str, list[Any]]:
    """Wait for the sheets, keeping the process within its time and memory."""
    began, part, words = time.monotonic(), 0.0, "Đang mở tệp"
    memory, seconds = _MEMORY_AT_FIRST, child.BASE_SECONDS
    while True:
        try:
            message = messages.get(timeout=_LOOK_EVERY)
        except Empty:
            _keep_within(process, memory, began + seconds)
            progress(part, words)
            continue
        if message is None:
            raise BadFile(_ENDED if process.wait() >= 0 else _NO_MEMORY)
        kind, body = message
        if kind == child.TOLD:
            number, _, words = body.decode().partition(" ")
            part = float(number)
            progress(part, words)
        elif kind == child.BOUND:
            extra, seconds = child.NEEDS.unpack(body)
            memory = _MEMORY_AT_FIRST + extra
        elif kind == child.DONE:
            return _unpack(body)
        else:
            raise BadFile(body.decode() if kind == child.REFUSED else _NO_MEMORY)


def _keep_within(process: "subprocess.Popen[bytes]", memory: int, until: float) -> None:
    if time.monotonic() > until:
        raise BadFile(_TOO_LONG)
    try:
        used = psutil.Process(process.pid).memory_info().rss
    except psutil.Error:  # it has ended meanwhile; its last message says how
        return
    if used > memory:
        raise BadFile(_NO_MEMORY)


# --- Its answer -----------------------------------------------------------------------------


class _PlainUnpickler(pickle.Unpickler):
    """Knows values only: whatever the answer says, nothing of it is run."""

    _KNOWN = frozenset({("datetime", "date"), (ErrorValue.__module__, ErrorValue.__name__)})

    def find_class(self, module: str, name: str) -> Any:
        """The few classes an answer may name."""
        if (module, name) in self._KNOWN:
            return super().find_class(module, name)
        raise pickle.UnpicklingError(f"{module}.{name}")


def _unpack(body: bytes) -> tuple[str, list[Any]]:
    """The digest and the plain sheets; without the collector, which would count every cell."""
    collects = gc.isenabled()
    gc.disable()
    try:
        digest, sheets = _PlainUnpickler(io.BytesIO(body)).load()
    except (pickle.UnpicklingError, ValueError, EOFError) as error:
        raise BadFile(_ENDED) from error
    finally:
        if collects:
            gc.enable()
    return digest, sheets


def _sheet(
    path: Path,
    name: str,
    hidden: bool,
    rows: list[Any],
    merges: list[Any],
    fonts: dict[tuple[int, int], str],
    is_clean: bool,
) -> SourceSheet:
    return SourceSheet(
        name=name or path.stem,
        hidden=hidden,
        rows=tuple(map(SourceRow._make, rows)),
        merges=tuple(MergedRange(*merge) for merge in merges),
        fonts=fonts,
        is_clean=is_clean,
    )
