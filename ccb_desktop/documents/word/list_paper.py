"""Books and lists as Word documents."""

from pathlib import Path

from ccb_desktop.documents.layout import room_mm
from ccb_desktop.documents.word.blocks import titled_table
from ccb_desktop.documents.word.head import letterhead, list_foot, subtitle, title
from ccb_desktop.documents.word.package import WordFile, section, write_word
from ccb_desktop.domain.papers import ListPaper


def write_list_word(paper: ListPaper, target: Path) -> Path:
    """Write a book or list, read it back, and put it in place; gives its absolute path.

    Raises:
        FileInUse, DiskFull, ReadOnly, NotFound: As `safe_write.replacing`.
    """
    room = room_mm(landscape=paper.landscape)
    body = [letterhead(paper.letterhead, room), title([paper.title], room)]
    if paper.subtitle:
        body.append(subtitle(paper.subtitle))
    *others, last = paper.tables
    body += [titled_table(table, room) for table in others]
    body.append(titled_table(last, room, signed=bool(paper.signatures)))
    body.append(list_foot(paper.letterhead, paper.signatures, room))
    body.append(section(landscape=paper.landscape))
    head = paper.letterhead
    file = WordFile("".join(body), paper.title, head.issuer, head.practice)
    return write_word(file, target)
