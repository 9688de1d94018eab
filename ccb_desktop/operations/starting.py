"""What is looked at when books have just been opened: the clock, and whether they are a copy."""

import contextlib
import json
import secrets
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from ccb_desktop.data import act_lists
from ccb_desktop.data import backup as copies
from ccb_desktop.data.seals import holds
from ccb_desktop.data.store import Store
from ccb_desktop.data.store_file import facts_of
from ccb_desktop.documents.safe_write import write_bytes
from ccb_desktop.domain.backups import Backup, BackupReason
from ccb_desktop.domain.clock import ClockDoubt, clock_doubt
from ccb_desktop.domain.copied_store import NewerBackup, Parting, newest_of
from ccb_desktop.domain.errors import UserError
from ccb_desktop.operations.backup_notes import chosen_place
from ccb_desktop.operations.restore_notes import tell_restore
from ccb_desktop.paths import DataFolder, machine_file


@dataclass(frozen=True, slots=True)
class Findings:
    """What the officer must hear about books that were opened.

    Attributes:
        clock: The clock may be wrong.
        newer: There is a backup that holds what the books lack.
        moved: They were opened on another PC, or in another folder, before.
        restored: They were restored just now; what that means.
    """

    clock: ClockDoubt | None = None
    newer: NewerBackup | None = None
    moved: bool = False
    restored: str = ""


def look_at_start(store: Store) -> Findings:
    """Look once, when the books were opened; notes that they are open on this PC."""
    newer = newer_backup(store)
    moved = not store.view_only and _was_elsewhere(store.folder)
    restored = "" if store.view_only else tell_restore(store)
    return Findings(clock=doubt_clock(store), newer=newer, moved=moved, restored=restored)


def doubt_clock(store: Store, now: datetime | None = None) -> ClockDoubt | None:
    """Whether the clock can be right, by the last act and the newest backups."""
    with store.reading() as session:
        done_at = act_lists.last_act_at(session)
    made = [one.made_at for one in copies.list_backups(store.folder.backups)[:1]]
    moments = [moment for moment in (done_at, *made) if moment is not None]
    return clock_doubt(now or datetime.now(), max(moments, default=None))


def newer_backup(store: Store) -> NewerBackup | None:
    """A backup of these books, here or in the second place, that holds what they lack."""
    with store.raw_reading() as connection:
        facts = facts_of(connection)
        found = newest_of(_backups_of(store), facts.store_id, _noted(store.folder)["settled"])
        if found is None or holds(connection, found.action_id, found.chain_hash):
            return None
    behind = found.action_id > facts.action_id
    parting = Parting.BEHIND if behind else Parting.ASIDE
    return NewerBackup(parting, found, facts.action_id)


def _backups_of(store: Store) -> list[Backup]:
    """Those here and in the second place; what a restore took out of use does not count."""
    with store.reading() as session:
        second = chosen_place(store.folder, session)
    own = copies.list_backups(store.folder.backups)
    if own and own[0].reason is BackupReason.BEFORE_RESTORE:
        return []
    away = copies.list_backups(Path(second)) if second else []
    restored = [one.counter for one in own if one.reason is BackupReason.AFTER_RESTORE]
    since = max(restored, default=0)
    return [one for one in (*own, *away) if one.counter >= since]


def go_on_with(store: Store, newer: NewerBackup) -> None:
    """The officer wants to work with the open books; that backup is not told of again."""
    said = _noted(store.folder)
    said["settled"] = [*said["settled"], newer.backup.sha256][-50:]
    _note(store.folder, said)


def _was_elsewhere(folder: DataFolder) -> bool:
    """Whether the books were open on another PC or in another folder; notes this one."""
    said = _noted(folder)
    here = {"pc": pc_id(), "folder": str(folder.root.resolve())}
    before = {name: said.get(name) for name in here}
    if before == here:
        return False
    _note(folder, {**said, **here})
    return any(before.values())


def pc_id() -> str:
    """A chance number of this installation: it tells PCs apart and names nobody."""
    file = machine_file()
    with contextlib.suppress(OSError, UnicodeDecodeError):
        found = file.read_text("ascii").strip()
        if found:
            return found
    made = secrets.token_hex(8)
    with contextlib.suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(made, "ascii")
    return made


def _noted(folder: DataFolder) -> dict[str, Any]:
    """What the note beside the books says; one that cannot be read says nothing."""
    said: Any = {}
    with contextlib.suppress(OSError, ValueError, RecursionError):
        said = json.loads(folder.opened_on.read_text("utf-8"))
    if not isinstance(said, dict):
        said = {}
    settled = said.get("settled")
    return {**said, "settled": settled if isinstance(settled, list) else []}


def _note(folder: DataFolder, said: dict[str, Any]) -> None:
    with contextlib.suppress(UserError):  # where nothing can be noted, it is asked again
        write_bytes(folder.opened_on, json.dumps(said, ensure_ascii=False).encode())
