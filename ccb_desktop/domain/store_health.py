"""How a store was found: what is wrong with it, and what can be offered instead."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from ccb_desktop.domain.backups import Backup


class DamageKind(StrEnum):
    """What stands where the store should be."""

    NONE = "NONE"
    """A whole store."""
    MISSING = "MISSING"
    """Nothing, though a store stood there before."""
    UNREADABLE = "UNREADABLE"
    """A file that is empty, foreign, or damaged in its first page."""
    DAMAGED = "DAMAGED"
    """A store with damaged pages or broken references; parts of it can be read."""


@dataclass(frozen=True, slots=True)
class LostAct:
    """One act that the damaged store holds and the backup does not."""

    label: str
    done_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class DamageReport:
    """What is wrong with the store of a folder, and what the officer is offered.

    Attributes:
        sentence: What happened, in the officer's words.
        backup: The newest backup that verifies now, `None` when there is none.
        lost: The acts after that backup, newest first, at most 200; `None` when the damaged
            file no longer tells.
        can_be_read: Some records can still be written out.
        away: Where the backup lies, if that is not the data folder.
    """

    kind: DamageKind
    sentence: str
    backup: Backup | None
    lost: Sequence[LostAct] | None
    can_be_read: bool
    away: Path | None = None

    @property
    def offer(self) -> str:
        """What would be restored and what would be missing, for the officer."""
        if self.backup is None:
            return (
                "Không tìm thấy bản sao lưu nào còn tốt trên máy này. Nếu có bản sao lưu trên "
                "USB, hãy cắm vào rồi bấm Tìm lại, hoặc chọn tệp đó."
            )
        made = f"{self.backup.made_at:%H:%M ngày %d/%m/%Y}"
        where = f" ở nơi thứ hai ({self.away})" if self.away is not None else ""
        found = f"Có bản sao lưu tốt lúc {made}{where}. "
        if self.lost is None:
            return found + "Những việc ghi sau lúc đó sẽ phải ghi lại."
        if not self.lost:
            return found + "Bản này có đủ mọi việc đã ghi."
        return found + f"{len(self.lost)} việc ghi sau lúc đó sẽ phải ghi lại."


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """What a restore did.

    Attributes:
        branch: Whose books stand in the folder now.
        kept: The backup that the store used until then became.
        set_aside: Where that store lies, if it was damaged.
    """

    branch: str
    kept: Backup | None
    set_aside: Path | None
