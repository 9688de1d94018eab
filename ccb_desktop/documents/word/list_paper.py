"""Books and lists as Word documents."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from ccb_desktop.documents.layout import room_mm
from ccb_desktop.documents.word.blocks import titled_pieces
from ccb_desktop.documents.word.forms import NEW_PAGE
from ccb_desktop.documents.word.head import letterhead, list_foot, subtitle, title
from ccb_desktop.documents.word.package import WordFile, section, write_word
from ccb_desktop.domain.papers import ListPaper, PaperTable


def write_list_word(paper: ListPaper, target: Path) -> Path:
    """Write a book or list, read it back, and put it in place; gives its absolute path.

    Raises:
        FileInUse, DiskFull, ReadOnly, NotFound: As `safe_write.replacing`.
    """
    head = paper.letterhead
    return write_word(WordFile(_body(paper), paper.title, head.issuer, head.practice), target)


def _body(paper: ListPaper) -> Iterator[str]:
    """The pages in pieces; tables that are papers of their own begin a page each."""
    parts = [(table,) for table in paper.tables] if paper.apart else [paper.tables]
    for place, tables in enumerate(parts):
        if place:
            yield NEW_PAGE
        yield from _list(paper, tables)
    yield section(landscape=paper.landscape)


def _list(paper: ListPaper, tables: Sequence[PaperTable]) -> Iterator[str]:
    """Some tables between the head and the signatures."""
    room = room_mm(landscape=paper.landscape)
    *others, last = tables
    yield letterhead(paper.letterhead, room)
    yield title([paper.title], room)
    if paper.subtitle:
        yield subtitle(paper.subtitle)
    for table in others:
        yield from titled_pieces(table, room)
    yield from titled_pieces(last, room, signed=bool(paper.signatures))
    yield list_foot(paper.letterhead, paper.signatures, room)
