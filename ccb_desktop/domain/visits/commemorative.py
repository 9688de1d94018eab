"""Commemorative days: which there are at first, when each comes next, whether one can be kept."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.lunar.death_days import LunarDay, lunar_returns, solar_returns
from ccb_desktop.domain.visits.care import CommemorativeDay
from ccb_desktop.domain.visits.visits import Occasion

_OVER_A_YEAR = timedelta(days=400)
_LAST_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class ComingDay(NamedTuple):
    """A commemorative day and when it comes next."""

    day: CommemorativeDay
    on: date

    def days_left(self, today: date) -> int:
        """How many days are left until it."""
        return (self.on - today).days


def starting_days() -> tuple[CommemorativeDay, ...]:
    """What every branch begins with; it changes them and adds its own."""
    return tuple(
        CommemorativeDay(
            name=name, day=day, month=month, lunar=lunar, occasion=occasion, usually=usually
        )
        for name, day, month, lunar, occasion, usually in _STARTING
    )


def next_on(day: CommemorativeDay, today: date) -> date | None:
    """When a day comes next, today included; none past the end of the lunar calendar."""
    until = today + _OVER_A_YEAR
    if day.lunar:
        found = lunar_returns(LunarDay(day.day, day.month), today, until)
    else:
        found = solar_returns(day.day, day.month, today, until)
    return found[0] if found else None


def coming_days(days: Iterable[CommemorativeDay], today: date) -> list[ComingDay]:
    """The days in the order in which they come next."""
    found = [ComingDay(day, on) for day in days if (on := next_on(day, today)) is not None]
    return sorted(found, key=lambda one: (one.on, one.day.name))


def check_commemorative_day(day: CommemorativeDay, others: Iterable[CommemorativeDay]) -> None:
    """See that a day can be kept.

    Raises:
        Invalid: By field: `name`, `day`, `month`.
    """
    faults: dict[str, str] = {}
    name = day.name.strip().casefold()
    if not name:
        faults["name"] = "Ghi tên ngày kỷ niệm, ví dụ: Ngày truyền thống của đơn vị."
    elif any(one.id != day.id and one.name.strip().casefold() == name for one in others):
        faults["name"] = "Ngày kỷ niệm tên này đã có."
    if not 1 <= day.month <= 12:
        faults["month"] = "Tháng phải từ 1 đến 12."
    elif not 1 <= day.day <= (30 if day.lunar else _LAST_DAYS[day.month - 1]):
        faults["day"] = f"Tháng {day.month} không có ngày {day.day}."
    if faults:
        raise Invalid(faults)


_STARTING: tuple[tuple[str, int, int, bool, Occasion, str], ...] = (
    (
        *("Tết Nguyên đán", 1, 1, True, Occasion.HOLIDAY),
        "Tặng quà hội viên nghèo, cận nghèo, thương binh, bệnh binh; mừng thọ",
    ),
    (
        *("Ngày Chiến thắng 30/4", 30, 4, False, Occasion.HOLIDAY),
        "Gặp mặt, thăm hội viên tham gia chiến dịch",
    ),
    (
        *("Ngày Thương binh - Liệt sĩ 27/7", 27, 7, False, Occasion.WAR_INVALIDS_DAY),
        "Thăm thương binh, bệnh binh, gia đình liệt sĩ; viếng nghĩa trang",
    ),
    (
        *("Quốc khánh 2/9", 2, 9, False, Occasion.HOLIDAY),
        "Thăm hội viên cao tuổi, gia đình chính sách",
    ),
    (
        *("Ngày thành lập Hội 6/12", 6, 12, False, Occasion.HOI_DAY),
        "Gặp mặt kỷ niệm, tặng quà hội viên khó khăn",
    ),
    (
        *("Ngày thành lập Quân đội 22/12", 22, 12, False, Occasion.ARMY_DAY),
        "Gặp mặt, tặng quà hội viên",
    ),
)
# Name, day, month, by the lunar calendar, occasion of the visits, what is usually done.
