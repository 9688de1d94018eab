"""When a store is damaged, gone, or lies where it must not: say what is offered, and help."""

import csv
import io
from pathlib import Path

from ccb_desktop.data import backup as copies
from ccb_desktop.data import opening, salvage
from ccb_desktop.data.places import check_place
from ccb_desktop.data.store_file import schema_of, verify_file
from ccb_desktop.data.users.key_ring import NO_RING, StoreKeys
from ccb_desktop.documents.safe_write import replacing, write_bytes
from ccb_desktop.domain.backups import Backup
from ccb_desktop.domain.errors import Conflict, Damaged, NotFound, UserError
from ccb_desktop.domain.record_words import label_of
from ccb_desktop.domain.store_health import DamageKind, DamageReport, LostAct
from ccb_desktop.operations import backup_files
from ccb_desktop.operations.backup_notes import load_notes
from ccb_desktop.operations.users import ring_files
from ccb_desktop.paths import DataFolder

_FILE_NAMES = {
    "persons": "ho-so",
    "policies": "dien-chinh-sach",
    "memberships": "hoi-vien",
    "membership_events": "bien-dong",
    "units": "don-vi",
    "unit_names": "ten-don-vi",
    "posts": "chuc-danh",
    "households": "ho-gia-dinh",
    "household_years": "ho-gia-dinh-theo-nam",
    "manual_figures": "so-lieu-nhap-tay",
    "funds": "quy",
    "vouchers": "phieu-thu-chi",
    "period_locks": "khoa-so-quy",
    "cash_counts": "kiem-ke-quy",
    "dues_rates": "muc-hoi-phi",
    "dues_exemptions": "mien-hoi-phi",
    "dues_hand_ins": "lan-nop-hoi-phi",
    "dues_payments": "hoi-phi",
    "campaigns": "dot-van-dong",
    "campaign_targets": "chi-tieu-van-dong",
    "contributions": "ung-ho",
    "loans": "vay-von",
    "loan_extensions": "gia-han-vay",
    "repayments": "tra-von",
    "bank_loan_counts": "von-nhcsxh",
}


def examine(folder: DataFolder, second_place: str = "", keys: StoreKeys = NO_RING) -> DamageReport:
    """What is wrong with the store of a folder, and what is offered; nothing is changed.

    Args:
        folder: Where the store lies or lay.
        second_place: Another folder to look for backups in.
        keys: Of whoever signed in.

    Raises:
        NotFound: There is no store, and never was.
    """
    kind, sentence = _kind_of(folder, keys.present)
    places = [folder.backups, *([Path(second_place)] if second_place else [])]
    backup = copies.newest_verified(places, keys, load_notes(folder).store_id)
    return DamageReport(
        kind=kind,
        sentence=sentence,
        backup=backup,
        lost=_lost(folder, backup, keys.present) if kind is DamageKind.DAMAGED else None,
        can_be_read=kind is DamageKind.DAMAGED
        and bool(salvage.readable_tables(folder.store, keys.present)),
    )


def _kind_of(folder: DataFolder, key: str) -> tuple[DamageKind, str]:
    try:
        opening.see_that_it_stands(folder)
    except Damaged as error:
        return DamageKind.MISSING, str(error)
    try:
        verify_file(folder.store, key)
    except Damaged as error:
        return _how_far_readable(folder.store, key), str(error)
    return DamageKind.NONE, ""


def _how_far_readable(store: Path, key: str) -> DamageKind:
    try:
        schema_of(store, key, mode="ro")
    except UserError:
        return DamageKind.UNREADABLE
    return DamageKind.DAMAGED


def _lost(folder: DataFolder, backup: Backup | None, key: str) -> list[LostAct] | None:
    if backup is None:
        return None
    return salvage.acts_after(folder.store, backup.action_id, backup.chain_hash, key)


def export_readable(folder: DataFolder, to_dir: Path, keys: StoreKeys = NO_RING) -> list[Path]:
    """Write every record that can still be read from a damaged store, one CSV file per table.

    Excel opens the files by a double click. The store itself is not touched.

    Returns:
        The files written.

    Raises:
        NotFound: Nothing can be read any more.
        DiskFull, ReadOnly: The folder cannot take them.
    """
    tables = salvage.readable_tables(folder.store, keys.present)
    if not tables:
        raise NotFound(
            "Không đọc được hồ sơ nào trong tệp số liệu này nữa. Tệp vẫn được giữ nguyên. "
            "Hãy phục hồi từ bản sao lưu."
        )
    to_dir.mkdir(parents=True, exist_ok=True)
    return [_write_table(folder.store, table, to_dir, keys.present) for table in tables]


def _write_table(store: Path, table: str, to_dir: Path, key: str) -> Path:
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(label_of(table, name) for name in salvage.columns_of(table))
    writer.writerows(salvage.readable_rows(store, table, key))
    target = to_dir / f"{_FILE_NAMES.get(table, table)}.csv"
    write_bytes(target, text.getvalue().encode("utf-8-sig"))
    return target


def copy_to_this_pc(source: DataFolder, target: DataFolder, keys: StoreKeys = NO_RING) -> None:
    """Bring a store that lies on a stick, a network or in a synced folder to a good place.

    The source stays as it is; the copy is verified before it takes its place.

    Raises:
        NotSignedIn: The source is encrypted, and these keys do not open it.
        Conflict: The target holds a store already, or held one.
        Damaged: The source is damaged.
        UnsafePlace, DiskFull, ReadOnly: The target cannot take it.
    """
    check_place(target.root)
    opening.make_folders(target)
    with opening.locked(target) as lock:
        if opening.has_store(target):
            raise Conflict(
                f"Thư mục {target.root} trên máy này đã có số liệu. Hãy chọn thư mục khác, "
                "hoặc dùng “Phục hồi” nếu muốn thay số liệu đang có."
            )
        with replacing(target.store) as incoming:
            backup_files.bring(source.store, incoming, keys)
            now = ring_files.announce(target, source.store, keys)
        ring_files.settle(target, now)
        lock.release()
