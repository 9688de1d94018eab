"""From the cells of the data rows, column by column, to typed rows and their problems."""

import dataclasses
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from ccb_desktop.domain.exchange.fields import Field, FieldType, SheetKind
from ccb_desktop.domain.exchange.rows import DataRow
from ccb_desktop.domain.exchange.source import CellValue, as_text
from ccb_desktop.domain.exchange.text_cells import CellTrouble, Reader, Several
from ccb_desktop.domain.exchange.typed_rows import CellProblem, TypedRow


class _Values(dict[CellValue, object]):
    """Cell → value, each different cell read once: most columns repeat themselves."""

    def __init__(self, read: Reader) -> None:
        super().__init__({None: None})
        self._read = read
        self.special: set[CellValue] = set()

    def __missing__(self, cell: CellValue) -> object:
        try:
            value = self._read(cell)
        except CellTrouble as trouble:
            value = trouble
        if isinstance(value, CellTrouble | Several):
            self.special.add(cell)
        self[cell] = value
        return value


@dataclass(slots=True)
class ColumnValues:
    """One column read: a value for each row, what several fields learn, what is wrong.

    Attributes:
        header: The header as it stands in the file.
        several: Place of the row → what its cell says about more than one field.
        troubles: Place of the row → its cell and what is wrong with it.
    """

    field: Field
    header: str
    values: list[object]
    several: dict[int, Several] = dataclasses.field(default_factory=dict)
    troubles: dict[int, tuple[CellValue, str]] = dataclasses.field(default_factory=dict)


def read_column(
    entry: Field, header: str, cells: Sequence[CellValue], read: Reader
) -> ColumnValues:
    """Read one column."""
    known = _Values(read)
    column = ColumnValues(entry, header, list(map(known.__getitem__, cells)))
    if known.special:
        for place, cell in enumerate(cells):
            if cell in known.special:
                _set_apart(column, place, cell)
    return column


def _set_apart(column: ColumnValues, place: int, cell: CellValue) -> None:
    value = column.values[place]
    column.values[place] = None
    if isinstance(value, Several):
        column.several[place] = value
    else:
        column.troubles[place] = cell, str(value)


def assemble(
    kind: SheetKind, data: Sequence[DataRow], columns: Iterable[ColumnValues]
) -> tuple[list[TypedRow], list[CellProblem]]:
    """The rows of all columns together, and the problems by row.

    A problem in a required cell drops the row, one in another cell only that cell
    (`exchange.md`, meaning 8).
    """
    read = list(columns)
    names = [column.field.name for column in read]
    made: list[dict[str, object]] = [
        {name: value for name, value in zip(names, values, strict=True) if value is not None}
        for values in zip(*(column.values for column in read), strict=True)
    ] or [{} for _row in data]
    problems: list[tuple[int, CellProblem]] = []
    filled_as_male: set[int] = set()
    for column in read:
        problems += _troubles(column, data, kind)
        problems += _spread(column, data, made, filled_as_male)
    _inherit_units(kind, data, made)
    problems += _missing(kind, read, data, made, {(place, p.field) for place, p in problems})
    dropped = {place for place, problem in problems if not problem.row_kept}
    rows = [
        TypedRow(row.number, values)
        for place, (row, values) in enumerate(zip(data, made, strict=True))
        if place not in dropped
    ]
    problems.sort(key=lambda pair: pair[0])
    return rows, [replace(found, row_kept=place not in dropped) for place, found in problems]


def _troubles(
    column: ColumnValues, data: Sequence[DataRow], kind: SheetKind
) -> Iterator[tuple[int, CellProblem]]:
    """The cells of a column that cannot be understood."""
    name = _field_meant(column.field)
    kept = name not in kind.required
    for place, (cell, message) in column.troubles.items():
        number = data[place].number
        yield place, CellProblem(number, column.header, name, as_text(cell), message, kept)


def _field_meant(entry: Field) -> str:
    """The field of a column; `Nam` and `Nữ` give the date of birth, pieces of a name the name."""
    if entry.type is FieldType.SEX_COLUMN:
        return "born_on"
    return "full_name" if entry.type is FieldType.NAME_PART else entry.name


def _spread(
    column: ColumnValues,
    data: Sequence[DataRow],
    made: Sequence[dict[str, object]],
    filled_as_male: set[int],
) -> Iterator[tuple[int, CellProblem]]:
    """Give every field what a cell says of it; a column of the field's own goes before."""
    for place, several in column.several.items():
        for name, value in several.values.items():
            if value is not None:
                made[place].setdefault(name, value)
        if column.field.name == "male":
            filled_as_male.add(place)
        elif column.field.name == "female" and place in filled_as_male:
            message = "Ghi cả cột Nam và cột Nữ, chưa rõ giới tính."
            number = data[place].number
            yield place, CellProblem(number, column.header, "born_on", "", message, False)


def _inherit_units(
    kind: SheetKind, data: Sequence[DataRow], made: Sequence[dict[str, object]]
) -> None:
    """Give rows without a unit of their own that of the title above them."""
    names = {entry.name for entry in kind.fields}
    inherited = "unit" if "unit" in names else "club" if "club" in names else ""
    for row, values in zip(data, made, strict=True):
        if row.unit and inherited:
            values.setdefault(inherited, row.unit)
        if row.sub_unit and "sub_unit" in names:
            values.setdefault("sub_unit", row.sub_unit)


def _missing(
    kind: SheetKind,
    columns: Iterable[ColumnValues],
    data: Sequence[DataRow],
    made: Sequence[Mapping[str, object]],
    known: Set[tuple[int, str]],
) -> Iterator[tuple[int, CellProblem]]:
    """The required cells that are blank, unless they are a problem already."""
    headers = {column.field.name: column.header for column in columns}
    for name in kind.required:
        entry = kind.field(name)
        header = headers.get(name, entry.header)
        for place, values in enumerate(made):
            if name not in values and (place, name) not in known:
                message = f"Thiếu {entry.header}."
                yield place, CellProblem(data[place].number, header, name, "", message, False)
