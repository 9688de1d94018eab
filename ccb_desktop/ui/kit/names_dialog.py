"""The names behind a figure: who was counted, and the way to each of them.

    dialog = NamesDialog(self, "Từ trần trong 6 tháng đầu năm 2026", lines, desk.state)
    dialog.person_wanted.connect(lambda id_: desk.broadcast.go_to(Place("members", id_)))
    dialog.open()

Public: `NameLine`, `name_lines(records)`, `NamesDialog` with the signal `person_wanted(int)`.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.figures.values import FigureRecord
from ccb_desktop.domain.partial_dates import PartialDate
from ccb_desktop.domain.people_names import sort_key
from ccb_desktop.domain.printing import short_date
from ccb_desktop.ui.kit.columns import Act, Column, SeenTable
from ccb_desktop.ui.kit.empty_note import EmptyText
from ccb_desktop.ui.kit.list_dialog import ListDialog
from ccb_desktop.ui.kit.record_table import RecordTable
from ccb_desktop.ui.kit.window_state import WindowState


@dataclass(frozen=True, slots=True)
class NameLine:
    """One record that was counted.

    Attributes:
        number: Tells the lines apart: somebody may have been counted twice.
        name: Who or what it is.
        on: The day of the event, or the day on which it was counted.
        detail: What more tells people of one name apart, as year of birth and unit.
        person_id: The person whose file can be opened; `None` for units and households.
    """

    number: int
    name: str
    on: date | PartialDate | None = None
    detail: str = ""
    person_id: int | None = None


class NamesDialog(ListDialog):
    """A list of names to look through; Enter opens the person's file."""

    person_wanted = Signal(int)
    """The file of this person shall be opened; the dialog has closed."""

    def __init__(
        self,
        parent: QWidget | None,
        title: str,
        lines: Sequence[NameLine],
        state: WindowState | None = None,
        *,
        note: str = "",
        noun: str = "người",
        on_export: Callable[[SeenTable], object] | None = None,
    ) -> None:
        """Build the dialog; show it with `open()`.

        Args:
            parent: The page it belongs to.
            title: What was counted, and of when.
            lines: Who was counted.
            state: Where the arrangement of columns is remembered.
            note: One line below the title, as how the figure is counted.
            noun: What is counted, as `hộ`.
            on_export: Gets the list as it is seen; without it there is no export button.
        """
        super().__init__(parent, title)
        self.table = RecordTable(
            "names",
            _COLUMNS,
            id_of=lambda line: line.number,
            acts=_acts(lines, self._open),
            noun=noun,
            empty=EmptyText("Không có ai trong số liệu này", "Con số này là 0."),
            state=state,
            on_export=on_export,
        )
        self.show_list(self.table, lines, note)

    def _open(self, chosen: list[NameLine]) -> None:
        person_id = chosen[0].person_id
        if person_id is not None:
            self.accept()
            self.person_wanted.emit(person_id)


def _acts(lines: Sequence[NameLine], run: Callable[[list[NameLine]], None]) -> list[Act[NameLine]]:
    """The one act, where there is a person to open."""
    if all(line.person_id is None for line in lines):
        return []

    def has_file(chosen: list[NameLine]) -> bool:
        return chosen[0].person_id is not None

    return [Act("Mở hồ sơ", run, icon="open", main=True, allowed=has_file)]


def _printed_day(line: NameLine) -> str:
    if line.on is None:
        return ""
    return str(line.on) if isinstance(line.on, PartialDate) else short_date(line.on)


def _first_day(line: NameLine) -> date | None:
    return line.on.first_day if isinstance(line.on, PartialDate) else line.on


_COLUMNS: list[Column[NameLine]] = [
    Column("name", "Họ và tên", lambda line: line.name, lambda line: sort_key(line.name), width=26),
    Column("on", "Ngày", _printed_day, _first_day, width=12, searched=False),
    Column("detail", "Ghi chú", lambda line: line.detail, width=36),
]


def name_lines(records: Sequence[FigureRecord]) -> list[NameLine]:
    """The records behind a figure, as the dialog lists them."""
    return [
        NameLine(
            number,
            record.label,
            record.on,
            person_id=int(record.key) if record.kind == "person" else None,
        )
        for number, record in enumerate(records)
    ]
