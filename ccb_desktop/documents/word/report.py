"""The periodic report as a Word document, its annexes on landscape pages behind it."""

from datetime import datetime
from pathlib import Path

from ccb_desktop.documents.layout import room_mm, subject_in_lines
from ccb_desktop.documents.word.blocks import blocks, charts_of, note, titled_table
from ccb_desktop.documents.word.head import (
    TITLE_SIZE,
    addressees,
    foot,
    letterhead,
    subtitle,
    title,
)
from ccb_desktop.documents.word.package import WordFile, section, word_bytes, write_word
from ccb_desktop.domain.papers import Annex, ReportPaper


def write_report(paper: ReportPaper, target: Path) -> Path:
    """Write a report, read it back, and put it in place; gives its absolute path.

    Raises:
        FileInUse, DiskFull, ReadOnly, NotFound: As `safe_write.replacing`.
    """
    return write_word(_file(paper), target)


def report_bytes(paper: ReportPaper, made_at: datetime) -> bytes:
    """The same file as bytes, told to be made at a moment with its time zone."""
    return word_bytes(_file(paper, made_at))


def _file(paper: ReportPaper, made_at: datetime | None = None) -> WordFile:
    head, room = paper.letterhead, room_mm(landscape=False)
    subject = subject_in_lines(paper.subject, room, TITLE_SIZE)
    body = [
        letterhead(head, room),
        title([paper.kind, subject], room, under=True),
        addressees(paper.addressees) if paper.addressees else "",
        blocks(paper.body, room, signed=True),
        foot(paper.signature, paper.recipients, room),
    ]
    if paper.annexes:
        body.append(section(landscape=False, ends=False))
        body += [_annex(paper, annex, first=annex is paper.annexes[0]) for annex in paper.annexes]
    body.append(section(landscape=bool(paper.annexes), numbered_from_first=bool(paper.annexes)))
    told = f"{paper.kind} {paper.subject}"
    return WordFile(
        "".join(body),
        told,
        head.issuer,
        head.practice,
        made_at=made_at,
        charts=tuple(charts_of(paper.body)),
    )


def _annex(paper: ReportPaper, annex: Annex, *, first: bool) -> str:
    """One annex on a page of its own; nothing under its table, however long, stands alone."""
    room = room_mm(landscape=True)
    parts = [
        title(annex.titles, room, new_page=not first),
        subtitle(paper.belonging),
        subtitle(paper.subtitle) if paper.subtitle else "",
        *(note(sentence, keep=True) for sentence in annex.legend),
        *(titled_table(table, room, signed=bool(annex.notes)) for table in annex.tables),
        *(note(sentence) for sentence in annex.notes),
    ]
    return "".join(parts)
