"""That another copy of the books took their place: remembered until the books say so themselves."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class RestoreNote:
    """A restore that has just been done.

    Attributes:
        by: Name of whoever did it; empty where nobody had to sign in.
        made_at: When the backup had been made; none where it lost its manifest.
        received: What the books came with, where that was no backup: a kit of a predecessor.
        set_aside: Where the damaged books lie that gave way; empty where they were whole.
        is_entered: The history of the books tells it; the officer has not heard it yet.
    """

    by: str
    made_at: datetime | None
    received: str = ""
    set_aside: str = ""
    is_entered: bool = False

    @property
    def label(self) -> str:
        """The act as the history tells it."""
        why = " thay sổ bị hỏng" if self.set_aside else ""
        who = f", người phục hồi: {self.by}" if self.by else ""
        if self.received:
            return f"Nhận {self.received}{why}{who.replace('phục hồi', 'nhận')}"
        return f"Phục hồi {self._copy}{why}{who}"

    @property
    def told(self) -> str:
        """What the officer hears when the books are open again; of a kit he has heard already."""
        if self.received:
            return ""
        before = (
            f"Tệp sổ bị hỏng không bị xóa, nằm ở {self.set_aside}."
            if self.set_aside
            else "Sổ đang dùng lúc ấy được giữ thành bản “Trước khi phục hồi” ở thẻ Sao lưu."
        )
        return (
            f"Đã phục hồi {self._copy}.\n"
            "Số liệu đã đọc lại thấy đúng. Việc ghi sau lúc ấy không còn trong sổ: xem “Việc vừa "
            f"làm” để biết việc cuối cùng còn lại, rồi ghi tiếp từ đó. {before} “Việc vừa làm” đã "
            "ghi lần phục hồi này."
        )

    @property
    def _copy(self) -> str:
        if self.made_at is None:
            return "từ một bản sao lưu không rõ lúc làm"
        return f"bản sao lưu lúc {self.made_at:%H:%M ngày %d/%m/%Y}"
