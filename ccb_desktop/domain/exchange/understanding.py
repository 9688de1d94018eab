"""Understanding sheets and whole files: from rows as they stand to typed rows and problems."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from ccb_desktop.domain.exchange.cells import reader_of
from ccb_desktop.domain.exchange.choices import CodeLists
from ccb_desktop.domain.exchange.column_values import ColumnValues, assemble, read_column
from ccb_desktop.domain.exchange.fields import SheetKind
from ccb_desktop.domain.exchange.headers import (
    Header,
    find_header,
    header_choices,
    is_serial,
    row_of_shape,
)
from ccb_desktop.domain.exchange.old_fonts import CleanRows, in_unicode
from ccb_desktop.domain.exchange.own_columns import (
    own_columns,
    with_own_choices,
    with_own_fields,
    without_lost_fields,
)
from ccb_desktop.domain.exchange.rows import DataRow, sort_rows
from ccb_desktop.domain.exchange.sheet_kinds import READABLE_NOW, SHEET_KINDS, sheet_kind
from ccb_desktop.domain.exchange.source import (
    CellValue,
    ErrorValue,
    MergedRange,
    SourceRow,
    SourceSheet,
    SourceWorkbook,
    as_text,
)
from ccb_desktop.domain.exchange.typed_rows import (
    CellProblem,
    Conversion,
    SheetColumn,
    SheetMapping,
    TypedRow,
    UnderstoodSheet,
    UnderstoodWorkbook,
)
from ccb_desktop.domain.own_fields import OwnField
from ccb_desktop.domain.people_names import normalise

HIDDEN = "Trang đang ẩn nên không đọc."
BLANK = "Trang trống."
UNKNOWN = "Không nhận ra trang này là danh sách gì. Có thể chỉ từng cột bằng tay."
NOT_YET = "Trang {label} chưa đọc ở bản này."
_OTHER_COLUMNS = (
    "Từ dòng tiêu đề thứ hai, các cột đứng ở chỗ khác. Hãy tách phần này thành một trang riêng."
)
Pulse = Callable[[], object]
"""Called between two pieces of work; may raise to stop."""

_SAMPLES = 3
_ROWS_FOR_SAMPLES = 50
_MOST_COLUMNS = 300


def understand_workbook(
    workbook: SourceWorkbook,
    mappings: Mapping[str, SheetMapping] | None = None,
    *,
    code_lists: CodeLists | None = None,
    readable: Iterable[str] = READABLE_NOW,
    today: date | None = None,
    own_fields: Sequence[OwnField] = (),
    remembered: Mapping[str, SheetMapping] | None = None,
    pulse: Pulse = lambda: None,
) -> UnderstoodWorkbook:
    """Understand every sheet of a file.

    Args:
        workbook: The file as it stands.
        mappings: Name of a sheet → what the officer says about it.
        code_lists: The branch's own code lists.
        readable: The kinds of sheets to read; others are recognised and listed.
        today: As for `understand`.
        own_fields: As for `understand`.
        remembered: As for `understand`.
        pulse: As for `understand`.
    """
    wanted = frozenset(readable)
    understood = [
        understand(
            sheet,
            (mappings or {}).get(sheet.name),
            code_lists=code_lists,
            readable=wanted,
            today=today,
            own_fields=own_fields,
            remembered=remembered,
            pulse=pulse,
        )
        for sheet in workbook.sheets
    ]
    order = [kind.name for kind in SHEET_KINDS]
    read = [sheet for sheet in understood if not sheet.ignored_reason]
    read.sort(key=lambda sheet: order.index(sheet.kind or ""))
    ignored = tuple(sheet for sheet in understood if sheet.ignored_reason)
    return UnderstoodWorkbook(workbook, tuple(read), ignored)


def understand(
    sheet: SourceSheet,
    mapping: SheetMapping | None = None,
    *,
    code_lists: CodeLists | None = None,
    readable: frozenset[str] | None = None,
    today: date | None = None,
    own_fields: Sequence[OwnField] = (),
    remembered: Mapping[str, SheetMapping] | None = None,
    pulse: Pulse = lambda: None,
) -> UnderstoodSheet:
    """Understand one sheet: what it holds, its columns, its rows.

    Args:
        sheet: The sheet as it stands.
        mapping: What the officer says about it.
        code_lists: The branch's own code lists; as first delivered where left out.
        readable: The kinds whose rows are to be read; all, when left out.
        today: The day after which nobody can be born; the present day when left out.
        own_fields: The branch's own fields; a column headed by the label of one is read as it.
        remembered: Shape of a header → how the officer matched sheets that have it; looked at
            where he says nothing of this one.
        pulse: Called between two pieces of work; may raise to stop.
    """
    if sheet.hidden:
        return UnderstoodSheet(source=sheet, ignored_reason=HIDDEN)
    pulse()
    clean = in_unicode(sheet)
    said = mapping or _remembered(clean, sheet.merges, remembered or {})
    kind = sheet_kind(said.kind) if said.kind else None
    header = find_header(clean.rows, sheet.merges, kind=kind, row_number=said.header_row)
    if header is None:
        return UnderstoodSheet(source=sheet, ignored_reason=BLANK)
    said = without_lost_fields(said, own_fields)
    fields = _matched(header, said, own_columns(header.kind, header.labels, own_fields))
    recognised = replace(
        _recognised(sheet, clean, header, fields),
        ignored_reason=_reason_to_ignore(header.kind, readable),
        own_fields=tuple(own_fields),
    )
    if recognised.ignored_reason:
        return recognised
    code_lists = with_own_choices(code_lists, own_fields)
    reading = _Reading(code_lists, today, said.unit, pulse)
    return _with_rows(recognised, clean, header, fields, reading)


def _remembered(
    clean: CleanRows, merges: Sequence[MergedRange], remembered: Mapping[str, SheetMapping]
) -> SheetMapping:
    """How sheets of this shape were matched: of the header found, else of any that is there."""
    if not remembered:
        return SheetMapping()
    header = find_header(clean.rows, merges)
    if header is not None and header.shape_key in remembered:
        return remembered[header.shape_key]
    found = row_of_shape(clean.rows, merges, remembered.keys())
    if found is None:
        return SheetMapping()
    return replace(remembered[found[0]], header_row=found[1])


def _recognised(
    sheet: SourceSheet, clean: CleanRows, header: Header, fields: Mapping[int, str]
) -> UnderstoodSheet:
    """What the header alone tells of a sheet."""
    return UnderstoodSheet(
        source=sheet,
        kind=header.kind.name if header.kind else None,
        header_row=clean.rows[header.last].number,
        header_choices=header_choices(clean.rows),
        columns=_columns(clean.rows[header.last + 1 :], header, fields),
        shape_key=header.shape_key,
    )


def _reason_to_ignore(kind: SheetKind | None, readable: frozenset[str] | None) -> str:
    if kind is None:
        return UNKNOWN
    if readable is not None and kind.name not in readable:
        return NOT_YET.format(label=kind.label)
    return ""


def _matched(header: Header, said: SheetMapping, own: Mapping[int, str]) -> dict[int, str]:
    """Column → field: what the officer said, then the branch's own, then the usual ones."""
    by_hand = {column: name for column, name in said.columns.items() if name is not None}
    taken = set(by_hand.values())
    found = {
        column: name
        for column, name in {**header.fields, **own}.items()
        if column not in said.columns and name not in taken
    }
    return {**found, **by_hand}


def _columns(
    below: Sequence[SourceRow], header: Header, fields: Mapping[int, str]
) -> tuple[SheetColumn, ...]:
    """Every column with a header or data but the running number, for the officer to look at."""
    samples: dict[int, list[str]] = {}
    for row in below[:_ROWS_FOR_SAMPLES]:
        for column, value in enumerate(row.cells[:_MOST_COLUMNS]):
            seen = samples.setdefault(column, [])
            if value is not None and len(seen) < _SAMPLES:
                seen.append(as_text(value))
    filled = {column for column, seen in samples.items() if seen}
    serials = {column for column, label in header.labels.items() if is_serial(label)}
    known = (filled | set(header.labels)) - serials
    return tuple(
        SheetColumn(
            column,
            header.labels.get(column, ""),
            fields.get(column),
            tuple(samples.get(column, ())),
        )
        for column in sorted(known)
    )


class _Reading(NamedTuple):
    """With what cells are read."""

    code_lists: CodeLists | None
    today: date | None
    unit: str | None
    pulse: Pulse


def _with_rows(
    sheet: UnderstoodSheet,
    clean: CleanRows,
    header: Header,
    fields: dict[int, str],
    reading: _Reading,
) -> UnderstoodSheet:
    """The sheet with its rows typed."""
    kind = with_own_fields(sheet_kind(sheet.kind or ""), sheet.own_fields)
    reading.pulse()
    split = sort_rows(clean.rows, header, kind, fields, reading.unit or "")
    reading.pulse()
    data = _filled_by_merges(split.data, sheet.source.merges, fields)
    fields = _with_split_name(data, header, fields)
    columns = _read_columns(kind, data, header, fields, reading)
    reading.pulse()
    rows, problems = assemble(kind, data, columns)
    reading.pulse()
    stranded = [
        CellProblem(row.number, "", "", _row_text(row), _OTHER_COLUMNS, False)
        for row in split.stranded
    ]
    return replace(
        sheet,
        missing_fields=_missing_fields(kind, fields, data),
        rows=tuple(rows),
        problems=(*problems, *stranded),
        skipped_rows=tuple(split.skipped),
        converted=tuple(_conversions(clean, header, fields, data, rows)),
    )


def _row_text(row: SourceRow) -> str:
    return " | ".join(as_text(value) for value in row.cells if value is not None)[:200]


def _filled_by_merges(
    data: list[DataRow], merges: Iterable[MergedRange], fields: Mapping[int, str]
) -> list[DataRow]:
    """What stands in cells merged downwards holds for each of their rows."""
    tall = [
        merge
        for merge in merges
        if merge.last_row > merge.first_row
        and merge.first_column == merge.last_column
        and merge.first_column in fields
    ]
    places = {row.number: place for place, row in enumerate(data)}
    reached: dict[int, int] = {}
    for merge in sorted(tall, key=lambda merge: merge.first_row):
        column, top = merge.first_column, places.get(merge.first_row)
        if top is None or reached.get(column, -1) >= top:
            continue
        place = top + 1
        while place < len(data) and data[place].number <= merge.last_row:
            cells = list(data[place].cells)
            if cells[column] is None:
                cells[column] = data[top].cells[column]
            data[place] = data[place]._replace(cells=tuple(cells))
            place += 1
        reached[column] = place - 1
    return data


def _with_split_name(
    data: Sequence[DataRow], header: Header, fields: dict[int, str]
) -> dict[int, str]:
    """The matching, with the column behind the name as its last word where that has no header.

    Lists often write *Họ và tên* once over two columns.
    """
    behind = next((column + 1 for column, name in fields.items() if name == "full_name"), 0)
    if not behind or behind in header.labels or behind in fields or "given_name" in fields.values():
        return fields
    cells = [row.cells[behind] for row in data if len(row.cells) > behind]
    words = [cell for cell in cells if isinstance(cell, str)]
    if not words or 2 * len(words) < len(data) or any(len(word.split()) > 2 for word in words):
        return fields
    return {**fields, behind: "given_name"}


def _read_columns(
    kind: SheetKind,
    data: Sequence[DataRow],
    header: Header,
    fields: Mapping[int, str],
    reading: _Reading,
) -> list[ColumnValues]:
    """The columns that are read, in their order; pieces of a name as one."""
    cells = _by_column(data, fields)
    of_name = [c for c in sorted(fields) if fields[c] in ("family_name", "full_name", "given_name")]
    if len(of_name) > 1:
        whole = list(map(_joined, zip(*(cells[column] for column in of_name), strict=True)))
        cells = {column: cells[column] for column in cells if column not in of_name}
        cells[of_name[0]] = whole
        fields = {**fields, of_name[0]: "full_name"}

    def read(column: int) -> ColumnValues:
        reading.pulse()
        entry = kind.field(fields[column])
        reader = reader_of(entry, code_lists=reading.code_lists, today=reading.today)
        return read_column(entry, header.labels.get(column, entry.header), cells[column], reader)

    return [read(column) for column in sorted(cells)]


def _by_column(
    data: Sequence[DataRow], fields: Mapping[int, str]
) -> dict[int, Sequence[CellValue]]:
    """The cells of the columns that are read; every data row reaches as far as the last."""
    if not data:
        return dict.fromkeys(fields, ())
    columns = list(zip(*(row.cells for row in data), strict=False))
    return {column: columns[column] for column in fields}


def _joined(parts: tuple[CellValue, ...]) -> CellValue:
    """The pieces of a name as one cell; an error in one of them is the whole cell's."""
    errors = [part for part in parts if isinstance(part, ErrorValue)]
    if errors:
        return errors[0]
    return " ".join(as_text(part) for part in parts if part is not None) or None


def _missing_fields(
    kind: SheetKind, fields: Mapping[int, str], data: Sequence[DataRow]
) -> tuple[str, ...]:
    """Required fields that no column and no title gives."""
    given = set(fields.values())
    if "male" in given:
        given.add("born_on")
    if "given_name" in given:
        given.add("full_name")
    if any(row.unit for row in data):
        given |= {"unit", "club"}
    return tuple(name for name in kind.required if name not in given)


def _conversions(
    clean: CleanRows,
    header: Header,
    fields: Mapping[int, str],
    data: Sequence[DataRow],
    rows: Iterable[TypedRow],
) -> Iterator[Conversion]:
    """The cells of records that were brought out of an old font, as they come in."""
    if not clean.changed:
        return
    typed = {row.row_number: row.values for row in rows}
    for row in data:
        for column, name in sorted(fields.items()):
            changed = clean.changed.get((row.number, column))
            if changed is None:
                continue
            value = typed.get(row.number, {}).get(name)
            after = value if type(value) is str else normalise(as_text(row.cells[column]))
            label = header.labels.get(column, "")
            yield Conversion(row.number, label, name, changed[0], changed[1], after)
