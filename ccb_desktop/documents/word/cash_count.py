"""Minutes of counted cash as Word documents, one or many in a file."""

from collections.abc import Sequence
from pathlib import Path

from ccb_desktop.documents.layout import room_mm
from ccb_desktop.documents.word.blocks import blocks
from ccb_desktop.documents.word.forms import NEW_PAGE
from ccb_desktop.documents.word.head import letterhead, place_and_date, signs, subtitle, title
from ccb_desktop.documents.word.markup import paragraph
from ccb_desktop.documents.word.package import WordFile, section, write_word
from ccb_desktop.documents.word.tables import bare_table
from ccb_desktop.domain.fund_papers.cash_count import CountPaper


def write_cash_counts(papers: Sequence[CountPaper], target: Path) -> Path:
    """Write minutes, each on a page of its own, read the file back, and put it in place.

    Args:
        papers: At least one.
        target: The file to write; its absolute path is given.

    Raises:
        FileInUse, DiskFull, ReadOnly, NotFound: As `safe_write.replacing`.
    """
    room = room_mm(landscape=False)
    head = papers[0].letterhead
    body = NEW_PAGE.join(_page(paper, room) for paper in papers) + section(landscape=False)
    return write_word(WordFile(body, papers[0].title, head.issuer, head.practice), target)


def _page(paper: CountPaper, room: float) -> str:
    above = letterhead(paper.letterhead, room) + title([paper.title], room)
    dated = bare_table(
        (room / 2, room / 2), [[paragraph("", keep=True), place_and_date(paper.letterhead)]]
    )
    foot = dated + signs(paper.signs, room, size=12, room_pt=60)
    return above + subtitle(paper.subtitle) + blocks(paper.body, room, signed=True) + foot
