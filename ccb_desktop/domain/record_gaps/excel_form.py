"""The sheet Hội viên of incomplete members only: who they are, and which cells to fill in."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from ccb_desktop.domain.exchange.fields import SheetKind
from ccb_desktop.domain.imports.books import Books
from ccb_desktop.domain.imports.matching import CannotTell, Identity, find_for_roster
from ccb_desktop.domain.members.lines import MemberLine
from ccb_desktop.domain.papers import Row
from ccb_desktop.domain.record_gaps.review import RecordGaps

_IDENTITY = ("card_no", "full_name", "born_on", "unit", "sub_unit")


@dataclass(frozen=True, slots=True)
class ExcelForm:
    """The form, and who cannot stand in it.

    Attributes:
        kind: The sheet Hội viên with just the columns that are wanted.
        rows: Who each member is; the rest is left empty.
        missing: For each row, the fields that his record lacks.
        left_out: Members whom the program could not tell for certain when the form comes
            back: without date of birth, card number and CCCD, or of one name and year.
    """

    kind: SheetKind
    rows: tuple[Row, ...]
    missing: tuple[frozenset[str], ...]
    left_out: tuple[MemberLine, ...]


def excel_form(
    kind: SheetKind,
    records: Iterable[RecordGaps],
    books: Books,
    unit_texts: Mapping[int | None, str],
) -> ExcelForm:
    """The form of some incomplete members.

    Args:
        kind: The sheet Hội viên.
        records: Members whose records lack something.
        books: The roster, to see that each row will be matched with its member.
        unit_texts: By id, what names a unit for certain.
    """
    shown, left_out = _parted(records, books)
    wanted = {name for record in shown for name in record.missing}
    with_citizen_id = any(_needs_citizen_id(record.line) for record in shown)
    names = {*_IDENTITY, *wanted, *({"citizen_id"} if with_citizen_id else ())}
    narrow = replace(kind, fields=tuple(f for f in kind.columns if f.name in names))
    rows = tuple(_row(narrow, record.line, unit_texts) for record in shown)
    return ExcelForm(narrow, rows, tuple(frozenset(r.missing) for r in shown), tuple(left_out))


def _parted(
    records: Iterable[RecordGaps], books: Books
) -> tuple[Sequence[RecordGaps], Sequence[MemberLine]]:
    """Those whom the form will bring back for certain, and the others."""
    shown: list[RecordGaps] = []
    left_out: list[MemberLine] = []
    for record in records:
        if _is_certain(record.line, books):
            shown.append(record)
        else:
            left_out.append(record.line)
    return shown, left_out


def _is_certain(line: MemberLine, books: Books) -> bool:
    """Whether a row that says just this much is matched with this member."""
    if line.born_on is None and not (line.card_no or line.citizen_id):
        return False
    who = Identity(line.full_name, line.born_on, line.card_no, _citizen_id(line), line.unit_id)
    try:
        found = find_for_roster(books, who, {})
    except CannotTell:
        return False
    return found is not None and found.id == line.person_id


def _needs_citizen_id(line: MemberLine) -> bool:
    """Whether the CCCD stands in the form: only for one who is known by no card number."""
    return bool(line.citizen_id) and not line.card_no


def _citizen_id(line: MemberLine) -> str:
    return line.citizen_id if _needs_citizen_id(line) else ""


def _row(kind: SheetKind, line: MemberLine, unit_texts: Mapping[int | None, str]) -> Row:
    known = {
        "card_no": line.card_no,
        "full_name": line.full_name,
        "born_on": line.born_on,
        "unit": unit_texts.get(line.unit_id, ""),
        "sub_unit": unit_texts.get(line.sub_unit_id, ""),
        "citizen_id": _citizen_id(line),
    }
    return tuple(known.get(field.name) for field in kind.columns)
