"""The annex workbook of a periodic report: a sheet for each table of each annex."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from ccb_desktop.documents.excel.sheet_layout import SheetForm
from ccb_desktop.documents.excel.sheets import sheets_bytes, write_sheets
from ccb_desktop.domain.papers import Annex, ReportPaper


def write_annex(paper: ReportPaper, target: Path) -> Path:
    """Write the annexes of a report, read them back, and put the workbook in place.

    Returns:
        Its absolute path.

    Raises:
        FileInUse, DiskFull, ReadOnly, NotFound: As `safe_write.replacing`.
    """
    return write_sheets(_sheets(paper), _title(paper), target)


def annex_bytes(paper: ReportPaper, made_at: datetime) -> bytes:
    """The same workbook as bytes, told to be made at a moment with its time zone."""
    return sheets_bytes(_sheets(paper), _title(paper), made_at)


def _title(paper: ReportPaper) -> str:
    return f"Phụ lục: {paper.subject}"


def _sheets(paper: ReportPaper) -> list[SheetForm]:
    return [form for annex in paper.annexes for form in _forms(paper, annex)]


def _forms(paper: ReportPaper, annex: Annex) -> Iterator[SheetForm]:
    for table in annex.tables:
        yield SheetForm(
            name=annex.sheet,
            letterhead=paper.letterhead,
            titles=tuple(title for title in (*annex.titles, table.title) if title),
            subtitle=f"{paper.belonging}\n{paper.subtitle}".rstrip(),
            table=table,
            notes=(*annex.legend, *annex.notes),
            signatures=(paper.signature,),
        )
