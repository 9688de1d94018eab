"""The window Bốn rõ: how many have each of the four clears, by unit, key task and item."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.printing import number
from ccb_desktop.domain.tasks.assignments import Clear
from ccb_desktop.domain.tasks.clears import ClearCount, clears_by, count_clears
from ccb_desktop.domain.tasks.labels import CLEAR, LABELS
from ccb_desktop.domain.tasks.lines import TaskLine
from ccb_desktop.ui.kit.columns import Act, Column
from ccb_desktop.ui.kit.empty_note import EmptyText
from ccb_desktop.ui.kit.list_dialog import ListDialog
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.record_table import RecordTable
from ccb_desktop.ui.tasks.handing_out.assigned_lines import clears_told

_BY_UNIT, _BY_TASK, _BY_ITEM = "Đơn vị", LABELS["key_tasks", "title"], LABELS["task_items", "what"]


@dataclass(frozen=True, slots=True)
class ClearLine:
    """One group of assignments with its counts.

    Attributes:
        kind: By what they are grouped.
        holds: The assignments of the group.
    """

    kind: str
    name: str
    counted: ClearCount
    holds: Callable[[TaskLine], bool]


class ClearsDialog(ListDialog):
    """Counts to look at; the act leads to those that lack something."""

    def __init__(
        self,
        parent: QWidget,
        desk: Desk,
        year: int,
        lines: Sequence[TaskLine],
        show: Callable[[str, Callable[[TaskLine], bool]], object],
    ) -> None:
        """Build and fill the window; show it with `open()`.

        Args:
            parent: The tab it belongs to.
            desk: What the tab was given.
            year: The year of the plan.
            lines: What was handed out of it.
            show: Opens the assignments of a group, to be mended there.
        """
        super().__init__(parent, f"Bốn rõ của kế hoạch năm {year}")
        self._show_group = show
        table: RecordTable[ClearLine] = RecordTable(
            "clears",
            _columns(),
            id_of=lambda one: (one.kind, one.name),
            acts=[Act("Xem và sửa chỗ còn thiếu", self._see, icon="edit", main=True, reads=True)],
            noun="dòng",
            empty=EmptyText("Chưa giao việc nào", "Đóng cửa sổ này rồi bấm “Giao việc”."),
            state=desk.state,
        )
        kinds = (_BY_UNIT, _BY_TASK, _BY_ITEM)
        table.add_choice(
            "Đếm theo", [(None, "Tất cả"), *((kind, kind) for kind in kinds)], lambda one: one.kind
        )
        self.show_list(table, _grouped(lines), clears_told(count_clears(lines)), letters=(62, 36))
        table.filters.choose("Đếm theo", _BY_UNIT)

    def _see(self, chosen: list[ClearLine]) -> None:
        one = chosen[0]
        self._show_group(f"Việc đã giao - {one.name}", one.holds)


def _grouped(lines: Sequence[TaskLine]) -> list[ClearLine]:
    found: list[ClearLine] = []
    ways: tuple[tuple[str, Callable[[TaskLine], str]], ...] = (
        (_BY_UNIT, lambda line: line.who),
        (_BY_TASK, lambda line: f"{line.key_task.number}. {line.key_task.title}"),
        (_BY_ITEM, lambda line: line.item.what),
    )
    for kind, name_of in ways:
        for name, counted in clears_by(lines, name_of).items():
            found.append(ClearLine(kind, name, counted, _holder(name_of, name)))
    return found


def _holder(name_of: Callable[[TaskLine], str], name: str) -> Callable[[TaskLine], bool]:
    return lambda line: name_of(line) == name


def _columns() -> list[Column[ClearLine]]:
    return [
        Column("name", "Tên", lambda one: one.name, width=24),
        Column(
            "whole",
            "Đủ bốn rõ",
            lambda one: _told(one.counted.whole, one.counted.total),
            lambda one: one.counted.whole / one.counted.total,
            width=9,
            wrong=lambda one: one.counted.whole < one.counted.total,
        ),
        *(_clear_column(clear) for clear in CLEAR),
        Column("kind", "Đếm theo", lambda one: one.kind, width=12),
    ]


def _clear_column(clear: Clear) -> Column[ClearLine]:
    return Column(
        clear.value.lower(),
        CLEAR[clear].capitalize(),
        lambda one: _told(one.counted.of(clear), one.counted.total),
        lambda one: one.counted.of(clear) / one.counted.total,
        width=10,
    )


def _told(held: int, total: int) -> str:
    """A sign and `12/13`."""
    return f"{'✔' if held == total else '!'} {number(held)}/{number(total)}"
