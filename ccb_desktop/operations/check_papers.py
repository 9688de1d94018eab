"""Writes what a check of the books has found as a Word file."""

from datetime import datetime
from pathlib import Path

from ccb_desktop.data import seals, settings
from ccb_desktop.data.store import Store
from ccb_desktop.documents.word.report import write_report
from ccb_desktop.domain.fund_papers.cash_book import Anchor
from ccb_desktop.domain.reports.check_paper import check_paper
from ccb_desktop.operations.checking import Report
from ccb_desktop.operations.personal_exports import leaving


def write_check_paper(
    store: Store, found: Report, made_at: datetime, out: Path, *, deep: bool
) -> Path:
    """Write the result of a check with the last seal of the history.

    Raises:
        FileInUse, DiskFull, ReadOnly, NotFound: As `safe_write.replacing`.
    """
    with store.reading() as session:
        branch = settings.load_branch(session)
        anchor = Anchor(*seals.last_seal(session))
    with leaving(store, out, "Kết quả kiểm tra sổ sách"):
        return write_report(check_paper(branch, found, made_at, anchor.sentence, deep=deep), out)
