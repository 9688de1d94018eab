"""Opening a store: lock, is it ours, its schema, migrations behind a verified snapshot."""

from pathlib import Path

from ccb_desktop.data.engine import APPLICATION_ID, OPEN_KEY
from ccb_desktop.data.migrations import steps
from ccb_desktop.data.store import Store, schema_of
from ccb_desktop.data.store_lock import StoreLock
from ccb_desktop.domain.errors import Conflict, NotFound, ReadOnly, StoreTooNew
from ccb_desktop.paths import DataFolder


def create_store(folder: DataFolder) -> Store:
    """Make a new, empty store; never where one stands or stood.

    Raises:
        Conflict: The folder holds a store already.
        ReadOnly: The folder cannot be written to.
        Locked: Another program is at work in the folder.
    """
    _make_folders(folder)
    lock = StoreLock(folder.lock)
    try:
        if folder.store.exists():
            raise Conflict(
                f"Thư mục {folder.root} đã có số liệu. Số liệu cũ vẫn nguyên; "
                "hãy chọn thư mục khác cho số liệu mới."
            )
        _write_empty(folder.store)
        return Store(folder, lock)
    except BaseException:
        lock.release()
        raise


def open_store(folder: DataFolder) -> Store:
    """Open the store of a folder, bringing an older one to the present schema.

    Raises:
        NotFound: There is no store in the folder.
        Locked: Another program holds it.
        StoreTooNew: A newer program wrote it; not a byte was changed.
        Damaged: It cannot be read.
    """
    if not folder.store.exists():
        raise NotFound(
            f"Chưa có số liệu trong thư mục {folder.root}. "
            "Hãy tạo số liệu mới, hoặc phục hồi từ bản sao lưu."
        )
    _make_folders(folder)
    lock = StoreLock(folder.lock)
    try:
        schema = schema_of(folder.store)
        if schema > steps.LATEST:
            raise StoreTooNew(
                "Số liệu này do bản chương trình mới hơn ghi ra, bản này không mở được. "
                "Số liệu vẫn nguyên. Hãy cài bản chương trình mới rồi mở lại."
            )
        if schema < steps.LATEST:
            steps.bring_up_to_date(folder.store, schema, folder.backups)
        return Store(folder, lock)
    except BaseException:
        lock.release()
        raise


def _make_folders(folder: DataFolder) -> None:
    try:
        for path in (folder.root, folder.backups, folder.logs, folder.drafts):
            path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ReadOnly(
            f"Không tạo được thư mục số liệu {folder.root}: {error.strerror}. "
            "Hãy chọn thư mục khác mà máy cho phép ghi."
        ) from error


def _write_empty(path: Path) -> None:
    """Write an empty store beside its place and put it there when it is whole."""
    unfinished = path.with_suffix(".moi")
    unfinished.unlink(missing_ok=True)
    unfinished.touch()
    steps.make_empty(unfinished, OPEN_KEY, APPLICATION_ID)
    unfinished.replace(path)
