"""Diễn tập phục hồi: a backup is tried, and told to be good only when it is."""

import shutil
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from ccb_desktop.data import backup as copies
from ccb_desktop.data.engine import connection_to
from ccb_desktop.domain.errors import Stopped
from ccb_desktop.operations import backups, rehearsals
from ccb_desktop.operations.backup_notes import load_notes
from ccb_desktop.operations.members import units
from ccb_desktop.operations.protection import encrypt, take_encryption_off
from tests.books import add_member, contents
from tests.ledger import open_fund, receive
from tests.office import seat_officers

OLD = Path(__file__).parent.parent / "old_stores"


def quiet(_done, _total, _text):
    """Nobody listens."""


def everything_in(folder):
    files = (path for path in folder.root.rglob("*") if path.is_file() and path != folder.lock)
    return {path: path.read_bytes() for path in files if path != folder.backup_notes}


def test_a_good_backup_passes_and_nothing_else_is_touched(filled):
    fund = open_fund(filled, cash=500_000)
    made = backups.back_up_here(filled)
    before = everything_in(filled.folder)
    done = rehearsals.rehearse(filled, made.path, quiet)
    assert done.is_good
    assert done.verdict.startswith("ĐẠT: bản sao lưu lúc ")
    assert done.then == done.now
    assert (done.then.members, dict(done.then.funds)) == (10, {"Quỹ Hội": 500_000})
    assert (done.is_related, done.acts_since) == (True, 0)
    receive(filled, fund, 70_000)
    add_member(filled, "Nguyễn Văn Mới", units.list_units(filled)[0].id)
    later = rehearsals.rehearse(filled, made.path, quiet)
    assert (later.is_good, later.acts_since) == (True, 2)
    assert "Hội viên: 10 trong bản sao lưu, 11 trong sổ đang dùng." in later.lines
    assert "Tồn Quỹ Hội: 500.000 đồng trong bản sao lưu, 570.000 đồng trong sổ đang dùng." in (
        later.lines
    )
    now = everything_in(filled.folder)
    assert set(now) == set(before)
    assert {p for p in now if now[p] != before[p]} <= {filled.path}
    assert load_notes(filled.folder).rehearsal_of(made.sha256).is_good


@pytest.mark.parametrize("place", [100, 9000, -2000])
def test_a_damaged_backup_fails_and_says_what_to_do(store, place):
    made = backups.back_up_here(store)
    spoilt = bytearray(made.path.read_bytes())
    spoilt[place] ^= 1
    made.path.write_bytes(spoilt)
    done = rehearsals.rehearse(store, made.path, quiet)
    assert not done.is_good
    assert done.verdict.startswith("KHÔNG ĐẠT")
    assert "bị hỏng" in " ".join(done.sentences)
    assert "Sao lưu ngay" in done.sentences[-1]
    assert not load_notes(store.folder).rehearsals[0].is_good


def test_a_backup_that_opens_but_does_not_fit_together_fails(filled, tmp_path):
    made = backups.back_up(filled, tmp_path)
    copies.manifest_of(made).unlink()
    with connection_to(made) as connection:
        connection.execute("UPDATE persons SET name_key='khac'")
        connection.commit()
    done = rehearsals.rehearse(filled, made, quiet)
    assert not done.is_good
    assert done.findings


def test_the_backup_of_an_older_program_is_brought_up_to_date_in_trial(store):
    oldest = sorted(OLD.glob("schema-*.ccb"))[0]
    file = store.folder.root / "cu.ccb"
    shutil.copyfile(oldest, file)
    done = rehearsals.rehearse(store, file, quiet)
    assert (done.trouble, done.findings) == ("", ())
    assert not done.is_related
    assert "sổ khác" in " ".join(done.sentences)
    assert file.read_bytes() == oldest.read_bytes()
    assert load_notes(store.folder).rehearsals == ()


def test_a_rehearsal_that_is_stopped_leaves_nothing(store):
    made = backups.back_up_here(store)
    before = contents(store)

    def stop(done, _total, _text):
        if done == 2:
            raise Stopped("Đã dừng.")

    with pytest.raises(Stopped):
        rehearsals.rehearse(store, made.path, stop)
    assert [p for p in store.folder.root.iterdir() if p.name.startswith(".")] == []
    assert contents(store) == before
    assert load_notes(store.folder).rehearsals == ()


def test_the_program_rehearses_by_itself_once_a_month(store, monkeypatch):
    assert rehearsals.rehearse_if_due(store, quiet) is None
    backups.back_up_here(store)
    assert rehearsals.rehearse_if_due(store, quiet).is_good
    assert rehearsals.rehearse_if_due(store, quiet) is None

    class Later(datetime):
        @classmethod
        def now(cls, tz=None):
            return datetime.today() + timedelta(days=31)

    monkeypatch.setattr(rehearsals, "datetime", Later)
    assert rehearsals.rehearse_if_due(store, quiet).is_good
    assert date.today() < load_notes(store.folder).rehearsals[0].done_at.date()


def test_the_backup_of_encrypted_books_is_tried_without_a_plain_copy(store):
    seat_officers(store)
    encrypt(store)
    made = backups.back_up_here(store)
    assert rehearsals.rehearse(store, made.path, quiet).is_good
    take_encryption_off(store)
    assert rehearsals.rehearse(store, made.path, quiet).is_good  # the ring holds its key still
