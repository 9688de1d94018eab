"""Bring lists from Excel into the books: read, preview, write as one batch, undo whole."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import islice
from pathlib import Path
from types import MappingProxyType

from ccb_desktop.data import imports, settings
from ccb_desktop.data.funds import vouchers
from ccb_desktop.data.funds.money_books import load_money_books, write_behind, write_grounds
from ccb_desktop.data.members.books import load_books, write_books
from ccb_desktop.data.members.own_fields import list_own_fields
from ccb_desktop.data.store import Session, Store
from ccb_desktop.data.work_shelves import load_work_books, write_work_books
from ccb_desktop.documents.reading.workbook import read_workbook
from ccb_desktop.domain.backups import BackupReason
from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.code_lists import CODE_LISTS, labels_of
from ccb_desktop.domain.errors import UserError
from ccb_desktop.domain.exchange.sheet_kinds import (
    BOOKED_KINDS,
    READABLE_NOW,
    SHEET_KINDS,
    WORK_KINDS,
)
from ccb_desktop.domain.exchange.source import SourceWorkbook
from ccb_desktop.domain.exchange.typed_rows import (
    SheetMapping,
    UnderstoodSheet,
    UnderstoodWorkbook,
)
from ccb_desktop.domain.exchange.understanding import understand_workbook
from ccb_desktop.domain.figures.registry import INDICATORS
from ccb_desktop.domain.imports.batches import ImportBatch, RememberedColumns, batch_of
from ccb_desktop.domain.imports.books import Books
from ccb_desktop.domain.imports.choices import Choices, SheetChoice
from ccb_desktop.domain.imports.context import Context, SheetOrigin
from ccb_desktop.domain.imports.money_books import MoneyBooks
from ccb_desktop.domain.imports.outcome import ImportResult
from ccb_desktop.domain.imports.plan import work_out
from ccb_desktop.domain.long_jobs import Tell, tell_nobody
from ccb_desktop.domain.own_fields import OwnField
from ccb_desktop.domain.submissions.arrivals import Arrival
from ccb_desktop.operations.arrival_notes import meet, note_in
from ccb_desktop.operations.backups import back_up_before
from ccb_desktop.operations.emulation.locks import keeping_locked
from ccb_desktop.operations.funds.posting import post_vouchers
from ccb_desktop.operations.undo import undo

Mappings = Mapping[tuple[Path, str], SheetMapping]
"""File and sheet → how the officer matched it."""


_PLACES_TOLD = 20  # of problems, in the sentence of a strict import


Repeats = frozenset[tuple[Path, str]]
"""Files and sheets whose rows of money are taken although the books have the same."""


def every_sheet(workbooks: Sequence[UnderstoodWorkbook]) -> Repeats:
    """All sheets of some files, for those who take repeats wherever they stand."""
    return frozenset(
        (workbook.source.path, sheet.source.name)
        for workbook in workbooks
        for sheet in workbook.sheets
    )


@dataclass(frozen=True, slots=True)
class ImportOrder:
    """What of some files is to be read, and how.

    Attributes:
        as_of: People of a roster without dates of their own count from this day.
        kinds: Kinds of sheets to read.
        repeats: Sheets whose rows of money are taken although the books have the same.
        known_files: Hashes of the files whose imports stand.
        choices: What of the sheets is left, by row and by field.
    """

    as_of: date
    kinds: frozenset[str] = READABLE_NOW
    repeats: Repeats = frozenset()
    known_files: frozenset[str] = frozenset()
    choices: Choices = field(default_factory=dict)


class ImportRefused(UserError):  # noqa: N818 (it reads as the officer's situation)
    """A strict import that met problems; nothing was written."""

    def __init__(self, result: ImportResult) -> None:
        super().__init__(
            "\n".join(
                [
                    f"Chưa nhập gì, vì có {result.problems} chỗ chưa đúng trong tệp. "
                    "Số liệu vẫn như cũ. Sửa các chỗ ấy trong tệp rồi nhập lại.",
                    *_places(result),
                ]
            )
        )
        self.result = result


def _places(result: ImportResult) -> Iterator[str]:
    """Where the first problems are, and how many more there are."""
    places = ((sheet.sheet.source.name, one) for sheet in result.sheets for one in sheet.problems)
    for name, one in islice(places, _PLACES_TOLD):
        yield f"  Trang {name}, dòng {one.row}, cột {one.column}: {one.message}"
    if result.problems > _PLACES_TOLD:
        more = result.problems - _PLACES_TOLD
        yield f"  … và {more} chỗ nữa; xem đủ bằng --dry-run, không kèm --strict."


@dataclass(frozen=True, slots=True)
class ImportDone:
    """What an import did; `batch` is `None` when it changed nothing."""

    batch: int | None
    result: ImportResult
    change: Change


def read_files(paths: Sequence[Path], progress: Tell = tell_nobody) -> list[SourceWorkbook]:
    """Read the files as they stand; nothing is understood or written yet.

    Raises:
        BadFile, FileInUse, NotFound: With the name of the file and what to do.
    """
    sources = []
    for number, path in enumerate(paths):
        progress(number, len(paths), f"Đang đọc {path.name}")
        sources.append(read_workbook(path, lambda part, text: progress(0, 0, text)))
    return sources


def understand_files(
    store: Store,
    sources: Sequence[SourceWorkbook],
    mappings: Mappings | None = None,
    progress: Tell = tell_nobody,
) -> list[UnderstoodWorkbook]:
    """Find out what each sheet is and what its rows say.

    Args:
        store: For the code lists and the columns remembered for files of that shape.
        sources: The files as read.
        mappings: How the officer matched sheets by hand just now.
        progress: Told the file in hand; may raise `Stopped`.
    """
    with store.reading() as session:
        labels = code_labels(session)
        remembered = {
            key: SheetMapping(kind=known.kind, columns=known.columns)
            for key, known in imports.list_remembered_columns(session).items()
        }
        own = list_own_fields(session)

    def understand(number: int, source: SourceWorkbook) -> UnderstoodWorkbook:
        said = {name: m for (path, name), m in (mappings or {}).items() if path == source.path}
        text = f"Đang xem {source.path.name}"
        return understand_workbook(
            source,
            said,
            code_lists=labels,
            own_fields=own,
            remembered=remembered,
            pulse=lambda: progress(number, len(sources), text),
        )

    return [understand(number, source) for number, source in enumerate(sources)]


def code_labels(session: Session) -> dict[str, dict[str, str]]:
    """List → code → label, of the lists whose codes records keep."""
    codes = settings.list_codes(session)
    return {one.name: labels_of(codes, one.name) for one in CODE_LISTS if one.holds_codes}


def remember_columns(store: Store, remembered: Sequence[RememberedColumns]) -> None:
    """Match files of these shapes the same way from now on."""
    if not remembered:
        return
    with store.writing("Nhớ cách ghép cột của tệp Excel") as session:
        for one in remembered:
            imports.remember_columns(session, one)


def preview_import(
    store: Store,
    workbooks: Sequence[UnderstoodWorkbook],
    as_of: date,
    progress: Tell = tell_nobody,
    kinds: frozenset[str] = READABLE_NOW,
    *,
    strict: bool = False,
    repeats: Repeats = frozenset(),
    choices: Choices = MappingProxyType({}),
) -> ImportResult:
    """What an import would do, row by row; nothing is written.

    Raises:
        ImportRefused: `strict`, and there are problems.
    """
    with store.reading() as session:
        order = ImportOrder(as_of, kinds, repeats, choices=choices)
        result = _work_out(session, workbooks, order, progress)[1]
    return _checked(result, strict=strict)


def run_import(
    store: Store,
    workbooks: Sequence[UnderstoodWorkbook],
    as_of: date,
    *,
    strict: bool = False,
    progress: Tell = tell_nobody,
    kinds: frozenset[str] = READABLE_NOW,
    form_id: str | None = None,
    repeats: Repeats = frozenset(),
    choices: Choices = MappingProxyType({}),
    arrivals: Sequence[Arrival] = (),
) -> ImportDone:
    """Write an import as one act.

    Args:
        store: The books.
        workbooks: What the files say.
        as_of: People of a roster without dates of their own count from this day.
        strict: Any problem stops the whole import.
        progress: Told what is going on; may raise `Stopped`, then nothing is written.
        kinds: Kinds of sheets to read; the others are listed as ignored.
        form_id: The wizard's id, so that a double click imports once.
        repeats: Sheets whose rows of money are taken although the books have the same.
        choices: What of the sheets is left, by row and by field; the rest is taken.
        arrivals: What the files came as, noted with the batch.

    Raises:
        ImportRefused: `strict`, and there are problems.
        Conflict: It would change what was found in a year of grading that is locked.
        Damaged, DiskFull, DiskFault, ReadOnly: The backup before it could not be made.
    """
    meet(store, arrivals)
    names = ", ".join(workbook.source.path.name for workbook in workbooks)
    with store.writing(f"Nhập từ Excel: {names}", form_id) as session:
        order = ImportOrder(as_of, kinds, repeats, choices=choices)
        books, result = _work_out(session, workbooks, order, progress)
        batch = None
        if _checked(result, strict=strict).changes_anything:
            progress(0, 0, "Đang sao lưu trước khi nhập")
            back_up_before(store, BackupReason.BEFORE_IMPORT)
            with keeping_locked(session):
                write_books(session, books, lambda: progress(0, 0, "Đang ghi vào sổ"))
                _write_money(session, books.money)
                write_work_books(session, books.work)
            files = [(one.source.path.name, one.source.sha256) for one in workbooks]
            posted = len(books.money.to_post())
            batch = imports.save_batch(session, batch_of(files, result, session.action_id, posted))
            note_in(session, arrivals, batch)
    return ImportDone(batch, result, session.change)


def _checked(result: ImportResult, *, strict: bool) -> ImportResult:
    if strict and result.problems:
        raise ImportRefused(result)
    return result


def _work_out(
    session: Session,
    workbooks: Sequence[UnderstoodWorkbook],
    order: ImportOrder,
    progress: Tell,
) -> tuple[Books, ImportResult]:
    books, labels, own = load_books(session), code_labels(session), list_own_fields(session)
    wanted = order.kinds.intersection(one.kind for book in workbooks for one in book.sheets)
    if wanted & BOOKED_KINDS:
        books.money = load_money_books(session)
    if wanted & WORK_KINDS:
        books.work = load_work_books(session)
    known = {part for batch in imports.list_batches(session) for part in batch.sha256.split(", ")}
    order = replace(order, known_files=frozenset(known))
    return books, work_out_into(books, labels, workbooks, order, progress, own)


def _write_money(session: Session, money: MoneyBooks) -> None:
    """Write what an import does to the books of money; its vouchers are posted in order of day."""
    write_grounds(session, money)
    wanted = money.to_post()
    posted = post_vouchers(session, [booking.voucher for booking in wanted])
    ids = {one.stand_in: done.id or 0 for one, done in zip(wanted, posted, strict=True)}
    write_behind(session, money, ids)


def work_out_into(
    books: Books,
    labels: Mapping[str, Mapping[str, str]],
    workbooks: Sequence[UnderstoodWorkbook],
    order: ImportOrder,
    progress: Tell,
    own_fields: Sequence[OwnField] = (),
) -> ImportResult:
    """Take what files say into some books, in memory.

    Args:
        books: As they are; afterwards as they would be.
        labels: List → code → label.
        workbooks: What the files say.
        order: What is to be read, and how.
        progress: Told the rows done.
        own_fields: The branch's own fields that rosters may tell of.
    """
    place = {kind.name: number for number, kind in enumerate(SHEET_KINDS)}
    sheets = [
        (sheet, origin)
        for number, workbook in enumerate(workbooks)
        for sheet in workbook.sheets
        for origin in [_origin(number, workbook, sheet, order)]
    ]
    wanted = sorted(
        (pair for pair in sheets if pair[0].kind in order.kinds),
        key=lambda pair: place[pair[0].kind or ""],
    )
    context = Context(
        books=books,
        as_of=order.as_of,
        code_labels=labels,
        indicators=frozenset(indicator.code for indicator in INDICATORS),
        own_fields=own_fields,
        origins=[origin for _sheet, origin in wanted],
    )
    ignored = [sheet for workbook in workbooks for sheet in workbook.ignored]
    ignored += [sheet for sheet, _origin in sheets if sheet.kind not in order.kinds]

    def report(done: int, total: int) -> None:
        progress(done, total, "Đang đối chiếu với sổ")

    return work_out(context, [sheet for sheet, _origin in wanted], ignored, report)


def _origin(
    number: int, workbook: UnderstoodWorkbook, sheet: UnderstoodSheet, order: ImportOrder
) -> SheetOrigin:
    source = workbook.source
    key = (source.path, sheet.source.name)
    return SheetOrigin(
        file=number,
        name=source.path.name,
        is_known=source.sha256 in order.known_files,
        takes_repeats=key in order.repeats,
        choice=order.choices.get(key, SheetChoice()),
    )


def list_batches(store: Store) -> list[ImportBatch]:
    """The imports that stand, newest first."""
    with store.reading() as session:
        return imports.list_batches(session)


def count_booked(store: Store, batch_id: int) -> int:
    """How many vouchers of an import stand: so many reversals its undoing writes.

    Raises:
        NotFound: There is no such import, or it was undone.
    """
    with store.reading() as session:
        action_id = imports.load_batch(session, batch_id).action_id
        return vouchers.count_standing_of(session, action_id)


def undo_import(store: Store, batch_id: int) -> Change:
    """Undo a whole import; its vouchers are reversed on their own days.

    Raises:
        NotFound: There is no such import, or it was undone.
        Conflict: Something of it was changed since, or later records depend on it.
    """
    with store.reading() as session:
        action_id = imports.load_batch(session, batch_id).action_id
    return undo(store, action_id)
