"""What of the visits that are due waits on the first page."""

from collections.abc import Iterable
from datetime import date, timedelta

from ccb_desktop.domain.lunar.death_days import death_day_by_moon, lunar_returns
from ccb_desktop.domain.partial_dates import PartialDate
from ccb_desktop.domain.visits.commemorative import ComingDay
from ccb_desktop.domain.visits.due import DueKind
from ccb_desktop.domain.waiting import Waiting

WEEK = timedelta(days=7)
_SOON_DAYS = 14


def sick_waiting(people: int) -> tuple[Waiting, ...]:
    """Members who are sick and whom nobody has visited in time."""
    return _waiting("hội viên ốm đau chưa được thăm", people, DueKind.SICK)


def anniversaries_waiting(
    deaths: Iterable[tuple[PartialDate | None, str]], today: date
) -> tuple[Waiting, ...]:
    """Lunar days of the dead from today to the end of the week.

    Args:
        deaths: Day of death and the lunar day as it is written.
        today: The day.
    """
    days = (death_day_by_moon(died_on, written) for died_on, written in deaths)
    count = sum(len(lunar_returns(day, today, today + WEEK)) for day in days if day is not None)
    return _waiting("ngày giỗ (âm lịch) trong 7 ngày tới", count, DueKind.LUNAR_DEATH)


def unvisited_waiting(people: int) -> tuple[Waiting, ...]:
    """Members whom nobody has visited for a year."""
    return _waiting("hội viên một năm nay chưa được thăm", people, DueKind.UNVISITED)


def days_waiting(coming: Iterable[ComingDay], today: date) -> tuple[Waiting, ...]:
    """The commemorative days of the next two weeks, each by itself."""
    return tuple(
        Waiting(
            f"{one.day.name}: {_left(one.days_left(today))}", page="visits", filters={"tab": "due"}
        )
        for one in coming
        if one.days_left(today) <= _SOON_DAYS
    )


def _left(days: int) -> str:
    return f"còn {days} ngày" if days else "hôm nay"


def _waiting(sentence: str, count: int, kind: DueKind) -> tuple[Waiting, ...]:
    place: dict[str, object] = {"tab": "due", "kind": kind.value, "days": WEEK.days}
    return (Waiting(sentence, count, page="visits", filters=place),) if count else ()
