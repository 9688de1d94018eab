"""The window that reviews a period: by item and by unit what is done, overdue, not begun."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.printing import percent
from ccb_desktop.domain.tasks.assignments import TaskState
from ccb_desktop.domain.tasks.labels import TASK_STATE
from ccb_desktop.domain.tasks.lines import TaskLine
from ccb_desktop.domain.tasks.matrix import Matrix, Tally
from ccb_desktop.ui.kit.columns import Act, Column, SeenTable
from ccb_desktop.ui.kit.empty_note import EmptyText
from ccb_desktop.ui.kit.list_dialog import ListDialog
from ccb_desktop.ui.kit.record_table import RecordTable
from ccb_desktop.ui.kit.window_state import WindowState

_BY = "Xem theo"
_ITEM, _UNIT = "item", "unit"
_STATES = (
    TaskState.OVERDUE,
    TaskState.NOT_BEGUN,
    TaskState.RUNNING,
    TaskState.DUE_SOON,
)


@dataclass(frozen=True, slots=True)
class ReviewLine:
    """One item or one unit with how its tasks stand.

    Attributes:
        by: Whether it is an item or a unit.
        place: Its place in the plan, or among the units.
        lines: The tasks behind it.
    """

    by: str
    place: int
    name: str
    tally: Tally
    lines: tuple[TaskLine, ...]


class ReviewDialog(ListDialog):
    """Items first; units by a choice above the list. Enter shows the tasks behind a line."""

    def __init__(
        self,
        parent: QWidget,
        title: str,
        matrix: Matrix,
        *,
        state: WindowState,
        show_tasks: Callable[[QWidget, str, Sequence[TaskLine]], object],
        on_export: Callable[[SeenTable], object],
    ) -> None:
        """Build it; show it with `open()`.

        Args:
            parent: The tab it belongs to.
            title: Which period.
            matrix: What belongs to it.
            state: Where the columns are remembered.
            show_tasks: Opens the tasks behind a line, over this window.
            on_export: Gets the list as it is seen.
        """
        super().__init__(parent, title)

        def show(chosen: Sequence[ReviewLine]) -> None:
            show_tasks(self, chosen[0].name, chosen[0].lines)

        self.table: RecordTable[ReviewLine] = RecordTable(
            "task-review",
            _columns(),
            id_of=lambda line: (line.by, line.place),
            acts=[Act("Xem các việc", show, icon="open", main=True, reads=True)],
            noun="dòng",
            empty=EmptyText("Không có việc nào đã giao trong kỳ này", "Chọn kỳ khác."),
            state=state,
            on_export=on_export,
        )
        self.table.add_choice(_BY, [(_ITEM, "Việc"), (_UNIT, "Đơn vị")], lambda line: line.by)
        self.table.set_rule(_BY, lambda line: line.by == _ITEM)
        self.show_list(self.table, review_lines(matrix), letters=(64, 32))


def review_lines(matrix: Matrix) -> list[ReviewLine]:
    """A line for each item, then one for each unit."""
    items = [
        ReviewLine(_ITEM, place, item.what, matrix.tally(item=item), tuple(found))
        for place, item in enumerate(matrix.items)
        for found in [matrix.lines_of(item=item)]
    ]
    units = [
        ReviewLine(_UNIT, place, who.name, matrix.tally(who), tuple(matrix.lines_of(who)))
        for place, who in enumerate(matrix.recipients)
    ]
    return items + units


def _columns() -> list[Column[ReviewLine]]:
    return [
        Column("name", "Việc, đơn vị", lambda line: line.name, lambda line: line.place, width=30),
        _number("handed", "Giao", lambda of: of.handed),
        _number("done", "Xong", lambda of: of.done),
        Column(
            "rate",
            "Tỷ lệ xong",
            lambda line: percent(line.tally.done, line.tally.handed),
            lambda line: line.tally.done / line.tally.handed,
            align="right",
            width=10,
        ),
        Column(
            "reached",
            "Kết quả / chỉ tiêu",
            lambda line: line.tally.reached,
            lambda line: line.tally.result / line.tally.target if line.tally.target else None,
            align="right",
            width=22,
        ),
        *(_state(state) for state in _STATES),
        _number("late", "Xong muộn", lambda of: of.count(TaskState.DONE_LATE)),
    ]


def _state(state: TaskState) -> Column[ReviewLine]:
    return _number(state.value.lower(), TASK_STATE[state], lambda of: of.count(state))


def _number(id_: str, head: str, count: Callable[[Tally], int]) -> Column[ReviewLine]:
    return Column(
        id_,
        head,
        lambda line: str(count(line.tally) or ""),
        lambda line: count(line.tally),
        align="right",
        width=6,
        searched=False,
    )
