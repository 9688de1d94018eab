"""Checklists of units: read, printed for the pen, written as Excel forms that come back."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ccb_desktop.data import settings
from ccb_desktop.data.store import Store
from ccb_desktop.data.tasks import assignments, plan
from ccb_desktop.data.tasks.checklists import mark_of_books
from ccb_desktop.documents.excel.checklist import write_checklist
from ccb_desktop.documents.safe_write import make_folder
from ccb_desktop.documents.word.list_paper import write_list_word
from ccb_desktop.domain.branch import Branch
from ccb_desktop.domain.errors import Invalid, NotFound
from ccb_desktop.domain.long_jobs import Tell, tell_nobody
from ccb_desktop.domain.papers import file_name
from ccb_desktop.domain.task_papers.checklist_form import checklist_form, names_of
from ccb_desktop.domain.task_papers.checklist_paper import LABEL, checklist_paper
from ccb_desktop.domain.tasks.checklists import Checklist, checklists_of
from ccb_desktop.domain.tasks.spans import PlanSpan
from ccb_desktop.operations.personal_exports import leaving

Key = tuple[int | None, int | None]
"""Unit and member, as `matrix.Recipient.key`."""


@dataclass(frozen=True, slots=True)
class Checklists:
    """What was read.

    Attributes:
        years: Those that have a plan, the newest first.
        found: Those of the period, units in their order.
        branch: Whose they are.
        mark: Tells these books from others.
    """

    years: tuple[int, ...]
    found: tuple[Checklist, ...]
    branch: Branch
    mark: str


def load_checklists(store: Store, span: PlanSpan, on: date) -> Checklists:
    """The checklists of a period, with the names borne on a day."""
    with store.reading() as session:
        lines = assignments.list_lines(session, on, span.year)
        return Checklists(
            years=tuple(plan.list_years(session)),
            found=tuple(checklists_of(lines, span)),
            branch=settings.load_branch(session),
            mark=mark_of_books(session),
        )


def write_word(
    store: Store, span: PlanSpan, keys: Collection[Key] | None, on: date, out: Path
) -> Path:
    """Write the checklists of some units into one Word file, each on pages of its own.

    Args:
        store: The books.
        span: The period.
        keys: Whose; of all who have work in it where `None`.
        on: The date of the paper.
        out: The `.docx` file; its absolute path is given.

    Raises:
        NotFound: None of them has work in the period.
        Invalid: The file is no `.docx`.
        FileInUse, DiskFull, ReadOnly: The file cannot be written; an old one is as it was.
    """
    if out.suffix.lower() != ".docx":
        raise Invalid({"out": "Tên tệp phải có đuôi .docx (Word)."})
    read = load_checklists(store, span, on)
    paper = checklist_paper(read.branch, _chosen(read, span, keys), on)
    with leaving(store, out, LABEL):
        return write_list_word(paper, out)


def write_excel(
    store: Store,
    span: PlanSpan,
    keys: Collection[Key] | None,
    on: date,
    folder: Path,
    progress: Tell = tell_nobody,
) -> list[Path]:
    """Write the checklist of each of some units as an Excel form; gives their absolute paths.

    Args:
        store: The books.
        span: The period.
        keys: Whose; of all who have work in it where `None`.
        on: The day whose results they say.
        folder: Where they are written; it is made where it is missing.
        progress: Told after each file.

    Raises:
        NotFound: None of them has work in the period, or the folder's place is away.
        FileInUse, DiskFull, ReadOnly: A file cannot be written; those before it are whole.
    """
    read = load_checklists(store, span, on)
    chosen = _chosen(read, span, keys)
    make_folder(folder)
    written: list[Path] = []
    names = names_of(read.branch, chosen, on, "xlsx")
    for one, name in zip(chosen, names, strict=True):
        progress(len(written), len(chosen), name)
        form = checklist_form(read.branch, one, read.mark, on)
        with leaving(store, folder / name, LABEL):
            written.append(write_checklist(form, folder / name))
    return written


def suggested_name(store: Store, span: PlanSpan, on: date) -> str:
    """A file name in ASCII: `Phieu-viec-quy-III-nam-2026_Phuong-An-Lac_2026-07-01.docx`."""
    with store.reading() as session:
        branch = settings.load_branch(session)
    return file_name(f"{LABEL} {span.name}", branch, on, "docx")


def _chosen(read: Checklists, span: PlanSpan, keys: Collection[Key] | None) -> Sequence[Checklist]:
    chosen = [one for one in read.found if keys is None or one.recipient.key in keys]
    if not chosen:
        raise NotFound(
            f"Không có việc nào phải làm trong {span.name} để ghi vào phiếu. Chọn kỳ khác, hoặc "
            "giao việc cho đơn vị ở trang Nhiệm vụ, thẻ Kế hoạch năm."
        )
    return chosen
