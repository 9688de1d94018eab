"""What is remembered of backups beside the store, so that it is known when the store is not."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any, Self

from ccb_desktop.domain.restore_note import RestoreNote

_KEPT = 40  # rehearsals and looks; older ones say nothing of backups that still are


@dataclass(frozen=True, slots=True, kw_only=True)
class Rehearsed:
    """That a backup was restored in trial.

    Attributes:
        sha256: Which backup.
        made_at: When it had been made.
        done_at: When it was tried.
        is_good: It could be restored, and held what it should.
    """

    sha256: str
    made_at: datetime
    done_at: datetime
    is_good: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LookedAt:
    """That every backup in a place was read again.

    Attributes:
        place: The folder.
        done_at: When.
        whole: How many were as they had been written.
        damaged: How many were not.
    """

    place: str
    done_at: datetime
    whole: int
    damaged: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupNotes:
    """What is remembered on this PC.

    Attributes:
        store_id: Whose books these are, as `Backup.store_id`.
        second_place: The folder of the second copies; empty while none is chosen.
        away_at: When the newest backup that was seen there had been made.
        away_sha256: Which one it was.
        workbook_month: The last month, `2026-06`, in which the workbook of everything was written.
        rehearsals: The last rehearsals, newest first.
        looks: When the backups of each place were read again.
        restored: A restore that the history does not tell yet, or the officer has not heard of.
        renews_away: The backups in the second place shall be encrypted when it is there.
        kept_place: The second place that was this PC's when books were restored, which say
            another; none where nothing was restored.
        instead_of: What those books say; not known until they are open.
    """

    store_id: str = ""
    second_place: str = ""
    away_at: datetime | None = None
    away_sha256: str = ""
    workbook_month: str = ""
    rehearsals: tuple[Rehearsed, ...] = ()
    looks: tuple[LookedAt, ...] = ()
    restored: RestoreNote | None = None
    renews_away: bool = False
    kept_place: str | None = None
    instead_of: str | None = None

    def place_of(self, said: str) -> str:
        """The second place of this PC, where the books say this one."""
        if self.kept_place is None or self.instead_of not in (None, said):
            return said
        return self.kept_place

    def with_rehearsal(self, done: Rehearsed) -> Self:
        """The notes with one more rehearsal."""
        return replace(self, rehearsals=(done, *self.rehearsals)[:_KEPT])

    def with_look(self, done: LookedAt) -> Self:
        """The notes with what the last look at a place found."""
        others = (look for look in self.looks if look.place != done.place)
        return replace(self, looks=(done, *others)[:_KEPT])

    def rehearsal_of(self, sha256: str) -> Rehearsed | None:
        """The last rehearsal of a backup."""
        return next((done for done in self.rehearsals if done.sha256 == sha256), None)

    def look_at(self, place: Path) -> LookedAt | None:
        """The last look at a place."""
        return next((done for done in self.looks if done.place == str(place)), None)


def encode_notes(notes: BackupNotes) -> bytes:
    """The notes as their file holds them."""
    return json.dumps(asdict(notes), default=_written, ensure_ascii=False, indent=1).encode()


def decode_notes(content: bytes) -> BackupNotes:
    """What a file of notes says; nothing where it says what no notes can."""
    try:
        said = json.loads(content)
        return BackupNotes(
            store_id=str(said["store_id"]),
            second_place=str(said["second_place"]),
            away_at=_moment(said["away_at"]) if said["away_at"] else None,
            away_sha256=str(said["away_sha256"]),
            workbook_month=str(said["workbook_month"]),
            rehearsals=tuple(map(_rehearsed, said["rehearsals"])),
            looks=tuple(map(_looked_at, said["looks"])),
            restored=_restored(said.get("restored")),
            renews_away=bool(said.get("renews_away")),
            kept_place=_text(said.get("kept_place")),
            instead_of=_text(said.get("instead_of")),
        )
    except (ValueError, KeyError, TypeError, RecursionError):
        return BackupNotes()


def _written(value: object) -> str:
    if isinstance(value, datetime):
        return value.isoformat()
    raise TypeError(value)


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=None)


def _text(said: object) -> str | None:
    return None if said is None else str(said)


def _restored(said: Mapping[str, Any] | None) -> RestoreNote | None:
    if said is None:
        return None
    return RestoreNote(
        by=str(said["by"]),
        made_at=_moment(said["made_at"]) if said["made_at"] else None,
        received=str(said["received"]),
        set_aside=str(said["set_aside"]),
        is_entered=bool(said["is_entered"]),
    )


def _rehearsed(said: Mapping[str, Any]) -> Rehearsed:
    return Rehearsed(
        sha256=str(said["sha256"]),
        made_at=_moment(said["made_at"]),
        done_at=_moment(said["done_at"]),
        is_good=bool(said["is_good"]),
    )


def _looked_at(said: Mapping[str, Any]) -> LookedAt:
    return LookedAt(
        place=str(said["place"]),
        done_at=_moment(said["done_at"]),
        whole=int(said["whole"]),
        damaged=int(said["damaged"]),
    )
