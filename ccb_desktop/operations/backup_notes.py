"""Keeps the notes of backups beside the store; without them everything still works."""

import contextlib
import threading
from collections.abc import Callable

from ccb_desktop.data import settings
from ccb_desktop.data.store import Session
from ccb_desktop.documents.safe_write import write_bytes
from ccb_desktop.domain.backup_notes import BackupNotes, decode_notes, encode_notes
from ccb_desktop.domain.errors import UserError
from ccb_desktop.paths import DataFolder

_one_at_a_time = threading.Lock()  # the window and its worker both keep notes


def load_notes(folder: DataFolder) -> BackupNotes:
    """What is remembered in a folder; nothing where no notes can be read."""
    try:
        return decode_notes(folder.backup_notes.read_bytes())
    except OSError:
        return BackupNotes()


def chosen_place(folder: DataFolder, session: Session) -> str:
    """The second place of this PC, as books that are open say it; empty while none is chosen."""
    return load_notes(folder).place_of(settings.load_branch(session).backup_folder)


def keep_notes(folder: DataFolder, change: Callable[[BackupNotes], BackupNotes]) -> BackupNotes:
    """Change what is remembered; where it cannot be written it is forgotten again."""
    with _one_at_a_time:
        before = load_notes(folder)
        notes = change(before)
        if notes != before:
            with contextlib.suppress(UserError):
                write_bytes(folder.backup_notes, encode_notes(notes))
    return notes
