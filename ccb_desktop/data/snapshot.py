"""A whole, verified copy of a store file, taken with SQLite's own backup interface."""

import os
from pathlib import Path

from ccb_desktop.data.engine import OPEN_KEY, connect
from ccb_desktop.domain.errors import Damaged


def write_snapshot(source: Path, target: Path, key: str = OPEN_KEY) -> None:
    """Copy a store to `target`; the copy is verified before it takes its place.

    Raises:
        Damaged: The copy did not verify; nothing was put at `target`.
    """
    unfinished = target.with_name(target.name + ".dang-ghi")
    unfinished.unlink(missing_ok=True)
    unfinished.touch()
    origin, copy = connect(source, key), connect(unfinished, key)
    try:
        origin.backup(copy)
    finally:
        copy.close()
        origin.close()
    verify_file(unfinished, key)
    _flush(unfinished)
    os.replace(unfinished, target)  # noqa: PTH105 (atomic over an existing file on Windows too)


def verify_file(path: Path, key: str = OPEN_KEY) -> None:
    """Check every page and every reference of a store file.

    Raises:
        Damaged: Something in it is not as it was written.
    """
    try:
        connection = connect(path, key)
        try:
            faults = connection.execute("PRAGMA cipher_integrity_check").fetchall()
            faults += connection.execute("PRAGMA foreign_key_check").fetchall()
            sound = connection.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok"
        finally:
            connection.close()
    except Exception as error:
        raise Damaged(_DAMAGED.format(name=path.name)) from error
    if faults or not sound:
        raise Damaged(_DAMAGED.format(name=path.name))


def _flush(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


_DAMAGED = (
    "Bản sao {name} bị hỏng nên không dùng được. "
    "Số liệu đang dùng không bị đụng đến. Hãy chọn bản sao lưu khác."
)
