"""Bring a whole old ward into the books: from another branch's store, or from its workbook."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from ccb_desktop.data import opening, settings
from ccb_desktop.data.engine import OPEN_KEY
from ccb_desktop.data.funds.balances import balances_on, fund_total
from ccb_desktop.data.funds.funds import list_funds
from ccb_desktop.data.members.books import load_books, write_books
from ccb_desktop.data.members.own_fields import list_own_fields
from ccb_desktop.data.members.ward_papers import (
    WardPapers,
    load_ward_papers,
    save_ward_papers,
    told_in_own_fields,
)
from ccb_desktop.data.migrations import steps
from ccb_desktop.data.store import Session, Store
from ccb_desktop.domain.backups import BackupReason
from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.code_lists import Code
from ccb_desktop.domain.errors import BadFile
from ccb_desktop.domain.exchange.sheet_kinds import ROSTER_KINDS
from ccb_desktop.domain.imports.books import Books, empty_books
from ccb_desktop.domain.imports.outcome import ImportResult
from ccb_desktop.domain.long_jobs import Tell
from ccb_desktop.domain.unit_changes.plans import Plan
from ccb_desktop.domain.unit_changes.unit_funds import ward_note
from ccb_desktop.domain.unit_changes.ward import WardOrder, bring_in, check_ward
from ccb_desktop.operations import backup_files, import_workbook
from ccb_desktop.operations.backups import back_up_before
from ccb_desktop.paths import DataFolder

STORE_ENDINGS = (".ccb", ".ccbk")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ward:
    """What the files of an old ward hold, read and not yet taken in.

    Attributes:
        name: What its books call the branch; empty for workbooks.
        warnings: What could not be read.
        codes: Entries of code lists; ours are added to where we lack one.
        papers: Attached files, own fields and reports of the exempt.
    """

    books: Books
    name: str = ""
    warnings: tuple[str, ...] = ()
    codes: tuple[Code, ...] = ()
    papers: WardPapers = field(default_factory=WardPapers)


def read_ward(store: Store, files: Sequence[Path], order: WardOrder, progress: Tell) -> Ward:
    """Read the files of an old ward; not a byte of them changes.

    Args:
        store: Our books, for the code lists and the columns remembered for workbooks.
        files: One store or backup of the other branch, or its Excel lists.
        order: The lists of a workbook hold for the eve of its day.
        progress: Told what is being read; may raise to stop.

    Raises:
        Invalid: The ward has no name, or the day is to come.
        BadFile, Damaged, StoreTooNew: With what to do.
    """
    check_ward(order, date.today())
    stores = [file for file in files if file.suffix.lower() in STORE_ENDINGS]
    if stores and len(files) > 1:
        raise BadFile("Chọn một tệp số liệu của phường cũ, hoặc các tệp Excel, không chọn cả hai.")
    progress(0, 0, "Đang đọc sổ của phường cũ")
    return _read_store(stores[0]) if stores else _read_workbooks(store, files, order, progress)


def _read_store(file: Path) -> Ward:
    with _opened(file) as theirs, theirs.reading() as session:
        branch = settings.load_branch(session)
        held = balances_on(session, date.today())
        funds = list_funds(session)
        sums = {fund.id or 0: fund_total(held, fund.id or 0) for fund in funds}
        return Ward(
            books=load_books(session),
            name=branch.name,
            warnings=ward_note(funds, sums),
            codes=tuple(settings.list_codes(session)),
            papers=load_ward_papers(session),
        )


@contextmanager
def _opened(file: Path) -> Iterator[Store]:
    """A copy of another branch's store, brought to our schema, open for reading."""
    with TemporaryDirectory() as place:
        folder = DataFolder(Path(place))
        facts = backup_files.bring(file, folder.store)
        if facts.schema < steps.LATEST:
            steps.bring_up_to_date(folder.store, facts.schema, OPEN_KEY)
        with opening.open_for_viewing(folder) as theirs:
            yield theirs


def _read_workbooks(store: Store, files: Sequence[Path], order: WardOrder, progress: Tell) -> Ward:
    sources = import_workbook.read_files(files, progress)
    workbooks = import_workbook.understand_files(store, sources)
    with store.reading() as session:
        labels, own = import_workbook.code_labels(session), list_own_fields(session)
    eve = order.on - timedelta(days=1)
    books = empty_books()
    wanted = import_workbook.ImportOrder(eve, ROSTER_KINDS)
    result = import_workbook.work_out_into(books, labels, workbooks, wanted, progress, own)
    if not books.people.by_id:
        raise BadFile(
            "Không tìm thấy danh sách hội viên trong các tệp này. Số liệu vẫn như cũ. "
            "Vào Gửi – nhận, bấm Nhập từ Excel để ghép cột một lần, rồi làm lại ở đây."
        )
    with store.reading() as session:
        papers = told_in_own_fields(session, books.own_entries.by_id.values())
    return Ward(books=books, warnings=tuple(_not_read(result)), papers=papers)


def _not_read(result: ImportResult) -> Iterator[str]:
    if result.problems:
        yield (
            f"Có {result.problems} chỗ chưa đúng trong tệp Excel: các dòng, ô ấy không được nhận. "
            "Muốn xem từng chỗ: Gửi – nhận, Nhập từ Excel, xem trước rồi thôi."
        )
    if result.ignored:
        names = ", ".join(sheet.source.name for sheet in result.ignored)
        yield f"Bảng không đọc: {names}."


def plan_ward(store: Store, ward: Ward, order: WardOrder) -> Plan:
    """What bringing the ward in would do; nothing is written.

    Raises:
        Invalid: By field.
    """
    with store.reading() as session:
        plan, _ids = bring_in(load_books(session), ward.books, order, date.today())
    return replace(plan, warnings=(*ward.warnings, *plan.warnings))


def bring_ward_in(store: Store, ward: Ward, order: WardOrder, form_id: str | None = None) -> Change:
    """Write the ward into our books as one act; a backup is made before.

    Raises:
        Invalid: By field; the store is as before.
        Damaged, DiskFull, DiskFault, ReadOnly: The backup could not be made.
    """
    check_ward(order, date.today())
    with store.writing(f"Nhập {order.ward} vào sổ", form_id) as session:
        books = load_books(session)
        _plan, ids = bring_in(books, ward.books, order, date.today())
        back_up_before(store, BackupReason.BEFORE_IMPORT)
        _add_codes(session, ward.codes)
        write_books(session, books)
        save_ward_papers(session, ward.papers, ids)
    return session.change


def _add_codes(session: Session, theirs: Sequence[Code]) -> None:
    """Entries that their officers had added and we lack."""
    ours = {(code.list_name, code.code) for code in settings.list_codes(session)}
    for code in theirs:
        if (code.list_name, code.code) not in ours:
            settings.save_code(session, replace(code, id=None))
