"""Opening a store: place, lock, is it ours, its schema, is it whole (`data-safety.md`)."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from ccb_desktop.data.backup import SUFFIX
from ccb_desktop.data.engine import APPLICATION_ID, OPEN_KEY
from ccb_desktop.data.migrations import steps
from ccb_desktop.data.places import check_place
from ccb_desktop.data.store import Store
from ccb_desktop.data.store_errors import telling_of_files
from ccb_desktop.data.store_file import faults_of, schema_of
from ccb_desktop.data.store_lock import StoreLock, not_writable
from ccb_desktop.data.users.key_ring import NO_RING, StoreKeys
from ccb_desktop.domain.errors import Conflict, Damaged, NotFound, StoreTooNew
from ccb_desktop.paths import DataFolder, flush_folder

CHECKED_AT_ONCE_UP_TO = 32 * 1024 * 1024
"""Size in bytes of the stores that are always checked whole before the first page shows."""


@telling_of_files()
def has_store(folder: DataFolder) -> bool:
    """Whether a store stands in the folder, or stood there: then nothing new may be begun."""
    return folder.store.exists() or _stood_here(folder)


def create_store(folder: DataFolder, first_act: Callable[[Store], None]) -> Store:
    """Make a new store; never where one stands or stood.

    Args:
        folder: Where it shall lie.
        first_act: Writes what a store must never be without; the store takes its place
            after it, so that there is a whole one or none.

    Raises:
        Conflict: The folder holds a store already, or held one.
        UnsafePlace: A stick, a network or a synced folder.
        ReadOnly, DiskFull: The folder cannot be written to.
        Locked: Another program is at work in the folder.
    """
    check_place(folder.root)
    make_folders(folder)
    with locked(folder) as lock:
        if has_store(folder):
            raise Conflict(
                f"Thư mục {folder.root} đã có số liệu, hoặc có bản sao lưu của số liệu cũ. "
                "Số liệu cũ vẫn nguyên. Hãy mở hoặc phục hồi số liệu cũ, hoặc chọn thư mục "
                "khác cho số liệu mới."
            )
        _write_new(folder, first_act)
        return Store(folder, lock)


def open_store(
    folder: DataFolder,
    before_upgrade: Callable[[DataFolder, StoreKeys], object],
    keys: StoreKeys = NO_RING,
    *,
    leave_large_unchecked: bool = False,
) -> Store:
    """Open the store of a folder, bringing an older one to the present schema.

    Args:
        folder: Where it lies.
        before_upgrade: Makes a verified backup before an older store is changed.
        keys: By which it opens.
        leave_large_unchecked: A large store opens without the check of its pages, which
            whoever asks for it makes afterwards with `check_open_store`.

    Raises:
        NotFound: There is no store in the folder, and never was.
        Damaged: It is damaged, or gone where one stood; nothing was changed.
        UnsafePlace: It lies on a stick, a network or in a synced folder.
        Locked: Another program holds it.
        ReadOnly: The folder cannot be written to; it can still be viewed.
        StoreTooNew: A newer program wrote it; not a byte was changed.
    """
    check_place(folder.root)
    see_that_it_stands(folder)
    make_folders(folder)
    with locked(folder) as lock:
        if not os.access(folder.store, os.W_OK):
            raise not_writable(folder.root)
        _bring_up_to_date(folder, before_upgrade, keys)
        store = Store(folder, lock, keys)
        try:
            large = folder.store.stat().st_size > CHECKED_AT_ONCE_UP_TO
            if not (large and leave_large_unchecked):
                check_open_store(store)
        except BaseException:
            store.close()
            raise
        return store


def open_for_viewing(folder: DataFolder, keys: StoreKeys = NO_RING) -> Store:
    """Open a store that cannot be written to, or that a newer program wrote, for reading.

    Raises:
        NotFound, Damaged: As `open_store`.
        StoreTooNew: It lacks something that this program reads.
    """
    see_that_it_stands(folder)
    schema = schema_of(folder.store, keys.present, mode="ro")
    if schema != steps.LATEST and not steps.can_be_read(folder.store, keys.present):
        raise StoreTooNew(
            "Số liệu này do bản chương trình khác ghi ra, bản này không xem được. "
            "Số liệu vẫn nguyên. Hãy cài bản chương trình mới rồi mở lại."
        )
    store = Store(folder, lock=None, keys=keys)
    check_open_store(store)
    return store


def check_open_store(store: Store) -> None:
    """Make the checks of opening on an open store.

    Raises:
        Damaged: Something in it is not as it was written.
    """
    with store.raw_reading() as connection:
        faults = list(faults_of(connection, store.path.name))
    if faults:
        raise Damaged(
            f"{' '.join(faults)} Chương trình không ghi gì thêm vào tệp. "
            "Hãy phục hồi từ bản sao lưu gần nhất."
        )


@telling_of_files()
def see_that_it_stands(folder: DataFolder) -> None:
    """See that there is a store file.

    Raises:
        NotFound: There is none, and never was.
        Damaged: It is gone.
    """
    if folder.store.exists():
        return
    if _stood_here(folder):
        raise Damaged(
            f"Không thấy tệp số liệu {folder.store.name} trong thư mục {folder.root}, dù trước "
            "đây đã có. Chương trình không lập sổ mới đè lên. Hãy phục hồi từ bản sao lưu, "
            "hoặc chép tệp trở lại chỗ cũ."
        )
    raise NotFound(
        f"Chưa có số liệu trong thư mục {folder.root}. "
        "Hãy tạo số liệu mới, hoặc phục hồi từ bản sao lưu."
    )


def _stood_here(folder: DataFolder) -> bool:
    """Whether something is left of a store: journal, backups, notes, a damaged one set aside."""
    set_aside = folder.set_aside.is_dir() and any(folder.set_aside.iterdir())
    left = (folder.journal, folder.backup_notes)
    return (
        set_aside or any(path.exists() for path in left) or any(folder.backups.glob(f"*{SUFFIX}"))
    )


def make_folders(folder: DataFolder) -> None:
    """Make the folders of a branch where they are missing.

    Raises:
        ReadOnly, DiskFull: The system does not let them be made.
    """
    with telling_of_files():
        for path in (folder.root, folder.backups, folder.logs, folder.drafts):
            path.mkdir(parents=True, exist_ok=True)


@contextmanager
def locked(folder: DataFolder) -> Iterator[StoreLock]:
    """Hold the store against other programs; let go at once when the block fails.

    Raises:
        Locked: Another program holds it.
        ReadOnly: The folder cannot be written to.
    """
    lock = StoreLock(folder.lock)
    try:
        yield lock
    except BaseException:
        lock.release()
        raise


def _write_new(folder: DataFolder, first_act: Callable[[Store], None]) -> None:
    """Write a new store in a folder of its own, and put it in its place when it is whole."""
    unfinished = DataFolder(folder.root / "dang-lap")
    shutil.rmtree(unfinished.root, ignore_errors=True)
    try:
        with telling_of_files():
            unfinished.root.mkdir()
            unfinished.store.touch()
            steps.make_empty(unfinished.store, OPEN_KEY, APPLICATION_ID)
            with Store(unfinished, StoreLock(unfinished.lock)) as store:
                first_act(store)
            unfinished.store.replace(folder.store)
            flush_folder(folder.root)
    finally:
        shutil.rmtree(unfinished.root, ignore_errors=True)


def _bring_up_to_date(
    folder: DataFolder, before_upgrade: Callable[[DataFolder, StoreKeys], object], keys: StoreKeys
) -> None:
    schema = schema_of(folder.store, keys.present)
    if schema > steps.LATEST:
        raise StoreTooNew(
            "Số liệu này do bản chương trình mới hơn ghi ra, bản này chỉ xem được. "
            "Số liệu vẫn nguyên. Hãy cài bản chương trình mới rồi mở lại."
        )
    if schema < steps.LATEST:
        before_upgrade(folder, keys)
        steps.bring_up_to_date(folder.store, schema, keys.present)
