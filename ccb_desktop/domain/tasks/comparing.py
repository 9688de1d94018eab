"""Filled-in checklists against the books, row by row: what is new, the same, or cannot be."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ccb_desktop.domain.people_names import fold
from ccb_desktop.domain.printing import short_date
from ccb_desktop.domain.tasks.checklists import MARK_LETTERS, RowKey, read_key, row_key, whose
from ccb_desktop.domain.tasks.filled_rows import (
    NOTHING,
    Addition,
    RowTrouble,
    Told,
    told_by,
    work_out,
)
from ccb_desktop.domain.tasks.lines import TaskLine
from ccb_desktop.domain.tasks.periods import TaskPeriod, read_period
from ccb_desktop.domain.tasks.returned import HEADERS, KEY, WHAT, FilledRow, FilledSheet

_GONE = "Việc này không còn trong sổ: đã rút lại hoặc giao lại sau khi gửi phiếu."


class Found(StrEnum):
    """What became of a row when it was compared."""

    PROBLEM = "PROBLEM"
    NEW = "NEW"
    SAME = "SAME"
    BLANK = "BLANK"


@dataclass(frozen=True, slots=True)
class FilledFile:
    """One checklist that came back, or a file that holds none.

    Attributes:
        sheet: `None` where there is no checklist in it.
        fault: Why the file could not be read.
    """

    name: str
    sha256: str
    sheet: FilledSheet | None
    fault: str = ""


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """One row against the books.

    Attributes:
        place: Which file, counted from 0, and which row as Excel shows it; 0 is the file itself.
        what: The work, in the words of the books where it is known.
        said: The cells that were filled in, as they stand in the file.
        line: The work as the books have it.
        told: What the row says, where it can be understood.
        addition: What it adds to the books.
        column, problem: Why it cannot be taken in.
    """

    place: tuple[int, int]
    file_name: str
    found: Found
    what: str = ""
    said: str = ""
    line: TaskLine | None = None
    told: Told | None = None
    addition: Addition = NOTHING
    column: str = ""
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Books:
    """What the books say of the plan that is compared with.

    Attributes:
        mark: Tells them from those of other branches.
        year: The year of the plan.
        lines: What was handed out in it.
        today: No day after it has come.
    """

    mark: str
    year: int
    lines: Sequence[TaskLine]
    today: date


def compare(files: Sequence[FilledFile], books: Books, received_on: date) -> list[ComparedRow]:
    """Every row of some files against the books, in their order.

    Args:
        files: As they came back.
        books: What they are compared with.
        received_on: The day that figures are of where a file does not say.
    """
    seen: dict[int, tuple[str, Told]] = {}
    rows: list[ComparedRow] = []
    for number, file in enumerate(files):
        rows += _OfFile(number, file, books, received_on, seen).rows()
    return rows


class _OfFile:
    """The comparing of one file."""

    def __init__(
        self,
        number: int,
        file: FilledFile,
        books: Books,
        received_on: date,
        seen: dict[int, tuple[str, Told]],
    ) -> None:
        self._number, self._file, self._books = number, file, books
        self._received_on, self._seen = received_on, seen
        self._by_id = {line.id: line for line in books.lines}
        self._whom = ""
        self._words: set[tuple[str, str]] = set()
        self._unkeyed: Mapping[tuple[str, str], list[TaskLine]] = {}

    def rows(self) -> list[ComparedRow]:
        """Its rows; one line about the file where it cannot be taken at all."""
        sheet = self._file.sheet
        if self._file.fault:
            return [self._refused(self._file.fault)]
        if sheet is None or not sheet.rows:
            return [self._refused("Trong tệp không có bảng phiếu việc. Xem lại có nhầm tệp không.")]
        keys = [key for row in sheet.rows if (key := read_key(row.key)) is not None]
        fault = self._of_elsewhere(keys)
        if fault:
            return [self._refused(fault)]
        self._whom = self._whose(keys, sheet)
        if not self._whom:
            return [
                self._refused("Không biết phiếu của đơn vị nào: mất cả cột mã dòng lẫn tên đơn vị.")
            ]
        own = [line for line in self._books.lines if whose(line) == self._whom]
        self._words = set(map(_words_of, own))
        self._unkeyed = _by_words(own, {key.assignment_id for key in keys})
        told_on, rows = self._told_on(sheet)
        if sheet.lacking:
            gone = ", ".join(f"“{one}”" for one in sheet.lacking)
            rows.append(self._refused(f"Không thấy cột {gone}; các cột còn lại vẫn đọc được."))
        return rows + [self._row(row, told_on) for row in sheet.rows]

    def _of_elsewhere(self, keys: Sequence[RowKey]) -> str:
        """Why a file does not belong here, by the keys of all its rows."""
        mark, year = self._books.mark[:MARK_LETTERS], self._books.year
        if keys and all(key.mark != mark for key in keys):
            return "Phiếu này của Hội khác, hoặc của sổ thực hành, không phải của sổ đang mở."
        years = {key.year for key in keys}
        if keys and year not in years:
            other = min(years)
            return (
                f"Phiếu này của kế hoạch năm {other}, bác đang nhận phiếu năm {year}. Nếu đúng là "
                f"muốn nhận thì chọn năm {other} ở thẻ Phiếu việc rồi nhận lại."
            )
        return ""

    def _whose(self, keys: Sequence[RowKey], sheet: FilledSheet) -> str:
        """Whose checklist it is: of whom most rows are, else of whom it says it is."""
        whom = [key.whom for key in keys]
        if whom:
            return max(dict.fromkeys(whom), key=whom.count)
        named = {whose(one) for one in self._books.lines if _is_named(one, sheet.unit)}
        return named.pop() if len(named) == 1 else ""

    def _told_on(self, sheet: FilledSheet) -> tuple[date, list[ComparedRow]]:
        """The day its figures are of, and a line about it where it cannot be that day."""
        day, today = sheet.told_on, self._books.today
        fault = sheet.told_fault
        if day is not None and day > today:
            fault = f"Ngày của số liệu {short_date(day)} chưa tới."
        if not fault:
            return day or self._received_on, []
        sentence = f"{fault} Lấy ngày nhận phiếu {short_date(self._received_on)}."
        return self._received_on, [self._refused(sentence)]

    # Rows

    def _row(self, row: FilledRow, told_on: date) -> ComparedRow:
        line: TaskLine | None = None
        try:
            line = self._line(row)
            if row.is_blank:
                return self._found(row, Found.BLANK, line)
            told = told_by(row)
            if (twin := self._twin(line, told)) is not None:
                return self._found(row, Found.SAME, line, told, Addition(remark=twin))
            addition = work_out(told, line, told_on, self._books.today)
        except RowTrouble as trouble:
            if row.is_blank:
                return self._found(row, Found.BLANK, line)
            what = line.item.what if line else row.what
            place = (self._number, row.number)
            return ComparedRow(
                place,
                self._file.name,
                Found.PROBLEM,
                what,
                row.said,
                line,
                column=trouble.column,
                problem=str(trouble),
            )
        self._seen[line.id] = f"{self._file.name}, dòng {row.number}", told
        found = Found.NEW if addition.news else Found.SAME
        return self._found(row, found, line, told, addition)

    def _line(self, row: FilledRow) -> TaskLine:
        """The work a row is about.

        Raises:
            RowTrouble: It is none of this unit in this year.
        """
        key = read_key(row.key)
        if key is None:
            return self._line_by_words(row)
        line = self._by_id.get(key.assignment_id)
        if line is None:
            raise RowTrouble(HEADERS[KEY], _GONE)
        if str(row_key(line, self._books.mark)) != str(key):
            raise RowTrouble(HEADERS[KEY], f"Mã dòng không khớp với sổ. {_GONE}")
        if key.whom != self._whom:
            raise RowTrouble(
                HEADERS[KEY], f"Dòng này là việc của {line.who}, không phải của phiếu."
            )
        self._check_words(row, line)
        return line

    def _check_words(self, row: FilledRow, line: TaskLine) -> None:
        """See that the words still stand beside their key; sorting some columns parts them."""
        period = _period(row) or line.assignment.period
        said = fold(row.what), period.code
        if said != _words_of(line) and said in self._words:
            raise RowTrouble(
                HEADERS[WHAT],
                f"Dòng ghi “{row.what}”, {period.label}, mà mã dòng là của “{line.item.what}”, "
                f"{line.assignment.period.label}: có lẽ đã sắp xếp lệch cột. "
                "Hỏi lại đơn vị rồi ghi tay việc này.",
            )

    def _line_by_words(self, row: FilledRow) -> TaskLine:
        """The work of a row that has lost its key, or that the chi hội has written itself."""
        what = fold(row.what)
        period = _period(row)
        found = [
            line
            for (words, code), lines in self._unkeyed.items()
            if words == what and (period is None or period.code == code)
            for line in lines
        ]
        if len(found) == 1:
            return found[0]
        sentence = (
            "Dòng đơn vị tự thêm, không có trong việc đã giao. Nếu đúng là việc mới thì giao việc "
            "ấy cho đơn vị ở thẻ Kế hoạch năm rồi ghi tiến độ."
        )
        if found:
            sentence = "Dòng mất mã, mà đơn vị có nhiều việc cùng tên; không biết là việc nào."
        raise RowTrouble(HEADERS[WHAT], sentence)

    def _twin(self, line: TaskLine, told: Told) -> str | None:
        """Where the same was said before among these files.

        Raises:
            RowTrouble: Something else was said of the same work.
        """
        before = self._seen.get(line.id)
        if before is None:
            return None
        place, said = before
        if said != told:
            raise RowTrouble("", f"Việc này đã có ở {place} và ghi khác. Giữ một dòng đúng.")
        return f"Giống hệt {place}."

    def _found(
        self,
        row: FilledRow,
        found: Found,
        line: TaskLine | None,
        told: Told | None = None,
        addition: Addition = NOTHING,
    ) -> ComparedRow:
        what = line.item.what if line else row.what
        place = (self._number, row.number)
        return ComparedRow(place, self._file.name, found, what, row.said, line, told, addition)

    def _refused(self, sentence: str) -> ComparedRow:
        """A line about the whole file."""
        return ComparedRow((self._number, 0), self._file.name, Found.PROBLEM, problem=sentence)


def _is_named(line: TaskLine, name: str) -> bool:
    return bool(name) and fold(name) in (fold(line.who), fold(line.unit_code))


def _period(row: FilledRow) -> TaskPeriod | None:
    """The period that a row names; a blank cell names none."""
    return read_period(row.period) if row.period else None


def _words_of(line: TaskLine) -> tuple[str, str]:
    """Item and period, folded, by which a unit tells its work apart."""
    return fold(line.item.what), line.assignment.period.code


def _by_words(
    own: Sequence[TaskLine], taken: Collection[int]
) -> dict[tuple[str, str], list[TaskLine]]:
    """Item and period, folded → the work of a unit that no key of its file names."""
    found: dict[tuple[str, str], list[TaskLine]] = {}
    for line in own:
        if line.id not in taken:
            found.setdefault(_words_of(line), []).append(line)
    return found
