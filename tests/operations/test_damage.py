"""A store that does not open: what stands in its place, and its backups wherever they lie."""

import shutil
from pathlib import Path

import pytest

from ccb_desktop.domain.errors import Conflict, UserError
from ccb_desktop.domain.store_health import DamageKind
from ccb_desktop.domain.submissions.drives import Drive
from ccb_desktop.operations import backups, damage, second_place
from ccb_desktop.operations.branch import has_branch, open_branch, start_branch
from ccb_desktop.paths import DataFolder
from tests.books import add_member
from tests.conftest import BRANCH


@pytest.fixture
def folder(data_folder, tmp_path):
    """Books with a backup, which a stick has too."""
    (tmp_path / "usb").mkdir()
    with open_branch(data_folder) as store:
        second_place.choose(store, tmp_path / "usb")
        add_member(store)
        backups.back_up_here(store)
        second_place.catch_up(store)
    return data_folder


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "trống, không có gì bên trong"),
        (b"PK\x03\x04 a workbook", "một tệp khác đã bị chép đè"),
        (bytes(9000), "bị hỏng hoặc không phải tệp số liệu"),
    ],
)
def test_what_stands_in_the_place_of_the_books_is_told(folder, content, said):
    folder.store.write_bytes(content)
    report = damage.examine(folder)
    assert report.kind is DamageKind.UNREADABLE
    assert said in report.sentence
    assert (report.backup.path.parent, report.away) == (folder.backups, None)
    assert folder.store.read_bytes() == content


@pytest.mark.parametrize("gone", [True, False])
def test_the_second_place_is_found_without_the_books(folder, tmp_path, monkeypatch, gone):
    shutil.rmtree(folder.backups)
    if gone:
        folder.store.unlink()
    else:
        folder.store.write_bytes(b"")
    report = damage.examine(folder)
    assert report.kind is (DamageKind.MISSING if gone else DamageKind.UNREADABLE)
    assert report.away == tmp_path / "usb"
    assert f"nơi thứ hai ({tmp_path / 'usb'})" in report.offer
    (tmp_path / "usb").rename(tmp_path / "usb1")
    assert damage.examine(folder).backup is None
    drive = Drive(path=tmp_path / "usb1", label="", free=None, file_system="", read_only=False)
    monkeypatch.setattr(second_place, "list_drives", lambda: [drive])
    assert damage.examine(folder).away == tmp_path / "usb1"


def test_books_that_are_gone_with_all_backups_are_never_begun_anew(folder, tmp_path):
    shutil.rmtree(folder.backups)
    shutil.rmtree(tmp_path / "usb")
    folder.store.unlink()
    report = damage.examine(folder)
    assert (report.kind, report.backup) == (DamageKind.MISSING, None)
    assert "bấm Tìm lại" in report.offer


def test_the_backup_of_other_books_on_the_same_stick_is_not_offered(folder, tmp_path):
    own = backups.list_backups(folder)[0].store_id
    with start_branch(DataFolder(tmp_path / "khac"), BRANCH) as store:
        for _ in range(3):
            backups.back_up(store, tmp_path / "usb")
    shutil.rmtree(folder.backups)
    folder.store.unlink()
    assert damage.examine(folder).backup.store_id == own


# --- Where nothing can be restored -----------------------------------------------------------


def contents(root):
    return {one.relative_to(root): one.read_bytes() for one in root.rglob("*") if one.is_file()}


@pytest.fixture
def lost(data_folder):
    """Books that cannot be read, with a key ring and a damaged backup beside them."""
    with open_branch(data_folder) as store:
        backups.back_up_here(store)
    for backup in data_folder.backups.glob("*.ccb*"):
        backup.write_bytes(b"")
    data_folder.key_ring.write_text("{}")
    data_folder.store.write_bytes(b"")
    return data_folder


def test_lost_books_are_put_away_whole_and_new_ones_may_be_begun(lost):
    before = contents(lost.root)
    place = damage.put_away(lost)
    kept = contents(place)
    assert kept.items() <= before.items()
    assert {name.parts[0] for name in before.keys() - kept.keys()} <= {"nhat-ky", lost.lock.name}
    assert not has_branch(lost)
    start_branch(lost, BRANCH).close()


def test_books_are_not_put_away_while_a_backup_can_be_restored(folder):
    folder.store.write_bytes(b"")
    before = contents(folder.root)
    with pytest.raises(Conflict, match="bản sao lưu tốt"):
        damage.put_away(folder)
    assert contents(folder.root) == before


def test_books_stay_where_one_part_cannot_be_moved(lost, monkeypatch):
    before, rename = contents(lost.root), Path.rename

    def held(path, target):
        if path == lost.store:
            raise PermissionError(13, "held", str(path))
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", held)
    with pytest.raises(UserError):
        damage.put_away(lost)
    assert contents(lost.root) == before
    assert [one for one in lost.root.parent.iterdir() if " cũ " in one.name] == []
