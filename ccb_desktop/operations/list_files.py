"""Writes a list as an Excel or Word file, by the ending of its name."""

from collections.abc import Callable
from pathlib import Path

from ccb_desktop.data.store import Store
from ccb_desktop.documents.excel.styled_list import write_list_excel
from ccb_desktop.documents.word.list_paper import write_list_word
from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.papers import ListPaper
from ccb_desktop.domain.personal_data.exports import count_people
from ccb_desktop.operations.personal_exports import leaving


def write_paper(store: Store, paper: ListPaper, out: Path, *, masked: bool = True) -> Path:
    """Write a book or list, read it back, and put it in place.

    Args:
        store: The books.
        paper: What it says.
        out: The file.
        masked: Whether CCCD and phone numbers in it are masked, or there are none.

    Raises:
        Invalid: The name ends neither in `.xlsx` nor in `.docx`.
        FileInUse, DiskFull, ReadOnly: The file cannot be written; an old one is as it was.
    """
    write = writer_of(out)
    with leaving(store, out, paper.title, people=count_people(paper), masked=masked):
        return write(paper, out)


def writer_of(out: Path) -> Callable[[ListPaper, Path], Path]:
    """What writes a list into a file of that name.

    Raises:
        Invalid: It ends neither in `.xlsx` nor in `.docx`.
    """
    writers = {".xlsx": write_list_excel, ".docx": write_list_word}
    if out.suffix.lower() not in writers:
        raise Invalid({"out": "Tên tệp phải có đuôi .xlsx (Excel) hoặc .docx (Word)."})
    return writers[out.suffix.lower()]
