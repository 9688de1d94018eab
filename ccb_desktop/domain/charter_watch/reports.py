"""What exempt members report of themselves (rule 4)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.partial_dates import PartialDate


@dataclass(frozen=True, slots=True, kw_only=True)
class ExemptionReport:
    """One report of an exempt member to his chi hội."""

    id: int | None = None
    membership_id: int
    reported_on: PartialDate
    note: str = ""


def check_report_day(reported_on: PartialDate, today: date) -> None:
    """See that a report lies not in the future.

    Raises:
        Invalid: It does; `reported_on`.
    """
    if reported_on.first_day > today:
        raise Invalid({"reported_on": "Ngày báo cáo chưa đến; xem lại ngày đã ghi."})


def days_by_membership(
    reports: Iterable[ExemptionReport],
) -> Mapping[int, tuple[PartialDate, ...]]:
    """Membership → days of its reports."""
    found: dict[int, tuple[PartialDate, ...]] = {}
    for report in reports:
        found[report.membership_id] = (
            *found.get(report.membership_id, ()),
            report.reported_on,
        )
    return found
