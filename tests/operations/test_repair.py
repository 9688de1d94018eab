"""A damaged or misplaced store: the right offer every time, and nothing lost meanwhile."""

import csv
import shutil

import pytest

from ccb_desktop.data import places
from ccb_desktop.domain.errors import Conflict, Damaged, NotFound, UnsafePlace
from ccb_desktop.domain.store_health import DamageKind
from ccb_desktop.operations import backups, repair
from ccb_desktop.operations.branch import open_branch
from ccb_desktop.paths import DataFolder
from tests.books import add_member, contents
from tests.ledger import open_fund, receive

PAGE = 4096


@pytest.fixture
def folder(filled_folder):
    """A branch with people, a backup, and one act after the backup."""
    with open_branch(filled_folder) as store:
        backups.back_up_here(store)
        add_member(store, "Sau bản sao lưu")
    return filled_folder


def spoil(path, place):
    spoilt = bytearray(path.read_bytes())
    spoilt[place] ^= 1
    path.write_bytes(spoilt)


def page_of_people(folder):
    """A place in the file whose damage leaves the rest readable."""
    whole = folder.store.read_bytes()
    for page in range(2, len(whole) // PAGE):
        spoil(folder.store, page * PAGE + 9)
        report = repair.examine(folder)
        folder.store.write_bytes(whole)
        if report.can_be_read and report.lost is not None:
            return page * PAGE + 9
    raise AssertionError("no page leaves the history readable")


def test_a_whole_store_has_nothing_wrong(folder):
    report = repair.examine(folder)
    assert (report.kind, report.sentence, report.lost) == (DamageKind.NONE, "", None)


def test_of_a_damaged_page_the_backup_and_the_lost_acts_are_told(folder):
    spoil(folder.store, page_of_people(folder))
    before = folder.store.read_bytes()
    with pytest.raises(Damaged, match="phục hồi"):
        open_branch(folder)
    report = repair.examine(folder)
    assert report.kind is DamageKind.DAMAGED
    assert report.backup is not None
    assert [act.label for act in report.lost] == ["Thêm hội viên: Sau bản sao lưu"]
    assert "1 việc ghi sau lúc đó" in report.offer
    assert folder.store.read_bytes() == before


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", bytes(PAGE * 20)])
def test_an_unreadable_file_is_offered_the_backup(folder, content):
    folder.store.write_bytes(content)
    report = repair.examine(folder)
    assert report.kind is DamageKind.UNREADABLE
    assert report.backup is not None
    assert report.lost is None
    assert not report.can_be_read
    assert folder.store.read_bytes() == content


def test_a_store_that_is_gone_is_offered_the_backup(folder):
    folder.store.unlink()
    report = repair.examine(folder)
    assert report.kind is DamageKind.MISSING
    assert "Không thấy tệp số liệu" in report.sentence
    assert report.backup is not None


def test_the_newest_backup_that_is_good_is_offered(folder):
    with open_branch(folder) as store:
        newer = backups.back_up_here(store)
    older = backups.list_backups(folder)[1]
    spoil(newer.path, 9000)
    assert repair.examine(folder).backup == older
    older.path.unlink()
    assert repair.examine(folder).backup is None
    assert "USB" in repair.examine(folder).offer


def test_the_second_place_is_looked_through_too(folder, tmp_path):
    stick = tmp_path / "stick"
    shutil.copytree(folder.backups, stick)
    shutil.rmtree(folder.backups)
    assert repair.examine(folder).backup is None
    assert repair.examine(folder, str(stick)).backup is not None


def test_an_empty_folder_is_no_damage(tmp_path):
    with pytest.raises(NotFound):
        repair.examine(DataFolder(tmp_path))


def test_what_can_be_read_is_written_out_in_tables_that_excel_opens(folder, tmp_path):
    spoil(folder.store, page_of_people(folder))
    files = repair.export_readable(folder, tmp_path / "cứu")
    people = next(file for file in files if file.name == "ho-so.csv")
    text = people.read_text("utf-8-sig")
    assert people.read_bytes().startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(text.splitlines()))
    assert "Trần Văn Bình 1" in {row["Họ và tên"] for row in rows}


def test_nothing_is_written_out_of_an_unreadable_file(folder, tmp_path):
    folder.store.write_bytes(b"")
    with pytest.raises(NotFound):
        repair.export_readable(folder, tmp_path / "cứu")
    assert not (tmp_path / "cứu").exists()


def test_a_store_on_a_stick_is_brought_to_this_pc(folder, tmp_path, monkeypatch):
    with open_branch(folder) as store:
        before = contents(store)
    here = DataFolder(tmp_path / "this pc")
    stick = places.Danger.REMOVABLE

    def danger(place):
        return stick if place == folder.root else None

    monkeypatch.setattr(places, "danger_of", danger)
    with pytest.raises(UnsafePlace):
        open_branch(folder)
    repair.copy_to_this_pc(folder, here)
    with open_branch(here) as store:
        assert contents(store) == before
    with pytest.raises(Conflict):
        repair.copy_to_this_pc(folder, here)
    with pytest.raises(UnsafePlace):
        repair.copy_to_this_pc(here, folder)


def test_of_a_damaged_store_the_vouchers_can_still_be_read(folder, tmp_path):
    with open_branch(folder) as store:
        fund_id = open_fund(store, cash=100)
        receive(store, fund_id, 50, content="Thu hội phí Chi hội 1")
    spoil(folder.store, page_of_people(folder))
    files = {path.name: path for path in repair.export_readable(folder, tmp_path / "cứu")}
    assert {"quy.csv", "phieu-thu-chi.csv"} <= files.keys()
    with files["phieu-thu-chi.csv"].open(encoding="utf-8-sig", newline="") as opened:
        head, *found = csv.reader(opened)
    assert {"Số phiếu", "Số tiền", "Nội dung", "Ngày phiếu"} <= set(head)
    assert "Thu hội phí Chi hội 1" in found[-1]
