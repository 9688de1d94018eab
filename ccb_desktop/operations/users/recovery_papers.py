"""Writes the page with the recovery code, before it is put into its envelopes."""

from datetime import date
from pathlib import Path

from ccb_desktop.data import settings
from ccb_desktop.data.store import Store
from ccb_desktop.documents.word.report import write_report
from ccb_desktop.domain.users.recovery_paper import recovery_paper


def write_recovery_paper(store: Store, code: str, on: date, out: Path) -> Path:
    """Write the page as a Word file; gives its absolute path.

    Raises:
        FileInUse, DiskFull, ReadOnly, NotFound: As `safe_write.replacing`.
    """
    with store.reading() as session:
        branch = settings.load_branch(session)
    return write_report(recovery_paper(branch, on, code), out)
