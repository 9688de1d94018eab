"""The yearly plan as a Word file."""

from datetime import date
from pathlib import Path

from ccb_desktop.data import settings
from ccb_desktop.data.store import Store
from ccb_desktop.data.tasks import assignments, plan
from ccb_desktop.documents.word.report import write_report
from ccb_desktop.domain.errors import Invalid, NotFound
from ccb_desktop.domain.papers import file_name
from ccb_desktop.domain.task_papers.year_plan import LABEL, plan_paper
from ccb_desktop.operations.personal_exports import leaving
from ccb_desktop.operations.tasks.handing_out import day_within


def write_plan(store: Store, year: int, on: date, out: Path, number: int | None = None) -> Path:
    """Write the plan of a year with who does what behind it; gives the absolute path.

    Args:
        store: The books.
        year: The year of the plan.
        on: The date of the paper.
        out: The `.docx` file.
        number: In the register of documents; without it there is room for the pen.

    Raises:
        NotFound: The year has no plan.
        Invalid: The file is no `.docx`.
        FileInUse, DiskFull, ReadOnly: The file cannot be written; an old one is as it was.
    """
    if out.suffix.lower() != ".docx":
        raise Invalid({"out": "Tên tệp phải có đuôi .docx (Word)."})
    with store.reading() as session:
        branch = settings.load_branch(session)
        tasks = plan.list_key_tasks(session, year)
        items = plan.list_items(session, year)
        lines = assignments.list_lines(session, day_within(year), year)
    if not tasks:
        raise NotFound(
            f"Chưa có kế hoạch năm {year} để in. Ghi nhiệm vụ trọng tâm của năm ở trang Nhiệm vụ, "
            "thẻ Kế hoạch năm."
        )
    paper = plan_paper(branch, year, tasks, items, lines, on, number)
    with leaving(store, out, LABEL):
        return write_report(paper, out)


def suggested_name(store: Store, year: int, on: date) -> str:
    """A file name in ASCII: `Ke-hoach-nhiem-vu-trong-tam-2026_Phuong-An-Lac_2026-01-15.docx`."""
    with store.reading() as session:
        branch = settings.load_branch(session)
    return file_name(f"{LABEL} {year}", branch, on, "docx")
