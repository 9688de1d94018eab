"""A part of a plan that is looked at: a year, or a period of it."""

from dataclasses import dataclass
from datetime import date

from ccb_desktop.domain.periods import Period, PeriodKind
from ccb_desktop.domain.tasks.periods import WHOLE_YEAR, Recurrence, TaskPeriod, periods_of

_KIND = {
    Recurrence.YEAR: PeriodKind.YEAR,
    Recurrence.HALF: PeriodKind.HALF_YEAR,
    Recurrence.QUARTER: PeriodKind.QUARTER,
    Recurrence.MONTH: PeriodKind.MONTH,
}
ALL_PERIODS = tuple(period for kind in Recurrence for period in periods_of(kind))
"""The year, its halves, quarters and months."""


@dataclass(frozen=True, slots=True)
class PlanSpan:
    """A period of a year; what ends in it belongs to it (meaning 19)."""

    year: int
    period: TaskPeriod = WHOLE_YEAR

    @property
    def from_on(self) -> date:
        """Its first day."""
        return self.period.first_on(self.year)

    @property
    def to_on(self) -> date:
        """Its last day."""
        return self.period.last_on(self.year)

    @property
    def name(self) -> str:
        """As titles say it: `quý III năm 2026`."""
        return Period(_KIND[self.period.recurrence], self.from_on, self.to_on).name


def span_of(period: Period) -> PlanSpan | None:
    """The part of a plan that a period of a report is.

    Returns:
        `None` where it is no month, quarter, half year or year.
    """
    year = period.from_on.year
    spans = (PlanSpan(year, one) for one in ALL_PERIODS)
    bounds = period.from_on, period.to_on
    return next((span for span in spans if (span.from_on, span.to_on) == bounds), None)


def named_span(from_on: date, to_on: date) -> str:
    """What two days are called: a month, quarter, half year or year where they bound one."""
    period = Period.of_range(from_on, to_on)
    span = span_of(period)
    return span.name if span else period.name
