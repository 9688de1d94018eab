"""Books and lists as Excel workbooks: one sheet for each of their tables."""

from pathlib import Path

from ccb_desktop.documents.excel.sheet_layout import SheetForm
from ccb_desktop.documents.excel.sheets import write_sheets
from ccb_desktop.domain.papers import ListPaper, PaperTable


def write_list_excel(paper: ListPaper, target: Path) -> Path:
    """Write a book or list, read it back, and put it in place; gives its absolute path.

    Raises:
        FileInUse, DiskFull, ReadOnly, NotFound: As `safe_write.replacing`.
    """
    first, *others = paper.tables
    forms = [
        SheetForm(
            name=paper.title,
            letterhead=paper.letterhead,
            titles=tuple(title for title in (paper.title, first.title) if title),
            subtitle=paper.subtitle,
            table=first,
            signatures=paper.signatures,
            landscape=paper.landscape,
        )
    ]
    forms += [_further(paper, table) for table in others]
    return write_sheets(forms, paper.title, target)


def _further(paper: ListPaper, table: PaperTable) -> SheetForm:
    """A table after the first; the time that its own title names takes the list's place."""
    title, _, time = table.title.partition(". ")
    return SheetForm(
        name=title,
        letterhead=paper.letterhead,
        titles=(title,),
        subtitle=time or paper.subtitle,
        table=table,
        signatures=paper.signatures,
        landscape=paper.landscape,
    )
