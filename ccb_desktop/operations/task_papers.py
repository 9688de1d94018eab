"""Papers of a period of the plan: the matrix and the review, as Word or Excel files."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ccb_desktop.data import settings
from ccb_desktop.data.store import Store
from ccb_desktop.data.tasks import assignments
from ccb_desktop.domain.member_papers.order import ListOrder, ListSource
from ccb_desktop.domain.papers import ListPaper, file_name
from ccb_desktop.domain.task_papers.task_matrix import matrix_paper
from ccb_desktop.domain.task_papers.task_review import review_paper
from ccb_desktop.domain.tasks.matrix import Matrix, matrix_of, within
from ccb_desktop.domain.tasks.spans import PlanSpan
from ccb_desktop.operations.list_files import write_paper

MATRIX, REVIEW = "task-matrix", "task-review"
"""Names of the papers."""


@dataclass(frozen=True, slots=True)
class SpanPaper:
    """One kind of paper of a period."""

    label: str
    make: Callable[[ListSource, Matrix, str], ListPaper]


SPAN_PAPERS: Mapping[str, SpanPaper] = {
    MATRIX: SpanPaper("Theo dõi nhiệm vụ", matrix_paper),
    REVIEW: SpanPaper("Kết quả thực hiện nhiệm vụ", review_paper),
}
"""Name → paper."""


def write_span_paper(store: Store, name: str, span: PlanSpan, on: date, out: Path) -> Path:
    """Write what ends within a period, as it stands on a day, by the ending of the file.

    Raises:
        Invalid: The name ends neither in `.xlsx` nor in `.docx`.
        FileInUse, DiskFull, ReadOnly: The file cannot be written; an old one is as it was.
    """
    with store.reading() as session:
        branch = settings.load_branch(session)
        lines = assignments.list_lines(session, on)
    source = ListSource(order=ListOrder(name=name, on=on, from_on=span.from_on), branch=branch)
    some = within(lines, span.from_on, span.to_on)
    found = matrix_of(some, on, branch.task_soon_days)
    return write_paper(store, SPAN_PAPERS[name].make(source, found, span.name), out)


def suggested_name(store: Store, name: str, span: PlanSpan, ending: str) -> str:
    """A file name in ASCII: `Theo-doi-nhiem-vu-quy-III-nam-2026_Phuong-An-Lac_….xlsx`."""
    with store.reading() as session:
        branch = settings.load_branch(session)
    return file_name(f"{SPAN_PAPERS[name].label} {span.name}", branch, date.today(), ending)
