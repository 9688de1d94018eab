"""The kinds of periodic reports, and what each is called."""

from datetime import date, timedelta
from enum import StrEnum

from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.periods import Period, PeriodKind


class ReportKind(StrEnum):
    """What a report reports on; the values are those of the command line."""

    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half-year"
    YEAR = "year"
    HALF_TERM = "half-term"
    TERM = "term"
    RANGE = "range"

    @property
    def compares_years(self) -> bool:
        """Whether it lays the years beside each other in a table."""
        return self in (ReportKind.TERM, ReportKind.HALF_TERM)


KIND_LABEL = {
    ReportKind.MONTH: "Báo cáo tháng",
    ReportKind.QUARTER: "Báo cáo quý",
    ReportKind.HALF_YEAR: "Báo cáo 6 tháng",
    ReportKind.YEAR: "Báo cáo năm",
    ReportKind.HALF_TERM: "Báo cáo giữa nhiệm kỳ",
    ReportKind.TERM: "Báo cáo nhiệm kỳ (đại hội)",
    ReportKind.RANGE: "Báo cáo theo khoảng thời gian",
}

_EXAMPLE = {
    ReportKind.MONTH: "một tháng, ví dụ 2026-03",
    ReportKind.QUARTER: "một quý, ví dụ 2026-Q2",
    ReportKind.HALF_YEAR: "6 tháng đầu hoặc cuối năm, ví dụ 2026-H1",
    ReportKind.YEAR: "một năm, ví dụ 2026",
    ReportKind.HALF_TERM: "từ ngày đến ngày, ví dụ 2017-06-01..2020-06-30",
    ReportKind.TERM: "một nhiệm kỳ, ví dụ 2025/2030",
}


def period_for(kind: ReportKind, period: Period) -> Period:
    """The period as a report of that kind calls it.

    Half term and term may be given as the days they are; a range may be any period.

    Raises:
        Invalid: The period is none of that kind; field `period`.
    """
    wanted = PeriodKind(kind.name)
    if period.kind is wanted:
        return period
    if kind is ReportKind.RANGE:
        return Period.of_range(period.from_on, period.to_on)
    if kind is ReportKind.HALF_TERM:
        return period.as_half_term()
    if kind is ReportKind.TERM and period.kind is PeriodKind.RANGE:
        return Period(PeriodKind.TERM, period.from_on, period.to_on)
    raise Invalid(
        {"period": f"{KIND_LABEL[kind]} cần kỳ là {_EXAMPLE[kind]}; đã ghi {period.name}."}
    )


def subject_of(period: Period) -> str:
    """What the report is about, as it stands under `BÁO CÁO`."""
    return f"Kết quả công tác Hội {name_of(period)}, phương hướng nhiệm vụ {next_name_of(period)}"


def name_of(period: Period) -> str:
    """The period as a sentence of the report names it."""
    if period.kind is PeriodKind.HALF_TERM:
        first, last = period.from_on, period.to_on
        return f"giữa nhiệm kỳ (tháng {first.month}/{first.year} - tháng {last.month}/{last.year})"
    months = _first_months(period)
    return f"{months} tháng đầu năm {period.to_on.year}" if months else period.name


def next_name_of(period: Period) -> str:
    """The time for which the report plans."""
    if period.kind is PeriodKind.HALF_TERM:
        return "đến hết nhiệm kỳ"
    if period.kind is not PeriodKind.RANGE:
        return period.following().name
    months = _first_months(period)
    return f"{12 - months} tháng cuối năm {period.to_on.year}" if months else "thời gian tới"


def _first_months(period: Period) -> int:
    """How many months a range has that is a part of its year from 1 January on, else 0.

    So officers report on nine months, for which there is no kind of its own.
    """
    end = period.to_on + timedelta(days=1)
    whole = period.kind is PeriodKind.RANGE and period.from_on == date(period.to_on.year, 1, 1)
    return end.month - 1 if whole and end.day == 1 and end.month > 2 else 0


def same_before_label(period: Period, cut_off: date | None = None) -> str:
    """What the same period before is called beside a figure; empty where none is compared.

    A year that is reported on before it ends is held against the same months of the year before.
    """
    if period.from_on.year != period.to_on.year:
        return ""
    is_whole = period.kind is PeriodKind.YEAR and cut_off in (None, period.to_on)
    return "năm trước" if is_whole else "cùng kỳ năm trước"
