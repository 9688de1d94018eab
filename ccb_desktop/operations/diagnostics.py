"""Writes the diagnostic file: what a helper needs to know, and nothing of anybody."""

import os
import platform
import shutil
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

import psutil

from ccb_desktop import __version__
from ccb_desktop.data import backup as copies
from ccb_desktop.data import places, settings
from ccb_desktop.data.store import Store
from ccb_desktop.data.store_counts import act_facts, file_facts, store_counts
from ccb_desktop.documents.safe_write import write_bytes
from ccb_desktop.domain.branch import Branch
from ccb_desktop.domain.diagnostics import Diagnosis, diagnosis_text
from ccb_desktop.domain.errors import UserError
from ccb_desktop.operations import checking
from ccb_desktop.operations.backup_notes import chosen_place
from ccb_desktop.operations.branch import read_branch
from ccb_desktop.operations.users.signing_in import SignedIn
from ccb_desktop.paths import DataFolder

Facts = Mapping[str, object]

FILE_NAME = "chan-doan-so-hoi-ccb.txt"
"""What the file is called where the officer says nothing else."""

_NOTES = 5
_SWITCHES = (
    *("number_style", "number_by_term", "age_rule", "sick_visit_days", "task_soon_days"),
    *("medal_years", "practice"),
)
"""The settings of a branch that name nobody."""


def write_diagnostics(
    folder: DataFolder,
    out: Path,
    store: Store | None = None,
    window: Facts | None = None,
    *,
    signed: SignedIn | None = None,
) -> Path:
    """Write the file; books that do not open are told with the reason's kind.

    Args:
        folder: Where the books lie.
        out: The file.
        store: The open books; without them they are opened for a look.
        window: What the window knows of itself: versions of its library, size of text.
        signed: Who signs in, to open books that have users.

    Raises:
        FileInUse, DiskFull, ReadOnly, NotFound, Invalid: As `safe_write.replacing`.
    """
    sections: list[tuple[str, Facts]] = [
        ("program", _program()),
        ("window", window or {}),
        ("machine", _safely(lambda: _machine(folder))),
        ("folder", _safely(lambda: _files(folder))),
        ("backups", _safely(lambda: _backups(folder))),
    ]
    if store is not None:
        sections += _books(store)
    else:
        try:
            with read_branch(folder, signed, leave_large_unchecked=True) as opened:
                sections += _books(opened)
        except UserError as error:
            sections.append(("books", {"cannot be opened": type(error).__name__}))
    text = diagnosis_text(Diagnosis(sections=sections, notes=_notes(folder)))
    write_bytes(out, text.encode("utf-8-sig"))
    return out.absolute()


def _safely(read: Callable[[], Facts]) -> Facts:
    """Facts, or the kind of what stood in their way: whoever is in trouble still gets a file."""
    try:
        return read()
    except Exception as error:
        return {"cannot be read": type(error).__name__}


def _program() -> Facts:
    now = datetime.now().astimezone()
    return {
        "version": __version__,
        "python": platform.python_version(),
        "clock": f"{now:%Y-%m-%d %H:%M:%S %z}",
    }


def _machine(folder: DataFolder) -> Facts:
    memory, disk = psutil.virtual_memory(), shutil.disk_usage(folder.root)
    return {
        "system": platform.system(),
        "release": platform.release(),
        "build": platform.version(),
        "machine": platform.machine(),
        "processors": os.cpu_count(),
        "memory": _megabytes(memory.total),
        "memory free": _megabytes(memory.available),
        "disk": _megabytes(disk.total),
        "disk free": _megabytes(disk.free),
    }


def _files(folder: DataFolder) -> Facts:
    danger = places.danger_of(folder.root)
    return {
        "place": danger.value if danger else "disk of this PC",
        "can be written": os.access(folder.root, os.W_OK),
        "store": _megabytes(folder.store.stat().st_size) if folder.store.exists() else "missing",
        "journal": folder.journal.exists(),
        "set aside": _count(folder.set_aside),
        "drafts": _count(folder.drafts),
        "notes": _count(folder.logs),
        "templates": _count(folder.templates),
    }


def _backups(folder: DataFolder) -> Facts:
    found = copies.list_backups(folder.backups)
    if not found:
        return {"count": 0}
    newest = found[0]
    return {
        "count": len(found),
        "missing files": sum(not one.is_present for one in found),
        "newest counter": newest.counter,
        "newest at": f"{newest.made_at:%Y-%m-%d %H:%M}",
        "newest reason": newest.reason.value,
        "newest act": newest.action_id,
    }


def _books(store: Store) -> list[tuple[str, Facts]]:
    def raw(read: Callable[[object], Facts]) -> Facts:
        with store.raw_reading() as connection:
            return read(connection)

    return [
        ("file", _safely(lambda: raw(file_facts))),
        ("rows", _safely(lambda: raw(store_counts))),
        ("history", _safely(lambda: raw(act_facts))),
        ("settings", _safely(lambda: _switches(store))),
        ("check", _safely(lambda: _checked(store))),
    ]


def _switches(store: Store) -> Facts:
    with store.reading() as session:
        branch: Branch = settings.load_branch(session)
        chosen = chosen_place(store.folder, session)
    told = {name: getattr(branch, name) for name in _SWITCHES}
    second = Path(chosen) if chosen else None
    return {
        **told,
        "second place chosen": second is not None,
        "second place there": second is not None and second.is_dir(),
        "only seen": store.view_only,
    }


def _checked(store: Store) -> Facts:
    """How the quick check went; its sentences may name funds and people, so they stay here."""
    found = checking.check(store)
    told = ("ok", "database", "vouchers_gapless", "orphans", "schema")
    return {
        **{name: found[name] for name in told},
        "balanced": found["ledger"]["balanced"],
        "funds": found["ledger"]["funds"],
        "findings": len(found["findings"]),
    }


def _notes(folder: DataFolder) -> list[str]:
    """The newest notes of the program's own faults."""
    try:
        files = sorted(folder.logs.glob("truc-trac-*.txt"), reverse=True)[:_NOTES]
        return [
            line.rstrip()
            for file in files
            for line in file.read_text("utf-8", errors="replace").splitlines()[:80]
        ]
    except OSError:
        return []


def _count(folder: Path) -> int:
    return sum(1 for _ in folder.iterdir()) if folder.is_dir() else 0


def _megabytes(size: int) -> str:
    return f"{size / 1024 / 1024:.1f} MB"
