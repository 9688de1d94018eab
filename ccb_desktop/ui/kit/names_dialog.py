"""The names behind a figure: who or what was counted, and the way to each of them.

    dialog = NamesDialog(self, "Từ trần trong 6 tháng đầu năm 2026", lines, desk.state)
    dialog.place_wanted.connect(desk.broadcast.go_to)
    dialog.open()

Public: `NameLine`, `name_lines(records)`, `NamesDialog` with the signal `place_wanted(Place)`.
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
from ccb_desktop.ui.kit.broadcast import Place
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
        place: Where the record is seen, as the file of a person; `None` where no page shows it.
    """

    number: int
    name: str
    on: date | PartialDate | None = None
    detail: str = ""
    place: Place | None = None

    @property
    def is_person(self) -> bool:
        """Whether somebody's file can be opened."""
        return self.place is not None and self.place.page == _PEOPLE


class NamesDialog(ListDialog):
    """A list of names to look through; Enter opens the person's file, or the record."""

    place_wanted = Signal(object)
    """The `Place` of a record shall be shown; the dialog has closed."""

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
            _columns(lines),
            id_of=lambda line: line.number,
            acts=_acts(lines, self._open),
            noun=noun,
            empty=EmptyText("Không có gì trong số liệu này", "Con số này là 0."),
            state=state,
            on_export=on_export,
        )
        self.show_list(self.table, lines, note)

    def _open(self, chosen: list[NameLine]) -> None:
        place = chosen[0].place
        if place is not None:
            self.accept()
            self.place_wanted.emit(place)


def _acts(lines: Sequence[NameLine], run: Callable[[list[NameLine]], None]) -> list[Act[NameLine]]:
    """The one act, where there is a place to go to."""
    if all(line.place is None for line in lines):
        return []

    def can_be_seen(chosen: list[NameLine]) -> bool:
        return chosen[0].place is not None

    text = "Mở hồ sơ" if any(line.is_person for line in lines) else "Đến nơi ghi"
    return [Act(text, run, icon="open", main=True, allowed=can_be_seen, reads=True)]


def _printed_day(line: NameLine) -> str:
    if line.on is None:
        return ""
    return str(line.on) if isinstance(line.on, PartialDate) else short_date(line.on)


def _first_day(line: NameLine) -> date | None:
    return line.on.first_day if isinstance(line.on, PartialDate) else line.on


def _columns(lines: Sequence[NameLine]) -> list[Column[NameLine]]:
    """People by name; whatever else was counted by what it is.

    A day that all have in common, as the last day of a count, and notes of nobody tell nothing.
    """
    people = not lines or any(line.is_person for line in lines)
    name = "Họ và tên" if people else "Khoản"
    width = 26 if people else 44
    have_days = len({line.on for line in lines}) > 1 or len(lines) == 1
    have_details = any(line.detail for line in lines)
    return [
        Column("name", name, lambda line: line.name, lambda line: sort_key(line.name), width=width),
        Column("on", "Ngày", _printed_day, _first_day, width=12, searched=False, shown=have_days),
        Column("detail", "Ghi chú", lambda line: line.detail, width=36, shown=have_details),
    ]


def person_place(person_id: int) -> Place:
    """The file of a person."""
    return Place(_PEOPLE, person_id)


def name_lines(records: Sequence[FigureRecord]) -> list[NameLine]:
    """The records behind a figure, as the dialog lists them."""
    return [
        NameLine(number, record.label, record.on, place=_place_of(record))
        for number, record in enumerate(records)
    ]


def _place_of(record: FigureRecord) -> Place | None:
    if record.kind == "person":
        return person_place(int(record.key))
    shown = _SHOWN.get(record.kind)
    if shown is None:
        return None
    own = int(record.key) if record.kind in _BY_ID else None
    return Place(_PAGE.get(record.kind, "funds"), own, dict(shown))


_PEOPLE = "members"
_SHOWN: dict[str, dict[str, object]] = {
    "fund": {"tab": "funds"},
    "voucher": {"tab": "vouchers"},
    "loan": {"tab": "loans"},
    "bank_loan": {"tab": "loans", "view": "bank"},
    "contribution": {"tab": "campaigns"},
    "visit": {"tab": "visits"},
    "house": {"tab": "housing"},
    "activity": {"tab": "book"},
    "assignment": {"tab": "schedule"},
    "award": {"tab": "awards"},
}
"""Kind of record → the tab that shows it."""
_PAGE = {
    **{"visit": "visits", "house": "visits"},
    **{"activity": "activities", "assignment": "tasks", "award": "emulation"},
}
"""Kind of record → the page of that tab, where it is not Quỹ Hội."""
_BY_ID = frozenset({"fund", "voucher", "loan", *_PAGE})
