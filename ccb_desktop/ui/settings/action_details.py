"""Xem chi tiết: each record that an act or a day changed, before and after, in words."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.people_names import sort_key
from ccb_desktop.domain.printing import number
from ccb_desktop.domain.record_words import RECORD
from ccb_desktop.operations.action_details import ActionDetails
from ccb_desktop.ui.kit.broadcast import Place
from ccb_desktop.ui.kit.columns import Act, Column
from ccb_desktop.ui.kit.empty_note import EmptyText
from ccb_desktop.ui.kit.list_dialog import ListDialog
from ccb_desktop.ui.kit.record_table import RecordTable
from ccb_desktop.ui.kit.window_state import WindowState

_PAGE = {"persons": "members", "units": "units"}


@dataclass(frozen=True, slots=True)
class DetailLine:
    """One field that was changed, or one record that came or went.

    Attributes:
        number: Tells the lines apart.
        kind: Table of the record.
        place: Where it is opened; None where it is gone, or has no page.
    """

    number: int
    done_at: datetime
    done_by: str
    act: str
    kind: str
    whose: str
    what: str
    before: str
    after: str
    place: Place | None


def detail_lines(details: ActionDetails) -> Iterator[DetailLine]:
    """Every field of every record, in the order in which they were written."""
    place = 0
    for record in details.records:
        change, owner = record.change, record.owner
        where = Place(_PAGE[owner[0]], owner[1]) if owner else None
        for told in details.told(change):
            act = (change.done_at, change.done_by, change.label, change.kind)
            yield DetailLine(place, *act, record.whose, told.what, told.before, told.after, where)
            place += 1


class ActionDetailsDialog(ListDialog):
    """A list to look through; Enter opens the record."""

    wanted = Signal(object)
    """The `Place` of a record that shall be opened; the dialog has closed."""

    def __init__(
        self,
        parent: QWidget | None,
        title: str,
        details: ActionDetails,
        state: WindowState | None = None,
    ) -> None:
        """Build the dialog; show it with `open()`.

        Args:
            parent: The page it belongs to.
            title: The act, or the day.
            details: What was changed.
            state: Where the arrangement of columns is remembered.
        """
        super().__init__(parent, title)
        lines = list(detail_lines(details))
        self.table = _table(lines, self._open, state)
        self.show_list(self.table, lines, _note(details), letters=(70, 40))

    def _open(self, chosen: Sequence[DetailLine]) -> None:
        place = chosen[0].place
        if place is not None:
            self.accept()
            self.wanted.emit(place)


def _note(details: ActionDetails) -> str:
    shown = len(details.records)
    if shown < details.total:
        return f"Đã ghi {number(details.total)} dòng sổ; dưới đây là {number(shown)} dòng."
    return ""


def _table(
    lines: Sequence[DetailLine],
    open_place: Callable[[Sequence[DetailLine]], None],
    state: WindowState | None,
) -> RecordTable[DetailLine]:
    table: RecordTable[DetailLine] = RecordTable(
        "action-details",
        _COLUMNS,
        id_of=lambda line: line.number,
        acts=[
            Act(
                "Mở ra xem",
                open_place,
                icon="open",
                main=True,
                allowed=lambda chosen: chosen[0].place is not None,
                reads=True,
            )
        ],
        noun="thay đổi",
        empty=EmptyText("Không có thay đổi nào", ""),
        state=state,
    )
    kinds = [(kind, text) for kind, text in RECORD.items() if any(x.kind == kind for x in lines)]
    table.add_choice("Mục", [(None, "Tất cả"), *kinds], lambda line: line.kind)
    officers = sorted({line.done_by for line in lines if line.done_by}, key=sort_key)
    if len(officers) > 1:
        named = [(name, name) for name in officers]
        table.add_choice("Người ghi", [(None, "Tất cả"), *named], lambda line: line.done_by)
    return table


_COLUMNS: list[Column[DetailLine]] = [
    Column(
        "whose",
        "Của ai, của mục nào",
        lambda line: line.whose,
        lambda line: sort_key(line.whose),
        width=22,
        named=True,
    ),
    Column("what", "Thay đổi", lambda line: line.what, width=20),
    Column("before", "Trước đó", lambda line: line.before, tooltip=lambda x: x.before, width=26),
    Column("after", "Sau đó", lambda line: line.after, tooltip=lambda x: x.after, width=30),
    Column(
        "when",
        "Lúc",
        lambda line: f"{line.done_at:%H:%M}",
        lambda line: (line.done_at, line.number),
        width=6,
        searched=False,
    ),
    Column("act", "Việc", lambda line: line.act, width=26),
    Column("who", "Người ghi", lambda line: line.done_by, width=14, shown=False),
]
