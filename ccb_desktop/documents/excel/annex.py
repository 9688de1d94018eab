"""The annex workbook of a periodic report: a sheet for each table of each annex."""

from collections.abc import Iterator
from pathlib import Path

from ccb_desktop.documents.excel.sheet_layout import SheetForm
from ccb_desktop.documents.excel.sheets import write_sheets
from ccb_desktop.domain.papers import Annex, ReportPaper


def write_annex(paper: ReportPaper, target: Path) -> Path:
    """Write the annexes of a report, read them back, and put the workbook in place.

    Returns:
        Its absolute path.

    Raises:
        FileInUse, DiskFull, ReadOnly, NotFound: As `safe_write.replacing`.
    """
    forms = [form for annex in paper.annexes for form in _forms(paper, annex)]
    return write_sheets(forms, f"Phụ lục: {paper.subject}", target)


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
