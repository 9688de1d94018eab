"""Books of which there are two: copied to another PC, or copied back, and written on apart."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from ccb_desktop.domain.backups import Backup


class Parting(StrEnum):
    """How the open books stand to a backup that is newer than they."""

    BEHIND = "BEHIND"
    """The backup holds acts that the books lack."""
    ASIDE = "ASIDE"
    """From some act on, the books and the backup tell different things."""


@dataclass(frozen=True, slots=True)
class NewerBackup:
    """A backup that the open books should hold and do not.

    Attributes:
        action_id: The last act of the open books.
    """

    parting: Parting
    backup: Backup
    action_id: int

    @property
    def told(self) -> str:
        """What is wrong, what is safe, and what can be done."""
        made = f"{self.backup.made_at:%H:%M ngày %d/%m/%Y}"
        if self.parting is Parting.BEHIND:
            lacking = self.backup.action_id - self.action_id
            return (
                f"Số liệu đang mở là bản cũ, thiếu {lacking} việc so với bản sao lưu {made}.\n"
                "Có lẽ sổ đã được chép về từ máy khác, hoặc tệp cũ được chép đè lên. Cả hai bản "
                "đều còn nguyên. Nếu ghi tiếp vào bản cũ, hai bản sẽ khác nhau và không tự nhập "
                "lại làm một được."
            )
        return (
            f"Số liệu đang mở và bản sao lưu {made} đã ghi khác nhau.\n"
            "Có lẽ cùng một sổ được mở và ghi trên hai máy. Cả hai bản đều còn nguyên. Hãy chọn "
            "một bản để dùng tiếp, rồi ghi lại vào đó những việc chỉ có ở bản kia (xem Cài đặt → "
            "Việc vừa làm của từng bản)."
        )


def newest_of(
    backups: Collection[Backup], store_id: str, settled: Collection[str]
) -> Backup | None:
    """The newest backup of some books that was not settled before, by its checksum."""
    ours = [one for one in backups if one.store_id == store_id and one.sha256 not in settled]
    return max(ours, key=lambda one: (one.counter, one.action_id), default=None)
