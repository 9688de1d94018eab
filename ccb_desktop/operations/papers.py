"""Books, lists and what a screen shows, as rows to look at or as Excel and Word files."""

from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from ccb_desktop.data import charter, register, settings
from ccb_desktop.data.funds.money_books import load_money_books
from ccb_desktop.data.members import lists
from ccb_desktop.data.members.books import load_books
from ccb_desktop.data.members.files import load_member_files
from ccb_desktop.data.members.own_fields import list_own_fields
from ccb_desktop.data.record_gaps import load_needed
from ccb_desktop.data.store import Session, Store
from ccb_desktop.data.work_shelves import load_work_books
from ccb_desktop.documents.excel import template
from ccb_desktop.documents.excel.plain import write_table_excel
from ccb_desktop.documents.excel.styled_list import write_list_excel
from ccb_desktop.documents.excel.template import TemplateSheet
from ccb_desktop.documents.word.member_sheet import TEMPLATE_NAME
from ccb_desktop.documents.word.member_sheet import write_member_sheets as write_sheets
from ccb_desktop.domain.charter_watch.reports import days_by_membership
from ccb_desktop.domain.code_lists import labels_by_list
from ccb_desktop.domain.errors import Invalid, NotFound
from ccb_desktop.domain.exchange.own_columns import with_own_choices, with_own_fields
from ccb_desktop.domain.exchange.sheet_kinds import (
    BOOKED_KINDS,
    READABLE_NOW,
    SHEET_KINDS,
    WORK_KINDS,
)
from ccb_desktop.domain.member_papers import (
    anniversaries,
    doubles_list,
    gap_lists,
    grouped,
    households_list,
    incomplete,
    movements,
    roster,
    unit_list,
)
from ccb_desktop.domain.member_papers.member_sheet import (
    heading_texts,
    member_sheet,
)
from ccb_desktop.domain.member_papers.order import LIST_NAMES as LIST_NAMES
from ccb_desktop.domain.member_papers.order import ListOrder as ListOrder
from ccb_desktop.domain.member_papers.order import ListSource
from ccb_desktop.domain.member_papers.roster_changes import UnitChanges, changes_by_unit
from ccb_desktop.domain.members.lines import MemberLine, MovementLine
from ccb_desktop.domain.papers import (
    ListPaper,
    PaperTable,
    file_name,
    letterhead_of,
)
from ccb_desktop.domain.periods import Period, PeriodKind
from ccb_desktop.domain.personal_data.exports import count_people
from ccb_desktop.domain.register.documents import Direction
from ccb_desktop.domain.register_papers.register_book import register_book
from ccb_desktop.domain.reports.annexes import annex_list
from ccb_desktop.domain.reports.kinds import ReportKind
from ccb_desktop.domain.users.seeing import sees_all
from ccb_desktop.domain.workbook_rows import offered, row_source, workbook_rows
from ccb_desktop.operations import (
    activity_lists,
    due_visits,
    fund_lists,
    task_lists,
    visit_lists,
)
from ccb_desktop.operations.charter_papers import charter_list, strike_off_list
from ccb_desktop.operations.doubles import candidates_in
from ccb_desktop.operations.emulation import award_papers
from ccb_desktop.operations.emulation import papers as emulation_papers
from ccb_desktop.operations.handover import handover_list
from ccb_desktop.operations.left_overs import noting
from ccb_desktop.operations.list_files import writer_of
from ccb_desktop.operations.members.changes import changes_paper
from ccb_desktop.operations.members.queries import asking
from ccb_desktop.operations.personal_data import lists as personal_lists
from ccb_desktop.operations.personal_exports import hides_numbers, leaving
from ccb_desktop.operations.record_gaps import doubts_in, open_ends_in
from ccb_desktop.operations.reports import report_in
from ccb_desktop.operations.sheet_sources import sheet_source
from ccb_desktop.operations.visits.round_papers import gift_list
from ccb_desktop.operations.word_templates import template_of

_WORKBOOK = "Mẫu Excel có sẵn số liệu của sổ"

Maker = Callable[[Session, ListSource], ListPaper]


def list_rows(store: Store, order: ListOrder) -> ListPaper:
    """What a book or list says.

    Raises:
        NotFound: There is no list of that name.
        Invalid: The period ends before it begins, or the query cannot be asked.
    """
    if order.name not in _MAKERS:
        known = ", ".join(_MAKERS)
        raise NotFound(f"Không có danh sách tên “{order.name}”. Các danh sách có: {known}.")
    if order.from_on is not None and order.from_on > order.on:
        raise Invalid({"from_on": "Ngày đầu kỳ đứng sau ngày cuối kỳ."})
    if not sees_all(store.user):
        order = replace(order, masked=True)
    with store.reading() as session:
        source = ListSource(
            order=order,
            branch=settings.load_branch(session),
            labels=labels_by_list(settings.list_codes(session)),
            user=store.user,
        )
        return _MAKERS[order.name](session, asking(session, source))


def write_list(store: Store, order: ListOrder, out: Path) -> Path:
    """Write a book or list as `.xlsx` or `.docx`, by the ending of the file.

    Raises:
        NotFound, Invalid: As `list_rows`; also for another ending.
        FileInUse, DiskFull, ReadOnly: The file cannot be written; an old one is as it was.
    """
    write = writer_of(out)
    paper = list_rows(store, order)
    told = LIST_NAMES[order.name]
    with leaving(store, out, told, people=count_people(paper), masked=order.masked):
        return write(paper, out)


def write_table(
    store: Store, title: str, table: PaperTable, out: Path, *, masked: bool = True
) -> Path:
    """Write what a table on the screen shows as `.xlsx` or `.docx`; errors as `write_list`."""
    write = writer_of(out)
    with store.reading() as session:
        head = letterhead_of(settings.load_branch(session), date.today())
    with leaving(store, out, title, people=len(table.rows), masked=masked):
        if write is write_list_excel:
            return write_table_excel(title, table, out)
        return write(ListPaper(letterhead=head, title=title, subtitle="", tables=(table,)), out)


def write_member_sheets(
    store: Store,
    person_ids: Sequence[int],
    out: Path,
    on: date | None = None,
    *,
    masked: bool = True,
) -> Path:
    """Write the member sheets of some people into one Word file, in the order given.

    Status, age, posts and names of units are those of a day, of today when none is given.
    The branch's own template is used where there is one (`word_templates`).

    Args:
        store: The books.
        person_ids: Who.
        out: The `.docx` file.
        on: The day.
        masked: Whether CCCD and phone numbers are masked, where nothing demands them whole.

    Raises:
        Invalid: Nobody is chosen, or the file is no `.docx`.
        NotFound: Somebody is not in the books.
        BadFile: The branch's own template has a field that is not known.
        FileInUse, DiskFull, ReadOnly: As `write_list`.
    """
    if not person_ids:
        raise Invalid({"person": "Chưa chọn người nào để in phiếu."})
    if out.suffix.lower() != ".docx":
        raise Invalid({"out": "Tên tệp phải có đuôi .docx (Word)."})
    hidden = hides_numbers(store, "member-sheet", masked=masked)
    day = on or date.today()
    with store.reading() as session:
        source = sheet_source(session, day)
        files = load_member_files(session, person_ids)
    sheets = [member_sheet(source, file.leaving(masked=hidden)) for file in files]
    used = template_of(store, TEMPLATE_NAME)
    with leaving(store, out, "Phiếu hội viên", person_ids=person_ids, masked=hidden):
        return write_sheets(sheets, heading_texts(source), used, out)


def write_template(
    store: Store, kinds: Sequence[str], filled: bool, out: Path, *, masked: bool = True
) -> Path:
    """Write the data workbook, empty as a form or filled with what the books hold.

    A masked number says nothing when the workbook is read back: the books keep theirs.

    Args:
        store: The books.
        kinds: Names of sheets (`exchange.sheet_kinds`); none for all that can be read back.
        filled: Whether the sheets hold the branch's records.
        out: The `.xlsx` file.
        masked: Whether CCCD and phone numbers are masked.

    Raises:
        NotFound: There is no sheet of such a kind.
        Invalid, FileInUse, DiskFull, ReadOnly: As `write_list`.
    """
    if out.suffix.lower() != ".xlsx":
        raise Invalid({"out": "Tên tệp phải có đuôi .xlsx (Excel)."})
    wanted = _known_kinds(kinds)
    with store.reading() as session:
        branch = settings.load_branch(session)
        codes = settings.list_codes(session)
        books = load_books(session)
        if wanted & BOOKED_KINDS:
            books.money = load_money_books(session)
        if wanted & WORK_KINDS:
            books.work = load_work_books(session)
        own = list_own_fields(session)
    labels = labels_by_list(codes)
    source = row_source(books, labels, date.today(), own, masked=masked)
    in_use = with_own_choices(labels_by_list(code for code in codes if not code.retired), own)
    sheets = [
        TemplateSheet(
            kind=kind,
            rows=workbook_rows(kind, source) if filled else (),
            offers={one.name: offered(one, source, in_use, kind.name) for one in kind.columns},
        )
        for kind in (with_own_fields(kind, own) for kind in SHEET_KINDS)
        if kind.name in wanted
    ]
    if not filled:
        with noting(store.folder, out.parent):
            return template.write_template(sheets, branch.name, out)
    with leaving(store, out, _WORKBOOK, people=len(books.people.by_id), masked=masked):
        return template.write_template(sheets, branch.name, out)


def _known_kinds(names: Sequence[str]) -> AbstractSet[str]:
    known = {kind.name for kind in SHEET_KINDS}
    unknown = [name for name in names if name not in known]
    if unknown:
        raise NotFound(f"Không có loại bảng “{unknown[0]}”. Các loại có: {', '.join(known)}.")
    return set(names) or READABLE_NOW


def suggested_name(store: Store, order: ListOrder, ending: str) -> str:
    """A file name for a list, in ASCII: `Danh-sach-hoi-vien_Phuong-An-Lac_2026-06-30.xlsx`."""
    with store.reading() as session:
        branch = settings.load_branch(session)
    label = LIST_NAMES[order.name].split(": ")[-1]
    return file_name(label, branch, order.on, ending)


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
    reports = days_by_membership(charter.list_reports(session))
    return unit_list.exempt_due(source, _members(session, source), until, reports)


def _of_members(make: Callable[[ListSource, list[MemberLine]], ListPaper]) -> Maker:
    """A list that needs nothing but the roster of its day."""
    return lambda session, source: make(source, _members(session, source))


def _annex(session: Session, source: ListSource) -> ListPaper:
    period = Period(PeriodKind.RANGE, source.order.begins_on, source.order.on)
    return annex_list(source, report_in(session, ReportKind.RANGE, period).annexes)


def _documents(session: Session, source: ListSource) -> ListPaper:
    lines = [line for way in Direction for line in register.list_lines(session, way)]
    return register_book(source, lines)


_MAKERS: dict[str, Maker] = {
    "roster": _roster,
    "roster-book": _roster_book,
    "new-members": _new_members,
    "movement-book": _movement_book,
    "movements": _all_movements,
    "changes": changes_paper,
    "birthdays": _of_members(anniversaries.birthdays),
    "members-by-age": _of_members(grouped.members_by_age),
    "members-by-period": _of_members(grouped.members_by_period),
    "members-by-policy": _of_members(grouped.members_by_policy),
    "party-members": _of_members(grouped.party_members),
    "households": _of_members(households_list.households),
    "incomplete": lambda session, source: incomplete.incomplete(
        source, _members(session, source), load_needed(session)
    ),
    "suspicious": lambda session, source: gap_lists.suspicious(
        source, doubts_in(session, source.order.on)
    ),
    "open-ends": lambda session, source: gap_lists.open_end_list(
        source, open_ends_in(session, source.order.on)
    ),
    "duplicates": lambda session, source: doubles_list.doubles(
        source, candidates_in(session, source.order.on)
    ),
    "units": lambda session, source: unit_list.units(
        source, lists.list_unit_lines(session, source.order.on)
    ),
    "exempt-due": _exempt_due,
    "charter": charter_list,
    "strike-off-candidates": strike_off_list,
    "annex": _annex,
    "handover": handover_list,
    "gift-list": gift_list,
    **fund_lists.MAKERS,
    **visit_lists.MAKERS,
    **due_visits.MAKERS,
    **task_lists.MAKERS,
    **activity_lists.MAKERS,
    **emulation_papers.MAKERS,
    **award_papers.MAKERS,
    "documents": _documents,
    **personal_lists.MAKERS,
}
