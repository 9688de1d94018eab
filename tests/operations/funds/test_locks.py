"""Months and years locked and unlocked."""

from datetime import date

import pytest

from ccb_desktop.domain.backups import BackupReason
from ccb_desktop.domain.errors import Conflict, Damaged, Invalid, NotFound
from ccb_desktop.operations import backup_files
from ccb_desktop.operations.backups import list_backups
from ccb_desktop.operations.funds import locks
from ccb_desktop.operations.undo import list_actions, undo


def test_a_year_is_locked_behind_a_backup(store):
    locks.lock_period(store, 2025, None)
    assert [one.reason for one in list_backups(store.folder)] == [BackupReason.BEFORE_LOCK]
    (lock,) = locks.list_locks(store)
    assert (lock.label, lock.locked_on) == ("năm 2025", date.today())


def test_a_year_is_not_locked_when_its_backup_does_not_verify(store, monkeypatch):
    def refuse(*_args, **_more):
        raise Damaged("khác")

    monkeypatch.setattr(backup_files, "verify_file", refuse)
    with pytest.raises(Damaged, match="không khớp"):
        locks.lock_period(store, 2025, None)
    assert locks.list_locks(store) == []
    assert list_backups(store.folder) == []


def test_a_period_is_locked_once_and_when_it_is_over(store):
    locks.lock_period(store, 2025, 12)
    with pytest.raises(Conflict):
        locks.lock_period(store, 2025, 12)
    today = date.today()
    with pytest.raises(Invalid):
        locks.lock_period(store, today.year, today.month)
    with pytest.raises(Invalid):
        locks.lock_period(store, today.year, None)


def test_the_reason_for_unlocking_stands_in_the_history(store):
    locks.lock_period(store, 2025, 12)
    (lock,) = locks.list_locks(store)
    locks.unlock_period(store, lock.id, "Sót một phiếu chi")
    assert locks.list_locks(store) == []
    assert list_actions(store)[0].label == "Mở khóa sổ quỹ tháng 12/2025: Sót một phiếu chi"
    with pytest.raises(NotFound):
        locks.unlock_period(store, lock.id, "lần nữa")


def test_a_lock_is_not_undone_without_a_reason(store):
    change = locks.lock_period(store, 2025, 12)
    with pytest.raises(Conflict, match="lý do"):
        undo(store, change.action_id)
    assert len(locks.list_locks(store)) == 1
