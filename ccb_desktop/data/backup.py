"""Copies of a store: taken whole, verified, described by a manifest, found again."""

import contextlib
import hashlib
import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from ccb_desktop.data.engine import connection_to
from ccb_desktop.data.store_file import StoreFacts, schema_of, verify_file
from ccb_desktop.data.users.key_ring import (
    NO_RING,
    OPEN,
    KeyRing,
    StoreKeys,
    as_json,
    decode,
    from_json,
)
from ccb_desktop.data.users.users import users_of_open_store
from ccb_desktop.domain.backups import Backup, BackupReason, newest_first
from ccb_desktop.domain.errors import Damaged, NotSignedIn, UserError
from ccb_desktop.paths import DataFolder

SUFFIX = ".ccbk"
FORMAT = 1
_MANIFEST = ".json"


def copy_store(source: Path, target: Path, key: str) -> None:
    """Copy a store, which may be at work, to a new file with SQLite's backup interface.

    Raises:
        Damaged: A page of the store cannot be read.
        DiskFull, DiskFault, ReadOnly: The copy could not be written.
    """
    target.touch()
    with connection_to(source, key) as origin, connection_to(target, key) as copy:
        # No power cut matters to an unfinished copy; it is flushed once when it is whole.
        copy.execute("PRAGMA synchronous=OFF")
        copy.execute("PRAGMA journal_mode=MEMORY")
        origin.backup(copy)


def give_key(path: Path, old: str, new: str) -> None:
    """Rewrite every page of an unfinished copy under another key.

    Raises:
        DiskFull, DiskFault, ReadOnly: It could not be written.
    """
    with connection_to(path, old) as connection:
        connection.execute("PRAGMA synchronous=OFF")
        connection.execute("PRAGMA journal_mode=MEMORY")
        connection.execute(f"PRAGMA rekey=\"x'{new}'\"")


def describe(
    path: Path, facts: StoreFacts, counter: int, reason: BackupReason, keys: StoreKeys
) -> Backup:
    """What the manifest of a finished copy says."""
    return Backup(
        path=path,
        counter=counter,
        made_at=datetime.now().replace(microsecond=0),
        reason=reason,
        schema=facts.schema,
        size_bytes=path.stat().st_size,
        sha256=sha256_of(path),
        store_id=facts.store_id,
        branch=facts.branch,
        action_id=facts.action_id,
        chain_hash=facts.chain_hash,
        key_name=keys.name,
        ring=None if keys.ring is None else as_json(keys.ring),
    )


def file_name(counter: int, day: datetime, store_id: str) -> str:
    """`sao-luu_000123_2026-06-05_3fa91c.ccbk`: order, day, and whose books."""
    return f"sao-luu_{counter:06}_{day:%Y-%m-%d}_{store_id[:6] or 'moi'}{SUFFIX}"


def manifest_of(path: Path) -> Path:
    """Where the manifest of a backup stands."""
    return path.with_name(path.name + _MANIFEST)


def encode_manifest(backup: Backup) -> bytes:
    """The manifest as the file beside the backup holds it."""
    said: dict[str, Any] = {
        "format": FORMAT,
        "file": backup.path.name,
        "counter": backup.counter,
        "made_at": backup.made_at.isoformat(),
        "reason": backup.reason.value,
        "schema": backup.schema,
        "size": backup.size_bytes,
        "sha256": backup.sha256,
        "store": backup.store_id,
        "branch": backup.branch,
        "action": backup.action_id,
        "chain": backup.chain_hash,
        "key": backup.key_name,
        "ring": backup.ring,
    }
    return json.dumps(said, ensure_ascii=False, indent=2).encode()


def read_manifest(manifest: Path) -> Backup | None:
    """What a manifest says; `None` when it cannot be read."""
    try:
        said = json.loads(manifest.read_text("utf-8"))
        backup = Backup(
            path=manifest.with_name(said["file"]),
            counter=int(said["counter"]),
            made_at=datetime.fromisoformat(said["made_at"]),
            reason=BackupReason(said["reason"]),
            schema=int(said["schema"]),
            size_bytes=int(said["size"]),
            sha256=str(said["sha256"]),
            store_id=str(said["store"]),
            branch=str(said["branch"]),
            action_id=int(said["action"]),
            chain_hash=str(said["chain"]),
            key_name=str(said.get("key", "")),
            ring=said.get("ring"),
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return replace(backup, is_present=_size_of(backup.path) == backup.size_bytes)


def _size_of(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return -1


def list_backups(folder: Path) -> list[Backup]:
    """The backups in a folder by their manifests, newest first; none when it is not there."""
    found: list[Backup | None] = []
    with contextlib.suppress(OSError):
        found = [read_manifest(file) for file in folder.glob(f"*{SUFFIX}{_MANIFEST}")]
    return newest_first([backup for backup in found if backup is not None])


def list_backups_of(folder: Path, store_id: str) -> list[Backup]:
    """The backups of one store in a folder, newest first."""
    return [backup for backup in list_backups(folder) if backup.store_id == store_id]


def next_counter(folders: Iterable[Path]) -> int:
    """A counter above all that were used in these folders."""
    used = [backup.counter for folder in folders for backup in list_backups(folder)]
    return max(used, default=0) + 1


def verify_copy(copy: Path, of: Path, keys: StoreKeys = NO_RING) -> StoreFacts:
    """See that the copy of a backup is whole: as its manifest says, every page, every row.

    Args:
        copy: A file that is ours alone; an act in its journal is taken back.
        of: The backup it was copied from, with its manifest, if any, beside it.
        keys: Those of whoever is at work.

    Raises:
        Damaged: It is damaged or no backup of this program.
        NotSignedIn: These keys do not open it.
    """
    manifest = read_manifest(manifest_of(of))
    if manifest is not None and sha256_of(copy) != manifest.sha256:
        raise _damaged(of)
    try:
        return verify_file(copy, key_of(of, keys), mode="rw" if copy != of else "ro")
    except Damaged as error:
        raise _damaged(of) from error


def lock_of(file: Path) -> tuple[str, KeyRing | None]:
    """The name of the key that opens a backup, and the wrapped keys that lie with it.

    A store taken from another PC has its own key ring beside it instead of a manifest.
    """
    manifest = read_manifest(manifest_of(file))
    if manifest is not None:
        ring = None if manifest.ring is None else from_json(manifest.ring)
        return manifest.key_name, ring
    beside = DataFolder(file.parent).key_ring
    if file == DataFolder(file.parent).store and beside.is_file():
        found = decode(beside.read_bytes())
        return found.present, found
    return "", None


def lock_by(file: Path, keys: StoreKeys) -> tuple[str, KeyRing | None]:
    """As `lock_of`; a backup that lost its manifest is tried with every key that we have."""
    name, ring = lock_of(file)
    if ring is not None or keys.ring is None or read_manifest(manifest_of(file)) is not None:
        return name, ring
    known = users_of_open_store(file)
    if known is not None:
        return OPEN, keys.ring if known.names else None
    for tried in keys.ring.keys:
        key = keys.called(tried)
        with contextlib.suppress(UserError):
            if key is not None and schema_of(file, key, mode="ro"):
                return tried, keys.ring
    return name, None


def key_of(file: Path, keys: StoreKeys) -> str:
    """The key that opens a backup.

    Raises:
        NotSignedIn: It is another one than these.
    """
    name, _ring = lock_by(file, keys)
    key = keys.called(name)
    if key is None:
        raise NotSignedIn(
            f"Bản sao lưu {file.name} được mã hóa, cần tên và mật khẩu của người dùng lúc đó, "
            "hoặc mã khôi phục. Số liệu đang dùng không bị đụng đến."
        )
    return key


def newest_verified(
    folders: Iterable[Path], keys: StoreKeys = NO_RING, store_id: str = ""
) -> Backup | None:
    """The newest backup that verifies now, of one store where it is known, the newest first."""
    found = [
        backup
        for folder in folders
        for backup in list_backups(folder)
        if store_id in ("", backup.store_id)
    ]
    for backup in newest_first([b for b in found if b.is_present]):
        with contextlib.suppress(UserError, OSError):
            verify_copy(backup.path, of=backup.path, keys=keys)
            return backup
    return None


def sha256_of(path: Path) -> str:
    """The checksum of a file that nobody writes to.

    Never for a store at work: closing the file would take the database's locks from it.
    """
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _damaged(path: Path) -> Damaged:
    return Damaged(
        f"Bản sao lưu {path.name} bị hỏng nên không dùng được. "
        "Số liệu đang dùng không bị đụng đến. Hãy chọn bản sao lưu khác."
    )
