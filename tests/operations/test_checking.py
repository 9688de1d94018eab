"""The check of the books: the JSON of the command line, and every kind of finding."""

import pytest

from ccb_desktop.data.engine import connection_to
from ccb_desktop.data.migrations.steps import LATEST
from ccb_desktop.data.store_lock import not_writable
from ccb_desktop.domain.errors import Damaged
from ccb_desktop.operations import backups, checking
from ccb_desktop.operations.undo import list_actions, undo
from tests.books import add_member, contents

SOUND = {
    "ok": True,
    "database": "ok",
    "ledger": {"funds": 0, "balanced": True},
    "vouchers_gapless": True,
    "orphans": 0,
    "schema": LATEST,
    "findings": [],
}


def tamper(store, *statements):
    """Change the store as no part of the program would."""
    with connection_to(store.path) as connection:
        connection.execute("PRAGMA foreign_keys=OFF")
        for statement in statements:
            connection.execute(statement)


@pytest.mark.parametrize("deep", [False, True])
def test_sound_books_have_no_findings_and_are_not_changed(filled, deep):
    undo(filled, list_actions(filled)[0].id)
    before = contents(filled)
    assert checking.check(filled, deep=deep) == SOUND
    assert contents(filled) == before


FINDINGS = {
    "Trạng thái lưu sẵn": "UPDATE standings SET status='EXEMPT' WHERE membership_id=5",
    "Biến động không nối tiếp": "UPDATE membership_events SET happened_on='1980' WHERE id=2",
    "quy tắc 14": "DELETE FROM standings WHERE membership_id=5",
    "khóa tìm kiếm": "UPDATE persons SET name_key='x' WHERE id=1",
    "2 tên có khóa": "UPDATE unit_names SET name_key='x' WHERE id<3",
    "1 dòng trỏ đến": "UPDATE policies SET person_id=999 WHERE id=1",
    "hai tư cách hội viên": "UPDATE memberships SET person_id=1 WHERE id=5",
    "bắt đầu từ việc số 2": "UPDATE record_changes SET kind='x' WHERE action_id=2",
    "Cấu trúc tệp số liệu": "CREATE TABLE theirs (id INTEGER)",
    "ix_persons_sort_key": "DROP INDEX ix_persons_sort_key",
}


@pytest.mark.parametrize("finding", FINDINGS)
def test_what_does_not_fit_is_found(filled, finding):
    tamper(
        filled,
        "DROP TRIGGER record_changes_stay",
        FINDINGS[finding],
        "CREATE TRIGGER record_changes_stay BEFORE UPDATE ON record_changes\n    "
        "BEGIN SELECT RAISE(ABORT, 'the history is never changed'); END",
    )
    found = checking.check(filled, deep=True)
    assert not found["ok"]
    assert finding in " ".join(found["findings"])
    assert found["orphans"] == int("dòng trỏ đến" in finding)


def test_a_guard_taken_away_is_found(filled):
    tamper(filled, "DROP TRIGGER record_changes_stay")
    assert "record_changes_stay" in " ".join(checking.check(filled, deep=True)["findings"])


def test_the_quick_check_sees_broken_references_and_the_last_seal(filled):
    tamper(
        filled,
        "DROP TRIGGER sealed_actions_stay",
        "UPDATE actions SET done_by='x' WHERE id=(SELECT max(id) FROM actions)",
        "UPDATE policies SET person_id=999 WHERE id=1",
    )
    found = checking.check(filled)
    assert (found["ok"], found["orphans"], len(found["findings"])) == (False, 1, 2)


def test_a_history_cut_off_behind_the_newest_backup_is_found(filled):
    backups.back_up_here(filled)
    assert checking.check(filled, deep=True)["ok"]
    last = list_actions(filled)[0].id
    tamper(
        filled,
        "DROP TRIGGER record_changes_are_kept",
        "DROP TRIGGER sealed_actions_are_kept",
        f"DELETE FROM record_changes WHERE action_id={last}",
        f"DELETE FROM actions WHERE id={last}",
    )
    assert f"không còn việc số {last}" in " ".join(checking.check(filled, deep=True)["findings"])


def test_after_a_restore_that_was_cut_short_nobody_is_accused(filled, monkeypatch):
    wanted = backups.back_up_here(filled)
    add_member(filled, "Sau đó")
    folder = filled.folder
    filled.close()
    keep = backups.backup_files.keep_file

    def keep_all_but_the_last(folder, reason, keys):
        if reason is checking.BackupReason.BEFORE_RESTORE:
            return keep(folder, reason, keys)
        raise Damaged("ổ đĩa vừa rút")

    monkeypatch.setattr(backups.backup_files, "keep_file", keep_all_but_the_last)
    backups.restore(folder, wanted.path)
    assert checking.check_folder(folder, deep=True)["ok"]


def test_damaged_pages_are_a_finding_of_the_database(filled_folder):
    spoilt = bytearray(filled_folder.store.read_bytes())
    spoilt[len(spoilt) // 2] ^= 1
    filled_folder.store.write_bytes(spoilt)
    found = checking.check_folder(filled_folder, deep=True)
    assert (found["ok"], found["database"]) == (False, "damaged")
    assert "1 chỗ" in found["findings"][0]
    filled_folder.store.write_bytes(b"")
    assert checking.check_folder(filled_folder)["database"] == "damaged"


def test_a_store_that_spoils_while_it_is_open_is_told(filled):
    spoilt = bytearray(filled.path.read_bytes())
    spoilt[len(spoilt) // 2] ^= 1
    filled.path.write_bytes(spoilt)
    assert checking.check(filled)["database"] == "damaged"
    with pytest.raises(Damaged):
        checking.check_opened(filled)


@pytest.mark.parametrize("deep", [False, True])
def test_books_that_do_not_open_are_counted_all_the_same(filled, deep):
    folder = filled.folder
    filled.close()
    tamper(filled, "UPDATE memberships SET unit_id=999 WHERE id=1")
    found = checking.check_folder(folder, deep=deep)
    assert (found["ok"], found["database"]) == (False, "ok")
    assert (found["orphans"], found["schema"]) == (1, LATEST)
    assert "Có 1 dòng trỏ đến hồ sơ không còn trong sổ." in found["findings"][0]
    assert "phục hồi" in found["findings"][0]


def test_books_in_a_folder_that_is_read_only_are_checked_too(filled, monkeypatch):
    folder = filled.folder
    filled.close()

    def refuse(_path):
        raise not_writable(folder.root)

    monkeypatch.setattr("ccb_desktop.data.opening.StoreLock", refuse)
    assert checking.check_folder(folder, deep=True) == SOUND
