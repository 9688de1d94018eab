"""Which reports the branch owes by its calendar."""

from dataclasses import dataclass

from ccb_desktop.domain.reports.kinds import ReportKind


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportDuty:
    """A report that is due again and again.

    Attributes:
        month_offset: From the last month of the period: 0 that month itself, as for the
            six-month report of early June; 1 the month after.
        day: Day of that month by which it must be handed up; the last one in short months.
        recipient: To whom.
    """

    id: int | None = None
    report_kind: ReportKind
    month_offset: int = 0
    day: int
    recipient: str = ""
    retired: bool = False
