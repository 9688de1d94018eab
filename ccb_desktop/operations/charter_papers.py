"""Lists of the charter watch as Excel and Word files."""

from datetime import date
from pathlib import Path

from ccb_desktop.data import settings
from ccb_desktop.data.store import Session, Store
from ccb_desktop.domain.charter_watch.striking_off import STRIKING_OFF
from ccb_desktop.domain.member_papers import charter_lists
from ccb_desktop.domain.member_papers.order import ListOrder, ListSource
from ccb_desktop.domain.papers import ListPaper, file_name
from ccb_desktop.operations.charter_watch import watch_in
from ccb_desktop.operations.list_files import write_paper


def charter_list(session: Session, source: ListSource) -> ListPaper:
    """Everything that is found on the day of the list."""
    return charter_lists.charter_list(source, watch_in(session, source.order.on))


def strike_off_list(session: Session, source: ListSource) -> ListPaper:
    """Candidates for striking off, or why there can be none."""
    found = watch_in(session, source.order.on)
    return charter_lists.rule_list(source, found.of(STRIKING_OFF.id))


def write_rule_list(store: Store, rule_id: str, on: date, out: Path) -> Path:
    """Write what one rule finds as `.xlsx` or `.docx`, by the ending of the file.

    Raises:
        Invalid: Another ending.
        FileInUse, DiskFull, ReadOnly: The file cannot be written; an old one is as it was.
    """
    with store.reading() as session:
        source = ListSource(
            order=ListOrder(name=rule_id, on=on), branch=settings.load_branch(session)
        )
        paper = charter_lists.rule_list(source, watch_in(session, on).of(rule_id))
    return write_paper(store, paper, out)


def suggested_name(store: Store, rule_id: str, on: date, ending: str) -> str:
    """A file name in ASCII: `Dieu-le-le-ket-nap_Phuong-An-Lac_2026-06-30.xlsx`."""
    with store.reading() as session:
        branch = settings.load_branch(session)
        label = watch_in(session, on).of(rule_id).rule.label
    return file_name(f"Điều lệ {label}", branch, on, ending)
