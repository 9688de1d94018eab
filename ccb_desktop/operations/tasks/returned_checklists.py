"""Checklists that come back filled in: read, compared with the books, taken in as one act."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import partial
from pathlib import Path

from ccb_desktop.data import imports
from ccb_desktop.data.store import Session, Store
from ccb_desktop.data.tasks import assignments
from ccb_desktop.data.tasks.checklists import mark_of_books
from ccb_desktop.documents.reading.workbook import read_workbook
from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.errors import BadFile, Conflict, FileInUse, Invalid, NotFound
from ccb_desktop.domain.exchange.source import SourceWorkbook
from ccb_desktop.domain.imports.batches import ImportBatch
from ccb_desktop.domain.long_jobs import Tell, tell_nobody
from ccb_desktop.domain.printing import number, short_date
from ccb_desktop.domain.tasks.assignments import Assignment
from ccb_desktop.domain.tasks.comparing import Books, ComparedRow, FilledFile, Found, compare
from ccb_desktop.domain.tasks.returned import read_filled

Place = tuple[int, int]
"""Which file, counted from 0, and which of its rows."""


def read_filled_files(paths: Sequence[Path], progress: Tell = tell_nobody) -> list[FilledFile]:
    """Read some files as they stand, each in a process of its own; nothing is written.

    A file that cannot be read stands among them with the reason; one with several checklists
    stands there several times.
    """
    files: list[FilledFile] = []
    for place, path in enumerate(paths):
        told = f"Đang đọc {path.name}"
        progress(place, len(paths), told)
        try:
            source = read_workbook(path, partial(_tell, progress, place, len(paths), told))
        except (BadFile, FileInUse, NotFound) as refusal:
            files.append(FilledFile(path.name, "", None, str(refusal)))
            continue
        files += _checklists_of(source)
    return files


def _checklists_of(source: SourceWorkbook) -> list[FilledFile]:
    name, sha256 = source.path.name, source.sha256
    found = read_filled(source.sheets)
    if len(found) < 2:
        return [FilledFile(name, sha256, found[0][1] if found else None)]
    return [FilledFile(f"{name}, trang {sheet}", sha256, filled) for sheet, filled in found]


def compare_files(
    store: Store, files: Sequence[FilledFile], year: int, received_on: date
) -> list[ComparedRow]:
    """Every row of some files against the plan of a year; nothing is written.

    Raises:
        Invalid: Field `received_on`: a day to come.
    """
    check_received(received_on)
    with store.reading() as session:
        return compare(files, _books(session, year), received_on)


def check_received(received_on: date) -> None:
    """See that a day has come.

    Raises:
        Invalid: Field `received_on`.
    """
    if received_on > date.today():
        told = f"Ngày {short_date(received_on)} chưa tới. Ghi ngày đã qua hoặc hôm nay."
        raise Invalid({"received_on": told})


def take_in(
    store: Store,
    files: Sequence[FilledFile],
    year: int,
    received_on: date,
    wanted: Collection[Place],
    form_id: str | None = None,
) -> Change:
    """Take the chosen rows of some files into the books, as one act that can be undone.

    What they add is worked out again, so that nothing is counted twice.

    Args:
        store: The books.
        files: As they came back.
        year: The year of the plan.
        received_on: The day that figures are of where a file does not say.
        wanted: The rows.
        form_id: See `Store.writing`.

    Raises:
        Invalid: No row is chosen, or the day is to come.
        Conflict: A chosen row cannot be taken any more; nothing is written.
    """
    check_received(received_on)
    if not wanted:
        raise Invalid({"": "Chưa chọn dòng nào để ghi. Chọn ít nhất một dòng mới trong phiếu."})
    with store.writing(_label(files, wanted), form_id) as session:
        rows = compare(files, _books(session, year), received_on)
        chosen = [row for row in rows if row.place in wanted]
        lost = next((row for row in chosen if row.found is Found.PROBLEM), None)
        if lost is not None:
            raise Conflict(
                f"Sổ vừa thay đổi nên dòng {lost.place[1]} của “{lost.file_name}” không ghi được: "
                f"{lost.problem} Chưa ghi gì. Đọc lại phiếu rồi ghi."
            )
        kept = [row for row in chosen if row.found is Found.NEW]
        for row in kept:
            _keep(session, row)
        if kept:
            imports.save_batch(session, _batch(files, kept, session.action_id))
    return session.change


def _tell(progress: Tell, place: int, total: int, told: str, _part: float, _words: str) -> None:
    progress(place, total, told)


def _keep(session: Session, row: ComparedRow) -> None:
    assert row.line is not None
    if row.addition.step is not None:
        assignments.save_progress(session, row.addition.step)
    if row.addition.done_on is not None:
        known: Assignment = row.line.assignment
        assignments.save_assignment(session, replace(known, done_on=row.addition.done_on))


def _books(session: Session, year: int) -> Books:
    today = date.today()
    lines = assignments.list_lines(session, today, year)
    return Books(mark_of_books(session), year, lines, today)


def _label(files: Sequence[FilledFile], wanted: Collection[Place]) -> str:
    names = dict.fromkeys(files[place].name for place, _row in sorted(wanted))
    told = ", ".join(names) if len(names) < 3 else f"{number(len(names))} phiếu"
    return f"Nhận phiếu việc: {told}"


def _batch(files: Sequence[FilledFile], kept: Sequence[ComparedRow], action_id: int) -> ImportBatch:
    used = [files[place] for place in dict.fromkeys(row.place[0] for row in kept)]
    return ImportBatch(
        file_name=", ".join(one.name for one in used),
        sha256=", ".join(dict.fromkeys(one.sha256 for one in used)),
        imported_at=datetime.now().replace(microsecond=0),
        summary=f"Phiếu việc: ghi {number(len(kept))} dòng",
        action_id=action_id,
    )
