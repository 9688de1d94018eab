"""Frozen reports in the store, and the vouchers that stand behind their figures of money."""

from dataclasses import replace
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from ccb_desktop.data import rows
from ccb_desktop.data.tables import (
    DocumentRow,
    FrozenReportRow,
    FundRow,
    LedgerEntryRow,
    SubmissionRow,
    VoucherRow,
)
from ccb_desktop.domain.figures.values import FigureRecord
from ccb_desktop.domain.funds.vouchers import number_text
from ccb_desktop.domain.printing import number
from ccb_desktop.domain.register.documents import Document, DocumentState
from ccb_desktop.domain.reports.frozen import FrozenLine, FrozenReport
from ccb_desktop.domain.reports.frozen_content import FrozenVoucher
from ccb_desktop.domain.reports.kinds import ReportKind

_GONE = "Báo cáo đã chốt này không còn trong sổ. Hãy mở lại danh sách."


def list_frozen(session: Session) -> list[FrozenLine]:
    """Every frozen report with its number and how often it was sent, the latest first."""
    symbols = dict(session.execute(select(DocumentRow.id, DocumentRow.symbol)).all())
    sent = dict(
        session.execute(
            select(SubmissionRow.frozen_report_id, func.count()).group_by(
                SubmissionRow.frozen_report_id
            )
        ).all()
    )
    query = select(FrozenReportRow).order_by(FrozenReportRow.id.desc())
    return [
        FrozenLine(
            report=_report(row),
            symbol=symbols.get(row.document_id or 0, ""),
            sent=sent.get(row.id, 0),
        )
        for row in session.scalars(query)
    ]


def load_frozen(session: Session, report_id: int) -> FrozenReport:
    """One frozen report.

    Raises:
        NotFound: It is not there any more.
    """
    return _typed(rows.load_value(session, FrozenReportRow, FrozenReport, report_id, _GONE))


def find_document(session: Session, kind: ReportKind, period: str) -> Document | None:
    """The document of the latest frozen report of a period that has a number, unless void."""
    report, document = FrozenReportRow, DocumentRow
    query = (
        select(document.__table__)
        .join(report.__table__, report.document_id == document.id)
        .where(report.report_kind == kind, report.period == period)
        .where(document.state != DocumentState.CANCELLED)
        .order_by(report.id.desc())
        .limit(1)
    )
    return next(iter(rows.list_values(session, Document, query)), None)


def save_frozen(session: Session, report: FrozenReport) -> int:
    """Insert or overwrite a frozen report; gives the id."""
    return rows.save(session, FrozenReportRow, report)


def list_vouchers_until(session: Session, last: date) -> list[FrozenVoucher]:
    """What each posted voucher did to each fund up to a day, in the order of the books."""
    entry, voucher = LedgerEntryRow, VoucherRow
    query = (
        select(
            *(voucher.id, voucher.kind, voucher.issued_on, voucher.number, voucher.content),
            *(FundRow.id, FundRow.name, func.sum(entry.amount_dong)),
        )
        .join(entry, entry.voucher_id == voucher.id)
        .join(FundRow, FundRow.id == entry.fund_id)
        .where(entry.happened_on <= last)
        .group_by(voucher.id, FundRow.id)
        .order_by(voucher.issued_on, voucher.id, FundRow.id)
    )
    found = []
    for own, kind, on, place, content, fund_id, fund, dong in session.execute(query):
        printed = number_text(kind, on.year, place) if place is not None else ""
        sign = "+" if dong > 0 else ""
        label = f"{printed}, {fund}, {content}: {sign}{number(dong)} đồng"
        record = FigureRecord("voucher", str(own), label.removeprefix(", "), on)
        found.append(FrozenVoucher(record, str(fund_id)))
    return found


def _report(row: FrozenReportRow) -> FrozenReport:
    return _typed(rows.value_of(FrozenReport, row))


def _typed(report: FrozenReport) -> FrozenReport:
    return replace(report, report_kind=ReportKind(report.report_kind))
