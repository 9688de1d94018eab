"""What the first page shows: the branch at a glance, and what waits to be done today."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from ccb_desktop.domain.figures.values import Figures
from ccb_desktop.domain.members.lines import MemberLine
from ccb_desktop.domain.members.people import AgeRule, is_longevity_age
from ccb_desktop.domain.printing import number
from ccb_desktop.domain.record_gaps.needed import gaps_of
from ccb_desktop.domain.waiting import Concerned, Waiting

Bars = tuple[tuple[str, int], ...]
"""Label and count, in order."""


@dataclass(frozen=True, slots=True)
class Group:
    """One bar of a picture with the people in it."""

    label: str
    people: tuple[Concerned, ...]


@dataclass(frozen=True, slots=True)
class YearEnd:
    """How many members a year closed with, who had come and who had gone."""

    year: int
    members: int
    came: int
    went: int


@dataclass(frozen=True, slots=True)
class Overview:
    """Everything the first page shows.

    Attributes:
        glances: The figures written large.
    """

    on: date
    glances: Figures
    waiting: tuple[Waiting, ...]
    ages: tuple[Group, ...]
    periods: tuple[Group, ...]
    years: tuple[YearEnd, ...]


AGE_BANDS: tuple[tuple[str, int, int], ...] = (
    ("Dưới 60", 0, 59),
    ("60 – 69", 60, 69),
    ("70 – 79", 70, 79),
    ("Từ 80", 80, 999),
)


def age_groups(members: Sequence[MemberLine], rule: AgeRule, on: date) -> tuple[Group, ...]:
    """Members by age band; people without a date of birth stand in none."""

    def band(first: int, last: int) -> tuple[Concerned, ...]:
        return _those(
            members,
            lambda line: line.born_on is not None and first <= rule.age(line.born_on, on) <= last,
        )

    return tuple(Group(label, band(first, last)) for label, first, last in AGE_BANDS)


def period_groups(members: Sequence[MemberLine], labels: dict[str, str]) -> tuple[Group, ...]:
    """Members by period of service; one who served in two stands in both."""

    def those_of(code: str) -> tuple[Concerned, ...]:
        return _those(members, lambda line: code in line.periods)

    return tuple(Group(label, those_of(code)) for code, label in labels.items())


def age_message(groups: Sequence[Group]) -> str:
    """What the picture of ages says."""
    counts = [len(group.people) for group in groups]
    old = sum(counts[2:])
    return f"Theo tuổi: {number(old)} trong {number(sum(counts))} hội viên từ 70 tuổi trở lên"


def period_message(groups: Sequence[Group]) -> str:
    """What the picture of periods says."""
    most = max(groups, key=lambda group: len(group.people))
    return f"Theo thời kỳ phục vụ: đông nhất là {most.label}"


def years_message(years: Sequence[YearEnd]) -> str:
    """What the picture of years says."""
    now = years[-1]
    before = years[-2].members if len(years) > 1 else 0
    if not before or now.members == before:
        return f"Theo năm: hiện có {number(now.members)} hội viên"
    way = "tăng" if now.members > before else "giảm"
    return (
        f"Theo năm: hiện có {number(now.members)} hội viên, {way} "
        f"{number(abs(now.members - before))} so với cuối năm {now.year - 1}"
    )


def things_waiting(
    members: Sequence[MemberLine], rule: AgeRule, today: date
) -> tuple[Waiting, ...]:
    """What the roster says is due; nothing is listed that nobody has to deal with."""
    month = today.month

    def birthday(line: MemberLine) -> str:
        age = "" if line.born_on is None else f", {rule.age(line.born_on, today)} tuổi"
        return f"Sinh {line.born_on}{age}, {line.unit_name}"

    found = (
        Waiting(
            f"hội viên có sinh nhật trong tháng {month}",
            _those(members, lambda line: _born_in(line, month), birthday),
        ),
        Waiting(
            f"hội viên đến tuổi mừng thọ trong tháng {month}",
            _those(
                members,
                lambda line: _born_in(line, month) and _is_old(line, rule, today),
                birthday,
            ),
        ),
    )
    return tuple(one for one in found if one.people)


def gaps_waiting(members: Sequence[MemberLine], needed: tuple[str, ...]) -> tuple[Waiting, ...]:
    """How many records lack something that is needed; the page Rà soát tells which."""
    count = sum(bool(gaps_of(line, needed)) for line in members)
    sentence, place = "hồ sơ hội viên còn thiếu mục", {"tab": "missing"}
    return (Waiting(sentence, page="review", filters=dict(place), count=count),) if count else ()


def doubles_waiting(pairs: int) -> tuple[Waiting, ...]:
    """People who may be in the books twice, where there are any."""
    told = "cặp hồ sơ trùng họ tên và năm sinh, có thể là một người"
    place: dict[str, object] = {"tab": "doubles"}
    return (Waiting(told, page="review", filters=place, count=pairs),) if pairs else ()


def report_due(today: date) -> tuple[Waiting, ...]:
    """The report that is written about this time: of six months in June, of the year at its end."""
    kind, name = "", ""
    if (5, 20) <= (today.month, today.day) <= (6, 30):
        kind, name = "half-year", f"6 tháng đầu năm {today.year}"
    elif today.month >= 11:
        kind, name = "year", f"năm {today.year}"
    return (
        (Waiting(f"Đến kỳ viết báo cáo {name}", page="reports", filters={"kind": kind}),)
        if kind
        else ()
    )


def _unit(line: MemberLine) -> str:
    return line.unit_name


def _those(
    members: Sequence[MemberLine],
    fits: Callable[[MemberLine], bool],
    detail: Callable[[MemberLine], str] = _unit,
) -> tuple[Concerned, ...]:
    return tuple(
        Concerned(line.person_id, line.full_name, detail(line)) for line in members if fits(line)
    )


def _born_in(line: MemberLine, month: int) -> bool:
    return line.born_on is not None and line.born_on.month == month


def _is_old(line: MemberLine, rule: AgeRule, today: date) -> bool:
    return line.born_on is not None and is_longevity_age(rule.age(line.born_on, today))
