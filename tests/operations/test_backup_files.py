"""Files that are offered as backups, and places where backups shall go."""

import shutil
from datetime import date

import pytest

from ccb_desktop.data.engine import connection_to
from ccb_desktop.domain.errors import BadFile, Damaged, ReadOnly
from ccb_desktop.operations import backup_files, backups, import_workbook
from tests.books import contents


def everything_in(folder):
    """Every file below a folder with its bytes, but for the lock."""
    files = (path for path in folder.root.rglob("*") if path.is_file() and path != folder.lock)
    return {path.relative_to(folder.root).as_posix(): path.read_bytes() for path in files}


@pytest.mark.parametrize(
    ("head", "said"),
    [
        (b"", "trống"),
        (b"PK\x03\x04" + bytes(5000), "không phải là bản sao lưu"),
        (b"SQLite format 3\0" + bytes(5000), "không phải là bản sao lưu"),
        ("Danh sách hội viên;".encode() * 300, "không phải là bản sao lưu"),
        (bytes(8192), "bị hỏng"),
        (bytes(range(200, 256)) * 200, "bị hỏng"),
    ],
)
def test_a_wrong_file_is_told_from_a_damaged_backup(store, tmp_path, head, said):
    folder = store.folder
    store.close()
    before = everything_in(folder)
    file = tmp_path / "tep.ccbk"
    file.write_bytes(head)
    with pytest.raises((Damaged, BadFile), match=said):
        backups.restore(folder, file)
    assert everything_in(folder) == before


def test_a_name_longer_than_the_disk_takes_is_told_as_missing(tmp_path):
    with pytest.raises(BadFile, match="Không tìm thấy tệp"):
        backup_files.see_that_it_is_a_backup(tmp_path / ("d" * 300 + ".ccbk"))


def test_an_empty_file_with_a_manifest_is_a_damaged_backup(store):
    made = backups.back_up_here(store)
    store.close()
    made.path.write_bytes(b"")
    with pytest.raises(Damaged, match="bị hỏng"):
        backups.restore(store.folder, made.path)


def test_a_folder_in_the_place_of_a_backup_is_told(store, tmp_path):
    store.close()
    with pytest.raises(BadFile, match="là thư mục"):
        backups.restore(store.folder, tmp_path)


def test_a_file_in_the_place_of_the_folder_is_told(store, tmp_path):
    (tmp_path / "usb").write_bytes(b"")
    with pytest.raises(ReadOnly, match="Không tạo được thư mục"):
        backups.back_up(store, tmp_path / "usb")


def test_nothing_is_thinned_out_while_the_newest_are_not_as_they_were(store):
    made = [backups.back_up_here(store) for _ in range(20)]
    spoilt = bytearray(made[-1].path.read_bytes())
    spoilt[len(spoilt) // 2] ^= 1
    made[-1].path.write_bytes(spoilt)
    backups.back_up_here(store)
    assert made[0].path.exists()
    for _ in range(5):
        backups.back_up_here(store)
    assert not made[0].path.exists()


def test_a_look_at_a_backup_names_its_branch_and_changes_nothing(store, tmp_path):
    file = backups.back_up(store, tmp_path / "usb")
    before = {path.name: path.read_bytes() for path in file.parent.iterdir()}
    assert backups.look_at(file) == "Hội CCB phường An Bình"
    assert {path.name: path.read_bytes() for path in file.parent.iterdir()} == before


def test_a_look_at_the_store_of_a_dead_pc_plays_its_journal_back_elsewhere(store, tmp_path):
    file, journal = tmp_path / "so-lieu.ccb", tmp_path / "so-lieu.ccb-journal"
    with connection_to(store.path) as connection:
        connection.execute("PRAGMA cache_spill=ON")
        connection.execute("PRAGMA cache_size=1")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("UPDATE settings SET value='\"Tên dở dang\"' WHERE key='name'")
        connection.execute("CREATE TABLE waste AS SELECT randomblob(400000) AS a")
        shutil.copyfile(store.path, file)
        shutil.copyfile(store.folder.journal, journal)
        connection.execute("ROLLBACK")
    assert journal.stat().st_size > 0
    before = (file.read_bytes(), journal.read_bytes())
    assert backups.look_at(file) == "Hội CCB phường An Bình"
    assert (file.read_bytes(), journal.read_bytes()) == before


def test_nothing_is_imported_when_the_backup_before_it_does_not_verify(
    store, tmp_path, monkeypatch
):
    def refuse(*_args, **_more):
        raise Damaged("khác")

    file = tmp_path / "danh-sach.csv"
    header = "Số thẻ;Họ và tên;Ngày sinh;Chi hội;Ngày vào Hội"
    file.write_text(f"{header}\n1;Nguyễn Văn An;1950;Chi hội 1;5/1990\n", "utf-8")
    read = import_workbook.understand_files(store, import_workbook.read_files([file]))
    before = contents(store)
    monkeypatch.setattr(backup_files, "verify_file", refuse)
    with pytest.raises(Damaged, match="không khớp"):
        import_workbook.run_import(store, read, date(2026, 1, 1))
    assert contents(store) == before
    assert backups.list_backups(store.folder) == []
