"""A checklist that came back filled in, as its sheet says it: rows and columns found again."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from ccb_desktop.domain.exchange.number_cells import read_day
from ccb_desktop.domain.exchange.source import CellValue, SourceRow, SourceSheet, as_text
from ccb_desktop.domain.exchange.text_cells import CellTrouble
from ccb_desktop.domain.people_names import fold

KEY, WHAT, PERIOD = "key", "what", "period"
STATE, RESULT, DONE_ON, NOTE = "state", "result", "done_on", "note"
TO_FILL = (STATE, RESULT, DONE_ON, NOTE)
"""The columns that a chi hội fills in."""

HEADERS: Mapping[str, str] = {
    "serial": "TT",
    WHAT: "Việc phải làm",
    PERIOD: "Kỳ",
    "place": "Địa điểm",
    "responsible": "Người phụ trách",
    "due_on": "Hạn",
    "target": "Chỉ tiêu",
    "before": "Đã ghi trong sổ",
    STATE: "Tình trạng",
    RESULT: "Kết quả đến nay",
    DONE_ON: "Ngày xong",
    NOTE: "Ghi chú",
    KEY: "Mã dòng",
}
"""Column of the form → its heading, by which it is found again wherever it stands."""

UNIT_LABEL, TOLD_LABEL = "Đơn vị", "Số liệu tính đến ngày"
"""What stands before the name of the unit, and before the day that the figures are of."""

_ALSO = {
    WHAT: ("Việc", "Nội dung việc", "Nội dung công việc"),
    STATE: ("Trạng thái",),
    RESULT: ("Kết quả",),
    DONE_ON: ("Ngày hoàn thành",),
    KEY: ("Mã dòng không sửa",),
}
_NAMES = {
    fold(text): column
    for column, header in HEADERS.items()
    for text in (header, *_ALSO.get(column, ()))
}
_HEADER_WITHIN = 30  # rows
_LEAST_COLUMNS = 3


@dataclass(frozen=True, slots=True)
class FilledRow:
    """One row as it came back; `number` as Excel shows it."""

    number: int
    key: str
    what: str
    period: str
    state: CellValue
    result: CellValue
    done: CellValue
    note: str

    @property
    def is_blank(self) -> bool:
        """Whether nothing was filled in."""
        return not self.said

    @property
    def said(self) -> str:
        """What was filled in, as it stands in the file: `Đã xong; 3; 15/06/2026`."""
        texts = (as_text(cell).strip() for cell in (self.state, self.result, self.done))
        return "; ".join(text for text in (*texts, self.note) if text)


@dataclass(frozen=True, slots=True)
class FilledSheet:
    """A checklist that came back.

    Attributes:
        unit: The unit that is named over the table; empty where none is.
        told_on: The day that its figures are of; `None` where none is told.
        told_fault: Why the day that stands there cannot be read.
        lacking: Headings of columns to fill in that are gone.
    """

    rows: tuple[FilledRow, ...]
    unit: str = ""
    told_on: date | None = None
    told_fault: str = ""
    lacking: tuple[str, ...] = ()


def read_filled(sheets: Iterable[SourceSheet]) -> list[tuple[str, FilledSheet]]:
    """The sheets of a file that are checklists, each with its name; hidden ones are left out."""
    read = ((sheet.name, _read_sheet(sheet.rows)) for sheet in sheets if not sheet.hidden)
    return [(name, found) for name, found in read if found is not None]


def _read_sheet(rows: tuple[SourceRow, ...]) -> FilledSheet | None:
    for place, row in enumerate(rows[:_HEADER_WITHIN]):
        columns = _columns(row)
        has_rows = WHAT in columns or KEY in columns
        if has_rows and len(columns) >= _LEAST_COLUMNS and any(one in columns for one in TO_FILL):
            told_on, fault = _told_day(rows[:place])
            return FilledSheet(
                rows=tuple(_filled(rows[place + 1 :], columns)),
                unit=_unit(rows[:place]),
                told_on=told_on,
                told_fault=fault,
                lacking=tuple(HEADERS[one] for one in TO_FILL if one not in columns),
            )
    return None


def _columns(row: SourceRow) -> dict[str, int]:
    """Column of the form → where it stands now."""
    found: dict[str, int] = {}
    for place, cell in enumerate(row.cells):
        name = _NAMES.get(fold(as_text(cell).split("(")[0]))
        if name is not None:
            found.setdefault(name, place)
    return found


def _filled(rows: Iterable[SourceRow], columns: Mapping[str, int]) -> Iterator[FilledRow]:
    for row in rows:
        cells = {
            name: row.cells[place] if place < len(row.cells) else None
            for name, place in columns.items()
        }
        texts = {name: as_text(cell).strip() for name, cell in cells.items()}
        if not texts.get(KEY) and not texts.get(WHAT):
            continue
        yield FilledRow(
            number=row.number,
            key=texts.get(KEY, ""),
            what=texts.get(WHAT, ""),
            period=texts.get(PERIOD, ""),
            state=cells.get(STATE),
            result=cells.get(RESULT),
            done=cells.get(DONE_ON),
            note=texts.get(NOTE, ""),
        )


def _unit(above: Iterable[SourceRow]) -> str:
    """The unit that is named over the table: `Đơn vị: Chi hội 3`."""
    for row in above:
        for text in map(as_text, row.cells):
            label, colon, name = text.partition(":")
            if colon and fold(label) == fold(UNIT_LABEL):
                return name.strip()
    return ""


def _told_day(above: Iterable[SourceRow]) -> tuple[date | None, str]:
    """The day behind its label, or why it cannot be read."""
    for row in above:
        texts = list(map(as_text, row.cells))
        for place, text in enumerate(texts):
            if fold(text.split("(")[0]) != fold(TOLD_LABEL):
                continue
            behind = [cell for cell in row.cells[place + 1 :] if as_text(cell).strip()]
            try:
                return (read_day(behind[0]) if behind else None), ""
            except CellTrouble as trouble:
                return None, str(trouble)
    return None, ""
