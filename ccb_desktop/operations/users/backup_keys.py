"""Backups that another password opens: of another PC, or of before the keys were changed."""

from pathlib import Path

from ccb_desktop.data import backup as copies
from ccb_desktop.data.users.key_ring import NO_RING as NO_RING  # commands name them from here
from ccb_desktop.data.users.key_ring import StoreKeys as StoreKeys
from ccb_desktop.domain.errors import NotSignedIn
from ccb_desktop.operations.users.signing_in import seconds_to_wait_for_file, sign_in_to_file
from ccb_desktop.paths import DataFolder


def opens(file: Path, keys: StoreKeys) -> bool:
    """Whether these keys open a backup; one that is not encrypted opens by any.

    Raises:
        Damaged: The wrapped keys that lie with it are damaged.
    """
    name, _ring = copies.lock_by(file, keys)
    return keys.called(name) is not None


def names_of_backup(file: Path) -> list[str]:
    """The names of users whose passwords open a backup, as they were when it was made.

    Raises:
        Damaged: The wrapped keys that lie with it are damaged.
    """
    _name, ring = copies.lock_of(file)
    return [] if ring is None else [slot.name for slot in ring.user_slots]


def keys_of_backup(folder: DataFolder, file: Path, name: str, secret: str) -> StoreKeys:
    """The keys of a backup, opened by a password of then, or by the printed code of then.

    Args:
        folder: Of the books of now, where wrong tries are counted.
        file: The backup.
        name: Of a user; empty for the printed code.
        secret: Password or code.

    Raises:
        Invalid: The code is mistyped; field `code`.
        NotSignedIn: They do not open it, or wrong ones were given too often just now.
    """
    key_name, ring = copies.lock_of(file)
    if ring is None:
        if key_name:
            raise NotSignedIn(
                f"Bản sao lưu {file.name} được mã hóa nhưng thiếu tệp .json đi kèm nên không mở "
                "được. Số liệu đang dùng vẫn nguyên. Chép cả hai tệp của bản sao lưu rồi thử lại."
            )
        return NO_RING
    return sign_in_to_file(folder, ring, name, secret)


def seconds_to_wait(folder: DataFolder, file: Path, name: str) -> int:
    """How long the next try to open a backup has to wait after wrong ones.

    Args:
        folder: Of the books of now.
        file: The backup.
        name: Of a user; empty for the printed code.

    Raises:
        Damaged: The wrapped keys that lie with it are damaged.
    """
    _name, ring = copies.lock_of(file)
    return 0 if ring is None else seconds_to_wait_for_file(folder, ring, name)
