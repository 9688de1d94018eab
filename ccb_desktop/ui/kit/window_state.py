"""What the window remembers: its place and size, columns, sizes of text.

Public: `WindowState(file)` with `get(key)`, `text`, `whole_number`, `set(key, value)`,
`keep_geometry(name, window)`, `restore_geometry(name, window)`, `save()`. Values are what JSON
can hold. Kept in one small file beside the store; `WindowState(None)` remembers nothing.
"""

import contextlib
import json
from pathlib import Path

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QWidget


class WindowState:
    """Remembered settings of this PC; nothing in it belongs to the books."""

    def __init__(self, file: Path | None) -> None:
        """Read what was remembered; a missing or damaged file means nothing was."""
        self._file = file
        self._values = _read(file)
        self._saved = dict(self._values)

    def get(self, key: str) -> object:
        """What was remembered under `key`, or None."""
        return self._values.get(key)

    def text(self, key: str, otherwise: str) -> str:
        """A remembered text."""
        value = self._values.get(key)
        return value if isinstance(value, str) else otherwise

    def whole_number(self, key: str, otherwise: int) -> int:
        """A remembered whole number."""
        value = self._values.get(key)
        return value if isinstance(value, int) and not isinstance(value, bool) else otherwise

    def set(self, key: str, value: object) -> None:
        """Remember `value` under `key`; it reaches the disk with `save`."""
        self._values[key] = value

    def keep_geometry(self, name: str, window: QWidget) -> None:
        """Remember place and size of a window."""
        self.set(f"geometry/{name}", window.saveGeometry().toBase64().toStdString())

    def restore_geometry(self, name: str, window: QWidget) -> bool:
        """Put a window where it was; tells whether anything was remembered."""
        kept = self.text(f"geometry/{name}", "")
        return bool(kept) and window.restoreGeometry(QByteArray.fromBase64(kept.encode("ascii")))

    def save(self) -> None:
        """Write what was remembered; where that cannot be, the window still works."""
        if self._file is None or self._values == self._saved:
            return
        with contextlib.suppress(OSError):  # losing the column widths is no reason to complain
            self._file.parent.mkdir(parents=True, exist_ok=True)
            beside = self._file.with_suffix(".tmp")
            beside.write_text(json.dumps(self._values, ensure_ascii=False, indent=1), "utf-8")
            beside.replace(self._file)
            self._saved = dict(self._values)


def _read(file: Path | None) -> dict[str, object]:
    if file is None:
        return {}
    try:
        values = json.loads(file.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return values if isinstance(values, dict) else {}
