"""Sorting the rows below a header: people and records apart from titles, sums and signatures."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from ccb_desktop.domain.exchange.fields import SheetKind
from ccb_desktop.domain.exchange.headers import (
    Header,
    fields_of_header,
    is_column_numbers,
    is_serial,
)
from ccb_desktop.domain.exchange.source import CellValue, SourceRow, as_text
from ccb_desktop.domain.exchange.typed_rows import SkippedRow
from ccb_desktop.domain.exchange.unit_names import (
    is_sub_unit,
    unit_in_heading,
    unit_of_title_row,
)
from ccb_desktop.domain.people_names import fold, normalise

ABOVE = "Đề mục phía trên bảng"
REPEATED_HEADER = "Tiêu đề cột lặp lại"
COLUMN_NUMBERS = "Dòng đánh số cột"
SUM = "Dòng cộng"
UNIT_TITLE = "Dòng tên đơn vị"
SIGNATURE = "Phần ký tên"
ONLY_SERIAL = "Chỉ có số thứ tự"
REMARK = "Dòng ghi chú"


class DataRow(NamedTuple):
    """A row that should become a record, and the unit under whose title it stands."""

    number: int
    cells: tuple[CellValue, ...]
    unit: str
    sub_unit: str


@dataclass(slots=True)
class SortedRows:
    """Every row of a sheet that is not part of its header, in one of three lists.

    Attributes:
        stranded: Rows below a second header whose columns stand in other places.
    """

    data: list[DataRow] = field(default_factory=list)
    skipped: list[SkippedRow] = field(default_factory=list)
    stranded: list[SourceRow] = field(default_factory=list)


def sort_rows(
    rows: Sequence[SourceRow],
    header: Header,
    kind: SheetKind,
    fields: Mapping[int, str],
    unit: str = "",
) -> SortedRows:
    """Put every row above and below the header where it belongs.

    Args:
        rows: The rows of the sheet, in Unicode.
        header: Where the header stands.
        kind: What the sheet holds.
        fields: Column → field, matched by itself or by hand.
        unit: The unit of the rows under no title, when no heading names one.
    """
    above = rows[: header.first]
    sorter = _RowSorter(header, kind, fields, _unit_above(above) or unit)
    for row in above:
        sorter.skip(row, ABOVE)
    for row in rows[header.last + 1 :]:
        sorter.take(row)
    return sorter.sorted


def _unit_above(rows: Sequence[SourceRow]) -> str:
    """The unit that the headings above the table name, if they name one only."""
    texts = (as_text(value) for row in rows for value in row.cells if isinstance(value, str))
    named = {unit for text in texts if (unit := unit_in_heading(text))}
    return named.pop() if len(named) == 1 else ""


_SUM_WORDS = frozenset({"tổng", "cộng"})
_SUM = re.compile(
    r"(?:tong|cong)"
    r"(?: (?:cong|so|toan|chi hoi|luy ke|trang|don|hoi vien|thu|chi|nam|nu|[0-9])\b.*)?"
)
_SUM_WITHOUT_MARKS = re.compile(r"(?:tong|cong)(?: (?:cong|so|chi hoi|luy ke)\b.*)?")
_DATED = re.compile(r"(?:.{0,60} )?ngay(?: \d{1,2})? thang(?: \d{1,2})? nam(?: \d{1,4})?")
_SIGNED = re.compile(
    r"(?:nguoi lap|lap bieu|lap bang|t ?m |tm$|kt |thu ky|chi hoi truong|pho chi hoi truong"
    r"|chi hoi pho|phan hoi truong|chu tich|pho chu tich|ke toan|thu quy|thu truong|xac nhan"
    r"|noi nhan|truong ban|ban chap hanh|ban thuong vu|uy ban|dai dien|chu nhiem|ky ghi ro|ky ten"
    r"|da ky|nguoi ky)\b.*"
)
_REMARK = re.compile(r"(?:ghi chu|luu y|chu thich|danh sach (?:nay )?(?:co|gom)|an dinh)\b.*")


class _RowSorter:
    """Walks down the rows and remembers what titles above them said."""

    def __init__(
        self, header: Header, kind: SheetKind, fields: Mapping[int, str], unit: str
    ) -> None:
        self.sorted = SortedRows()
        self._kind = kind
        self._fields = fields
        self._serials = {column for column, text in header.labels.items() if is_serial(text)}
        self._width = max(fields, default=0) + 1
        self._anchors = _anchors(kind, fields)
        self._name = next(
            (column for column, name in sorted(fields.items()) if name in kind.required), 0
        )
        self._is_first_word = _FirstWords(kind)
        names = set(fields.values())
        known = {entry.name for entry in kind.fields}
        self._has_units = bool({"unit", "club"} & known)
        self._places_name_units = self._has_units and not {"unit", "club"} & names
        self._unit, self._sub_unit = unit if "unit" in known else "", ""
        self._signed = self._other_columns = False

    def skip(self, row: SourceRow, reason: str) -> None:
        """List a row as no record."""
        text = " | ".join(as_text(value) for value in row.cells if value is not None)
        self.sorted.skipped.append(SkippedRow(row.number, reason, normalise(text)[:200]))

    def take(self, row: SourceRow) -> None:
        """Put one row below the header where it belongs."""
        cells = row.cells
        if len(cells) < self._width:
            cells += (None,) * (self._width - len(cells))
        if not self._is_plain(cells):
            reason = self._reason_to_skip(row)
            if reason:
                self.skip(row, reason)
                return
        if self._other_columns:
            self.sorted.stranded.append(row)
            return
        self.sorted.data.append(DataRow(row.number, cells, self._unit, self._sub_unit))

    def _is_anchored(self, cells: tuple[CellValue, ...]) -> bool:
        """Whether all required cells are filled."""
        for columns in self._anchors:
            for column in columns:
                if cells[column] is not None:
                    break
            else:
                return False
        return True

    def _is_plain(self, cells: tuple[CellValue, ...]) -> bool:
        """Whether it is a record at first sight: nearly every row is."""
        if self._other_columns or not self._is_anchored(cells):
            return False
        first = cells[self._name]
        return self._is_first_word[first.split(None, 1)[0]] if isinstance(first, str) else True

    def _reason_to_skip(self, row: SourceRow) -> str:
        """Why a row is no record; empty when it is one after all."""
        filled = {
            column: text
            for column, value in enumerate(row.cells)
            if (text := normalise(as_text(value)))
        }
        texts = list(filled.values())
        anchored = self._is_anchored(row.cells + (None,) * (self._width - len(row.cells)))
        if self._is_header(filled):
            return REPEATED_HEADER
        if is_column_numbers(texts):
            return COLUMN_NUMBERS
        heads = [filled[self._name]] if anchored else texts[:3]
        if any(_is_sum(text) for text in heads):
            return SUM
        if anchored:
            return ""
        return self._reason_of_sparse_row(row, filled)

    def _reason_of_sparse_row(self, row: SourceRow, filled: Mapping[int, str]) -> str:
        """The same for a row in which required cells are blank."""
        if self._enter_unit(filled):
            return UNIT_TITLE
        if filled.keys() <= self._serials and all(len(text) <= 5 for text in filled.values()):
            return ONLY_SERIAL
        if self._is_signature(row, filled):
            self._signed = True
            return SIGNATURE
        texts = list(filled.values())
        if _REMARK.fullmatch(fold(texts[0])):
            return REMARK
        alone = len(texts) == 1 and self._name not in filled
        return REMARK if alone else ""

    def _is_header(self, filled: Mapping[int, str]) -> bool:
        """Whether it repeats the header; notes when its columns stand in other places."""
        meant = {
            column: fields_of_header(self._kind, text)
            for column, text in filled.items()
            if not is_serial(text)
        }
        known = {column: fields for column, fields in meant.items() if fields}
        serials = len(filled) - len(meant)
        if len(known) + serials < 2 or 2 * (len(known) + serials) < len(filled):
            return False
        moved = [
            column
            for column, fields in known.items()
            if not fields & {self._fields.get(column, ""), "male", "female"}
        ]
        self._other_columns = len(moved) >= 2 and 2 * len(moved) > len(known)
        return True

    def _enter_unit(self, filled: Mapping[int, str]) -> bool:
        """Whether it is a unit's title; the rows below belong to that unit."""
        words = {column: text for column, text in filled.items() if not text.isdigit()}
        if not self._has_units or not 1 <= len(words) <= 2 or len(filled) - len(words) > 2:
            return False
        *before, (column, title) = words.items()
        if before and not re.fullmatch(r"[IVXLC]+|[A-H]", before[0][1]):
            return False
        if len(filled) > 1 and self._fields.get(column) in ("unit", "sub_unit", "club"):
            return False
        unit = unit_of_title_row(title, places=self._places_name_units)
        if not unit:
            return False
        if is_sub_unit(unit):
            self._sub_unit = unit
        else:
            self._unit, self._sub_unit = unit, ""
        return True

    def _is_signature(self, row: SourceRow, filled: Mapping[int, str]) -> bool:
        """Whether it belongs to the place, date, offices and names at the bottom."""
        texts = [fold(text) for text in filled.values()]
        typed = any(value is not None and not isinstance(value, str) for value in row.cells)
        if typed or len(texts) > 4:
            return False
        if self._signed:
            return len(texts) <= 3
        name = fold(filled.get(self._name, ""))
        if name and not (_DATED.fullmatch(name) or _SIGNED.fullmatch(name)):
            return False
        return any(_DATED.fullmatch(text) or _SIGNED.fullmatch(text) for text in texts)


def _is_sum(text: str) -> bool:
    """Whether a cell heads a row of sums; the family names *Tống* and *Công* do not."""
    first = text.lower().split()[0].strip(":.,(")
    if first in _SUM_WORDS:
        return _SUM.fullmatch(fold(text)) is not None
    return first in ("tong", "cong") and _SUM_WITHOUT_MARKS.fullmatch(fold(text)) is not None


def _anchors(kind: SheetKind, fields: Mapping[int, str]) -> list[tuple[int, ...]]:
    """For every required field that has columns: the columns, one of which must be filled."""
    by_field: dict[str, list[int]] = {}
    for column, name in fields.items():
        means = "born_on" if name in ("male", "female") else name
        by_field.setdefault(means, []).append(column)
    return [tuple(by_field[name]) for name in kind.required if name in by_field]


class _FirstWords(dict[str, bool]):
    """First word of a cell → whether it can begin a record, not a header or a sum."""

    def __init__(self, kind: SheetKind) -> None:
        super().__init__()
        wordings = (text for entry in kind.fields for text in (entry.header, *entry.also))
        headers = {normalise(wording).lower().split()[0] for wording in wordings}
        self._others = headers | _SUM_WORDS | {"tong", "cong"}

    def __missing__(self, word: str) -> bool:
        plain = unicodedata.normalize("NFC", word).lower()
        found = plain[:1].isalpha() and len(plain) > 1 and plain not in self._others
        self[word] = found
        return found
