"""The list behind the receipt of a handing in, as an Excel or Word file."""

from pathlib import Path

from ccb_desktop.data import settings
from ccb_desktop.data.funds import dues
from ccb_desktop.data.store import Store
from ccb_desktop.domain.fund_papers.hand_in_paper import hand_in_paper
from ccb_desktop.domain.member_papers.order import ListOrder, ListSource
from ccb_desktop.domain.papers import file_name
from ccb_desktop.operations.funds.hand_ins import HandInLine
from ccb_desktop.operations.list_files import write_paper


def write_hand_in(store: Store, line: HandInLine, out: Path) -> Path:
    """Write who paid with a handing in as `.xlsx` or `.docx`, by the ending of the file.

    Raises:
        Invalid: Another ending.
        FileInUse, DiskFull, ReadOnly: The file cannot be written; an old one is as it was.
    """
    hand_in = line.hand_in
    with store.reading() as session:
        order = ListOrder(name="dues", on=hand_in.handed_on)
        source = ListSource(order=order, branch=settings.load_branch(session))
        payments = dues.list_payers_of(session, hand_in.id or 0)
        paper = hand_in_paper(source, hand_in, line.number, line.unit_name, payments)
    return write_paper(store, paper, out)


def suggested_name(store: Store, line: HandInLine, ending: str) -> str:
    """A file name in ASCII: `Hoi-phi-PT-2026-0001_Phuong-An-Lac_2026-03-15.docx`."""
    with store.reading() as session:
        branch = settings.load_branch(session)
    return file_name(f"Hội phí {line.number}", branch, line.hand_in.handed_on, ending)
