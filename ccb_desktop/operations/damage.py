"""Examines a store that does not open, with every place where its backups may lie."""

from dataclasses import replace
from pathlib import Path

from ccb_desktop.data.users.key_ring import NO_RING, StoreKeys
from ccb_desktop.domain.store_health import DamageKind, DamageReport
from ccb_desktop.operations import repair, second_place
from ccb_desktop.paths import DataFolder

_HEAD = 8
_PAPERS = (b"PK\x03\x04", b"%PDF-", b"\xd0\xcf\x11\xe0", b"\x89PNG", b"\xff\xd8\xff", b"SQLite f")
"""How Word and Excel files, pictures and foreign databases begin; a store begins with chance."""


def examine(folder: DataFolder, keys: StoreKeys = NO_RING) -> DamageReport:
    """What is wrong with the store of a folder; backups are looked for on sticks as well.

    The second place is known from the notes beside the store, which can be read when the
    store cannot. Nothing is changed.

    Args:
        folder: Where the store lies or lay.
        keys: Of whoever signed in.

    Raises:
        NotFound: There is no store, and never was.
    """
    away = next(iter(second_place.known_places(folder)), None)
    report = repair.examine(folder, str(away or ""), keys)
    if report.kind is DamageKind.UNREADABLE:
        report = replace(report, sentence=_unreadable(folder.store) or report.sentence)
    if report.backup is not None and report.backup.path.parent != folder.backups:
        report = replace(report, away=report.backup.path.parent)
    return report


def _unreadable(store: Path) -> str:
    """What stands in the place of the store, where that can be said more plainly."""
    try:
        with store.open("rb") as opened:
            head = opened.read(_HEAD)
    except OSError:
        return ""
    if not head:
        return (
            f"Tệp số liệu {store.name} trống, không có gì bên trong; thường do mất điện hoặc "
            "đầy ổ đĩa khi chép tệp. Chương trình không ghi gì vào tệp."
        )
    if head.startswith(_PAPERS):
        return (
            f"Tệp {store.name} không phải là số liệu của chương trình này: một tệp khác đã bị "
            "chép đè lên. Chương trình không ghi gì vào tệp."
        )
    return ""
