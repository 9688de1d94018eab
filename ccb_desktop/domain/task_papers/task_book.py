"""Book 7: what was handed out of the plan and how far it got; what is overdue as a list."""

from collections.abc import Iterable, Sequence
from datetime import date
from functools import partial

from ccb_desktop.domain.member_papers.order import ListSource, fitting
from ccb_desktop.domain.papers import CellKind, Column, ListPaper, PaperTable, Row
from ccb_desktop.domain.people_names import match_key, normalise
from ccb_desktop.domain.printing import percent, short_date
from ccb_desktop.domain.tasks.assignments import TaskState
from ccb_desktop.domain.tasks.labels import FIELD, LABELS, RECORD, TASK_STATE
from ccb_desktop.domain.tasks.lines import TaskLine
from ccb_desktop.domain.tasks.matrix import Tally, tally, within

_NUMBER, _DATE = CellKind.NUMBER, CellKind.DATE
_COLUMNS = (
    Column("STT", 14, CellKind.PLAIN),
    Column(RECORD["key_tasks"], 38),
    Column(LABELS["task_items", "what"], 44),
    Column(LABELS["assignments", "unit_id"], 28),
    Column(FIELD["responsible"], 34),
    Column(FIELD["place"], 30),
    Column(LABELS["assignments", "period"], 21),
    Column(FIELD["due_on"], 24, _DATE),
    Column(FIELD["target"], 17, _NUMBER),
    Column(FIELD["measure"], 21),
    Column(FIELD["amount"], 17, _NUMBER),
    Column("Đạt", 22, CellKind.PLAIN),
    Column(FIELD["done_on"], 24, _DATE),
    Column("Tình trạng", 25),
)


def task_book(source: ListSource, lines: Iterable[TaskLine]) -> ListPaper:
    """The assignments that belong to the days asked for, how they stand on the last of them.

    Without a first day: the plan of the year, and what of earlier years is still not done.
    """
    found = _asked(source, lines)
    return source.paper("SỔ THEO DÕI NHIỆM VỤ", _subtitle(source), _table(source, found))


def overdue_list(source: ListSource, lines: Iterable[TaskLine]) -> ListPaper:
    """What is not done though its deadline has passed, of all years, the oldest first."""
    on = source.order.on
    late = sorted((one for one in lines if one.is_overdue(on)), key=lambda one: one.ends_on)
    found = _fitting(source, late)
    return source.paper("NHIỆM VỤ QUÁ HẠN", source.as_at, _table(source, found))


def state_of(line: TaskLine, on: date, soon_days: int) -> str:
    """How it stands, an overdue one with its days."""
    state = line.state_on(on, soon_days)
    told = TASK_STATE[state]
    return f"{told} {(on - line.ends_on).days} ngày" if state is TaskState.OVERDUE else told


def _asked(source: ListSource, lines: Iterable[TaskLine]) -> list[TaskLine]:
    order = source.order
    if order.from_on is not None:
        found = within(lines, order.from_on, order.on)
    else:
        found = [one for one in lines if one.year == order.on.year or one.is_overdue(order.on)]
    return _fitting(source, found)


def _fitting(source: ListSource, lines: Sequence[TaskLine]) -> list[TaskLine]:
    """Those of the unit that is asked for by name or code, else those that hold the words."""
    words = normalise(source.order.filter)
    asked = match_key(words)
    of_unit = [
        line
        for line in lines
        if words and asked in (match_key(line.who), match_key(line.unit_code))
    ]
    texts = partial(_looked_into, source=source)
    return of_unit or fitting(lines, source.order.filter, texts)


def _subtitle(source: ListSource) -> str:
    return source.period if source.order.from_on is not None else source.as_at


def _table(source: ListSource, lines: Sequence[TaskLine]) -> PaperTable:
    on, soon = source.order.on, source.branch.task_soon_days
    rows = [_row(place, line, source) for place, line in enumerate(lines, 1)]
    whole = tally(lines, on, soon, measured=False)
    return PaperTable(columns=_COLUMNS, rows=rows, note=_told(whole) if rows else "")


def _told(whole: Tally) -> str:
    counts = [
        f"{TASK_STATE[state].lower()} {whole.count(state)}"
        for state in (TaskState.DONE_LATE, *_OPEN)
        if whole.count(state)
    ]
    rest = f" ({', '.join(counts)})" if counts else ""
    return f"Cộng {whole.handed} việc, hoàn thành {whole.done}{rest}."


_OPEN = (TaskState.OVERDUE, TaskState.DUE_SOON, TaskState.RUNNING, TaskState.NOT_BEGUN)


def _row(place: int, line: TaskLine, source: ListSource) -> Row:
    on, one = source.order.on, line.assignment
    result = line.result_by(on)
    reached = percent(result or 0, one.target) if one.target else ""
    return (
        place,
        line.key_task.title,
        line.item.what,
        line.who,
        one.responsible,
        one.place,
        one.period.label,
        one.due_on,
        one.target,
        line.item.measure,
        result,
        reached,
        one.done_on if line.is_done_by(on) else None,
        state_of(line, on, source.branch.task_soon_days),
    )


def _looked_into(line: TaskLine, source: ListSource) -> tuple[str, ...]:
    one = line.assignment
    return (
        *(line.key_task.title, line.item.what, line.who, line.unit_code, one.responsible),
        *(one.place, one.period.label, short_date(line.ends_on)),
        state_of(line, source.order.on, source.branch.task_soon_days),
    )
