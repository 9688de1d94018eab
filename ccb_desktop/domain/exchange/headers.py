"""Finding the header of a sheet, and what each of its columns holds."""

import itertools
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from hashlib import sha256

from ccb_desktop.domain.exchange.fields import SheetKind
from ccb_desktop.domain.exchange.sheet_kinds import SHEET_KINDS, sheet_kind
from ccb_desktop.domain.exchange.source import MergedRange, SourceRow
from ccb_desktop.domain.people_names import fold, normalise

HEADER_DEPTH = 30
"""The header begins in the first so many rows of the sheet."""

_MAX_SPAN = 3
_MAX_COLUMNS = 300
_CHOICE_LENGTH = 120  # characters by which a row is known again
_ENOUGH = 2  # columns understood, less two for each required one that is missing

_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_SIGNS = re.compile(r"[\W_]+")
_DATE_WORDS = re.compile(r"^(?:ngay thang nam|ngay thang|thang nam|nam) (?=.)")
_SERIAL_KEYS = frozenset({"stt", "tt", "thu tu", "s tt", "s t t"})


@lru_cache(maxsize=8192)
def header_key(text: str) -> str:
    """What the wordings of one header have in common.

    Case, marks, punctuation and line breaks do not count, nor whether one says *ngày*, *năm*
    or *ngày tháng năm*, *số* before a number, *và* between words.
    """
    if _SIGNS.sub(" ", normalise(text).lower()).strip() == "năm":
        return "nam (so)"  # a year; without marks it would be the sex
    key = _DATE_WORDS.sub("ngay ", fold(text)).replace(" va ", " ")
    return key.removeprefix("so ")


def header_keys(text: str) -> tuple[str, ...]:
    """The keys under which a header may be known: whole, and without notes in brackets."""
    whole, bare = header_key(text), header_key(_BRACKETS.sub(" ", text))
    return (whole,) if whole == bare or not bare else (whole, bare)


@lru_cache(maxsize=64)
def _wordings(kind_name: str) -> Mapping[str, tuple[tuple[int, str], ...]]:
    """Header key → fields it may mean, each with how likely (0 is the header itself)."""
    table: dict[str, dict[str, int]] = {}
    for field in sheet_kind(kind_name).fields:
        for place, wording in enumerate((field.header, *field.also)):
            for key in header_keys(wording):
                table.setdefault(key, {}).setdefault(field.name, place)
    return {
        key: tuple(sorted((place, name) for name, place in fields.items()))
        for key, fields in table.items()
    }


def is_serial(text: str) -> bool:
    """Whether a header means the running number (`STT`)."""
    return header_key(text) in _SERIAL_KEYS


def fields_of_header(kind: SheetKind, text: str) -> frozenset[str]:
    """The fields that a cell may be the header of."""
    wordings = _wordings(kind.name)
    return frozenset(name for key in header_keys(text) for _, name in wordings.get(key, ()))


@dataclass(frozen=True, slots=True)
class Header:
    """The header of a sheet.

    Attributes:
        first: Place of its first row among the rows of the sheet.
        last: Place of its last row; of the row of column numbers, if one follows.
        kind: What the sheet holds; `None` when it is no known kind.
        labels: Column → its header, levels joined; columns without a header are left out.
        fields: Column → field.
    """

    first: int
    last: int
    kind: SheetKind | None
    labels: Mapping[int, str]
    fields: Mapping[int, str]

    @property
    def shape_key(self) -> str:
        """Equal for files of one shape, so that a matching by hand can be remembered."""
        return _shape_key(self.labels)


def find_header(
    rows: Sequence[SourceRow],
    merges: Iterable[MergedRange] = (),
    *,
    kind: SheetKind | None = None,
    row_number: int | None = None,
) -> Header | None:
    """The header that explains the most columns, and the kind of sheet it makes.

    Without any known kind it is the row that looks most like a header, so that the officer
    can match its columns by hand; `None` for a sheet in which nothing can be a header.

    Args:
        rows: The rows of the sheet.
        merges: Its merged cells.
        kind: What the officer says the sheet holds.
        row_number: The row in which, as the officer says, the header ends; with or without
            the row of column numbers.
    """
    grid = _HeaderGrid(rows, merges)
    end = None if row_number is None else grid.place_of_end(row_number)
    spans = [span for span in grid.spans() if end in (None, span[1])]
    best: tuple[float, float] | None = None
    header = None
    for first, last in spans:
        labels = grid.labels(first, last)
        readings = _readings_of(labels)
        if len(readings) < _ENOUGH:
            continue
        for candidate in SHEET_KINDS if kind is None else (kind,):
            fields = match_columns(candidate, readings)
            rank = _score(candidate, fields), len(fields) / max(1, len(labels))
            if rank[0] >= _ENOUGH and (best is None or rank > best):
                best, header = rank, Header(first, last, candidate, _joined(labels), fields)
    return grid.with_column_numbers(header or grid.likeliest(spans, kind))


def header_choices(rows: Iterable[SourceRow]) -> tuple[tuple[int, str], ...]:
    """The rows that an officer may call the last of the header: number, and what they say."""
    top = itertools.takewhile(lambda row: row.number <= HEADER_DEPTH, rows)
    said = ((row.number, [text for value in row.cells if (text := _label(value))]) for row in top)
    return tuple(
        (number, " · ".join(texts)[:_CHOICE_LENGTH])
        for number, texts in said
        if texts and not is_column_numbers(texts)
    )


def row_of_shape(
    rows: Sequence[SourceRow], merges: Iterable[MergedRange], shape_keys: Collection[str]
) -> tuple[str, int] | None:
    """The first header of one of these shapes: its key, and the row in which it ends."""
    grid = _HeaderGrid(rows, merges)
    for first, last in sorted(grid.spans()):
        key = _shape_key(_joined(grid.labels(first, last)))
        if key in shape_keys:
            return key, grid.number(last)
    return None


def _shape_key(labels: Mapping[int, str]) -> str:
    shape = "|".join(f"{place}:{fold(text)}" for place, text in sorted(labels.items()))
    return sha256(shape.encode()).hexdigest()[:32]


Readings = Mapping[int, Sequence[str]]
"""Column → the keys under which its header may be known, the likeliest first."""


def match_columns(kind: SheetKind, readings: Readings) -> dict[int, str]:
    """Column → field: each field once, the likeliest wording first."""
    wordings = _wordings(kind.name)
    claims = sorted(
        (place, reading, column, name)
        for column, keys in readings.items()
        for reading, key in enumerate(keys)
        if key in wordings
        for place, name in wordings[key]
    )
    matched: dict[int, str] = {}
    for _, _, column, name in claims:
        if column not in matched and name not in matched.values():
            matched[column] = name
    return _only_pairs_of_sex(matched)


def _readings_of(labels: Mapping[int, tuple[str, ...]]) -> Readings:
    """The keys of headers of several levels: all of it, then its lower parts.

    Keys that no sheet knows are left out.
    """
    known = _known_keys()
    found = {}
    for column, levels in labels.items():
        parts = [levels[start:] for start in range(len(levels))]
        if len(levels) == _MAX_SPAN:
            parts.append((levels[0], levels[-1]))
        keys = [key for part in parts for key in header_keys(" ".join(part)) if key in known]
        if keys:
            found[column] = keys
    return found


@lru_cache(maxsize=1)
def _known_keys() -> frozenset[str]:
    return frozenset(key for kind in SHEET_KINDS for key in _wordings(kind.name))


def _only_pairs_of_sex(matched: dict[int, str]) -> dict[int, str]:
    """`Nam` and `Nữ` mean two columns only side by side; alone each is something else."""
    sexes = {name: column for column, name in matched.items() if name in ("male", "female")}
    if len(sexes) == 2 and abs(sexes["male"] - sexes["female"]) == 1:
        return matched
    return {column: name for column, name in matched.items() if name not in sexes}


def _score(kind: SheetKind, fields: Mapping[int, str]) -> float:
    """How well a kind explains a header: columns understood, less what is missing."""
    found = set(fields.values())
    if "male" in found:
        found.add("born_on")
    needed = set(kind.required) - ({"unit"} if kind.roster else set())
    if not needed & found or (kind.roster and "full_name" not in found):
        return 0
    return len(fields) - 2 * len(needed - found)


def _joined(labels: Mapping[int, tuple[str, ...]]) -> dict[int, str]:
    return {column: " – ".join(levels) for column, levels in labels.items()}


class _HeaderGrid:
    """The rows in which a header can stand, read level by level."""

    def __init__(self, rows: Sequence[SourceRow], merges: Iterable[MergedRange]) -> None:
        deepest = HEADER_DEPTH + _MAX_SPAN
        top = [row for row in rows[:deepest] if row.number <= deepest]
        self._numbers = [row.number for row in top]
        self._typed = [[_is_typed(value) for value in row.cells[:_MAX_COLUMNS]] for row in top]
        self._texts = [[_label(value) for value in row.cells[:_MAX_COLUMNS]] for row in top]
        self._leads = {
            (merge.first_row, column): merge.first_column
            for merge in merges
            if merge.first_row <= deepest
            for column in range(merge.first_column, min(merge.last_column, _MAX_COLUMNS) + 1)
        }

    def number(self, place: int) -> int:
        """The row number at a place."""
        return self._numbers[place]

    def place_of_end(self, number: int) -> int:
        """Where a header ends that is said to end in this row; -1 when nothing stands there."""
        if number not in self._numbers:
            return -1
        place = self._numbers.index(number)
        return place - 1 if place and is_column_numbers(self._texts[place]) else place

    def spans(self) -> list[tuple[int, int]]:
        """First and last place of every run of rows that may be a header, short runs first.

        The lower levels of a header hold no numbers and no dates.
        """
        found = []
        for first, number in enumerate(self._numbers):
            if number > HEADER_DEPTH:
                break
            for last in range(first, min(first + _MAX_SPAN, len(self._numbers))):
                together = self._numbers[last] == number + last - first
                if not together or (last > first and any(self._typed[last])):
                    break
                found.append((first, last))
        return sorted(found, key=lambda span: span[1] - span[0])

    def labels(self, first: int, last: int) -> dict[int, tuple[str, ...]]:
        """Column → the levels of its header, from above, without repetition."""
        width = max(len(texts) for texts in self._texts[first : last + 1])
        found = {}
        for column in range(width):
            levels: list[str] = []
            for level in range(first, last + 1):
                text = self._text(level, last, column)
                if text and text not in levels[-1:]:
                    levels.append(text)
            if levels:
                found[column] = tuple(levels)
        return found

    def _own(self, level: int, column: int) -> str:
        texts = self._texts[level]
        return texts[column] if column < len(texts) else ""

    def _text(self, level: int, last: int, column: int) -> str:
        """A cell of the header; over a lower level, that of the group to which it belongs."""
        own = self._own(level, column)
        if own or not any(self._own(below, column) for below in range(level + 1, last + 1)):
            return own
        lead = self._leads.get((self._numbers[level], column))
        if lead is not None:
            return self._own(level, lead)
        to_the_left = (self._own(level, left) for left in range(column - 1, -1, -1))
        return next((text for text in to_the_left if text), "")

    def with_column_numbers(self, header: Header | None) -> Header | None:
        """The header with the row of column numbers below it, if there is one."""
        if header is None or header.last + 1 >= len(self._texts):
            return header
        numbered = is_column_numbers(self._texts[header.last + 1])
        return replace(header, last=header.last + 1) if numbered else header

    def likeliest(self, spans: Sequence[tuple[int, int]], kind: SheetKind | None) -> Header | None:
        """The row with the most texts; its columns are matched only as far as a kind is given."""
        places = [first for first, last in spans if first == last]
        if not places:
            return None
        place = max(places, key=self._count_texts)
        labels = self.labels(place, place)
        fields = match_columns(kind, _readings_of(labels)) if kind else {}
        return Header(place, place, kind, _joined(labels), fields)

    def _count_texts(self, place: int) -> int:
        pairs = zip(self._texts[place], self._typed[place], strict=True)
        return sum(bool(text) and not typed for text, typed in pairs)


def _is_typed(value: object) -> bool:
    return value is not None and not isinstance(value, str)


def _label(value: object) -> str:
    """The text of a header cell; a note in brackets alone is no level of its own."""
    text = "" if value is None else normalise(str(value))
    is_note = _BRACKETS.fullmatch(text) and not text.strip("()[] ").isalnum()
    return "" if is_note else text


_COLUMN_NUMBER = re.compile(r"[(\[]?\s*([0-9]{1,2}|[A-Za-z])\s*(?:=[^)\]]*)?[)\]]?")


def is_column_numbers(texts: Sequence[str]) -> bool:
    """Whether a row only numbers its columns: `(1) (2) (3)`, `A B 1 2`."""
    filled = [text for text in texts if text]
    found = [match for text in filled if (match := _COLUMN_NUMBER.fullmatch(text))]
    numbers = [int(match[1]) for match in found if match[1].isdigit()]
    in_order = all(after == number + 1 for number, after in itertools.pairwise(numbers))
    return len(filled) >= 3 and len(found) == len(filled) and len(numbers) >= 2 and in_order
