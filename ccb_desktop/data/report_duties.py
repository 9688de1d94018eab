"""The calendar of reports in the store, and which reports were handed up."""

from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from ccb_desktop.data import rows
from ccb_desktop.data.tables import FrozenReportRow, ReportDutyRow, SubmissionRow
from ccb_desktop.domain.reports.duties import ReportDuty
from ccb_desktop.domain.reports.kinds import ReportKind


def list_duties(session: Session) -> list[ReportDuty]:
    """What the branch has entered; nothing where it keeps to what is usual."""
    query = select(ReportDutyRow.__table__).order_by(ReportDutyRow.id)
    found = rows.list_values(session, ReportDuty, query)
    return [replace(one, report_kind=ReportKind(one.report_kind)) for one in found]


def save_duty(session: Session, duty: ReportDuty) -> int:
    """Insert or overwrite a duty; gives the id."""
    return rows.save(session, ReportDutyRow, duty)


def list_frozen_periods(session: Session) -> set[tuple[str, str]]:
    """Kind and period of every frozen report."""
    row = FrozenReportRow
    found = session.execute(select(row.report_kind, row.period).distinct())
    return {(kind, period) for kind, period in found}


def list_sent_periods(session: Session) -> set[tuple[str, str]]:
    """Kind and period of every frozen report that was sent."""
    row = FrozenReportRow
    query = select(row.report_kind, row.period).join(
        SubmissionRow, SubmissionRow.frozen_report_id == row.id
    )
    return {(kind, period) for kind, period in session.execute(query.distinct())}
