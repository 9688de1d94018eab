"""What the report desk shows: the draft, what the officer typed, what he typed last time."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from ccb_desktop.domain.periods import Period
from ccb_desktop.domain.reports.kinds import ReportKind
from ccb_desktop.domain.reports.report import PeriodicReport
from ccb_desktop.operations import reports
from ccb_desktop.operations.branch import Store


@dataclass(frozen=True, slots=True)
class DeskReport:
    """One report as it lies on the desk.

    Attributes:
        typed: Own texts by section, targets and estimates by their keys.
        earlier: What the last report of this kind said in each section.
    """

    report: PeriodicReport
    typed: Mapping[str, str]
    earlier: Mapping[str, str]


def read_desk_report(
    store: Store, kind: ReportKind, period: Period, cut_off: date | None
) -> DeskReport:
    """Work out a report with everything that was typed into it; errors as `draft_report`."""
    return DeskReport(
        report=reports.draft_report(store, kind, period, cut_off),
        typed=reports.load_report_texts(store, kind, period),
        earlier=reports.earlier_texts(store, kind, period),
    )
