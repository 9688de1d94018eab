"""When the program itself is at fault: note it without personal data, and say so calmly.

Public: `install(log_folder, show, diagnose=)`, `note(log_folder, error)`. Only the kind of
the error and the lines of our code are noted, never its words or values: they may hold names.
"""

import platform
import sys
import threading
import traceback
from collections.abc import Callable, Iterator
from datetime import datetime
from functools import partial
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Signal, qVersion
from PySide6.QtWidgets import QApplication

from ccb_desktop.domain.errors import UserError
from ccb_desktop.ui.kit import messages

_KEPT = 20  # notes; older ones are removed
_DEEPEST = 8  # errors that came from errors

SENTENCE = (
    "Chương trình gặp trục trặc ở việc vừa làm.\n"
    "Những gì đã lưu vẫn nguyên. Việc vừa làm có thể chưa xong: hãy xem lại rồi làm lại. "
    "Nếu còn gặp nữa, gửi tệp {file} trong thư mục nhật ký cho người hỗ trợ; trong tệp không có "
    "tên hay số liệu của hội viên."
)


class CrashHook(QObject):
    """Takes every exception nobody caught, from whichever thread."""

    _caught = Signal(object)

    def __init__(self, log_folder: Path, show: Callable[[str | UserError], object]) -> None:
        super().__init__()
        self._folder = log_folder
        self._show = show
        self._caught.connect(self._tell)

    def catch(
        self,
        kind: type[BaseException],
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Note the error, then tell it in the window's thread."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error or kind(), trace)
            return
        if isinstance(error, UserError):
            self._caught.emit(error)
            return
        file = note(self._folder, error or kind())
        self._caught.emit(SENTENCE.format(file=file.name if file else "nhật ký"))

    def _tell(self, what: str | UserError) -> None:
        self._show(what)


def install(
    log_folder: Path,
    show: Callable[[str | UserError], object] | None = None,
    *,
    diagnose: Callable[[], object] | None = None,
) -> CrashHook:
    """Send every uncaught exception of this process to the crash dialog.

    Args:
        log_folder: Where notes are kept, `DataFolder.logs`.
        show: Tells the officer; a box over the active window by itself.
        diagnose: Writes the diagnostic file, which the box offers after a fault of the program.

    Returns:
        The hook, which must be kept alive.
    """
    hook = CrashHook(log_folder, show or partial(_box, diagnose))
    sys.excepthook = hook.catch
    threading.excepthook = lambda args: hook.catch(
        args.exc_type, args.exc_value, args.exc_traceback
    )
    return hook


def note(log_folder: Path, error: BaseException) -> Path | None:
    """Write down where the program failed; None where that cannot be written either."""
    now = datetime.now().astimezone()
    lines = [
        f"{now:%Y-%m-%d %H:%M:%S}",
        f"Python {platform.python_version()}, Qt {qVersion()}, {platform.platform()}",
        *_story(error),
    ]
    file = log_folder / f"truc-trac-{now:%Y%m%d-%H%M%S-%f}.txt"
    try:
        log_folder.mkdir(parents=True, exist_ok=True)
        file.write_text("\n".join(lines) + "\n", "utf-8")
        for old in sorted(log_folder.glob("truc-trac-*.txt"))[:-_KEPT]:
            old.unlink()
    except OSError:
        return None
    return file


def _story(error: BaseException) -> Iterator[str]:
    """Kinds of the error and of what it came from, each with the lines where it happened."""
    told: BaseException | None = error
    for _ in range(_DEEPEST):
        if told is None:
            return
        kind = type(told)
        yield f"{kind.__module__}.{kind.__qualname__}"
        for frame in traceback.extract_tb(told.__traceback__):
            yield f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}"
        told = told.__cause__ or told.__context__


def _box(diagnose: Callable[[], object] | None, what: str | UserError) -> None:
    window = QApplication.activeWindow()
    if diagnose is None or isinstance(what, UserError):
        messages.tell(window, what)
        return
    acts = [("Ghi tệp chẩn đoán…", diagnose)]
    messages.ask(window, what, acts, stay="Đã hiểu", stay_is_usual=True, drawing="warning")
