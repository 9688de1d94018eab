"""Papers as pages to look at: made into a folder of the program, read, and removed again."""

import contextlib
import secrets
import shutil
from collections.abc import Callable
from pathlib import Path

from ccb_desktop.data.store import Store
from ccb_desktop.documents.safe_write import make_folder, replacing
from ccb_desktop.documents.word.page_reading import reader
from ccb_desktop.domain.errors import BadFile, Invalid
from ccb_desktop.domain.pages.values import PaperText
from ccb_desktop.operations.left_overs import noting
from ccb_desktop.operations.personal_exports import log_export

Write = Callable[[Path], object]
"""Writes a paper to a `.docx` file, as `papers.write_list` does."""


Begun = reader.Begun
"""Gets the beginning of a long paper in the worker's thread, while the rest is read."""


def pages_of_file(path: Path, begun: Begun | None = None) -> PaperText:
    """What a Word file says, to be laid out on pages.

    Raises:
        BadFile: It is no Word file, or is spoilt.
        NotFound: It is not there, or cannot be read.
    """
    return reader.read_pages(path, begun)


def pages_of_content(content: bytes, name: str, begun: Begun | None = None) -> PaperText:
    """The same from the bytes of a file, such as a frozen report keeps; errors as above."""
    return reader.read_content(content, name, begun)


def pages_made(store: Store, write: Write, begun: Begun | None = None) -> PaperText:
    """The pages of the very file that would be written.

    It is written into the data folder and removed at once; after a crash the next start
    removes it.

    Args:
        store: The books.
        write: Writes the file; what it raises is raised.
        begun: Gets the beginning of a long one.

    Raises:
        BadFile: What was written is no Word file.
    """
    folder = store.folder.looked_at / secrets.token_hex(6)
    make_folder(folder)
    try:
        out = folder / "xem-truoc.docx"
        write(out)
        return reader.read_pages(out, begun)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        with contextlib.suppress(OSError):
            store.folder.looked_at.rmdir()


def write_pdf(
    store: Store, draw: Callable[[Path], object], out: Path, *, masked: bool = True
) -> Path:
    """Put a PDF in place; gives its absolute path.

    Args:
        store: The books.
        draw: Draws it into a file.
        out: The `.pdf` file.
        masked: Whether CCCD and phone numbers on its pages are masked, or there are none.

    Raises:
        Invalid: Another ending.
        BadFile: It could not be drawn.
        FileInUse, DiskFull, ReadOnly, NotFound: As `safe_write.replacing`.
    """
    if out.suffix.lower() != ".pdf":
        raise Invalid({"out": "Tên tệp phải có đuôi .pdf."})
    with noting(store.folder, out.parent), replacing(out, _check_pdf) as temporary:
        draw(temporary)
    log_export(store, out, "Trang đang xem, ghi thành PDF", masked=masked, hides_name=True)
    return out.absolute()


def log_printed(store: Store, *, masked: bool) -> None:
    """Enter pages that are sent to a printer into the log of exports."""
    log_export(store, None, "Trang đang xem, in ra giấy", masked=masked)


def _check_pdf(file: Path) -> None:
    """See that a PDF was written to its end."""
    content = file.read_bytes()
    if not content.startswith(b"%PDF-") or b"%%EOF" not in content[-1024:]:
        raise BadFile("Chưa ghi được tệp PDF. Số liệu và tệp cũ còn nguyên. Hãy làm lại.")
