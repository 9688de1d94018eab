"""A report as it was handed up: frozen, so that it can be written again unchanged."""

from dataclasses import dataclass
from datetime import date, datetime

from ccb_desktop.domain.reports.kinds import ReportKind


@dataclass(frozen=True, slots=True, kw_only=True)
class FrozenReport:
    """One frozen report; its content and files are kept under their hashes, once each.

    Attributes:
        period: Code of its period: `2026-H1`.
        cut_off: Last day counted (rule 20).
        frozen_at: When it was frozen.
        subject: What stands under `BÁO CÁO`.
        document_id: Its place in the register of documents, once it has a number.
        content_sha256: Of its figures with the records behind them, its texts and its paper.
        word_name: Name of the Word file, as it was first written.
        word_sha256: Of the bytes of the Word file.
        excel_name: Name of the Excel annex.
        excel_sha256: Of its bytes.
    """

    id: int | None = None
    report_kind: ReportKind
    period: str
    from_on: date
    to_on: date
    cut_off: date
    frozen_at: datetime
    subject: str
    document_id: int | None = None
    content_sha256: str
    word_name: str
    word_sha256: str
    excel_name: str
    excel_sha256: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FrozenLine:
    """A frozen report in a list.

    Attributes:
        symbol: Its number in the register, `05/BC-CCB`; empty without one.
        sent: How often it was handed up.
    """

    report: FrozenReport
    symbol: str
    sent: int
