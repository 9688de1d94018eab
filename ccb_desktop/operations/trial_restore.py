"""Opens a backup as if it had been restored, in a folder of its own that is gone afterwards."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from ccb_desktop.data import backup as copies
from ccb_desktop.data import opening
from ccb_desktop.data.store import Store
from ccb_desktop.data.users.key_ring import NO_RING, StoreKeys
from ccb_desktop.documents.safe_write import temporary_folder
from ccb_desktop.operations import backup_files
from ccb_desktop.paths import DataFolder


@contextmanager
def tried(folder: DataFolder, file: Path, keys: StoreKeys = NO_RING) -> Iterator[Store]:
    """The open store that restoring a backup would give; the present one is not touched.

    The backup is copied into a folder of its own below the data folder, verified, brought to
    the present schema and opened with all checks. Whatever happens, the folder is removed;
    after a power cut the next start does that.

    Raises:
        BadFile, Damaged, StoreTooNew: The backup cannot be used.
        NotSignedIn: It is encrypted, and these keys do not open it.
        UnsafePlace, DiskFull, DiskFault, ReadOnly: The place cannot take it.
    """
    with temporary_folder(folder.root) as place:
        trial = DataFolder(place)
        backup_files.bring(file, trial.store, keys)
        name, _ring = copies.lock_by(file, keys)
        if keys.ring is not None:
            keys = keys.with_ring(replace(keys.ring, present=name, coming=None))
        with opening.open_store(trial, _nothing_before, keys) as store:
            yield store


def _nothing_before(_folder: DataFolder, _keys: StoreKeys) -> None:
    """What is tried is a copy: it needs no backup before it is brought up to date."""
