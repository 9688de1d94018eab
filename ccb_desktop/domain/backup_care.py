"""How well the backups are cared for, and what the officer is reminded of."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path

from ccb_desktop.domain.backup_notes import LookedAt, Rehearsed
from ccb_desktop.domain.backups import Backup
from ccb_desktop.domain.waiting import Waiting

AWAY_AFTER = timedelta(days=7)
"""How long the second place may be without the newest backup before the officer is reminded."""

REHEARSE_AFTER = timedelta(days=90)
"""How old the last rehearsal may be."""

REHEARSED_AGAIN_AFTER = timedelta(days=30)
"""After how long the program rehearses the newest backup by itself."""

PAGE, TAB = "settings", "backups"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceState:
    """One place of backups.

    Attributes:
        path: The folder.
        is_there: It can be reached now.
        count: How many backups of these books it holds.
        torn: How many of them lack their file, or have another size than they had.
        newest: The newest that is whole in size.
        free_bytes: Room left; `None` where nobody knows.
        looked: When all were read again, and what was found.
        with_the_books: It lies on the disk of the books, and would be lost with it.
    """

    path: Path
    is_there: bool = False
    count: int = 0
    torn: int = 0
    newest: Backup | None = None
    free_bytes: int | None = None
    looked: LookedAt | None = None
    with_the_books: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupCare:
    """Both places, and when it was last tried whether a backup can be restored.

    Attributes:
        here: The backups in the data folder.
        away: The second place; `None` while none is chosen.
        away_at: When the newest backup that the second place is known to have was made.
        away_is_behind: It lacks the newest backup, as far as is known.
        away_is_readable: Backups from before the books were encrypted wait there to be encrypted.
        moved_to: Where the second place lies now, if its letter has changed.
        rehearsed: The last rehearsal.
        begun_at: When the oldest backup was made.
        is_practice: The books are invented, so nobody is reminded.
    """

    here: PlaceState
    away: PlaceState | None = None
    away_at: datetime | None = None
    away_is_behind: bool = False
    away_is_readable: bool = False
    moved_to: Path | None = None
    rehearsed: Rehearsed | None = None
    begun_at: datetime | None = None
    is_practice: bool = False


class Mend(StrEnum):
    """The act that mends what the officer is reminded of."""

    CHOOSE = "CHOOSE"
    MOVE = "MOVE"
    BACK_UP = "BACK_UP"
    REHEARSE = "REHEARSE"


MEND_LABEL = {
    Mend.CHOOSE: "Chọn nơi thứ hai",
    Mend.MOVE: "Dùng nơi này",
    Mend.BACK_UP: "Sao lưu ngay",
    Mend.REHEARSE: "Diễn tập phục hồi",
}
"""Act → what its button says."""


@dataclass(frozen=True, slots=True)
class Reminder:
    """One sentence, and the act that mends what it says.

    Attributes:
        sentence: What is lacking, why it matters, what to do.
        short: The same in a few words, for the foot of the window.
    """

    sentence: str
    short: str
    mend: Mend


def reminders(care: BackupCare, now: datetime) -> list[Reminder]:
    """What the officer is reminded of, the gravest first."""
    if care.is_practice:
        return []
    found = [*_second_place(care, now), *_rehearsal(care, now)]
    if care.here.newest is None:
        found.insert(
            0, Reminder("Sổ chưa được sao lưu lần nào.", "Chưa sao lưu lần nào", Mend.BACK_UP)
        )
    return found


def _second_place(care: BackupCare, now: datetime) -> Iterator[Reminder]:
    if care.away is None:
        yield Reminder(
            "Chưa chọn nơi sao lưu thứ hai. Hỏng ổ đĩa là mất cả sổ lẫn bản sao lưu; hãy chọn "
            "một USB hoặc ổ đĩa khác.",
            "Chưa chọn nơi sao lưu thứ hai",
            Mend.CHOOSE,
        )
    elif care.moved_to is not None:
        yield Reminder(
            f"USB sao lưu đã cắm nhưng nay mang tên ổ khác: {care.moved_to}.",
            "USB sao lưu nay mang tên ổ khác",
            Mend.MOVE,
        )
    elif care.away_is_readable:
        yield Reminder(
            "Bản sao lưu cũ ở nơi thứ hai chưa mã hóa, ai lấy được vẫn đọc được. Hãy cắm USB hoặc "
            "ổ đĩa ấy vào, rồi bấm Sao lưu ngay; chương trình mã hóa luôn các bản ở đó.",
            "Nơi thứ hai: bản cũ chưa mã hóa",
            Mend.BACK_UP,
        )
    elif care.away_is_behind:
        yield from _behind(care, now)


def _behind(care: BackupCare, now: datetime) -> Iterator[Reminder]:
    since = care.away_at or care.begun_at
    if since is None or now - since <= AWAY_AFTER:
        return
    days = (now - since).days
    plug = "" if care.away is not None and care.away.is_there else "cắm USB hoặc ổ đĩa ấy vào, rồi "
    yield Reminder(
        f"Đã {days} ngày nơi sao lưu thứ hai không có bản mới. Hãy {plug}bấm Sao lưu ngay.",
        f"Nơi thứ hai: {days} ngày chưa có bản mới",
        Mend.BACK_UP,
    )


def _rehearsal(care: BackupCare, now: datetime) -> Iterator[Reminder]:
    if care.rehearsed is not None and not care.rehearsed.is_good:
        yield Reminder(
            f"Bản sao lưu ngày {care.rehearsed.made_at:%d/%m/%Y} diễn tập phục hồi không đạt. "
            "Hãy sao lưu lại rồi diễn tập bản mới.",
            "Diễn tập phục hồi không đạt",
            Mend.REHEARSE,
        )
        return
    since = care.rehearsed.done_at if care.rehearsed is not None else care.begun_at
    if since is not None and now - since > REHEARSE_AFTER:
        yield Reminder(
            f"Đã {(now - since).days} ngày chưa diễn tập phục hồi. Diễn tập là thử xem bản sao "
            "lưu có dùng được không; sổ đang dùng không bị đụng đến.",
            "Lâu chưa diễn tập phục hồi",
            Mend.REHEARSE,
        )


def rehearsal_is_due(last: Rehearsed | None, now: datetime) -> bool:
    """Whether the program rehearses by itself: a month after the last one that was good.

    One that was not good is tried again the next day; a clock that went back delays nothing.
    """
    if last is None or now < last.done_at:
        return True
    return now - last.done_at >= (REHEARSED_AGAIN_AFTER if last.is_good else timedelta(days=1))


def waiting(care: BackupCare, now: datetime) -> list[Waiting]:
    """The reminders as the first page lists them."""
    return [
        Waiting(one.sentence, page=PAGE, filters={"tab": TAB, "act": one.mend.value})
        for one in reminders(care, now)
    ]
