"""Diễn tập phục hồi: what came of restoring a backup in trial."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from ccb_desktop.domain.book_figures import BookFigures, compared
from ccb_desktop.domain.going_back import moment
from ccb_desktop.domain.printing import number


@dataclass(frozen=True, slots=True, kw_only=True)
class Rehearsal:
    """A backup restored in trial, and how it stands beside the books in use.

    Attributes:
        made_at: When the backup was made; `None` where no manifest tells.
        trouble: Why it could not be restored; empty where it could.
        findings: What the deep check found in it.
        then: The figures in it; `None` where it could not be restored.
        now: The figures of the books in use.
        is_related: Both are the same books.
        acts_since: How many acts the books in use have more.
    """

    made_at: datetime | None
    trouble: str = ""
    findings: tuple[str, ...] = ()
    then: BookFigures | None = None
    now: BookFigures
    is_related: bool = False
    acts_since: int = 0

    @property
    def is_good(self) -> bool:
        """Whether the books could be carried on from this backup."""
        if self.trouble or self.findings or self.then is None:
            return False
        return not self._differs

    @property
    def _differs(self) -> bool:
        """Whether it says something else although nothing was done since."""
        same_acts = self.is_related and not self.acts_since
        return same_acts and self.then != self.now

    @property
    def verdict(self) -> str:
        """The result in one sentence, with its sign in words."""
        made = f" lúc {moment(self.made_at)}" if self.made_at else ""
        if self.is_good:
            return f"ĐẠT: bản sao lưu{made} phục hồi được."
        return f"KHÔNG ĐẠT: bản sao lưu{made} không dùng được như mong đợi."

    @property
    def sentences(self) -> Sequence[str]:
        """What was found, and what to do."""
        if self.trouble:
            return [self.trouble, _DO_AGAIN]
        said = [*self.findings]
        if self._differs:
            said.append("Số trong bản sao lưu khác sổ đang dùng, dù từ đó chưa ghi thêm việc nào.")
        if said:
            return [*said, _DO_AGAIN]
        return ["Đã mở thử, kiểm tra kỹ từng dòng, không thấy lỗi.", self._since(), _UNTOUCHED]

    def _since(self) -> str:
        if not self.is_related:
            return "Đây là sổ khác với sổ đang dùng, nên số liệu hai bên khác nhau."
        if not self.acts_since:
            return "Bản này có đủ mọi việc của sổ đang dùng."
        return f"Từ lúc ấy sổ đang dùng đã ghi thêm {number(self.acts_since)} việc."

    @property
    def lines(self) -> list[str]:
        """Each figure then and now, for the command line."""
        if self.then is None:
            return []
        return [
            f"{one.label}: {one.then} trong bản sao lưu, {one.now} trong sổ đang dùng."
            for one in compared(self.then, self.now)
        ]


_UNTOUCHED = "Sổ đang dùng không bị đụng đến."
_DO_AGAIN = "Sổ đang dùng vẫn nguyên. Hãy bấm Sao lưu ngay, rồi diễn tập bản mới."
