"""What of the visits that are due waits on the first page."""

from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta

from ccb_desktop.domain.lunar.death_days import death_day_by_moon, lunar_returns
from ccb_desktop.domain.members.people import AgeRule, is_longevity_age
from ccb_desktop.domain.partial_dates import PartialDate
from ccb_desktop.domain.visits.commemorative import ComingDay
from ccb_desktop.domain.visits.due import DueKind
from ccb_desktop.domain.waiting import Waiting

WEEK = timedelta(days=7)
WEEK_SPAN, MONTH_SPAN = "week", "month"
"""What a place calls the week from today, and the month in which today lies."""

_SOON_DAYS = 14


def sick_waiting(people: int) -> tuple[Waiting, ...]:
    """Members who are sick and whom nobody has visited in time."""
    return _waiting("Ốm đau chưa được thăm", people, DueKind.SICK)


def births_waiting(
    births: Iterable[tuple[PartialDate | None, int]],
    wished: Iterable[PartialDate | None],
    rule: AgeRule,
    today: date,
) -> tuple[Waiting, ...]:
    """Great ages and birthdays of the month of a day.

    Args:
        births: Days of birth of the members, and how many were born on each.
        wished: Of those whom the Hội has wished long life in the year already.
        rule: How age is reckoned.
        today: The day.
    """
    count: Counter[DueKind | None] = Counter()
    for born_on, people in births:
        count[_of_birth(born_on, rule, today)] += people
    done = sum(_of_birth(born_on, rule, today) is DueKind.LONGEVITY for born_on in wished)
    left, birthdays = count[DueKind.LONGEVITY] - done, count[DueKind.BIRTHDAY]
    return (
        *_waiting("Đến tuổi mừng thọ", left, DueKind.LONGEVITY, MONTH_SPAN),
        *_waiting(f"Sinh nhật tháng {today.month}", birthdays, DueKind.BIRTHDAY, MONTH_SPAN),
    )


def _of_birth(born_on: PartialDate | None, rule: AgeRule, today: date) -> DueKind | None:
    """For what somebody of a birth is due in the month of a day, as `due_visits` has it."""
    age = rule.age_in(born_on, today.year)
    if born_on is None or age is None or born_on.year >= today.year:
        return None
    if is_longevity_age(age):
        return DueKind.LONGEVITY if born_on.month in (None, today.month) else None
    return DueKind.BIRTHDAY if born_on.month == today.month else None


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
    return _waiting("Ngày giỗ trong 7 ngày tới", count, DueKind.LUNAR_DEATH)


def unvisited_waiting(people: int) -> tuple[Waiting, ...]:
    """Members whom nobody has visited for a year."""
    return _waiting("Một năm nay chưa được thăm", people, DueKind.UNVISITED)


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


def _waiting(
    sentence: str, count: int, kind: DueKind, span: str = WEEK_SPAN
) -> tuple[Waiting, ...]:
    place: dict[str, object] = {"tab": "due", "kind": kind.value, "span": span}
    return (Waiting(sentence, count, page="visits", filters=place),) if count > 0 else ()
