"""The review of a period: what was reached by item and by unit, and what is still open."""

from collections.abc import Sequence
from datetime import date

from ccb_desktop.domain.member_papers.order import ListSource
from ccb_desktop.domain.papers import Band, CellKind, Column, ListPaper, PaperTable, Row
from ccb_desktop.domain.printing import percent, short_date
from ccb_desktop.domain.task_papers.task_book import state_of
from ccb_desktop.domain.tasks.assignments import TaskState
from ccb_desktop.domain.tasks.labels import FIELD, LABELS, TASK_STATE
from ccb_desktop.domain.tasks.lines import TaskLine
from ccb_desktop.domain.tasks.matrix import Matrix, Tally, matrix_of, within
from ccb_desktop.domain.tasks.spans import named_span

_NUMBER, _PLAIN, _DATE = CellKind.NUMBER, CellKind.PLAIN, CellKind.DATE
_STATES = (
    TaskState.DONE_LATE,
    TaskState.OVERDUE,
    TaskState.DUE_SOON,
    TaskState.RUNNING,
    TaskState.NOT_BEGUN,
)
_COUNTS = (
    Column("Giao", 16, _NUMBER, group="Số việc"),
    Column("Xong", 16, _NUMBER, group="Số việc"),
    Column("Trong đó muộn", 20, _NUMBER, group="Số việc"),
    *(Column(TASK_STATE[state], 20, _NUMBER, group="Số việc") for state in _STATES[1:]),
    Column("Tỷ lệ xong", 24, _PLAIN),
)
_ITEMS = (
    Column("STT", 11, _PLAIN),
    Column(LABELS["task_items", "what"], 70),
    *_COUNTS,
    Column("Giao", 19, _NUMBER, group=FIELD["target"]),
    Column("Đạt", 19, _NUMBER, group=FIELD["target"]),
    Column("Đơn vị tính", 22, group=FIELD["target"]),
    Column("Tỷ lệ", 22, _PLAIN, group=FIELD["target"]),
)
_UNITS = (
    Column("STT", 11, _PLAIN),
    Column(LABELS["assignments", "unit_id"], 60),
    *_COUNTS,
    Column("Việc còn lại", 90),
)
_OPEN = (
    Column("STT", 11, _PLAIN),
    Column(LABELS["assignments", "unit_id"], 40),
    Column(LABELS["task_items", "what"], 70),
    Column(FIELD["responsible"], 42),
    Column(FIELD["due_on"], 26, _DATE),
    Column("Còn thiếu", 34),
    Column("Tình trạng", 40),
)


def task_review(source: ListSource, lines: Sequence[TaskLine]) -> ListPaper:
    """What was reached of the assignments that end within the days asked for, as on the last."""
    order = source.order
    some = within(lines, order.begins_on, order.on)
    found = matrix_of(some, order.on, source.branch.task_soon_days)
    return review_paper(source, found, named_span(order.begins_on, order.on))


def review_paper(source: ListSource, found: Matrix, name: str) -> ListPaper:
    """The same of what a matrix holds.

    Args:
        source: The branch; the state is that of the day of its order.
        found: What belongs to the period.
        name: The period: `quý 3 năm 2026`.
    """
    told = f"Kết quả thực hiện nhiệm vụ {name}"
    tables = (_by_item(found), _by_unit(found), *_open(found))
    return source.paper(told.upper(), source.as_at, *tables)


def _by_item(found: Matrix) -> PaperTable:
    rows: list[Row | Band] = []
    titles = {line.item.id: line.key_task for line in found.lines}
    before = None
    for place, item in enumerate(found.items, 1):
        task = titles[item.id]
        if task.id != before:
            rows.append(Band(task.title))
            before = task.id
        of = found.tally(item=item)
        rows.append((place, item.what, *_counts(of), *_reached(of, item.measure)))
    whole: Row = (None, "Cộng", *_counts(found.tally()), *_NOTHING)
    return PaperTable(
        columns=_ITEMS,
        rows=rows,
        totals=(whole,) if rows else (),
        title="I. Theo nhiệm vụ, việc",
        note="Chỉ tiêu cộng của các việc có chỉ tiêu; mỗi việc một đơn vị tính nên không cộng dọc.",
    )


_NOTHING: Row = (None, None, "", "")


def _reached(of: Tally, measure: str) -> Row:
    if not of.target:
        return _NOTHING
    return of.target, of.result, measure, percent(of.result, of.target)


def _by_unit(found: Matrix) -> PaperTable:
    rows = [
        (place, who.name, *_counts(found.tally(who)), _left(found, found.lines_of(who)))
        for place, who in enumerate(found.recipients, 1)
    ]
    return PaperTable(columns=_UNITS, rows=rows, title="II. Theo đơn vị")


def _open(found: Matrix) -> tuple[PaperTable, ...]:
    """What is overdue first, then what was not begun or is on its way."""
    left = [line for line in found.lines if not line.is_done_by(found.on)]
    left.sort(key=lambda line: line.ends_on)
    rows = [
        (
            place,
            line.who,
            line.item.what,
            line.assignment.responsible,
            line.ends_on,
            _lacking(line, found.on),
            state_of(line, found.on, found.soon_days),
        )
        for place, line in enumerate(left, 1)
    ]
    return (PaperTable(columns=_OPEN, rows=rows, title="III. Việc chưa xong"),) if rows else ()


def _counts(of: Tally) -> Row:
    rate = percent(of.done, of.handed) if of.handed else ""
    return (of.handed, of.done, *(of.count(state) or None for state in _STATES), rate)


def _left(found: Matrix, lines: Sequence[TaskLine]) -> str:
    left = (line for line in lines if not line.is_done_by(found.on))
    return "; ".join(f"{line.item.what} (hạn {short_date(line.ends_on)})" for line in left)


def _lacking(line: TaskLine, on: date) -> str:
    target = line.assignment.target
    if target is None:
        return ""
    lack = target - (line.result_by(on) or 0)
    return f"{lack.normalize():f} {line.item.measure}" if lack > 0 else ""
