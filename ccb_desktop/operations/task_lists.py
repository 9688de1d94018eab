"""What the books and lists of the yearly plan read, by their names on the command line."""

from collections.abc import Callable, Mapping
from datetime import date

from ccb_desktop.data.store import Session
from ccb_desktop.data.tasks import assignments, commitments
from ccb_desktop.domain.member_papers.order import ListSource
from ccb_desktop.domain.papers import ListPaper
from ccb_desktop.domain.task_papers.commitment_forms import commitment_list
from ccb_desktop.domain.task_papers.overlap_list import overlap_list
from ccb_desktop.domain.task_papers.task_book import overdue_list, task_book
from ccb_desktop.domain.task_papers.task_matrix import matrix_paper
from ccb_desktop.domain.task_papers.task_review import task_review
from ccb_desktop.domain.tasks.lines import TaskLine
from ccb_desktop.domain.tasks.matrix import matrix_of, within
from ccb_desktop.domain.tasks.overlaps import overlaps
from ccb_desktop.domain.tasks.spans import named_span
from ccb_desktop.operations.tasks.overlaps import settled_keys


def _lines(session: Session, source: ListSource) -> list[TaskLine]:
    return assignments.list_lines(session, source.order.on)


def _matrix(session: Session, source: ListSource) -> ListPaper:
    """What ends within the days asked for; without a first day, within the year."""
    order = source.order
    last = order.on if order.from_on is not None else date(order.on.year, 12, 31)
    some = within(_lines(session, source), order.begins_on, last)
    found = matrix_of(some, order.on, source.branch.task_soon_days)
    return matrix_paper(source, found, named_span(order.begins_on, last))


def _commitments(session: Session, source: ListSource) -> ListPaper:
    on = source.order.on
    return commitment_list(source, on.year, commitments.list_lines(session, on.year, on))


def _overlaps(session: Session, source: ListSource) -> ListPaper:
    return overlap_list(source, overlaps(_lines(session, source), settled_keys(session)))


MAKERS: Mapping[str, Callable[[Session, ListSource], ListPaper]] = {
    "tasks": lambda session, source: task_book(source, _lines(session, source)),
    "tasks-overdue": lambda session, source: overdue_list(source, _lines(session, source)),
    "task-matrix": _matrix,
    "task-review": lambda session, source: task_review(source, _lines(session, source)),
    "overlaps": _overlaps,
    "commitments": _commitments,
}
"""Name of a list → what reads it."""
