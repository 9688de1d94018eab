"""Freeze a report as it is handed up, and write it again, byte for byte, at any later time."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial
from pathlib import Path

from ccb_desktop.data import frozen_reports, report_texts
from ccb_desktop.data.members.attached_files import find_content, keep_content
from ccb_desktop.data.store import Session, Store
from ccb_desktop.documents.excel.annex import annex_bytes
from ccb_desktop.documents.package_check import check_same
from ccb_desktop.documents.safe_write import make_folder, write_bytes
from ccb_desktop.documents.word.edited import read_word
from ccb_desktop.documents.word.report import report_bytes
from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.errors import Conflict, Damaged
from ccb_desktop.domain.papers import ReportPaper
from ccb_desktop.domain.periods import Period
from ccb_desktop.domain.register.documents import NumberOrder
from ccb_desktop.domain.register.numbering import NextNumber
from ccb_desktop.domain.reports.frozen import FrozenLine, FrozenReport
from ccb_desktop.domain.reports.frozen_content import (
    FrozenContent,
    as_bytes,
    from_bytes,
    frozen_figures,
)
from ccb_desktop.domain.reports.kinds import ReportKind
from ccb_desktop.domain.reports.paper import SYMBOL, file_names, report_paper
from ccb_desktop.domain.reports.report import PeriodicReport
from ccb_desktop.operations.left_overs import noting
from ccb_desktop.operations.personal_exports import log_export
from ccb_desktop.operations.register import give_number_in, next_number
from ccb_desktop.operations.reports import report_in


@dataclass(frozen=True, slots=True, kw_only=True)
class FreezeOrder:
    """Which report is to be frozen, and how.

    Attributes:
        cut_off: Last day counted; the last day of the period when not given.
        edited: A Word file the officer has worked on, kept in place of the generated one.
        numbered: Whether it gets the next number of the register, which is printed on it.
        begin: That number, where the register of reports begins with it.
    """

    kind: ReportKind
    period: Period
    cut_off: date | None = None
    edited: Path | None = None
    numbered: bool = False
    begin: int | None = None
    note: str = ""


def check_edited(path: Path) -> None:
    """See whether a file can be frozen in place of the generated one; errors as its reading.

    Raises:
        NotFound, BadFile: As `documents.word.edited.read_word`.
    """
    read_word(path)


def freeze_report(
    store: Store, order: FreezeOrder, form_id: str | None = None
) -> tuple[Change, int]:
    """Freeze a report: its figures with their records, its texts, its Word and Excel files.

    Returns:
        The act, and the id of the frozen report.

    Raises:
        Invalid: As `reports.draft_report`.
        NotFound, BadFile: As `documents.word.edited.read_word`.
        AlreadyDone: The same form was saved before.
    """
    edited = read_word(order.edited) if order.edited is not None else None
    with store.writing(f"Chốt báo cáo {order.period.name}", form_id) as session:
        report_id = freeze_in(session, order, edited)
    return session.change, report_id


def freeze_in(session: Session, order: FreezeOrder, edited: bytes | None = None) -> int:
    """As `freeze_report`, within a writing session; gives the id of the frozen report."""
    report = report_in(session, order.kind, order.period, order.cut_off, with_records=True)
    given = give_number_in(session, _number_order(report, order.begin)) if order.numbered else None
    paper = report_paper(report, given.symbol if given else "")
    frozen_at = datetime.now().replace(microsecond=0)
    content = FrozenContent(
        figures=frozen_figures(report.figures),
        texts=report_texts.load_report_texts(session, order.kind, report.period.code),
        vouchers=tuple(frozen_reports.list_vouchers_until(session, report.cut_off)),
        paper=paper,
    )
    generated, annex = paper_bytes(paper, frozen_at)
    word_name, excel_name = file_names(report.branch, report.period, report.cut_off)
    frozen = FrozenReport(
        report_kind=report.kind,
        period=report.period.code,
        from_on=report.period.from_on,
        to_on=report.period.to_on,
        cut_off=report.cut_off,
        frozen_at=frozen_at,
        subject=report.subject,
        document_id=given.id if given else None,
        content_sha256=keep_content(session, as_bytes(content)),
        word_name=word_name,
        word_sha256=keep_content(session, edited or generated),
        excel_name=excel_name,
        excel_sha256=keep_content(session, annex),
        note=order.note,
    )
    return frozen_reports.save_frozen(session, frozen)


def number_on(store: Store, cut_off: date) -> NextNumber:
    """The number a report of a cut-off would get if it were frozen now; nothing is written."""
    return next_number(store, SYMBOL, cut_off)


def give_number(
    store: Store, report: FrozenReport, begin: int | None = None, form_id: str | None = None
) -> Change:
    """Enter a frozen report that has no number into the register; its files stay as they are.

    Args:
        store: The books.
        report: Which.
        begin: Its number, where the register of reports begins with it.
        form_id: Of the form in which that was typed.

    Raises:
        Invalid: The number is given already or leaves a gap (`number`).
        NotFound: It is not there any more.
        Conflict: It has a number by now.
    """
    with store.writing(f"Lấy số văn bản cho {_named(report)}", form_id) as session:
        now = frozen_reports.load_frozen(session, report.id or 0)
        if now.document_id is not None:
            raise Conflict("Báo cáo này đã có số văn bản. Hãy mở lại danh sách.")
        given = give_number_in(
            session,
            NumberOrder(kind=SYMBOL, on=now.cut_off, subject=now.subject, number=begin),
        )
        frozen_reports.save_frozen(session, replace(now, document_id=given.id))
    return session.change


def _number_order(report: PeriodicReport, begin: int | None) -> NumberOrder:
    return NumberOrder(
        kind=SYMBOL,
        on=report.cut_off,
        subject=report.subject,
        recipients=", ".join(report.addressees),
        number=begin,
    )


def paper_bytes(paper: ReportPaper, made_at: datetime) -> tuple[bytes, bytes]:
    """The Word and the Excel file of a report as they are written at a moment of this PC."""
    moment = made_at.astimezone()
    return report_bytes(paper, moment), annex_bytes(paper, moment)


def list_frozen(store: Store) -> list[FrozenLine]:
    """Every frozen report, the latest first."""
    with store.reading() as session:
        return frozen_reports.list_frozen(session)


def load_frozen(store: Store, report_id: int) -> FrozenReport:
    """One frozen report.

    Raises:
        NotFound: It is not there (any more).
    """
    with store.reading() as session:
        return frozen_reports.load_frozen(session, report_id)


def load_content(store: Store, report_id: int) -> FrozenContent:
    """The figures with their records, the texts and the paper of a frozen report.

    Raises:
        NotFound: It is not there (any more).
        Damaged: What was kept is not there, or is not what was frozen.
    """
    with store.reading() as session:
        return content_in(session, frozen_reports.load_frozen(session, report_id))


def content_in(session: Session, frozen: FrozenReport) -> FrozenContent:
    """As `load_content`, within a session."""
    kept = _whole(session, frozen.content_sha256, f"Số liệu của {_named(frozen)}")
    try:
        return from_bytes(kept)
    except ValueError as error:
        raise Damaged(
            f"Số liệu của {_named(frozen)} do bản chương trình khác ghi nên chưa đọc được. Tệp "
            "Word, Excel của báo cáo vẫn ghi lại được. Hãy dùng bản chương trình mới hơn."
        ) from error


def frozen_files(store: Store, report_id: int) -> tuple[tuple[str, bytes], tuple[str, bytes]]:
    """The Word file and the Excel annex of a frozen report: names and bytes as they were frozen.

    Raises:
        NotFound: It is not there (any more).
        Damaged: What was kept is not there, or is not what was frozen.
    """
    with store.reading() as session:
        frozen = frozen_reports.load_frozen(session, report_id)
        return (
            (frozen.word_name, _whole(session, frozen.word_sha256, f"“{frozen.word_name}”")),
            (frozen.excel_name, _whole(session, frozen.excel_sha256, f"“{frozen.excel_name}”")),
        )


def write_frozen(store: Store, report_id: int, out_dir: Path) -> list[Path]:
    """Write a frozen report again into a folder, exactly as it was frozen.

    Returns:
        The Word file and the annex, absolute, read back and compared.

    Raises:
        NotFound, Damaged: As `frozen_files`; then nothing is written.
        FileInUse, DiskFull, ReadOnly, NotFound: The files could not be put there.
    """
    files = frozen_files(store, report_id)
    make_folder(out_dir)
    with noting(store.folder, out_dir):
        for name, content in files:
            write_bytes(out_dir / name, content, partial(check_same, content=content))
    for name, _content in files:
        log_export(store, out_dir / name, "Báo cáo đã chốt")
    return [(out_dir / name).absolute() for name, _content in files]


def set_note(store: Store, report: FrozenReport, note: str, form_id: str | None = None) -> Change:
    """Keep another note with a frozen report; nothing else of it ever changes.

    Raises:
        NotFound: It is not there any more.
        AlreadyDone: The same form was saved before.
    """
    with store.writing(f"Ghi chú {_named(report)}", form_id) as session:
        now = frozen_reports.load_frozen(session, report.id or 0)
        frozen_reports.save_frozen(session, replace(now, note=note.strip()))
    return session.change


def _whole(session: Session, sha256: str, what: str) -> bytes:
    content = find_content(session, sha256)
    if content is None:
        raise Damaged(
            f"{what} trong sổ không còn đúng như lúc chốt nên không ghi ra. Số liệu khác vẫn "
            "nguyên. Hãy lấy lại từ bản lưu gần nhất, hoặc chốt lại báo cáo."
        )
    return content


def _named(report: FrozenReport) -> str:
    return f"báo cáo {Period.parse(report.period).name}"
