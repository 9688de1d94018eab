"""Books, lists and what a screen shows, as rows to look at or as Excel and Word files."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from ccb_desktop.data import settings
from ccb_desktop.data.members import lists
from ccb_desktop.data.store import Session, Store
from ccb_desktop.documents.excel.plain import write_table_excel
from ccb_desktop.documents.excel.styled_list import write_list_excel
from ccb_desktop.documents.word.list_paper import write_list_word
from ccb_desktop.domain.code_lists import labels_of
from ccb_desktop.domain.errors import Invalid, NotFound
from ccb_desktop.domain.member_papers import (
    anniversaries,
    incomplete,
    movements,
    roster,
    unit_list,
)
from ccb_desktop.domain.member_papers.order import LIST_NAMES as LIST_NAMES
from ccb_desktop.domain.member_papers.order import ListOrder as ListOrder
from ccb_desktop.domain.member_papers.order import ListSource
from ccb_desktop.domain.member_papers.roster_changes import UnitChanges, changes_by_unit
from ccb_desktop.domain.members.lines import MemberLine, MovementLine
from ccb_desktop.domain.papers import ListPaper, PaperTable, file_name, letterhead_of

Maker = Callable[[Session, ListSource], ListPaper]


def list_rows(store: Store, order: ListOrder) -> ListPaper:
    """What a book or list says.

    Raises:
        NotFound: There is no list of that name.
        Invalid: The period ends before it begins.
    """
    if order.name not in _MAKERS:
        known = ", ".join(_MAKERS)
        raise NotFound(f"Không có danh sách tên “{order.name}”. Các danh sách có: {known}.")
    if order.from_on is not None and order.from_on > order.on:
        raise Invalid({"from_on": "Ngày đầu kỳ đứng sau ngày cuối kỳ."})
    with store.reading() as session:
        codes = settings.list_codes(session)
        source = ListSource(
            order=order,
            branch=settings.load_branch(session),
            labels={name: labels_of(codes, name) for name in {code.list_name for code in codes}},
        )
        return _MAKERS[order.name](session, source)


def write_list(store: Store, order: ListOrder, out: Path) -> Path:
    """Write a book or list as `.xlsx` or `.docx`, by the ending of the file.

    Raises:
        NotFound, Invalid: As `list_rows`; also for another ending.
        FileInUse, DiskFull, ReadOnly: The file cannot be written; an old one is as it was.
    """
    write = _writer_of(out)
    return write(list_rows(store, order), out)


def write_table(store: Store, title: str, table: PaperTable, out: Path) -> Path:
    """Write what a table on the screen shows as `.xlsx` or `.docx`; errors as `write_list`."""
    write = _writer_of(out)
    if write is write_list_excel:
        return write_table_excel(title, table, out)
    with store.reading() as session:
        head = letterhead_of(settings.load_branch(session), date.today())
    return write(ListPaper(letterhead=head, title=title, subtitle="", tables=(table,)), out)


def suggested_name(store: Store, order: ListOrder, ending: str) -> str:
    """A file name for a list, in ASCII: `Danh-sach-hoi-vien_Phuong-An-Lac_2026-06-30.xlsx`."""
    with store.reading() as session:
        branch = settings.load_branch(session)
    label = LIST_NAMES[order.name].split(": ")[-1]
    return file_name(label, branch, order.on, ending)


def _writer_of(out: Path) -> Callable[[ListPaper, Path], Path]:
    writers = {".xlsx": write_list_excel, ".docx": write_list_word}
    if out.suffix.lower() not in writers:
        raise Invalid({"out": "Tên tệp phải có đuôi .xlsx (Excel) hoặc .docx (Word)."})
    return writers[out.suffix.lower()]


# --- What each list reads -------------------------------------------------------------------


def _members(session: Session, source: ListSource) -> list[MemberLine]:
    return lists.list_members(session, source.order.on)


def _movements(session: Session, source: ListSource) -> list[MovementLine]:
    return lists.list_movements(session, source.order.begins_on, source.order.on)


def _changes(session: Session, source: ListSource) -> tuple[UnitChanges, ...]:
    day_before = source.order.begins_on - timedelta(days=1)
    opening = lists.list_members(session, day_before)
    return changes_by_unit(opening, _members(session, source), _movements(session, source))


def _roster(session: Session, source: ListSource) -> ListPaper:
    return roster.roster(source, _members(session, source), _changes(session, source))


def _roster_book(session: Session, source: ListSource) -> ListPaper:
    return roster.roster_book(source, _members(session, source), _changes(session, source))


def _new_members(session: Session, source: ListSource) -> ListPaper:
    members, changes = _members(session, source), _changes(session, source)
    return movements.new_members(source, _movements(session, source), members, changes)


def _movement_book(session: Session, source: ListSource) -> ListPaper:
    found = _movements(session, source)
    return movements.movement_book(source, found, _changes(session, source))


def _all_movements(session: Session, source: ListSource) -> ListPaper:
    return movements.movements(source, _movements(session, source))


def _exempt_due(session: Session, source: ListSource) -> ListPaper:
    until = lists.list_movements(session, None, source.order.on)
    return unit_list.exempt_due(source, _members(session, source), until)


_MAKERS: dict[str, Maker] = {
    "roster": _roster,
    "roster-book": _roster_book,
    "new-members": _new_members,
    "movement-book": _movement_book,
    "movements": _all_movements,
    "birthdays": lambda session, source: anniversaries.birthdays(source, _members(session, source)),
    "longevity": lambda session, source: anniversaries.longevity(source, _members(session, source)),
    "incomplete": lambda session, source: incomplete.incomplete(source, _members(session, source)),
    "duplicates": lambda session, source: incomplete.duplicates(source, _members(session, source)),
    "units": lambda session, source: unit_list.units(
        source, lists.list_unit_lines(session, source.order.on)
    ),
    "exempt-due": _exempt_due,
}
