"""What a table on the screen shows, as a bare Excel sheet."""

from pathlib import Path

from ccb_desktop.documents.excel.sheet_layout import SheetForm
from ccb_desktop.documents.excel.sheets import write_sheets
from ccb_desktop.domain.papers import PaperTable


def write_table_excel(title: str, table: PaperTable, target: Path) -> Path:
    """Write a table under its title, read it back, and put it in place; gives its path.

    Raises:
        FileInUse, DiskFull, ReadOnly, NotFound: As `safe_write.replacing`.
    """
    form = SheetForm(name=title, titles=(title,), subtitle=table.title, table=table)
    return write_sheets([form], title, target)
