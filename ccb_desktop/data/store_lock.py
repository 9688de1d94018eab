"""One program per store: a lock that the operating system lets go when the program dies."""

import contextlib
from pathlib import Path

import sqlcipher3.dbapi2 as sqlcipher

from ccb_desktop.domain.errors import Locked, ReadOnly


class StoreLock:
    """An exclusive transaction on a side file, held as long as the store is open."""

    def __init__(self, path: Path) -> None:
        """Take the lock.

        Raises:
            Locked: Another program holds it.
            ReadOnly: The folder cannot be written to.
        """
        _remove_rubbish(path)
        try:
            self._connection = sqlcipher.connect(str(path), isolation_level=None, timeout=0.2)
        except sqlcipher.OperationalError as error:
            raise not_writable(path.parent) from error
        try:
            self._connection.execute("PRAGMA journal_mode=MEMORY")
            self._connection.execute("BEGIN EXCLUSIVE")
            # Never committed: it fails where the file can only be read, and then no lock holds.
            self._connection.execute("PRAGMA user_version=1")
        except sqlcipher.DatabaseError as error:
            self._connection.close()
            if "locked" not in str(error):
                raise not_writable(path.parent) from error
            raise Locked(
                "Số liệu này đang mở trong một cửa sổ khác của chương trình. "
                "Số liệu vẫn an toàn. Hãy dùng cửa sổ đang mở, hoặc đóng nó rồi mở lại."
            ) from error

    def release(self) -> None:
        """Let it go."""
        self._connection.close()


def _remove_rubbish(path: Path) -> None:
    """Our lock file is always empty; one with content was spoilt by a failing disk."""
    with contextlib.suppress(OSError):
        if path.stat().st_size > 0:
            path.unlink()


def not_writable(folder: Path) -> ReadOnly:
    """What the officer is told where a store can only be read."""
    return ReadOnly(
        f"Không mở được số liệu để ghi vì thư mục {folder} không cho ghi. Số liệu vẫn "
        "nguyên và vẫn xem được. Nhờ người quản lý máy mở quyền ghi cho thư mục này."
    )
