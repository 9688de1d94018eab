"""Check the books: quickly as on opening, or everything (`ccb-desktop check`)."""

from collections.abc import Iterator
from typing import Any

from ccb_desktop.data import backup as copies
from ccb_desktop.data import checking, ledger_checking, opening, seals
from ccb_desktop.data.migrations.steps import LATEST
from ccb_desktop.data.stopping import stoppable
from ccb_desktop.data.store import Store
from ccb_desktop.data.store_file import (
    broken_references,
    damage_sentence,
    damaged_pages,
    orphans_sentence,
    schema_number,
    schema_of,
)
from ccb_desktop.data.users.key_ring import NO_RING, StoreKeys
from ccb_desktop.domain.backups import BackupReason
from ccb_desktop.domain.errors import Damaged, UserError
from ccb_desktop.domain.fund_papers.cash_book import Anchor
from ccb_desktop.domain.long_jobs import Tell, tell_nobody
from ccb_desktop.operations.branch import read_branch
from ccb_desktop.operations.users.signing_in import SignedIn
from ccb_desktop.paths import DataFolder

Report = dict[str, Any]
"""The object that `command-line.md` gives for `check`."""

Printed = tuple[int, str]
"""Number of an act and the beginning of its seal, as printed."""


_LOOKED_AT = (
    "từng trang của tệp số liệu",
    "hồ sơ trỏ đến nhau",
    "số phiếu, số tiền",
    "nhật ký và dấu niêm",
    "biến động hội viên",
)


def check(
    store: Store,
    *,
    deep: bool = False,
    printed: Printed | None = None,
    tell: Tell = tell_nobody,
) -> Report:
    """Look for damage and for anything that does not fit together; nothing is changed.

    Args:
        store: The open store.
        deep: Also work everything out again: the whole history, every course of events,
            standings, search keys, the form of the file. May take minutes on large books.
        printed: Number and beginning of the seal of an act, from the foot of a printed cash
            book; a history that was cut off or written anew since then does not hold it.
        tell: Is told how far it is.

    Raises:
        Stopped: As `tell` raised it.
    """
    at = _Place(tell)
    try:
        with store.raw_reading() as connection, stoppable(connection, at.tell):
            schema = schema_number(connection)
            damaged = damaged_pages(connection, deep=deep)
            if damaged:
                return _damaged(damage_sentence(store.path.name, damaged), schema)
            at.go_on()
            orphans = sum(1 for _ in broken_references(connection, deep=deep))
            findings = [orphans_sentence(orphans)] if orphans else []
            at.go_on()
            gaps = list(ledger_checking.gap_findings(connection))
            money = list(_money_findings(connection, deep=deep))
            found = {
                "ledger": {
                    "funds": ledger_checking.count_funds(connection),
                    "balanced": not money,
                },
                "vouchers_gapless": not gaps,
            }
            at.go_on()
            findings += [*gaps, *money, *_printed_finding(connection, printed)]
            findings += (
                _deep_findings(store, connection, at) if deep else _last_act_finding(connection)
            )
    except Damaged as error:
        return _damaged(str(error))
    at.go_on()
    return _report(findings, orphans=orphans, schema=schema) | found


class _Place:
    """How far a check is."""

    def __init__(self, tell: Tell) -> None:
        self._tell = tell
        self._step = 0

    def go_on(self) -> None:
        self._step += 1
        self.tell()

    def tell(self) -> None:
        step = min(self._step, len(_LOOKED_AT) - 1)
        self._tell(self._step, len(_LOOKED_AT), f"Đang xem {_LOOKED_AT[step]}")


def compare_printed(store: Store, printed: Printed, tell: Tell = tell_nobody) -> list[str]:
    """Hold the history against the foot of a printed cash book.

    The seal of one act covers all before it, so the whole history up to it is looked at.

    Returns:
        What does not fit; nothing where the history is the one that was printed.

    Raises:
        Stopped: As `tell` raised it.
    """
    at = _Place(tell)
    with store.raw_reading() as connection, stoppable(connection, at.tell):
        findings = _printed_finding(connection, printed)
        return [*findings, *checking.history_findings(connection, None)]


def _printed_finding(connection: Any, printed: Printed | None) -> list[str]:
    """How a seal on paper differs; a sign copied wrongly is for the officer to see."""
    if printed is None:
        return []
    number, copied = printed
    stands = seals.recorded_seal(connection, number)
    if stands is None:
        return [
            f"Nhật ký trong máy không có việc số {number} như trên giấy: số việc chép nhầm, hoặc "
            "số liệu được phục hồi từ bản sao lưu cũ hơn tờ ấy, hoặc phần cuối nhật ký đã bị cắt."
        ]
    if copied and stands.startswith(copied):
        return []
    here, there = Anchor(number, stands).seal, Anchor(number, copied).seal
    return [
        f"Việc số {number} trong máy có dấu niêm {here}, chữ chép từ giấy là {there}. Chỉ khác "
        "một hai chữ thì xem lại chữ đã chép; khác hẳn thì nhật ký đã bị viết lại, hoặc số liệu "
        "được phục hồi từ một bản khác."
    ]


def check_folder(
    folder: DataFolder,
    signed: SignedIn | None = None,
    *,
    deep: bool = False,
    printed: Printed | None = None,
) -> Report:
    """Check the store of a folder; one that is too damaged to be opened is a finding, too.

    Raises:
        As `operations.branch.read_branch`, except `Damaged`.
    """
    try:
        with read_branch(folder, signed, leave_large_unchecked=True) as store:
            return check(store, deep=deep, printed=printed)
    except Damaged as error:
        keys = signed.keys if signed is not None else NO_RING
        return _looked_at(folder, error, keys, deep=deep)


def _looked_at(folder: DataFolder, error: Damaged, keys: StoreKeys, *, deep: bool) -> Report:
    """What can still be said of a store that does not open."""
    try:
        if schema_of(folder.store, keys.present, mode="ro") != LATEST:
            return _damaged(str(error))
        with Store(folder, lock=None, keys=keys) as store:
            found = check(store, deep=deep)
    except UserError:
        return _damaged(str(error))
    return _damaged(str(error)) if found["ok"] else found | {"findings": [str(error)]}


def is_unchecked(store: Store) -> bool:
    """Whether a store that the window has opened is so large that it was not read whole yet."""
    return store.path.stat().st_size > opening.CHECKED_AT_ONCE_UP_TO


def check_opened(store: Store) -> None:
    """Make the checks of opening on a large store, which opened without them.

    Raises:
        Damaged: Something in it is not as it was written.
    """
    opening.check_open_store(store)


def _deep_findings(store: Store, connection: Any, at: _Place) -> list[str]:
    findings = list(checking.schema_findings(connection))
    findings += checking.history_findings(connection, _anchor(store.folder))
    at.go_on()
    with store.reading() as session:
        findings += checking.membership_findings(session)
        findings += checking.key_findings(session)
    return findings


def _money_findings(connection: Any, *, deep: bool) -> Iterator[str]:
    yield from ledger_checking.month_findings(connection)
    yield from ledger_checking.book_findings(connection)
    if deep:
        yield from ledger_checking.deep_findings(connection)


def _last_act_finding(connection: Any) -> list[str]:
    if seals.is_last_act_sealed(connection):
        return []
    return ["Nhật ký ở việc ghi sau cùng không khớp với dấu niêm của nó."]


def _anchor(folder: DataFolder) -> tuple[int, str] | None:
    """The last act by the newest manifest; none where a restore has begun another history."""
    newest = next(iter(copies.list_backups(folder.backups)), None)
    if newest is None or newest.reason is BackupReason.BEFORE_RESTORE:
        return None
    return newest.action_id, newest.chain_hash


def _damaged(finding: str, schema: int | None = None) -> Report:
    return _report([finding], database="damaged", schema=schema)


def _report(
    findings: list[str], *, database: str = "ok", orphans: int = 0, schema: int | None = None
) -> Report:
    return {
        "ok": not findings,
        "database": database,
        "ledger": {"funds": 0, "balanced": True},
        "vouchers_gapless": True,
        "orphans": orphans,
        "schema": schema,
        "findings": findings,
    }
