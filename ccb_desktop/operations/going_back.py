"""Before the books go back to a backup: shows what would change."""

from datetime import date, datetime
from pathlib import Path

from ccb_desktop.data import backup as copies
from ccb_desktop.data import book_figures, settings
from ccb_desktop.data.funds.voucher_lists import lines_of
from ccb_desktop.data.store import Session, Store
from ccb_desktop.data.users.key_ring import StoreKeys
from ccb_desktop.domain.backups import Backup
from ccb_desktop.domain.errors import NotFound
from ccb_desktop.domain.funds.lines import VoucherLine
from ccb_desktop.domain.going_back import MOST_SHOWN, GoingBack, newest_before
from ccb_desktop.domain.printing import number, short_date
from ccb_desktop.domain.users.duties import Duty, check_duty
from ccb_desktop.operations import backups, second_place
from ccb_desktop.operations.trial_restore import tried


def look_back(store: Store, file: Path, today: date, keys: StoreKeys | None = None) -> GoingBack:
    """What restoring a backup would change; nothing is changed yet.

    The backup is opened in trial, so that one that cannot be restored is told now.

    Args:
        store: The open books.
        file: The backup.
        today: For ages and terms.
        keys: Of the backup, where they are others than those of the books.

    Raises:
        Forbidden: It is the chairman's duty.
        Otherwise as `trial_restore.tried`.
    """
    check_duty(store.user, Duty.RESTORE)
    manifest = copies.read_manifest(copies.manifest_of(file))
    with (
        tried(store.folder, file, keys or store.keys) as trial,
        trial.reading() as then,
        store.reading() as now,
    ):
        common = book_figures.last_common_act(then, now)
        figures = book_figures.load_book_figures(then, today)
        return GoingBack(
            branch=settings.load_branch(then).name,
            own=settings.load_branch(now).name,
            point=manifest.made_at if manifest else figures.last_at or datetime.now(),
            then=figures,
            now=book_figures.load_book_figures(now, today),
            is_related=common > 0,
            lost=tuple(book_figures.list_acts_after(now, common, MOST_SHOWN)),
            lost_count=book_figures.count_acts_after(now, common),
            gained=tuple(book_figures.list_acts_after(then, common, MOST_SHOWN)),
            gained_count=book_figures.count_acts_after(then, common),
            vouchers=_vouchers(now, common) if common else (),
        )


def _vouchers(now: Session, common: int) -> tuple[str, ...]:
    posted = book_figures.vouchers_posted_after(now, common)
    return tuple(_said(line) for line in lines_of(now, posted))


def _said(line: VoucherLine) -> str:
    one = line.voucher
    return f"{one.number_text}, {short_date(one.issued_on)}: {number(one.amount_dong)} đồng"


def backup_before(store: Store, action_id: int) -> Backup:
    """The newest backup made before an act of these books was done.

    Raises:
        NotFound: There is none any more.
    """
    away = second_place.second_place_of(store)
    there = str(away) if away is not None and second_place.is_there(away) else ""
    with store.reading() as session:
        seals = book_figures.seals_before(session, action_id)
    found = newest_before(backups.list_backups(store.folder, there), seals)
    if found is None:
        raise NotFound(
            "Không còn bản sao lưu nào trước việc này. Số liệu vẫn nguyên. Hãy dùng Hoàn tác việc "
            "này, hoặc cắm USB có bản sao lưu cũ hơn rồi làm lại."
        )
    return found
