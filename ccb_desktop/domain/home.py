"""What the first page shows: the branch at a glance, and what waits to be done today."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date

from ccb_desktop.domain.figures.values import Figures
from ccb_desktop.domain.members.lines import MemberLine
from ccb_desktop.domain.members.people import AgeRule, is_longevity_age

Bars = tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Waiting:
    """Something that waits, and where it is dealt with.

    Attributes:
        people: Whom it concerns, by id and name; none where a page tells more.
        page: The page that deals with it, and what to show there.
    """

    sentence: str
    count: int
    people: tuple[tuple[int, str], ...] = ()
    page: str = ""
    filters: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Overview:
    """Everything the first page shows; bars are label and count, in order.

    Attributes:
        glances: The figures written large.
    """

    on: date
    glances: Figures
    waiting: tuple[Waiting, ...]
    ages: Bars
    periods: Bars
    by_year: Bars


AGE_BANDS: tuple[tuple[str, int, int], ...] = (
    ("Dưới 60", 0, 59),
    ("60 – 69", 60, 69),
    ("70 – 79", 70, 79),
    ("Từ 80", 80, 999),
)


def age_bars(members: Sequence[MemberLine], rule: AgeRule, on: date) -> Bars:
    """Members by age band; people without a date of birth stand in none."""
    ages = [rule.age(line.born_on, on) for line in members if line.born_on is not None]
    return tuple(
        (label, sum(1 for age in ages if first <= age <= last)) for label, first, last in AGE_BANDS
    )


def period_bars(members: Sequence[MemberLine], labels: dict[str, str]) -> Bars:
    """Members by period of service; one who served in two counts in both."""
    return tuple(
        (label, sum(1 for line in members if code in line.periods))
        for code, label in labels.items()
    )


def things_waiting(
    members: Sequence[MemberLine], rule: AgeRule, today: date
) -> tuple[Waiting, ...]:
    """What the roster says is due; nothing is listed that nobody has to deal with."""
    month = today.month
    born_now = _those(members, lambda line: _born_in(line, month))
    old_now = _those(members, lambda line: _born_in(line, month) and _is_old(line, rule, today))
    found = (
        Waiting(f"hội viên có sinh nhật trong tháng {month}", len(born_now), born_now),
        Waiting(f"hội viên đến tuổi mừng thọ trong tháng {month}", len(old_now), old_now),
    )
    return tuple(one for one in found if one.count)


def _those(
    members: Sequence[MemberLine], fits: Callable[[MemberLine], bool]
) -> tuple[tuple[int, str], ...]:
    return tuple((line.person_id, line.full_name) for line in members if fits(line))


def _born_in(line: MemberLine, month: int) -> bool:
    return line.born_on is not None and line.born_on.month == month


def _is_old(line: MemberLine, rule: AgeRule, today: date) -> bool:
    return line.born_on is not None and is_longevity_age(rule.age(line.born_on, today))
