"""Units × items on paper: sign and number in each cell, sums of both."""

from math import ceil

from ccb_desktop.domain.member_papers.order import ListSource
from ccb_desktop.domain.papers import Align, BoldRow, Column, ListPaper, PaperTable, Row
from ccb_desktop.domain.printing import number, percent
from ccb_desktop.domain.tasks.assignments import TaskState
from ccb_desktop.domain.tasks.labels import LABELS, TASK_SIGN, TASK_STATE
from ccb_desktop.domain.tasks.matrix import Matrix, Recipient, Tally
from ccb_desktop.domain.tasks.plan import TaskItem

ITEMS_ACROSS = 10
"""So many items stand beside each other; more of them are shared out among tables."""

LEGEND = "; ".join(
    f"{TASK_SIGN[state]} {TASK_STATE[state].lower()}"
    for state in TaskState
    if state is not TaskState.DONE_LATE
)
"""What the signs mean."""


def matrix_paper(source: ListSource, found: Matrix, name: str) -> ListPaper:
    """A matrix in tables of few enough items, sums in the last column and row.

    Args:
        source: The branch; the state is that of the day of its order.
        found: The matrix.
        name: What it is of: `quý III năm 2026`.
    """
    tables_needed = max(1, ceil(len(found.items) / ITEMS_ACROSS))
    each = max(1, ceil(len(found.items) / tables_needed))
    starts = range(0, max(1, len(found.items)), each)
    parts = [found.items[start : start + each] for start in starts]
    tables = [_table(found, part, last=place == len(parts)) for place, part in enumerate(parts, 1)]
    title = f"Theo dõi nhiệm vụ {name}".upper()
    return source.paper(title, source.as_at, *tables)


def _table(found: Matrix, items: tuple[TaskItem, ...], *, last: bool) -> PaperTable:
    columns = (
        Column(LABELS["assignments", "unit_id"], 46),
        *(Column(_head(item), 30, align=Align.CENTER) for item in items),
        *([Column("Cộng", 24, align=Align.CENTER)] if last else ()),
    )
    rows: list[Row] = [_row(found, who, items, last=last) for who in found.recipients]
    whole = _row(found, None, items, last=last)
    sums = [found.tally(item=one) for one in items]
    blank: Row = ("",) if last else ()
    totals = (
        BoldRow(whole),
        BoldRow(("Kết quả / chỉ tiêu", *map(_reached, sums), *blank)),
        BoldRow(("Tỷ lệ đạt", *map(_rate, sums), *blank)),
    )
    note = f"Mỗi ô: dấu và số việc xong/giao. {LEGEND}." if last else ""
    return PaperTable(columns=columns, rows=rows, totals=totals if rows else (), note=note)


def _row(found: Matrix, who: Recipient | None, items: tuple[TaskItem, ...], *, last: bool) -> Row:
    cells = [_cell(found.tally(who, item)) for item in items]
    name = "Cộng" if who is None else who.name
    return (name, *cells, *([_cell(found.tally(who))] if last else ()))


def _cell(of: Tally) -> str:
    return of.sign or "·"


def _reached(of: Tally) -> str:
    return f"{number(of.result)}/{number(of.target)}" if of.target else ""


def _rate(of: Tally) -> str:
    return percent(of.result, of.target) if of.target else ""


def _head(item: TaskItem) -> str:
    return f"{item.what} ({item.measure})" if item.measure else item.what
