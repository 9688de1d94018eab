"""Books and lists as Word documents."""

from collections.abc import Sequence
from pathlib import Path

from ccb_desktop.documents.layout import room_mm
from ccb_desktop.documents.word.blocks import titled_table
from ccb_desktop.documents.word.forms import NEW_PAGE
from ccb_desktop.documents.word.head import letterhead, list_foot, subtitle, title
from ccb_desktop.documents.word.package import WordFile, section, write_word
from ccb_desktop.domain.papers import ListPaper, PaperTable


def write_list_word(paper: ListPaper, target: Path) -> Path:
    """Write a book or list, read it back, and put it in place; gives its absolute path.

    Raises:
        FileInUse, DiskFull, ReadOnly, NotFound: As `safe_write.replacing`.
    """
    parts = [(table,) for table in paper.tables] if paper.apart else [paper.tables]
    body = NEW_PAGE.join(_list(paper, tables) for tables in parts)
    body += section(landscape=paper.landscape)
    head = paper.letterhead
    return write_word(WordFile(body, paper.title, head.issuer, head.practice), target)


def _list(paper: ListPaper, tables: Sequence[PaperTable]) -> str:
    """Some tables between the head and the signatures."""
    room = room_mm(landscape=paper.landscape)
    *others, last = tables
    body = [
        letterhead(paper.letterhead, room),
        title([paper.title], room),
        subtitle(paper.subtitle) if paper.subtitle else "",
        *(titled_table(table, room) for table in others),
        titled_table(last, room, signed=bool(paper.signatures)),
        list_foot(paper.letterhead, paper.signatures, room),
    ]
    return "".join(body)
