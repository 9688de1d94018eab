"""Whether the clock of the PC can be right: held against what was done before and the program."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

MADE_ON = date(2026, 6, 1)
"""The program is not older than this day, so no clock that is right says an earlier year."""

_SLACK = timedelta(minutes=10)
_TOO_FAR = timedelta(days=366)
_MEND = (
    "Hãy bấm vào đồng hồ ở góc phải dưới màn hình, chọn “Điều chỉnh ngày giờ”, đặt lại cho "
    "đúng, rồi bấm “Xem lại đồng hồ”."
)


class ClockFault(StrEnum):
    """What speaks against the clock."""

    BEHIND = "BEHIND"
    """It is earlier than the last act or the newest backup."""
    AHEAD = "AHEAD"
    """It is more than a year later than both; an old PC that stood long says so rightly."""
    BEFORE_PROGRAM = "BEFORE_PROGRAM"
    """It is earlier than the program was made."""


@dataclass(frozen=True, slots=True)
class ClockDoubt:
    """A clock that may be wrong.

    Attributes:
        now: What it says.
        newest_at: The newest moment that is known to have been.
    """

    fault: ClockFault
    now: datetime
    newest_at: datetime | None

    @property
    def told(self) -> str:
        """What happened, what is safe, what to do."""
        return f"{self.short} {self._why} Số liệu vẫn nguyên. {_MEND}"

    @property
    def short(self) -> str:
        """One sentence, as it is told before money is posted."""
        return f"Đồng hồ máy đang là {self.now:%H:%M ngày %d/%m/%Y}, có thể đã sai."

    @property
    def _why(self) -> str:
        if self.fault is ClockFault.BEFORE_PROGRAM or self.newest_at is None:
            return "Ngày ấy chương trình này còn chưa có; có lẽ pin đồng hồ trong máy đã yếu."
        newest = f"{self.newest_at:%H:%M ngày %d/%m/%Y}"
        if self.fault is ClockFault.BEHIND:
            return f"Việc ghi gần nhất trong sổ là lúc {newest}, muộn hơn cả bây giờ."
        return f"Việc ghi gần nhất trong sổ là lúc {newest}, cách đây hơn một năm."


def clock_doubt(now: datetime, newest_at: datetime | None) -> ClockDoubt | None:
    """What speaks against the clock.

    Args:
        now: What it says.
        newest_at: When the last act was done or the newest backup made, as was noted then.
    """
    if newest_at is not None and now < newest_at - _SLACK:
        return ClockDoubt(ClockFault.BEHIND, now, newest_at)
    if now.date() < MADE_ON:
        return ClockDoubt(ClockFault.BEFORE_PROGRAM, now, newest_at)
    if newest_at is not None and now - newest_at > _TOO_FAR:
        return ClockDoubt(ClockFault.AHEAD, now, newest_at)
    return None
