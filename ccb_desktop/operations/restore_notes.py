"""Enters a restore into the history of the books that came back, and has it told once.

The restored file stays byte for byte what the backup was; so the act is noted beside it and
entered when it is opened, which also brings a backup of an older program up to date first.
"""

import contextlib
from dataclasses import replace

from ccb_desktop.data.store import Store
from ccb_desktop.domain.changes import Beside
from ccb_desktop.domain.errors import UserError
from ccb_desktop.domain.restore_note import RestoreNote
from ccb_desktop.operations.backup_notes import keep_notes, load_notes
from ccb_desktop.paths import DataFolder


def note_restore(folder: DataFolder, note: RestoreNote) -> None:
    """Remember that the books of a folder were restored just now.

    The second place stays that of this PC, whatever the books say that came.
    """
    keep_notes(
        folder,
        lambda notes: replace(notes, restored=note, kept_place=notes.second_place, instead_of=None),
    )


def enter_restore(store: Store) -> None:
    """Write into the history of books just opened that they were restored, if they were.

    Where it cannot be written now it is tried at the next opening.
    """
    note = load_notes(store.folder).restored
    if note is None or note.is_entered or store.view_only:
        return
    with contextlib.suppress(UserError):
        with store.writing(note.label, beside=Beside.RESTORE):
            pass
        entered = replace(note, is_entered=True)
        keep_notes(store.folder, lambda notes: replace(notes, restored=entered))


def tell_restore(store: Store) -> str:
    """What the officer must hear of a restore that the history tells; said once."""
    note = load_notes(store.folder).restored
    if note is None or not note.is_entered:
        return ""
    keep_notes(store.folder, lambda notes: replace(notes, restored=None))
    return note.told
