"""What would change if the books went back to a backup: told before it is done."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from ccb_desktop.domain.backups import Backup, newest_first
from ccb_desktop.domain.book_figures import BookFigures
from ccb_desktop.domain.printing import number

MOST_SHOWN = 500
"""How many acts and vouchers are listed; the rest is only counted."""


@dataclass(frozen=True, slots=True)
class LaterAct:
    """One act that only one of two states of the books has."""

    id: int
    label: str
    done_at: datetime
    done_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GoingBack:
    """The books in a backup beside the books in use.

    Attributes:
        branch: Whose books the backup holds.
        own: Whose books are in use.
        point: The moment to which the books would go back.
        then: The figures in the backup.
        now: The figures of the books in use.
        is_related: Both come from the same books.
        lost: The acts that would no longer be there, newest first, as many as are shown.
        lost_count: How many there are in all.
        gained: The acts that only the backup has, as after an earlier restore.
        gained_count: How many there are in all.
        vouchers: The posted vouchers that would no longer be there, as they are listed.
    """

    branch: str
    own: str
    point: datetime
    then: BookFigures
    now: BookFigures
    is_related: bool
    lost: tuple[LaterAct, ...]
    lost_count: int
    gained: tuple[LaterAct, ...]
    gained_count: int
    vouchers: tuple[str, ...]

    @property
    def act(self) -> str:
        """The button that does it."""
        return f"Phục hồi về {moment(self.point)}"

    @property
    def sentences(self) -> list[str]:
        """What is lost and what is kept, for the officer."""
        if not self.is_related:
            return [
                f"Chú ý: bản này là sổ của {self.branch}, không phải sổ {self.own} đang dùng. "
                "Phục hồi là thay cả cuốn sổ.",
                _KEPT,
            ]
        said = [self._lost()]
        if self.vouchers:
            said.append(
                f"{number(len(self.vouchers))} phiếu thu, chi đã ghi sổ sẽ không còn trong sổ, "
                "phải ghi lại nếu tiền đã thu, chi thật."
            )
        if self.gained_count:
            said.append(
                f"Bản này có {number(self.gained_count)} việc mà sổ đang dùng không có; các việc "
                "ấy trở lại trong sổ."
            )
        return [*said, _KEPT]

    def _lost(self) -> str:
        if not self.lost_count:
            return "Bản này có đủ mọi việc của sổ đang dùng. Không mất việc nào."
        return f"{number(self.lost_count)} việc ghi sau lúc ấy sẽ không còn trong sổ."


_KEPT = "Sổ đang dùng được giữ thành một bản sao lưu nữa, nên vẫn quay lại được như bây giờ."


def moment(at: datetime) -> str:
    """`14:05 ngày 3/6/2026`."""
    return f"{at:%H:%M} ngày {at.day}/{at.month}/{at.year}"


def newest_before(backups: Sequence[Backup], seals: Sequence[tuple[int, str]]) -> Backup | None:
    """The newest backup that does not hold an act yet but comes from the same books.

    Args:
        backups: The backups there are.
        seals: Number and seal of every act before that one.
    """
    known = set(seals)
    for backup in newest_first(backups):
        if backup.is_present and (backup.action_id, backup.chain_hash) in known:
            return backup
    return None
