"""Once a month everything the books hold as an Excel workbook beside the backups."""

import contextlib
from dataclasses import replace
from datetime import date
from pathlib import Path

from ccb_desktop.data import settings
from ccb_desktop.data.roster_counts import count_members
from ccb_desktop.data.store import Store
from ccb_desktop.data.users.key_ring import OPEN
from ccb_desktop.domain.errors import Damaged, UserError
from ccb_desktop.domain.exchange.typed_rows import UnderstoodSheet
from ccb_desktop.domain.long_jobs import Tell
from ccb_desktop.domain.monthly_workbook import (
    is_due,
    month_of,
    surplus,
    workbook_name,
    workbooks_of,
)
from ccb_desktop.operations import second_place
from ccb_desktop.operations.backup_notes import keep_notes, load_notes
from ccb_desktop.operations.import_workbook import read_files, understand_files
from ccb_desktop.operations.papers import write_template


def write_if_due(store: Store, today: date, progress: Tell) -> Path | None:
    """Write the workbook of this month, if there is none yet, also to the second place.

    It can be read without this program, and holds all personal data as they are. So books
    that are encrypted get none, and lose those that were written before. The practice branch
    gets none, and neither do books that hold nobody yet.

    Args:
        store: The books.
        today: The day by the clock.
        progress: Is told what is in hand; may raise `Stopped`.

    Returns:
        The workbook; `None` where none is due.

    Raises:
        Damaged: It could not be read back.
        DiskFull, DiskFault, ReadOnly, FileInUse: It could not be written.
    """
    if store.keys.name != OPEN:
        _take_away(store)
        return None
    if not is_due(load_notes(store.folder).workbook_month, today):
        return None
    with store.reading() as session:
        practice = settings.load_branch(session).practice
        [members] = count_members(session, [today])
    if practice or not members:
        return None
    own = second_place.store_id_of(store)
    written = store.folder.backups / workbook_name(month_of(today), own)
    progress(0, 0, "Đang ghi tệp Excel đủ mọi thứ của tháng")
    write_template(store, (), filled=True, out=written, masked=False)
    try:
        _read_back(store, written, members, progress)
    except UserError:
        written.unlink(missing_ok=True)
        raise
    _copy_away(store, written, own)
    _thin_out(written.parent, own)
    keep_notes(store.folder, lambda notes: replace(notes, workbook_month=month_of(today)))
    return written


def _read_back(store: Store, written: Path, members: int, progress: Tell) -> None:
    """See that the program itself reads every sheet, and nobody on the roll is missing."""
    sheets = [
        sheet
        for workbook in understand_files(store, read_files([written], progress), progress=progress)
        for sheet in workbook.sheets
    ]
    rows = sum(_count_rows(sheet) for sheet in sheets if sheet.kind == "members")
    if rows < members or any(sheet.missing_fields for sheet in sheets):
        raise Damaged(
            f"Tệp {written.name} vừa ghi đọc lại không đủ nên đã bỏ. Số liệu và các bản sao lưu "
            "vẫn nguyên. Hãy xem ổ đĩa còn chỗ trống không; lần sao lưu sau chương trình ghi lại."
        )


def _count_rows(sheet: UnderstoodSheet) -> int:
    """The rows below the header; one with a cell that the books lack is there all the same."""
    return sum(row.number > (sheet.header_row or 0) for row in sheet.source.rows)


def _copy_away(store: Store, written: Path, own: str) -> None:
    """The second place gets it too, where it is there; catching up brings it later."""
    away = second_place.second_place_of(store)
    if away is not None and second_place.is_there(away):
        with contextlib.suppress(UserError):
            second_place.give_workbook(store, written, away)
            _thin_out(away, own)


def _take_away(store: Store) -> None:
    """Encrypted books leave nothing beside them that anybody can read."""
    own, away = second_place.store_id_of(store), second_place.second_place_of(store)
    places = [store.folder.backups]
    if away is not None and second_place.is_there(away):
        places.append(away)
    for place in places:
        for name in workbooks_of((path.name for path in place.glob("*.xlsx")), own):
            with contextlib.suppress(OSError):  # one that is open in Excel goes the next time
                (place / name).unlink()


def _thin_out(folder: Path, own: str) -> None:
    for name in surplus((path.name for path in folder.glob("*.xlsx")), own):
        with contextlib.suppress(OSError):  # one that is open in Excel goes the next time
            (folder / name).unlink()
