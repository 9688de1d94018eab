"""Puts together what is written into a form: its single blanks, the records of its rows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.superior_forms.contents import Contents, Record
from ccb_desktop.domain.superior_forms.forms import FormBlank
from ccb_desktop.domain.superior_forms.ties import Tie, TieKind, from_json
from ccb_desktop.domain.superior_forms.values import (
    Filled,
    FormSource,
    ListKey,
    column_cells,
    filled_of,
    list_length,
)

Tied = tuple[FormBlank, Tie]


@dataclass(frozen=True, slots=True, kw_only=True)
class Assembled:
    """What is written, and what is not known.

    Attributes:
        contents: By place.
        missing: The labels of blanks for which no book gives anything; `…` stands there.
        left: The labels of blanks to be typed for which nothing was typed, or for a number
            that is not given yet; they stay as they are.
    """

    contents: Contents
    missing: tuple[str, ...]
    left: tuple[str, ...]


def tied_blanks(blanks: Sequence[FormBlank]) -> list[Tied]:
    """The blanks with what they are tied to; what cannot be read is left out."""
    found = ((blank, from_json(blank.tie)) for blank in blanks)
    return [(blank, tie) for blank, tie in found if tie is not None]


def lists_wanted(tied: Sequence[Tied]) -> list[ListKey]:
    """The lists from which columns are taken, each once."""
    keys = ((tie.name, tie.filter) for _blank, tie in tied if tie.kind is TieKind.COLUMN)
    return list(dict.fromkeys(keys))


def units_wanted(tied: Sequence[Tied]) -> list[str]:
    """The codes of units whose figures are taken, each once; the branch is the empty code."""
    codes = (tie.unit for _blank, tie in tied if tie.kind is TieKind.FIGURE)
    return list(dict.fromkeys(codes))


def check_rows(tied: Sequence[Tied], row_of: Mapping[str, str]) -> None:
    """See that lists can be made room for.

    Args:
        tied: The tied blanks.
        row_of: Place of a blank → its row, empty where it has none that can be repeated.

    Raises:
        Invalid: Field `tie`.
    """
    of_row: dict[str, ListKey] = {}
    for blank, tie in tied:
        if tie.kind is not TieKind.COLUMN:
            continue
        row = row_of.get(blank.place, "")
        if not row:
            told = "không nằm trong một dòng bảng lặp lại được (hoặc có ô gộp nhiều dòng)"
            raise Invalid({"tie": f"Ô “{blank.label}” {told}, nên không gắn với danh sách."})
        if of_row.setdefault(row, (tie.name, tie.filter)) != (tie.name, tie.filter):
            told = "cùng dòng với ô gắn với danh sách khác. Mỗi dòng chỉ lấy từ một danh sách"
            raise Invalid({"tie": f"Ô “{blank.label}” {told}."})


def assemble(
    tied: Sequence[Tied],
    row_of: Mapping[str, str],
    source: FormSource,
    typed: Mapping[str, str],
) -> Assembled:
    """Work out what is written.

    Args:
        tied: The tied blanks.
        row_of: As `check_rows`.
        source: What it is worked out from.
        typed: Place of a blank → what the officer typed.

    Raises:
        Invalid: Nothing is tied, lists find no room, or the books give nothing at all.
    """
    if not tied:
        raise Invalid({"form": "Biểu mẫu này chưa gắn ô nào. Hãy bấm “Gắn ô” trước."})
    check_rows(tied, row_of)
    in_rows = {row_of[blank.place] for blank, tie in tied if tie.kind is TieKind.COLUMN}
    single: dict[str, Filled] = {}
    rows: dict[str, list[Tied]] = {row: [] for row in in_rows}
    missing, left, given = [], [], 0
    for blank, tie in tied:
        if tie.kind is TieKind.TYPED and not typed.get(blank.place, "").strip():
            left.append(blank.label)
            continue
        filled = filled_of(tie, source, typed.get(blank.place, ""))
        if tie.is_of_register and filled.cell is None:
            left.append(blank.label)
            continue
        row = row_of.get(blank.place, "")
        if row in in_rows:
            rows[row].append((blank, tie))
        else:
            single[blank.place] = filled
        if _is_known(tie, filled, source):
            given += tie.is_of_books
        else:
            missing.append(blank.label)
    if not given and any(tie.is_of_books for _blank, tie in tied):
        raise Invalid({"form": _NOTHING})
    records = {row: _records(of_row, source, typed) for row, of_row in rows.items()}
    contents = Contents(single=single, rows=records)
    return Assembled(contents=contents, missing=tuple(missing), left=tuple(left))


_NOTHING = (
    "Sổ chưa có số liệu nào của kỳ này cho các ô đã gắn, nên chưa điền biểu mẫu. Hãy chọn kỳ khác, "
    "hoặc nhập sổ của kỳ này trước."
)


def _is_known(tie: Tie, filled: Filled, source: FormSource) -> bool:
    if tie.kind is TieKind.COLUMN:
        return bool(list_length(tie, source)) and bool(column_cells(tie, source))
    return filled.cell is not None


def _records(of_row: Sequence[Tied], source: FormSource, typed: Mapping[str, str]) -> list[Record]:
    """The records of a row; what is no column stands in each of them."""
    columns = {
        blank.place: column_cells(tie, source)
        for blank, tie in of_row
        if tie.kind is TieKind.COLUMN
    }
    same = {
        blank.place: filled_of(tie, source, typed.get(blank.place, ""))
        for blank, tie in of_row
        if tie.kind is not TieKind.COLUMN
    }
    length = max((len(cells) for cells in columns.values()), default=0)
    return [
        same | {place: cells[at] for place, cells in columns.items() if at < len(cells)}
        for at in range(length)
    ]
