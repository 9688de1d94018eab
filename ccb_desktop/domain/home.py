"""What the first page shows: the branch at a glance, and what waits to be done today.

The store counts members who are alike (`MemberGroup`); the rules here judge each group once.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from ccb_desktop.domain.figures.roster_figures import EVENT_FIGURES
from ccb_desktop.domain.figures.values import Counted, Figures
from ccb_desktop.domain.home_money import MoneyOverview
from ccb_desktop.domain.members.lines import MemberGroup, NamedMember
from ccb_desktop.domain.members.memberships import EventKind
from ccb_desktop.domain.members.people import AgeRule
from ccb_desktop.domain.partial_dates import PartialDate
from ccb_desktop.domain.printing import number
from ccb_desktop.domain.tasks.home_progress import KeyTaskDone
from ccb_desktop.domain.waiting import Behind, Waiting


@dataclass(frozen=True, slots=True)
class Concerned:
    """Somebody whom a line or a bar of the first page is about."""

    person_id: int
    name: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """One bar of a picture, and who is in it."""

    label: str
    count: int
    behind: Behind


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
        due: Who is due a visit this month, group by group.
        money: None where no fund is kept.
        tasks: How far each key task of the year is, where any is handed out.
    """

    on: date
    glances: Figures
    due: tuple[Waiting, ...]
    waiting: tuple[Waiting, ...]
    ages: tuple[Group, ...]
    periods: tuple[Group, ...]
    years: tuple[YearEnd, ...]
    money: MoneyOverview | None = None
    tasks: tuple[KeyTaskDone, ...] = ()


AGE_BANDS: tuple[tuple[str, int, int], ...] = (
    ("Dưới 60", 0, 59),
    ("60 – 69", 60, 69),
    ("70 – 79", 70, 79),
    ("Từ 80", 80, 999),
)


def counted_members(groups: Iterable[MemberGroup]) -> dict[str, Counted]:
    """The figures of the first page that are numbers of members of the day."""
    counted = list(groups)
    return {
        "members_closing": Counted(sum(group.members for group in counted)),
        "members_party": Counted(sum(group.in_party for group in counted)),
        "members_exempt": Counted(sum(group.exempt for group in counted)),
    }


def age_groups(groups: Sequence[MemberGroup], rule: AgeRule, on: date) -> tuple[Group, ...]:
    """Members by age band; people without a date of birth stand in none."""

    def band(label: str, first: int, last: int) -> Group:
        return _group(
            label,
            groups,
            lambda one: one.born_on is not None and first <= rule.age(one.born_on, on) <= last,
        )

    return tuple(band(*bounds) for bounds in AGE_BANDS)


def period_groups(groups: Sequence[MemberGroup], labels: dict[str, str]) -> tuple[Group, ...]:
    """Members by period of service; one who served in two stands in both."""

    def those_of(code: str, label: str) -> Group:
        return _group(label, groups, lambda one: code in one.periods)

    return tuple(those_of(code, label) for code, label in labels.items())


def _group(
    label: str,
    groups: Iterable[MemberGroup],
    fits: Callable[[MemberGroup | NamedMember], bool],
) -> Group:
    behind = Behind(fits)
    return Group(label, _count(groups, behind), behind)


def _count(groups: Iterable[MemberGroup], behind: Behind) -> int:
    return sum(group.members for group in groups if behind.fits(group))


def people_behind(members: Iterable[NamedMember], behind: Behind) -> tuple[Concerned, ...]:
    """The names behind a count, in their order."""
    return tuple(
        Concerned(member.person_id, member.full_name, behind.detail(member))
        for member in members
        if behind.fits(member)
    )


def age_message(groups: Sequence[Group]) -> str:
    """What the picture of ages says."""
    counts = [group.count for group in groups]
    old = sum(counts[2:])
    return f"Theo tuổi: {number(old)} trong {number(sum(counts))} hội viên từ 70 tuổi trở lên"


def period_message(groups: Sequence[Group]) -> str:
    """What the picture of periods says."""
    most = max(groups, key=lambda group: group.count)
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


def year_ends(
    closings: Iterable[tuple[date, int]],
    events: Sequence[tuple[EventKind, PartialDate, int]],
    on_roll: Sequence[tuple[date, int]],
) -> tuple[YearEnd, ...]:
    """Members at the end of each of the last years, and today; empty years before the first.

    Args:
        closings: The last day of each year, today in this year, with the members on it.
        events: Kind and day of events, how many there are of each.
        on_roll: Days from which people stand on the roll without an event of entry, how many.
    """
    return tuple(
        YearEnd(
            last.year,
            members,
            came=_events_of(last, 1, events) + sum(n for day, n in on_roll if _is_of(last, day)),
            went=_events_of(last, -1, events),
        )
        for last, members in closings
        if members
    )


def _events_of(last: date, sign: int, events: Iterable[tuple[EventKind, PartialDate, int]]) -> int:
    """Those of the year of a day and up to it that add members (1), or take them away (-1)."""
    return sum(
        count
        for kind, day, count in events
        if kind in EVENT_FIGURES and EVENT_FIGURES[kind][1] == sign and _is_of(last, day.first_day)
    )


def _is_of(last: date, day: date) -> bool:
    return day.year == last.year and day <= last


def gaps_waiting(groups: Iterable[MemberGroup]) -> tuple[Waiting, ...]:
    """How many records lack something that is needed; the page Rà soát tells which."""
    count = sum(group.with_gaps for group in groups)
    sentence, place = "hồ sơ hội viên còn thiếu mục", {"tab": "missing"}
    return (Waiting(sentence, count, page="review", filters=dict(place)),) if count else ()


def doubles_waiting(pairs: int) -> tuple[Waiting, ...]:
    """People who may be in the books twice, where there are any."""
    told = "cặp hồ sơ trùng họ tên và năm sinh, có thể là một người"
    place: dict[str, object] = {"tab": "doubles"}
    return (Waiting(told, pairs, page="review", filters=place),) if pairs else ()
