"""What one filled-in row of a checklist tells of its work, and what it adds to the books."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from ccb_desktop.domain.exchange.number_cells import read_day, read_number
from ccb_desktop.domain.exchange.source import NO_STORED_VALUE, CellValue, ErrorValue, as_text
from ccb_desktop.domain.exchange.text_cells import CellTrouble
from ccb_desktop.domain.people_names import fold, normalise
from ccb_desktop.domain.printing import number, short_date
from ccb_desktop.domain.tasks.assignments import Progress
from ccb_desktop.domain.tasks.lines import TaskLine
from ccb_desktop.domain.tasks.quantities import told_quantity
from ccb_desktop.domain.tasks.returned import DONE_ON, HEADERS, NOTE, RESULT, STATE, FilledRow


class Marked(StrEnum):
    """What a chi hội marks beside its work."""

    DONE = "DONE"
    RUNNING = "RUNNING"
    NOT_BEGUN = "NOT_BEGUN"


MARKED = {
    Marked.DONE: "Đã xong",
    Marked.RUNNING: "Đang làm",
    Marked.NOT_BEGUN: "Chưa làm",
}
"""The words of the drop-down."""

_WRITTEN = {
    **{fold(words): mark for mark, words in MARKED.items()},
    **dict.fromkeys(("xong", "hoan thanh", "da hoan thanh", "da lam xong", "x"), Marked.DONE),
    **dict.fromkeys(("dang thuc hien", "chua xong", "chua hoan thanh"), Marked.RUNNING),
    **dict.fromkeys(("chua", "chua thuc hien", "chua bat dau"), Marked.NOT_BEGUN),
}
_MOST = 999_999_999_999


class RowTrouble(ValueError):  # noqa: N818 (it is what the officer reads, not a failure)
    """Why a row cannot be taken in: the column it is about, and a Vietnamese sentence."""

    def __init__(self, column: str, sentence: str) -> None:
        super().__init__(sentence)
        self.column = column


@dataclass(frozen=True, slots=True)
class Told:
    """What a row tells.

    Attributes:
        result: All that came together so far.
        done_on: When it was done, where a day is told.
    """

    mark: Marked | None
    result: Decimal | None
    done_on: date | None
    note: str


@dataclass(frozen=True, slots=True)
class FieldNews:
    """One thing that the books would say otherwise."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Addition:
    """What a row adds to the books.

    Attributes:
        step: The step of progress; `None` where only the day of being done changes.
        done_on: When it was done; `None` where that stays as it is.
        news: The same as the officer reads it; nothing where the books say it already.
        remark: What he should know though it can be taken.
    """

    step: Progress | None = None
    done_on: date | None = None
    news: tuple[FieldNews, ...] = ()
    remark: str = ""


NOTHING = Addition()
"""A row that adds nothing."""


def told_by(row: FilledRow) -> Told:
    """What the cells of a row say.

    Raises:
        RowTrouble: A cell cannot be understood.
    """
    return Told(
        mark=_mark(row.state),
        result=_result(row.result),
        done_on=_day(row.done),
        note=normalise(row.note),
    )


def work_out(told: Told, line: TaskLine, told_on: date, today: date) -> Addition:
    """What a row adds to what the books say of its work.

    Args:
        told: What the row says.
        line: Its work as the books have it.
        told_on: The day that the figures of the checklist are of.
        today: No day after it has come.

    Raises:
        RowTrouble: It contradicts itself, or what the books say.
    """
    _check_alone(told, line.year, today)
    known = line.assignment.done_on
    is_done = told.mark is Marked.DONE or (told.mark is None and told.done_on is not None)
    if known is not None and told.mark in (Marked.RUNNING, Marked.NOT_BEGUN):
        sentence = f"Phiếu ghi “{MARKED[told.mark]}”, sổ đã ghi xong ngày {short_date(known)}. "
        raise RowTrouble(
            HEADERS[STATE], f"{sentence}Nếu ghi nhầm thì chọn việc ấy rồi bấm “Bỏ dấu xong”."
        )
    done_on = told.done_on or (known or told_on if is_done else None)
    done_on = None if done_on == known else done_on
    step = _step(told, line, done_on or told_on)
    return Addition(step, done_on, _news(line, step, done_on), _remark(told, line, is_done))


def _check_alone(told: Told, year: int, today: date) -> None:
    """See that a row does not contradict itself."""
    day = told.done_on
    if day is not None and told.mark in (Marked.RUNNING, Marked.NOT_BEGUN):
        sentence = f"Có ghi ngày xong {short_date(day)} mà tình trạng là “{MARKED[told.mark]}”."
        raise RowTrouble(HEADERS[DONE_ON], sentence)
    if day is not None and day > today:
        raise RowTrouble(HEADERS[DONE_ON], f"Ngày xong {short_date(day)} chưa tới.")
    if day is not None and day.year < year:
        sentence = f"Ngày xong {short_date(day)} trước năm {year} của kế hoạch."
        raise RowTrouble(HEADERS[DONE_ON], sentence)
    if told.mark is Marked.NOT_BEGUN and told.result:
        sentence = f"Tình trạng là “Chưa làm” mà kết quả là {number(told.result)}."
        raise RowTrouble(HEADERS[RESULT], sentence)


def _step(told: Told, line: TaskLine, on: date) -> Progress | None:
    """The step that brings the result to what is told; none where there is nothing new."""
    known = line.result_by(date.max)
    amount = None if told.result is None else told.result - (known or Decimal())
    if amount is not None and amount < 0:
        measure = line.item.measure
        sentence = (
            f"Phiếu ghi {told_quantity(told.result, measure)}, nhỏ hơn "
            f"{told_quantity(known, measure)} đã ghi trong sổ. Cột này ghi tổng từ đầu đến nay."
        )
        raise RowTrouble(HEADERS[RESULT], sentence)
    note = "" if told.note in {normalise(step.note) for step in line.progress} else told.note
    begins = told.mark is Marked.RUNNING and not line.progress and not told.result
    note = note or (MARKED[Marked.RUNNING] if begins else "")
    if not amount and not note:
        return None
    return Progress(assignment_id=line.id, reported_on=on, amount=amount or None, note=note)


def _news(line: TaskLine, step: Progress | None, done_on: date | None) -> tuple[FieldNews, ...]:
    found: list[FieldNews] = []
    if step is not None and step.amount is not None:
        known = line.result_by(date.max)
        after = told_quantity((known or Decimal()) + step.amount, line.item.measure)
        found.append(FieldNews("Kết quả", told_quantity(known, line.item.measure), after))
    if done_on is not None:
        known_on = line.assignment.done_on
        before = short_date(known_on) if known_on else ""
        found.append(FieldNews(HEADERS[DONE_ON], before, short_date(done_on)))
    if step is not None and step.note:
        found.append(FieldNews(HEADERS[NOTE], "", step.note))
    return tuple(found)


def _remark(told: Told, line: TaskLine, is_done: bool) -> str:
    if not is_done:
        return ""
    parts: list[str] = []
    if told.done_on is None and line.assignment.done_on is None:
        parts.append("Phiếu không ghi ngày xong, lấy ngày của số liệu.")
    target = line.assignment.target
    reached = told.result if told.result is not None else line.result_by(date.max)
    if target is not None and (reached or 0) < target:
        measure = f" {line.item.measure}".rstrip()
        parts.append(f"Xong nhưng mới đạt {number(reached or 0)}/{number(target)}{measure}.")
    return " ".join(parts)


# --- Cells ----------------------------------------------------------------------------------


def _mark(cell: CellValue) -> Marked | None:
    text = as_text(cell).strip()
    if not text:
        return None
    mark = _WRITTEN.get(fold(text))
    if mark is None:
        words = ", ".join(MARKED.values())
        raise RowTrouble(HEADERS[STATE], f"“{text}” không phải là tình trạng. Chọn: {words}.")
    return mark


def _result(cell: CellValue) -> Decimal | None:
    text = as_text(cell).strip()
    if not text:
        return None
    _refuse_error(cell, HEADERS[RESULT])
    if isinstance(cell, date):
        raise RowTrouble(HEADERS[RESULT], f"“{text}” không phải là số. Cột này chỉ ghi số.")
    try:
        found = read_number(cell)
    except CellTrouble as trouble:
        raise RowTrouble(HEADERS[RESULT], f"{trouble} Cột này chỉ ghi số.") from trouble
    if found is None or not 0 <= found <= _MOST:
        raise RowTrouble(HEADERS[RESULT], f"“{text}” không thể là kết quả. Ghi số từ 0 trở lên.")
    return Decimal(str(found))


def _day(cell: CellValue) -> date | None:
    if not as_text(cell).strip():
        return None
    _refuse_error(cell, HEADERS[DONE_ON])
    try:
        return read_day(cell)
    except CellTrouble as trouble:
        raise RowTrouble(HEADERS[DONE_ON], str(trouble)) from trouble


def _refuse_error(cell: CellValue, column: str) -> None:
    if not isinstance(cell, ErrorValue):
        return
    if cell.code == NO_STORED_VALUE:
        sentence = "Ô là công thức chưa được tính. Mở tệp bằng Excel, lưu lại rồi nhận lại."
        raise RowTrouble(column, sentence)
    raise RowTrouble(column, f"Ô bị lỗi “{cell.code}”. Ghi lại bằng tay.")
