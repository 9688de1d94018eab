"""The calendar of reports: which report is due when, and what is due on a day."""

import calendar
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.periods import Period
from ccb_desktop.domain.printing import short_date
from ccb_desktop.domain.reports.duties import ReportDuty
from ccb_desktop.domain.reports.kinds import ReportKind
from ccb_desktop.domain.waiting import Waiting

SOON = timedelta(days=20)
"""So long before the last day a report begins to be due."""

LATE = timedelta(days=45)
"""So long after it, a report that was not handed up is still asked for."""

KINDS = (ReportKind.MONTH, ReportKind.QUARTER, ReportKind.HALF_YEAR, ReportKind.YEAR)
"""The kinds that come again and again, the shortest first."""

START: tuple[ReportDuty, ...] = (
    ReportDuty(report_kind=ReportKind.QUARTER, day=20),
    ReportDuty(report_kind=ReportKind.HALF_YEAR, day=5),
    ReportDuty(report_kind=ReportKind.YEAR, day=10),
)
"""What a branch owes that has entered no calendar of its own."""

_MOST_MONTHS = 3
_PARTS = {ReportKind.MONTH: 12, ReportKind.QUARTER: 4, ReportKind.HALF_YEAR: 2}
_MAKE = {
    ReportKind.MONTH: Period.of_month,
    ReportKind.QUARTER: Period.of_quarter,
    ReportKind.HALF_YEAR: Period.of_half_year,
}

HandedUp = Collection[tuple[str, str]]
"""Kind and period of reports that are frozen or sent."""


@dataclass(frozen=True, slots=True)
class DueReport:
    """A report that is due.

    Attributes:
        due_on: The last day for handing it up.
        frozen: It is frozen and was not sent yet.
    """

    duty: ReportDuty
    period: Period
    due_on: date
    frozen: bool = False

    def days_left(self, today: date) -> int:
        """How many days are left; below 0 where it is late."""
        return (self.due_on - today).days


def check_duty(duty: ReportDuty) -> None:
    """See that a duty can be met.

    Raises:
        Invalid: Its day or its month makes no sense; field `day` or `month_offset`.
    """
    if not 1 <= duty.day <= 31:
        raise Invalid({"day": "Ngày phải nộp từ 1 đến 31."})
    if not 0 <= duty.month_offset <= _MOST_MONTHS:
        raise Invalid({"month_offset": f"Chậm nhất {_MOST_MONTHS} tháng sau tháng cuối kỳ."})


def due_day(duty: ReportDuty, period: Period) -> date:
    """The last day for handing up the report of a period."""
    years, month = divmod(period.to_on.month - 1 + duty.month_offset, 12)
    year = period.to_on.year + years
    return date(year, month + 1, min(duty.day, calendar.monthrange(year, month + 1)[1]))


def due_reports(
    duties: Iterable[ReportDuty], frozen: HandedUp, sent: HandedUp, today: date
) -> list[DueReport]:
    """What is due on a day or late, the first due first.

    A period that ends together with a longer one that is reported on too is covered by that:
    the second half year by the year. A report that is frozen is not late any more.

    Args:
        duties: The calendar of the branch.
        frozen: What is frozen.
        sent: What was sent.
        today: The day.
    """
    held = [one for one in duties if not one.retired]
    found = []
    for duty in held:
        longer = KINDS[KINDS.index(duty.report_kind) + 1 :]
        covering = [one.report_kind for one in held if one.report_kind in longer]
        for period in _periods(duty.report_kind, today):
            due_on = due_day(duty, period)
            asked = due_on - SOON <= today <= due_on + LATE
            key = (str(duty.report_kind), period.code)
            if not asked or key in sent or _is_covered(period, covering):
                continue
            if key in frozen and today > due_on:
                continue
            found.append(DueReport(duty, period, due_on, frozen=key in frozen))
    return sorted(found, key=lambda one: (one.due_on, one.period.to_on))


def _periods(kind: ReportKind, today: date) -> Iterator[Period]:
    for year in range(today.year - 1, today.year + 2):
        if kind is ReportKind.YEAR:
            yield Period.of_year(year)
        else:
            yield from (_MAKE[kind](year, part + 1) for part in range(_PARTS[kind]))


def _is_covered(period: Period, longer: Sequence[ReportKind]) -> bool:
    """Whether a longer period that is reported on ends with it."""
    ends = {
        ReportKind.QUARTER: (3, 6, 9, 12),
        ReportKind.HALF_YEAR: (6, 12),
        ReportKind.YEAR: (12,),
    }
    return any(period.to_on.month in ends[kind] for kind in longer)


def reports_waiting(due: Iterable[DueReport], today: date) -> tuple[Waiting, ...]:
    """What the first page says of each: a draft leads to the desk, a frozen one to its sending."""
    return tuple(_waiting(one, today) for one in due)


def _waiting(due: DueReport, today: date) -> Waiting:
    text = f"{told_report(due)}: {told_left(due, today)}"
    of: dict[str, object] = {"kind": due.duty.report_kind, "period": due.period.code}
    if due.frozen:
        return Waiting(text, page="exchange", filters={"tab": "sending", "act": "send", **of})
    return Waiting(text, page="reports", filters={"tab": "desk", **of})


def told_report(due: DueReport) -> str:
    """`Báo cáo 6 tháng đầu năm 2026`."""
    return f"Báo cáo {due.period.name}"


def told_left(due: DueReport, today: date) -> str:
    """`phải nộp 05/06/2026, còn 4 ngày`, `quá hạn 3 ngày`."""
    left, day = due.days_left(today), short_date(due.due_on)
    done = "đã chốt, chưa gửi; " if due.frozen else ""
    if left < 0:
        return f"{done}hạn nộp {day}, đã quá {-left} ngày"
    return f"{done}phải nộp {day}, {f'còn {left} ngày' if left else 'hôm nay là hạn cuối'}"
