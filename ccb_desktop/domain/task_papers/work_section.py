"""The tasks and commitments of a person in his file, as tables."""

from collections.abc import Iterator, Sequence
from datetime import date

from ccb_desktop.domain.papers import CellKind, Column, PaperTable
from ccb_desktop.domain.task_papers.task_book import state_of
from ccb_desktop.domain.tasks.commitments import CommitmentLine
from ccb_desktop.domain.tasks.labels import FIELD, KEPT, LABELS
from ccb_desktop.domain.tasks.lines import TaskLine

_DATE, _NUMBER = CellKind.DATE, CellKind.NUMBER
_TASKS = (
    Column(FIELD["due_on"], 26, _DATE),
    Column(LABELS["task_items", "what"], 60),
    Column(FIELD["target"], 20, _NUMBER),
    Column(FIELD["amount"], 20, _NUMBER),
    Column(FIELD["measure"], 24),
    Column("Tình trạng", 34),
)
_COMMITMENTS = (
    Column("Năm", 16, CellKind.PLAIN),
    Column(LABELS["commitments", "content"], 90),
    Column(FIELD["signed_on"], 26, _DATE),
    Column(FIELD["kept"], 34),
)


def work_blocks(
    tasks: Sequence[TaskLine], signed: Sequence[CommitmentLine], on: date, soon_days: int
) -> list[PaperTable]:
    """A table for each of them that says something, the earliest first."""
    return list(_tables(tasks, signed, on, soon_days))


def _tables(
    tasks: Sequence[TaskLine], signed: Sequence[CommitmentLine], on: date, soon_days: int
) -> Iterator[PaperTable]:
    if tasks:
        rows = [
            (
                line.ends_on,
                line.item.what,
                line.assignment.target,
                line.result_by(on),
                line.item.measure,
                state_of(line, on, soon_days),
            )
            for line in reversed(tasks)
        ]
        yield PaperTable(columns=_TASKS, rows=rows, title="Việc được giao")
    if signed:
        told = [
            (one.year, one.content, one.signed_on, KEPT[one.kept])
            for one in (line.commitment for line in reversed(signed))
        ]
        yield PaperTable(columns=_COMMITMENTS, rows=told, title="Đăng ký thi đua")
